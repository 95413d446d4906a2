"""A list as it was submitted, as a workbook in which its unit goes on mending it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from functions.platform.downloads import Download
from functions.records.access import authorised
from functions.records.rosters import roster_course, store
from functions.records.rosters.roster_events import Reason
from functions.rosters import seen_by_unit, workbooks
from shared_rules.roster.form import HEADERS
from shared_rules.roster.form.rows import Insured, in_order

_NAME: Final = "参保名单"
_WHY_BACK: Final = "退回的原因"


def file(receipt: str, access_code: str, now: datetime) -> Download:
    """The people of a list as it stands, in the columns of 附件2 (第十一条).

    Where the desk has sent it back because of some of them, that stands beside them. That it was
    taken along is logged.

    Raises:
        Problem: as `service.status`.
    """
    found = authorised("AK", receipt, access_code, now, store.find)
    roster = found.roster
    reasons = roster_course.reasons(roster.state, found.events)
    seen_by_unit.note(roster, "unit_exported_list", now)
    table = _table(store.people(roster), reasons)
    name = f"{roster.receipt}-{_NAME}-第{roster.version}版.xlsx"
    return workbooks.offer(_NAME, table, name, now)


def _table(people: Sequence[Insured], reasons: Sequence[Reason]) -> list[tuple[str, ...]]:
    said = {each.row: "；".join(_about(each.row, reasons)) for each in people}
    lines = [
        (str(number), *in_order(each), said[each.row])
        for number, each in enumerate(people, start=1)
    ]
    table = [(*HEADERS.values(), _WHY_BACK), *lines]
    return table if any(said.values()) else [line[:-1] for line in table]


def _about(row: int, reasons: Sequence[Reason]) -> list[str]:
    """What is said of this row; what is said of the whole list stands on the page."""
    return [each.text for each in reasons if row in each.rows]
