"""The summary of each month (第十三条): made by a schedule, kept as it was made, and announced.

It is the federation's: of all counties, without small groups. The message says of people only how
many there were of all of them.
"""

from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, Final

from functions.platform import contacts_topic, downloads, objects, table
from functions.platform.downloads import Download
from functions.platform.problems import Problem
from functions.records.areas import contact_ids
from functions.staff.summary import summary, summary_file
from functions.staff.summary.models import MonthlySummaries, MonthlySummary, Period, Summary
from functions.staff.summary.summary import Viewer
from shared_rules.findings import Finding

SUBSCRIBERS: Final = "federation"
"""By what the federation's people filter the topic of the contacts."""

FOLDER: Final = "summaries/"
_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARTITION: Final = "SUMMARIES"
_LAST: Final = "9999-99"


def make(now: datetime) -> bool:
    """Make and announce the summary of last month; whether there was still need of it."""
    last_day = now.date().replace(day=1) - timedelta(days=1)
    month = f"{last_day:%Y-%m}"
    if table.get(_key(month)):
        return False
    period = Period.model_validate({"from": f"{month}-01", "until": last_day.isoformat()})
    everywhere = Viewer(tuple(contact_ids()), sees_people=False, sees_claims=False)
    made = summary.of_period(everywhere, period, now)
    kept = objects.put(f"{FOLDER}{month}", summary_file.written(made), _MEDIA_TYPE)
    contacts_topic.tell(SUBSCRIBERS, f"Ankangbao {month}", _words(made))
    # After that: twice is better than not at all.
    about = MonthlySummary(month=month, made_at=now).model_dump(mode="json")
    table.put({**_key(month), **about, "file": kept})
    return True


def every() -> MonthlySummaries:
    """What was made, the latest month first."""
    items = table.between(_key(""), _LAST)
    return MonthlySummaries(months=[MonthlySummary.model_validate(each) for each in items[::-1]])


def file(month: str, now: datetime) -> Download:
    """The workbook of a month, as it was made.

    Raises:
        Problem: 404: none was made.
    """
    kept: dict[str, Any] | None = table.get(_key(month))
    if kept is None:
        raise Problem(HTTPStatus.NOT_FOUND, "staff.not_found")
    data = objects.get(kept["file"])
    return downloads.offer(data, "desk", f"安康保汇总-{month}.xlsx", now)


def _words(made: Summary) -> Finding:
    total = made.total
    return Finding.of(
        "announcement.summary",
        first=made.first_day.isoformat(),
        last=made.last_day.isoformat(),
        lists=total.lists,
        units=total.units,
        people=_number(total.people),
        premium=_number(total.premium),
    )


def _number(value: int | None) -> str:
    return summary_file.NOT_SHOWN if value is None else f"{value:,}"


def _key(month: str) -> dict[str, str]:
    return {"pk": _PARTITION, "sk": month or "0"}
