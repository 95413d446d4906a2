"""The people's rows of one sheet, and the rows that are not people.

A row is left out only where nothing in it can be a person. Who is in doubt is read as a person,
with an error that asks: this row, a person or a total?
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, Literal, NamedTuple

from shared_rules import patterns
from shared_rules.findings import Finding, RuleError
from shared_rules.identity import family_names
from shared_rules.identity.writing import bare
from shared_rules.roster import (
    closing,
    contents,
    contradicting,
    examples,
    illness,
    opting_out,
    relatives,
)
from shared_rules.roster.about_columns import about_columns
from shared_rules.roster.columns import is_header, named_columns
from shared_rules.roster.form import BY_FIELD, NEEDED, OWN, OWN_COLUMNS
from shared_rules.roster.form.rows import Entry
from shared_rules.roster.limits import MAX_SHEET_ROWS
from shared_rules.roster.listed_rows import ListedRow
from shared_rules.roster.listing import Listing, cell_of
from shared_rules.roster.sheets import Cell, CellFault, Row, is_blank, text_of

Kind = Literal["person", "doubt", "example", "above", "left_out", "header", "template", "blank"]
"""What a row is; `doubt`, `example` and `above` the header are read as people and asked about.

`template` holds only what a form came with.
"""

_ASKED: Final[Mapping[Kind, str]] = {
    "doubt": "roster.row_in_doubt",
    "example": "roster.row_example",
    "above": "roster.row_above_header",
}
_READ: Final = frozenset(("person", *_ASKED))
_FEWEST_DIGITS: Final = 15
_LONG_NUMBER: Final = patterns.later(r"[0-9](?:[ -]?[0-9]){6,}")
_LONGEST_NAME: Final = 20
_LOOKED_AT: Final = 100
_STROKES: Final = "-—–―_/\\·…"
_COUNT: Final = re.compile("[0-9]{1,4}")
_LETTER: Final = re.compile(r"[^\W\d_]")
# Whoever was forgotten: 补充：王芳.
_MORE: Final = patterns.later(
    "(?:另外?|补[充报]|外加|新增|增[加补]|追加|漏报|还有|加上)[^:：]{0,4}[:：].{2,}"
)
_GROUP: Final = patterns.later(
    r"第?[一二三四五六七八九十0-9]{1,3}[^0-9]{1,8}|.+(?:车间|科|部|组|处|室|班|队|系|所|中心|公司|厂|学校|小学|中学|院"
    r"|年级|分会|工会|局|委|办|站|店|园|段|人员|名单)|(?:补充?|增补|追加|新增?|续)[报保]|新增|补充"
)


class People(NamedTuple):
    """What the rows of a list are: people, and what was found in their rows; those left out.

    `template` are the rows that hold nothing but what the form came with.
    """

    entries: list[Entry]
    findings: list[Finding]
    left_out: list[ListedRow]
    template: list[int]


@dataclass(frozen=True)
class _Rows:
    """The rows of a listing, each with what it is."""

    listing: Listing

    def sorted(self) -> Iterator[tuple[Kind, Entry, Row]]:
        """Every row, those of people above the header too."""
        listing = self.listing
        for number, row in enumerate(listing.rows_above(), start=1):
            entry = listing.entry(number, row)
            if any(map(contents.holds_id_number, row)) or self._is_counted(entry, row):
                yield "above", entry, row
        for entry, (_, row) in zip(listing.entries(), listing.rows(), strict=True):
            yield self._kind(entry, row), entry, row

    @cached_property
    def last(self) -> int:
        """The number of the last row that is certainly a person's."""
        from_the_end = reversed(list(self.listing.rows()))
        certain = (number for number, row in from_the_end if self._is_certain(number, row))
        return next(certain, self.listing.header_row)

    @cached_property
    def values(self) -> list[Counter[Cell]]:
        """How often each value stands in each column."""
        width = max(map(len, self.listing.sheet.rows), default=0)
        columns: list[Counter[Cell]] = [Counter() for _ in range(width)]
        for _, row in self.listing.rows():
            for cell, counter in zip(row, columns, strict=False):
                counter[cell] += 1
        return columns

    @cached_property
    def above(self) -> set[tuple[Cell, ...]]:
        """What the rows above the header hold, such as a title that each printed page repeats."""
        return {_filled(row) for row in self.listing.rows_above()}

    def _is_certain(self, number: int, row: Row) -> bool:
        return _is_certain(self.listing.entry(number, row))

    def _kind(self, entry: Entry, row: Row) -> Kind:
        if _is_certain(entry):
            return "example" if examples.says_example(row) else "person"
        if not self._says_something(row):
            return "blank" if all(map(is_blank, row)) else "template"
        if _repeats_header(self.listing, entry.row, row):
            return "header"
        is_numbered = any(map(contents.holds_id_number, row))
        is_closing = not (is_numbered or _has_job(entry)) and closing.closes(
            row, at_end=self._is_at_end(entry, row)
        )
        if is_closing or _numbers_columns(row) or _filled(row) in self.above:
            return "left_out"
        if _is_nobodys(entry.name) and _is_nobodys(entry.id_number):
            return self._kind_without_either(row, is_numbered=is_numbered)
        return "doubt" if self._is_doubtful(entry, row) else "person"

    def _is_at_end(self, entry: Entry, row: Row) -> bool:
        """Whether nobody certain follows, and the row is not counted on as those of people are."""
        return entry.row > self.last and not self._is_counted(entry, row)

    def _is_counted(self, entry: Entry, row: Row) -> bool:
        """Whether a row has a number, as people have, and what reads like the name of one."""
        return (
            isinstance(entry.name, str)
            and family_names.begins_one(bare(entry.name))
            and _COUNT.fullmatch(text_of(cell_of(row, self.listing.number)).strip()) is not None
        )

    def _says_something(self, row: Row) -> bool:
        """Whether a row holds more than a number that the form came with."""
        number = cell_of(row, self.listing.number)
        return any(
            not is_blank(cell)
            for column, cell in enumerate(row, start=1)
            if column != self.listing.number
        ) or not (is_blank(number) or closing.shape(number) == "count")

    def _kind_without_either(self, row: Row, *, is_numbered: bool) -> Kind:
        """What a row is that has no name and no ID number in their columns."""
        if is_numbered or any(self._may_be_somebody(place, cell) for place, cell in enumerate(row)):
            return "doubt"
        filled = {column for column, cell in enumerate(row, start=1) if not is_blank(cell)}
        others = filled - {self.listing.number}
        is_prefilled = len(others) > 1 or bool(others & self.listing.shared)
        return "template" if is_prefilled else "left_out"

    def _may_be_somebody(self, place: int, cell: Cell) -> bool:
        """Whether a cell, though in another column, may be a name or a phone of one person."""
        if is_blank(cell):
            return False
        if place + 1 in self.listing.shared:
            return self._is_out_of_place(place, cell)
        if isinstance(cell, str) and _GROUP.fullmatch(bare(cell[:_LONGEST_NAME])):
            return False
        if isinstance(cell, str) and _MORE.fullmatch(bare(cell[:_LOOKED_AT])):
            return True
        may_be = contents.looks_like_name(cell) or _LONG_NUMBER.search(str(cell)) is not None
        return may_be and self.values[place][cell] == 1

    def _is_out_of_place(self, place: int, cell: Cell) -> bool:
        """Whether a name, and nothing else, stands once where others have what they share."""
        if not isinstance(cell, str) or self.values[place][cell] > 1:
            return False
        return BY_FIELD["name"].is_said_by(cell) and not any(
            column.is_shared and column.is_said_by(cell) for column in OWN_COLUMNS
        )

    def _is_doubtful(self, entry: Entry, row: Row) -> bool:
        """Whether a row with a name or a number may be none of a person's all the same."""
        if _digits(entry.id_number) >= _FEWEST_DIGITS:
            return False
        others = [cell for place, cell in enumerate(row, 1) if place not in self.listing.shared]
        return closing.is_part(others) or (is_blank(entry.id_number) and _is_no_name(entry.name))


