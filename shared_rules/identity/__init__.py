"""Numbers and names that identify people and units: each module has `compact` and `parse`.

`compact` takes the text as somebody typed it to its standard spelling and never fails; `parse`
returns what the text stands for, or raises a `RuleError` whose code says what is wrong.
"""
