"""A list given back marked up: what is hers stays, what is ours is text, nothing is a formula."""

import io
import re
import time
import zipfile
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from functions.local import samples
from functions.rosters import marked_up, parsing
from functions.rosters.marking import files, kept
from functions.rosters.marking.marks import HEADERS, MarkedFile, Marking, Only, about
from shared_rules import plans
from shared_rules.findings import Finding, RuleError
from shared_rules.messages import catalogue
from shared_rules.roster import entries, judging
from shared_rules.roster.form import COLUMNS
from shared_rules.roster.reading import archive
from tests.unit.roster.list_files import (
    HEADER,
    TODAY,
    unzipped,
    workbook_bytes,
    workbook_of,
    xlsx_of,
    zipped,
)

OWN_HEADER = [column.header for column in COLUMNS]
GOOD = samples.people(12, seed=21, today=TODAY)
FLAWED = samples.flawed(GOOD, today=TODAY)
# The status of each row that samples.flawed makes; row 1 is the title, 2 the header.
STATUSES = ["可以", *["必须改"] * 5, "提示", "必须改", *["可以"] * 4]
FAULTY = {"C4", "C5", "C6", "C7", "C8", "C9", "B10"}
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
    " =1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://192.0.2.1","x")',
]


def findings_of(found: entries.Entries) -> tuple[Finding, ...]:
    plan = plans.in_force(TODAY)
    return judging.judge(found, plan=plan, cover_from=TODAY + timedelta(days=1)).findings


def marked(data: bytes, only: Only = "all") -> MarkedFile:
    found = entries.read(data)
    return files.mark(data, Marking(found, findings_of(found), only))


def opened(file: MarkedFile) -> Workbook:
    assert file.ending == ".xlsx"
    return load_workbook(io.BytesIO(file.data))


def texts(sheet: Worksheet, row: int) -> list[str]:
    return [str(cell.value or "") for cell in sheet[row]]


def column(sheet: Worksheet, header: str) -> list[str]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == header:
                below = sheet.iter_rows(
                    min_row=cell.row + 1, min_col=cell.column, max_col=cell.column
                )
                return [str(each[0].value or "") for each in below]
    return []


def coloured(sheet: Worksheet, columns: int) -> set[str]:
    rows = sheet.iter_rows(max_col=columns)
    return {cell.coordinate for row in rows for cell in row if cell.fill.fill_type == "solid"}


def flawed_workbook() -> Workbook:
    return samples.workbook(FLAWED, "贺兰县示例小学")


def test_each_row_says_what_is_wrong_by_which_article_and_what_to_do() -> None:
    sheet = opened(marked(workbook_bytes(flawed_workbook())))["名单"]
    assert texts(sheet, 2) == [*HEADER, *HEADERS]
    assert column(sheet, "状态")[:12] == STATUSES
    assert coloured(sheet, 4) == FAULTY
    message = catalogue()["id_number.check_character"]
    assert texts(sheet, 4)[4:] == [
        about("error").title,
        f"{message.title}：{message.explanation}",
        "GB 11643",  # no article decides what a number must look like
        message.fix,
    ]
    assert texts(sheet, 5)[6] == "第三条"


