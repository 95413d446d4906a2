"""Lectures and service specialists at the desk (第十七、十八条)."""
