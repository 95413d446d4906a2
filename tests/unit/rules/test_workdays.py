"""Workdays: what was announced, in the library or a file of ours, and what else stands for it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest
from pydantic import ValidationError

from shared_rules import deadlines, workdays
from shared_rules.plans import in_force

PLAN = in_force(date(2026, 1, 1))
NOT_YET = range(2031, 2041)
FILE = """
source: 国务院办公厅关于2031年部分节假日安排的通知
announced: "2030-11-05"
rest: ["2031-01-01", "2031-01-02", "2031-01-03"]
work: ["2031-01-05"]
"""


@pytest.fixture
def calendars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of calendars in which a year can be announced."""
    statutory = workdays.FOLDER / "statutory.yaml"
    (tmp_path / statutory.name).write_bytes(statutory.read_bytes())
    with monkeypatch.context() as patch:
        patch.setattr(workdays, "FOLDER", tmp_path)
        _forget()
        yield tmp_path
    _forget()


def _forget() -> None:
    for cached in (workdays._announced, workdays._statutory, workdays.statutory):
        cached.cache_clear()


@pytest.mark.parametrize("year", [2025, 2026])
def test_statutory_holidays_were_holidays_in_the_years_that_were_announced(year: int) -> None:
    found = workdays.statutory(year)
    assert len(found) == 13
    assert all(chinese_calendar.get_holiday_detail(day)[0] for day in found)


def test_years_to_come_have_as_many_holidays_in_order() -> None:
    for year in NOT_YET:
        found = sorted(workdays.statutory(year))
        # Mid-Autumn may be one of the days of the National Day.
        assert len(found) in (12, 13)
        assert all(day.year == year for day in found)


@pytest.mark.parametrize("year", [2005, 2026, 2031, 2045, 2100, 2198])
def test_nobody_must_be_paid_or_report_on_new_year_s_day(year: int) -> None:
    december = [date(year, 12, 1) + timedelta(days=count) for count in range(31)]
    last_days = [deadlines.pay_by(day, PLAN).day for day in december]
    last_days += [deadlines.report_by(day, PLAN) for day in december]
    assert date(year + 1, 1, 1) not in last_days


def test_a_year_that_was_announced_needs_a_file_and_no_code(calendars: Path) -> None:
    before = [workdays.on(date(2031, 1, day)) for day in range(1, 7)]
    assert [kind.is_workday for kind in before] == [False, True, True, False, False, True]
    assert [kind.is_announced for kind in before] == [False] * 6
    (calendars / "2031.yaml").write_text(FILE, encoding="utf-8")
    _forget()
    after = [workdays.on(date(2031, 1, day)) for day in range(1, 7)]
    assert [kind.is_workday for kind in after] == [False, False, False, False, True, True]
    assert [kind.is_announced for kind in after] == [True] * 6


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"2031-01-03"]', '"2031-01-04"]'),
        ('"2031-01-05"', '"2031-01-06"'),
        ('"2031-01-05"', '"2032-01-04"'),
    ],
    ids=["rest on a Saturday", "work on a Monday", "another year"],
)
def test_a_file_that_cannot_be_right_is_refused(calendars: Path, right: str, wrong: str) -> None:
    (calendars / "2031.yaml").write_text(FILE.replace(right, wrong), encoding="utf-8")
    _forget()
    with pytest.raises(ValidationError):
        workdays.on(date(2031, 1, 1))
