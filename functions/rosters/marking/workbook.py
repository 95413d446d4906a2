"""Marking a list that is an .xlsx workbook: it stays hers, with four columns more."""

import warnings
from collections.abc import Iterator, Sequence
from copy import copy
from io import BytesIO
from typing import Final

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

from functions.rosters.marking.cells import (
    Painter,
    cell_at,
    is_coloured,
    look_of,
    put_look,
    quote,
    write_row,
    write_text,
)
from functions.rosters.marking.marks import HEADERS, Mark, Marking
from functions.rosters.marking.sheets import WIDTHS, add_legend, fit_height, new_workbook, saved
from shared_rules.roster.entries import Entries

_NO_FILL: Final = PatternFill()


def mark(original: bytes, marking: Marking) -> bytes:
    """The workbook with its list marked, or a new one with only the wanted rows of the list.

    Raises:
        Exception: of any kind: openpyxl does not read every workbook that Excel opens.
    """
    if marking.only == "to_mend":
        return _only_wanted_rows(original, marking)
    book = _opened(original, values_only=False)
    sheet = book[marking.entries.sheet or ""]
    header = _header_row(sheet, marking.entries)
    first = _first_free_column(sheet, header)
    _forget_earlier_marking(sheet, header, first)
    _make_room(sheet, first)
    _mark_rows(sheet, header, first, marking)
    _mend(sheet, marking)
    _quote_texts(sheet)
    add_legend(book, marking)
    return saved(book)


def _mend(sheet: Worksheet, marking: Marking) -> None:
    """Write what was put right; cells that were merged over one of these rows stand apart."""
    last = marking.entries.people[-1].row
    for row, cells in marking.mended.items():
        for column, value in cells.items():
            _take_apart(sheet, row, column, last)
            _write_mended(sheet, row, column, value)


def _take_apart(sheet: Worksheet, row: int, column: int, last: int) -> None:
    """Give each cell of a merged one, as far as there are people, what the merged one said."""
    for area in [each for each in sheet.merged_cells.ranges if _covers(each, row, column)]:
        value = sheet.cell(area.min_row, area.min_col).value
        sheet.unmerge_cells(area.coord)
        for each in range(area.min_row, min(area.max_row, last) + 1):
            for place in range(area.min_col, area.max_col + 1):
                sheet.cell(each, place).value = value


def _covers(area: CellRange, row: int, column: int) -> bool:
    return area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col


def _write_mended(sheet: Worksheet, row: int, column: int, value: str) -> None:
    if cell := cell_at(sheet, row, column):
        write_text(cell, value)
        cell.number_format = "@"


