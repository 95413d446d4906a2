"""What all kinds of pictures have in common: opening one within limits, and which way is up."""

from contextlib import suppress
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps

from shared_rules.claim.limits import MAX_PIXELS
from shared_rules.findings import RuleError

# MAX_PIXELS is the limit; Pillow's own would come first for some pictures.
Image.MAX_IMAGE_PIXELS = None

# How Pillow says that a file is damaged; whatever else it raises ends the fork, and says the same.
DAMAGED: Final = (OSError, SyntaxError, ValueError)

_FINE_QUALITY: Final = 90
# Large enough to tell papers apart, too small to read one.
_THUMBNAIL: Final = (200, 200)
_THUMBNAIL_QUALITY: Final = 60
_ORIENTATION: Final = 0x0112
_TURNED: Final = range(2, 9)
_TEN_THOUSAND: Final = 10_000


def opened(data: bytes, format_: str) -> Image.Image:
    """The picture, its pixels not read yet.

    Args:
        data: the file.
        format_: the only one, of Pillow's, as which it is tried.

    Raises:
        RuleError: `document.damaged`, `document.too_many_pixels`.
    """
    try:
        image = Image.open(BytesIO(data), formats=[format_])
    except DAMAGED as error:
        raise RuleError("document.damaged") from error
    check_size(*image.size)
    return image


def check_size(width: int, height: int) -> None:
    """Refuse a picture of too many pixels.

    Raises:
        RuleError: `document.too_many_pixels`.
    """
    if width * height > MAX_PIXELS:
        raise RuleError(
            "document.too_many_pixels",
            width=width,
            height=height,
            limit=MAX_PIXELS // _TEN_THOUSAND,
        )


def load(image: Image.Image) -> None:
    """Read the pixels.

    Raises:
        RuleError: `document.damaged`.
    """
    try:
        image.load()
    except DAMAGED as error:
        raise RuleError("document.damaged") from error


def orientation_only(image: Image.Image) -> bytes:
    """EXIF with nothing but which way is up; empty where the picture is not turned."""
    try:
        orientation = image.getexif().get(_ORIENTATION)
    except Exception:  # noqa: BLE001 - whatever is wrong in there is about to be thrown away
        return b""
    if orientation not in _TURNED:
        return b""
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    return exif.tobytes()


def as_jpeg(image: Image.Image, exif: bytes) -> bytes:
    """The picture written anew, with its colour profile and no more about it than this EXIF."""
    profile = image.info.get("icc_profile")
    image.info.clear()  # Pillow would write comments from there
    written = BytesIO()
    _as_jpeg_has_it(image).save(
        written, "JPEG", quality=_FINE_QUALITY, exif=exif, icc_profile=profile
    )
    return written.getvalue()


def thumbnail(data: bytes, format_: str) -> bytes:
    """A small JPEG of a clean copy, the right way up; empty where it cannot be made."""
    with suppress(RuleError, *DAMAGED):
        image = opened(data, format_)
        image.draft(None, _THUMBNAIL)
        load(image)
        image = ImageOps.exif_transpose(image)
        small = _as_jpeg_has_it(image)
        small.thumbnail(_THUMBNAIL)
        written = BytesIO()
        small.convert("RGB").save(written, "JPEG", quality=_THUMBNAIL_QUALITY, exif=b"")
        return written.getvalue()
    return b""


def _as_jpeg_has_it(image: Image.Image) -> Image.Image:
    """In colours that JPEG has; what a picture leaves transparent is paper, not ink."""
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    if not image.has_transparency_data:
        return image.convert("RGB")
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    return paper.convert("RGB")
