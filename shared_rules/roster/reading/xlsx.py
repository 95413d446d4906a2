"""Excel workbooks (.xlsx): what their cells' values do not tell is read from the sheets' XML."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from shared_rules.findings import RuleError, column_letters
from shared_rules.roster.limits import MAX_COLUMNS, MAX_PEOPLE, MAX_SHEET_ROWS
from shared_rules.roster.reading import workbooks
from shared_rules.roster.reading.archive import Parts, packed
from shared_rules.roster.reading.workbooks import Unseen
from shared_rules.roster.sheets import CellFault, Sheet, column_number

_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_ROW: Final = re.compile(rb"<(?:\w+:)?row\s([^>]*)>")
_COLUMN: Final = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_ATTRIBUTE: Final = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_MERGED: Final = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*?\bref=["']([A-Z]+)([0-9]+):[A-Z]+([0-9]+)["']"""
)
_HIDDEN_MARKS: Final = (b' hidden="1"', b' hidden="true"')
# A formula's cell that has no value, or an empty one that is not the text "".
_UNVALUED: Final = re.compile(
    rb"""<(?:\w+:)?c\s(?![^>]*\bt="str")[^>]*?\br="([A-Z]+)([0-9]+)"[^>]*>\s*"""
    rb"""<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*"""
    rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>\s*)?</(?:\w+:)?c>"""
)
# A cell of type “error”: its attributes, and what it shows.
_ERROR: Final = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*?\bt=["']e["'][^>]*)>\s*"""
    rb"""(?:<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*)?<(?:\w+:)?v>([^<]{1,40})<"""
)
_OLD_ERROR: Final = b"#N/A<"
_ERROR_MARKS: Final = (b't="e"', b"t='e'")
_ADDRESS: Final = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")


def read(parts: Parts) -> list[Sheet]:
    """The sheets of a workbook.

    Raises:
        RuleError: `file.…`: the workbook is damaged, or reaches too far.
    """
    unseen: dict[str, Unseen] = {}
    pictures = _has_pictures_in_cells(parts)
    for name, part in _sheet_parts(parts):
        content = parts.get(part, b"")
        _check_extent(content)
        unseen[name] = _unseen(content, pictures=pictures)
        parts[part] = _with_old_errors(content)
    return workbooks.read(packed(parts), unseen)


def _has_pictures_in_cells(parts: Parts) -> bool:
    structures = parts.get("xl/richData/rdrichvaluestructure.xml", b"")
    return b"_localImage" in structures or b"_webimage" in structures


def _with_old_errors(content: bytes) -> bytes:
    """The sheet with only such errors as calamine knows; of others it refuses the whole file."""
    if not _may_fail(content):
        return content
    return _ERROR.sub(lambda cell: content[cell.start() : cell.start(2)] + _OLD_ERROR, content)


def _sheet_parts(parts: Parts) -> Iterator[tuple[str, str]]:
    """The name of each sheet and the part that it is in."""
    try:
        # Parts come without DOCTYPE from `archive`, so that there are no entities to grow.
        book = ElementTree.fromstring(parts[_WORKBOOK])  # noqa: S314
        relations = ElementTree.fromstring(parts[_RELATIONS])  # noqa: S314
    except (KeyError, ElementTree.ParseError) as error:
        raise RuleError("file.damaged") from error
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet"):
            relation = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), None)
            target = targets.get(relation, "")
            yield sheet.get("name", ""), target[1:] if target[:1] == "/" else f"xl/{target}"


def _beyond(limit: str, first: str, last: str) -> str:
    """A pattern of the counts after `limit`, written with the signs from `first` to `last`."""
    longer = f"[{first}-{last}]{{{len(limit) + 1},}}"
    same_length = (
        f"{limit[:place]}[{chr(ord(sign) + 1)}-{last}][{first}-{last}]{{{len(limit) - place - 1}}}"
        for place, sign in enumerate(limit)
        if sign != last
    )
    return f"(?:{'|'.join((longer, *same_length))})"


# Formatted cells without a value reach to the end of the sheet in many files: no harm in them.
_TOO_WIDE: Final = _beyond(column_letters(MAX_COLUMNS), "A", "Z")
_TOO_LONG: Final = _beyond(str(MAX_SHEET_ROWS), "0", "9")
_FAR_CELL: Final = re.compile(
    (
        rf' r="(?:(?P<wide>{_TOO_WIDE})[0-9]+|[A-Z]+{_TOO_LONG})"'
        r"(?:[^>]*[^/>])?>\s*<(?:\w+:)?(?:v|is|f)\b"
    ).encode()
)


def _check_extent(content: bytes) -> None:
    far = _FAR_CELL.search(content)
    if far and far["wide"]:
        raise RuleError("file.too_many_columns", limit=MAX_COLUMNS)
    if far:
        raise RuleError("file.too_many_people", limit=MAX_PEOPLE)


def _unseen(content: bytes, *, pictures: bool) -> Unseen:
    hidden = b" hidden=" in content
    return Unseen(
        hidden_rows=frozenset(_hidden_rows(content)) if hidden else frozenset(),
        hidden_columns=frozenset(_hidden_columns(content)) if hidden else frozenset(),
        tall=frozenset(_tall(content)),
        faults=dict(_faults(content, pictures=pictures)),
    )


def _hidden_rows(content: bytes) -> Iterator[int]:
    for attributes in _hidden_elements(_ROW, content):
        if number := attributes.get(b"r", b"").decode():
            yield int(number)


def _hidden_columns(content: bytes) -> Iterator[int]:
    for attributes in _hidden_elements(_COLUMN, content):
        first, last = int(attributes.get(b"min", 0)), int(attributes.get(b"max", 0))
        yield from range(first, min(last, MAX_COLUMNS) + 1)


def _hidden_elements(element: re.Pattern[bytes], content: bytes) -> Iterator[dict[bytes, bytes]]:
    for attributes in element.findall(content):
        if any(mark in b" " + attributes for mark in _HIDDEN_MARKS):
            yield dict(_ATTRIBUTE.findall(attributes))


def _faults(content: bytes, *, pictures: bool) -> Iterator[tuple[tuple[int, int], CellFault]]:
    if b"f>" in content:
        for letters, row in _UNVALUED.findall(content):
            place = int(row), column_number(letters.decode())
            yield place, CellFault("cell.formula_without_value", "")
    if _may_fail(content):
        for found in _ERROR.finditer(content):
            attributes = dict(_ATTRIBUTE.findall(found[1]))
            if address := _ADDRESS.fullmatch(attributes.get(b"r", b"")):
                place = int(address[2]), column_number(address[1].decode())
                # Excel keeps a picture that is put into a cell as #VALUE! with metadata.
                is_picture = pictures and b"vm" in attributes and found[2] == b"#VALUE!"
                code = "cell.picture" if is_picture else "cell.error_value"
                yield place, CellFault(code, "" if is_picture else found[2].decode())


def _may_fail(content: bytes) -> bool:
    return any(mark in content for mark in _ERROR_MARKS)


def _tall(content: bytes) -> Iterator[tuple[int, int, int]]:
    behind_the_cells = max(content.rfind(b"sheetData>"), 0)
    for letters, first, last in _MERGED.findall(content, behind_the_cells):
        if first != last:
            yield int(first), column_number(letters.decode()), int(last)
