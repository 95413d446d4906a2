"""Each row of a list is judged, and every problem of every row is reported at its cell."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.local import samples
from shared_rules import days, plans
from shared_rules.findings import Finding, RuleError
from shared_rules.roster import entries, judging
from shared_rules.roster.columns import RecognisedColumn
from shared_rules.roster.entries import Entries, Entry
from shared_rules.roster.judging import Report
from shared_rules.roster.reading import Cell

COVER_FROM = date(2026, 3, 3)
PLAN = plans.in_force(COVER_FROM)
COLUMNS = tuple(
    RecognisedColumn.model_validate(
        {"field": field, "header": field, "column": column, "letters": letters}
    )
    for field, column, letters in (("name", 2, "B"), ("id_number", 3, "C"), ("occupation", 4, "D"))
)
GOOD = samples.id_number(date(1985, 5, 6), 22)
OTHER = samples.id_number(date(1986, 5, 6), 22)


def years_before(years: int, extra_days: int = 0) -> date:
    return days.years_before(COVER_FROM, years) + timedelta(days=extra_days)


def judge(*people: tuple[Cell, Cell, Cell], exclude: tuple[int, ...] = ()) -> Report:
    listed = tuple(Entry(row, *person) for row, person in enumerate(people, start=3))
    return judging.judge(
        Entries(listed, COLUMNS, "名单"), plan=PLAN, cover_from=COVER_FROM, exclude_rows=exclude
    )


@pytest.mark.parametrize(
    ("person", "found"),
    [
        (("王芳", GOOD, "教师"), []),
        ((" 王芳 ", GOOD, "教师"), []),
        ((" 王 芳 ", GOOD, "教师"), [("name.normalised", "B3")]),
        (("阿依古丽 买买提", GOOD, "教师"), [("name.space_inside", "B3")]),
        (("古丽·阿依", GOOD, "教师"), []),
        (("", GOOD, "教师"), [("name.missing", "B3")]),
        (("王", GOOD, "教师"), [("name.length", "B3")]),
        (("王芳1", GOOD, "教师"), [("name.characters", "B3")]),
        (("王芳", None, "教师"), [("id_number.missing", "C3")]),
        (("王芳", GOOD[:17], "教师"), [("id_number.length", "C3")]),
        (("王芳", "6", "教师"), [("id_number.one_digit", "C3")]),
        (("王芳", 6.0, "教师"), [("id_number.one_digit", "C3")]),
        (("王芳", "64", "教师"), [("id_number.length", "C3")]),
        (("王芳", 681.0, "教师"), [("id_number.part", "C3")]),
        (("王芳", "19900307002X", "教师"), [("id_number.part", "C3")]),
        (("王芳", GOOD[4:], "教师"), [("id_number.part", "C3")]),
        (("王芳", GOOD[2:], "教师"), [("id_number.length", "C3")]),
        (("王芳", GOOD[:6] + " " + GOOD[6:], "教师"), [("id_number.normalised", "C3")]),
        (("王芳", "'" + GOOD, "教师"), [("id_number.normalised", "C3")]),
        (("王芳", 6.49901198505060e17, "教师"), [("id_number.lost_digits", "C3")]),
        (("王芳", "6.49901E+17", "教师"), [("id_number.lost_digits", "C3")]),
        (("王芳", 649901850506022.0, "教师"), [("id_number.fifteen_digits", "C3")]),
        (("王芳", 1.0e15, "教师"), [("id_number.lost_digits", "C3")]),
        (("王芳", GOOD, None), [("roster.occupation_missing", "D3")]),
        (("王芳", GOOD, "教" * 50), []),
        (("王芳", GOOD, "教" * 51), [("roster.occupation_length", "D3")]),
        (("王芳", GOOD, "同上"), [("roster.occupation_doubt", "D3")]),
        ((GOOD, "王芳", "教师"), [("name.id_number", "B3"), ("id_number.characters", "C3")]),
        (("王芳", GOOD, "更正"), [("roster.occupation_doubt", "D3")]),
        (("王芳", GOOD, "教师。"), []),
        (("王芳", GOOD, "。"), [("roster.occupation_missing", "D3")]),
        (("王芳", GOOD, "NULL"), [("roster.occupation_doubt", "D3")]),
        (("王芳", GOOD, "(空)"), [("roster.occupation_doubt", "D3")]),
        (("王芳", GOOD, "13800000000"), [("roster.occupation_doubt", "D3")]),
        (("王芳", GOOD, "无"), []),
        (("王芳", GOOD, "教师 取消"), [("roster.row_opts_out", "D3")]),
        (("Maria Garcia", GOOD, "教师"), [("name.in_letters", "B3")]),
        (("", "12", None), [
            ("name.missing", "B3"), ("id_number.length", "C3"), ("roster.occupation_missing", "D3"),
        ]),
    ],
)  # fmt: skip
def test_a_row_gets_all_its_findings_at_their_cells(
    person: tuple[Cell, Cell, Cell], found: list[tuple[str, str]]
) -> None:
    assert [(each.code, each.cell) for each in judge(person).findings] == found


def test_what_a_name_was_written_as_goes_with_it() -> None:
    report = judge(("⻢ 兰", GOOD, "教师"), ("阿依古丽 买买提", OTHER, "护士"))
    assert [(each.name, each.name_written) for each in report.people] == [
        ("马兰", "⻢ 兰"),
        ("阿依古丽 买买提", ""),
    ]
    assert report.findings[0].params == {"changed": "空格、部首写法的字（⻢→马）"}


ENDS_IN_X = samples.id_number(date(1985, 5, 6), 48)
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


@pytest.mark.parametrize(
    ("written", "changed"),
    [
        (f" {GOOD[:6]} {GOOD[6:]}", "空格"),
        (GOOD[:6] + "\u3000" + GOOD[6:], "空格"),
        ("'" + GOOD, "前后的引号"),
        (" ＇" + GOOD, "前后的引号、空格、全角字符"),
        (GOOD.translate(FULL_WIDTH), "全角字符"),
        (ENDS_IN_X.lower(), "小写字母 x"),
        (ENDS_IN_X[:-1] + "ｘ", "全角字符、小写字母 x"),
        ("\u200b" + GOOD, "看不见的字符"),
        (f"’{ENDS_IN_X.lower()}\u202c\n", "前后的引号、空格、小写字母 x、看不见的字符"),
    ],
)
def test_what_was_changed_in_the_writing_of_a_number_is_said(written: str, changed: str) -> None:
    (found,) = judge(("王芳", written, "教师")).findings
    assert (found.code, found.params) == ("id_number.normalised", {"changed": changed})
    assert changed in found.message


@given(
    noise=st.lists(st.sampled_from(" \u3000\t\u200b\ufeff\u00a0"), max_size=3),
    places=st.lists(st.integers(0, 18), min_size=3, max_size=3),
    wide=st.booleans(),
    begin=st.sampled_from(["", "'", "’", "＇"]),
)
def test_there_is_a_word_for_every_change(
    noise: list[str], places: list[int], wide: bool, begin: str
) -> None:
    written = ENDS_IN_X.translate(FULL_WIDTH) if wide else ENDS_IN_X
    for sign, place in zip(noise, places, strict=False):
        written = written[:place] + sign + written[place:]
    found = judge(("王芳", begin + written, "教师")).findings
    assert bool(found) == (begin + written != ENDS_IN_X)
    assert all(each.params["changed"] for each in found)


@pytest.mark.parametrize(
    ("born", "order", "code"),
    [
        (years_before(16), 22, None),
        (years_before(16, 1), 22, "eligibility.too_young"),
        (years_before(61, 1), 22, "eligibility.soon_too_old"),
        (years_before(61), 22, "eligibility.renewal_only"),
        (years_before(65, 32), 22, "eligibility.renewal_only"),
        (years_before(65), 22, "eligibility.too_old"),
        (years_before(40), 21, "eligibility.male"),
    ],
)
def test_who_may_join_is_decided_by_the_number(born: date, order: int, code: str | None) -> None:
    found = judge(("王芳", samples.id_number(born, order), "教师")).findings
    assert [each.code for each in found] == ([code] if code else [])
    assert all(each.cell == "C3" and each.article for each in found)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("649901****0966", "id_number.masked"),
        ("649901＊＊＊＊＊＊＊＊096X", "id_number.masked"),
        ("6499**********0966", "id_number.masked"),
        ("649901●●●●●●●●0966", "id_number.masked"),
        ("H12345678", "id_number.unknown_kind"),
        ("W123456（7）", "id_number.unknown_kind"),
        ("护照 E12345678", "id_number.unknown_kind"),
        ("台胞证12345678", "id_number.unknown_kind"),
        ("64990119820202096*", "id_number.characters"),
        ("待补", "id_number.characters"),
    ],
)
def test_what_stands_there_instead_of_a_number_is_said(written: str, code: str) -> None:
    report = judging.judge(
        entries.typed([("王芳", written, "教师")]), plan=PLAN, cover_from=COVER_FROM
    )
    assert [each.code for each in report.findings] == [code]


def test_a_duplicate_names_both_rows_and_counts_once() -> None:
    other = samples.id_number(date(1990, 1, 2), 24)
    report = judge(("王芳", GOOD, "教师"), ("李娜", other, "护士"), ("王芳芳", GOOD, "会计"))
    assert [(each.code, each.cell, each.params) for each in report.findings] == [
        ("roster.duplicate", "C5", {"first_row": 3, "row": 5})
    ]
    assert (report.counts.rows, report.counts.people, report.premium.amount) == (3, 2, 200)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        *((name, ["name.department"]) for name in ("教务处", "财务科", "后勤部", "语文组")),
        *((name, []) for name in ("李登科", "欧阳登科", "马部", "古丽")),
    ],
)
def test_a_department_where_names_stand_is_asked_about(name: str, codes: list[str]) -> None:
    assert [each.code for each in judge((name, GOOD, "教师")).findings] == codes


@pytest.mark.parametrize(
    ("hers", "others", "asked"),
    [("", "采茶", True), ("采茶", "采茶", True), ("采茶", "工人", False), ("", "", False)],
)
def test_a_name_that_is_what_another_one_does_is_asked_about(
    hers: str, others: str, asked: bool
) -> None:
    number = samples.id_number(date(1990, 1, 2), 24)
    report = judge(("王芳", GOOD, others), ("采茶", number, hers))
    codes = [(each.code, each.cell) for each in report.findings if each.field == "name"]
    assert codes == ([("name.others_occupation", "B4")] if asked else [])
    assert report.counts.people == 2


def test_excluded_rows_are_not_judged_counted_or_paid_for() -> None:
    report = judge(("王芳", GOOD, "教师"), ("", "", ""), ("李娜", GOOD, "护士"), exclude=(4, 3))
    assert [(each.code, each.severity, each.row) for each in report.findings] == [
        ("roster.row_excluded", "info", row) for row in (3, 4)
    ]
    assert [person.row for person in report.people] == [5]
    assert (report.counts.rows, report.premium.capitals) == (1, "壹佰元整")


def test_what_was_found_while_reading_an_excluded_row_is_not_asked_about() -> None:
    listed = tuple(Entry(row, "王芳", GOOD, "教师") for row in (3, 4))
    read = (
        Finding.of("file.hidden_sheet", sheet="名单"),
        *(Finding.of("roster.row_hidden").at(row=row) for row in (3, 4)),
        Finding.of("roster.row_left_out").at(row=5),
    )
    found = Entries(listed, COLUMNS, "名单", read)
    report = judging.judge(found, plan=PLAN, cover_from=COVER_FROM, exclude_rows=(4,))
    assert [(each.code, each.row) for each in report.findings] == [
        ("file.hidden_sheet", None),
        ("roster.row_hidden", 3),
        ("roster.row_left_out", 5),
        ("roster.row_excluded", 4),
    ]


@pytest.mark.parametrize(
    ("exclude", "code"), [((9,), "roster.exclude_unknown"), ((3,), "roster.all_excluded")]
)
def test_exclusions_must_be_rows_and_leave_somebody(exclude: tuple[int, ...], code: str) -> None:
    with pytest.raises(RuleError) as caught:
        judge(("王芳", GOOD, "教师"), exclude=exclude)
    assert caught.value.code == code


def test_no_finding_quotes_an_id_number_a_name_or_a_birth_date() -> None:
    bad = samples.flawed(samples.people(12, seed=3, today=COVER_FROM), today=COVER_FROM)
    rows = [(person.name, person.id_number, person.occupation) for person in bad]
    report = judging.judge(entries.typed(rows), plan=PLAN, cover_from=COVER_FROM)
    words = " ".join(finding.model_dump_json() for finding in report.findings)
    assert len(report.errors) == 6
    for person in bad:
        secrets = (person.name, person.id_number, person.id_number[6:14])
        assert not any(secret and secret in words for secret in secrets)
