"""What of her file does not come back in the marked-up one, told before she relies on it."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Final

from shared_rules.findings import Finding
from shared_rules.roster.entries import Entries
from shared_rules.roster.limits import MIB

# Parsed XML takes some ten times its size in memory, and its cells time.
MAX_WORKBOOK_BYTES: Final = 40 * MIB

NEW_WORKBOOK: Final = "marked_up.new_workbook"
TOO_LARGE: Final = "marked_up.too_large"
FAILED: Final = "marked_up.failed"
NO_COLUMN: Final = "marked_up.no_column"
ROWS_ONLY: Final = "marked_up.rows_only"
SIGNED: Final = "marked_up.signed"

_ZIP: Final = b"PK"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_XML: Final = (".xml", ".rels")
_SIGNATURES: Final = "_xmlsignatures/"


def foreseen(original: bytes, entries: Entries, *, fits: bool) -> tuple[str, ...]:
    """What can be said as soon as a file was read, by its kind; codes of messages.

    Args:
        original: the file, which reading did not refuse.
        entries: what was read in it.
        fits: whether it has a column for everything that was put right.
    """
    if not fits:
        return (NO_COLUMN,)
    if original.startswith(_OLE):
        return (NEW_WORKBOOK,)
    if not original.startswith(_ZIP):
        return () if entries.header_row else (NEW_WORKBOOK,)
    with zipfile.ZipFile(BytesIO(original)) as archive:
        return _of_archive(archive.infolist(), entries)


def of_workbook(parts: Iterable[str]) -> tuple[str, ...]:
    """What a workbook loses by being marked at all, by the names of its parts."""
    return (SIGNED,) if any(name.startswith(_SIGNATURES) for name in parts) else ()


def told(codes: tuple[str, ...]) -> list[Finding]:
    """The findings."""
    return [Finding.of(code) for code in codes]


def _of_archive(parts: list[zipfile.ZipInfo], entries: Entries) -> tuple[str, ...]:
    names = [part.filename.replace("\\", "/") for part in parts]
    # A Word table has no name; OpenDocument has its content in one part.
    if entries.sheet is None or "content.xml" in names:
        return (NEW_WORKBOOK,)
    xml = (part.file_size for part in parts if part.filename.lower().endswith(_XML))
    if sum(xml) > MAX_WORKBOOK_BYTES:
        return (TOO_LARGE,)
    return of_workbook(names)