def read(listing: Listing) -> People:
    """What the rows of a list are, and what was found while reading it.

    Raises:
        RuleError: `file.lists_side_by_side`, `file.header_differs`.
    """
    found = People([], about_columns(listing), [], [])
    filled_in: list[int] = []
    for kind, entry, row in _Rows(listing).sorted():
        match kind:
            case "person" | "doubt" | "example" | "above":
                found.entries.append(entry)
                if kind != "person" or listing.sheet.hidden_rows:
                    found.findings.extend(_about_person(listing, kind, entry))
            case "left_out" | "header":
                found.left_out.append(ListedRow.of(entry.row, None, row))
                if kind == "left_out":
                    found.findings.append(listing.finding("roster.row_left_out", entry.row))
            case "template":
                found.template.append(entry.row)
                filled_in += [entry.row] if len(row) - sum(map(is_blank, row)) > 1 else []
    found.findings.extend(_about_template(listing, filled_in))
    people = {entry.row for entry in found.entries}
    questions = (opting_out.asked, contradicting.asked, relatives.asked, illness.asked)
    asked = chain(*(each(listing) for each in questions))
    found.findings.extend(each for each in asked if each.row in people)
    found.entries[:] = _with_shared_cells(listing, found.entries)
    return found


def any_in(listing: Listing) -> bool:
    """Whether a list holds anybody."""
    return any(kind in _READ for kind, *_ in _Rows(listing).sorted())


