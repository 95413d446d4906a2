"""Cells of new workbooks: text that is never a formula."""

from collections.abc import Sequence

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.worksheet.worksheet import Worksheet

from functions.platform.spreadsheet_text import looks_like_formula


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell | None:
    """The cell there; None where a merged cell covers it."""
    cell = sheet.cell(row, column)
    return cell if isinstance(cell, Cell) else None


def write_text(cell: Cell, text: str) -> None:
    """Write text that stays text, whatever it begins with."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    quote(cell)


def quote(cell: Cell) -> None:
    """Have spreadsheets keep as text, also after an edit, what could be taken for a formula."""
    if cell.data_type == "s" and looks_like_formula(str(cell.value)):
        cell.quotePrefix = True


def write_row(
    sheet: Worksheet, row: int, texts: Sequence[str], first_column: int = 1
) -> list[Cell]:
    """Write texts beside each other; the cells."""
    cells = [cell_at(sheet, row, column) for column, _ in enumerate(texts, start=first_column)]
    written = [cell for cell in cells if cell]
    for cell in written:
        write_text(cell, texts[cell.column - first_column])
    return written
