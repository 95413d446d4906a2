"""Characters of symbol fonts, which Word keeps by their place in the font (w:sym)."""

import re
import sys
from typing import Final

# In fonts without Unicode, Word adds this to a character's place.
_SHIFT: Final = 0xF000
_SHIFTED: Final = re.compile("[\uf020-\uf0ff]")
_PRIVATE: Final = range(0xE000, 0xF900)
_LIKE_ASCII: Final = {ord(sign): sign for sign in " !%()+,./0123456789:;<=>?[]_{|}"}
# Only what is certain, and what names are written with: the rest is asked about.
_PLACES: Final[dict[str, dict[int, str]]] = {
    "symbol": {**_LIKE_ASCII, 0x2D: "-", 0xB7: "•", 0xD7: "⋅"},
    "wingdings": {0x20: " ", 0x6C: "●", 0x9E: "·", 0x9F: "•"},
    "wingdings 2": {0x20: " "},
    "wingdings 3": {0x20: " "},
    "webdings": {0x20: " "},
}


def character(font: str, code: str) -> str | None:
    """The character at a place of a font; None where it is not known.

    >>> character("Symbol", "F0D7"), character("宋体", "00B7"), character("Wingdings", "F04A")
    ('⋅', '·', None)
    """
    try:
        place = int(code, 16)
    except ValueError:
        return None
    return of_place(font, place)


def of_place(font: str, place: int) -> str | None:
    """As `character`."""
    places = _PLACES.get(font.strip().lower())
    if places is not None:
        return places.get(place - _SHIFT if place >= _SHIFT else place)
    if place > sys.maxunicode or place in _PRIVATE or not chr(place).isprintable():
        return None
    return chr(place)


def plain(text: str, font: str) -> str:
    """A text in which characters may stand by their place in its font, as some programs write."""
    return _SHIFTED.sub(lambda sign: of_place(font, ord(sign[0])) or sign[0], text)
