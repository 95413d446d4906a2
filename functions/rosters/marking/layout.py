"""What a sheet's XML says beside its cells: columns' widths, merged cells, rows' heights."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Final, NamedTuple
from xml.etree import ElementTree

from functions.rosters.marking import elements
from functions.rosters.marking.elements import Element
from functions.rosters.marking.sheet_cells import LAST_COLUMN, SheetCells
from shared_rules.roster.sheets import column_number

_AREA: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")


class Area(NamedTuple):
    """Merged cells; rows and columns count from 1, the last ones belong to it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int
    element: Element

    def covers(self, row: int, column: int) -> bool:
        """Whether a cell is one of them."""
        return (
            self.first_row <= row <= self.last_row
            and self.first_column <= column <= self.last_column
        )


def merged(sheet: SheetCells) -> list[Area]:
    """The merged cells of a sheet."""
    found = sheet.root.find("mergeCells")
    return list(_areas(found)) if found is not None else []


def take_apart(sheet: SheetCells, area: Area) -> None:
    """Merge cells no longer."""
    areas = sheet.root.find("mergeCells")
    areas.remove(area.element)
    areas.set("count", str(len(areas)))
    if not len(areas):
        sheet.root.remove(areas)


def make_room(sheet: SheetCells, first: int, widths: Sequence[float]) -> None:
    """Give columns their widths and show them, also where a group of columns covers them."""
    last = first + len(widths) - 1
    columns = sheet.root.find("cols")
    if columns is None:
        columns = ElementTree.Element("cols")
        elements.insert_before(sheet.data, sheet.root, columns)
    kept = [part for each in columns for part in _beside(each, first, last)]
    made = [
        ElementTree.Element(
            "col",
            {"min": str(column), "max": str(column), "width": f"{width:g}", "customWidth": "1"},
        )
        for column, width in enumerate(widths, start=first)
    ]
    columns[:] = sorted((*kept, *made), key=lambda each: int(each.get("min")))


def copy_widths(source: SheetCells, target: SheetCells, width: int) -> None:
    """Give the first columns of a sheet those of another; what was hidden is shown."""
    groups = source.root.find("cols")
    if groups is None:
        return
    copied = ElementTree.Element("cols")
    for group in groups:
        for part in _beside(group, width + 1, LAST_COLUMN):
            for attribute in ("hidden", "collapsed", "outlineLevel"):
                part.attrib.pop(attribute, None)
            copied.append(part)
    if len(copied):
        elements.insert_before(target.data, target.root, copied)


def heighten(sheet: SheetCells, row: int, height: float) -> None:
    """Make a row so high, in points; never lower than it is."""
    element = sheet.row(row)
    if height > float(element.get("ht") or 0):
        element.set("ht", f"{height:g}")
        element.set("customHeight", "1")


def _areas(listed: Element) -> Iterator[Area]:
    for each in listed:
        if found := _AREA.fullmatch(each.get("ref", "")):
            first, last = column_number(found[1]), column_number(found[3] or found[1])
            yield Area(int(found[2]), first, int(found[4] or found[2]), last, each)


def _beside(group: Element, first: int, last: int) -> Iterator[Element]:
    """What is left of a group of columns without those from `first` to `last`."""
    begin, end = int(group.get("min", "1")), int(group.get("max", "1"))
    for low, high in ((begin, min(end, first - 1)), (max(begin, last + 1), end)):
        if low <= high:
            part = deepcopy(group)
            part.set("min", str(low))
            part.set("max", str(high))
            yield part
