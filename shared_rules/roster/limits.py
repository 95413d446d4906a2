"""How large a roster may be: declared here once, shown on the page, enforced by every route."""

from typing import Final

MIB: Final = 1024 * 1024

MAX_FILE_BYTES: Final = 10 * MIB
# Of rows pasted into the page: far more than MAX_PEOPLE lines, far less than a request may hold.
MAX_PASTED_CHARACTERS: Final = 1_000_000
MAX_UNPACKED_BYTES: Final = 200 * MIB
MAX_ARCHIVE_ENTRIES: Final = 1_000
# Deflate packs at most 1 : 1032; a sheet of thousands of formatted blank rows comes to 1 : 60.
MAX_UNPACKED_RATIO: Final = 200
MAX_PEOPLE: Final = 10_000
MAX_COLUMNS: Final = 100
HEADER_SEARCH_ROWS: Final = 200
# People, a header within the searched rows, and as many blank or closing rows again.
MAX_SHEET_ROWS: Final = 2 * MAX_PEOPLE + HEADER_SEARCH_ROWS
# As many as a spreadsheet has rows: a text may hold empty lines among its people.
MAX_TEXT_LINES: Final = 1_048_576
MAX_OCCUPATION_LENGTH: Final = 50
# Of a name, a number or an occupation as it is written, before anything is judged: NFKC makes
# eighteen characters of one.
MAX_FIELD_LENGTH: Final = 200
# Excel's own limits; other programs, and who means harm, write longer ones.
MAX_CELL_LENGTH: Final = 32_767
MAX_SHEET_NAME_LENGTH: Final = 31

# A list that leaves out so many people of the one that it replaces asks whether that is meant:
# at least so many, and more than this part of them.
LARGE_LOSS_PEOPLE: Final = 3
LARGE_LOSS_PERCENT: Final = 10

# What one reading of a file may use before it is stopped.
MAX_READING_BYTES: Final = 768 * MIB
MAX_READING_SECONDS: Final = 8

FILE_TYPES: Final = (".xlsx", ".xls", ".et", ".ods", ".docx", ".csv", ".txt")
