"""Birth dates at the boundaries of an age (周岁), 29 February among them: 第三条."""

from datetime import date, timedelta

import pytest

from shared_rules import days, eligibility, plans

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("on", "years", "born"),
    [
        (date(2026, 12, 1), 16, date(2010, 12, 1)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
        (date(2028, 2, 29), 16, date(2012, 2, 29)),
        # In a common year, whoever was born on 29 February turns on 1 March.
        (date(2027, 2, 28), 15, date(2012, 2, 28)),
        (date(2027, 3, 1), 15, date(2012, 3, 1)),
        (date(2028, 2, 29), 62, date(1966, 2, 28)),
        (date(2028, 3, 1), 62, date(1966, 3, 1)),
    ],
)
def test_the_last_birth_date_of_an_age(on: date, years: int, born: date) -> None:
    assert days.years_before(on, years) == born
    ages = [days.completed_years(born + n * DAY, on) for n in (-1, 0, 1)]
    assert ages == [years, years, years - 1]


@pytest.mark.parametrize(
    ("cover_from", "first", "last"),
    [
        (date(2027, 3, 1), date(1967, 3, 2), date(2011, 3, 1)),
        (date(2028, 2, 28), date(1968, 2, 29), date(2012, 2, 28)),
        (date(2028, 2, 29), date(1968, 3, 1), date(2012, 2, 29)),
        (date(2028, 3, 1), date(1968, 3, 2), date(2012, 3, 1)),
    ],
)
def test_of_whom_nothing_is_said_for_her_age(cover_from: date, first: date, last: date) -> None:
    """The plan of 2019 takes who is 16 to 60; in her last year something may be said."""
    plan = plans.of_policy(date(2019, 1, 3))
    assert eligibility.plain_births(cover_from, plan) == (first, last)
    edges = (first - DAY, first, last, last + DAY)
    assert [days.completed_years(born, cover_from) for born in edges] == [60, 59, 16, 15]
    for renewal in (None, False, True):
        said = [eligibility.judge_age(b, cover_from, plan, renewal=renewal) for b in edges]
        assert said[1:3] == [(), ()]
        assert [each.code for each in said[3]] == ["eligibility.too_young"]
