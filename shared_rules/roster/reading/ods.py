"""OpenDocument spreadsheets (.ods): rows and cells may be written once and repeated."""

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from shared_rules.findings import RuleError
from shared_rules.roster.limits import MAX_COLUMNS, MAX_SHEET_ROWS
from shared_rules.roster.reading import workbooks
from shared_rules.roster.reading.archive import Parts, packed
from shared_rules.roster.reading.workbooks import Unseen
from shared_rules.roster.sheets import CellFault, Sheet

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC_EXTENSION: Final = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_CELLS: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def read(parts: Parts) -> list[Sheet]:
    """The sheets of a spreadsheet.

    Raises:
        RuleError: `file.damaged`, or it reaches too far.
    """
    try:
        # Parts come without DOCTYPE from `archive`, so that there are no entities to grow.
        content = ElementTree.fromstring(parts["content.xml"])  # noqa: S314
    except ElementTree.ParseError as error:
        raise RuleError("file.damaged") from error
    unseen = {
        table.get(f"{_TABLE}name", ""): _unseen(table) for table in content.iter(f"{_TABLE}table")
    }
    return workbooks.read(packed(parts), unseen)


def _unseen(table: ElementTree.Element) -> Unseen:
    hidden_rows: set[int] = set()
    faults: dict[tuple[int, int], CellFault] = {}
    tall: set[tuple[int, int, int]] = set()
    for first, last, row in _placed(table.iter(f"{_TABLE}table-row"), "rows"):
        filled = list(_filled(row))
        if filled:
            workbooks.check_extent(last, max(columns[-1] for columns, _ in filled))
            faults.update(_at_each(range(first, last + 1), filled))
            tall.update((first, column, first + rows - 1) for column, rows in _tall(row))
        if _is_hidden(row):
            hidden_rows.update(range(first, min(last, MAX_SHEET_ROWS) + 1))
    return Unseen(
        frozenset(hidden_rows),
        frozenset(_hidden_columns(table)),
        frozenset(tall),
        faults,
    )


def _filled(row: ElementTree.Element) -> Iterator[tuple[range, CellFault | None]]:
    """The columns of each cell that holds something, with the fault where that is no value."""
    for first, last, cell in _placed(_cells(row), "columns"):
        valued = len(cell) > 0 or f"{_OFFICE}value-type" in cell.attrib
        if valued:
            yield range(first, last + 1), _error(cell)
        elif f"{_TABLE}formula" in cell.attrib:
            yield range(first, last + 1), CellFault("cell.formula_without_value", "")


def _error(cell: ElementTree.Element) -> CellFault | None:
    """The error that a cell shows: programs write it as an empty text, or as the number 0."""
    is_formula = f"{_TABLE}formula" in cell.attrib
    if not is_formula and cell.get(f"{_CALC_EXTENSION}value-type") != "error":
        return None
    return CellFault.of_text("".join(cell.itertext()))


def _at_each(
    rows: range, filled: list[tuple[range, CellFault | None]]
) -> Iterator[tuple[tuple[int, int], CellFault]]:
    for columns, fault in filled:
        if fault:
            yield from (((row, column), fault) for row in rows for column in columns)


def _tall(row: ElementTree.Element) -> Iterator[tuple[int, int]]:
    """The column of each cell that is merged over several rows, and over how many."""
    for first, _, cell in _placed(_cells(row), "columns"):
        if (rows := _count(cell, "number-rows-spanned")) > 1:
            yield first, rows


def _cells(row: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return (each for each in row if each.tag in _CELLS)


def _hidden_columns(table: ElementTree.Element) -> Iterator[int]:
    for first, last, column in _placed(table.iter(f"{_TABLE}table-column"), "columns"):
        if _is_hidden(column):
            yield from range(first, min(last, MAX_COLUMNS) + 1)


def _is_hidden(element: ElementTree.Element) -> bool:
    return element.get(f"{_TABLE}visibility") in ("collapse", "filter")


def _placed(
    elements: Iterator[ElementTree.Element], kind: str
) -> Iterator[tuple[int, int, ElementTree.Element]]:
    """Each element with its first and last place, counted from 1."""
    last = 0
    for element in elements:
        first, last = last + 1, last + _count(element, f"number-{kind}-repeated")
        yield first, last, element


def _count(element: ElementTree.Element, name: str) -> int:
    written = element.get(f"{_TABLE}{name}", "1")
    if not written.isdecimal() or len(written) > len(str(2**31)):
        raise RuleError("file.damaged")
    return int(written)
