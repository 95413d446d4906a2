"""A sheet: one table of cells, as every kind of file is read into."""

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple, Self

from shared_rules import patterns
from shared_rules.findings import Finding, RuleError, column_letters
from shared_rules.roster.limits import MAX_COLUMNS, MAX_FIELD_LENGTH, MAX_SHEET_ROWS

# As Excel, LibreOffice and WPS show what a formula could not work out.
_ERROR: Final = patterns.later(
    r"\s*(?:#(?:N/A|NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!"
    r"|BUSY!|UNKNOWN!|GETTING_DATA|名称\?)|(?:Err|错误)[:：]\s?[0-9]{3})\s*"
)
# WPS keeps a picture that is put into a cell as the value of a formula.
_PICTURE: Final = "=DISPIMG("
_SHOWN: Final = 40

DIGITS_OF_A_NUMBER: Final = 15
"""What a spreadsheet keeps of a number."""

# NFKC makes eighteen characters of U+FDFA, and of no other more.
_MAY_GROW_TOO_LONG: Final = MAX_FIELD_LENGTH // 18
_BEGINS_FAULTS: Final = frozenset("#=E错 \t\n\u3000")


class Place(NamedTuple):
    """A cell of a sheet; both count from 1, as Excel shows them."""

    row: int
    column: int


class CellFault(NamedTuple):
    """A cell to which no value can be given: why, as a message's code, and what is seen in it."""

    code: str
    shown: str

    @classmethod
    def of_text(cls, text: str) -> Self | None:
        """The fault that a cell's text stands for, as a file keeps an error without saying so.

        >>> CellFault.of_text("#N/A"), CellFault.of_text("王芳")
        (CellFault(code='cell.error_value', shown='#N/A'), None)
        """
        if _ERROR.fullmatch(text):
            return cls.error(text)
        return cls.picture() if text.startswith(_PICTURE) else None

    @classmethod
    def error(cls, shown: str) -> Self:
        """A formula that failed."""
        return cls("cell.error_value", shown.strip() if _ERROR.fullmatch(shown) else "#N/A")

    @classmethod
    def picture(cls) -> Self:
        """A picture that is put into the cell."""
        return cls("cell.picture", "")

    def __str__(self) -> str:
        return self.shown

    def refusal(self) -> RuleError:
        """What judging the cell raises; what stands in a cell of hers is not quoted."""
        if self.code == "cell.too_long":
            return RuleError(self.code, limit=MAX_FIELD_LENGTH)
        return RuleError(self.code, shown=self.shown)


Cell = str | float | bool | date | datetime | time | timedelta | CellFault | None
Row = list[Cell]

_PLAIN: Final = frozenset((int, float, bool, CellFault, type(None)))

MARKS: Final = ("状态", "原因", "条款", "怎么改")
"""The headers of the columns that the marked-up list adds; they say nothing of anybody."""

LEGEND: Final = "标注说明"
"""The sheet that the marked-up list adds to a workbook; it holds no list."""


class Sheet(NamedTuple):
    """One table: `rows[0]` is Excel's row 1, `rows[n][0]` its column A.

    `hidden_rows`, `hidden_columns` and `tall` (the first row, the first column and the last row of
    each cell that is merged over several rows) count from 1. `findings` are about the sheet as a
    whole, or cells of it that were read otherwise than they stand in the file. Of people on lines,
    without any columns, the reader makes those of the form, from the row `people_from` on. `beyond`
    is the first cell that holds something and lies beyond the limits; nothing there was read.
    """

    name: str | None
    rows: list[Row]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    tall: frozenset[tuple[int, int, int]] = frozenset()
    findings: tuple[Finding, ...] = ()
    people_from: int | None = None
    beyond: Place | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(any(cell not in ("", None) for cell in row) for row in self.rows)


def too_far(place: Place, sheet: str | None) -> RuleError:
    """The refusal of a list that reaches to a cell beyond the limits."""
    cell = f"{sheet}!" if sheet else ""
    cell += f"{column_letters(place.column)}{place.row}"
    if place.column > MAX_COLUMNS:
        return RuleError("file.too_many_columns", limit=MAX_COLUMNS, cell=cell)
    return RuleError("file.too_many_rows", limit=MAX_SHEET_ROWS, cell=cell)


def is_blank(cell: Cell) -> bool:
    """Whether a person sees nothing in the cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def as_read(cell: Cell) -> Cell:
    """The cell as it is judged: faults are known that a file keeps as text; dates are text.

    Of a text that is too long, only its beginning leaves the reader.
    """
    if isinstance(cell, str):
        if cell[:1] in _BEGINS_FAULTS and (fault := CellFault.of_text(cell)):
            return fault
        if len(cell) <= _MAY_GROW_TOO_LONG or (len(cell) <= MAX_FIELD_LENGTH and cell.isascii()):
            return cell
        if not _is_too_long(cell):
            return cell
        return CellFault("cell.too_long", f"{cell.strip()[:_SHOWN]}…")
    return cell if cell.__class__ in _PLAIN else str(cell)


def all_as_read(cells: Iterable[Cell]) -> list[Cell]:
    """The cells of a column as `as_read` has them; that most are short texts is told at once."""
    return [
        cell
        if cell.__class__ is str
        and len(cell) <= _MAY_GROW_TOO_LONG
        and cell[:1] not in _BEGINS_FAULTS
        else as_read(cell)
        for cell in cells
    ]


def text_of(cell: Cell) -> str:
    """A cell as the text that a person sees in it.

    A number that has lost digits is shown in a way that says so, as spreadsheets do.

    >>> text_of(64.0), text_of(None), text_of("王芳"), text_of(649901199003070021.0)
    ('64', '', '王芳', '6.49901199003070E+17')
    """
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, CellFault):
        return cell.shown
    if isinstance(cell, int | float) and abs(cell) >= 10**DIGITS_OF_A_NUMBER:
        return f"{cell:.{DIGITS_OF_A_NUMBER - 1}E}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _is_too_long(text: str) -> bool:
    bare = text.strip()
    return (
        len(bare) > MAX_FIELD_LENGTH or len(unicodedata.normalize("NFKC", bare)) > MAX_FIELD_LENGTH
    )


def column_number(letters: str) -> int:
    """A column's number, counted from 1, of the letters that Excel shows.

    >>> [column_number(letters) for letters in ("A", "Z", "AA", "XFD")]
    [1, 26, 27, 16384]
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
