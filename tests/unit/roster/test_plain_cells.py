"""What a column calls plain is its own value, and judging says nothing of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.local import samples
from shared_rules import days, plans
from shared_rules.roster.form import BY_FIELD, OWN_COLUMNS, Column, Terms
from shared_rules.roster.sheets import Cell

COVER_FROM = date(2026, 3, 3)
LEAP_DAY = date(2028, 2, 29)
PLAN = plans.in_force(COVER_FROM)
YOUNGEST, OLDEST = PLAN.minimum_age.value, PLAN.maximum_age.value
GOOD = samples.id_number(date(1985, 5, 6), 22)


def is_plain(column: Column, cell: Cell, cover_from: date = COVER_FROM) -> bool:
    terms = Terms(PLAN, cover_from)
    is_plain_ = column.plain(terms)(cell)
    if is_plain_:
        found: list[object] = []
        assert column.judge(cell, terms, found) == cell  # type: ignore[arg-type]
        assert found == []
    return is_plain_


@pytest.mark.parametrize("cover_from", [COVER_FROM, LEAP_DAY, date(2027, 3, 1)])
@given(later=st.integers(-3, 3), order=st.integers(0, 999), county=st.sampled_from(["640104", "8"]))
def test_a_number_is_plain_where_age_and_sex_say_nothing(
    cover_from: date, later: int, order: int, county: str
) -> None:
    for years in (YOUNGEST, OLDEST):
        born = date(cover_from.year - years, cover_from.month, 1) + timedelta(days=later)
        number = samples.id_number(born, order, county.ljust(6, "1"))
        age = days.completed_years(born, cover_from)
        # Of the last year something may be said, so it is judged.
        says_nothing = YOUNGEST <= age < OLDEST and order % 2 == 0
        assert is_plain(BY_FIELD["id_number"], number, cover_from) == says_nothing


@given(st.text("王芳小新退鐜嬪·X1０ 640104198505060022x") | st.text())
def test_any_text_that_is_plain_is_judged_as_it_stands(text: str) -> None:
    for column in OWN_COLUMNS:
        is_plain(column, text)


@pytest.mark.parametrize(
    ("field", "cell", "plain"),
    [
        ("id_number", GOOD, True),
        ("id_number", GOOD[:-1] + "0123456789X"[(int(GOOD[-1], 11) + 1) % 11], False),
        ("id_number", f" {GOOD}", False),
        ("id_number", float(GOOD[:15]), False),
        ("name", "王芳", True),
        ("name", "新王芳", False),
        ("name", None, False),
        ("occupation", "教师", True),
        ("occupation", " 教师", False),
        ("occupation", "", False),
        ("number", "1", False),
    ],
)
def test_what_is_plain(field: str, cell: Cell, plain: bool) -> None:
    assert is_plain(BY_FIELD[field], cell) == plain  # type: ignore[index]
