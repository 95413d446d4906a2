"""Guards before a workbook reaches its parser: what the zip holds and how far its sheets reach.

A workbook of 1.5 kB can claim a cell at XFD1048576, or unpack to hundreds of megabytes, and the
parser would try to hold all of it.
"""

import re
import zipfile
from io import BytesIO
from typing import Final

from shared_rules.findings import RuleError
from shared_rules.roster.limits import (
    MAX_ARCHIVE_ENTRIES,
    MAX_COLUMNS,
    MAX_PEOPLE,
    MAX_SHEET_ROWS,
    MAX_UNPACKED_BYTES,
)

_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_REFERENCE: Final = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")
_CHUNK: Final = 1 << 20
_LONGEST_REFERENCE: Final = 32


def check_workbook(data: bytes) -> None:
    """Raise when a workbook is not one, or would be too much to read.

    Raises:
        RuleError: `file.not_a_list`, `file.too_large`, `file.too_many_columns` or
            `file.too_many_people`.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_directory(archive)
            for entry in archive.infolist():
                if _SHEET.fullmatch(entry.filename):
                    _check_extent(archive, entry)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        # An encrypted entry raises RuntimeError, an unknown compression NotImplementedError.
        raise RuleError("file.not_a_list") from error


def _check_directory(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if not any(entry.filename.lower() == "xl/workbook.xml" for entry in entries):
        raise RuleError("file.not_a_list")
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ARCHIVE_ENTRIES or unpacked > MAX_UNPACKED_BYTES:
        raise RuleError("file.too_large", limit_mb=MAX_UNPACKED_BYTES // _CHUNK)


def _check_extent(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    rest, columns, rows = b"", 0, 0
    with archive.open(entry) as sheet:
        while chunk := sheet.read(_CHUNK):
            for letters, digits in _REFERENCE.findall(rest + chunk):
                columns = max(columns, _column(letters))
                rows = max(rows, int(digits[:8]))
            rest = chunk[-_LONGEST_REFERENCE:]
    if columns > MAX_COLUMNS:
        raise RuleError("file.too_many_columns", limit=MAX_COLUMNS)
    if rows > MAX_SHEET_ROWS:
        raise RuleError("file.too_many_people", limit=MAX_PEOPLE)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + letter - ord("A") + 1
    return number
