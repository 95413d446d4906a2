"""What a file is, by its content; what is no paper is refused by name."""

import re
from typing import Final

from functions.documents.paper import Kind
from shared_rules import file_magic
from shared_rules.findings import RuleError

_HEAD: Final = 1_024
_BLANK: Final = b"\xef\xbb\xbf\xff\xfe\0\t\n\r "

# Names that stand uncompressed in a zip which is a document of an office program.
_OFFICE_PARTS: Final = (b"[Content_Types].xml", b"application/vnd.oasis.opendocument", b".iwa")
_HTML: Final = re.compile(rb"(?i)<(!doctype html|html|head|body|meta|script|table|div)\b")

_AVIF: Final = {b"avif", b"avis"}
_HEIC: Final = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


def kind_of(data: bytes) -> Kind:
    """Which kind of paper the bytes begin as.

    Raises:
        RuleError: `document.empty`, or why it is none: `document.html`, `document.office`,
            `document.ofd`, `document.archive`, `document.video`, `document.other_picture`,
            `document.not_a_paper`.
    """
    if not data.strip(b"\0"):  # also what a phone leaves that ran out of space
        raise RuleError("document.empty")
    if data.startswith(file_magic.JPEG):
        return "jpeg"
    if data.startswith(file_magic.PNG):
        return "png"
    if file_magic.WEBP.match(data):
        return "webp"
    if file_magic.BOXES.match(data):
        return _by_brands(data)
    _refuse_others(data)
    return "pdf"


def _by_brands(data: bytes) -> Kind:
    """HEIC, among what keeps its content in boxes as MP4 does."""
    box = data[: min(int.from_bytes(data[:4], "big"), _HEAD)]
    brands = {box[start : start + 4] for start in (8, *range(16, len(box), 4))}
    if brands & _AVIF:
        raise RuleError("document.other_picture", format="AVIF")
    if not brands & _HEIC:
        raise RuleError("document.video")
    return "heic"


def _refuse_others(data: bytes) -> None:
    head = data[:_HEAD].lstrip(_BLANK)
    if format_ := file_magic.other_picture(data[:_HEAD]) or file_magic.other_picture(head):
        raise RuleError("document.other_picture", format=format_)
    if file_magic.FILM.match(data) or file_magic.SOUND.match(data):
        raise RuleError("document.video")
    if data.startswith(file_magic.ZIP):
        raise RuleError(_zipped(data))
    if data.startswith((file_magic.OLE, file_magic.RTF)):
        raise RuleError("document.office")
    if data.startswith(file_magic.ARCHIVES):
        raise RuleError("document.archive")
    if head.startswith(b"<") and _HTML.search(head.replace(b"\0", b"")):
        raise RuleError("document.html")
    # Some programs write a few bytes before it, and every viewer forgives them.
    if head.startswith(b"<") or file_magic.PDF not in head:
        raise RuleError("document.not_a_paper")


def _zipped(data: bytes) -> str:
    if any(part in data for part in _OFFICE_PARTS):
        return "document.office"
    return "document.ofd" if file_magic.OFD_PART.encode() in data else "document.archive"
