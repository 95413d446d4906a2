"""Bank statements at the desk (银行流水): matched with lists, and recorded as their payments."""
