"""A sheet: one table of cells, as every kind of file is read into."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

Cell = str | float | bool | date | datetime | time | timedelta | None
Row = list[Cell]

LEGEND: Final = "标注说明"
"""The sheet that the marked-up list adds to a workbook; it holds no list."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: `rows[0]` is Excel's row 1, `rows[n][0]` its column A.

    `hidden_rows`, `hidden_columns`, `unvalued` (the row and column of each formula without a
    stored value) and `tall` (the first row, the first column and the last row of each cell that is
    merged over several rows) count from 1.
    """

    name: str | None
    rows: list[Row]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unvalued: frozenset[tuple[int, int]] = frozenset()
    tall: frozenset[tuple[int, int, int]] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(any(cell not in ("", None) for cell in row) for row in self.rows)


def is_blank(cell: Cell) -> bool:
    """Whether a person sees nothing in the cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def column_number(letters: str) -> int:
    """A column's number, counted from 1, of the letters that Excel shows.

    >>> [column_number(letters) for letters in ("A", "Z", "AA", "XFD")]
    [1, 26, 27, 16384]
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
