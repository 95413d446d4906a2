"""Cells of new workbooks: text that is never a formula."""

from collections.abc import Sequence

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.worksheet.worksheet import Worksheet

from functions.platform.spreadsheet_text import looks_like_formula


def write_row(sheet: Worksheet, row: int, texts: Sequence[str]) -> list[Cell]:
    """Write texts beside each other, from the first column on; the cells."""
    return [_written(sheet, row, column, text) for column, text in enumerate(texts, start=1)]


def _written(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A cell whose text stays text, whatever it begins with, also after an edit."""
    cell: Cell = sheet.cell(row, column, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    if looks_like_formula(str(cell.value)):
        cell.quotePrefix = True
    return cell
