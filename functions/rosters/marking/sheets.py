"""What marked-up workbooks share beyond single cells: the legend, heights, and saving."""

import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from functions.rosters.marking import heights, legend
from functions.rosters.marking.cells import Painter, write_row
from functions.rosters.marking.marks import WIDTHS, Marking
from shared_rules.roster.sheets import LEGEND

_MADE: Final = (1980, 1, 1, 0, 0, 0)


def fit_height(
    sheet: Worksheet, row: int, texts: Sequence[str], widths: Sequence[float] = WIDTHS
) -> None:
    """Make a row high enough for texts in columns of these widths."""
    if height := heights.needed(texts, widths):
        sheet.row_dimensions[row].height = height


def add_legend(book: Workbook, marking: Marking) -> None:
    """A last sheet: what the words and colours mean, and what was found elsewhere than in rows."""
    sheet = book.create_sheet(LEGEND)
    for column, width in enumerate(legend.WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, line in enumerate(legend.lines(marking), start=1):
        cells = write_row(sheet, row, line.texts)
        if line.status:
            Painter().dress(cells, line.status)
        else:
            for cell in cells:
                cell.font = Font(bold=True)
        fit_height(sheet, row, line.texts, legend.WIDTHS)


def saved(book: Workbook) -> bytes:
    """The workbook's bytes: the same for the same workbook, whenever it is saved."""
    about_file = book.properties
    about_file.modified = about_file.modified or about_file.created
    loose = BytesIO()
    ExcelWriter(book, zipfile.ZipFile(loose, "w", zipfile.ZIP_STORED)).save()
    target = BytesIO()
    with zipfile.ZipFile(loose) as parts, zipfile.ZipFile(target, "w") as archive:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _MADE)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, parts.read(name))
    return target.getvalue()


def new_workbook() -> tuple[Workbook, Worksheet]:
    """A workbook with one empty sheet, and without the time of its making."""
    book = Workbook()
    made = datetime(*_MADE)  # noqa: DTZ001 - the format's times have no zone
    book.properties.created = book.properties.modified = made
    return book, book.worksheets[0]
