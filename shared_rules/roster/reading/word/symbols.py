"""Characters of symbol fonts, which Word keeps by their place in the font (w:sym).

They are read as what they look like, so that a name that holds one can be told what it is.
"""

import re
import sys
from functools import cache
from pathlib import Path
from typing import Final

from shared_rules import yaml_file

# In fonts without Unicode, Word adds this to a character's place.
_SHIFT: Final = 0xF000
_SHIFTED: Final = re.compile("[\uf020-\uf0ff]")
_PRIVATE: Final = range(0xE000, 0xF900)
_FONTS: Final = Path(__file__).with_name("symbol_fonts.yaml")
_FIRST: Final = 0x20
_NONE: Final = "\ufffd"


def character(font: str, code: str) -> str | None:
    """The character at a place of a font; None where it is not known.

    >>> character("Symbol", "F0D7"), character("宋体", "00B7"), character("Wingdings", "F04A")
    ('⋅', '·', '☺')
    """
    try:
        place = int(code, 16)
    except ValueError:
        return None
    return of_place(font, place)


def of_place(font: str, place: int) -> str | None:
    """As `character`."""
    signs = _fonts().get(font.strip().lower())
    if signs is not None:
        return _at(signs, (place - _SHIFT if place >= _SHIFT else place) - _FIRST)
    if place > sys.maxunicode or place in _PRIVATE or not chr(place).isprintable():
        return None
    return chr(place)


def plain(text: str, font: str) -> str:
    """A text in which characters may stand by their place in its font, as some programs write."""
    return _SHIFTED.sub(lambda sign: of_place(font, ord(sign[0])) or sign[0], text)


def _at(signs: str, index: int) -> str | None:
    sign = signs[index] if 0 <= index < len(signs) else _NONE
    return None if sign == _NONE else sign


@cache
def _fonts() -> dict[str, str]:
    """The signs of each font, in their order."""
    found: dict[str, str] = yaml_file.read(_FONTS)
    return found
