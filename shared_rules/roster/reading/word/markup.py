"""WordprocessingML (ECMA-376 part 1, §17): names, switches, and which elements are shown."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES: Final = f"{_COMPATIBILITY}AlternateContent"
_CHOICE: Final = f"{_COMPATIBILITY}Choice"
_FALLBACK: Final = f"{_COMPATIBILITY}Fallback"
DELETED: Final = (f"{W}del", f"{W}moveFrom")
_OFF: Final = ("0", "false", "off", "none")


def transitional(root: Element) -> Element:
    """The same tree with the names of the strict standard as everybody writes them."""
    if root.tag.startswith(_STRICT):
        for element in root.iter():
            element.tag = element.tag.replace(_STRICT, W)
            for name in [name for name in element.attrib if name.startswith(_STRICT)]:
                element.set(name.replace(_STRICT, W), element.attrib.pop(name))
    return root


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def value(element: Element | None, name: str = "val") -> str:
    """What an attribute says; nothing where there is no such element."""
    return "" if element is None else element.get(f"{W}{name}", "")


def switch(properties: Element | None, name: str) -> bool | None:
    """Whether a property is on or off; None where it is not said."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return None if found is None else value(found) not in _OFF


def shown(element: Element) -> Iterator[Element]:
    """The children that are shown: of alternatives the first, of a content control its content."""
    for child in element:
        if child.tag == ALTERNATIVES:
            yield from _alternative(child)
        elif child.tag == f"{W}sdt":
            yield from _controlled(child)
        else:
            yield child


def inside(element: Element, *tags: str) -> Iterator[Element]:
    """The nearest elements with a tag inside this one, in their order; not what was deleted."""
    waiting = list(shown(element))[::-1]
    while waiting:
        child = waiting.pop()
        if child.tag in tags:
            yield child
        elif child.tag not in DELETED:
            waiting.extend(list(shown(child))[::-1])


def _alternative(alternatives: Element) -> Iterator[Element]:
    chosen = alternatives.find(_CHOICE)
    if chosen is None:
        chosen = alternatives.find(_FALLBACK)
    if chosen is not None:
        yield from shown(chosen)


def _controlled(control: Element) -> Iterator[Element]:
    """What a person filled in; the words that ask her to do so are no content."""
    content = control.find(f"{W}sdtContent")
    if content is None:
        return
    if switch(control.find(f"{W}sdtPr"), "showingPlcHdr"):
        yield from map(_emptied, content.findall(f"{W}tc"))
    else:
        yield from shown(content)


def _emptied(cell: Element) -> Element:
    empty = Element(cell.tag)
    empty.extend(cell.findall(f"{W}tcPr"))
    return empty
