"""New workbooks that openpyxl writes: their beginning, and saving."""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

_MADE: Final = (1980, 1, 1, 0, 0, 0)


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
