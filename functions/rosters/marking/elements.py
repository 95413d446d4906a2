"""The XML of a workbook's parts: read, made, and written as it was.

Names stay as a part writes them, and what declares their prefixes stays an attribute where it
stands: a part may name a prefix that it uses nowhere (`mc:Ignorable`), and has to declare it.
"""

import re
from typing import Any, Final
from xml.etree import ElementTree
from xml.parsers import expat

Element = Any  # what the format asks for is there, or the marking fails

_DECLARATION: Final = re.compile(rb"""xmlns(?::([^\s=]+))?\s*=\s*["']([^"']*)["']""")
_BEGINNING: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def parsed(content: bytes) -> Element:
    """The root of a part; elements of its own namespace have no prefix.

    Entities cannot be there: `archive.unpack` refuses what declares them.

    Raises:
        ExpatError: it is no XML.
        ValueError: names without a prefix are of another namespace.
    """
    builder = ElementTree.TreeBuilder(insert_comments=True, insert_pis=True)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.CommentHandler = builder.comment
    parser.ProcessingInstructionHandler = builder.pi
    parser.Parse(content, True)  # noqa: FBT003 - it takes nothing else
    root = builder.close()
    _leave_own_prefixes_away(root, content)
    return root


def written(root: Element) -> bytes:
    """A part's bytes."""
    said = ElementTree.tostring(root, encoding="unicode")
    # Written as it is, it would be read as another end of a line.
    return _BEGINNING + said.replace("\r", "&#13;").encode()


def insert_before(later: Element, parent: Element, element: Element) -> None:
    """Put an element before another one of its parent's."""
    parent.insert(list(parent).index(later), element)


def local_name(element: Element) -> str:
    """An element's name without its prefix; of a comment it is empty."""
    return element.tag.rpartition(":")[2] if isinstance(element.tag, str) else ""


def _leave_own_prefixes_away(root: Element, content: bytes) -> None:
    """Have the root's namespace be that of names without a prefix, as it nearly always is."""
    declared = {(prefix.decode(), uri.decode()) for prefix, uri in _DECLARATION.findall(content)}
    prefix = root.tag.rpartition(":")[0]
    namespace = root.get(f"xmlns:{prefix}" if prefix else "xmlns", "")
    own = {prefix for prefix, uri in declared if uri == namespace}
    if own <= {""}:
        return
    if any(prefix in own | {""} for prefix, uri in declared if uri != namespace):
        raise ValueError("prefixes have two meanings")
    for each in root.iter():
        name = local_name(each)
        prefix = each.tag.removesuffix(name).removesuffix(":") if name else "-"
        if prefix in own:
            each.tag = name
        elif not prefix:
            raise ValueError("a name is of no namespace")
    root.set("xmlns", namespace)
