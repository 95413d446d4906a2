"""Workbooks as many programs write them: parts of any name, other standards, odd records."""

import re
import struct

import pytest

from functions.rosters import parsing
from shared_rules.findings import RuleError
from shared_rules.roster.entries import Entries
from tests.unit.roster.list_files import (
    FIXTURES,
    HEADER,
    PEOPLE,
    form_rows,
    unzipped,
    with_parts,
    xlsx_cells,
    xlsx_of,
    zipped,
)

XLSX = xlsx_of(*form_rows())
LIBRE_OFFICE = (FIXTURES / "list.xlsx").read_bytes()
XLS = (FIXTURES / "list.xls").read_bytes()
SHEET = "xl/worksheets/sheet1.xml"
EXPECTED = [(person.name, person.id_number, person.occupation) for person in PEOPLE]
STRICT = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": (
        "http://purl.oclc.org/ooxml/spreadsheetml/main"
    ),
}


def texts(found: Entries) -> list[tuple[str, str, str]]:
    return [(str(e.name), str(e.id_number), str(e.occupation)) for e in found.people]


def replaced(data: bytes, *changes: tuple[str, str]) -> bytes:
    """The archive with words changed in the names and texts of its parts."""

    def changed(content: bytes) -> bytes:
        for before, after in changes:
            content = content.replace(before.encode(), after.encode())
        return content

    return zipped({changed(n.encode()).decode(): changed(c) for n, c in unzipped(data).items()})


def with_prefix(data: bytes) -> bytes:
    """The workbook whose sheet names the standard's elements with a prefix, in single quotes."""
    sheet = re.sub(r"<(/?)(\w)", r"<\1x:\2", unzipped(data)[SHEET].decode())
    sheet = sheet.replace("xmlns=", "xmlns:x=").replace('"', "'")
    return with_parts(data, {SHEET: sheet.encode()})


def indented(data: bytes) -> bytes:
    parts = unzipped(data)
    return zipped(
        {n: c.replace(b"><", b">\n  <") if n.endswith(".xml") else c for n, c in parts.items()}
    )


def with_pinyin(data: bytes) -> bytes:
    """The spreadsheet of LibreOffice with how each text is read above it."""
    content = unzipped(data)["content.xml"].decode()
    ruby = (
        r"<text:p><text:ruby><text:ruby-base>\1</text:ruby-base>"
        "<text:ruby-text>shuō</text:ruby-text></text:ruby></text:p>"
    )
    return with_parts(
        data, {"content.xml": re.sub("<text:p>(.*?)</text:p>", ruby, content).encode()}
    )


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(replaced(XLSX, ("workbook.xml", "workbook2.xml")), id="Office Online"),
        pytest.param(replaced(XLSX, ("xl/", "Any Folder/")), id="another folder"),
        pytest.param(
            zipped({n.upper() if "sheet" in n else n: c for n, c in unzipped(XLSX).items()}),
            id="names in capitals",
        ),
        pytest.param(replaced(XLSX, *STRICT.items()), id="strict"),
        pytest.param(replaced(LIBRE_OFFICE, *STRICT.items()), id="strict, with shared texts"),
        pytest.param(with_prefix(XLSX), id="with a prefix"),
        pytest.param(indented(XLSX), id="indented"),
        pytest.param(
            with_parts(XLSX, {"customXml/item1.xml": '<?xml version="1.0"?><a/>'.encode("utf-16")}),
            id="a part of Power Query in UTF-16",
        ),
        pytest.param(
            with_parts(XLSX, {"docProps/app.xml": b"<!DOCTYPE a><a/>"}), id="a part nobody reads"
        ),
        pytest.param((FIXTURES / "gnumeric.ods").read_bytes(), id="Gnumeric's ods"),
        pytest.param(indented((FIXTURES / "list.ods").read_bytes()), id="indented ods"),
        pytest.param(with_pinyin((FIXTURES / "list.ods").read_bytes()), id="ods with pinyin"),
    ],
)
def test_a_workbook_is_read_however_its_parts_are_written(data: bytes) -> None:
    assert texts(parsing.read(data)) == EXPECTED


def renamed(data: bytes, name: str) -> bytes:
    """The old workbook with its stream's name in other case."""
    before, after = (each.encode("utf-16-le") for each in ("Workbook", name))
    assert data.count(before) == 1
    return data.replace(before, after)


def with_code_page(data: bytes, number: int) -> bytes:
    record = struct.pack("<HHH", 0x0042, 2, 1200)
    assert data.count(record) == 1
    return data.replace(record, struct.pack("<HHH", 0x0042, 2, number))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(renamed(XLS, "WORKBOOK"), id="a stream in capitals"),
        pytest.param(renamed(XLS, "workbook"), id="a stream in small letters"),
        pytest.param(with_code_page(XLS, 1252), id="the code page of Western Europe"),
        pytest.param(with_code_page(XLS, 936), id="the code page of China"),
        pytest.param(with_code_page(XLS, 0), id="no code page"),
    ],
)
def test_an_old_workbook_is_read_however_its_records_are_written(data: bytes) -> None:
    assert texts(parsing.read(data)) == EXPECTED


def test_a_workbook_of_jexcelapi_is_read() -> None:
    found = texts(parsing.read((FIXTURES / "jxl.xls").read_bytes()))
    assert len(found) == 12
    assert all(len(number) == 18 for _, number, _ in found)
    assert found[0] == ("邓瑞珍", "649901197812052602", "教师")


