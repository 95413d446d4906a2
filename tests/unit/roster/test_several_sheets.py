"""Workbooks whose list stands on several sheets: read as one, numbered, judged and marked."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from openpyxl import Workbook

from functions.local import samples
from functions.rosters.marking import files
from functions.rosters.marking.marks import HEADERS, Marking
from shared_rules import plans
from shared_rules.findings import RuleError
from shared_rules.roster import entries, judging, mends
from shared_rules.roster.judging import Report
from shared_rules.roster.mends import Mend
from shared_rules.roster.reading import read_sheets
from shared_rules.roster.rows_to_mend import ROW_HEADER
from tests.unit.roster.list_files import FIXTURES, HEADER, TODAY, lines_of, workbook_bytes
from tests.unit.roster.marked_lists import column, opened

Rows = list[Sequence[Any]]
PEOPLE = samples.people(24, seed=23, today=TODAY)
FIRST, SECOND, THIRD = PEOPLE[:4], PEOPLE[4:7], PEOPLE[7:12]
OTHERS = PEOPLE[12:]


def listed(people: Sequence[samples.Person], *, title: bool = True) -> Rows:
    return [*([("名单",)] if title else []), HEADER, *lines_of(people)]


def of_other_form(people: Sequence[samples.Person]) -> Rows:
    return [("身份证号", "姓名"), *((each.id_number, each.name) for each in people)]


def book_of(**sheets: Rows) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return book


def read(**sheets: Rows) -> entries.Entries:
    return entries.read(workbook_bytes(book_of(**sheets)))


def judged(found: entries.Entries) -> Report:
    plan, tomorrow = plans.in_force(TODAY), TODAY + timedelta(days=1)
    return judging.judge(found, plan=plan, cover_from=tomorrow)


WORKSHOPS = {
    "一车间": listed(FIRST),
    "二车间": listed(SECOND, title=False),
    "三车间": listed(THIRD),
}
EVERYBODY = [*FIRST, *SECOND, *THIRD]


def test_sheets_of_one_form_are_one_list_whose_rows_begin_with_the_number_of_their_sheet() -> None:
    found = read(**WORKSHOPS)
    assert [each.name for each in found.people] == [each.name for each in EVERYBODY]
    rows = [each.row for each in found.people]
    assert rows == [1003, 1004, 1005, 1006, 2002, 2003, 2004, 3003, 3004, 3005, 3006, 3007]
    assert [each.code for each in found.findings] == ["file.sheets_together"]
    assert found.findings[0].severity == "warning"
    assert found.findings[0].params == {
        "count": 3,
        "sheets": "“一车间”4 人、“二车间”3 人、“三车间”5 人",
        "sheet": "三车间",
        "row": 3,
        "as_row": 3003,
    }


@pytest.mark.parametrize(
    ("sheets", "people", "told"),
    [
        pytest.param(
            {**WORKSHOPS, "汇总": listed(EVERYBODY)},
            EVERYBODY,
            [("file.other_sheets_repeat", "一车间”“二车间”“三车间")],
            id="a sheet sums up the others",
        ),
        pytest.param(
            {**WORKSHOPS, "Sheet4": listed(EVERYBODY)},
            EVERYBODY,
            [("file.sheets_together", None), ("file.other_sheets_repeat", "Sheet4")],
            id="a last sheet repeats the others, and does not say so",
        ),
        pytest.param(
            {"Sheet1": listed(EVERYBODY), **WORKSHOPS},
            EVERYBODY,
            [("file.other_sheets_repeat", "一车间”“二车间”“三车间")],
            id="the first sheet holds what the others repeat",
        ),
        pytest.param(
            {
                "一车间": listed(FIRST),
                "二车间": listed(SECOND),
                "汇总": listed([*FIRST, OTHERS[0]]),
            },
            [*FIRST, *SECOND],
            [("file.sheets_together", None), ("file.other_sheets", "汇总")],
            id="a sum of fewer people",
        ),
        pytest.param(
            {"一车间": listed(FIRST), "汇总": listed([*FIRST[1:], *OTHERS])},
            [*FIRST[1:], *OTHERS],
            [("file.other_sheets", "一车间")],
            id="a sum of more people, in which one is missing",
        ),
        pytest.param(
            {"花名册": listed(EVERYBODY), "参保名单": listed(SECOND)},
            EVERYBODY,
            [("file.other_sheets_part", "参保名单")],
            id="the first sheet holds more than are to be insured, perhaps",
        ),
        pytest.param(
            {"离职": listed(FIRST), "在职": listed(SECOND)},
            SECOND,
            [("file.other_sheets", "离职")],
            id="those who have left stand first",
        ),
        pytest.param(
            {"2026年": listed(FIRST), "2025年": listed(SECOND)},
            FIRST,
            [("file.other_sheets", "2025年")],
            id="another year",
        ),
        pytest.param(
            {"名单": listed(FIRST), "Sheet2": listed([*FIRST[:3], *SECOND])},
            FIRST,
            [("file.other_sheets", "Sheet2")],
            id="another version",
        ),
        pytest.param(
            {"名单": listed(FIRST[:2]), "核对": listed([FIRST[1], OTHERS[0]])},
            FIRST[:2],
            [("file.other_sheets", "核对")],
            id="half of a list again",
        ),
        pytest.param(
            {"一车间": listed(FIRST), "二车间": of_other_form(SECOND)},
            FIRST,
            [("file.other_sheets", "二车间")],
            id="another form",
        ),
        pytest.param(
            {"填写说明": [("说明",)], "示例": listed(OTHERS[:1]), **WORKSHOPS, "空表": [HEADER]},
            EVERYBODY,
            [
                ("file.sheets_together", None),
                ("file.other_sheets", "示例"),
                ("file.other_sheets_unread", "填写说明”“空表"),
            ],
            id="what explains, and an empty form",
        ),
    ],
)
def test_what_is_no_part_of_the_list_is_not_taken_for_one(
    sheets: dict[str, Rows], people: list[samples.Person], told: list[tuple[str, str | None]]
) -> None:
    found = read(**sheets)
    assert [each.id_number for each in found.people] == [each.id_number for each in people]
    assert [(each.code, each.params.get("others")) for each in found.findings] == told


def test_a_hidden_sheet_of_the_same_form_is_asked_about() -> None:
    book = book_of(**WORKSHOPS)
    book["二车间"].sheet_state = "hidden"
    found = entries.read(workbook_bytes(book))
    assert [each.id_number for each in found.people] == [e.id_number for e in (*FIRST, *THIRD)]
    assert [(each.code, each.params.get("others")) for each in found.findings] == [
        ("file.sheets_together", None),
        ("file.other_sheets", "二车间"),
    ]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_of_every_kind_of_workbook_it_is_known_which_sheets_are_hidden(ending: str) -> None:
    sheets = read_sheets((FIXTURES / f"hidden.{ending}").read_bytes())
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("名单", False), ("去年", True)]


def test_sheets_of_which_one_cannot_be_read_are_asked_about() -> None:
    found = read(一车间=listed(FIRST), 二车间=[*listed(SECOND), *of_other_form(THIRD)])
    assert [each.code for each in found.findings] == ["file.other_sheets"]


@pytest.mark.parametrize(("rows", "first"), [(999, 1001), (1000, 10001), (9999, 10001)])
def test_long_sheets_are_numbered_further_apart(rows: int, first: int) -> None:
    blank: Rows = [()] * (rows - 2)
    last = ("", OTHERS[0].name, OTHERS[0].id_number, "")
    found = read(一车间=[HEADER, *blank, last], 二车间=listed(SECOND))
    assert found.people[0].row == first + rows - 1


def test_too_many_people_on_all_sheets_together_are_refused() -> None:
    halves: list[Rows] = [
        [HEADER, *((n, f"王{n}", f"{start + n:018d}", "") for n in range(5001))]
        for start in (10**17, 2 * 10**17)
    ]
    with pytest.raises(RuleError, match=r"file\.too_many_people"):
        read(一车间=halves[0], 二车间=halves[1])


def test_what_is_found_names_its_sheet_and_cell() -> None:
    wrong: Rows = [*listed(SECOND), ("合计", "", "3人", ""), (9, "李娜", "64990119", "")]
    found = judged(read(一车间=listed(FIRST), 二车间=wrong))
    places = [(f.code, f.sheet, f.row, f.cell) for f in found.findings if f.row]
    assert places == [
        ("roster.row_left_out", "二车间", 2006, None),
        ("id_number.part", "二车间", 2007, "二车间!C7"),
        ("roster.occupation_missing", "二车间", 2007, "二车间!D7"),
    ]
    assert (found.left_out[0].row, found.to_mend[0].row) == (2006, 2007)
    assert found.sheet == "一车间”“二车间"


def test_one_person_on_two_sheets_is_a_mistake_that_names_both_cells() -> None:
    found = judged(read(一车间=listed(FIRST), 二车间=listed([*SECOND, FIRST[1]])))
    errors = [(f.code, f.row, f.params) for f in found.errors]
    assert errors == [
        (
            "roster.duplicate_on_sheets",
            2006,
            {"first": "一车间!C4", "again": "二车间!C6"},
        )
    ]


def flawed() -> tuple[bytes, entries.Entries]:
    wrong = [*SECOND[:2], samples.Person(SECOND[2].name, "64990119", "教师")]
    data = workbook_bytes(book_of(一车间=listed(FIRST), 封面=[("封面",)], 二车间=listed(wrong)))
    return data, entries.read(data)


def test_each_sheet_is_marked_in_her_own_file_with_what_was_put_right() -> None:
    data, found = flawed()
    changes = [Mend(row=1003, field="name", value="马兰")]
    mended = mends.apply(found, changes)
    assert [f.cell for f in mended.findings if f.code == "roster.mended"] == ["一车间!B3"]
    book = opened(files.mark(data, Marking(mended, judged(mended).findings, mends=changes)))
    assert book.sheetnames == ["一车间", "封面", "二车间", "标注说明"]
    assert column(book["一车间"], HEADERS[0]) == ["提示", "可以", "可以", "可以"]
    assert column(book["二车间"], HEADERS[0]) == ["可以", "可以", "必须改"]
    assert book["一车间"]["B3"].value == "马兰"
    assert column(book["封面"], HEADERS[0]) == []
    assert "“一车间”4 人" in "".join(column(book["标注说明"], HEADERS[1]))


def test_the_rows_to_mend_of_several_sheets_say_the_numbers_of_the_list() -> None:
    data, found = flawed()
    made = files.mark(data, Marking(found, judged(found).findings, "to_mend"))
    sheet = opened(made).worksheets[0]
    assert column(sheet, ROW_HEADER) == ["2005"]
    assert column(sheet, "姓名") == [SECOND[2].name]
