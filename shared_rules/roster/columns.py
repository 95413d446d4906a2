"""The columns of a roster: found by its header, or said by the person who has the list."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import islice, zip_longest
from typing import Annotated, Final, NamedTuple

from pydantic import ConfigDict
from pydantic import Field as Constraint

from shared_rules.findings import RuleError, column_letters
from shared_rules.records import Record
from shared_rules.roster import contents
from shared_rules.roster.form import BY_FIELD, HEADERS, NEEDED, Field
from shared_rules.roster.form.column import most
from shared_rules.roster.form.rows import Places
from shared_rules.roster.headings import (
    Heading,
    has_name_in_parts,
    is_about_paper,
    is_of_others,
    meaning,
    speaks_of_others,
)
from shared_rules.roster.limits import HEADER_SEARCH_ROWS, MAX_SHEET_ROWS
from shared_rules.roster.sheets import Cell, Row, Sheet, is_blank

_LOOKED_AT: Final = 50
_OF_A_NAME: Final = max(each.rank for each in BY_FIELD["name"].sure)
# Higher than of any name, also that of the insured (`headings`).
_HIGHEST: Final = _OF_A_NAME + 2
_DIGIT: Final = re.compile("[0-9]")
_LONGEST_SHOWN: Final = 40


class RecognisedColumn(Record):
    """Which column of the sheet holds which field; `column` counts from 1.

    `is_guess` says that the header alone did not decide it, but what stands below.
    """

    field: Field
    header: str
    column: int
    letters: str
    is_guess: bool = False


class ChosenColumns(Places):
    """Which column is which, as she said who has the list; all count from 1.

    `header_row` is 0 where the list has no header; `sheet` is None where the file has no sheets,
    or the first is meant.
    """

    model_config = ConfigDict(extra="forbid")

    sheet: str | None = None
    header_row: Annotated[int, Constraint(ge=0, le=MAX_SHEET_ROWS)] = 0

    def recognised(self, sheet: Sheet) -> tuple[RecognisedColumn, ...]:
        """The columns as if their headers had been known.

        Raises:
            RuleError: `file.columns_wrong`: two are the same, or the sheet has no such place;
                `file.header_is_person`: an ID number stands in the row of the header.
        """
        chosen = {field: getattr(self, field) for field in BY_FIELD if getattr(self, field)}
        width = max(map(len, sheet.rows), default=0)
        is_there = self.header_row < len(sheet.rows) and max(chosen.values()) <= width
        if not is_there or len(set(chosen.values())) < len(chosen):
            raise RuleError("file.columns_wrong")
        header = sheet.rows[self.header_row - 1] if self.header_row else []
        if any(map(contents.is_id_number, header)):
            raise RuleError("file.header_is_person", row=self.header_row)
        return tuple(_recognised(field, column, header) for field, column in chosen.items())


class NamedColumn(NamedTuple):
    """A column whose header names a field, surely or not."""

    column: int
    header: str
    heading: Heading

    @property
    def field(self) -> Field:
        """The field that it names."""
        return self.heading.field

    def recognised(self) -> RecognisedColumn:
        """The column as a report shows it."""
        return RecognisedColumn(
            field=self.field,
            header=self.header,
            column=self.column,
            letters=column_letters(self.column),
            is_guess=not self.heading.is_sure,
        )


def find_header(
    rows: Sequence[Row], hidden: Collection[int] = ()
) -> tuple[int, tuple[RecognisedColumn, ...]]:
    """The header's index in `rows` and its columns, sought in the first rows.

    A header of two rows, as merged cells make it, has the index of the second. Of two columns for
    one field the one that names the insured is taken, else the first that is not `hidden`. A
    header that may mean something else is taken where what stands below it agrees.

    Raises:
        RuleError: `file.no_header`: no row names both the name and the ID number.
    """
    for index in range(min(len(rows), HEADER_SEARCH_ROWS)):
        named = named_columns(rows, index)
        # 姓名 王芳 身份证号 6401… is somebody's row.
        is_persons = any(map(contents.is_id_number, rows[index]))
        if not named or is_persons or has_name_in_parts(rows[index]):
            continue
        if columns := _of_two_rows(rows, index, hidden):
            return index + 1, columns
        insured_first = _insured_first(named, rows[index + 1 :])
        if columns := _needed(_sure([*insured_first, *_above_blanks(rows, index)]), hidden):
            return index, columns
        if columns := _needed(_agreeing(named, rows[index + 1 :]), hidden):
            return index, columns
    raise RuleError("file.no_header", rows=HEADER_SEARCH_ROWS)


def named_columns(rows: Sequence[Row], index: int) -> list[NamedColumn]:
    """Every column whose cell in a row names a field, and is not somebody else's."""
    row = rows[index]
    named = [
        NamedColumn(column, header_text(cell), heading)
        for column, cell in enumerate(row, start=1)
        if (heading := meaning(cell))
    ]
    groups = _groups(rows[index - 1]) if index and named else []
    return [
        each
        for each in named
        if not (each.column <= len(groups) and is_of_others(groups[each.column - 1]))
    ]


def holds_names(rows: Sequence[Row]) -> bool:
    """Whether names stand below a header that surely says so, with or without numbers."""
    return any(
        each.field == "name"
        and each.heading.is_sure
        and are_names(_first_below(each, rows[index + 1 :]))
        for index in range(min(len(rows), HEADER_SEARCH_ROWS))
        for each in named_columns(rows, index)
    )


def are_names(cells: Sequence[Cell]) -> bool:
    """Whether most cells surely are names, and no departments."""
    return most(_is_name)(cells)


