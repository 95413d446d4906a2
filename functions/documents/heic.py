"""HEIC, as iPhones take photos: opened, and turned into JPEG, which every browser shows."""

from io import BytesIO

import pi_heif
from PIL import Image

from functions.documents import pictures
from functions.documents.opened import Cleaned, Opened
from shared_rules.findings import RuleError

pi_heif.options.DECODE_THREADS = 1


def inspect(data: bytes) -> Opened:
    """One page.

    Raises:
        RuleError: `document.damaged`, `document.too_many_pixels`.
    """
    _decoded(data)
    return Opened()


def clean(data: bytes) -> Cleaned:
    """The picture as JPEG, the right way up, with its colours and nothing else.

    Raises:
        RuleError: as of `inspect`.
    """
    return Cleaned(pictures.as_jpeg(_decoded(data), exif=b""))


def _decoded(data: bytes) -> Image.Image:
    try:
        heif = pi_heif.open_heif(BytesIO(data))
        pictures.check_size(*heif.size)
        picture: Image.Image = heif.to_pillow()
    except RuleError:
        raise
    except (*pictures.DAMAGED, RuntimeError) as error:
        raise RuleError("document.damaged") from error
    return picture
