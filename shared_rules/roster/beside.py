"""Other people beside the columns that are read: two lists side by side, numbers nobody reads.

It makes no difference whether the columns were found or chosen: nobody beside them is lost unseen.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple, Self

from shared_rules.findings import Finding, RuleError, column_letters
from shared_rules.identity import id_number
from shared_rules.roster import contents
from shared_rules.roster.columns import are_names, columns_of_others, named_columns
from shared_rules.roster.form import BY_FIELD, NEEDED, Field
from shared_rules.roster.listing import Listing, cell_of
from shared_rules.roster.sheets import Cell, is_blank

_LOOKED_AT: Final = 50


class _Column(NamedTuple):
    """A column that is not read and holds something.

    `field` is what its header names, or what it seems to hold where it has no header; `is_named`
    that the header surely names it. `has_numbers` says that it holds ID numbers of others than
    those in whose rows they stand, `has_names` that it has no header and holds names.
    """

    column: int
    header: str
    field: Field | None
    is_named: bool
    has_numbers: bool
    has_names: bool

    @property
    def letters(self) -> str:
        """The column as spreadsheets name it."""
        return column_letters(self.column)


class _Headers(NamedTuple):
    """What the headers say of the columns that are not read."""

    surely: dict[int, Field]
    alike: dict[str, Field]
    passed_over: set[int]

    @classmethod
    def of(cls, listing: Listing) -> Self:
        """The headers of a list; there may be none."""
        read = {each.column for each in listing.columns}
        if not listing.header_row:
            return cls({}, {}, read)
        rows, index = listing.sheet.rows, listing.header_row - 1
        named = named_columns(rows, index)
        return cls(
            {each.column: each.field for each in named if each.heading.is_sure},
            {each.header: each.field for each in listing.columns},
            read | columns_of_others(rows, index),
        )


def tell(listing: Listing) -> list[Finding]:
    """What is asked about the columns beside those that are read.

    Raises:
        RuleError: `file.lists_side_by_side`: they hold names and numbers of other people.
    """
    columns = list(_columns(listing))
    second = [each for each in columns if each.field in NEEDED]
    if {each.field for each in second}.issuperset(NEEDED):
        raise RuleError("file.lists_side_by_side", letters=second[0].letters)
    return list(_asked(listing, columns))


def _columns(listing: Listing) -> Iterator[_Column]:
    headers = _Headers.of(listing)
    rows = [row for _, row in listing.rows()]
    width = max(map(len, rows), default=0)
    others = [column for column in range(1, width + 1) if column not in headers.passed_over]
    own = [cell_of(row, listing.place("id_number")) for row in rows] if others else []
    for column in others:
        cells = [cell_of(row, column) for row in rows]
        filled = list(islice((cell for cell in cells if not is_blank(cell)), _LOOKED_AT))
        if not filled or all(map(_is_mans, filled)):  # nobody whom the list could lose (第三条)
            continue
        header = listing.header(column)
        has_numbers = any(map(_is_anothers, cells, own))
        field = headers.surely.get(column) or headers.alike.get(header)
        if not header:
            field = _seeming(filled, has_numbers=has_numbers)
        has_names = not header and field == "name" and are_names(filled)
        yield _Column(column, header, field, column in headers.surely, has_numbers, has_names)


def _seeming(filled: list[Cell], *, has_numbers: bool) -> Field | None:
    """What a column without a header seems to hold."""
    if has_numbers:
        return "id_number"
    return "name" if BY_FIELD["name"].looks_like(filled) else None


def _is_mans(cell: Cell) -> bool:
    """Whether a cell is the valid ID number of a man."""
    number = id_number.compact(cell) if isinstance(cell, str) else ""
    return id_number.is_valid(number) and not id_number.is_womans(number)


def _is_anothers(cell: Cell, own: Cell) -> bool:
    """Whether a cell holds another ID number than its row's own.

    A row whose own number is none is in doubt or in error by itself.
    """
    if not contents.is_id_number(own):
        return False
    if isinstance(cell, str):
        number = id_number.compact(own) if isinstance(own, str) else ""
        return id_number.occurs_in(cell) and not (number and number in id_number.compact(cell))
    return contents.is_id_number(cell) and cell != own


def _asked(listing: Listing, columns: list[_Column]) -> Iterator[Finding]:
    for each in columns:
        if each.is_named and each.field in NEEDED and not listing.is_said:
            yield _choice(listing, each.field, each)
        elif each.has_numbers:
            about = Finding.of("file.numbers_beside", letters=each.letters)
            yield listing.about_column(about, each.column)
        elif each.has_names:
            about = Finding.of("file.names_beside", letters=each.letters)
            yield listing.about_column(about, each.column)


def _choice(listing: Listing, field: Field, second: _Column) -> Finding:
    first = next(column for column in listing.columns if column.field == field)
    about = Finding.of(
        "file.column_choice",
        header=first.header,
        letters=first.letters,
        other_header=second.header,
        other_letters=second.letters,
    )
    return listing.about_column(about, first.column)
