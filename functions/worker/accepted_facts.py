"""What an accepted list adds to the federation's summary (第十三条)."""

from collections import Counter
from datetime import date

from functions.records import summary_facts
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from functions.records.rosters.policies import PeopleCover
from functions.records.summary_facts import Accepted, Leaving


def keep(
    version: Roster, accepted_on: date, given: PeopleCover, before: PeopleCover | None
) -> None:
    """Keep who joined, who renewed, and who will have left unless she renews; may be done again.

    Args:
        version: accepted.
        accepted_on: the day on which it was.
        given: the cover of everybody insured.
        before: that of before an endorsement (批改), of which nothing stays that no longer holds.

    Raises:
        LookupError: the roster is not accepted.
    """
    accepted = version.acceptance
    if accepted is None:
        raise LookupError("not accepted")
    unit, receipt, covers = version.unit, version.receipt, given.people
    renewed = sum(each.is_continuous for each in covers)
    joined = Accepted(
        kind=unit.kind,
        unit=unit.name,
        people=accepted.people,
        premium=accepted.premium.amount,
        first_time=len(covers) - renewed,
        renewed=renewed,
        premium_holds=accepted.two_sums.holds if accepted.two_sums else None,
        days=(accepted_on - version.submitted_at.date()).days,
    )
    summary_facts.keep(joined, unit.county, accepted_on, receipt)
    _keep_endings(version, given, before)


def take_back(version: Roster, accepted_on: date, before: PeopleCover) -> None:
    """Count nothing of a list whose acceptance was withdrawn; may be done again."""
    nothing = Accepted(
        kind=version.unit.kind,
        unit=version.unit.name,
        **dict.fromkeys(("lists", "people", "premium", "first_time", "renewed", "days"), 0),
    )
    summary_facts.keep(nothing, version.unit.county, accepted_on, version.receipt)
    _keep_endings(version, PeopleCover(people=[]), before)


def _keep_endings(version: Roster, given: PeopleCover, before: PeopleCover | None) -> None:
    """Keep on which days how many people's cover ends, or goes on after an earlier list's."""
    unit, receipt = version.unit, version.receipt
    days = _last_days(given)
    for day in {*days, *(_last_days(before) if before else ())}:
        ending = Leaving(kind=unit.kind, people=days[day])
        summary_facts.keep(ending, unit.county, day, receipt)
    staying = {(each.receipt, each.last_day): each.people for each in given.continued}
    stayed = {(each.receipt, each.last_day) for each in before.continued} if before else set()
    for earlier, last_day in {*staying, *stayed}:
        its = store.current(earlier).unit
        fact = Leaving(kind=its.kind, people=-staying.get((earlier, last_day), 0))
        summary_facts.keep(fact, its.county, last_day, f"{earlier}#{receipt}")


def _last_days(given: PeopleCover) -> Counter[date]:
    return Counter(each.last_day for each in given.people if each.last_day)
