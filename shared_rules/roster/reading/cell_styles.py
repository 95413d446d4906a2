"""How cells of an .xlsx look, where that says something of what stands in them.

Who crosses a person out, or makes her row invisible, may mean that she is none of the list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self
from xml.etree import ElementTree

from shared_rules.findings import RuleError
from shared_rules.roster.reading import relations
from shared_rules.roster.reading.shared_texts import STRIKE, SharedTexts, is_struck
from shared_rules.roster.reading.workbooks import Look
from shared_rules.roster.sheets import Place, column_number

_STRUCK: Final = "cell.struck"
_UNSEEN: Final = "cell.unseen"
_OFF: Final = ("0", "false")
_WHITE: Final = ("FFFFFFFF", "00FFFFFF")
_MARKS: Final = (STRIKE, b"FFFFFF", b"ffffff", b'theme="0"', b";;")
NOTHING_SHOWN: Final = re.compile(r'(?:;|"")*;;+(?:;|"")*')
"""The formats of numbers and texts that show nothing."""
_STYLED: Final = re.compile(rb"""<(?:\w+:)?c\s(?=[^>]*\bs=["']([0-9]{1,6})["'])([^>]*[^/])>""")
# A cell with a text that the sheets share: its attributes, and which; and where one ends that has
# its own.
_TEXT_CELL: Final = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^>]*\bt=["']s["'])([^>]*)>\s*<(?:\w+:)?v>\s*([0-9]{1,8})\s*<"""
)
_END_OF_INLINE: Final = re.compile(rb"</(?:\w+:)?is>")
_ADDRESS: Final = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")


@dataclass(frozen=True, slots=True)
class CellStyles:
    """The styles of a workbook, by their numbers, whose cells are crossed out or show nothing."""

    looks: dict[int, Look]

    @classmethod
    def of(cls, content: bytes) -> Self:
        """The styles of the part that holds them."""
        if not any(mark in content for mark in _MARKS):
            return cls({})
        try:
            root = relations.parsed(content)
        except RuleError:  # without its styles, a list can be read all the same
            return cls({})
        fonts = [_look_of_font(font) for font in _within(root, "fonts")]
        formats = {
            each.get("numFmtId"): each.get("formatCode", "") for each in _within(root, "numFmts")
        }
        found: dict[int, Look] = {}
        for number, style in enumerate(_within(root, "cellXfs")):
            font = style.get("fontId", "0")
            look = fonts[int(font)] if font.isdecimal() and int(font) < len(fonts) else None
            if look == _UNSEEN and style.get("fillId", "0") != "0":
                look = None  # white on a colour
            if NOTHING_SHOWN.fullmatch(formats.get(style.get("numFmtId"), "")):
                look = _UNSEEN
            if look:
                found[number] = look
        return cls(found)

    def in_sheet(self, content: bytes, texts: SharedTexts) -> Iterator[tuple[Place, Look]]:
        """The cells of a sheet that look so, or of whose text a part does."""
        for cell in _TEXT_CELL.finditer(content) if texts.struck else ():
            if cell[2] in texts.struck and (address := _ADDRESS.search(cell[1])):
                yield _place(address), _STRUCK
        for piece in _END_OF_INLINE.split(content) if STRIKE in content else ():
            own = piece[max(piece.rfind(b"<c "), piece.rfind(b":c ")) :]
            if is_struck(own) and (address := _ADDRESS.search(own)):
                yield _place(address), _STRUCK
        if not self.looks:
            return
        for cell in _STYLED.finditer(content):
            look = self.looks.get(int(cell[1]))
            address = _ADDRESS.search(cell[2]) if look else None
            if look and address:
                yield _place(address), look


def _place(address: re.Match[bytes]) -> Place:
    return Place(int(address[2]), column_number(address[1].decode()))


def _within(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return next((list(each) for each in root if each.tag.endswith(f"}}{name}")), [])


def _look_of_font(font: ElementTree.Element) -> Look | None:
    """What a font says; crossed out says more than white."""
    looks = set(_looks_of_font(font))
    return _STRUCK if _STRUCK in looks else next(iter(looks), None)


def _looks_of_font(font: ElementTree.Element) -> Iterator[Look]:
    for each in font:
        if each.tag.endswith("}strike") and each.get("val") not in _OFF:
            yield _STRUCK
        is_white = each.get("rgb", "").upper() in _WHITE or each.get("theme") == "0"
        if each.tag.endswith("}color") and is_white and not each.get("tint"):
            yield _UNSEEN
