"""What a file is, by its content; what is no paper is refused by name."""

import re
from typing import Final

from functions.documents.paper import Kind
from shared_rules.findings import RuleError

_HEAD: Final = 1_024
_BLANK: Final = b"\xef\xbb\xbf\xff\xfe\0\t\n\r "

_PICTURES: Final[dict[str, re.Pattern[bytes]]] = {
    "GIF": re.compile(rb"GIF8[79]a"),
    "WebP": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    "TIFF": re.compile(rb"II\*\0|MM\0\*"),
    "BMP": re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL),
    "JPEG XL": re.compile(rb"\xff\x0a|\0\0\0\x0cJXL "),
    "JPEG 2000": re.compile(rb"\0\0\0\x0cjP  "),
    "SVG": re.compile(rb"(?is)(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?(<!doctype svg|<svg)"),
}
_OFFICE: Final = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")
_ARCHIVES: Final = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"\xfd7zXZ\0")
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
# Names that stand uncompressed in a zip which is a document of an office program.
_OFFICE_PARTS: Final = (b"[Content_Types].xml", b"application/vnd.oasis.opendocument", b".iwa")
_OFD_PART: Final = b"OFD.xml"
_HTML: Final = re.compile(rb"(?i)<(!doctype html|html|head|body|meta|script|table|div)\b")

_FTYP: Final = re.compile(rb".{4}ftyp", re.DOTALL)
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
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if _FTYP.match(data):
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
    if format_ := next((name for name, magic in _PICTURES.items() if magic.match(head)), None):
        raise RuleError("document.other_picture", format=format_)
    if data.startswith(_ZIP):
        raise RuleError(_zipped(data))
    if data.startswith(_OFFICE):
        raise RuleError("document.office")
    if data.startswith(_ARCHIVES):
        raise RuleError("document.archive")
    if head.startswith(b"<") and _HTML.search(head.replace(b"\0", b"")):
        raise RuleError("document.html")
    # Some programs write a few bytes before it, and every viewer forgives them.
    if head.startswith(b"<") or b"%PDF-" not in head:
        raise RuleError("document.not_a_paper")


def _zipped(data: bytes) -> str:
    if any(part in data for part in _OFFICE_PARTS):
        return "document.office"
    return "document.ofd" if _OFD_PART in data else "document.archive"
