"""No row of a list is lost: it is a person, or is told, or is asked about."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.local import samples
from shared_rules import plans
from shared_rules.findings import RuleError
from shared_rules.roster import entries, examples, judging
from shared_rules.roster.form.rows import in_order
from shared_rules.roster.listing import Listing
from shared_rules.roster.people import read
from shared_rules.roster.report import Report
from shared_rules.roster.sheets import MARKS, Cell, Row, Sheet
from tests.unit.roster.list_files import HEADER, TODAY
from tests.unit.roster.list_rows import FIRST, LI, SECOND, WANG, people

PLAN = plans.in_force(TODAY)


def judged(*rows: Sequence[Any], exclude: Sequence[int] = ()) -> Report:
    data = "\n".join(",".join(map(str, row)) for row in (HEADER, *rows)).encode()
    return judging.judge(
        entries.read(data), plan=PLAN, cover_from=TODAY, exclude_rows=frozenset(exclude)
    )


CLOSING = [
    ["合计", "", "2人", ""],
    ["", "一车间 计数", 2, ""],
    ["", "二车间 汇总", "", "2"],
    ["", "总计数", 4.0, ""],
    [1, 2, 3.0, "4"],
    ["合计", "2 人"],
    ["", "合计", "2", "200元"],
    ["", "合  计：", "", ""],
    ["总计", "", "贰佰元整", ""],
    ["汇总", "", "", 2],
    ["共2人"],
    ["", "共 2 人，保险费 200 元", "", ""],
    ["本页小计", "", "2", "200.00"],
    ["合计", "#REF!", "#REF!", ""],
    ["", "填表人：赵敏", "联系电话：13900000000", ""],
    ["", "填报日期", "2026年11月28日", ""],
    ["经办人：赵敏", None, None, "2026年3月2日"],
    [None, "单位名称：贺兰县示例小学"],
    ["单位名称：", "贺兰县示例小学", "", ""],
    ["单位（盖章）", "", "", ""],
    ["", "单位负责人签字：", "", "经办人："],
    ["", "", "", "2026年3月2日"],
    ["备注：以上人员均为本单位女职工"],
    ["注：1.本表一式两份；2.须盖章"],
    ["以上人员均自愿参加，情况属实。"],
    ["", "以下空白", "", ""],
    ["——", "——", "——", "——"],
    ["第1页，共2页"],
    ["一车间", "", "", ""],
    ["工会主席：", "赵敏", "联系电话：", "0951-2090080"],
    ["填表人", "赵敏", "联系电话", "13900000000"],
    ["审核", "", "填表人", "赵敏"],
    ["", "", date(2026, 3, 2), ""],
    ["", "导出时间：2026-03-02 10:00:00"],
    ["打印时间：2026-03-02", "", "", ""],
    ["", "操作员：admin", "", ""],
    ["", "查询条件：在职女职工", "", ""],
    ["", "数据来源：人力资源系统", "", ""],
    ["", "总记录数: 12条", "", ""],
    ["", "Total: 12", "", ""],
    ["", "Page 1 of 1", "", ""],
    ["", "编制：赵敏", "", ""],
    ["联系人及电话：赵敏 13900000000", "", "", ""],
    ["", "（公章）", "", ""],
    ["", "工会（盖章）  2026年3月2日", "", ""],
    ["此表一式两份", "", "", ""],
    ["", "以上信息真实有效", "", ""],
    ["", "谢谢！", "", ""],
]


@pytest.mark.parametrize("row", CLOSING, ids=str)
def test_a_row_that_closes_a_list_is_left_out_and_told(row: Row) -> None:
    found = people(WANG, LI, row)
    assert [entry.row for entry in found.entries] == [2, 3]
    assert [(each.code, each.severity, each.row) for each in found.findings] == [
        ("roster.row_left_out", "info", 4)
    ]
    assert [each.row for each in found.left_out] == [4]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(["经办科", "李娜", "", "会计"], id="a department that begins like a label"),
        pytest.param(["审核部", "赵敏", "", ""], id="another"),
        pytest.param([3, "李娜", "", "单位会计"], id="an occupation that does"),
        pytest.param([3, "李娜", "", "负责人"], id="an occupation that is one"),
        pytest.param([3, "李娜", "", ""], id="a name alone"),
        pytest.param([3, "李娜", "待补", "教师"], id="a number that is to come"),
        pytest.param([3, "计春华", "", ""], id="a family name that is a word of totals"),
        pytest.param([3, "", FIRST, ""], id="a number alone"),
        pytest.param(["合计", "李娜", FIRST, ""], id="with a number, whatever stands before"),
        pytest.param([3, "#N/A", "#N/A", "#N/A"], id="formulas that failed"),
        pytest.param([3, "李娜", "", "操作员"], id="an occupation that programs have, too"),
        pytest.param([3, "马\ue863", "", ""], id="a character of an old system"),
        pytest.param([3, "阿依古丽·买买提", "", "工人"], id="a long name"),
        pytest.param([3, "Maria Garcia", "", "teacher"], id="a Latin name"),
    ],
)
@pytest.mark.parametrize("at_end", [True, False])
def test_who_may_be_a_person_is_never_left_out(row: Row, at_end: bool) -> None:
    found = people(WANG, row) if at_end else people(row, WANG)
    assert len(found.entries) == 2
    assert (found.left_out, found.template) == ([], [])


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(["合计", "李娜", "", ""], id="a total with a name"),
        pytest.param(["审核", "赵敏", "", ""], id="a word that may be a department"),
        pytest.param(["负责人", "赵敏", "", ""], id="a word that may be a job"),
        pytest.param(["填表人", "赵敏", "", "会计"], id="with an occupation"),
        pytest.param(["", "二组", "", ""], id="a group where names stand"),
        pytest.param(["", "12", "", ""], id="a count where names stand"),
        pytest.param(["李娜", "", "", ""], id="a name in another column"),
        pytest.param([3, "", "", "", FIRST], id="a number in another column"),
        pytest.param([3, "", "", "教师", "13900000000"], id="a phone of somebody"),
        pytest.param(["经办人身份证号", "", "", "", FIRST], id="a number behind a label"),
        pytest.param(["补充：赵敏", "", "", ""], id="somebody who was forgotten"),
        pytest.param(["", "", "", "", "另有一人：赵敏"], id="another one"),
    ],
)
def test_who_is_in_doubt_is_a_person_with_an_error_that_asks(row: Row) -> None:
    found = people(WANG, row, header=[*HEADER, "备注"])
    assert [entry.row for entry in found.entries] == [2, 3]
    assert [(each.code, each.severity, each.row) for each in found.findings] == [
        ("roster.row_in_doubt", "error", 3)
    ]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["填表人", "赵敏", "", ""], "roster.row_in_doubt"),
        (["", "", "2026年3月2日", ""], None),
        (["小计", "", "1人", ""], "roster.row_left_out"),
        (["二年级组", "", "", ""], "roster.row_left_out"),
        (["补报", "", "", ""], "roster.row_left_out"),
        (["经办人：赵敏", "", "", ""], "roster.row_left_out"),
    ],
)
def test_among_people_a_row_is_left_out_only_where_it_says_itself_what_it_is(
    row: Row, code: str | None
) -> None:
    found = people(WANG, row, LI)
    assert [each.code for each in found.findings] == ([code] if code else [])
    assert len(found.entries) == 2 + (code != "roster.row_left_out")


@pytest.mark.parametrize(
    ("written", "is_asked"),
    [
        ("赵敏", True),
        ("古丽娜尔·艾山", True),
        ("教师", False),
        ("后勤", False),
        ("高级教师", False),
    ],
)
def test_a_name_alone_where_occupations_stand_is_asked_about(written: str, is_asked: bool) -> None:
    found = people(WANG, ["", "", "", written], LI)
    assert len(found.entries) == 2 + is_asked
    assert (("roster.row_in_doubt", 3) in [(e.code, e.row) for e in found.findings]) is is_asked


def test_marks_that_were_moved_to_the_front_hide_nobody() -> None:
    found = people(["要改", "x", "", "y", *WANG], header=[*MARKS, *HEADER])
    assert [entry.name for entry in found.entries] == ["王芳"]


def test_rows_that_a_form_came_with_are_one_line() -> None:
    rows = [[number, "", "", "工人"] for number in range(2, 60)]
    found = people(WANG, *rows)
    (told,) = found.findings
    assert (told.code, told.severity) == ("roster.template_rows", "info")
    assert told.params == {"count": 58, "first": 3, "last": 60}
    assert found.template == list(range(3, 61))


@pytest.mark.parametrize(
    "row",
    [
        [3, "/", "/", "/"],
        [3, "——", "——", ""],
        ["", "/", "", "教师"],
        [3, 0, 0.0, 0],
        ["", 0, 0, "教师"],
    ],
)
def test_a_row_whose_name_and_number_are_struck_through_or_zero_is_nobodys(row: Row) -> None:
    found = people(WANG, LI, row)
    assert (len(found.entries), found.template) == (2, [4])
    assert [each.code for each in found.findings] == ["roster.template_rows"]


@pytest.mark.parametrize(
    "row", [[3, "/", FIRST, ""], [3, "李娜", "/", ""], [3, "李娜", 0, ""], ["", "0", FIRST, ""]]
)
def test_a_row_of_which_either_is_there_is_somebodys(row: Row) -> None:
    assert len(people(WANG, row).entries) == 2


def test_a_number_alone_and_nothing_at_all_say_nothing() -> None:
    found = people(WANG, [2, "", "", ""], ["", None, " ", ""], LI)
    assert (found.findings, found.template, len(found.entries)) == ([], [3], 2)


def test_people_above_the_header_are_asked_about() -> None:
    sheet = Sheet(None, [["名单"], WANG, list(HEADER), LI])
    found = read(Listing.of(sheet))
    assert [entry.row for entry in found.entries] == [2, 4]
    assert [(each.code, each.row) for each in found.findings] == [("roster.row_above_header", 2)]


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ([1, "王芳", "", "教师"], True),
        (["1", "王 芳", "", ""], True),
        (["填表人", "王芳", "", "2026年3月2日"], False),
        (["", "王芳", "", ""], False),
        ([1, "一车间", "", ""], False),
    ],
)
def test_who_is_counted_above_the_header_is_asked_about(row: Row, asked: bool) -> None:
    found = read(Listing.of(Sheet(None, [["名单"], row, list(HEADER), LI])))
    assert len(found.entries) == 1 + asked
    told = [("roster.row_above_header", 2)] if asked else []
    assert [(each.code, each.row) for each in found.findings] == told


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ([2, "经办人", "李娜", ""], "roster.row_in_doubt"),
        ([2, "填表人", "李娜", ""], "roster.row_in_doubt"),
        (["", "填表人", "李娜", ""], "roster.row_left_out"),
        ([2, "合计", "1人", ""], "roster.row_left_out"),
    ],
)
def test_who_is_counted_on_is_a_person_though_her_department_reads_like_a_label(
    row: Row, code: str
) -> None:
    found = people([1, "一科", "王芳", FIRST], row, header=["序号", "部门", "姓名", "身份证号"])
    assert [(each.code, each.row) for each in found.findings] == [(code, 3)]


def test_every_row_is_listed_with_its_number_and_name() -> None:
    report = judged(
        WANG, [2, "李娜", FIRST[:17], "护士"], [3, "", "", "工人"], ["合计", "", "2人", ""]
    )
    assert [person.name for person in report.people] == ["王芳"]
    assert [(row.row, row.name) for row in report.to_mend] == [(3, "李娜")]
    assert report.to_mend[0].says == f"李娜 {FIRST[:4]}*********{FIRST[13:17]} 护士"
    assert [(row.row, row.says) for row in report.left_out] == [(5, "合计 2人")]
    assert report.template == (4,)


def test_any_row_can_be_excluded_and_is_listed() -> None:
    report = judged(WANG, LI, ["合计", "李娜", "", ""], exclude=(2, 4))
    assert [person.row for person in report.people] == [3]
    assert [(row.row, row.name) for row in report.excluded] == [(2, "王芳"), (4, "李娜")]
    assert report.errors == ()


def test_a_row_that_is_left_out_anyway_may_be_excluded_too() -> None:
    report = judged(WANG, ["合计", "", "1人", ""], exclude=(3,))
    assert (report.counts.excluded, report.counts.left_out, report.counts.people) == (0, 1, 1)
    with pytest.raises(RuleError, match=r"roster\.exclude_unknown"):
        judged(WANG, ["合计", "", "1人", ""], exclude=(4,))


CELLS: list[Cell] = [
    *("", "合计", "小计", "王芳", "李娜", "2人", "填表人", "填表人：赵敏", "教师", "一车间"),
    *(FIRST, SECOND, FIRST[:17], "2026年3月2日", "13900000000", "审核", "#N/A", "无", "以下空白"),
    *("阿依古丽 买买提", "姓名", "身份证号", "单位名称：某校", "王芳、李娜", "\u200b", "（小）"),
    *(1.0, 2.0, 6.4e17, None, True, date(2026, 3, 2), "备注"),
]


@settings(max_examples=300, deadline=None)
@given(
    rows=st.lists(st.lists(st.sampled_from(CELLS), min_size=4, max_size=6), max_size=8),
    excluded=st.sets(st.integers(3, 9), max_size=3),
)
def test_every_row_is_somewhere(rows: list[Row], excluded: set[int]) -> None:
    sheet = Sheet(None, [list(HEADER), WANG, *rows])
    try:
        found = entries._entries(Listing.of(sheet))
    except RuleError as refused:
        # Another header further down, or people beside the columns; it is no matter of rows.
        if refused.code not in ("file.header_differs", "file.lists_side_by_side"):
            raise
        return
    excluded &= {entry.row for entry in found.people}
    report = judging.judge(found, plan=PLAN, cover_from=TODAY, exclude_rows=excluded)
    listed = [
        *(person.row for person in report.people),
        *(row.row for row in (*report.to_mend, *report.left_out, *report.excluded)),
        *report.template,
    ]
    filled = [number for number, row in enumerate([WANG, *rows], start=2) if not is_empty(row)]
    assert sorted(listed) == filled
    counts = report.counts
    assert counts.seen == len(filled)
    assert counts.rows == counts.people + counts.to_mend
    assert counts.seen == counts.rows + counts.left_out + counts.template + counts.excluded
    assert {each.row for each in report.errors} == {row.row for row in report.to_mend}


def is_empty(row: Row) -> bool:
    return all(cell in ("", None) for cell in row)


@pytest.mark.parametrize("said", ["示例", "例", "（示例）", "样例1", "填写示例", "例：王芳"])
@pytest.mark.parametrize("place", [0, 1], ids=["number", "name"])
def test_a_row_that_says_it_is_an_example_is_asked_about(said: str, place: int) -> None:
    example = [*WANG]
    example[place] = said
    found = people(example, LI)
    assert [(each.code, each.row) for each in found.findings] == [("roster.row_example", 2)]
    assert [entry.row for entry in found.entries] == [2, 3]


def test_nobody_is_an_example_for_her_name_or_her_job() -> None:
    found = people([1, "例小芳", FIRST, "例行检查"], [2, "王例", SECOND, "体例编辑"])
    assert found.findings == []


def test_the_people_of_our_sample_are_not_insured_beside_others() -> None:
    sample = [(n, *in_order(each)) for n, each in enumerate(examples.people(), start=1)]
    report = judged(*sample, [0, *LI[1:]])
    assert [each.row for each in report.people] == [len(sample) + 2]
    assert {each.code for each in report.errors} == {"roster.example_person"}
    left = judged(*sample, [0, *LI[1:]], exclude=range(2, len(sample) + 2))
    assert (left.errors, len(left.people)) == ((), 1)


def test_our_sample_alone_is_there_to_try_the_page_with() -> None:
    report = judged(*((n, *in_order(each)) for n, each in enumerate(examples.people(), start=1)))
    assert (report.errors, len(report.people)) == ((), len(examples.people()))
    assert {each.code for each in report.warnings} == {"roster.only_examples"}


def test_invented_people_are_never_those_of_our_sample() -> None:
    """Of this seed and day one would have 傅梅丽's number, by chance."""
    invented = {each.id_number for each in samples.people(10, seed=40310, today=date(2026, 3, 1))}
    assert len(invented) == 10
    assert invented.isdisjoint(each.id_number for each in examples.people())


@pytest.mark.parametrize("title", ["花名册", "单位：示例公司 女职工花名册"])
def test_a_title_that_each_page_repeats_is_nobody(title: str) -> None:
    rows = [[title], HEADER, WANG, [None, title], HEADER, LI]
    found = read(Listing.of(Sheet(None, [list(row) for row in rows])))
    assert [entry.row for entry in found.entries] == [3, 6]
    assert [row.row for row in found.left_out] == [4, 5]
    assert [(each.code, each.row) for each in found.findings] == [("roster.row_left_out", 4)]
