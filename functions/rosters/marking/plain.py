"""A workbook of nothing but texts, which Excel and WPS leave as they are: ID numbers stay whole."""

from collections.abc import Sequence
from typing import Final

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from functions.rosters.marking.cells import write_row
from functions.rosters.marking.sheets import new_workbook, saved

_WIDTH: Final = 18.0  # of a column, in digits


def workbook(title: str, table: Sequence[Sequence[str]]) -> bytes:
    """The file; the first line of the table are the headers. The same gives the same bytes."""
    book, sheet = new_workbook()
    sheet.title = title
    for row, texts in enumerate(table, start=1):
        for cell in write_row(sheet, row, texts):
            cell.number_format = "@"
            if row == 1:
                cell.font = Font(bold=True)
    for column in range(1, len(table[0]) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
    sheet.freeze_panes = "A2"
    return saved(book)
