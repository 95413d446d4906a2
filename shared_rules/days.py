"""Arithmetic on calendar days (Asia/Shanghai): anniversaries and completed years."""

from datetime import date
from typing import Final, TypeGuard

from shared_rules.findings import RuleError

EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2199, 12, 31)


def check(day: date) -> date:
    """The day, where the rules can reckon with it.

    Raises:
        RuleError: `date.out_of_range`, it is no day, or before 1900 or after 2199: surely a typing
            error.
    """
    if is_known(day):
        return day
    raise _out_of_range()


def real(day: date) -> date:
    """The day, however far away.

    Raises:
        RuleError: `date.out_of_range`, it is no day.
    """
    if _is_day(day):
        return day
    raise _out_of_range()


def is_known(value: object) -> TypeGuard[date]:
    """Whether it is a day that the rules can reckon with."""
    return _is_day(value) and EARLIEST <= value <= LATEST


def _is_day(value: object) -> TypeGuard[date]:
    # A moment is no day, although `datetime` is a kind of `date`.
    return type(value) is date


def anniversary(day: date, years: int) -> date:
    """The same day `years` later; for 29 February, 1 March in a common year.

    >>> anniversary(date(2024, 2, 29), 1)
    datetime.date(2025, 3, 1)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def years_before(day: date, years: int) -> date:
    """The last day since which so many years are completed; for 29 February, the 28th if need be.

    >>> years_before(date(2028, 2, 29), 1), years_before(date(2027, 2, 28), 15)
    (datetime.date(2027, 2, 28), datetime.date(2012, 2, 28))
    """
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


def completed_years(since: date, on: date) -> int:
    """How many anniversaries have been reached on a day (周岁); negative before the first day.

    Raises:
        RuleError: `date.out_of_range`, one of them is no day.
    """
    # Asked of every row of a list, so without a call for each of the two.
    if type(since) is not date or type(on) is not date:
        raise _out_of_range()
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def _out_of_range() -> RuleError:
    return RuleError("date.out_of_range", earliest=EARLIEST.isoformat(), latest=LATEST.isoformat())
