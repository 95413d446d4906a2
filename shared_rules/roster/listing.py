"""A sheet whose columns are known."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple, Self

from shared_rules.findings import Finding
from shared_rules.roster.columns import RecognisedColumn, find_header, header_text, of_form
from shared_rules.roster.form import BY_FIELD, OWN, Own
from shared_rules.roster.form.rows import Entry
from shared_rules.roster.sheets import MARKS, Cell, Row, Sheet, all_as_read, as_read


class Listing(NamedTuple):
    """A sheet with its header found: the header's row, and where the fields' columns are.

    All of them count from 1; a column is 0 where the sheet does not have it. `places` are those of
    the columns that say something of the person, in their order; `shared`, of these, those that may
    say the same of many people. `is_said` says that she who brought the list said which column is
    which. `rows_below` are the rows below the header; nothing stands there in the columns that an
    earlier marking has added.
    """

    sheet: Sheet
    header_row: int
    columns: tuple[RecognisedColumn, ...]
    number: int
    places: tuple[int, ...]
    shared: frozenset[int]
    is_said: bool
    rows_below: list[Row]

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        """The sheet as a list.

        Raises:
            RuleError: `file.no_header`.
        """
        if sheet.people_from:
            return cls.at(sheet, sheet.people_from - 1, of_form())
        index, columns = find_header(sheet.rows, sheet.hidden_columns)
        return cls.at(sheet, index + 1, columns)

    @classmethod
    def at(
        cls,
        sheet: Sheet,
        header_row: int,
        columns: tuple[RecognisedColumn, ...],
        *,
        is_said: bool = False,
    ) -> Self:
        """The sheet as a list whose columns are known; `header_row` is 0 where it has no header."""
        places = {column.field: column.column for column in columns}
        return cls(
            sheet,
            header_row,
            columns,
            number=places.get("number", 0),
            places=tuple(places.get(field, 0) for field in OWN),
            shared=frozenset(place for field, place in places.items() if BY_FIELD[field].is_shared),
            is_said=is_said,
            rows_below=_rows_below(sheet, header_row, columns),
        )

    def place(self, field: Own) -> int:
        """The column of a field."""
        return self.places[OWN.index(field)]

    def header(self, column: int) -> str:
        """What the header says of a column, as it is shown; empty where it says nothing."""
        cells = self.sheet.rows[self.header_row - 1] if self.header_row else []
        return header_text(cell_of(cells, column))

    def rows_above(self) -> list[Row]:
        """The rows above the header, from the sheet's first on."""
        return self.sheet.rows[: max(self.header_row - 1, 0)]

    def rows(self) -> Iterator[tuple[int, Row]]:
        """The rows below the header, with their numbers."""
        return enumerate(self.rows_below, start=self.header_row + 1)

    def columns_beside(self) -> Iterator[tuple[int, str]]:
        """The columns that say nothing of a person by what they are, with their headers."""
        width = max(map(len, self.rows_below), default=0)
        for column in range(1, width + 1):
            if column not in self.places:
                yield column, self.header(column)

    def cells(self, column: int) -> list[tuple[int, Cell]]:
        """The cells of a column below the header, by row; without rows that hold nothing."""
        return [(number, cell_of(row, column)) for number, row in self.rows() if any(row)]

    def entries(self) -> Iterator[Entry]:
        """What each row below the header says in the columns of the fields."""
        rows = self.rows_below
        numbers = range(self.header_row + 1, self.header_row + 1 + len(rows))
        return Entry.of_columns(numbers, *(_column(rows, place) for place in self.places))

    def entry(self, number: int, row: Row) -> Entry:
        """What a row says in the columns of the fields."""
        return Entry(number, *[cell_of(row, place) for place in self.places])

    def finding(self, code: str, row: int) -> Finding:
        """A finding about a row of this sheet."""
        return Finding.of(code).at(row=row, sheet=self.sheet.name)

    def about_column(self, finding: Finding, column: int) -> Finding:
        """The same finding, about a column of this sheet."""
        return finding.model_copy(update={"sheet": self.sheet.name, "column": column})


def _rows_below(sheet: Sheet, header_row: int, columns: Sequence[RecognisedColumn]) -> list[Row]:
    rows = sheet.rows[header_row:]
    marked = set(_marked(sheet.rows[header_row - 1], columns)) if header_row else set()
    if not marked:
        return rows
    return [[None if place in marked else cell for place, cell in enumerate(row)] for row in rows]


def _marked(header: Row, columns: Sequence[RecognisedColumn]) -> Iterator[int]:
    """The places of the columns of earlier markings; some of them may have been deleted since.

    Whoever moved those to the front has hers behind them.
    """
    first = max(column.column for column in columns)
    for last in (place for place in range(first, len(header)) if header[place] == MARKS[-1]):
        place = last + 1
        for mark in reversed(MARKS):
            if place > first and header[place - 1] == mark:
                place -= 1
                yield place


def _column(rows: Sequence[Row], column: int) -> Iterable[Cell]:
    """The cell of each row in a column, as of `cell_of`."""
    if not column:
        return repeat(None, len(rows))
    if column <= min(map(len, rows), default=0):
        return all_as_read(map(itemgetter(column - 1), rows))
    return (cell_of(row, column) for row in rows)


def cell_of(row: Row, column: int) -> Cell:
    """The cell in a column, counted from 1, as it is judged; None where there is none."""
    return as_read(row[column - 1]) if 0 < column <= len(row) else None
