"""A Word document as a sheet.

Long lists are often several tables, one a page; their rows follow each other as those of one
sheet, from the table on that has the header. Rows are counted from there. Without any table, the
paragraphs are lines of a text.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final
from xml.etree.ElementTree import Element

from shared_rules.findings import Finding, RuleError
from shared_rules.roster.reading import lines, outside, relations, text
from shared_rules.roster.reading.archive import Parts
from shared_rules.roster.reading.word import cells, tables
from shared_rules.roster.reading.word.markup import W, inside, transitional
from shared_rules.roster.reading.word.styles import Styles
from shared_rules.roster.reading.word.tables import Table
from shared_rules.roster.reading.workbooks import check_extent
from shared_rules.roster.sheets import Sheet

_BESIDE: Final = frozenset({"header", "footer", "footnotes", "endnotes"})
_PICTURES: Final = (f"{W}drawing", f"{W}pict")
_EMBEDDED: Final = (f"{W}object", f"{W}altChunk", f"{W}subDoc")


def read(parts: Parts) -> Sheet:
    """The rows of a document's tables.

    Raises:
        RuleError: `file.no_table`, `file.embedded`, `file.only_pictures`, `file.damaged`,
            `file.unsafe`, or they reach too far.
    """
    try:
        return _read(parts)
    except RecursionError as error:  # what is nested so deep, no program wrote
        raise RuleError("file.unsafe") from error


def _read(parts: Parts) -> Sheet:
    main = relations.word_part(parts) or ""
    document = transitional(relations.parsed(parts.get(main, b"")))
    styles = _styles(parts, main)
    found = tables.read(document, styles)
    if not any(found):
        return _lines(document, styles)
    first = _first_with_header(found)
    rows = [row for table in found[first:] for row in table]
    kept = [row for row in rows if not row.is_deleted]
    texts = chain(_texts_outside(document), _texts_beside(parts, main))
    check_extent(len(kept), max((row.width for row in kept), default=0))
    return Sheet(
        None,
        [row.cells for row in kept],
        hidden_rows=frozenset(n for n, row in enumerate(kept, start=1) if row.is_hidden),
        tall=_tall(kept),
        findings=(*_unread(found[:first], texts, len(rows) - len(kept)), *_told(kept)),
    )


def _styles(parts: Parts, main: str) -> Styles:
    part = next(relations.related(parts, main, "styles"), None)
    return Styles.of(transitional(relations.parsed(parts[part])) if part else None)


def _lines(document: Element, styles: Styles) -> Sheet:
    """The paragraphs as lines of a text, where they hold people and nothing but text."""
    content = cells.read(document, styles)
    if isinstance(content.cell, str) and not content.told and lines.holds_number(content.cell):
        return text.table(content.cell)
    for elements, code in ((_EMBEDDED, "file.embedded"), (_PICTURES, "file.only_pictures")):
        if next(inside(document, *elements), None) is not None:
            raise RuleError(code)
    raise RuleError("file.no_table")


def _first_with_header(found: list[Table]) -> int:
    """The place of the first table with a header, or of the first one, whose columns are asked."""
    return next((place for place, table in enumerate(found) if tables.has_header(table)), 0)


def _unread(before: list[Table], texts: Iterable[str], deleted: int) -> Iterator[Finding]:
    """What may hold people and is not read."""
    if any(map(tables.may_hold_people, before)):
        yield Finding.of("file.other_tables")
    if asked := outside.message(texts):
        yield Finding.of(asked)
    if deleted:
        yield Finding.of("file.rows_deleted", count=deleted)


def _texts_outside(document: Element) -> Iterator[str]:
    """The paragraphs that are in no table."""
    for element in inside(document, f"{W}p", f"{W}tbl"):
        if element.tag == f"{W}p":
            yield "".join(text.text or "" for text in inside(element, f"{W}t", f"{W}tbl"))


def _texts_beside(parts: Parts, main: str) -> Iterator[str]:
    """The paragraphs at the head and the foot of pages, and in notes."""
    for kind, part in relations.of(parts, main).values():
        if kind in _BESIDE:
            yield from _texts_outside(transitional(relations.parsed(parts[part])))


def _told(rows: Table) -> Iterator[Finding]:
    for number, row in enumerate(rows, start=1):
        for column, code in row.told:
            yield Finding.of(code).at(row=number, column=column)


def _tall(rows: Table) -> frozenset[tuple[int, int, int]]:
    """Cells merged over several rows, as `Sheet` has them."""
    last_rows: dict[tuple[int, int], int] = {}
    first_rows: dict[int, int] = {}
    for number, row in enumerate(rows, start=1):
        first_rows = {column: first_rows.get(column, number - 1) for column in row.continued}
        last_rows.update(((first, column), number) for column, first in first_rows.items())
    return frozenset((first, column, last) for (first, column), last in last_rows.items())
