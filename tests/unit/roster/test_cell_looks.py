"""Who is crossed out or cannot be seen in a spreadsheet is asked about, once for her row."""

from collections.abc import Callable

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from shared_rules.roster import entries
from tests.unit.roster.list_files import (
    FIXTURES,
    HEADER,
    PEOPLE,
    lines_of,
    unzipped,
    with_parts,
    workbook_bytes,
    workbook_of,
    xlsx_cells,
)

STYLES = "xl/styles.xml"


def book(change: Callable[[Worksheet], None]) -> bytes:
    made = workbook_of(HEADER, *lines_of(PEOPLE[:2]))
    change(made.worksheets[0])
    return workbook_bytes(made)


def told(data: bytes) -> list[tuple[str, str | None]]:
    return [(each.code, each.cell) for each in entries.read(data).findings]


def font(cell: str, **attributes: bool | str) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet[cell].font = Font(**attributes)  # type: ignore[arg-type]

    return change


def white_on_blue(sheet: Worksheet) -> None:
    sheet["B3"].font = Font(color="FFFFFFFF")
    sheet["B3"].fill = PatternFill("solid", fgColor="FF0000FF")


def partly_struck(sheet: Worksheet) -> None:
    sheet["B3"] = CellRichText(TextBlock(InlineFont(strike=True), "李娜"), "王丽")


def partly_bold(sheet: Worksheet) -> None:
    sheet["B3"] = CellRichText(TextBlock(InlineFont(b=True, strike=False), "李娜"), "王丽")


def low(height: float) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].height = height

    return change


def narrow(width: float) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions["B"].width = width

    return change


def form(code: str) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet["B3"].number_format = code

    return change


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_who_is_crossed_out_is_asked_about(ending: str) -> None:
    found = entries.read((FIXTURES / f"struck.{ending}").read_bytes())
    assert len(found.people) == len(PEOPLE)
    asked = [each for each in found.findings if each.code == "cell.struck"]
    assert [(each.row, each.field, each.severity) for each in asked] == [(6, "name", "warning")]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_who_cannot_be_seen_is_asked_about(ending: str) -> None:
    asked = told((FIXTURES / f"unseen.{ending}").read_bytes())
    assert sorted(asked, key=str) == [
        ("cell.struck", "B6"),
        ("cell.unseen", "B4"),
        ("cell.unseen", "B5"),
        ("file.column_hidden", None),
        ("roster.row_hidden", None),
        ("roster.row_left_out", None),
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (font("B3", strike=True), [("cell.struck", "B3")]),
        (font("C3", strike=True), [("cell.struck", "C3")]),
        (font("A3", strike=True), []),
        (font("B1", strike=True), []),
        (font("B9", strike=True), []),
        (font("B3", color="FFFFFFFF"), [("cell.unseen", "B3")]),
        (font("B3", color="FFFFFFFF", strike=True), [("cell.struck", "B3")]),
        (font("B3", color="FFEEEEEE"), []),
        (white_on_blue, []),
        (form(";;;"), [("cell.unseen", "B3")]),
        (form("@"), []),
        (partly_struck, [("cell.struck", "B3")]),
        (partly_bold, []),
        (low(2.25), [("roster.row_hidden", None)]),
        (low(9), []),
        (low(20), []),
        (narrow(0.4), [("file.column_hidden", None)]),
        (narrow(0.5), []),
        (narrow(5), []),
        (form("0;-0;;@"), []),
    ],
)
def test_what_cannot_be_seen_is_asked_about(
    change: Callable[[Worksheet], None], expected: list[tuple[str, str | None]]
) -> None:
    assert told(book(change)) == expected


def test_a_part_that_is_crossed_out_is_asked_about_in_other_ways_to_write_it() -> None:
    data = (FIXTURES / "list.ods").read_bytes()
    content = unzipped(data)["content.xml"].decode()
    name = f"<text:p>{PEOPLE[0].name}</text:p>"
    struck = f'<text:p><text:span text:style-name="T9">{PEOPLE[0].name}</text:span></text:p>'
    style = (
        '<style:style style:name="T9" style:family="text">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    end = "</office:automatic-styles>"
    changed = content.replace(name, struck).replace(end, style + end)
    assert ("cell.struck", "B3") in told(with_parts(data, {"content.xml": changed.encode()}))
    cell = '<c r="{}" t="inlineStr"><is>{}</is></c>'
    rows = [("姓名", "身份证号"), ("王芳", PEOPLE[0].id_number)]
    texts = [[f"<t>{text}</t>" for text in row] for row in rows]
    texts[1][0] = "<r><rPr><strike/></rPr><t>王</t></r><r><t>芳</t></r>"
    written = "".join(
        f'<row r="{n}">{cell.format(f"A{n}", one)}{cell.format(f"B{n}", two)}</row>'
        for n, (one, two) in enumerate(texts, start=1)
    )
    assert told(xlsx_cells(written)) == [("cell.struck", "A2")]


def test_without_its_styles_a_list_is_read_all_the_same() -> None:
    data = book(font("B3", strike=True))
    broken = unzipped(data)[STYLES].replace(b"</fonts>", b"")
    assert len(entries.read(with_parts(data, {STYLES: broken})).people) == 2
