"""Units (单位) that outlive their lists: what each was called, what became of it, what it has."""