def columns_of_others(rows: Sequence[Row], index: int) -> set[int]:
    """The columns that are not hers, as their header in a row or the one above it says."""
    row = rows[index]
    groups = _groups(rows[index - 1])[: len(row)] if index else []
    return {
        column
        for column, (cell, group) in enumerate(zip_longest(row, groups), start=1)
        if speaks_of_others(cell) or is_of_others(group)
    }


def is_header(row: Row) -> bool:
    """Whether the row surely names both the name and the ID number, and holds no number."""
    if any(map(contents.is_id_number, row)):
        return False
    named = _sure(named_columns([row], 0))
    return {each.field for each in named}.issuperset(NEEDED)


def of_form(fields: Iterable[Field] = tuple(HEADERS)) -> tuple[RecognisedColumn, ...]:
    """The columns of a list without a header that has these fields in this order."""
    return tuple(_recognised(field, column, []) for column, field in enumerate(fields, start=1))


def _recognised(field: Field, column: int, header: Row) -> RecognisedColumn:
    cell = header[column - 1] if column <= len(header) else None
    shown = header_text(cell) or BY_FIELD[field].header
    letters = column_letters(column)
    return RecognisedColumn(field=field, header=shown, column=column, letters=letters)


def header_text(cell: Cell) -> str:
    """A header as it is shown: its beginning, on one line; empty where there is none."""
    if is_blank(cell):
        return ""
    return " ".join(str(cell)[: 2 * _LONGEST_SHOWN].split())[:_LONGEST_SHOWN]


def _sure(named: Iterable[NamedColumn]) -> list[NamedColumn]:
    return [each for each in named if each.heading.is_sure]


def _groups(row: Row) -> list[Cell]:
    """What the row above says over each column, as a merged cell says it over several.

    A row of a single cell is a title, and says nothing of columns.
    """
    said: Cell = None
    groups = [said := (said if is_blank(cell) else cell) for cell in row]
    return groups if sum(not is_blank(cell) for cell in row) > 1 else []


def _of_two_rows(
    rows: Sequence[Row], index: int, hidden: Collection[int]
) -> tuple[RecognisedColumn, ...]:
    """The columns of a header whose second row, this one's next, names nothing but columns."""
    if index + 1 >= len(rows) or is_header(rows[index + 1]):
        return ()
    upper, lower = rows[index], rows[index + 1]
    groups = [*_groups(upper), *[None] * len(lower)]
    said = [
        (column, cell, _of_both(group, cell))
        for column, (cell, group) in enumerate(zip(lower, groups, strict=False), start=1)
        if not is_blank(cell)
    ]
    below = [NamedColumn(column, header_text(cell), found) for column, cell, found in said if found]
    if not below or not all(found or is_about_paper(cell) for _, cell, found in said):
        return ()
    taken = {column for column, _, _ in said}
    above = [each for each in named_columns(rows, index) if each.column not in taken]
    return _needed(_sure([*above, *below]), hidden)


def _insured_first(named: Iterable[NamedColumn], below: Sequence[Row]) -> list[NamedColumn]:
    """The same; the insured herself (参保人) goes before any other name where names stand there."""
    return [
        each._replace(heading=each.heading._replace(rank=_HIGHEST))
        if each.heading.rank < _OF_A_NAME and each.field == "name" and agrees(each, below)
        else each
        for each in named
    ]


def _above_blanks(rows: Sequence[Row], index: int) -> list[NamedColumn]:
    """What cells name that reach down over a row, as 序号 and 职业 beside 姓名 under 基本信息."""
    filled = {column for column, cell in enumerate(rows[index], start=1) if not is_blank(cell)}
    above = named_columns(rows, index - 1) if index else []
    return [each for each in above if each.column not in filled]


def _of_both(upper: Cell, lower: Cell) -> Heading | None:
    """What a header of two cells surely says: 证件 above 号码."""
    if not isinstance(lower, str) or _DIGIT.search(lower) or is_of_others(upper):
        return None
    together = meaning(upper + lower) if isinstance(upper, str) else None
    return next((each for each in (meaning(lower), together) if each and each.is_sure), None)


def _agreeing(named: Iterable[NamedColumn], below: Sequence[Row]) -> list[NamedColumn]:
    """Those that are sure, and those others below whose header stands what it may mean."""
    return [each for each in named if each.heading.is_sure or agrees(each, below)]


def agrees(named: NamedColumn, below: Sequence[Row]) -> bool:
    """Whether most of what stands below a header looks like the field that it may name."""
    return BY_FIELD[named.field].looks_like(_first_below(named, below))


def _first_below(named: NamedColumn, below: Sequence[Row]) -> list[Cell]:
    """The first cells below a header that hold something."""
    place = named.column - 1
    filled = (row[place] for row in below if place < len(row) and not is_blank(row[place]))
    return list(islice(filled, _LOOKED_AT))


def _is_name(cell: Cell) -> bool:
    return isinstance(cell, str) and BY_FIELD["name"].is_said_by(cell)


def _needed(named: Iterable[NamedColumn], hidden: Collection[int]) -> tuple[RecognisedColumn, ...]:
    """One column for each field that is named, or none at all where a needed one is not."""
    found: dict[Field, NamedColumn] = {}
    for each in sorted(named, key=_preference(hidden)):
        found.setdefault(each.field, each)
    columns = {each.column for each in found.values()}
    if not found.keys() >= set(NEEDED) or len(columns) < len(found):
        return ()
    in_order = sorted(found.values(), key=lambda each: each.column)
    return tuple(each.recognised() for each in in_order)


def _preference(hidden: Collection[int]) -> Callable[[NamedColumn], tuple[bool, bool, int]]:
    """Sure before unsure, visible before hidden, the insured's own before others."""
    return lambda each: (
        not each.heading.is_sure,
        each.column in hidden,
        -each.heading.rank,
    )
