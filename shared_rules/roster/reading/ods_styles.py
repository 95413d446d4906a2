"""What the styles of an OpenDocument spreadsheet say: crossed out, white, too low to be seen."""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple, Self
from xml.etree.ElementTree import Element

_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_NO_LINE: Final = (None, "none")
_NO_COLOUR: Final = (None, "transparent", "#ffffff")
_LENGTH: Final = re.compile(r"([0-9]*\.?[0-9]+)(in|cm|mm|pt)")
_POINTS: Final = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0}
_LOWEST_SEEN: Final = 3


class Styles(NamedTuple):
    """The names of styles in a document: of texts, of cells, and of rows or columns."""

    struck: frozenset[str]
    white: frozenset[str]
    low: frozenset[str]

    @classmethod
    def of(cls, content: Element) -> Self:
        """The styles that the document itself has."""
        found = content.findall(f"{_OFFICE}automatic-styles/{_STYLE}style")
        return cls(*(frozenset(_names(found, has)) for has in (_is_struck, _is_white, _is_low)))


def _names(styles: list[Element], has: Callable[[Element], bool]) -> Iterator[str]:
    return (style.get(f"{_STYLE}name", "") for style in styles if has(style))


def _is_struck(style: Element) -> bool:
    return any(
        each.get(f"{_STYLE}text-line-through-{name}") not in _NO_LINE
        for each in style.findall(f"{_STYLE}text-properties")
        for name in ("style", "type")
    )


def _is_white(style: Element) -> bool:
    texts = style.findall(f"{_STYLE}text-properties")
    cells = style.findall(f"{_STYLE}table-cell-properties")
    return any(each.get(f"{_FO}color", "").lower() == "#ffffff" for each in texts) and all(
        each.get(f"{_FO}background-color") in _NO_COLOUR for each in cells
    )


def _is_low(style: Element) -> bool:
    """Whether a row is so low, or a column so narrow, that nothing in it can be seen."""
    sizes = [
        each.get(f"{_STYLE}{name}", "")
        for kind, name in (("row", "row-height"), ("column", "column-width"))
        for each in style.findall(f"{_STYLE}table-{kind}-properties")
    ]
    lengths = filter(None, map(_LENGTH.fullmatch, sizes))
    return any(float(each[1]) * _POINTS[each[2]] < _LOWEST_SEEN for each in lengths)