def test_a_workbook_whose_characters_are_lost_is_refused_as_such() -> None:
    with pytest.raises(RuleError) as caught:
        parsing.read((FIXTURES / "gnumeric_biff7.xls").read_bytes())
    assert caught.value.code == "file.old_excel"


@pytest.mark.parametrize(
    ("first", "second"),
    [('<row r="3">', "<row>"), ("<row>", "<row>"), ('<row r="3" hidden="1">', '<row hidden="1">')],
)
def test_cells_without_an_address_are_at_the_next_place(first: str, second: str) -> None:
    header = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in HEADER)
    failed = '<c><v>1</v></c><c t="inlineStr"><is><t>王芳</t></is></c><c t="e"><v>#N/A</v></c>'
    found = parsing.read(
        xlsx_cells(f"<row>{header}</row>{first}{failed}</row>{second}{failed}</row>")
    )
    row = 3 if "r=" in first else 2
    assert [(e.row, e.name, e.id_number) for e in found.people] == [
        (number, "王芳", ("cell.error_value", "#N/A")) for number in (row, row + 1)
    ]
    hidden = [each.row for each in found.findings if each.code == "roster.row_hidden"]
    assert hidden == ([row, row + 1] if "hidden" in first else [])


def test_a_row_without_height_is_hidden() -> None:
    flat = replaced(XLSX, ('<row r="4"', '<row r="4" ht="0" customHeight="1"'))
    found = [(each.code, each.row) for each in parsing.read(flat).findings]
    assert ("roster.row_hidden", 4) in found


def covered_ods() -> bytes:
    """The list of LibreOffice with B4:B5 merged by a person who keeps what is hidden then."""
    data = (FIXTURES / "list.ods").read_bytes()
    content = unzipped(data)["content.xml"].decode()
    first, second = (f"<text:p>{person.name}</text:p></table:table-cell>" for person in PEOPLE[1:3])
    for text, name, attributes in (
        (first, "table-cell", ' table:number-rows-spanned="2"'),
        (second, "covered-table-cell", ""),
    ):
        before, after = content.split(text)
        before, _, cell = before.rpartition("<table:table-cell")
        ended = text.replace("table-cell", name)
        content = f"{before}<table:{name}{attributes}{cell}{ended}{after}"
    return with_parts(data, {"content.xml": content.encode()})


def merged_thrice(data: bytes) -> bytes:
    """The workbook, with each of its merged cells merged three times over."""
    sheet = re.sub(rb"<mergeCell [^>]*/>", rb"\g<0>\g<0>\g<0>", unzipped(data)[SHEET])
    assert sheet != unzipped(data)[SHEET]
    return with_parts(data, {SHEET: sheet})


@pytest.mark.parametrize(
    "data",
    [
        pytest.param((FIXTURES / "covered.xlsx").read_bytes(), id="xlsx"),
        pytest.param(merged_thrice((FIXTURES / "covered.xlsx").read_bytes()), id="merged thrice"),
        pytest.param((FIXTURES / "covered.xls").read_bytes(), id="xls"),
        pytest.param(covered_ods(), id="ods"),
    ],
)
def test_a_person_under_a_merged_cell_is_asked_about(data: bytes) -> None:
    found = parsing.read(data)
    assert texts(found)[:4] == EXPECTED[:4]
    assert [(e.code, e.cell, e.field) for e in found.findings if e.row and e.row < 12] == [
        ("cell.covered", "B5", "name")
    ]


@pytest.mark.parametrize(
    ("areas", "cells"),
    [
        ("B4:B6", "B5 B6"),
        ("B4:C5", "C4 B5 C5"),
        ("B4:B5 B5:B6", "B5 B6"),
        ("B4:B6 B4:B5 B4:B6", "B5 B6"),
        ("B4:B5 C4:C5 B8:C8", "B5 C5 C8"),
        ("B3:B4 B4:XFD1048576", "B4 " + " ".join(f"{c}{r}" for r in range(4, 12) for c in "BC")),
        ("B10:D1048576", "C10 B11 C11"),
        ("B4:B5 B6:B3 C5:B4", "B5"),
        ("B5", ""),
        ("E4:XFD5 A13:D20", ""),
    ],
)
def test_what_lies_under_merged_cells_is_told_once_and_each_shows_its_first(
    areas: str, cells: str
) -> None:
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in areas.split())
    end = "</sheetData>"
    data = replaced(XLSX, (end, f"{end}<mergeCells>{merges}</mergeCells>"))
    told = [each.cell for each in parsing.read(data).findings if each.code == "cell.covered"]
    assert sorted(map(str, told)) == sorted(set(cells.split()))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(
            with_parts(xlsx_of(), {"xl/media/image1.png": b"x"}),
            "file.picture_of_list",
            id="a picture of a list",
        ),
        pytest.param(xlsx_of(), "file.no_text", id="nothing at all"),
        pytest.param(
            zipped({"Index/Document.iwa": b"x", "preview.jpg": b"x"}), "file.numbers", id="Numbers"
        ),
        pytest.param(
            zipped({"名单.numbers/Index/Tables/DataList.iwa": b"x"}),
            "file.numbers",
            id="Numbers as a packed folder",
        ),
    ],
)
def test_what_holds_no_text_is_refused_by_its_cause(data: bytes, code: str) -> None:
    with pytest.raises(RuleError) as caught:
        parsing.read(data)
    assert caught.value.code == code
