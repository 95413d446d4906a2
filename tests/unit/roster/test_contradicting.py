"""What another column of her row says otherwise than her ID number is asked about."""

from datetime import date

import pytest

from functions.local import samples
from shared_rules.roster import contradicting, entries, mends
from shared_rules.roster.listing import Listing
from shared_rules.roster.mends import Mend
from shared_rules.roster.sheets import Cell, Row, Sheet
from tests.unit.roster.list_files import PEOPLE, xlsx_of

HERS = samples.id_number(date(1990, 3, 7), 2)
SEX = "roster.sex_differs"
BIRTH = "roster.birth_date_differs"


def told(header: str, said: Cell, number: str = HERS) -> list[tuple[str, str | None]]:
    found = entries.read(xlsx_of(["姓名", header, "身份证号"], ["王芳", said, number]))
    return [(each.code, each.cell) for each in found.findings]


@pytest.mark.parametrize("said", ["女", " 女性", "", "未知", "1", None])
def test_a_sex_that_fits_or_says_nothing_is_not_asked_about(said: Cell) -> None:
    assert told("性别", said) == []


@pytest.mark.parametrize("header", ["性别", "*性别", "性 别（必填）"])
@pytest.mark.parametrize("said", ["男", "男性 ", "男 性"])
def test_another_sex_is_asked_about_at_her_number(header: str, said: str) -> None:
    assert told(header, said) == [(SEX, "C2")]


@pytest.mark.parametrize(
    "said",
    [
        *("1990-03-07", "1990.3.7", "1990/3/7", "1990年3月7日", "1990 年 3 月 7 日", "19900307"),
        *(19900307, date(1990, 3, 7), "1990年3月", "1990.03", "199003"),
        *("", "不详", "三月初七", "90.3.7", "1990"),
    ],
)
def test_a_birth_date_that_fits_or_cannot_be_read_is_not_asked_about(said: Cell) -> None:
    assert told("出生日期", said) == []


@pytest.mark.parametrize(
    ("month", "said", "asked"),
    [
        *((10, said, False) for said in (1990.10, "1990.1", "1990.10")),
        *((1, said, False) for said in (1990.1, "1990.01")),
        *((10, said, True) for said in ("1990年1月", "1990-1", "1990.01")),
        *((month, 1990.1, True) for month in (9, 11)),
    ],
)
def test_a_year_and_october_that_became_a_number_have_lost_their_last_digit(
    month: int, said: Cell, asked: bool
) -> None:
    number = samples.id_number(date(1990, month, 7), 2)
    assert told("出生年月", said, number) == ([(BIRTH, "C2")] if asked else [])


@pytest.mark.parametrize("header", ["出生日期", "出生年月", "生日", "出生年月（阳历）"])
@pytest.mark.parametrize(
    "said", ["1990-03-08", "1991.3.7", "1990 年 4 月 7 日", "19900407", date(1990, 7, 3), "1990.04"]
)
def test_another_birth_date_is_asked_about_at_her_number(header: str, said: Cell) -> None:
    assert told(header, said) == [(BIRTH, "C2")]


@pytest.mark.parametrize(
    "header", ["出生日期（农历）", "子女出生日期", "配偶性别", "参加工作时间", "出生地", "性别要求"]
)
def test_columns_of_something_else_are_not_compared(header: str) -> None:
    assert told(header, "男" if "性" in header else "1991-01-01") == []


def test_a_question_names_the_sheet_and_the_header_below_a_title_beside_columns_of_others() -> None:
    header: Row = ["性 别", "农历生日", "姓名", "身份证号", "出生日期"]
    rows: list[Row] = [["参保名单"], header, ["男", "初七", "王芳", HERS, "1990-03-08"]]
    listing = Listing.of(Sheet("名单", rows))
    found = list(contradicting.asked(listing))
    assert [each.code for each in found] == [SEX, BIRTH]
    assert [each.params["header"] for each in found] == ["性 别", "出生日期"]
    assert [(each.sheet, each.row, each.cell) for each in found] == [("名单", 3, "D3")] * 2


@pytest.mark.parametrize("number", [HERS[:17] + "0", HERS[:17], HERS[:10], ""])
def test_a_number_that_is_wrong_by_itself_is_not_compared(number: str) -> None:
    assert told("出生日期", "1991-01-01", number) == []
    assert told("性别", "男", number) == []


def test_a_number_that_is_no_text_is_not_compared() -> None:
    rows: list[Row] = [["姓名", "身份证号", "性别", "出生日期"], ["王芳", 6.4e17, "男", 1990.0]]
    assert list(contradicting.asked(Listing.of(Sheet(None, rows)))) == []


def test_who_mends_the_number_has_answered() -> None:
    found = entries.read(xlsx_of(["姓名", "性别", "身份证号"], ["王芳", "男", HERS]))
    mended = mends.apply(found, [Mend(row=2, field="id_number", value=PEOPLE[0].id_number)])
    assert [each.code for each in mended.findings] == ["roster.mended"]


def test_a_column_that_was_sorted_alone_is_asked_about_row_by_row() -> None:
    born = [each.id_number[6:14] for each in PEOPLE]
    numbers = sorted(each.id_number for each in PEOPLE)
    rows = zip((each.name for each in PEOPLE), born, numbers, strict=True)
    found = entries.read(xlsx_of(["姓名", "出生年月日", "身份证号"], *rows))
    days = zip(born, (number[6:14] for number in numbers), strict=True)
    moved = [row for row, (said, day) in enumerate(days, start=2) if said != day]
    assert [each.row for each in found.findings] == moved
    assert len(moved) > len(PEOPLE) / 2


@pytest.mark.parametrize("header", ["年龄", "周岁", "年龄（周岁）"])
@pytest.mark.parametrize(
    ("born", "said", "asked"),
    [
        ((1990, 1985, 2000), (36, 41, 26), []),
        ((1990, 1985, 2000), (36, "40岁", 27.0), []),
        ((1990, 1985, 2000), (36, 41, 23), []),
        ((1990, 1985, 2000), (36, 41, 22), ["C4"]),
        ((1990, 1985, 2000), (31, 36, 21), []),
        ((1990, 1985, 2000), (26, 36, 41), ["C2", "C4"]),
        ((1990, 1985, 2000), (36, None, "不详"), []),
        ((1990, 1985, 2000), ("不详", None, ""), []),
    ],
)
def test_an_age_that_fits_in_no_year_in_which_others_fit_is_asked_about(
    header: str, born: tuple[int, ...], said: tuple[Cell, ...], asked: list[str]
) -> None:
    rows = [
        ("王芳", age, samples.id_number(date(year, 3, 7), 2))
        for year, age in zip(born, said, strict=True)
    ]
    found = entries.read(xlsx_of(["姓名", header, "身份证号"], *rows))
    told = [f for f in found.findings if f.code == "roster.age_differs"]
    assert [f.cell for f in told] == asked
    assert {(f.field, f.params["header"]) for f in told} == {("id_number", header) for _ in asked}
    assert {f.sheet for f in told} == {"Sheet1" for _ in asked}
