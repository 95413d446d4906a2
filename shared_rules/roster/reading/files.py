"""A file of any kind as its sheets."""

import re
from typing import Final

from shared_rules.findings import RuleError
from shared_rules.roster.limits import MAX_FILE_BYTES, MIB
from shared_rules.roster.reading import archive, default_password, kinds, ods, text, word, xls, xlsx
from shared_rules.roster.sheets import Sheet

_PICTURE: Final = re.compile(r"(xl/media|Pictures)/.+", re.IGNORECASE)


def read_sheets(data: bytes) -> list[Sheet]:
    """Every sheet of a file, in its order.

    Raises:
        RuleError: `file.…`: the file is empty, too large, harmful, or of a kind that holds no list.
    """
    if len(data) > MAX_FILE_BYTES:
        raise RuleError("file.too_large", limit_mb=MAX_FILE_BYTES // MIB)
    if not data.strip():
        raise RuleError("file.empty")
    match kinds.container(data):
        case "zip":
            return _archived(data)
        case "ole":
            return _old(data)
        case "text":
            return [text.read(data)]


def _old(data: bytes) -> list[Sheet]:
    try:
        return xls.read(data)
    except RuleError as error:
        if error.code != "file.password":
            raise
    plain = default_password.opened(data)
    return _archived(plain) if kinds.container(plain) == "zip" else xls.read(plain)


def _archived(data: bytes) -> list[Sheet]:
    parts = archive.unpack(data)
    match kinds.document(parts):
        case "xlsx":
            sheets = xlsx.read(parts)
        case "ods":
            sheets = ods.read(parts)
        case "docx":
            return [word.read(parts)]
    if all(sheet.is_empty for sheet in sheets) and any(map(_PICTURE.fullmatch, parts)):
        raise RuleError("file.picture_of_list")
    return sheets
