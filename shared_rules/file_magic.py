"""What files begin with (magic numbers): the one table that tells lists and papers apart."""

import re
from typing import Final

ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The shell of old Office files (MS-CFB)."""
RTF: Final = b"{\\rtf"
PDF: Final = b"%PDF-"
ARCHIVES: Final = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"\xfd7zXZ\0")
"""RAR, 7z, gzip, xz."""
OFD_PART: Final = "OFD.xml"
"""What the entry of an OFD document is called, which is a zip."""
JPEG: Final = b"\xff\xd8\xff"
PNG: Final = b"\x89PNG\r\n\x1a\n"
BOXES: Final = re.compile(rb".{4}ftyp", re.DOTALL)
"""HEIC and AVIF, and every film of a phone."""
WEBP: Final = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
OTHER_PICTURES: Final[dict[str, re.Pattern[bytes]]] = {
    "GIF": re.compile(rb"GIF8[79]a"),
    "TIFF": re.compile(rb"II\*\0|MM\0\*"),
    "BMP": re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL),
    "JPEG XL": re.compile(rb"\xff\x0a|\0\0\0\x0cJXL "),
    "JPEG 2000": re.compile(rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51"),
    "PSD": re.compile(rb"8BPS"),
    "ICO": re.compile(rb"\0\0\x01\0[\x01-\x40]\0"),
    "DjVu": re.compile(rb"AT&TFORM"),
    "DICOM": re.compile(rb".{128}DICM", re.DOTALL),
    "SVG": re.compile(rb"(?is)(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?(<!doctype svg|<svg)"),
}
_LOCK_SIZES: Final = (162, 165)  # of Word's and of Excel's
_FIRST_NAME_ENDS: Final = 54
FILM: Final = re.compile(
    rb"RIFF.{4}AVI |\x1a\x45\xdf\xa3|FLV\x01|\x30\x26\xb2\x75|\0\0\x01\xba", re.DOTALL
)
"""AVI, Matroska, Flash, Windows Media (its sounds, too), MPEG; those in boxes are apart."""
SOUND: Final = re.compile(rb"RIFF.{4}WAVE|ID3|#!AMR|OggS|fLaC", re.DOTALL)


def is_lock(data: bytes) -> bool:
    """Whether this is what Office programs put beside a file that is open (~$…).

    It says who has opened it, twice: behind a length, in the system's encoding, and in UTF-16.
    """
    return (
        len(data) in _LOCK_SIZES
        and 0 < data[0] < _FIRST_NAME_ENDS
        and b"\0" not in data[1 : 1 + data[0]]
        and b"\0" in data[_FIRST_NAME_ENDS:]
    )


def other_picture(head: bytes) -> str | None:
    """The format of a picture that is neither JPEG, PNG nor WebP, nor kept in boxes."""
    return next((name for name, magic in OTHER_PICTURES.items() if magic.match(head)), None)


def is_picture(data: bytes) -> bool:
    """Whether the bytes begin as a picture, or as a film."""
    return bool(
        data.startswith((JPEG, PNG))
        or BOXES.match(data)
        or WEBP.match(data)
        or FILM.match(data)
        or other_picture(data[:1_024])
    )
