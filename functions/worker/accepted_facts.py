"""What an accepted list adds to the federation's summary (第十三条)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from functions.records import summary_facts
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from functions.records.rosters.policies import PersonCover
from functions.records.summary_facts import Accepted, Leaving


class Ending(NamedTuple):
    """A list, and the last day of the cover that somebody has under it."""

    receipt: str
    last_day: date


def keep(
    version: Roster,
    accepted_on: date,
    covers: Sequence[PersonCover],
    continued: Mapping[Ending, int],
) -> None:
    """Keep who joined, who renewed, and who will have left unless she renews; may be done again.

    Args:
        version: accepted.
        accepted_on: the day on which it was.
        covers: of everybody insured.
        continued: how many people go on after the end of their cover under earlier lists.

    Raises:
        LookupError: the roster is not accepted.
    """
    accepted = version.acceptance
    if accepted is None:
        raise LookupError("not accepted")
    unit, receipt = version.unit, version.receipt
    renewed = sum(each.is_continuous for each in covers)
    joined = Accepted(
        kind=unit.kind,
        unit=unit.name,
        people=accepted.people,
        premium=accepted.premium.amount,
        first_time=len(covers) - renewed,
        renewed=renewed,
        days=(accepted_on - version.submitted_at.date()).days,
    )
    summary_facts.keep(joined, unit.county, accepted_on, receipt)
    for day, people in Counter(each.last_day for each in covers if each.last_day).items():
        ending = Leaving(kind=unit.kind, people=people)
        summary_facts.keep(ending, unit.county, day, receipt)
    for (earlier, last_day), people in continued.items():
        before = store.current(earlier).unit
        staying = Leaving(kind=before.kind, people=-people)
        summary_facts.keep(staying, before.county, last_day, f"{earlier}#{receipt}")
