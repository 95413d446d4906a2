"""What a person reads in a cell of a Word table, and what of it she does not see."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from shared_rules.roster.reading.word import symbols
from shared_rules.roster.reading.word.fields import Fields
from shared_rules.roster.reading.word.markup import DELETED, W, inside, local, shown, switch, value
from shared_rules.roster.reading.word.styles import Styles
from shared_rules.roster.sheets import Cell, CellFault

NESTED_TABLE: Final = "cell.nested_table"
_PICTURE: Final = "cell.picture"
_UNKNOWN: Final = "\N{WHITE SQUARE}"
_FEW_DIGITS: Final = 6
_ADDED: Final = frozenset({"ins", "moveTo"})
_SIGNS: Final = {
    **dict.fromkeys(("tab", "ptab"), " "),
    **dict.fromkeys(("br", "cr"), "\n"),
    "noBreakHyphen": "-",
    "softHyphen": "\N{SOFT HYPHEN}",
}
_WHITE: Final = "FFFFFF"
# Half points: nobody sees, far less reads it.
_TINY: Final = 4
_STRUCK: Final = ("strike", "dstrike")
_EQUATION: Final = frozenset({"oMath", "oMathPara"})
_NO_CONTENT: Final = frozenset(
    {"pPr", "rPr", "lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef"}
    | {"separator", "continuationSeparator"}
)


@dataclass(frozen=True, slots=True)
class Content:
    """A cell as it is seen, the text in it that is hidden, and the codes of what is to be told.

    `is_overlaid`: there is only a picture that floats over it, and need not belong to it.
    """

    cell: Cell
    hidden: str
    told: frozenset[str]
    is_overlaid: bool


@dataclass(slots=True)
class _Seen:
    text: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    pictures: set[str] = field(default_factory=set)
    is_coloured: bool = False

    def put(self, text: str, *, hidden: bool = False) -> None:
        if not self.fields.hides:
            (self.hidden if hidden else self.text).append(text)

    def put_unknown(self, fault: str) -> None:
        """Show that there is something which has no text."""
        if not self.fields.hides:
            self.text.append(_UNKNOWN)
            self.faults.append(fault)


def read(cell: Element, styles: Styles) -> Content:
    """What a cell holds."""
    seen = _Seen(is_coloured=_is_shaded(cell.find(f"{W}tcPr")))
    for child in inside(cell, f"{W}p", f"{W}tbl"):
        if child.tag == f"{W}p":
            _Paragraph(child, styles, seen).read()
        elif any(text.text for text in child.iter(f"{W}t")):
            seen.faults.append(NESTED_TABLE)
    return _content(seen)


def _content(seen: _Seen) -> Content:
    text, hidden = ("".join(pieces).strip() for pieces in (seen.text, seen.hidden))
    told = seen.told | ({"cell.hidden_text"} if hidden else set())
    floating = "floating" in seen.pictures
    if "inline" in seen.pictures:
        seen.faults.append("cell.picture_in_text" if text else _PICTURE)
    elif floating and text:
        told.add("cell.picture_over")
    is_overlaid = floating and not (text or seen.faults)
    fault = _PICTURE if is_overlaid else next(iter(seen.faults), None)
    return Content(_fault(fault, text) if fault else text, hidden, frozenset(told), is_overlaid)


def _fault(code: str, text: str) -> CellFault:
    """The fault, with what is seen of a name; never with what may be an ID number."""
    return CellFault(code, text if sum(map(str.isdigit, text)) < _FEW_DIGITS else "")


class _Paragraph:
    """One paragraph, read into what is seen of its cell."""

    def __init__(self, paragraph: Element, styles: Styles, seen: _Seen) -> None:
        self._paragraph = paragraph
        self._properties = paragraph.find(f"{W}pPr")
        self._styles = styles
        self._seen = seen
        self._hidden = False
        self._font = ""
        self._is_mark = False

    def read(self) -> None:
        self._inline(self._paragraph)
        mark = None if self._properties is None else self._properties.find(f"{W}rPr")
        gone = mark is not None and any(mark.find(tag) is not None for tag in DELETED)
        if not (gone or switch(mark, "vanish")):
            self._seen.put("\n")

    def _inline(self, parent: Element) -> None:
        """The runs in a paragraph, whatever they are wrapped in."""
        waiting = list(shown(parent))[::-1]
        while waiting:
            child = waiting.pop()
            name = local(child)
            if name == "r":
                self._run(child)
            elif child.tag in DELETED:
                self.deleted(child)
            elif name in _EQUATION:
                self._seen.put_unknown("cell.content")
            elif name not in _NO_CONTENT:
                if name in _ADDED and any(True for _ in child.iter(f"{W}t")):
                    self._seen.told.add("cell.revised")
                waiting.extend(list(shown(child))[::-1])

    def _run(self, run: Element) -> None:
        before = self._hidden, self._font
        properties = run.find(f"{W}rPr")
        fonts = None if properties is None else properties.find(f"{W}rFonts")
        self._hidden = self._styles.hides(properties, self._properties)
        self._font, self._is_mark = value(fonts, "ascii") or value(fonts, "hAnsi"), False
        if run.find(f"{W}t") is not None:
            if any(switch(properties, name) for name in _STRUCK):
                self._seen.told.add("cell.struck")
            if not self._seen.is_coloured and _is_white_or_tiny(properties):
                self._seen.told.add("cell.unseen")
        for child in shown(run):
            name = local(child)
            if name in _SIGNS:
                self._put(_SIGNS[name])
            elif name in _READERS:
                _READERS[name](self, child)
            elif name not in _NO_CONTENT:
                self._put_unknown("cell.content")
        self._hidden, self._font = before

    def _put(self, text: str) -> None:
        self._seen.put(text, hidden=self._hidden)

    def _put_unknown(self, fault: str) -> None:
        if not self._hidden:
            self._seen.put_unknown(fault)

    def text(self, element: Element) -> None:
        if not self._is_mark:
            self._put(symbols.plain(element.text or "", self._font))

    def symbol(self, element: Element) -> None:
        font, code = (_any_namespace(element, name) for name in ("font", "char"))
        self._put_known(symbols.character(font, code), "cell.symbol")

    def _put_known(self, text: str | None, fault: str) -> None:
        if text is None:
            self._put_unknown(fault)
        else:
            self._put(text)

    def ruby(self, ruby: Element) -> None:
        self._seen.told.add("cell.ruby")
        for base in ruby.findall(f"{W}rubyBase"):
            self._inline(base)

    def field(self, mark: Element) -> None:
        result = self._seen.fields.mark(mark)
        if result:
            if result.is_ruby:
                self._seen.told.add("cell.ruby")
            self._put_known(result.text, "cell.field")

    def code(self, element: Element) -> None:
        self._seen.fields.add_code(element.text or "")

    def note(self, reference: Element) -> None:
        self._seen.told.add("cell.note")
        self._is_mark = bool(value(reference, "customMarkFollows"))

    def comment(self, _reference: Element) -> None:
        self._seen.told.add("cell.comment")

    def deleted(self, element: Element) -> None:
        if any(text.text for text in (*element.iter(f"{W}delText"), *element.iter(f"{W}t"))):
            self._seen.told.add("cell.revised")

    def picture(self, element: Element) -> None:
        if any(text.text for text in element.iter(f"{W}t")):
            self._seen.faults.append("cell.text_box")
        elif not (self._hidden or _is_line(element)):
            self._seen.pictures.add("floating" if _floats(element) else "inline")


_READERS: Final[dict[str, Callable[[_Paragraph, Element], None]]] = {
    "t": _Paragraph.text,
    **dict.fromkeys(("sym", "symEx"), _Paragraph.symbol),
    "ruby": _Paragraph.ruby,
    "fldChar": _Paragraph.field,
    "instrText": _Paragraph.code,
    **dict.fromkeys(("footnoteReference", "endnoteReference"), _Paragraph.note),
    "commentReference": _Paragraph.comment,
    **dict.fromkeys(("drawing", "pict", "object"), _Paragraph.picture),
    **dict.fromkeys(("delText", "delInstrText"), _Paragraph.deleted),
}


def _is_shaded(properties: Element | None) -> bool:
    """Whether a cell or a text stands on a colour, on which white is seen."""
    shades = () if properties is None else properties.findall(f"{W}shd")
    return any(value(each, "fill").upper() not in ("", "AUTO", _WHITE) for each in shades)


def _is_white_or_tiny(properties: Element | None) -> bool:
    if properties is None:
        return False
    size = value(properties.find(f"{W}sz"))
    is_white = value(properties.find(f"{W}color")).upper() == _WHITE and not (
        _is_shaded(properties) or properties.find(f"{W}highlight") is not None
    )
    return is_white or (size.isdecimal() and int(size) <= _TINY)


def _any_namespace(element: Element, name: str) -> str:
    return next((v for key, v in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _is_line(element: Element) -> bool:
    """Whether it is a rule across the page."""
    return any(name.endswith("}hr") for each in element.iter() for name in each.attrib)


def _floats(element: Element) -> bool:
    styles = (each.get("style", "") for each in element.iter())
    return any(local(each) == "anchor" for each in element) or any(
        "position:absolute" in style.replace(" ", "") for style in styles
    )
