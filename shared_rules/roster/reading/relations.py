"""Which part of an Office Open XML archive (.xlsx, .docx) is which, as its relations say.

Programs name parts as they like (word/document2.xml, xl/WorkBook.xml) and write a part's name in
other case than its relation does.
"""

import re
from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath
from typing import Final, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

from shared_rules.findings import RuleError
from shared_rules.roster.reading.archive import Parts

_MAIN: Final = "officeDocument"
_USUAL_WORD_PART: Final = "word/document.xml"
_USUAL_WORKBOOK: Final = "xl/workbook.xml"
_ROOT: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<(?:[\w.-]+:)?(document|workbook)(?:[\s>]|\Z)"
)


class Relation(NamedTuple):
    """What a part has to do with another one: the last word of the relation's type."""

    kind: str
    part: str


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
    return part if part and _root(parts[part]) == b"document" else None


def workbook_part(parts: Parts) -> str | None:
    """The part that is a workbook of Excel; None where the archive is something else."""
    part = main_part(parts) or named(parts, _USUAL_WORKBOOK)
    return part if part and _root(parts[part]) == b"workbook" else None


def _root(content: bytes) -> bytes | None:
    root = _ROOT.match(content)
    return root[1] if root else None


def related(parts: Parts, source: str, kind: str) -> Iterator[str]:
    """The parts to which `source` (the archive itself: "") has a relation of that kind.

    Raises:
        RuleError: `file.damaged`.
    """
    return (each.part for each in of(parts, source).values() if each.kind == kind)


def of(parts: Parts, source: str) -> dict[str, Relation]:
    """The relations of `source` to parts that are there, by their ids.

    Raises:
        RuleError: `file.damaged`.
    """
    folder = dirname(source)
    relations = named(parts, join(folder, "_rels", f"{basename(source)}.rels"))
    found: dict[str, Relation] = {}
    for relation in parsed(parts[relations]) if relations else ():
        target = unquote(relation.get("Target", "").replace("\\", "/"))
        part = named(parts, normpath(join("/", folder, target)).lstrip("/"))
        if part:
            # The strict and the transitional standard differ in all of the type but its end.
            kind = basename(relation.get("Type", ""))
            found[relation.get("Id", "")] = Relation(kind, part)
    return found


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
