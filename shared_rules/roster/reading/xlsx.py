"""Excel workbooks (.xlsx): which parts they are made of, put into a plain workbook for calamine.

Programs name parts as they like, and write much that nobody needs for a list. So python-calamine,
which wants the usual names, is given a workbook of the sheets, texts and styles alone.
"""

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final, NamedTuple
from xml.etree import ElementTree

from shared_rules.findings import RuleError
from shared_rules.roster.reading import outside, relations, sheet_xml, workbooks
from shared_rules.roster.reading.archive import Parts, packed
from shared_rules.roster.reading.cell_styles import CellStyles
from shared_rules.roster.reading.relations import Relation
from shared_rules.roster.reading.shared_texts import SharedTexts
from shared_rules.roster.reading.workbooks import Beside
from shared_rules.roster.sheets import Place, Sheet

_XMLNS: Final = "http://schemas.openxmlformats.org"
_RELATIONSHIPS: Final = f"{_XMLNS}/officeDocument/2006/relationships"
_VISIBLE: Final = (None, "", "visible")
_SHAPES: Final = ("drawing",)
_END_OF_PARAGRAPH: Final = re.compile(rb"</(?:\w+:)?p>")
_WORDS: Final = re.compile(rb"<(?:\w+:)?t>([^<]*)</")
_COMMENTS: Final = ("comments", "threadedComment")
_TRUE: Final = ("1", "true")


class _SheetPart(NamedTuple):
    name: str
    is_hidden: bool
    content: bytes
    comments: tuple[Place, ...]
    outside: str | None


@dataclass(frozen=True, slots=True)
class _Book:
    """The parts of a workbook that a list needs."""

    sheets: list[_SheetPart]
    texts: bytes
    styles: bytes
    days_since_1904: bool
    pictures: bool


def read(parts: Parts) -> list[Sheet]:
    """The sheets of a workbook.

    Raises:
        RuleError: `file.…`: the workbook is damaged.
    """
    book = _book(parts)
    texts, styles = SharedTexts(book.texts), CellStyles.of(book.styles)
    contents: dict[str, bytes] = {}
    besides: list[Beside] = []
    for number, sheet in enumerate(book.sheets, start=1):
        content, found = sheet_xml.taken_apart(sheet.content, texts, pictures=book.pictures)
        contents[_part_of(number)] = content
        beside = replace(
            found.of_sheet(sheet.name, hidden=sheet.is_hidden),
            looks=tuple(styles.in_sheet(content, texts)),
            comments=sheet.comments,
            outside=sheet.outside,
        )
        besides.append(beside)
    return workbooks.read(packed({**_plain(book), **contents}), besides)


def _book(parts: Parts) -> _Book:
    main = relations.workbook_part(parts) or ""
    related = relations.of(parts, main)
    root = relations.parsed(parts[main])
    structures = relations.named(parts, "xl/richData/rdrichvaluestructure.xml")
    rich = parts[structures] if structures else b""
    return _Book(
        list(_sheets(parts, root, related)),
        _content(parts, related, "sharedStrings"),
        _content(parts, related, "styles"),
        any(_is_true(each.get("date1904")) for each in root if each.tag.endswith("}workbookPr")),
        b"_localImage" in rich or b"_webimage" in rich,
    )


def _sheets(
    parts: Parts, root: ElementTree.Element, related: dict[str, Relation]
) -> Iterator[_SheetPart]:
    for sheet in root.iter():
        if sheet.tag.endswith("}sheet"):
            id_ = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
            relation = related.get(id_)
            if relation is None:
                raise RuleError("file.damaged")
            if relation.kind == "worksheet":  # and not a chart's sheet
                is_hidden = sheet.get("state") not in _VISIBLE
                yield _SheetPart(
                    sheet.get("name", ""),
                    is_hidden,
                    parts[relation.part],
                    tuple(_comments(parts, relation.part)),
                    outside.message(_texts_of_shapes(parts, relation.part)),
                )


def _comments(parts: Parts, sheet: str) -> Iterator[Place]:
    """The cells with comments."""
    for content in _beside(parts, sheet, _COMMENTS):
        yield from sheet_xml.commented(content)


def _texts_of_shapes(parts: Parts, sheet: str) -> Iterator[str]:
    """What stands in text boxes, a paragraph each."""
    for content in _beside(parts, sheet, _SHAPES):
        for paragraph in _END_OF_PARAGRAPH.split(content):
            yield b"".join(_WORDS.findall(paragraph)).decode("utf-8", "replace")


def _beside(parts: Parts, sheet: str, kinds: Collection[str]) -> Iterator[bytes]:
    """The parts of some kinds that belong to a sheet, without those that cannot be read."""
    with suppress(RuleError):
        for kind, part in relations.of(parts, sheet).values():
            if kind in kinds:
                yield parts[part]


def _content(parts: Parts, related: dict[str, Relation], kind: str) -> bytes:
    part = next((each.part for each in related.values() if each.kind == kind), None)
    return parts[part] if part else b""


def _is_true(value: str | None) -> bool:
    return value in _TRUE


def _part_of(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def _plain(book: _Book) -> dict[str, bytes]:
    """The parts of a workbook around its sheets, which are named by their numbers."""
    sheets = range(1, len(book.sheets) + 1)
    listed = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>' for n in sheets)
    first = f'<workbookPr date1904="{int(book.days_since_1904)}"/>'
    workbook = (
        f'<workbook xmlns="{_XMLNS}/spreadsheetml/2006/main" xmlns:r="{_RELATIONSHIPS}">'
        f"{first}<sheets>{listed}</sheets></workbook>"
    )
    named = {
        "_rels/.rels": _related([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": workbook.encode(),
        "xl/_rels/workbook.xml.rels": _related([("worksheet", f"/{_part_of(n)}") for n in sheets]),
        "xl/sharedStrings.xml": book.texts,
        "xl/styles.xml": book.styles,
    }
    return {name: content for name, content in named.items() if content}


def _related(targets: list[tuple[str, str]]) -> bytes:
    """Relations of these kinds to these parts, with the ids rId1, rId2 and so on."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    package = f"{_XMLNS}/package/2006/relationships"
    return f'<Relationships xmlns="{package}">{listed}</Relationships>'.encode()
