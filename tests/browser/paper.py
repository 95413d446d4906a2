"""What a page says once it is printed."""

import io
import re
import unicodedata

from playwright.sync_api import Page
from pypdf import PdfReader

# Fonts give some characters as their radicals; NFKC brings back all but the simplified ones.
_RADICALS = str.maketrans("⻢⻩⻚", "马黄页")


def on_paper(page: Page) -> str:
    """What a print of the page says, without its blanks."""
    words = "".join(each.extract_text() for each in PdfReader(io.BytesIO(page.pdf())).pages)
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words).translate(_RADICALS))
