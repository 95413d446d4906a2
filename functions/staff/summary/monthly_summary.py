"""The summary of each month (第十三条): made by a schedule, kept as it was made, and announced.

It is the federation's: of all counties, as it sees them. The message says of people only how many
there were of all of them.
"""

from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import Final

from functions.platform import contacts_topic, downloads
from functions.platform.downloads import Download
from functions.platform.problems import Problem
from functions.records import monthly_summaries, summary_facts
from functions.records.areas import contact_ids
from functions.records.monthly_summaries import KeptSummary
from functions.staff.summary import summary, summary_file
from functions.staff.summary.models import MonthlySummaries, MonthlySummary, Period, Summary
from functions.staff.summary.summary import Viewer
from shared_rules.findings import Finding

SUBSCRIBERS: Final = "federation"
"""By what the federation's people filter the topic of the contacts."""

_LOOKED_BACK: Final = timedelta(days=365)


def make_missing(now: datetime) -> list[str]:
    """Make and announce the summary of each month that is over and has none; of which they are.

    What could not be made on its day is made later, the earliest month first.
    """
    missing = _missing(_last_day_before(now.date()))
    for last_day in missing:
        _make(last_day, now)
    return [_month(last_day) for last_day in missing]


def _missing(last_day: date) -> list[date]:
    """The last days of the months without a summary, the earliest first, until this one."""
    readable, unreadable = monthly_summaries.every()
    made = {*(each.month for each in readable), *unreadable}
    days = [last_day]
    while days[-1] > last_day - _LOOKED_BACK:
        days.append(_last_day_before(days[-1]))
    days.reverse()
    begun = min(made) if made else next(map(_month, filter(_has_facts, days)), _month(last_day))
    return [day for day in days if _month(day) >= begun and _month(day) not in made]


def _last_day_before(day: date) -> date:
    """The last day of the month before a day's."""
    return day.replace(day=1) - timedelta(days=1)


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _has_facts(last_day: date) -> bool:
    facts = summary_facts.read(contact_ids(), last_day.replace(day=1), last_day)
    return next(facts, None) is not None


def _make(last_day: date, now: datetime) -> None:
    month = _month(last_day)
    period = Period.model_validate({"from": f"{month}-01", "until": last_day.isoformat()})
    everywhere = Viewer(tuple(contact_ids()), opens_claims=True, sees_whose=False)
    made = summary.of_period(everywhere, period, now)
    kept = monthly_summaries.put_file(month, summary_file.written(made))
    contacts_topic.tell(SUBSCRIBERS, f"Ankangbao {month}", _words(made))
    # After that: twice is better than not at all.
    monthly_summaries.put(KeptSummary(month=month, made_at=now, file_object=kept))


def every() -> MonthlySummaries:
    """What was made, the latest month first."""
    made, unreadable = monthly_summaries.every()
    months = [MonthlySummary(month=each.month, made_at=each.made_at) for each in made]
    return MonthlySummaries(months=months, unreadable=unreadable)


def file(month: str, now: datetime) -> Download:
    """The workbook of a month, as it was made.

    Raises:
        Problem: 404: none was made.
    """
    kept = monthly_summaries.find(month)
    if kept is None:
        raise Problem(HTTPStatus.NOT_FOUND, "staff.not_found")
    data = monthly_summaries.file(kept)
    return downloads.offer(data, "desk", f"安康保汇总-{month}.xlsx", now)


def _words(made: Summary) -> Finding:
    total = made.total
    return Finding.of(
        "announcement.summary",
        first=made.first_day.isoformat(),
        last=made.last_day.isoformat(),
        lists=total.lists,
        units=total.units,
        people=f"{total.people:,}",
        premium=f"{total.premium:,}",
    )
