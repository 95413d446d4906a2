"""The Lambda functions of 安康保: one package a function, and `common` for what they share."""