def _opened(original: bytes, *, values_only: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts that openpyxl leaves away
        return load_workbook(BytesIO(original), rich_text=not values_only, data_only=values_only)


def _header_row(sheet: Worksheet, entries: Entries) -> int:
    """The row above the people that names their columns; of two such rows the lower."""
    people = entries.people[0].row
    for row in range(people - 1, 0, -1):
        if any(_text(sheet, row, each.column) == each.header for each in entries.columns):
            return row
    return max(people - 1, 1)


def _text(sheet: Worksheet, row: int, column: int) -> str:
    return str(sheet.cell(row, column).value or "").strip()


def _first_free_column(sheet: Worksheet, header: int) -> int:
    """The column right of everything from the header on; that of an earlier marking again."""
    for column in range(1, sheet.max_column + 1):
        if all(_text(sheet, header, column + i) == each for i, each in enumerate(HEADERS)):
            return column
    used = [cell.column for cell in _cells(sheet, header) if cell.value is not None]
    merged: list[int] = [
        each.max_col for each in sheet.merged_cells.ranges if each.max_row >= header
    ]
    return max([0, *used, *merged]) + 1


def _cells(sheet: Worksheet, first_row: int) -> Iterator[Cell]:
    for cells in sheet.iter_rows(min_row=first_row):
        for cell in cells:
            if isinstance(cell, Cell):
                yield cell


def _forget_earlier_marking(sheet: Worksheet, header: int, first: int) -> None:
    if _text(sheet, header, first) != HEADERS[0]:
        return
    for cell in _cells(sheet, header + 1):
        if first <= cell.column < first + len(HEADERS):
            cell.value = None
        if is_coloured(cell):
            cell.fill = _NO_FILL


def _make_room(sheet: Worksheet, first: int) -> None:
    """Give the columns under `HEADERS` their widths, also where a group of columns covers them."""
    last = first + len(HEADERS) - 1
    for group in list(sheet.column_dimensions.values()):
        group.reindex()
        begin, end = group.min or 0, group.max or 0
        if end < first or begin > last:
            continue
        del sheet.column_dimensions[group.index]
        _keep_part(sheet, group, begin, first - 1)
        _keep_part(sheet, group, last + 1, end)
    for column, width in enumerate(WIDTHS, start=first):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _keep_part(sheet: Worksheet, group: ColumnDimension, begin: int, end: int) -> None:
    if begin <= end:
        part = copy(group)
        part.index, part.min, part.max = get_column_letter(begin), begin, end
        sheet.column_dimensions[part.index] = part


def _mark_rows(sheet: Worksheet, header: int, first: int, marking: Marking) -> None:
    painter = Painter()
    _write_header(sheet, header, first, HEADERS)
    for row, each in marking.rows.items():
        cells = write_row(sheet, row, each.texts, first)
        painter.dress(cells, each.status)
        fit_height(sheet, row, each.texts)
        _colour_cells(painter, sheet, row, each)


def _write_header(sheet: Worksheet, header: int, first: int, texts: Sequence[str]) -> None:
    """The headings, in the looks of the one at their left."""
    neighbour = cell_at(sheet, header, max(first - 1, 1))
    for cell in write_row(sheet, header, texts, first):
        if neighbour:
            put_look(cell, look_of(neighbour))


def _colour_cells(painter: Painter, sheet: Worksheet, row: int, mark: Mark) -> None:
    for column, status in mark.cells(lambda finding: finding.column).items():
        if cell := cell_at(sheet, row, column):
            painter.colour(cell, status)


def _quote_texts(sheet: Worksheet) -> None:
    for cell in _cells(sheet, 1):
        quote(cell)


def _only_wanted_rows(original: bytes, marking: Marking) -> bytes:
    source = _opened(original, values_only=True)
    hers = source[marking.entries.sheet or ""]
    header = _header_row(hers, marking.entries)
    width = _first_free_column(hers, header) - 1
    book, sheet = new_workbook()
    book.loaded_theme = source.loaded_theme
    sheet.title = hers.title
    copier = _Copier(sheet, width)
    copier.copy_row(hers, header, 1)
    for column in marking.entries.columns:
        write_row(sheet, 1, [column.header], column.column)
    _write_header(sheet, 1, width + 1, (*HEADERS, marking.row_header))
    painter = Painter()
    for row, (number, each) in enumerate(marking.rows.items(), start=2):
        copier.copy_row(hers, number, row)
        for place, value in marking.mended.get(number, {}).items():
            _write_mended(sheet, row, place, value)
        cells = write_row(sheet, row, (*each.texts, str(number)), width + 1)
        painter.dress(cells, each.status)
        fit_height(sheet, row, each.texts)
        _colour_cells(painter, sheet, row, each)
    copier.copy_widths(hers)
    _make_room(sheet, width + 1)
    sheet.freeze_panes = "A2"
    add_legend(book, marking)
    return saved(book)


class _Copier:
    """Copies rows, values and looks, from a sheet of one workbook into that of another."""

    def __init__(self, sheet: Worksheet, width: int) -> None:
        self._sheet = sheet
        self._width = width
        self._looks: dict[bytes, StyleArray] = {}

    def copy_row(self, hers: Worksheet, row: int, target_row: int) -> None:
        """Copy the first cells of a row; texts stay texts."""
        for column in range(1, self._width + 1):
            cell, target = cell_at(hers, row, column), cell_at(self._sheet, target_row, column)
            if cell and target:
                target.value, target.data_type = cell.value, cell.data_type
                self._copy_look(cell, target)
                quote(target)

    def copy_widths(self, hers: Worksheet) -> None:
        """Copy the widths of the columns; what was hidden is shown."""
        for group in hers.column_dimensions.values():
            group.reindex()
            for column in range(group.min or 1, min(group.max or 0, self._width) + 1):
                self._sheet.column_dimensions[get_column_letter(column)].width = group.width

    def _copy_look(self, cell: Cell, target: Cell) -> None:
        key = look_of(cell).tobytes()
        if known := self._looks.get(key):
            put_look(target, known)
            return
        for part in ("font", "fill", "border", "alignment", "number_format"):
            setattr(target, part, copy(getattr(cell, part)))
        self._looks[key] = look_of(target)
