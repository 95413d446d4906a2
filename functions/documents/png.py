"""PNG: opened, and freed of everything that is not picture."""

from collections.abc import Iterator
from typing import Final
from zlib import crc32

from functions.documents import pictures
from shared_rules.findings import Finding

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_HEADER: Final = b"IHDR"
_END: Final = b"IEND"
# Size, palette, pixels, transparency, and how colours and points are to be shown.
_PICTURE: Final = {
    *(_HEADER, b"PLTE", b"IDAT", b"tRNS"),
    *(b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"pHYs"),
}


def inspect(data: bytes) -> tuple[int, tuple[Finding, ...]]:
    """Its pages and what was found in it.

    Raises:
        RuleError: `document.damaged`, `document.too_many_pixels`.
    """
    pictures.load(pictures.opened(data, "PNG"))
    return 1, ()


def clean(data: bytes) -> bytes:
    """The same pixels, without EXIF but which way is up, texts, times, and what follows.

    Raises:
        RuleError: as of `inspect`.
    """
    image = pictures.opened(data, "PNG")
    pictures.load(image)
    exif = pictures.orientation_only(image).removeprefix(b"Exif\0\0")
    first, *others = [chunk for name, chunk in _chunks(data) if name in _PICTURE]
    written = [_chunk(b"eXIf", exif)] if exif else []
    return b"".join([_SIGNATURE, first, *written, *others, _chunk(_END, b"")])


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
