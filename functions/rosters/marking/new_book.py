"""A new workbook of XML parts: the sheets that are put into it, their looks, and their names."""

import zipfile
from io import BytesIO
from typing import Final
from xml.sax.saxutils import quoteattr

from functions.rosters.marking import elements
from functions.rosters.marking.book import write_legend
from functions.rosters.marking.marks import Marking
from functions.rosters.marking.package import CONTENT_TYPES, SPREADSHEET, put
from functions.rosters.marking.sheet_cells import SharedStrings, SheetCells
from functions.rosters.marking.stylesheet import Styles
from shared_rules.roster.sheets import LEGEND

NAMESPACE: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

_STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS: Final = {
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = {
    "xl/workbook.xml": f"{SPREADSHEET}.sheet.main+xml",
    "xl/worksheets/sheet1.xml": f"{SPREADSHEET}.worksheet+xml",
    "xl/worksheets/sheet2.xml": f"{SPREADSHEET}.worksheet+xml",
    "xl/styles.xml": f"{SPREADSHEET}.styles+xml",
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


def blank(namespace: str, styles: Styles) -> SheetCells:
    """An empty sheet whose first row stays in sight."""
    root = elements.parsed(_SHEET.format(namespace).encode())
    return SheetCells(root, SharedStrings(None), styles)


def packed(title: str, sheet: SheetCells, marking: Marking, theme: bytes | None = None) -> bytes:
    """The workbook's bytes: this sheet, and the legend.

    Args:
        title: the sheet's name.
        sheet: as `blank` gave it, filled.
        marking: of which the legend tells.
        theme: what colours and fonts the styles mean, if another workbook says so.
    """
    namespace = sheet.root.get("xmlns")
    legend = blank(namespace, sheet.styles)
    write_legend(legend, marking)
    made = {
        "xl/worksheets/sheet1.xml": elements.written(sheet.root),
        "xl/worksheets/sheet2.xml": elements.written(legend.root),
        "xl/styles.xml": elements.written(sheet.styles.root),
    }
    if theme is not None:
        made["xl/theme/theme1.xml"] = theme
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in {**_naming(made, title, namespace), **made}.items():
            put(archive, name, content)
    return target.getvalue()


def _naming(made: dict[str, bytes], title: str, namespace: str) -> dict[str, bytes]:
    """The parts that say what the others are."""
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
        CONTENT_TYPES: f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": _relations({"xl/workbook.xml": ("rId1", f"{relations}/officeDocument")}),
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{relations}">'
        f"<bookViews><workbookView/></bookViews><sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(
            {name: (ids[name], f"{relations}/{_KINDS[name]}") for name in names}
        ),
    }
    return {name: text.encode() for name, text in parts.items()}


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>'
        for target, (identifier, kind) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'
