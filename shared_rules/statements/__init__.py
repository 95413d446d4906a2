"""Statements of a bank account (银行流水): what they say, and which lists their money is for."""
