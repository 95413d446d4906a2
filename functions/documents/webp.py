"""WebP, as web pages and chats keep pictures: opened, and turned into JPEG."""

from functions.documents import pictures
from functions.documents.opened import Cleaned, Opened


def inspect(data: bytes) -> Opened:
    """One page; of a moving picture, the first.

    Raises:
        RuleError: `document.damaged`, `document.too_many_pixels`.
    """
    pictures.load(pictures.opened(data, "WEBP"))
    return Opened()


def clean(data: bytes) -> Cleaned:
    """The picture as JPEG, on white, with its colours and which way is up.

    Raises:
        RuleError: as of `inspect`.
    """
    image = pictures.opened(data, "WEBP")
    pictures.load(image)
    return Cleaned(pictures.as_jpeg(image, pictures.orientation_only(image)))
