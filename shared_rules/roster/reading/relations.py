"""Which part of an Office Open XML archive (.xlsx, .docx) is which, as its relations say.

Programs name parts as they like (word/document2.xml, xl/WorkBook.xml) and write a part's name in
other case than its relation does.
"""

import re
from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath
from typing import Final
from urllib.parse import unquote
from xml.etree import ElementTree

from shared_rules.findings import RuleError
from shared_rules.roster.reading.archive import Parts

_MAIN: Final = "officeDocument"
_USUAL_WORD_PART: Final = "word/document.xml"
_WORD_ROOT: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<(?:[\w.-]+:)?document[\s>]"
)


def named(parts: Parts, name: str) -> str | None:
    """The part of that name, in whatever case it is written."""
    if name in parts:
        return name
    folded = name.casefold()
    return next((part for part in parts if part.casefold() == folded), None)


def main_part(parts: Parts) -> str | None:
    """The part that is the document itself."""
    return next(related(parts, "", _MAIN), None)


def word_part(parts: Parts) -> str | None:
    """The part that is a Word document; None where the archive is something else."""
    part = main_part(parts) or named(parts, _USUAL_WORD_PART)
    return part if part and _WORD_ROOT.match(parts[part]) else None


def related(parts: Parts, source: str, kind: str) -> Iterator[str]:
    """The parts to which `source` (the archive itself: "") has a relation of that kind.

    Raises:
        RuleError: `file.damaged`.
    """
    folder = dirname(source)
    relations = named(parts, join(folder, "_rels", f"{basename(source)}.rels"))
    for relation in parsed(parts[relations]) if relations else ():
        # The strict and the transitional standard differ in all of the type but its end.
        if relation.get("Type", "").endswith(f"/{kind}"):
            target = unquote(relation.get("Target", "").replace("\\", "/"))
            part = named(parts, normpath(join("/", folder, target)).lstrip("/"))
            if part:
                yield part


def parsed(content: bytes) -> ElementTree.Element:
    """The root of a part.

    Raises:
        RuleError: `file.damaged`.
    """
    try:
        # Parts come without DOCTYPE from `archive`, so that there are no entities to grow.
        return ElementTree.fromstring(content)  # noqa: S314
    except ElementTree.ParseError as error:
        raise RuleError("file.damaged") from error
