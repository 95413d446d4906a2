"""The people's rows of a sheet, and the rows that are not people."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shared_rules.findings import Finding, RuleError
from shared_rules.roster.columns import RecognisedColumn, find_header
from shared_rules.roster.limits import MAX_COLUMNS, MAX_PEOPLE
from shared_rules.roster.reading import Cell, Row, Sheet, is_workbook, read_sheets

_CLOSING: Final = re.compile(
    r"\s*(合\s*计|总\s*计|小\s*计|共计|单位|制表|填表|填报|签字|签名|盖章|公章|经办|审核"
    r"|负责人|联系|备注|说明|注\s*[:：]|日期|年\s*月\s*日|[0-9]{4}\s*年)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One person's row as it was written; `row` is Excel's row number."""

    row: int
    name: Cell
    id_number: Cell
    occupation: Cell


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
    """The entries of a file: those of its first sheet that has a header.

    Raises:
        RuleError: nothing in the file is a list, its header is missing, or it holds no people.
    """
    chosen: Entries | None = None
    others: list[str] = []
    missing: RuleError | None = None
    for sheet in read_sheets(data):
        try:
            found = find_header(sheet.rows) if chosen is None else None
        except RuleError as error:
            found, missing = None, missing or error
        if found:
            chosen = _entries(sheet, *found)
            if not is_workbook(data):
                break
        elif sheet.name and not sheet.is_empty:
            others.append(sheet.name)
    if chosen is None:
        raise missing or RuleError("file.no_rows")
    return _with_other_sheets(chosen, others)


def typed(rows: Sequence[tuple[str, str, str]]) -> Entries:
    """The entries of rows given as (name, ID number, occupation), counted from 1.

    Raises:
        RuleError: there are none, or too many.
    """
    people = tuple(Entry(number, *row) for number, row in enumerate(rows, start=1))
    return Entries(_counted(people))


def _with_other_sheets(entries: Entries, others: Iterable[str]) -> Entries:
    names = "”“".join(others)
    if not names:
        return entries
    finding = Finding.of("file.other_sheets", sheet=entries.sheet or "", others=names)
    return replace(entries, findings=(finding, *entries.findings))


def _entries(sheet: Sheet, header: int, columns: tuple[RecognisedColumn, ...]) -> Entries:
    if max(map(len, sheet.rows)) > MAX_COLUMNS:
        raise RuleError("file.too_many_columns", limit=MAX_COLUMNS)
    positions: dict[str, int] = {column.field: column.column for column in columns}
    people: list[Entry] = []
    left_out: list[Finding] = []
    for number, cells in _filled_rows(sheet.rows, header, positions):
        entry = _entry(number, cells, positions)
        if _is_person(entry, cells[: positions["name"]]):
            people.append(entry)
        else:
            left_out.append(Finding.of("roster.row_left_out").at(row=number, sheet=sheet.name))
    return Entries(_counted(tuple(people)), columns, sheet.name, tuple(left_out))


def _filled_rows(
    rows: Sequence[Row], header: int, positions: dict[str, int]
) -> Iterator[tuple[int, Row]]:
    """Rows below the header that hold more than a number that the form came with."""
    number_column = positions.get("number", 0)
    for number, row in enumerate(rows[header + 1 :], start=header + 2):
        if any(
            not _is_blank(cell) for column, cell in enumerate(row, 1) if column != number_column
        ) or (number_column and _CLOSING.match(str(_cell(row, number_column) or ""))):
            yield number, row


def _entry(number: int, row: Row, positions: dict[str, int]) -> Entry:
    return Entry(
        number,
        _cell(row, positions["name"]),
        _cell(row, positions["id_number"]),
        _cell(row, positions.get("occupation", 0)),
    )


def _cell(row: Row, column: int) -> Cell:
    return row[column - 1] if 0 < column <= len(row) else None


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _is_person(entry: Entry, labels: Row) -> bool:
    """Whether a row is a person's: it has an ID number, or a name and no closing label by it."""
    if any(sign.isdigit() for sign in str(entry.id_number or "")):
        return True
    if _is_blank(entry.name):
        return False
    return not any(isinstance(cell, str) and _CLOSING.match(cell) for cell in labels)


def _counted(people: tuple[Entry, ...]) -> tuple[Entry, ...]:
    if not people:
        raise RuleError("file.no_rows")
    if len(people) > MAX_PEOPLE:
        raise RuleError("file.too_many_people", limit=MAX_PEOPLE)
    return people
