"""Only the rows to mend of an .xlsx workbook, in a new one: values in her looks, nothing else."""

import zipfile
from io import BytesIO
from typing import Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from functions.rosters.marking import layout
from functions.rosters.marking.book import Book, write_legend
from functions.rosters.marking.marks import HEADERS, WIDTHS, Marking
from functions.rosters.marking.package import put, written
from functions.rosters.marking.sheet_cells import SharedStrings, SheetCells
from functions.rosters.marking.workbook import (
    first_free_column,
    write_header,
    write_mark,
    write_text,
)
from shared_rules.roster.form import OWN_COLUMNS
from shared_rules.roster.form.rows import Entry
from shared_rules.roster.reading.archive import Parts
from shared_rules.roster.sheets import LEGEND, text_of

_STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS: Final = {
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES: Final = {
    "xl/workbook.xml": f"{_SPREADSHEET}.sheet.main+xml",
    "xl/worksheets/sheet1.xml": f"{_SPREADSHEET}.worksheet+xml",
    "xl/worksheets/sheet2.xml": f"{_SPREADSHEET}.worksheet+xml",
    "xl/styles.xml": f"{_SPREADSHEET}.styles+xml",
    "xl/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
}
_KINDS: Final = {
    "worksheets/sheet1.xml": "worksheet",
    "worksheets/sheet2.xml": "worksheet",
    "styles.xml": "styles",
    "theme/theme1.xml": "theme",
}
_SHEET: Final = (
    '<worksheet xmlns="{0}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews><sheetData/></worksheet>"
)


def mark(original: bytes, parts: Parts, marking: Marking) -> bytes:
    """The wanted rows under their header, each marked, and the legend.

    Raises:
        Exception: of several kinds: the workbook is not made as the format says.
    """
    book = Book(original, parts)
    source = book.sheet(marking.entries.sheet or "")
    sheet = _blank(book, _SHEET)
    _write_rows(source, sheet, marking)
    legend = _blank(book, _SHEET)
    write_legend(legend, marking)
    made = {
        "xl/worksheets/sheet1.xml": written(sheet.root),
        "xl/worksheets/sheet2.xml": written(legend.root),
        "xl/styles.xml": written(book.style_root),
    }
    if book.theme is not None:
        made["xl/theme/theme1.xml"] = written(book.theme)
    return _packed(made, marking.entries.sheet or "", book.namespace)


def _blank(book: Book, template: str) -> SheetCells:
    return SheetCells(
        etree.fromstring(template.format(book.namespace)), SharedStrings(None), book.styles
    )


def _write_rows(source: SheetCells, sheet: SheetCells, marking: Marking) -> None:
    entries = marking.entries
    width = first_free_column(source, entries.header_row) - 1
    _copy_row(source, sheet, entries.header_row, 1, width)
    for column in entries.columns:
        if not sheet.text(1, column.column):
            sheet.write(1, column.column, column.header)
    layout.copy_widths(source, sheet, width)
    layout.make_room(sheet, width + 1, WIDTHS)
    write_header(sheet, 1, width + 1, (*HEADERS, marking.row_header))
    people = {entry.row: entry for entry in entries.people}
    for row, (number, each) in enumerate(marking.rows.items(), start=2):
        _copy_row(source, sheet, number, row, width)
        if number in people:
            _complete(sheet, row, people[number], entries.positions)
        for place, value in marking.mended.get(number, {}).items():
            write_text(sheet, row, place, value)
        write_mark(sheet, row, width + 1, each, (*each.texts, str(number)))


def _copy_row(source: SheetCells, sheet: SheetCells, row: int, target: int, width: int) -> None:
    element = sheet.row(target)
    for column, cell in sorted(source.cells(row).items()):
        if column <= width:
            made = source.copy(cell, target, column)
            element.append(made)
            sheet.cells(target)[column] = made
            sheet.quote(made)


def _complete(sheet: SheetCells, row: int, entry: Entry, positions: dict[str, int]) -> None:
    """Write what is hers by a cell that is merged over several rows."""
    for column, cell in zip(OWN_COLUMNS, entry[1:], strict=True):
        place = positions.get(column.field)
        if column.is_shared and place and text_of(cell) and not sheet.text(row, place):
            sheet.write(row, place, text_of(cell))


def _packed(made: dict[str, bytes], title: str, namespace: str) -> bytes:
    relations = _RELATIONS[namespace == _STRICT]
    names = [name for name in _KINDS if f"xl/{name}" in made]
    ids = {name: f"rId{number}" for number, name in enumerate(names, start=1)}
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in _TYPES.items()
        if name in made or name == "xl/workbook.xml"
    )
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate((title, LEGEND), start=1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": _relations({"xl/workbook.xml": ("rId1", f"{relations}/officeDocument")}),
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{relations}">'
        f"<bookViews><workbookView/></bookViews><sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(
            {name: (ids[name], f"{relations}/{_KINDS[name]}") for name in names}
        ),
    }
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in {**{n: t.encode() for n, t in parts.items()}, **made}.items():
            put(archive, name, content)
    return target.getvalue()


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>'
        for target, (identifier, kind) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'
