"""What a file is, by its content; the kinds that cannot be read are refused by name."""

import re
from typing import Final, Literal

from shared_rules import file_magic
from shared_rules.findings import RuleError
from shared_rules.roster.reading import relations
from shared_rules.roster.reading.archive import Parts

Container = Literal["zip", "ole", "text"]
Document = Literal["xlsx", "ods", "docx"]

_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_MACROS: Final = re.compile(r".*/vbaproject\.bin|(basic|scripts)/.+", re.IGNORECASE)
_NUMBERS: Final = re.compile(r"(.*/)?index(\.zip|/.+\.iwa)", re.IGNORECASE)


def container(data: bytes) -> Container:
    """How the bytes are to be opened: as a zip, as an old Office file, or as text.

    Raises:
        RuleError: `file.pdf`, `file.image`, `file.old_word` (RTF), `file.archive`, `file.lock`.
    """
    if data.startswith(file_magic.ZIP):
        return "zip"
    if data.startswith(file_magic.OLE):
        return "ole"
    _refuse_by_magic(data)
    return "text"


def document(parts: Parts) -> Document:
    """Which document the parts of an archive make.

    Raises:
        RuleError: `file.macros`, `file.binary_workbook` (.xlsb), `file.numbers`, `file.ofd`,
            `file.archive`, or `file.not_a_list` for other documents.
    """
    if any(_MACROS.fullmatch(name) for name in parts):
        raise RuleError("file.macros")
    if relations.workbook_part(parts):
        return "xlsx"
    if relations.word_part(parts):
        return "docx"
    if "content.xml" in parts and parts.get("mimetype", b"").startswith(_ODS):
        return "ods"
    raise _refusal(parts)


def _refusal(parts: Parts) -> RuleError:
    main = relations.main_part(parts) or relations.named(parts, "xl/workbook.bin")
    if main and main.casefold().endswith(".bin"):
        return RuleError("file.binary_workbook")
    if any(_NUMBERS.fullmatch(name) for name in parts):
        return RuleError("file.numbers")
    if file_magic.OFD_PART in parts:
        return RuleError("file.ofd")
    known = {"[Content_Types].xml", "mimetype"} & parts.keys()
    return RuleError("file.not_a_list" if known else "file.archive")


def _refuse_by_magic(data: bytes) -> None:
    if data.startswith(file_magic.PDF):
        raise RuleError("file.pdf")
    if data.startswith(file_magic.RTF):
        raise RuleError("file.old_word")
    if data.startswith(file_magic.ARCHIVES):
        raise RuleError("file.archive")
    if file_magic.is_picture(data):
        raise RuleError("file.image")
    if file_magic.is_lock(data):
        raise RuleError("file.lock")
