"""The styles of a workbook: new looks are added behind hers, each made once, none is changed."""

from collections.abc import Callable
from copy import deepcopy
from typing import Final
from xml.etree import ElementTree

from functions.rosters.marking import elements
from functions.rosters.marking.colours import COLOURS, INK, LINES
from functions.rosters.marking.elements import Element, local_name
from functions.rosters.marking.marks import Status

Content = tuple[object, ...]

_TEXT_FORMAT: Final = "49"
_LISTS: Final = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
_BEFORE: Final = {kind: _LISTS[:place] for place, kind in enumerate(_LISTS)}
_BEHIND_COLOUR: Final = ("name", "family", "charset", "scheme")
# In the order of the format; the first style stands for cells that say none.
_EMPTY: Final = (
    '<styleSheet xmlns="{0}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def empty(namespace: str) -> Element:
    """A sheet of styles with the one that every workbook has."""
    return elements.parsed(_EMPTY.format(namespace).encode())


class Styles:
    """Gives numbers of styles: each look is made once, as a workbook may hold very many cells."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._formats = self._list("cellXfs")
        self._made: dict[tuple[str, str], str] = {}
        self._known: dict[str, dict[Content, str]] = {}
        self._fills = {status: self._fill(colour) for status, colour in COLOURS.items()}
        self._border: str | None = None
        self._ours = {
            str(number)
            for number, fill in enumerate(self._list("fills"))
            if any(each.get("rgb") in COLOURS.values() for each in fill.iter("fgColor"))
        }

    def coloured(self, style: str, status: Status) -> str:
        """A style with a status's colour; all else stays, but for ink that could be too pale."""

        def change(look: Element) -> None:
            look.set("fontId", self._inked(look.get("fontId", "0")))
            look.set("fillId", self._fills[status])
            look.set("applyFill", "1")
            look.set("applyFont", "1")

        return self._derived(style, f"colour {status}", change)

    def framed(self, style: str) -> str:
        """A style in a frame."""
        return self._derived(style, "frame", self._frame)

    def dressed(self, style: str) -> str:
        """A style in a frame, with texts on as many lines as they need."""

        def change(look: Element) -> None:
            self._frame(look)
            look.set("applyAlignment", "1")
            for each in look.findall("alignment"):
                look.remove(each)
            look.insert(0, ElementTree.Element("alignment", wrapText="1", vertical="center"))

        return self._derived(style, "dress", change)

    def bold(self, style: str) -> str:
        """A style in bold."""

        def change(look: Element) -> None:
            font = deepcopy(self._list("fonts")[int(look.get("fontId", "0"))])
            if font.find("b") is None:
                font.insert(0, ElementTree.Element("b"))
            look.set("fontId", self._appended("fonts", font))
            look.set("applyFont", "1")

        return self._derived(style, "bold", change)

    def as_text(self, style: str) -> str:
        """A style whose cells hold text, whatever is typed into them."""

        def change(look: Element) -> None:
            look.set("numFmtId", _TEXT_FORMAT)
            look.set("applyNumberFormat", "1")

        return self._derived(style, "text", change)

    def quoted(self, style: str) -> str:
        """A style whose cells' texts stay texts, also after an edit."""
        return self._derived(style, "quote", lambda look: look.set("quotePrefix", "1"))

    def without_our_colour(self, style: str) -> str:
        """A style without a fill that a marking gave it."""
        fill = self._look(style).get("fillId", "0")
        if fill not in self._ours:
            return style
        return self._derived(style, "bare", lambda look: look.set("fillId", "0"))

    def _look(self, style: str) -> Element:
        number = int(style) if style.isdigit() else 0
        return self._formats[number if number < len(self._formats) else 0]

    def _derived(self, style: str, name: str, change: Callable[[Element], None]) -> str:
        if (style, name) not in self._made:
            look = deepcopy(self._look(style))
            change(look)
            self._made[style, name] = self._appended("cellXfs", look)
        return self._made[style, name]

    def _inked(self, font_id: str) -> str:
        key = (font_id, "ink")
        if key not in self._made:
            font = deepcopy(self._list("fonts")[int(font_id)])
            for each in font.findall("color"):
                font.remove(each)
            places = (
                place for place, each in enumerate(font) if local_name(each) in _BEHIND_COLOUR
            )
            colour = ElementTree.Element("color", rgb=INK)
            font.insert(next(places, len(font)), colour)
            self._made[key] = self._appended("fonts", font)
        return self._made[key]

    def _fill(self, colour: str) -> str:
        fill = ElementTree.Element("fill")
        pattern = ElementTree.SubElement(fill, "patternFill", patternType="solid")
        ElementTree.SubElement(pattern, "fgColor", rgb=colour)
        return self._appended("fills", fill)

    def _frame(self, look: Element) -> None:
        look.set("borderId", self._framing())
        look.set("applyBorder", "1")

    def _framing(self) -> str:
        if self._border is None:
            border = ElementTree.Element("border")
            for side in ("left", "right", "top", "bottom"):
                line = ElementTree.SubElement(border, side, style="thin")
                ElementTree.SubElement(line, "color", rgb=LINES)
            self._border = self._appended("borders", border)
        return self._border

    def _appended(self, kind: str, element: Element) -> str:
        """The number of an element: that of an equal one, where there is one."""
        listed = self._list(kind)
        if kind not in self._known:
            self._known[kind] = {_content(each): str(n) for n, each in enumerate(listed)}
        known, said = self._known[kind], _content(element)
        if said not in known:
            listed.append(element)
            listed.set("count", str(len(listed)))
            known[said] = str(len(listed) - 1)
        return known[said]

    def _list(self, kind: str) -> Element:
        """One of the lists of looks; where there is none, that of a workbook without any."""
        found = self.root.find(kind)
        if found is None or not len(found):
            if found is not None:
                self.root.remove(found)
            found = empty(self.root.get("xmlns", "")).find(kind)
            self.root.insert(sum(local_name(each) in _BEFORE[kind] for each in self.root), found)
        return found


def _content(element: Element) -> Content:
    """All that an element says, whatever prefix it has."""
    attributes = tuple(sorted(element.attrib.items()))
    return element.tag, attributes, (element.text or "").strip(), tuple(map(_content, element))
