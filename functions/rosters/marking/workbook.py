"""Marking a list that is an .xlsx workbook: it stays hers, with four columns and a sheet more."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Final

from functions.rosters.marking import heights, layout
from functions.rosters.marking.book import Book
from functions.rosters.marking.elements import Element
from functions.rosters.marking.marks import HEADERS, WIDTHS, Mark, Marking, Status, in_her_file
from functions.rosters.marking.sheet_cells import LAST_COLUMN, SheetCells, write_row
from shared_rules.roster.limits import MAX_COLUMNS
from shared_rules.roster.reading.archive import Parts

_NOBODY: Final = Mark()


def mark(original: bytes, parts: Parts, marking: Marking) -> bytes:
    """The workbook with its list marked, on each of its sheets; nothing else in it changes.

    Raises:
        Exception: of several kinds: the workbook is not made as the format says.
    """
    book = Book(original, parts)
    sheets = [_marked(book, each) for each in marking.of_sheets]
    if any(sheet.has_lost_formula for sheet in sheets):
        book.forget_order_of_formulas()
    book.add_legend(marking)
    return book.packed()


def _marked(book: Book, marking: Marking) -> SheetCells:
    """A sheet of the list, marked."""
    sheet = book.sheet(marking.entries.sheet or "")
    first = first_free_column(sheet, marking.entries.header_row)
    _forget_earlier_marking(sheet, marking.entries.header_row, first)
    layout.make_room(sheet, first, WIDTHS)
    for extent in sheet.root.findall("dimension"):
        sheet.root.remove(extent)
    mend(sheet, marking.mended, marking.entries.people[-1].row)
    if marking.entries.header_row:
        write_header(sheet, marking.entries.header_row, first, HEADERS)
    for row, each in marking.rows.items():
        write_mark(sheet, row, first, each, each.texts)
        colour(sheet, row, each.cells(in_her_file))
    for row in sheet.row_numbers:
        for column, cell in sheet.cells(row).items():
            if column < first:
                sheet.quote(cell)
    return sheet


def first_free_column(sheet: SheetCells, header: int) -> int:
    """The column right of everything from the header on; that of an earlier marking again.

    Raises:
        ValueError: there is none.
    """
    for column in sheet.cells(header):
        if all(sheet.text(header, column + i) == each for i, each in enumerate(HEADERS)):
            return column
    filled = (
        column
        for row in sheet.row_numbers
        if row >= header
        for column, cell in sheet.cells(row).items()
        if sheet.is_filled(cell)
    )
    # A title merged over the whole width of the sheet leaves no column, and hides none of ours.
    areas = (
        area.last_column
        for area in layout.merged(sheet)
        if area.last_row >= header and area.last_column <= 2 * MAX_COLUMNS
    )
    first = max((*filled, *areas), default=0) + 1
    if first + len(HEADERS) > LAST_COLUMN:
        raise ValueError("no column is free")
    return first


def mend(sheet: SheetCells, mended: Mapping[int, Mapping[int, str]], last_row: int) -> None:
    """Write what was put right; cells that were merged over one of these rows stand apart."""
    for row, cells in mended.items():
        for column, value in cells.items():
            for area in layout.merged(sheet):
                if area.covers(row, column):
                    _stand_apart(sheet, area, last_row)
            write_text(sheet, row, column, value)


def write_text(sheet: SheetCells, row: int, column: int, value: str) -> None:
    """Write a text into a cell that holds text from now on."""
    cell = sheet.write(row, column, value)
    cell.set("s", sheet.styles.as_text(cell.get("s", "0")))


def write_header(sheet: SheetCells, row: int, first: int, texts: Sequence[str]) -> None:
    """The headings of our columns, in the looks of the one at their left."""
    neighbour = sheet.cells(row).get(first - 1)
    for cell in write_row(sheet, row, texts, first):
        if neighbour is not None:
            cell.set("s", neighbour.get("s", "0"))


def write_mark(sheet: SheetCells, row: int, first: int, mark: Mark, texts: Sequence[str]) -> None:
    """What was found in a row, in cells of ours."""
    for place, cell in enumerate(write_row(sheet, row, texts, first)):
        style = sheet.styles.dressed(cell.get("s", "0"))
        cell.set("s", style if place else sheet.styles.coloured(style, mark.status))
    layout.heighten(sheet, row, heights.needed(mark.texts, WIDTHS))


def colour(sheet: SheetCells, row: int, cells: Mapping[int, Status]) -> None:
    """Give cells of a row, by their columns, the colours of what was found in them."""
    for column, status in cells.items():
        cell = sheet.cell(row, column)
        cell.set("s", sheet.styles.coloured(cell.get("s", "0"), status))


def _forget_earlier_marking(sheet: SheetCells, header: int, first: int) -> None:
    if not header or sheet.text(header, first) != HEADERS[0]:
        return
    for row in sheet.row_numbers:
        for column, cell in sheet.cells(row).items() if row > header else ():
            if first <= column < first + len(HEADERS):
                sheet.clear(cell)
            if style := cell.get("s"):
                cell.set("s", sheet.styles.without_our_colour(style))


def _stand_apart(sheet: SheetCells, area: layout.Area, last_row: int) -> None:
    """Give each cell of merged ones, as far as there are people, what they said together."""
    source = deepcopy(sheet.cell(area.first_row, area.first_column))
    layout.take_apart(sheet, area)
    for row in range(area.first_row, min(area.last_row, last_row) + 1):
        for column in range(area.first_column, area.last_column + 1):
            _copy_content(sheet, source, sheet.cell(row, column))


def _copy_content(sheet: SheetCells, source: Element, target: Element) -> None:
    sheet.clear(target)
    if source.get("t"):
        target.set("t", source.get("t"))
    target.extend(deepcopy(each) for each in source if each.tag != "f")