def _about_person(listing: Listing, kind: Kind, entry: Entry) -> Iterator[Finding]:
    if kind in _ASKED:
        yield listing.finding(_ASKED[kind], entry.row)
    if entry.row in listing.sheet.hidden_rows:
        yield listing.finding("roster.row_hidden", entry.row)


def _about_template(listing: Listing, rows: list[int]) -> Iterator[Finding]:
    if rows:
        about = Finding.of("roster.template_rows", count=len(rows), first=rows[0], last=rows[-1])
        yield about.model_copy(update={"sheet": listing.sheet.name})


def _with_shared_cells(listing: Listing, people: list[Entry]) -> list[Entry]:
    """The same people; a cell that is merged over several rows, such as an occupation, is each's.

    Only what is shared may be: two people with one name or number are a mistake, to be found.
    """
    shared: defaultdict[int, dict[str, Cell]] = defaultdict(dict)
    fields = {listing.place(field): field for field in OWN if BY_FIELD[field].is_shared}
    reached: Counter[int] = Counter()  # by column: of cells that overlap, the first is seen
    for first, column, last in sorted(listing.sheet.tall):
        if column in listing.shared and listing.header_row < first <= len(listing.sheet.rows):
            cell = cell_of(listing.sheet.rows[first - 1], column)
            for row in range(max(first, reached[column] + 1), min(last, MAX_SHEET_ROWS) + 1):
                shared[row][fields[column]] = cell
            reached[column] = max(reached[column], last)
    if not shared:
        return people
    return [entry.changed(shared.get(entry.row, {})) for entry in people]


def _filled(row: Row) -> tuple[Cell, ...]:
    """What stands in a row, wherever it stands."""
    return tuple(cell for cell in row if not is_blank(cell))


def _numbers_columns(row: Row) -> bool:
    """Whether a row numbers the columns, as forms do below their header: 1, 2, 3…."""
    said = [text_of(cell).strip() for cell in _filled(row)]
    return len(said) >= len(OWN) and said == [str(place) for place in range(1, len(said) + 1)]


def _is_certain(entry: Entry) -> bool:
    return _digits(entry.id_number) >= _FEWEST_DIGITS and not is_blank(entry.name)


def _has_job(entry: Entry) -> bool:
    """Whether somebody is 会计 or 负责人, which would be a label elsewhere."""
    return closing.shape(entry.occupation) == "short_label" and not is_blank(entry.name)


def _digits(cell: Cell) -> int:
    """How many digits a cell has; a fault has none."""
    if isinstance(cell, str):
        return len(cell) if cell.isdigit() else sum(map(str.isdigit, cell[:_LOOKED_AT]))
    return 0 if cell is None or isinstance(cell, CellFault) else len(str(cell))


def _is_nobodys(cell: Cell) -> bool:
    """Whether a cell is blank, struck through, or what a formula shows of a blank one."""
    if isinstance(cell, str):
        return not cell.strip().strip(_STROKES)
    return cell is None or (isinstance(cell, int | float) and cell == 0)


def _is_no_name(cell: Cell) -> bool:
    """Whether a cell that stands where names do can hardly be one."""
    if not isinstance(cell, str):
        return not isinstance(cell, CellFault)
    text = bare(cell[:_LOOKED_AT])
    is_odd = len(text) > _LONGEST_NAME or not _LETTER.search(text)
    return is_odd or closing.shape(cell) != "other" or _GROUP.fullmatch(text) is not None


def _repeats_header(listing: Listing, number: int, row: Row) -> bool:
    """Whether the row is the header again, as at the top of each printed page.

    Raises:
        RuleError: `file.header_differs`: from here on the columns are others.
    """
    if not is_header(row):
        return False
    if listing.is_said:
        return True
    again = {(column.field, column.column) for column in named_columns([row], 0)}
    if not again >= {(field, listing.place(field)) for field in NEEDED}:
        raise RuleError("file.header_differs", row=number, header_row=listing.header_row)
    return True
