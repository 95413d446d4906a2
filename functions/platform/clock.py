"""The one place that reads the clock. A day is a day in Asia/Shanghai."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

SHANGHAI: Final = timezone(timedelta(hours=8), "Asia/Shanghai")  # no daylight saving since 1991


@dataclass
class _Ahead:
    days: timedelta = timedelta(0)


_ahead: Final = _Ahead()


def now() -> datetime:
    """This moment in Asia/Shanghai, to the second."""
    return real() + _ahead.days


def real() -> datetime:
    """The same by the machine's clock, which others' signatures and tokens go by."""
    return datetime.now(UTC).astimezone(SHANGHAI).replace(microsecond=0)


def ahead() -> timedelta:
    """By how many days the clock was put forward; none, but for trying on one's own machine."""
    return _ahead.days


def go_on(to: date) -> None:
    """It is another day from now on, which goes on from the same time of day.

    Raises:
        ValueError: the day has passed.
    """
    days = to - real().date()
    if days < timedelta(0):
        raise ValueError("the clock is put forward only")
    _ahead.days = days


@contextmanager
def put_forward(to: date) -> Iterator[None]:
    """Until the block ends it is another day, or a later one that was gone on to in it.

    Raises:
        ValueError: the day has passed.
    """
    go_on(to)
    try:
        yield
    finally:
        _ahead.days = timedelta(0)
