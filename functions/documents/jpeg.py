"""JPEG: opened, and freed of everything that is not picture."""

import re
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from typing import Final

from PIL import Image

from functions.documents import jpeg_end, pictures
from functions.documents.opened import Cleaned, Opened
from shared_rules.findings import Finding, RuleError

_START: Final = b"\xff\xd8"
_END: Final = b"\xff\xd9"
_START_OF_SCAN: Final = 0xDA
_ALONE: Final = 0x01
# A photo of which less than the third part is missing can still be read.
_MOST_MISSING: Final = 1 / 3
# In a scan: whatever is no stuffed zero and no mark to restart at.
_MARKER: Final = re.compile(rb"\xff[^\0\xd0-\xd7\xff]")
# Frames, tables, scans; the numbers above them are for applications and comments.
_PICTURE: Final = range(0xC0, 0xE0)
_JFIF: Final = re.compile(rb"\xff\xe0..(JFIF\0.{7})", re.DOTALL)
_COLOURS: Final = re.compile(rb"\xff\xe2..ICC_PROFILE\0|\xff\xee..Adobe", re.DOTALL)


def inspect(data: bytes) -> Opened:
    """One page, and `document.cut_short` where the end of it is missing.

    Raises:
        RuleError: `document.damaged`, `document.too_many_pixels`.
    """
    try:
        _draft(data)
    except RuleError as error:
        return _without_its_end(data, error)
    return Opened()


def clean(data: bytes) -> Cleaned:
    """The same pixels, without EXIF but which way is up, XMP, comments, thumbnails, what follows.

    Raises:
        RuleError: as of `inspect`.
    """
    opened = inspect(data)
    if opened.findings:
        data += _END
    pixels = _pixels(data)
    exif = pictures.orientation_only(pictures.opened(data, "JPEG"))
    stripped = _stripped(data, exif)
    with suppress(RuleError):
        if _pixels(stripped) == pixels:
            return Cleaned(stripped, opened)
    return Cleaned(_written_anew(data, exif), opened)


def _draft(data: bytes) -> Image.Image:
    """Everything is decoded, an eighth of each side is kept."""
    image = pictures.opened(data, "JPEG")
    image.draft(None, (1, 1))
    pictures.load(image)
    return image


def _without_its_end(data: bytes, error: RuleError) -> Opened:
    """A photo that was not stored to its end, and that every viewer shows as far as it goes.

    Raises:
        RuleError: `error`: too much of it is missing.
    """
    if error.code != "document.damaged":
        raise error
    if not jpeg_end.has_all_scans(_segments(data)) or jpeg_end.lost_part(data) > _MOST_MISSING:
        raise error
    return Opened(findings=(Finding.of("document.cut_short"),))


def _pixels(data: bytes) -> bytes:
    image = pictures.opened(data, "JPEG")
    pictures.load(image)
    return sha256(image.tobytes()).digest()


def _stripped(data: bytes, exif: bytes) -> bytes:
    kept = list(filter(None, map(_kept, _segments(data))))
    jfif = kept.pop(0) if kept and _JFIF.match(kept[0]) else b""
    length = (len(exif) + 2).to_bytes(2, "big")
    written = b"\xff\xe1" + length + exif if exif else b""
    return b"".join([_START, jfif, written, *kept, _END])


def _segments(data: bytes) -> Iterator[bytes]:
    """Each segment, a scan's with its data, up to the end of the picture."""
    place = len(_START)
    while (found := _MARKER.search(data, place)) and found.group() != _END:
        start, marker = found.start(), found.group()[1]
        place = start + 2
        if marker == _ALONE:
            continue
        place += int.from_bytes(data[place : place + 2], "big")
        if marker == _START_OF_SCAN:
            following = _MARKER.search(data, place)
            place = following.start() if following else len(data)
        yield data[start:place]


def _kept(segment: bytes) -> bytes:
    if jfif := _JFIF.match(segment):
        return b"\xff\xe0\0\x10" + jfif.group(1) + b"\0\0"  # its thumbnail has no width and height
    return segment if segment[1] in _PICTURE or _COLOURS.match(segment) else b""


def _written_anew(data: bytes, exif: bytes) -> bytes:
    """For a file that Pillow forgives although it does not come apart as it should."""
    image = pictures.opened(data, "JPEG")
    pictures.load(image)
    return pictures.as_jpeg(image, exif)