def test_what_is_hers_stays_hers() -> None:
    book = flawed_workbook()
    sheet = book["名单"]
    sheet["D3"].font = Font(name="黑体", size=14, bold=True)
    sheet["E2"], sheet["E4"] = "位数", "=LEN(C4)"
    sheet["A3"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet.row_dimensions[3].height = 44
    sheet.freeze_panes = "A3"
    other = book.create_sheet("别的表")
    other["B2"] = "=SUM(A1:A9)"
    other.column_dimensions["B"].width = 33
    again = opened(marked(workbook_bytes(book)))
    kept = again["名单"]
    assert again.sheetnames == ["名单", "别的表", "标注说明"]
    assert [str(each) for each in kept.merged_cells.ranges] == ["A1:D1"]
    assert (kept["A1"].font.bold, kept["A1"].font.size) == (True, 16)
    assert (kept["D3"].font.name, kept["D3"].font.size, kept["D3"].font.bold) == ("黑体", 14, True)
    assert kept["A3"].fill.fgColor.rgb == "FF00FF00"
    assert (kept["E4"].value, kept["E4"].data_type) == ("=LEN(C4)", "f")
    assert kept["C4"].number_format == "@"
    assert [kept.column_dimensions[each].width for each in "ABCD"] == [8, 14, 24, 14]
    assert (kept.row_dimensions[3].height, kept.freeze_panes) == (44, "A3")
    assert (again["别的表"]["B2"].value, again["别的表"].column_dimensions["B"].width) == (
        "=SUM(A1:A9)",
        33,
    )


def test_the_legend_says_in_words_what_the_colours_mean_and_what_concerns_the_file() -> None:
    found = entries.read(data := workbook_bytes(flawed_workbook()))
    no_union = Finding.of("unit.no_union", field="unit.union")
    file = files.mark(data, Marking(found, (no_union, *findings_of(found))))
    legend = opened(file)["标注说明"]
    words = {texts(legend, row)[0] for row in range(2, 6)}
    assert words == {"必须改", "请确认", "提示", "可以"}
    assert any(no_union.message in text for text in texts(legend, 8))


@pytest.mark.parametrize("group", [(1, 16384), (5, 16384), (4, 6), (6, 7), (8, 9)])
def test_columns_hidden_in_groups_make_room(group: tuple[int, int]) -> None:
    book = flawed_workbook()
    first, last = map(get_column_letter, group)
    book["名单"].column_dimensions.group(first, last, hidden=True)
    xml = unzipped(marked(workbook_bytes(book)).data)["xl/worksheets/sheet1.xml"].decode()
    columns = [
        (int(low), int(high), "hidden" in rest)
        for rest in re.findall(r"<col ([^>]*)/>", xml)
        for low, high in [re.search(r'min="(\d+)".*max="(\d+)"', rest).groups()]  # type: ignore[union-attr]
    ]
    assert all(one[1] < other[0] for one, other in pairwise(columns))
    assert not [each for each in columns if each[2] and each[0] <= 8 and each[1] >= 5]


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("only", ["all", "to_mend"])
def test_no_text_becomes_a_formula_in_her_workbook(text: str, only: Only) -> None:
    book = workbook_of(HEADER, [1, "王芳", "6401", ""])
    for place in ("B2", "D2"):
        book.worksheets[0][place].value = text
        book.worksheets[0][place].data_type = "s"
    assert_harmless(marked(workbook_bytes(book), only), text)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_in_a_new_workbook(text: str) -> None:
    found = entries.typed([(text, text, text)])
    assert_harmless(files.mark(None, Marking(found, findings_of(found))), text)


def assert_harmless(file: MarkedFile, text: str) -> None:
    assert not [part for part in unzipped(file.data).values() if b"<f>" in part or b"<f " in part]
    cells = [cell for row in opened(file).worksheets[0].iter_rows() for cell in row]
    hers = [cell for cell in cells if str(cell.value or "").strip() == text.strip()]
    assert hers
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in hers)


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("only", ["all", "to_mend"])
def test_no_text_becomes_a_formula_in_csv(text: str, only: Only) -> None:
    quoted = text.replace('"', '""')
    data = f'姓名,身份证号,职业\n"{quoted}",6401,"{quoted}"\n'.encode()
    rows = marked(data, only).data.decode().split("\n")
    assert f"'{text}" in marked(data, only).data.decode().replace('""', '"')
    assert not [row for row in rows if re.match(r"[\s\"]*[=+\-@＝＋－＠]", row)]


def test_a_number_kept_whole_by_a_text_formula_stays_whole_in_csv() -> None:
    person = GOOD[0]
    data = f'姓名,身份证号,职业\n{person.name},"=""{person.id_number}""",教师\n'.encode()
    again = marked(data).data
    assert f"{person.name},'{person.id_number},教师,".encode() in again
    assert not [each for each in findings_of(entries.read(again)) if each.severity == "error"]


