"""A page once it is printed: its sheets, and what they say."""

import io
import re
import unicodedata

from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

# Fonts give some characters as their radicals; NFKC brings back all but the simplified ones.
_RADICALS = str.maketrans("⻢⻩⻚", "马黄页")


def sheets_of(page: Page, *, sized_by_page: bool = False) -> list[PageObject]:
    """The sheets that a print of the page fills, of its styles' own size if that is asked for."""
    file = page.pdf(prefer_css_page_size=sized_by_page)
    return list(PdfReader(io.BytesIO(file)).pages)


def on_paper(page: Page) -> str:
    """What a print of the page says, without its blanks."""
    words = "".join(each.extract_text() for each in sheets_of(page))
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words).translate(_RADICALS))
