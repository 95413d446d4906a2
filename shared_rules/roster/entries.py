"""What a list holds, whatever it came in: its people, its columns, and what was found."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Final, NamedTuple, Self

from shared_rules.findings import Finding, RuleError
from shared_rules.roster import contents, other_sheets, people, rows_to_mend, several_sheets
from shared_rules.roster.columns import (
    ChosenColumns,
    RecognisedColumn,
    find_header,
    of_form,
)
from shared_rules.roster.form import HEADERS, OWN
from shared_rules.roster.form.rows import Entry
from shared_rules.roster.limits import MAX_PASTED_CHARACTERS, MAX_PEOPLE
from shared_rules.roster.listed_rows import ListedRow
from shared_rules.roster.listing import Listing
from shared_rules.roster.rows_to_mend import RowsToMend
from shared_rules.roster.several_sheets import Part
from shared_rules.roster.sheets import Row, Sheet, as_read, too_far
from shared_rules.roster.unclear import ColumnsUnclear, unclear

__all__ = ["Entries", "Entry", "Sheet", "find_header", "pasted", "read", "typed"]

_FORM: Final = tuple(HEADERS)
# Who is crossed out is so in all her cells: it is asked once.
_OF_WHOLE_ROWS: Final = frozenset({"cell.struck", "cell.unseen"})
# What is written to a cell may be about her, whether the cell is read or not.
_OF_ANY_COLUMN: Final = "cell.comment"


class Entries(NamedTuple):
    """What a list holds: its people, where its columns are, and what was found on the way.

    `header_row` is the number of its header's row, 0 where it has none. Rows that are no people's
    are in `left_out`; those that hold nothing but what the form came with, in `template`.
    `rows_to_mend` says of which list these are only some rows, where the file says so. `parts` are
    the sheets of a list of several, `header_row` is then that of the first.
    """

    people: tuple[Entry, ...]
    columns: tuple[RecognisedColumn, ...] = ()
    sheet: str | None = None
    findings: tuple[Finding, ...] = ()
    header_row: int = 0
    left_out: tuple[ListedRow, ...] = ()
    template: tuple[int, ...] = ()
    rows_to_mend: RowsToMend | None = None
    parts: tuple[Part, ...] = ()

    @property
    def positions(self) -> dict[str, int]:
        """The column, counted from 1, of each field that the list has."""
        return {column.field: column.column for column in self.columns}

    @property
    def sheets(self) -> tuple[str | None, ...]:
        """The names of the sheets that it was read from."""
        return tuple(part.sheet for part in self.parts) or (self.sheet,)

    def placed(self, finding: Finding, row: int, column: int | None = None) -> Finding:
        """The same finding, at a row or a cell of the list."""
        if part := several_sheets.part_of(self.parts, row):
            return part.placed(finding, row, column)
        return finding.at(row=row, column=column, sheet=self.sheet)

    def alone(self, part: Part) -> Self:
        """The people of one of its sheets, as if it were the list."""
        return self._replace(
            people=tuple(
                each._replace(row=each.row - part.added)
                for each in self.people
                if several_sheets.part_of(self.parts, each.row) == part
            ),
            sheet=part.sheet,
            header_row=part.header_row,
            parts=(),
        )


def read(data: bytes, chosen: ChosenColumns | None = None) -> Entries:
    """The entries of a file: those of its first sheet with people, and best a visible one.

    With it go the sheets that are one list with it (`several_sheets`).

    Args:
        data: the file's bytes.
        chosen: which column is which, where she said so; her word is taken, headers are not asked.

    Raises:
        ColumnsUnclear: it is not clear which column is which; holds what she can choose from.
        RuleError: nothing in the file is a list, or it holds no people; `file.columns_wrong`;
            `merge.nobody`: it was to hold rows to mend.
    """
    # Readers take long to import, and a function has its files read by another process.
    from shared_rules.roster.reading import read_sheets  # noqa: PLC0415

    sheets = [sheet for sheet in read_sheets(data) if not sheet.is_empty]
    if not sheets:
        raise RuleError("file.no_text")
    if chosen:
        return _alone(_said(sheets, chosen), sheets, list(_listings(sheets)))
    listings = list(_listings(sheets))
    best = _best(sheets, listings)
    with_people = list(filter(people.any_in, listings)) if len(listings) > 1 else [best]
    together = several_sheets.of_one_list(best, with_people)
    if len(together) > 1 and (found := _together(together, sheets, with_people)):
        return found
    return _alone(together[0], sheets, with_people)


def pasted(copied: str, chosen: ChosenColumns | None = None) -> Entries:
    """The entries of rows copied from a spreadsheet, with or without their header.

    Args:
        copied: the text.
        chosen: as of `read`.

    Raises:
        ColumnsUnclear: as of `read`.
        RuleError: as of `read`; `file.pasted_too_long`.
    """
    from shared_rules.roster.reading import decoding, text  # noqa: PLC0415 - as in `read`

    if len(copied) > MAX_PASTED_CHARACTERS:
        raise RuleError("file.pasted_too_long", limit=MAX_PASTED_CHARACTERS)
    sheet = text.table(decoding.check(copied))
    if chosen:
        return _entries(_said([sheet], chosen))
    if listings := list(_listings([sheet])):
        return _entries(listings[0])
    columns = _columns_of_form(sheet.rows)
    if not columns:
        raise unclear([sheet])
    return _entries(Listing.at(sheet, 0, columns))


def typed(rows: Sequence[Sequence[str]]) -> Entries:
    """The entries of rows given column by column, such as (name, ID number), counted from 1.

    Raises:
        RuleError: there are none, or too many.
    """
    return Entries(
        _counted([Entry(number, *map(as_read, row)) for number, row in enumerate(rows, start=1)])
    )


def _alone(best: Listing, sheets: Sequence[Sheet], listings: Sequence[Listing]) -> Entries:
    """A list of one sheet, and what is told of the others."""
    others = [sheet for sheet in sheets if sheet is not best.sheet]
    return _entries(best, tuple(other_sheets.tell([best], sheets, listings)), others)


def _together(
    together: Sequence[Listing], sheets: Sequence[Sheet], listings: Sequence[Listing]
) -> Entries | None:
    """A list of several sheets; None where one of them cannot be read, or holds rows to mend."""
    others = [sheet for sheet in sheets if all(sheet is not each.sheet for each in together)]
    try:
        found = [_entries(each, others=others) for each in together]
    except RuleError:
        return None
    if any(each.rows_to_mend for each in found):
        return None
    parts = several_sheets.numbered(together)
    told = (several_sheets.told(parts, [len(each.people) for each in found]),)
    return _joined(found, parts, (*told, *other_sheets.tell(together, sheets, listings)))


def _joined(
    found: Sequence[Entries], parts: Sequence[Part], findings: Sequence[Finding]
) -> Entries:
    """The entries of several sheets as those of one list."""
    of_parts = list(zip(parts, found, strict=True))
    moved = (part.moved(entry) for part, each in of_parts for entry in each.people)
    told = (part.told(finding) for part, each in of_parts for finding in each.findings)
    return found[0]._replace(
        people=_counted(list(moved)),
        sheet=several_sheets.names(part.sheet for part in parts),
        findings=(*findings, *told),
        left_out=tuple(part.listed(row) for part, each in of_parts for row in each.left_out),
        template=tuple(row + part.added for part, each in of_parts for row in each.template),
        parts=tuple(parts),
    )


def _entries(
    listing: Listing, findings: Sequence[Finding] = (), others: Sequence[Sheet] = ()
) -> Entries:
    if listing.sheet.beyond:
        raise too_far(listing.sheet.beyond, listing.sheet.name)
    found = people.read(listing)
    only_some = rows_to_mend.known(listing, others, found.entries)
    if only_some and not found.entries:
        raise RuleError("merge.nobody")
    told = _told(listing, frozenset(entry.row for entry in found.entries))
    return Entries(
        _counted(found.entries),
        listing.columns,
        listing.sheet.name,
        (*findings, *told, *found.findings),
        listing.header_row,
        tuple(found.left_out),
        tuple(found.template),
        only_some,
    )


def _told(listing: Listing, rows: frozenset[int]) -> Iterator[Finding]:
    """What the reader has to tell of the sheet, and of the cells that people were read from."""
    fields = {column.column: column.field for column in listing.columns}
    yield from _about_comments(listing.sheet.findings, rows)
    of_rows: set[tuple[int, str]] = set()
    for finding in listing.sheet.findings:
        if finding.row is None:
            yield finding
        elif finding.row in rows and (finding.column in fields or finding.code == _OF_ANY_COLUMN):
            told = finding.model_copy(update={"field": fields.get(finding.column or 0)})
            if told.code in _OF_WHOLE_ROWS:
                place = (finding.row, finding.code)
                if told.field in OWN and place not in of_rows:
                    of_rows.add(place)
                    yield told
            # Of merged cells that are shared, the one that is seen is everybody's.
            elif told.code != "cell.covered" or finding.column not in listing.shared:
                yield told


def _about_comments(findings: Iterable[Finding], rows: frozenset[int]) -> Iterator[Finding]:
    """How many comments there are in rows of no people, such as the header's."""
    comments = (each for each in findings if each.code == _OF_ANY_COLUMN)
    elsewhere = [each for each in comments if each.row not in rows]
    if elsewhere:
        yield Finding.of(
            "file.comments_elsewhere", count=len(elsewhere), cell=elsewhere[0].cell or ""
        ).model_copy(update={"sheet": elsewhere[0].sheet})


