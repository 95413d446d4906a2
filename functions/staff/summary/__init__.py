"""The summary for the federation (第十三条)."""
