"""PNG: opened, and freed of everything that is not picture."""

from collections.abc import Iterator
from typing import Final
from zlib import crc32

from functions.documents import pictures
from functions.documents.opened import Cleaned, Opened
from shared_rules.findings import RuleError

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_HEADER: Final = b"IHDR"
_END: Final = b"IEND"
_TURN: Final = b"eXIf"
# Size, palette, pixels, transparency, and how colours and points are to be shown.
_PICTURE: Final = {
    *(_HEADER, b"PLTE", b"IDAT", b"tRNS"),
    *(b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"pHYs"),
}


def inspect(data: bytes) -> Opened:
    """One page.

    Raises:
        RuleError: `document.damaged`, `document.too_many_pixels`.
    """
    pictures.load(pictures.opened(_picture_only(data), "PNG"))
    return Opened()


def clean(data: bytes) -> Cleaned:
    """The same pixels, without EXIF but which way is up, texts, times, and what follows.

    Raises:
        RuleError: as of `inspect`.
    """
    image = pictures.opened(_picture_only(data, _TURN), "PNG")
    pictures.load(image)
    exif = pictures.orientation_only(image).removeprefix(b"Exif\0\0")
    return Cleaned(_picture_only(data, besides=_chunk(_TURN, exif) if exif else b""))


def _picture_only(data: bytes, *also: bytes, besides: bytes = b"") -> bytes:
    """What is shown of a file, and these chunks also; `besides` comes after the header.

    Whatever else is in a file, however large or broken, is never opened.
    """
    kept = [chunk for name, chunk in _chunks(data) if name in _PICTURE or name in also]
    if not kept:
        raise RuleError("document.damaged")
    first, *others = kept
    return b"".join([_SIGNATURE, first, besides, *others, _chunk(_END, b"")])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk, whole, with its name; nothing from the end of the picture on."""
    place = len(_SIGNATURE)
    while (name := data[place + 4 : place + 8]) not in (_END, b""):
        size = 12 + int.from_bytes(data[place : place + 4], "big")
        yield name, data[place : place + size]
        place += size


def _chunk(name: bytes, content: bytes) -> bytes:
    length, check = len(content).to_bytes(4, "big"), crc32(name + content).to_bytes(4, "big")
    return length + name + content + check
