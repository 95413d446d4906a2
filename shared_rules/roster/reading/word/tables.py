"""The tables of a Word document as rows of cells, with what Word does to rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from shared_rules.findings import RuleError
from shared_rules.identity import id_number
from shared_rules.roster.columns import find_header, holds_names
from shared_rules.roster.limits import MAX_COLUMNS
from shared_rules.roster.reading.word import cells
from shared_rules.roster.reading.word.cells import NESTED_TABLE, Content
from shared_rules.roster.reading.word.markup import W, inside, switch, value
from shared_rules.roster.reading.word.styles import Styles
from shared_rules.roster.sheets import Cell, CellFault, Row

_BOXED: Final = re.compile(r"\s*[0-9０-９Xxｘ]\s*")
_MANY_BOXES: Final = re.compile("1{15,}")


class TableRow(NamedTuple):
    """One row; columns count from 1.

    `continued`: the columns in which a cell of the row above goes on; `width`: up to where it is
    filled; `told`: the column and the code of what is to be told; `is_deleted`: in a revision that
    nobody has accepted yet.
    """

    cells: Row
    continued: list[int]
    width: int
    told: list[tuple[int, str]]
    is_hidden: bool
    is_deleted: bool


Table = list[TableRow]


def read(document: Element, styles: Styles) -> list[Table]:
    """Every table, in the document's order; those that only lay out others before these."""
    return [rows for table in inside(document, f"{W}tbl") for rows in _tables(table, styles)]


def has_header(table: Table) -> bool:
    """Whether a table has the header of a list."""
    try:
        find_header([row.cells for row in table])
    except RuleError:
        return False
    return True


def holds_numbers(table: Table) -> bool:
    """Whether a table holds an ID number."""
    return any(
        isinstance(cell, str) and id_number.occurs_in(cell) for row in table for cell in row.cells
    )


def may_hold_people(table: Table) -> bool:
    """Whether a table without the header of a list holds ID numbers or names all the same."""
    return holds_numbers(table) or holds_names([row.cells for row in table])


def _tables(table: Element, styles: Styles) -> Iterator[Table]:
    rows = [_row(row, styles) for row in inside(table, f"{W}tr")]
    nested = [each for inner in inside(table, f"{W}tbl") for each in _tables(inner, styles)]
    if has_header(rows) or not any(has_header(each) or holds_numbers(each) for each in nested):
        yield rows
    else:
        yield [row._replace(cells=list(map(_beside_nested, row.cells))) for row in rows]
        yield from nested


def _beside_nested(cell: Cell) -> Cell:
    return None if isinstance(cell, CellFault) and cell.code == NESTED_TABLE else cell


def _row(row: Element, styles: Styles) -> TableRow:
    properties = row.find(f"{W}trPr")
    contents: list[Content | None] = [None] * _count(properties, "gridBefore")
    continued: list[int] = []
    width = 0
    for cell in inside(row, f"{W}tc"):
        about = cell.find(f"{W}tcPr")
        content = cells.read(cell, styles)
        first = len(contents) + 1
        contents += [content, *[None] * ((_count(about, "gridSpan") or 1) - 1)]
        merge = None if about is None else about.find(f"{W}vMerge")
        if merge is not None and value(merge) != "restart":
            continued.append(first)
            if content.cell:  # which the cell above lies over
                told = content.told | {"cell.covered"}
                contents[first - 1] = replace(content, told=told)
        if content.cell or content.hidden:
            width = len(contents)
    return _hidden_or_seen(contents, continued, width, properties)


def _hidden_or_seen(
    contents: Sequence[Content | None],
    continued: list[int],
    width: int,
    properties: Element | None,
) -> TableRow:
    """A row; of one in which only hidden text stands, this text, as of any hidden row."""
    seen = any(each and each.cell and not each.is_overlaid for each in contents)
    only_hidden = not seen and any(each and each.hidden for each in contents)
    row: Row = [_cell(each, seen=seen, only_hidden=only_hidden) for each in contents]
    told = [
        (column, code)
        for column, each in enumerate(contents, start=1)
        if each and not only_hidden
        for code in sorted(each.told)
    ]
    is_hidden = only_hidden or bool(switch(properties, "hidden"))
    is_deleted = properties is not None and properties.find(f"{W}del") is not None
    return TableRow(_of_boxes(row), continued, width, told, is_hidden, is_deleted)


def _of_boxes(row: Row) -> Row:
    """The row; a number that is written into boxes, a digit each, in the first of them."""
    shape = "".join("1" if isinstance(c, str) and _BOXED.fullmatch(c) else "0" for c in row)
    for boxes in _MANY_BOXES.finditer(shape):
        first, end = boxes.span()
        row[first:end] = ["".join(map(str, row[first:end])), *[None] * (end - first - 1)]
    return row


def _cell(content: Content | None, *, seen: bool, only_hidden: bool) -> Cell:
    if content is None or not (seen or only_hidden):
        return None
    return content.hidden if only_hidden else content.cell


def _count(properties: Element | None, name: str) -> int:
    """A count of columns in the grid; no more than one beyond the limit."""
    written = "" if properties is None else value(properties.find(f"{W}{name}"))
    return min(int(written[:4]), MAX_COLUMNS + 1) if written.isdecimal() else 0
