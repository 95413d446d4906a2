"""Reading a list's bytes into sheets of cells: Excel workbooks (.xlsx) and CSV text.

The content decides what a file is, not its name. Decoding is strict: a character that cannot be
read is a finding, never a replacement character.
"""

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from shared_rules.findings import RuleError
from shared_rules.roster.container import check_workbook
from shared_rules.roster.limits import MAX_FILE_BYTES, MAX_SHEET_ROWS, MIB

Cell = str | float | bool | date | datetime | time | timedelta | None
Row = list[Cell]

_ZIP: Final = b"PK\x03\x04"
_NO_LISTS: Final = (b"%PDF-", b"\xd0\xcf\x11\xe0")  # PDF; .xls, or a workbook with a password
_BOMS: Final = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_ENCODINGS: Final = ("utf-8", "gb18030")
DELIMITERS: Final = (",", "\t", ";", "，")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: `rows[0]` is Excel's row 1, `rows[n][0]` its column A."""

    name: str | None
    rows: list[Row]
    hidden: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(any(cell not in ("", None) for cell in row) for row in self.rows)


def read_sheets(data: bytes) -> Iterator[Sheet]:
    """Every sheet of a file, in its order; for CSV text one candidate per delimiter.

    Raises:
        RuleError: the file is empty, too large, or nothing that holds a list.
    """
    if len(data) > MAX_FILE_BYTES:
        raise RuleError("file.too_large", limit_mb=MAX_FILE_BYTES // MIB)
    if not data.strip():
        raise RuleError("file.empty")
    if data.startswith(_NO_LISTS):
        raise RuleError("file.not_a_list")
    return _workbook_sheets(data) if data.startswith(_ZIP) else _text_sheets(decode(data))


def is_workbook(data: bytes) -> bool:
    """Whether the sheets of these bytes are different tables, and not readings of one text."""
    return data.startswith(_ZIP)


def _workbook_sheets(data: bytes) -> Iterator[Sheet]:
    check_workbook(data)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        for about in workbook.sheets_metadata:
            rows = workbook.get_sheet_by_name(about.name).to_python(skip_empty_area=False)
            hidden = about.visible is not SheetVisibleEnum.Visible
            yield Sheet(about.name, [list(row) for row in rows], hidden)
    except CalamineError as error:
        raise RuleError("file.not_a_list") from error


def decode(data: bytes) -> str:
    """The text of a CSV file in UTF-8, UTF-16 (with its mark) or GB18030.

    Raises:
        RuleError: `file.encoding`, or `file.not_a_list` where the bytes are not text.
    """
    marked = next((name for mark, name in _BOMS.items() if data.startswith(mark)), None)
    for encoding in (marked,) if marked else _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(unicodedata.category(sign) == "Cc" and sign not in "\t\r\n" for sign in set(text)):
            raise RuleError("file.not_a_list")
        return text
    raise RuleError("file.encoding" if b"\0" not in data else "file.not_a_list")


def _text_sheets(text: str) -> Iterator[Sheet]:
    for delimiter in DELIMITERS:
        yield Sheet(None, _text_rows(text, delimiter))


def _text_rows(text: str, delimiter: str) -> list[Row]:
    rows: list[Row] = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            if len(rows) == MAX_SHEET_ROWS:
                raise RuleError("file.too_many_people", limit=MAX_SHEET_ROWS // 2)
            rows.append(list(row))
    except csv.Error as error:
        raise RuleError("file.not_a_list") from error
    return rows
