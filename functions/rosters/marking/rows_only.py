"""Only the rows to mend of an .xlsx workbook, in a new one: values in her looks, nothing else."""

from functions.rosters.marking import layout, new_book
from functions.rosters.marking.book import Book
from functions.rosters.marking.marks import HEADERS, WIDTHS, Marking, in_her_file
from functions.rosters.marking.sheet_cells import SheetCells
from functions.rosters.marking.workbook import (
    colour,
    first_free_column,
    write_header,
    write_mark,
    write_text,
)
from shared_rules.roster.form import OWN_COLUMNS
from shared_rules.roster.form.rows import Entry
from shared_rules.roster.reading.archive import Parts
from shared_rules.roster.sheets import text_of


def mark(original: bytes, parts: Parts, marking: Marking) -> bytes:
    """The wanted rows under their header, each marked, and the legend.

    Raises:
        Exception: of several kinds: the workbook is not made as the format says.
    """
    book = Book(original, parts)
    source = book.sheet(marking.entries.sheet or "")
    sheet = new_book.blank(book.namespace, book.styles)
    _write_rows(source, sheet, marking)
    return new_book.packed(marking.entries.sheet or "", sheet, marking, book.theme)


def _write_rows(source: SheetCells, sheet: SheetCells, marking: Marking) -> None:
    entries = marking.entries
    width = first_free_column(source, entries.header_row) - 1
    _copy_row(source, sheet, entries.header_row, 1, width)
    for column in entries.columns:
        if not sheet.text(1, column.column):
            sheet.write(1, column.column, column.header)
    layout.copy_widths(source, sheet, width)
    layout.make_room(sheet, width + 1, WIDTHS)
    write_header(sheet, 1, width + 1, (*HEADERS, marking.row_header))
    people = {entry.row: entry for entry in entries.people}
    for row, (number, each) in enumerate(marking.rows.items(), start=2):
        _copy_row(source, sheet, number, row, width)
        if number in people:
            _complete(sheet, row, people[number], entries.positions)
        for place, value in marking.mended.get(number, {}).items():
            write_text(sheet, row, place, value)
        write_mark(sheet, row, width + 1, each, (*each.texts, str(number)))
        colour(sheet, row, each.cells(in_her_file))


def _copy_row(source: SheetCells, sheet: SheetCells, row: int, target: int, width: int) -> None:
    element = sheet.row(target)
    for column, cell in sorted(source.cells(row).items()):
        if column <= width:
            made = source.copy(cell, target, column)
            element.append(made)
            sheet.cells(target)[column] = made
            sheet.quote(made)


def _complete(sheet: SheetCells, row: int, entry: Entry, positions: dict[str, int]) -> None:
    """Write what is hers by a cell that is merged over several rows."""
    for column, cell in zip(OWN_COLUMNS, entry[1:], strict=True):
        place = positions.get(column.field)
        if column.is_shared and place and text_of(cell) and not sheet.text(row, place):
            sheet.write(row, place, text_of(cell))
