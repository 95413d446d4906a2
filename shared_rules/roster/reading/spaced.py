"""Columns that stand under each other by spaces, as in a text typed or printed with them."""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from shared_rules.findings import RuleError
from shared_rules.roster.columns import RecognisedColumn, find_header
from shared_rules.roster.form import HEADERS, NEEDED, Field
from shared_rules.roster.limits import HEADER_SEARCH_ROWS
from shared_rules.roster.reading import lines
from shared_rules.roster.reading.decoding import check_lines
from shared_rules.roster.reading.line_words import LONGEST_LINE
from shared_rules.roster.reading.workbooks import check_extent
from shared_rules.roster.sheets import Cell, Row, Sheet

_GAPS: Final = (re.compile(r"\s{2,}|\t|\u3000+"), re.compile(r"\s+"))
_LOOKED_AT: Final = 100_000


class _Header(NamedTuple):
    gap: re.Pattern[str]
    row: int
    width: int
    columns: Sequence[RecognisedColumn]


def has_header(text: str) -> bool:
    """Whether the first lines hold a header whose words stand apart."""
    return _header(lines.split(text[:_LOOKED_AT])) is not None


def read(text: str) -> Sheet | None:
    """The lines as rows of the columns that their header has; None: they have no such header."""
    written = lines.split(text)
    header = _header(written)
    if header is None:
        return None
    check_extent(sum(map(bool, written)), header.width)
    check_lines(len(written))
    return Sheet(None, [_row(line, place, header) for place, line in enumerate(written)])


def _header(written: list[str]) -> _Header | None:
    for gap in _GAPS:
        rows: list[Row] = [[*_cells(line, gap)] for line in written[: HEADER_SEARCH_ROWS + 1]]
        with suppress(RuleError):
            row, columns = find_header(rows)
            return _Header(gap, row, len(rows[row]), columns)
    return None


def _cells(line: str, gap: re.Pattern[str]) -> list[str]:
    if len(line) > LONGEST_LINE:
        return [line]
    return gap.split(line) if line else []


def _row(line: str, place: int, header: _Header) -> Row:
    """A line; where its words do not fit its header, its ID number tells which is which."""
    cells = _cells(line, header.gap)
    places = {column.field: column.column for column in header.columns}
    numbers = [column for column, cell in enumerate(cells, start=1) if lines.is_number(cell)]
    fits = len(cells) == header.width and numbers == [places["id_number"]]
    if place <= header.row or fits or not lines.holds_number(line):
        return list(cells)
    return _by_number(lines.person(line, id_first=False), header.width, places)


def _by_number(person: lines.Person, width: int, places: dict[Field, int]) -> Row:
    in_order = [field for field in HEADERS if field in places]
    is_form = width == len(places) and sorted(places, key=places.__getitem__) == in_order
    row: Row = [None] * width
    row[places["id_number"] - 1] = person.cells.get("id_number")
    row[places["name"] - 1] = person.name if is_form else _unclear(person.name)
    for field, place in places.items() if is_form else ():
        if field not in NEEDED:
            row[place - 1] = person.cells.get(field, "")
    return row


def _unclear(name: Cell) -> Cell:
    return lines.unclear(name) if isinstance(name, str) else name