def _counted(found: list[Entry]) -> tuple[Entry, ...]:
    if not found:
        raise RuleError("file.no_rows")
    if len(found) > MAX_PEOPLE:
        raise RuleError("file.too_many_people", limit=MAX_PEOPLE)
    return tuple(found)


def _listings(sheets: Iterable[Sheet]) -> Iterator[Listing]:
    """The sheets whose header is found."""
    for sheet in sheets:
        with suppress(RuleError):
            yield Listing.of(sheet)


def _said(sheets: Sequence[Sheet], chosen: ChosenColumns) -> Listing:
    """The list in the columns that she chose."""
    named = (sheet for sheet in sheets if chosen.sheet in (None, sheet.name))
    sheet = next(named, None)
    if sheet is None:
        raise RuleError("file.columns_wrong")
    return Listing.at(sheet, chosen.header_row, chosen.recognised(sheet), is_said=True)


def _best(sheets: Sequence[Sheet], listings: list[Listing]) -> Listing:
    """The first list with people, and best a visible one whose name does not set it apart.

    Where no list has people but another sheet has numbers, it is not clear what is the list.
    """
    visible_first = sorted(
        listings, key=lambda each: (each.sheet.hidden, several_sheets.is_set_apart(each.sheet.name))
    )
    if best := next(filter(people.any_in, visible_first), None):
        return best
    listed = {id(listing.sheet) for listing in listings}
    others = [
        sheet for sheet in sheets if id(sheet) not in listed and other_sheets.holds_numbers(sheet)
    ]
    if others or not listings:
        raise _of_text(unclear(others or sheets), sheets)
    return visible_first[0]


def _of_text(cause: RuleError, sheets: Sequence[Sheet]) -> RuleError:
    """What to say of sheets that are no list; of text without columns, that it is text.

    What a file is called says nothing, and nobody finds a header in a text that has none.
    """
    is_plain = cause.code == "file.no_header" and not isinstance(cause, ColumnsUnclear)
    is_text = all(sheet.name is None for sheet in sheets)
    return RuleError("file.only_text") if is_plain and is_text else cause


def _columns_of_form(rows: Sequence[Row]) -> tuple[RecognisedColumn, ...]:
    """The columns in the order of 附件2, with or without 序号, as the ID numbers show it."""
    for fields in (_FORM, _FORM[1:]):
        place = fields.index("id_number")
        if any(len(row) > place and contents.is_id_number(row[place]) for row in rows):
            return of_form(fields)
    return ()
