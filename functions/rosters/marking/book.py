"""A workbook that is to be marked: its sheets by their names, its styles and shared texts."""

from typing import Final
from xml.etree import ElementTree

from functions.rosters.marking import elements, heights, layout, legend, stylesheet
from functions.rosters.marking.elements import Element
from functions.rosters.marking.marks import Marking
from functions.rosters.marking.package import Package
from functions.rosters.marking.sheet_cells import SharedStrings, SheetCells, write_row
from functions.rosters.marking.stylesheet import Styles
from shared_rules.roster.reading.archive import Parts
from shared_rules.roster.sheets import LEGEND

_BLANK: Final = '<worksheet xmlns="{0}"><sheetData/></worksheet>'


class Book:
    """Her workbook."""

    def __init__(self, original: bytes, parts: Parts) -> None:
        """Take an archive and its XML, as `archive.unpack` gave it.

        Raises:
            Exception: of several kinds: a part is missing, or no XML.
        """
        self._package = Package(original, parts)
        self._book = self._package.root(self._package.book)
        self.namespace: str = self._book.get("xmlns", "")
        strings = self._package.related(self._package.book, "sharedStrings")
        self._strings = SharedStrings(self._package.read(strings) if strings else None)
        self.styles = Styles(self._styles())

    def sheet(self, name: str) -> SheetCells:
        """The sheet of that name, of which a long one may be only the beginning."""
        sheets = self._book.find("sheets").findall("sheet")
        names = [each.get("name", "") for each in sheets]
        place = names.index(name) if name in names else _beginning(names, name)
        return self._cells(self._package.root(self._part(sheets[place])))

    @property
    def theme(self) -> bytes | None:
        """The part that says what colours and fonts the styles mean, as it is."""
        part = self._package.related(self._package.book, "theme")
        return self._package.content(part) if part else None

    def add_legend(self, marking: Marking) -> None:
        """A last sheet that explains the marks, in the place of an earlier one."""
        sheets = self._book.find("sheets")
        earlier = next((each for each in sheets if each.get("name") == LEGEND), None)
        root = elements.parsed(_BLANK.format(self.namespace).encode())
        write_legend(self._cells(root), marking)
        if earlier is not None:
            old = self._package.root(self._part(earlier))
            old[:] = list(root)
            return
        identifier = self._package.add(
            self._package.free_name("worksheets/sheet"), root, "worksheet"
        )
        last = sheets[-1]
        declared = {name: uri for name, uri in last.attrib.items() if name.startswith("xmlns")}
        added = ElementTree.SubElement(sheets, last.tag, declared, name=LEGEND)
        added.set("sheetId", str(max(int(each.get("sheetId", "0")) for each in sheets) + 1))
        added.set(_relation_attribute(last), identifier)

    def forget_order_of_formulas(self) -> None:
        """Leave away in which order formulas are worked out: it may not name a cell without one."""
        self._package.drop("calcChain")

    def packed(self) -> bytes:
        """The workbook's bytes."""
        return self._package.packed()

    def _cells(self, root: Element) -> SheetCells:
        return SheetCells(root, self._strings, self.styles)

    def _part(self, sheet: Element) -> str:
        return self._package.target(self._package.book, sheet.get(_relation_attribute(sheet)))

    def _styles(self) -> Element:
        if part := self._package.related(self._package.book, "styles"):
            return self._package.root(part)
        root = stylesheet.empty(self.namespace)
        self._package.add(self._package.free_name("styles"), root, "styles")
        return root


def write_legend(sheet: SheetCells, marking: Marking) -> None:
    """Fill an empty sheet with the legend."""
    layout.make_room(sheet, 1, legend.WIDTHS)
    for row, line in enumerate(legend.lines(marking), start=1):
        for place, cell in enumerate(write_row(sheet, row, line.texts)):
            style = sheet.styles.dressed("0") if line.status else sheet.styles.bold("0")
            if line.status and not place:
                style = sheet.styles.coloured(style, line.status)
            cell.set("s", style)
        layout.heighten(sheet, row, heights.needed(line.texts, legend.WIDTHS))


def _beginning(names: list[str], name: str) -> int:
    return next(place for place, each in enumerate(names) if each.startswith(name.rstrip("…")))


def _relation_attribute(sheet: Element) -> str:
    return next(str(each) for each in sheet.attrib if each.endswith(":id"))
