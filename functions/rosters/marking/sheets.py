"""What marked-up workbooks share beyond single cells: the legend, heights, and saving."""

import math
import unicodedata
import zipfile
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from functions.rosters.marking.cells import LINE, Painter, write_row
from functions.rosters.marking.marks import HEADERS, STATUSES, Marking, Status, about
from shared_rules.findings import Finding
from shared_rules.roster import rows_to_mend
from shared_rules.roster.sheets import LEGEND

WIDTHS: Final = (10.0, 52.0, 12.0, 52.0)  # of the columns under HEADERS, in digits

_LEGEND_WIDTHS: Final = (60.0, 60.0, 12.0)
_LINE_HEIGHT: Final = 15.0  # points
_MADE: Final = (1980, 1, 1, 0, 0, 0)


def fit_height(
    sheet: Worksheet, row: int, texts: Sequence[str], widths: Sequence[float] = WIDTHS
) -> None:
    """Make a row high enough for texts in columns of these widths; never lower than it is."""
    lines = max(_lines(text, width) for text, width in zip(texts, widths, strict=False))
    if lines > 1:
        dimension = sheet.row_dimensions[row]
        dimension.height = max(dimension.height or 0, lines * _LINE_HEIGHT)


def add_legend(book: Workbook, marking: Marking) -> None:
    """A last sheet: what the words and colours mean, and what was found elsewhere than in rows."""
    if LEGEND in book.sheetnames:
        del book[LEGEND]
    sheet = book.create_sheet(LEGEND)
    for column, width in enumerate((10, *_LEGEND_WIDTHS), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    _write_headings(sheet, 1, (HEADERS[0], "意思", "怎么办"))
    for row, status in enumerate(STATUSES, start=2):
        message = about(status)
        _write_line(sheet, row, status, (message.explanation, message.fix))
    if marking.only == "to_mend" and marking.list_mark:
        write_row(sheet, len(STATUSES) + 2, [rows_to_mend.legend(marking.list_mark)])
    first = len(STATUSES) + 3
    if marking.elsewhere:
        _write_headings(sheet, first, (HEADERS[0], HEADERS[1], HEADERS[3], HEADERS[2]))
    for row, finding in enumerate(marking.elsewhere, start=first + 1):
        _write_line(sheet, row, finding.severity, _about_file(finding))


def _about_file(finding: Finding) -> tuple[str, str, str]:
    place = " ".join(str(each) for each in (finding.sheet, finding.cell or finding.row) if each)
    reason = f"{finding.title}：{finding.message}"
    return (f"{place} {reason}".lstrip(), finding.fix, finding.article_label or "")


def _write_line(sheet: Worksheet, row: int, status: Status, texts: Sequence[str]) -> None:
    Painter().dress(write_row(sheet, row, (about(status).title, *texts)), status)
    fit_height(sheet, row, texts, _LEGEND_WIDTHS)


def _write_headings(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
    for cell in write_row(sheet, row, texts):
        cell.font = Font(bold=True)
        cell.border = LINE


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


@lru_cache(maxsize=1024)
def _lines(text: str, width: float) -> int:
    return sum(math.ceil(_digits(line) / width) or 1 for line in text.split("\n"))


def _digits(line: str) -> float:
    """How wide a line is, in digits; Chinese characters take two, and a little."""
    return sum(2.1 if unicodedata.east_asian_width(sign) in "WF" else 1.1 for sign in line)
