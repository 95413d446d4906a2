"""Old Office files: workbooks of Excel 97 to 2003 (.xls), and what else comes in the same shell.

The records of the workbook stream (MS-XLS) say which rows and columns are hidden and which cells
merged; cells are read by python-calamine.
"""

import struct
from collections.abc import Iterator
from struct import iter_unpack, unpack_from
from typing import Final

from shared_rules.findings import RuleError
from shared_rules.roster.limits import MAX_COLUMNS
from shared_rules.roster.reading import workbooks
from shared_rules.roster.reading.ole import OldOfficeFile
from shared_rules.roster.reading.workbooks import Unseen
from shared_rules.roster.sheets import CellFault, Sheet

_ENCRYPTED: Final = {"EncryptedPackage", "EncryptionInfo"}
_MACROS: Final = {"_VBA_PROJECT_CUR", "_VBA_PROJECT"}
_WORKBOOKS: Final = ("Workbook", "Book")

_FILE_PASS: Final = 0x002F
_FORMULA, _TRUTH_OR_ERROR = 0x0006, 0x0205
_ERRORS: Final = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!",
                  0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}  # fmt: skip
_MAY_FAIL: Final = (_FORMULA, _TRUTH_OR_ERROR)
_FORMULA_FAILED: Final = (2, 0xFFFF)
_END, _SHEET, _COLUMNS, _ROW, _MERGED = 0x000A, 0x0085, 0x007D, 0x0208, 0x00E5
_ROW_IS_HIDDEN: Final = 0x20
_COLUMN_IS_HIDDEN: Final = 0x01


def read(data: bytes) -> list[Sheet]:
    """The sheets of a workbook.

    Raises:
        RuleError: `file.damaged`, `file.password`, `file.macros`, `file.old_word` (.doc),
            `file.old_wps` (anything else without a workbook), or as of `workbooks.read`.
    """
    file = OldOfficeFile.of(data)
    if file.entries.keys() & _ENCRYPTED:
        raise RuleError("file.password")
    if file.entries.keys() & _MACROS:
        raise RuleError("file.macros")
    name = next((name for name in _WORKBOOKS if name in file.entries), None)
    if name is None:
        raise RuleError("file.old_word" if "WordDocument" in file.entries else "file.old_wps")
    book = file.stream(name)
    if any(kind == _FILE_PASS for kind, _ in _records(book, 0)):
        raise RuleError("file.password")
    return workbooks.read(data, _unseen(book))


def _unseen(book: bytes) -> dict[str, Unseen]:
    """What is unseen in each sheet; nothing where the records cannot be followed."""
    try:
        return {
            _sheet_name(record): _unseen_in(book, *unpack_from("<I", record))
            for kind, record in _records(book, 0)
            if kind == _SHEET
        }
    except struct.error:
        return {}


def _records(book: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream: each one's kind and content, up to the part's end."""
    while place + 4 <= len(book):
        kind, length = unpack_from("<HH", book, place)
        if kind == _END:
            return
        yield kind, book[place + 4 : place + 4 + length]
        place += 4 + length


def _sheet_name(record: bytes) -> str:
    length, is_wide = unpack_from("<BB", record, 6)
    if is_wide & 1:
        return record[8 : 8 + 2 * length].decode("utf-16-le", "replace")
    return record[8 : 8 + length].decode("latin-1")


def _unseen_in(book: bytes, place: int) -> Unseen:
    rows: set[int] = set()
    columns: set[int] = set()
    tall: set[tuple[int, int, int]] = set()
    faults: dict[tuple[int, int], CellFault] = {}
    for kind, record in _records(book, place):
        if kind == _ROW and unpack_from("<H", record, 12)[0] & _ROW_IS_HIDDEN:
            rows.add(unpack_from("<H", record)[0] + 1)
        elif kind == _COLUMNS and unpack_from("<H", record, 8)[0] & _COLUMN_IS_HIDDEN:
            first, last = unpack_from("<HH", record)
            columns.update(range(first + 1, min(last + 1, MAX_COLUMNS) + 1))
        elif kind == _MERGED:
            tall.update(_tall(record))
        elif kind in _MAY_FAIL and (code := _error(kind, record)) is not None:
            row, column = unpack_from("<HH", record)
            shown = _ERRORS.get(code, "#N/A")
            faults[row + 1, column + 1] = CellFault("cell.error_value", shown)
    return Unseen(frozenset(rows), frozenset(columns), frozenset(tall), faults)


def _error(kind: int, record: bytes) -> int | None:
    """The code of the error that a cell holds; None where it holds something else."""
    if kind == _TRUTH_OR_ERROR:
        code, is_error = unpack_from("<BB", record, 6)
        return code if is_error else None
    what, code, is_no_number = unpack_from("<BxBxxxH", record, 6)
    return code if (what, is_no_number) == _FORMULA_FAILED else None


def _tall(record: bytes) -> Iterator[tuple[int, int, int]]:
    for first, last, column, _ in iter_unpack("<4H", record[2 : 2 + 8 * (len(record) // 8)]):
        if first < last:
            yield first + 1, column + 1, last + 1
