"""Only the rows to mend (要改的行) of a list, as they were given out: known again by their mark.

The mark stands in the header over the rows' numbers, 原行号〔…〕, and on the sheet that explains
the colours; spreadsheet programs keep both. It says which list the rows are of.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from shared_rules import patterns
from shared_rules.roster.form.rows import Entry
from shared_rules.roster.listing import Listing
from shared_rules.roster.sheets import LEGEND, Cell, Row, Sheet

ROW_HEADER: Final = "原行号"
"""Of the column that says, where rows are left away, which row of her list this was."""

_MARK: Final = patterns.later(
    rf"\s*(?:{ROW_HEADER}|只含要改的行)\s*[〔\[(（]([0-9A-Z]{{6,40}})[〕\])）]\s*"
)
_LEGEND_ROWS: Final = 20
_NUMBER: Final = patterns.later(r"\s*'?([0-9]{1,7})(?:\.0+)?\s*")


class RowsToMend(NamedTuple):
    """Rows of another list.

    `numbers` has, for each row of a person in the file, the row that she has in that list: None
    where the file says no number, or none that could be read.
    """

    mark: str
    numbers: tuple[tuple[int, int | None], ...]


def heading(mark: str) -> str:
    """The header over the rows' numbers.

    >>> heading("7K3F9Q2M4A")
    '原行号〔7K3F9Q2M4A〕'
    """
    return f"{ROW_HEADER}〔{mark}〕"


def legend(mark: str) -> str:
    """What the sheet that explains the colours says of it."""
    return f"只含要改的行〔{mark}〕"


def known(listing: Listing, others: Iterable[Sheet], people: Sequence[Entry]) -> RowsToMend | None:
    """What is said of the rows of a list, if they are rows to mend of another one.

    Args:
        listing: the list.
        others: the other sheets of its file.
        people: those in the list.
    """
    rows = listing.sheet.rows
    for header in rows[: listing.header_row]:
        for column, cell in enumerate(header):
            if isinstance(cell, str) and (found := _MARK.fullmatch(cell)):
                numbers = (_number(rows[entry.row - 1], column) for entry in people)
                rows_of = zip((entry.row for entry in people), numbers, strict=True)
                return RowsToMend(found[1], tuple(rows_of))
    mark = next(filter(None, map(_mark_on, others)), None)
    return RowsToMend(mark, tuple((entry.row, None) for entry in people)) if mark else None


def _mark_on(sheet: Sheet) -> str | None:
    if sheet.name != LEGEND:
        return None
    cells = (cell for row in sheet.rows[:_LEGEND_ROWS] for cell in row if isinstance(cell, str))
    return next((found[1] for cell in cells if (found := _MARK.fullmatch(cell))), None)


def _number(row: Row, column: int) -> int | None:
    cell: Cell = row[column] if column < len(row) else None
    found = _NUMBER.fullmatch(str(cell))
    return int(found[1]) if found else None
