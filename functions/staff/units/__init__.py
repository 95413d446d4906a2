"""Units (单位) at the desk: all that one was called, its lists and policies, what became of it."""
