"""The people's rows of one sheet, and the rows that are not people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, Self

from shared_rules.findings import Finding, RuleError
from shared_rules.roster.columns import (
    FORM_HEADERS,
    NEEDED,
    RecognisedColumn,
    find_header,
    is_header,
    named_columns,
    of_form,
)
from shared_rules.roster.limits import MAX_SHEET_ROWS
from shared_rules.roster.sheets import Cell, CellFault, Row, Sheet, as_read, is_blank

_CLOSING: Final = re.compile(
    r"\s*(合\s*计|总\s*计|小\s*计|共计|单位|制表|填表|填报|签字|签名|盖章|公章|经办|审核"
    r"|负责人|联系|备注|说明|注\s*[:：]|日期|年\s*月\s*日|[0-9]{4}\s*年)"
)
_HAS_DIGIT: Final = re.compile(r"\d").search


class Entry(NamedTuple):
    """One person's row as it was written; `row` is Excel's row number."""

    row: int
    name: Cell
    id_number: Cell
    occupation: Cell


@dataclass(frozen=True, slots=True)
class Listing:
    """A sheet with its header found: the header's row, and where the fields' columns are.

    All of them count from 1; a column is 0 where the sheet does not have it. `is_said` says that
    she who brought the list said which column is which.
    """

    sheet: Sheet
    header_row: int
    columns: tuple[RecognisedColumn, ...]
    number: int
    name: int
    id_number: int
    occupation: int
    is_said: bool = False

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        """The sheet as a list.

        Raises:
            RuleError: `file.no_header`.
        """
        if sheet.is_in_form_order:
            return cls.at(sheet, 0, of_form(FORM_HEADERS))
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
            name=places["name"],
            id_number=places["id_number"],
            occupation=places.get("occupation", 0),
            is_said=is_said,
        )

    def rows(self) -> Iterator[tuple[int, Row]]:
        """The rows below the header, with their numbers."""
        return enumerate(self.sheet.rows[self.header_row :], start=self.header_row + 1)

    def finding(self, code: str, row: int) -> Finding:
        """A finding about a row of this sheet."""
        return Finding.of(code).at(row=row, sheet=self.sheet.name)


def read(listing: Listing) -> tuple[list[Entry], list[Finding]]:
    """Everybody in a list, and what was found while reading it.

    Raises:
        RuleError: `file.lists_side_by_side`, `file.header_differs`.
    """
    findings = [*_guessed(listing), *_hidden_columns(listing), *_second_columns(listing)]
    people: list[Entry] = []
    for number, row in listing.rows():
        entry = _entry(listing, number, row)
        if _is_person(listing, entry, row):
            people.append(entry)
            if number in listing.sheet.hidden_rows:
                findings.append(listing.finding("roster.row_hidden", number))
        elif _says_something(listing, row) and not _repeats_header(listing, number, row):
            findings.append(listing.finding("roster.row_left_out", number))
    return _with_shared_occupations(listing, people), findings


def _with_shared_occupations(listing: Listing, people: list[Entry]) -> list[Entry]:
    """The same people; an occupation merged over several rows is that of each.

    Only an occupation may be: two people with one name or number are a mistake, to be found.
    """
    shared: dict[int, Cell] = {}
    for first, column, last in listing.sheet.tall:
        if column == listing.occupation and listing.header_row < first <= len(listing.sheet.rows):
            occupation = _cell(listing.sheet.rows[first - 1], column)
            shared.update(dict.fromkeys(range(first, min(last, MAX_SHEET_ROWS) + 1), occupation))
    if not shared:
        return people
    return [entry._replace(occupation=shared.get(entry.row, entry.occupation)) for entry in people]


def any_in(listing: Listing) -> bool:
    """Whether a list holds anybody."""
    return any(
        _is_person(listing, _entry(listing, number, row), row) for number, row in listing.rows()
    )


def _entry(listing: Listing, number: int, row: Row) -> Entry:
    return Entry(
        number,
        _cell(row, listing.name),
        _cell(row, listing.id_number),
        _cell(row, listing.occupation),
    )


def _cell(row: Row, column: int) -> Cell:
    return as_read(row[column - 1]) if 0 < column <= len(row) else None


def _is_person(listing: Listing, entry: Entry, row: Row) -> bool:
    """Whether a row is a person's: it has an ID number, or a name and no closing label by it."""
    id_number = entry.id_number
    if id_number and id_number.__class__ is not CellFault and _HAS_DIGIT(str(id_number)):
        return not (is_blank(entry.name) and _is_closing(id_number))
    if is_blank(entry.name) and id_number.__class__ is not CellFault:
        return False
    if _is_closing(id_number) or is_header(row):
        return False
    return not any(map(_is_closing, row[: listing.name]))


def _is_closing(cell: Cell) -> bool:
    return isinstance(cell, str) and _CLOSING.match(cell) is not None


def _says_something(listing: Listing, row: Row) -> bool:
    """Whether a row holds more than a number that the form came with."""
    number = listing.number
    return any(not is_blank(cell) for column, cell in enumerate(row, 1) if column != number) or (
        _is_closing(_cell(row, number))
    )


def _repeats_header(listing: Listing, number: int, row: Row) -> bool:
    """Whether the row is the header again, as at the top of each printed page.

    Raises:
        RuleError: `file.header_differs`: from here on the columns are others.
    """
    if not is_header(row):
        return False
    again = {(column.field, column.column) for column in named_columns([row], 0)}
    if listing.is_said:
        return True
    if not again >= {("name", listing.name), ("id_number", listing.id_number)}:
        raise RuleError("file.header_differs", row=number, header_row=listing.header_row)
    return True


def _guessed(listing: Listing) -> Iterator[Finding]:
    for column in listing.columns:
        if column.field in NEEDED and column.is_guess:
            finding = Finding.of(
                "file.column_guessed",
                header=column.header,
                letters=column.letters,
                meant=FORM_HEADERS[column.field],
            )
            yield _about_column(finding, listing, column)


def _hidden_columns(listing: Listing) -> Iterator[Finding]:
    for column in listing.columns:
        if column.field in NEEDED and column.column in listing.sheet.hidden_columns:
            finding = Finding.of("file.column_hidden", header=column.header, letters=column.letters)
            yield _about_column(finding, listing, column)


def _second_columns(listing: Listing) -> list[Finding]:
    """Of the columns that are named like a needed one but not read, those that hold something.

    Raises:
        RuleError: `file.lists_side_by_side`: they hold other people.
    """
    if not listing.header_row or listing.is_said:
        return []
    read = {column.column for column in listing.columns}
    second = [
        column.recognised()
        for column in named_columns(listing.sheet.rows, listing.header_row - 1)
        if column.heading.is_sure
        and column.field in NEEDED
        and column.column not in read
        and any(not is_blank(_cell(row, column.column)) for _, row in listing.rows())
    ]
    if {column.field for column in second}.issuperset(NEEDED):
        raise RuleError("file.lists_side_by_side", letters=second[0].letters)
    return [_second_column(listing, column) for column in second]


def _second_column(listing: Listing, second: RecognisedColumn) -> Finding:
    first = next(column for column in listing.columns if column.field == second.field)
    finding = Finding.of(
        "file.column_choice",
        header=first.header,
        letters=first.letters,
        other_header=second.header,
        other_letters=second.letters,
    )
    return _about_column(finding, listing, first)


def _about_column(finding: Finding, listing: Listing, column: RecognisedColumn) -> Finding:
    return finding.model_copy(update={"sheet": listing.sheet.name, "column": column.column})
