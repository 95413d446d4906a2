"""What a list holds, whatever it came in: its people, its columns, and what was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from shared_rules.findings import Finding, RuleError, column_letters
from shared_rules.identity import id_number
from shared_rules.roster import people
from shared_rules.roster.columns import HEADERS, Field, RecognisedColumn, find_header
from shared_rules.roster.limits import MAX_PASTED_CHARACTERS, MAX_PEOPLE
from shared_rules.roster.people import Entry, Listing
from shared_rules.roster.sheets import LEGEND, Cell, Row, Sheet

__all__ = ["Entries", "Entry", "Sheet", "find_header", "pasted", "read", "typed"]

_FORM: Final[tuple[Field, ...]] = ("number", "name", "id_number", "occupation")
_FEWEST_DIGITS: Final = 15
_SMALLEST: Final = 10 ** (id_number.LENGTH - 1)


@dataclass(frozen=True, slots=True)
class Entries:
    """What a list holds: its people, where its columns are, and what was found on the way."""

    people: tuple[Entry, ...]
    columns: tuple[RecognisedColumn, ...] = ()
    sheet: str | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def positions(self) -> dict[str, int]:
        """The column, counted from 1, of each field that the list has."""
        return {column.field: column.column for column in self.columns}


def read(data: bytes) -> Entries:
    """The entries of a file: those of its first sheet with people, and best a visible one.

    Raises:
        RuleError: nothing in the file is a list, its header is missing, or it holds no people.
    """
    # Readers take long to import, and a function has its files read by another process.
    from shared_rules.roster.reading import read_sheets  # noqa: PLC0415

    sheets = [sheet for sheet in read_sheets(data) if not sheet.is_empty]
    listings: list[Listing] = []
    missing = RuleError("file.no_rows")
    for sheet in sheets:
        try:
            listings.append(Listing.of(sheet))
        except RuleError as error:
            missing = error
    if not listings:
        raise missing
    chosen = _chosen(listings)
    return _entries(chosen, tuple(_about_sheets(chosen, sheets, listings)))


def pasted(copied: str) -> Entries:
    """The entries of rows copied from a spreadsheet, with or without their header.

    Raises:
        RuleError: as of `read`; `file.pasted_too_long`.
    """
    from shared_rules.roster.reading import text  # noqa: PLC0415 - as in `read`

    if len(copied) > MAX_PASTED_CHARACTERS:
        raise RuleError("file.pasted_too_long", limit=MAX_PASTED_CHARACTERS)
    sheet = text.table(text.check(copied))
    try:
        return _entries(Listing.of(sheet))
    except RuleError as error:
        columns = _columns_of_form(sheet.rows) if error.code == "file.no_header" else ()
        if not columns:
            raise
    return _entries(Listing.at(sheet, 0, columns))


def typed(rows: Sequence[tuple[str, str, str]]) -> Entries:
    """The entries of rows given as (name, ID number, occupation), counted from 1.

    Raises:
        RuleError: there are none, or too many.
    """
    return Entries(_counted([Entry(number, *row) for number, row in enumerate(rows, start=1)]))


def _entries(listing: Listing, findings: Sequence[Finding] = ()) -> Entries:
    found, more = people.read(listing)
    told = _told(listing, frozenset(entry.row for entry in found))
    return Entries(_counted(found), listing.columns, listing.sheet.name, (*findings, *told, *more))


def _told(listing: Listing, rows: frozenset[int]) -> Iterator[Finding]:
    """What the reader has to tell of the sheet, and of the cells that people were read from."""
    fields = {column.column: column.field for column in listing.columns}
    for finding in listing.sheet.findings:
        if finding.row is None:
            yield finding
        elif finding.row in rows and finding.column in fields:
            yield finding.model_copy(update={"field": fields[finding.column]})


def _counted(found: list[Entry]) -> tuple[Entry, ...]:
    if not found:
        raise RuleError("file.no_rows")
    if len(found) > MAX_PEOPLE:
        raise RuleError("file.too_many_people", limit=MAX_PEOPLE)
    return tuple(found)


def _chosen(listings: list[Listing]) -> Listing:
    visible_first = sorted(listings, key=lambda listing: listing.sheet.hidden)
    return next(filter(people.any_in, visible_first), visible_first[0])


def _about_sheets(
    chosen: Listing, sheets: list[Sheet], listings: list[Listing]
) -> Iterator[Finding]:
    """Which sheet was read if it is a hidden one, and which others there are."""
    name = chosen.sheet.name or ""
    if chosen.sheet.hidden:
        yield Finding.of("file.hidden_sheet", sheet=name)
    with_people = {each.sheet.name for each in listings if people.any_in(each)}
    rest = [sheet for sheet in sheets if sheet is not chosen.sheet and sheet.name != LEGEND]
    asked = [sheet for sheet in rest if sheet.name in with_people or _holds_numbers(sheet)]
    unread = [sheet for sheet in rest if sheet not in asked]
    if asked:
        yield Finding.of("file.other_sheets", sheet=name, others=_names(asked))
    if unread:
        yield Finding.of("file.other_sheets_unread", sheet=name, others=_names(unread))


def _names(sheets: list[Sheet]) -> str:
    return "”“".join(sheet.name or "" for sheet in sheets)


def _holds_numbers(sheet: Sheet) -> bool:
    """Whether a sheet holds ID numbers all the same, also such as have lost digits."""
    return any(_is_id_number(cell) for row in sheet.rows for cell in row)


def _is_id_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return id_number.occurs_in(cell)
    return isinstance(cell, int | float) and _SMALLEST <= cell < 10 * _SMALLEST


def _columns_of_form(rows: Sequence[Row]) -> tuple[RecognisedColumn, ...]:
    """The columns in the order of 附件2, with or without 序号, as the ID numbers show it."""
    for fields in (_FORM, _FORM[1:]):
        place = fields.index("id_number")
        if any(len(row) > place and _is_number(str(row[place])) for row in rows):
            return tuple(
                RecognisedColumn(
                    field=field,
                    header=HEADERS[field][0],
                    column=column,
                    letters=column_letters(column),
                )
                for column, field in enumerate(fields, start=1)
            )
    return ()


def _is_number(cell: str) -> bool:
    return sum(sign.isdigit() for sign in cell) >= _FEWEST_DIGITS
