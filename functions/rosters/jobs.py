"""What the process that reads files can be asked to do; the letter begins the request."""

from typing import Final

READ: Final = b"R"
"""Read a file as a list."""
PASTED: Final = b"P"
"""Read a text that was pasted as a list."""
TABLES: Final = b"T"
"""Read a file as tables of texts."""
MARK: Final = b"M"
"""Mark up a file, pickled with what is to be marked in it."""
OLD_POLICIES: Final = b"O"
"""Read a file as a workbook of old policies."""
STATEMENT: Final = b"S"
"""Read a file as a bank statement."""
