"""Workdays (工作日): weekdays, but for public holidays and with make-up workdays (放假和调休).

What the State Council announced for a year stands in a file of its own in `calendars/`, or else in
the kept library. A year that neither has is reckoned with weekends and the statutory holidays of
`calendars/statutory.yaml`, and is provisional.
"""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, Self

import chinese_calendar
from pydantic import ConfigDict, model_validator

from shared_rules import days, yaml_file
from shared_rules.records import Record

FOLDER: Final = Path(__file__).parent / "calendars"

_SATURDAY: Final = 5
_ONE_DAY: Final = timedelta(days=1)
_NEW_YEAR_DAYS: Final = 4  # 除夕, 正月初一 to 初三


class Kind(NamedTuple):
    """Whether a day is a workday, and whether that was announced."""

    is_workday: bool
    is_announced: bool


class AnnouncedYear(Record):
    """A year as the State Council arranged it: the days that are not what their weekday says.

    Raises:
        ValueError: such a day is none, or days are of different years.
    """

    model_config = ConfigDict(extra="forbid")

    source: str
    announced: date
    rest: frozenset[date]
    work: frozenset[date]

    @model_validator(mode="after")
    def _days_are_unusual(self) -> Self:
        if len({day.year for day in self.rest | self.work}) > 1:
            raise ValueError("days of more than one year")
        if any(is_weekend(day) for day in self.rest) or not all(map(is_weekend, self.work)):
            raise ValueError("a day that is what its weekday says")
        return self


class _Statutory(Record):
    """Holidays as MM-DD: those that do not move, and those that do, by year."""

    source: str
    fixed: str
    moving: dict[int, str]


def on(day: date) -> Kind:
    """What a day is."""
    if year := _announced(day.year):
        is_workday = day in year.work if is_weekend(day) else day not in year.rest
        return Kind(is_workday, is_announced=True)
    try:
        return Kind(chinese_calendar.is_workday(day), is_announced=True)
    except NotImplementedError:
        is_workday = not is_weekend(day) and day not in statutory(day.year)
        return Kind(is_workday, is_announced=False)


def on_or_after(day: date) -> date:
    """The first workday from a day on: 民法典 第二百零三条 moves a last day to it.

    Raises:
        RuleError: `date.out_of_range`.
    """
    while not on(days.check(day)).is_workday:
        day += _ONE_DAY
    return day


def is_weekend(day: date) -> bool:
    """Whether a day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


@cache
def statutory(year: int) -> frozenset[date]:
    """The holidays that 全国年节及纪念日放假办法 fixes; from 2041 on without those that move."""
    known = _statutory()
    eves, others = [], []
    if year in known.moving:
        eve, *others = _dates(year, known.moving[year])
        eves = [eve + count * _ONE_DAY for count in range(_NEW_YEAR_DAYS)]
    return frozenset((*_dates(year, known.fixed), *eves, *others))


def _dates(year: int, written: str) -> list[date]:
    return [date.fromisoformat(f"{year}-{each}") for each in written.split()]


@cache
def _statutory() -> _Statutory:
    return _Statutory.model_validate(yaml_file.read(FOLDER / "statutory.yaml"))


@cache
def _announced(year: int) -> AnnouncedYear | None:
    file = FOLDER / f"{year}.yaml"
    return AnnouncedYear.model_validate(yaml_file.read(file)) if file.exists() else None
