"""Old Office files: workbooks of Excel 5 to 2003 (.xls, .et), and what else comes in that shell.

Cells are read by python-calamine; it wants the stream's usual name and a true code page.
"""

from typing import Final

from shared_rules.findings import RuleError
from shared_rules.roster.reading import biff, workbooks
from shared_rules.roster.reading.ole import OldOfficeFile
from shared_rules.roster.sheets import Sheet, is_blank

_ENCRYPTED: Final = {"encryptedpackage", "encryptioninfo"}
_MACROS: Final = {"_vba_project_cur", "_vba_project"}
_WORKBOOKS: Final = ("Workbook", "Book")


def read(data: bytes) -> list[Sheet]:
    """The sheets of a workbook.

    Raises:
        RuleError: `file.damaged`, `file.password`, `file.macros`, `file.old_word` (.doc),
            `file.old_wps` (anything else without a workbook), `file.old_excel` (texts before
            Unicode that are lost), `file.picture_of_list`, or as of `workbooks.read`.
    """
    file = OldOfficeFile.of(data)
    names = {name.casefold(): name for name in file.entries}
    if names.keys() & _ENCRYPTED:
        raise RuleError("file.password")
    if names.keys() & _MACROS:
        raise RuleError("file.macros")
    usual = next((name for name in _WORKBOOKS if name.casefold() in names), None)
    if usual is None:
        raise RuleError("file.old_word" if "worddocument" in names else "file.old_wps")
    own_name = names[usual.casefold()]
    return _sheets(file, own_name, usual)


def _sheets(file: OldOfficeFile, own_name: str, usual: str) -> list[Sheet]:
    book = file.stream(own_name)
    if biff.has_password(book):
        raise RuleError("file.password")
    plain = file.with_stream(own_name, biff.as_unicode(book), usual)
    sheets = workbooks.read(plain, biff.sheets(book))
    if not biff.is_unicode(book) and any(map(_has_lost_its_text, sheets)):
        raise RuleError("file.old_excel")
    if biff.has_pictures(book) and all(sheet.is_empty for sheet in sheets):
        raise RuleError("file.picture_of_list")
    return sheets


def _has_lost_its_text(sheet: Sheet) -> bool:
    """Whether the writer put question marks for what its code page does not have."""
    texts = [cell for row in sheet.rows for cell in row if isinstance(cell, str)]
    lost = [text for text in texts if set(text.strip()) == {"?"}]
    return bool(lost) and 2 * len(lost) > sum(
        not is_blank(text) for text in texts if not text.isdigit()
    )
