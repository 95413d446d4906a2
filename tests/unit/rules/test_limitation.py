"""Until when a benefit may be sued for: from the diagnosis on, which is the earliest reckoning."""

from datetime import date

import pytest

from shared_rules import limitation


@pytest.mark.parametrize(
    ("diagnosed", "until"),
    [
        (date(2026, 11, 25), "2028-11-25"),
        (date(2026, 2, 28), "2028-02-28"),
        (date(2028, 2, 29), "2030-02-28"),
    ],
)
def test_the_day_is_the_same_two_years_later_or_the_month_s_last(
    diagnosed: date, until: str
) -> None:
    found = limitation.told(diagnosed)
    assert found.params["until"] == until
    assert "《保险法》第二十六条" in found.message
    assert found.article == "reading-article-15-objection"
