"""Whether an endorsement (批改) contradicts a claim that was paid: then it is refused.

A claim rests on the days for which it was paid: that on which the illness occurred, and those of
its stays. Each must be covered, outside of a waiting period, afterwards as it was before.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from http import HTTPStatus

from functions.platform.keyed_hash import keyed_hash
from functions.platform.problems import Problem
from functions.records import cover_history, person_index
from functions.records.claims import store as claims
from functions.records.person_index import Known, PaidClaim
from functions.records.rosters import endorsements, store
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Endorsement
from shared_rules.cover import Policy, Timeline
from shared_rules.roster.form.rows import Insured


def refuse(roster: Roster, endorsement: Endorsement) -> None:
    """Refuse an endorsement that takes away the cover that a paid claim rests on.

    Raises:
        Problem: 409, with the receipts of such claims.
    """
    receipts = sorted(_contradicted(roster, endorsement))
    if receipts:
        params = {"receipts": "、".join(receipts)}
        raise Problem(HTTPStatus.CONFLICT, "endorsement.claim_rests_on_it", params=params)


def _contradicted(roster: Roster, endorsement: Endorsement) -> set[str]:
    changed = endorsements.changed(roster, endorsement)
    after = _policies(changed)
    persons = {keyed_hash("person", each.id_number): each.id_number for each in _people(roster)}
    return {
        claim
        for key, known in person_index.known_of(persons).items()
        if known.claims
        for claim in _of_person(known, roster.receipt, after.get(persons[key]))
    }


def _people(roster: Roster) -> Sequence[Insured]:
    return store.people(roster) if roster.acceptance else ()


def _policies(roster: Roster) -> dict[str, Policy]:
    """What everybody has under the list, by her ID number."""
    accepted, people = roster.acceptance, _people(roster)
    if accepted is None:
        return {}
    old_last_days = accepted.old_last_days
    issued, first_day = accepted.policy_issued_date, accepted.first_day
    last_days = accepted.last_days(people)
    return {
        each.id_number: Policy(issued, first_day, last_day, old_last_days.get(each.row))
        for each in people
        if (last_day := last_days[each.row])
    }


def _of_person(known: Known, receipt: str, own: Policy | None) -> Iterator[str]:
    before = cover_history.timeline(known)
    others = cover_history.policies(known, without=receipt)
    after = cover_history.timeline_of({**others, receipt: own} if own else others)
    for claim, paid in known.claims.items():
        days = _days(claim, paid)
        if any(_is_covered(before, day) and not _is_covered(after, day) for day in days):
            yield claim


def _days(claim: str, paid: PaidClaim) -> Iterator[date]:
    """The days that a claim rests on; of a stay its first and its last, between which all are."""
    kept = claims.find(claim)
    # Also of one that was reopened: what was paid stays paid.
    last = kept.stands.settlements[-1:] if kept else ()
    yield from (each.proposal.occurrence if each.proposal else paid.paid_on for each in last)
    if not last:
        yield paid.paid_on
    for stay in paid.stays:
        yield from (stay.admission, stay.discharge)


def _is_covered(timeline: Timeline, day: date) -> bool:
    period = timeline.on(day)
    return period is not None and not period.is_waiting(day)
