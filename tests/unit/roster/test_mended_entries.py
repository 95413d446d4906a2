"""Cells put right on the page stand in the list's place before it is judged; the file stays."""

import io

import pytest
from openpyxl import load_workbook

from functions.local import samples
from functions.rosters.marking import files
from functions.rosters.marking.marks import MarkedFile, Marking, Only
from shared_rules.findings import Finding, RuleError
from shared_rules.roster import entries, mends
from shared_rules.roster.columns import RecognisedColumn
from shared_rules.roster.entries import Entries, Entry
from shared_rules.roster.listed_rows import ListedRow
from shared_rules.roster.mends import Mend
from tests.unit.roster.list_files import TODAY, workbook_bytes, xlsx_of
from tests.unit.roster.marked_lists import findings_of

PEOPLE = samples.people(4, seed=8, today=TODAY)
GOOD = PEOPLE[0].id_number
COLUMNS = tuple(
    RecognisedColumn.model_validate(
        {"field": field, "header": field, "column": column, "letters": letters}
    )
    for field, column, letters in (("name", 2, "B"), ("id_number", 3, "C"))
)
LIST = Entries(
    (Entry(3, "王芳", "1", "教师"), Entry(4, "李娜", GOOD, None)),
    COLUMNS,
    "名单",
    (
        Finding.of("cell.picture", field="id_number").at(row=3, column=3),
        Finding.of("roster.row_hidden").at(row=3),
        Finding.of("cell.picture", field="name").at(row=4, column=2),
    ),
)


def test_a_mend_stands_in_the_place_of_what_was_read_and_is_told_at_its_cell() -> None:
    mended = mends.apply(LIST, [Mend(row=3, field="id_number", value=GOOD)])
    assert mended.people == (Entry(3, "王芳", GOOD, "教师"), LIST.people[1])
    assert [(each.code, each.cell or each.row) for each in mended.findings] == [
        ("roster.row_hidden", 3),
        ("cell.picture", "B4"),
        ("roster.mended", "C3"),
    ]
    assert LIST.people[0].id_number == "1"


def test_a_field_without_a_column_can_be_mended_and_is_told_at_its_row() -> None:
    mended = mends.apply(LIST, [Mend(row=4, field="occupation", value="护士")])
    assert mended.people[1].occupation == "护士"
    assert (mended.findings[-1].row, mended.findings[-1].cell) == (4, None)


def test_a_row_that_was_left_out_is_a_persons_once_she_is_written_into_it() -> None:
    left_out = ListedRow(row=5, name="", says="合计 2 人")
    found = LIST._replace(
        findings=(Finding.of("roster.row_left_out").at(row=5),),
        left_out=(left_out, ListedRow(row=1, name="", says="单位")),
    )
    mended = mends.apply(found, [Mend(row=5, field="name", value="马兰")])
    assert mended.people[-1] == Entry(5, "马兰", None, None)
    assert [each.row for each in mended.left_out] == [1]
    assert [each.code for each in mended.findings] == ["roster.mended"]


def test_without_mends_the_list_is_the_same() -> None:
    assert mends.apply(LIST, []) is LIST


@pytest.mark.parametrize(
    ("wrong", "code", "row"),
    [
        ([Mend(row=2, field="name", value="王芳")], "roster.mend_unknown", 2),
        ([Mend(row=5, field="name", value="王芳")], "roster.mend_unknown", 5),
        ([Mend(row=3, field="number", value="1")], "roster.mend_field", 3),
        ([Mend(row=3, field="", value="1")], "roster.mend_field", 3),
        ([Mend(row=4, field="name", value=each) for each in ("a", "b")], "roster.mend_twice", 4),
        ([Mend(row=4, field="name", value="a")] * 2, "roster.mend_twice", 4),
    ],
)
def test_a_mend_that_fits_nowhere_is_refused(wrong: list[Mend], code: str, row: int) -> None:
    with pytest.raises(RuleError) as refused:
        mends.apply(LIST, wrong)
    assert (refused.value.code, refused.value.params["row"]) == (code, row)


def marked(data: bytes, changes: list[Mend], only: Only = "all") -> MarkedFile:
    found = mends.apply(entries.read(data), changes)
    return files.mark(data, Marking(found, findings_of(found), only, changes))


CHANGES = [
    Mend(row=3, field="id_number", value=PEOPLE[3].id_number[:-1]),
    Mend(row=4, field="name", value="=阿依古丽"),
]


@pytest.mark.parametrize("only", ["all", "to_mend"])
def test_a_marked_workbook_shows_what_was_mended(only: Only) -> None:
    data = workbook_bytes(samples.workbook(PEOPLE, "贺兰县示例小学"))
    sheet = load_workbook(io.BytesIO(marked(data, CHANGES, only).data))["名单"]
    row = 3 if only == "all" else 2
    assert sheet.cell(row, 3).value == CHANGES[0].value
    assert sheet.cell(row, 3).number_format == "@"
    assert sheet.cell(row + 1, 2).value == "=阿依古丽"
    assert sheet.cell(row + 1, 2).data_type == "s"
    assert sheet.cell(row + 1, 3).value == PEOPLE[1].id_number


def test_a_marked_text_file_shows_what_was_mended() -> None:
    data = samples.csv_text(PEOPLE).encode()
    change = Mend(row=2, field="occupation", value="护士长")
    text = marked(data, [change]).data.decode()
    assert f"{PEOPLE[0].name},'{PEOPLE[0].id_number},护士长," in text
    assert marked(data, []).data.decode().count("护士长") == 0


def test_one_row_of_a_merged_occupation_can_be_mended() -> None:
    book = samples.workbook(PEOPLE, "贺兰县示例小学")
    book["名单"]["D3"] = "教师"
    book["名单"].merge_cells("D3:D6")
    change = Mend(row=4, field="occupation", value="护士")
    sheet = load_workbook(io.BytesIO(marked(workbook_bytes(book), [change]).data))["名单"]
    assert [sheet.cell(row, 4).value for row in range(3, 7)] == ["教师", "护士", "教师", "教师"]


def test_a_file_without_the_column_comes_back_in_the_forms_layout() -> None:
    data = xlsx_of(["姓名", "身份证号"], *([each.name, each.id_number] for each in PEOPLE))
    changes = [Mend(row=2, field="occupation", value="护士")]
    sheet = load_workbook(io.BytesIO(marked(data, changes).data)).worksheets[0]
    assert [cell.value for cell in sheet[2]][:4] == [
        "1", PEOPLE[0].name, PEOPLE[0].id_number, "护士",
    ]  # fmt: skip
