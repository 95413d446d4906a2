"""How far a list reaches is how far it says something; what is beyond the limits is named."""

import re

import pytest

from functions.rosters import parsing
from shared_rules import plans
from shared_rules.findings import RuleError, column_letters
from shared_rules.roster import judging
from shared_rules.roster.limits import MAX_COLUMNS, MAX_SHEET_ROWS
from tests.unit.roster.list_files import (
    FIXTURES,
    HEADER,
    PEOPLE,
    TODAY,
    form_rows,
    unzipped,
    with_parts,
    workbook_bytes,
    workbook_of,
    xlsx_of,
)

XLSX = xlsx_of(*form_rows())
CSV = "姓名,身份证号\n" + "".join(f"{each.name},{each.id_number}\n" for each in PEOPLE)
BEYOND = MAX_COLUMNS + 1
LETTERS = column_letters(BEYOND)


def with_rows(rows: str) -> bytes:
    """The workbook with more rows behind its own."""
    sheet = "xl/worksheets/sheet1.xml"
    content = unzipped(XLSX)[sheet].replace(b"</sheetData>", f"{rows}</sheetData>".encode())
    return with_parts(XLSX, {sheet: content})


def cell(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_a_row_that_a_file_has_twice_is_told_before_anybody_is_lost(prefix: str) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    more = f'<row r="5">{cell("B5", "马兰")}</row>'
    content = unzipped(with_rows(more))[sheet].decode()
    if prefix:
        content = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", content).replace("xmlns=", "xmlns:x=")
    with pytest.raises(RuleError) as caught:
        parsing.read(with_parts(XLSX, {sheet: content.encode()}))
    assert (caught.value.code, caught.value.params) == ("file.row_twice", {"row": 5})


def test_a_sheet_with_its_cells_in_two_parts_is_refused() -> None:
    rows = f'</sheetData><sheetData><row r="90">{cell("B90", "马兰")}</row>'
    with pytest.raises(RuleError, match=r"file\.damaged"):
        parsing.read(with_rows(rows))


@pytest.mark.parametrize("prefix", ["", "x:"])
@pytest.mark.parametrize("again", [cell("B5", "马兰"), '<c r="B5" s="1"/>', '<c s="1" r="B5"/>'])
def test_a_cell_that_a_file_has_twice_is_an_error_there(prefix: str, again: str) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    content = unzipped(XLSX)[sheet].decode()
    content = content.replace('<c r="C5"', f'{again}<c r="C5"')
    if prefix:
        content = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", content).replace("xmlns=", "xmlns:x=")
    found = parsing.read(with_parts(XLSX, {sheet: content.encode()}))
    report = judging.judge(found, plan=plans.in_force(TODAY), cover_from=TODAY)
    assert [(each.code, each.cell) for each in report.errors] == [("cell.twice", "B5")]


def with_shared_space() -> bytes:
    """The list of LibreOffice with a cell far down that shows a shared text, which is blank."""
    data = (FIXTURES / "list.xlsx").read_bytes()
    parts = unzipped(data)
    texts, sheet = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
    number = parts[texts].count(b"<si>")
    far = f'<row r="30000"><c r="B30000" t="s"><v>{number}</v></c></row></sheetData>'
    return with_parts(
        data,
        {
            texts: parts[texts].replace(b"</sst>", b"<si><t> </t></si></sst>"),
            sheet: parts[sheet].replace(b"</sheetData>", far.encode()),
        },
    )


def ods_with_row(row: str) -> bytes:
    data = (FIXTURES / "list.ods").read_bytes()
    content = unzipped(data)["content.xml"].decode()
    before, last = content.split("</table:table>", 1)
    return with_parts(data, {"content.xml": f"{before}{row}</table:table>{last}".encode()})


def beside(columns: int, rows: int) -> bytes:
    """The list, and another sheet that reaches far."""
    book = workbook_of(*form_rows(), title="名单")
    other = book.create_sheet("考勤")
    other.cell(rows, columns).value = "x"
    return workbook_bytes(book)


MANY_ROWS = 'table:number-rows-repeated="90000"'
SPACES = '<table:table-cell office:value-type="string"><text:p> </text:p></table:table-cell>'


@pytest.mark.parametrize(
    "data",
    [
        pytest.param((CSV + ",,\n" * (MAX_SHEET_ROWS + 1)).encode(), id="csv with blank lines"),
        pytest.param((CSV + " ,\u3000\n" * MAX_SHEET_ROWS).encode(), id="csv with spaces"),
        pytest.param(CSV.replace("\n", "," * 252 + "\n").encode(), id="csv with blank columns"),
        pytest.param(
            with_rows(f'<row r="30000">{cell("B30000", " ")}</row>'), id="a space far down"
        ),
        pytest.param(
            with_rows(f'<row r="30000">{cell("XFD30000", "&#160;")}</row>'), id="a space far away"
        ),
        pytest.param(with_shared_space(), id="a shared space far down"),
        pytest.param(
            with_rows(
                "".join(
                    f'<row r="{n}"><c r="D{n}" t="str"><f>IF(B{n}="","",1)</f><v></v></c></row>'
                    for n in range(13, 30_000)
                )
            ),
            id="formulas of the text “” far down",
        ),
        pytest.param(
            with_rows('<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>'),
            id="formatted cells in the last row",
        ),
        pytest.param(beside(columns=BEYOND, rows=3), id="another sheet is wide"),
        pytest.param(beside(columns=16_384, rows=1_048_576), id="another sheet is huge"),
        pytest.param(
            ods_with_row(f"<table:table-row {MANY_ROWS}>{SPACES}</table:table-row>"),
            id="ods with spaces far down",
        ),
    ],
)  # fmt: skip
def test_what_says_nothing_is_no_part_of_a_list(data: bytes) -> None:
    assert [entry.name for entry in parsing.read(data).people] == [each.name for each in PEOPLE]


@pytest.mark.parametrize(
    ("data", "code", "at"),
    [
        pytest.param(
            with_rows(f'<row r="30000">{cell("B30000", "x")}</row>'),
            "file.too_many_rows",
            "Sheet1!B30000",
            id="rows",
        ),
        pytest.param(
            with_rows(f'<row r="20">{cell(f"{LETTERS}20", "x")}</row>'),
            "file.too_many_columns",
            f"Sheet1!{LETTERS}20",
            id="columns",
        ),
        pytest.param(
            with_rows('<row r="30000"><c r="A30000" t="e"><v>#N/A</v></c></row>'),
            "file.too_many_rows",
            "Sheet1!A30000",
            id="an error far down",
        ),
        pytest.param(
            (FIXTURES / "wide.xls").read_bytes(),
            "file.too_many_columns",
            f"名单!{LETTERS}1",
            id="columns of xls",
        ),
        pytest.param(
            CSV.replace("\n", "," * (MAX_COLUMNS - 1) + "x\n").encode(),
            "file.too_many_columns",
            LETTERS,
            id="columns of csv",
        ),
    ],
)
def test_a_limit_that_is_passed_names_sheet_and_cell(data: bytes, code: str, at: str) -> None:
    with pytest.raises(RuleError) as caught:
        parsing.read(data)
    assert (caught.value.code, caught.value.params["cell"]) == (code, at)


def test_another_sheet_of_an_old_workbook_may_be_wide() -> None:
    found = parsing.read((FIXTURES / "beside_wide.xls").read_bytes())
    assert [entry.name for entry in found.people] == [each.name for each in PEOPLE]


def test_rows_keep_their_numbers_below_blank_ones() -> None:
    text = f"\n \n姓名,身份证号\n,,\n\n{PEOPLE[0].name},{PEOPLE[0].id_number}\n"
    assert [entry.row for entry in parsing.read(text.encode()).people] == [6]


def test_the_last_cell_within_the_limits_is_read() -> None:
    book = workbook_of(HEADER, *form_rows()[2:-1])
    book.worksheets[0].cell(MAX_SHEET_ROWS, MAX_COLUMNS).value = "x"
    assert len(parsing.read(workbook_bytes(book)).people) == len(PEOPLE)
