"""What a file is, by its content; the kinds that cannot be read are refused by name."""

import re
from typing import Final, Literal

from shared_rules.findings import RuleError
from shared_rules.roster.reading import relations
from shared_rules.roster.reading.archive import Parts

Container = Literal["zip", "ole", "text"]
Document = Literal["xlsx", "ods", "docx"]

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES: Final = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"\xfd7zXZ\0")
_IMAGE: Final = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|RIFF.{4}WEBP|II\*\0|MM\0\*|.{4}ftyp",
    re.DOTALL,
)
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_MACROS: Final = re.compile(r".*/vbaproject\.bin|(basic|scripts)/.+", re.IGNORECASE)


def container(data: bytes) -> Container:
    """How the bytes are to be opened: as a zip, as an old Office file, or as text.

    Raises:
        RuleError: `file.pdf`, `file.image`, `file.old_word` (RTF), `file.archive`.
    """
    if data.startswith(_ZIP):
        return "zip"
    if data.startswith(_OLE):
        return "ole"
    _refuse_by_magic(data)
    return "text"


def document(parts: Parts) -> Document:
    """Which document the parts of an archive make.

    Raises:
        RuleError: `file.macros`, `file.binary_workbook` (.xlsb), `file.archive`, or
            `file.not_a_list` for other documents.
    """
    if any(_MACROS.fullmatch(name) for name in parts):
        raise RuleError("file.macros")
    if "xl/workbook.xml" in parts:
        return "xlsx"
    if relations.word_part(parts):
        return "docx"
    if "content.xml" in parts and parts.get("mimetype", b"").startswith(_ODS):
        return "ods"
    if "xl/workbook.bin" in parts:
        raise RuleError("file.binary_workbook")
    known = {"[Content_Types].xml", "mimetype"} & parts.keys()
    raise RuleError("file.not_a_list" if known else "file.archive")


def _refuse_by_magic(data: bytes) -> None:
    if data.startswith(b"%PDF-"):
        raise RuleError("file.pdf")
    if data.startswith(b"{\\rtf"):
        raise RuleError("file.old_word")
    if data.startswith(_ARCHIVES):
        raise RuleError("file.archive")
    if _IMAGE.match(data):
        raise RuleError("file.image")
