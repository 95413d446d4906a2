"""The cells of one sheet's XML: found, made in their order, and written as text."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Final
from xml.etree import ElementTree

from functions.platform.spreadsheet_text import looks_like_formula
from functions.rosters.marking import elements
from functions.rosters.marking.elements import Element, local_name
from functions.rosters.marking.stylesheet import Styles
from shared_rules.findings import column_letters
from shared_rules.roster.sheets import column_number

LAST_COLUMN: Final = 16_384

_ADDRESS: Final = re.compile("([A-Z]{1,3})([0-9]{1,7})")
# What XML cannot hold; a tab and the ends of lines it can.
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class SharedStrings:
    """The texts that cells of a workbook share."""

    def __init__(self, root: Element | None) -> None:
        self._items = [] if root is None else [each for each in root if local_name(each) == "si"]

    def item(self, number: str) -> Element | None:
        """The element of a text, with all its formatting."""
        place = int(number) if number.strip().isdigit() else len(self._items)
        return self._items[place] if place < len(self._items) else None


class SheetCells:
    """The rows and cells of a sheet; both count from 1."""

    def __init__(self, root: Element, strings: SharedStrings, styles: Styles) -> None:
        """Take the sheet; rows and cells that do not say their number get it."""
        self.root = root
        self.styles = styles
        self.has_lost_formula = False
        self._strings = strings
        self.data = root.find("sheetData")
        self._rows = dict(self._numbered_rows())
        self._last = max(self._rows, default=0)
        self._cells: dict[int, dict[int, Element]] = {}

    @property
    def row_numbers(self) -> list[int]:
        """The rows that hold cells, or are described."""
        return list(self._rows)

    def cells(self, row: int) -> dict[int, Element]:
        """The cells of a row by their columns."""
        if row not in self._cells:
            self._cells[row] = dict(_numbered_cells(self._rows.get(row, ()), row))
        return self._cells[row]

    def row(self, number: int) -> Element:
        """A row's element; made where there is none."""
        found = self._rows.get(number)
        if found is None:
            found = ElementTree.Element("row", r=str(number))
            if number > self._last:
                self.data.append(found)
                self._last = number
            else:
                later = min(row for row in self._rows if row > number)
                elements.insert_before(self._rows[later], self.data, found)
            self._rows[number] = found
        return found

    def cell(self, row: int, column: int) -> Element:
        """A cell's element; made where there is none."""
        cells = self.cells(row)
        if column not in cells:
            element, made = self.row(row), self._new_cell(row, column)
            later = [each for each in cells if each > column]
            if later:
                elements.insert_before(cells[min(later)], element, made)
            else:
                element.append(made)
            element.attrib.pop("spans", None)
            cells[column] = made
        return cells[column]

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, without spaces around it."""
        cell = self.cells(row).get(column)
        return "" if cell is None else self.text_of(cell).strip()

    def text_of(self, cell: Element) -> str:
        """What a cell says, without pinyin."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _said(cell.find("is"))
        value = cell.findtext("v") or ""
        return _said(self._strings.item(value)) if kind == "s" else value

    def holds_text(self, cell: Element) -> bool:
        """Whether a cell is a text, and no formula that gives one."""
        is_formula = cell.find("f") is not None
        return cell.get("t") in ("s", "inlineStr", "str") and not is_formula

    def is_filled(self, cell: Element) -> bool:
        """Whether a cell holds anything but its looks."""
        return any(local_name(each) in ("v", "f", "is") for each in cell)

    def write(self, row: int, column: int, text: str) -> Element:
        """Write a text that stays text, whatever it begins with; looks stay."""
        cell = self.cell(row, column)
        self.clear(cell)
        if text:
            cell.set("t", "inlineStr")
            said = ElementTree.SubElement(ElementTree.SubElement(cell, "is"), "t")
            said.text = _ILLEGAL.sub("", text)
            said.set("xml:space", "preserve")
            if looks_like_formula(text):
                cell.set("s", self.styles.quoted(cell.get("s", "0")))
        return cell

    def clear(self, cell: Element) -> None:
        """Take a cell's value or formula away; looks stay.

        Raises:
            ValueError: formulas of other cells are parts of the same one.
        """
        formula = cell.find("f")
        if formula is not None:
            self.has_lost_formula = True
            if formula.get("t", "normal") != "normal":
                raise ValueError("a formula of several cells")
        for each in list(cell):
            cell.remove(each)
        for attribute in ("t", "cm", "vm", "ph"):
            cell.attrib.pop(attribute, None)

    def quote(self, cell: Element) -> None:
        """Have spreadsheets keep as text, also after an edit, what could be taken for a formula."""
        if self.holds_text(cell) and looks_like_formula(self.text_of(cell)):
            cell.set("s", self.styles.quoted(cell.get("s", "0")))

    def copy(self, cell: Element, row: int, column: int) -> Element:
        """A copy of a cell for another sheet: its value without formula, its text in itself."""
        made = self._new_cell(row, column)
        made.attrib.update({name: cell.get(name) for name in ("s", "t") if cell.get(name)})
        if not self.is_filled(cell):
            made.attrib.pop("t", None)
            return made
        if cell.get("t") in ("s", "str", "inlineStr"):
            made.set("t", "inlineStr")
            made.append(self._inline(cell))
        elif (value := cell.find("v")) is not None:
            made.append(deepcopy(value))
        return made

    def _inline(self, cell: Element) -> Element:
        inline = ElementTree.Element("is")
        shared = self._strings.item(cell.findtext("v") or "")
        own = cell.find("is")
        source = own if own is not None else shared if cell.get("t") == "s" else None
        if source is None:
            ElementTree.SubElement(inline, "t").text = self.text_of(cell)
        else:
            inline.extend(deepcopy(list(source)))
        return inline

    def _new_cell(self, row: int, column: int) -> Element:
        return ElementTree.Element("c", r=f"{column_letters(column)}{row}")

    def _numbered_rows(self) -> Iterator[tuple[int, Element]]:
        number = 0
        for element in self.data:
            if local_name(element) == "row":
                number = int(element.get("r") or number + 1)
                element.set("r", str(number))
                yield number, element


def write_row(
    sheet: SheetCells, row: int, texts: Sequence[str], first_column: int = 1
) -> list[Element]:
    """Write texts beside each other; the cells."""
    places = enumerate(texts, start=first_column)
    return [sheet.write(row, column, text) for column, text in places]


def _numbered_cells(row: Element, number: int) -> Iterator[tuple[int, Element]]:
    column = 0
    for element in row:
        if local_name(element) == "c":
            address = _ADDRESS.fullmatch(element.get("r", ""))
            column = column_number(address[1]) if address else column + 1
            element.set("r", f"{column_letters(column)}{number}")
            yield column, element


def _said(item: Element | None) -> str:
    """The text of an item, of all its runs; pinyin over it is none of it."""
    if item is None:
        return ""
    parts = (each for part in item if local_name(part) != "rPh" for each in part.iter())
    return "".join(each.text or "" for each in parts if local_name(each) == "t")
