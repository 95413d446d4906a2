"""Word documents (.docx): the form as the notice prints it is a Word table.

Long lists are often several tables, one a page; their rows follow each other as those of one
sheet, from the table on that has the header. Rows are counted from there.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree import ElementTree

from shared_rules.findings import RuleError
from shared_rules.roster.columns import find_header
from shared_rules.roster.limits import MAX_COLUMNS
from shared_rules.roster.reading.archive import Parts
from shared_rules.roster.reading.workbooks import check_extent
from shared_rules.roster.sheets import Row, Sheet

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED: Final = {_FALLBACK, f"{_W}del", f"{_W}moveFrom"}


class _WordRow(NamedTuple):
    """A row's cells, and the columns, counted from 1, in which a cell of the row above goes on."""

    cells: Row
    continued: list[int]


def read(parts: Parts) -> Sheet:
    """The rows of a document's tables.

    Raises:
        RuleError: `file.no_table`, `file.no_header`, `file.damaged`, or they reach too far.
    """
    try:
        # Parts come without DOCTYPE from `archive`, so that there are no entities to grow.
        document = ElementTree.fromstring(parts["word/document.xml"])  # noqa: S314
    except ElementTree.ParseError as error:
        raise RuleError("file.damaged") from error
    tables = [_rows(table) for table in _inside(document, f"{_W}tbl")]
    if not any(tables):
        raise RuleError("file.no_table")
    rows = [row for table in tables[_first_with_header(tables) :] for row in table]
    check_extent(len(rows), max(len(row.cells) for row in rows))
    return Sheet(None, [row.cells for row in rows], tall=_tall(rows))


def _first_with_header(tables: list[list[_WordRow]]) -> int:
    missing: RuleError | None = None
    for place, rows in enumerate(tables):
        try:
            find_header([row.cells for row in rows])
        except RuleError as error:
            missing = missing or error
        else:
            return place
    raise missing or RuleError("file.no_table")


def _inside(element: ElementTree.Element, *tags: str) -> Iterator[ElementTree.Element]:
    """The nearest elements with a tag inside this one, in their order; not what was deleted."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag in tags:
            yield child
        elif child.tag not in _SKIPPED:
            waiting.extend(reversed(child))


def _rows(table: ElementTree.Element) -> list[_WordRow]:
    return [_row(row) for row in _inside(table, f"{_W}tr")]


def _row(row: ElementTree.Element) -> _WordRow:
    cells: Row = [None] * _count(row, f"{_W}trPr/{_W}gridBefore")
    continued: list[int] = []
    for cell in _inside(row, f"{_W}tc"):
        width = _count(cell, f"{_W}tcPr/{_W}gridSpan") or 1
        cells += [_text(cell), *[None] * (width - 1)]
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merge is not None and merge.get(f"{_W}val") != "restart":
            continued.append(len(cells) - width + 1)
    return _WordRow(cells, continued)


def _tall(rows: list[_WordRow]) -> frozenset[tuple[int, int, int]]:
    """Cells merged over several rows, as `Sheet` has them."""
    last_rows: dict[tuple[int, int], int] = {}
    first_rows: dict[int, int] = {}
    for number, row in enumerate(rows, start=1):
        first_rows = {column: first_rows.get(column, number - 1) for column in row.continued}
        last_rows.update(((first, column), number) for column, first in first_rows.items())
    return frozenset((first, column, last) for (first, column), last in last_rows.items())


def _count(element: ElementTree.Element, path: str) -> int:
    """A count of columns in the grid; no more than one beyond the limit."""
    found = element.find(path)
    value = "" if found is None else found.get(f"{_W}val", "")
    return min(int(value[:4]), MAX_COLUMNS + 1) if value.isdecimal() else 0


def _text(cell: ElementTree.Element) -> str:
    """What a person reads in a cell; its paragraphs on lines of their own."""
    return "\n".join(map(_paragraph, _inside(cell, f"{_W}p"))).strip()


def _paragraph(paragraph: ElementTree.Element) -> str:
    pieces = _inside(paragraph, f"{_W}t", f"{_W}tab", f"{_W}br")
    return "".join((each.text or "") if each.tag == f"{_W}t" else " " for each in pieces)