@pytest.mark.parametrize(
    ("start", "encoding"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"", "gb18030"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "，"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_a_csv_file_keeps_encoding_delimiter_and_line_ends(
    start: bytes, encoding: str, delimiter: str, line_end: str
) -> None:
    rows = samples.csv_text([*FLAWED[:2], samples.Person("王𠮷", "", "教师")]).splitlines()
    text = "".join(row.replace(",", delimiter) + line_end for row in ["名单", *rows])
    again = marked(start + text.encode(encoding)).data
    assert again.startswith(start)
    lines = again[len(start) :].decode(encoding).split(line_end)
    rows = [re.sub(r"(?<![0-9])(?=[0-9]{18}(?![0-9X]))", "'", row) for row in rows]
    assert lines[0] == "名单"
    assert lines[1] == delimiter.join((*HEADER, *HEADERS))
    assert lines[2] == rows[1].replace(",", delimiter) + delimiter + delimiter.join(
        ["可以", "", "", ""]
    )
    assert lines[3].startswith(rows[2].replace(",", delimiter) + delimiter + "必须改")
    assert lines[4].startswith(rows[3].replace(",", delimiter) + delimiter + "必须改")
    assert lines[5:] == [""]


def test_the_line_that_tells_excel_the_separator_stays() -> None:
    text = "sep=;\r\n" + samples.csv_text(FLAWED).replace(",", ";")
    again = marked(text.encode()).data.decode().split("\r\n")
    assert again[0] == "sep=;"
    assert again[1] == ";".join((*HEADER, *HEADERS))
    assert again[3].replace("'", "").startswith(text.split("\r\n")[3] + ";必须改;")


def as_text(file: MarkedFile) -> list[list[str]]:
    if file.ending == ".csv":
        return [line.split(",") for line in file.data.decode().splitlines()]
    sheet = opened(file).worksheets[0]
    return [texts(sheet, row) for row in range(1, sheet.max_row + 1)]


@pytest.mark.parametrize(
    "data",
    [
        workbook_bytes(flawed_workbook()),
        ("名单\n" + samples.csv_text(FLAWED)).encode(),
    ],
    ids=["xlsx", "csv"],
)
def test_only_the_rows_to_mend_have_the_header_and_their_old_numbers(data: bytes) -> None:
    rows = as_text(marked(data, "to_mend"))
    assert rows[0] == [*HEADER, *HEADERS, "原行号"]
    assert [row[8] for row in rows[1:]] == ["4", "5", "6", "7", "8", "10"]
    assert {row[4] for row in rows[1:]} == {"必须改"}
    assert [row[1] for row in rows[1:]] == [FLAWED[n].name for n in (1, 2, 3, 4, 5, 7)]


def test_a_header_of_two_rows_is_whole_above_the_rows_to_mend() -> None:
    data = xlsx_of(
        ["序号", "姓名", "证件", ""], ["", "", "身份证号", "职业"], [1, "王芳", "1", "教师"]
    )
    found = entries.read(marked(data, "to_mend").data)
    assert {each.field: each.column for each in found.columns}["name"] == 2


def test_the_rows_to_mend_hold_values_and_nothing_of_other_sheets() -> None:
    book = flawed_workbook()
    book.create_sheet("工资")["A1"] = "秘密"
    again = opened(marked(workbook_bytes(book), "to_mend"))
    assert again.sheetnames == ["名单", "标注说明"]
    assert coloured(again["名单"], 4) == {"C2", "C3", "C4", "C5", "C6", "B7"}


def word_document(people: list[samples.Person]) -> bytes:
    document = Document()
    table = document.add_table(0, 4)
    for row in [
        HEADER,
        *((str(n), p.name, p.id_number, p.occupation) for n, p in enumerate(people)),
    ]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def without_types() -> bytes:
    """It does not say what its parts are."""
    parts = unzipped(workbook_bytes(flawed_workbook()))
    del parts["[Content_Types].xml"]
    return zipped(parts)


@pytest.mark.parametrize(
    ("make", "first_row"),
    [
        (lambda: word_document(FLAWED), 2),
        (without_types, 3),
    ],
    ids=["docx", "a workbook that is not as the format says"],
)
def test_what_cannot_be_hers_comes_as_the_form_and_says_why(
    make: Callable[[], bytes], first_row: int
) -> None:
    file = marked(make())
    [why] = file.told
    legend = opened(file)["标注说明"]
    assert catalogue()[why].explanation in " ".join(str(cell.value) for cell in legend["B"])
    sheet = opened(file).worksheets[0]
    assert texts(sheet, 1) == [*OWN_HEADER, *HEADERS, "原行号"]
    assert column(sheet, "状态") == STATUSES
    assert column(sheet, "身份证号") == [each.id_number for each in FLAWED]
    assert column(sheet, "原行号")[0] == str(first_row)
    assert {cell.number_format for cell in sheet["C"][1:]} == {"@"}
    assert coloured(sheet, 4) == {f"{each[0]}{int(each[1:]) - 1}" for each in FAULTY}


CHAT = "#接龙\n" + "".join(
    f"{n}. {each.name} {each.id_number} {each.occupation}\n" for n, each in enumerate(GOOD, 1)
)


@pytest.mark.parametrize(
    "text",
    [CHAT, samples.csv_text(GOOD).replace(",", "  ")],
    ids=["lines of a chat", "columns by spaces"],
)
def test_words_on_lines_come_back_as_the_form(text: str) -> None:
    sheet = opened(marked(text.encode())).worksheets[0]
    assert texts(sheet, 1) == [*OWN_HEADER, *HEADERS, "原行号"]
    assert column(sheet, "身份证号") == [each.id_number for each in GOOD]
    assert column(sheet, "原行号")[0] == "2"


@pytest.mark.parametrize(
    "data",
    [workbook_bytes(flawed_workbook()), samples.csv_text(FLAWED).encode()],
    ids=["xlsx", "csv"],
)
def test_a_marked_list_is_read_as_before_and_marked_again_in_the_same_columns(data: bytes) -> None:
    once = marked(data)
    assert findings_of(entries.read(once.data)) == findings_of(entries.read(data))
    assert as_text(marked(once.data)) == as_text(once)


def test_mended_cells_lose_their_colour_when_marked_again() -> None:
    book = opened(marked(workbook_bytes(flawed_workbook())))
    for row, person in enumerate(GOOD, start=3):
        book["名单"].cell(row, 2).value = person.name
        book["名单"].cell(row, 3).value = person.id_number
    sheet = opened(marked(workbook_bytes(book)))["名单"]
    assert coloured(sheet, 4) == set()
    assert column(sheet, "状态")[:12] == ["可以"] * 12
    assert set(column(sheet, "原因")[:12]) == {""}


def test_the_same_list_gives_the_same_bytes() -> None:
    data = workbook_bytes(flawed_workbook())
    first = marked(data)
    time.sleep(2.1)  # a zip keeps times to two seconds
    assert marked(data) == first


def test_findings_of_another_sheet_do_not_stand_beside_rows_of_this_one() -> None:
    found = entries.read(data := workbook_bytes(flawed_workbook()))
    other = Finding.of("roster.row_left_out").at(row=3, sheet="别的表")
    book = opened(files.mark(data, Marking(found, (other,))))
    assert column(book["名单"], "状态")[0] == "可以"
    assert "别的表 3" in texts(book["标注说明"], 8)[1]


def test_the_sandbox_gives_what_the_writers_make() -> None:
    found = entries.read(data := workbook_bytes(flawed_workbook()))
    marking = Marking(found, findings_of(found))
    assert marked_up.mark(data, marking) == files.mark(data, marking)
    assert marked_up.mark(None, marking) == files.mark(None, marking)


def test_where_her_file_takes_too_much_the_form_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    found = entries.read(data := workbook_bytes(flawed_workbook()))
    marking = Marking(found, findings_of(found))
    ask = parsing.ask
    answers = [RuleError("file.too_much"), None]

    def die_first(job: bytes, content: bytes) -> bytes:
        if death := answers.pop(0):
            raise death
        return ask(job, content)

    monkeypatch.setattr(parsing, "ask", die_first)
    made = marked_up.mark(data, marking)
    assert made.told == (kept.TOO_LARGE,)
    told = Marking(found, (*marking.findings, Finding.of(kept.TOO_LARGE)))
    assert made.data == files.mark(None, told).data


@pytest.mark.parametrize(("spent", "told"), [(0, ()), (11, ()), (13, (kept.TOO_LARGE,))])
def test_where_reading_took_most_of_the_time_a_new_workbook_is_made(
    spent: float, told: tuple[str, ...]
) -> None:
    found = entries.read(data := workbook_bytes(flawed_workbook()))
    assert marked_up.mark(data, Marking(found, findings_of(found)), spent).told == told


def test_a_workbook_of_more_than_can_be_marked_in_time_comes_back_as_the_form(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = workbook_bytes(flawed_workbook())
    unpacked = sum(map(len, archive.unpack(data).values()))
    for limit, expected in ((unpacked, "A1:D1"), (unpacked - 1, None)):
        monkeypatch.setattr(kept, "MAX_WORKBOOK_BYTES", limit)
        merged = opened(marked(data)).worksheets[0].merged_cells.ranges
        assert [str(each) for each in merged] == ([expected] if expected else [])


def test_ten_thousand_people_are_marked_in_seconds() -> None:
    good = samples.people(10_000, seed=2, today=TODAY)
    people = [
        each for n in range(0, 10_000, 10) for each in samples.flawed(good[n : n + 10], today=TODAY)
    ]
    data = workbook_bytes(samples.workbook(people, "贺兰县示例小学"))
    found = entries.read(data)
    marking = Marking(found, findings_of(found))
    start = time.process_time()
    file = files.mark(data, marking)
    assert time.process_time() - start < 10
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        assert archive.testzip() is None
