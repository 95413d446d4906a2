"""Arithmetic on calendar days (Asia/Shanghai): anniversaries and completed years."""

from datetime import date
from typing import Final

from shared_rules.findings import RuleError

EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2199, 12, 31)


def check(day: date) -> date:
    """The day, where the rules can reckon with it.

    Raises:
        RuleError: `date.out_of_range`, before 1900 or after 2199: surely a typing error.
    """
    if not EARLIEST <= day <= LATEST:
        raise RuleError(
            "date.out_of_range", earliest=EARLIEST.isoformat(), latest=LATEST.isoformat()
        )
    return day


def anniversary(day: date, years: int) -> date:
    """The same day `years` later; for 29 February, 1 March in a common year.

    >>> anniversary(date(2024, 2, 29), 1)
    datetime.date(2025, 3, 1)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def completed_years(since: date, on: date) -> int:
    """How many anniversaries have been reached on a day (周岁); negative before the first day."""
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))
