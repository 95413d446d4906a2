"""A marked list as a new workbook in the layout of 附件2, for what is no .xlsx and no text."""

from typing import Final

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from functions.rosters.marking.cells import LINE, Painter, cell_at, write_row
from functions.rosters.marking.marks import HEADERS as MARK_HEADERS
from functions.rosters.marking.marks import WIDTHS, Mark, Marking
from functions.rosters.marking.sheets import add_legend, fit_height, new_workbook, saved
from shared_rules.findings import Finding
from shared_rules.roster.form import COLUMNS
from shared_rules.roster.form.rows import Entry
from shared_rules.roster.sheets import text_of

_COLUMNS: Final = {each.field: place for place, each in enumerate(COLUMNS, start=1)}
_FIRST_OF_MARKS: Final = len(COLUMNS) + 1
_CHARACTERS_A_CENTIMETRE: Final = 4


def mark(marking: Marking) -> bytes:
    """The people as they were written, each with what was found and the row of her list."""
    book, sheet = new_workbook()
    sheet.title = "名单"
    headers = [*(each.header for each in COLUMNS), *MARK_HEADERS, marking.row_header]
    for cell in write_row(sheet, 1, headers):
        cell.font, cell.border = Font(bold=True), LINE
    people = [entry for entry in marking.entries.people if entry.row in marking.rows]
    painter = Painter()
    for row, entry in enumerate(people, start=2):
        _write_person(painter, sheet, row, entry)
        _write_mark(painter, sheet, row, entry.row, marking.rows[entry.row])
    own_widths = (each.width * _CHARACTERS_A_CENTIMETRE for each in COLUMNS)
    for column, width in enumerate((*own_widths, *WIDTHS), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    add_legend(book, marking)
    return saved(book)


def _write_person(painter: Painter, sheet: Worksheet, row: int, entry: Entry) -> None:
    cells = write_row(sheet, row, [str(row - 1), *map(text_of, entry[1:])])
    painter.frame(cells)
    cells[_COLUMNS["id_number"] - 1].number_format = "@"


def _write_mark(painter: Painter, sheet: Worksheet, row: int, number: int, mark: Mark) -> None:
    cells = write_row(sheet, row, (*mark.texts, str(number)), _FIRST_OF_MARKS)
    painter.dress(cells, mark.status)
    fit_height(sheet, row, mark.texts)
    for column, status in mark.cells(_column).items():
        if cell := cell_at(sheet, row, column):
            painter.colour(cell, status)


def _column(finding: Finding) -> int | None:
    return next((number for field, number in _COLUMNS.items() if field == finding.field), None)
