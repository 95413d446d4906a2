"""What a JPEG lacks that was not stored to its end."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from PIL import Image, ImageChops

from functions.documents import pictures

_END: Final = b"\xff\xd9"
_START_OF_SCAN: Final = 0xDA
_NOISE: Final = bytes(65_536)
_COEFFICIENTS: Final = frozenset(range(64))


def has_all_scans(segments: Iterable[bytes]) -> bool:
    """Whether the last scan of every component is there, or begins: none that sharpens is missing.

    A picture that comes in one scan after another shows from its first on, as a blur.
    """
    wanted: dict[int, set[int]] = defaultdict(lambda: set(_COEFFICIENTS))
    for segment in segments:
        if segment[1] == _START_OF_SCAN and len(segment) > (count := segment[4]) * 2 + 7:
            first, last, precision = segment[5 + count * 2 : 8 + count * 2]
            finest = precision & 0x0F == 0
            for component in segment[5 : 5 + count * 2 : 2]:
                wanted[component] -= set(range(first, last + 1)) if finest else set()
    return bool(wanted) and not any(wanted.values())


def lost_part(data: bytes) -> float:
    """Which part of the picture, 0 to 1, is missing: where it depends on what follows.

    Raises:
        RuleError: `document.damaged`.
    """
    as_it_is, otherwise = _eighth(data + _END), _eighth(data + _NOISE + _END)
    box = ImageChops.difference(as_it_is, otherwise).getbbox()
    if box is None:
        return 0
    width, height = as_it_is.size
    first_row = ImageChops.difference(
        *(each.crop((0, box[1], width, box[1] + 1)) for each in (as_it_is, otherwise))
    )
    left, *_ = first_row.getbbox() or (0,)
    return ((height - box[1]) * width - left) / (width * height)


def _eighth(data: bytes) -> Image.Image:
    """The picture, a pixel for each of its blocks."""
    image = pictures.opened(data, "JPEG")
    image.draft(None, (1, 1))
    pictures.load(image)
    return image
