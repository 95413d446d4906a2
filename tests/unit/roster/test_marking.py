"""A list given back marked up: what is hers stays, what is ours is text."""

import io
import re
import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from docx import Document
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from functions.local import samples
from functions.rosters.marking import files
from functions.rosters.marking.marks import HEADERS, Marking, about
from shared_rules.findings import Finding
from shared_rules.messages import catalogue
from shared_rules.roster import entries
from tests.unit.roster.list_files import HEADER, unzipped, workbook_bytes, xlsx_of, zipped
from tests.unit.roster.marked_lists import (
    FLAWED,
    GOOD,
    OWN_HEADER,
    as_text,
    coloured,
    column,
    findings_of,
    flawed_workbook,
    marked,
    opened,
    texts,
)

# The status of each row that samples.flawed makes; row 1 is the title, 2 the header.
STATUSES = ["可以", *["必须改"] * 5, "提示", "必须改", *["可以"] * 4]
FAULTY = {"C4", "C5", "C6", "C7", "C8", "C9", "B10"}


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


@pytest.mark.parametrize("deleted", [*HEADERS[:-1], None])
def test_a_marked_list_is_read_as_before_though_one_of_our_columns_was_deleted(
    deleted: str | None,
) -> None:
    data = workbook_bytes(flawed_workbook())
    book = opened(marked(data))
    if deleted:
        book["名单"].delete_cols(len(HEADER) + 1 + HEADERS.index(deleted))
    again = entries.read(workbook_bytes(book))
    assert again.people == entries.read(data).people
    assert findings_of(again) == findings_of(entries.read(data))


def test_what_she_writes_right_of_our_columns_is_looked_at() -> None:
    book = opened(marked(workbook_bytes(flawed_workbook())))
    book["名单"]["I2"], book["名单"]["I3"] = "备注", "不参加"
    told = [(each.code, each.cell) for each in findings_of(entries.read(workbook_bytes(book)))]
    assert ("roster.row_opts_out", "I3") in told


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
