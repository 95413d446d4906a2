"""What an endorsement (批改) takes away from its people: claims and renewals that rest on it.

A paid claim rests on the days for which it was paid: that on which the illness occurred, and those
of its stays. Each must be covered, outside of a waiting period, afterwards as it was before, or the
endorsement is refused. An open one is decided on by the cover that holds then, and no endorsement
may wait for it: where she loses covered days on which it may rest, somebody confirms that. So it
is with who has renewed already, and would go on with this list no more; and with a claim that was
decided without a benefit for an illness that is covered afterwards, which is to be reopened.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from http import HTTPStatus
from typing import NamedTuple

from functions.platform.problems import Problem
from functions.records import cover_history, person_index
from functions.records.claims import store as claims
from functions.records.claims.claim_events import Proposal
from functions.records.person_index import Known, PaidClaim
from functions.records.person_places import person_of
from functions.records.receipts import kind_of
from functions.records.rosters import endorsements, store
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Endorsement
from functions.staff.people import Staff
from shared_rules.cover import Policy, Timeline
from shared_rules.findings import Finding
from shared_rules.roster.form.rows import Insured


class CoverChanged(NamedTuple):
    """What is known of somebody, and her cover before an endorsement and after it.

    `renewals` are the receipts of the lists in which she renewed, and does no more.
    """

    known: Known
    before: Timeline
    after: Timeline
    renewals: set[str]

    def loses(self, day: date) -> bool:
        """Whether she is covered on a day no more."""
        return _is_covered(self.before, day) and not _is_covered(self.after, day)

    def gains(self, day: date) -> bool:
        """Whether she is covered on a day only now."""
        return _is_covered(self.after, day) and not _is_covered(self.before, day)


class Resting(NamedTuple):
    """The receipts of what rests on cover that an endorsement takes away, or gives.

    `open_claims` are those of people who lose covered days, until today, by it, `renewals` the
    later lists with people who would go on with this one no more. `decided_claims` were decided
    without a benefit, and the illness is covered now.
    """

    open_claims: list[str]
    renewals: list[str]
    decided_claims: list[str]


def resting(
    roster: Roster,
    endorsement: Endorsement,
    today: date,
    put_right: Sequence[Insured] | None = None,
) -> Resting:
    """The open claims and renewals that rest on what an endorsement takes away.

    `put_right` are the people of the list as it will leave them, where they are not kept yet.

    Raises:
        Problem: 409, with the receipts of paid claims that rest on it: it may not be.
    """
    people = _changed_by(roster, endorsement, put_right)
    _refuse(people)
    return Resting(
        sorted({claim for each in people for claim in _open(each, today)}),
        sorted({receipt for each in people for receipt in each.renewals}),
        sorted({claim for each in people for claim in _decided(each)}),
    )


def _changed_by(
    roster: Roster, endorsement: Endorsement, put_right: Sequence[Insured] | None
) -> list[CoverChanged]:
    """What an endorsement makes of the cover of everybody of an accepted list, before or after."""
    changed = endorsements.changed(roster, endorsement)
    before = _people(roster)
    is_as_before = changed.rows_object == roster.rows_object
    people = put_right or (before if is_as_before else _people(changed))
    after = _policies(changed, people)
    persons = {person_of(each.id_number): each.id_number for each in (*before, *people)}
    return [
        _changed(known, roster.receipt, after.get(persons[key]))
        for key, known in person_index.known_of(persons).items()
    ]


def _refuse(people: Iterable[CoverChanged]) -> None:
    """Refuse an endorsement that takes away the cover that a paid claim rests on."""
    receipts = sorted({claim for each in people for claim in _paid(each)})
    if receipts:
        raise Problem(
            HTTPStatus.CONFLICT,
            "endorsement.claim_rests_on_it",
            params={"receipts": in_words(receipts)},
        )


def lists_in_words(staff: Staff, receipts: Sequence[str]) -> str:
    """Receipts of lists; of those of other counties, how many."""
    seen = [each.receipt for each in store.many(receipts) if each.unit.county in staff.counties]
    elsewhere = len(receipts) - len(seen)
    others = Finding.of("endorsement.lists_elsewhere", count=elsewhere).title
    return in_words([*seen, *([others] if elsewhere else [])])


def in_words(receipts: Iterable[str]) -> str:
    """Receipts one after the other."""
    return "、".join(receipts)


def _people(roster: Roster) -> Sequence[Insured]:
    return store.people(roster) if roster.acceptance else ()


def _policies(roster: Roster, people: Sequence[Insured]) -> dict[str, Policy]:
    """What everybody has under the list, by her ID number."""
    accepted = roster.acceptance
    if accepted is None:
        return {}
    old_last_days = roster.old_last_days
    issued, first_day = accepted.policy_issued_date, accepted.first_day
    last_days = accepted.last_days(people)
    return {
        each.id_number: Policy(issued, first_day, last_day, old_last_days.get(each.row))
        for each in people
        if (last_day := last_days[each.row])
    }


def _changed(known: Known, receipt: str, own: Policy | None) -> CoverChanged:
    """Her cover, where this is what she has under the list."""
    before = cover_history.policies(known)
    others = {name: each for name, each in before.items() if name != receipt}
    now = {**others, receipt: own} if own else others
    was, is_now = cover_history.timeline_of(before), cover_history.timeline_of(now)
    renewed = _renewing(before, was) - _renewing(now, is_now) - {receipt}
    return CoverChanged(known, was, is_now, {each for each in renewed if kind_of(each) == "AK"})


def _renewing(policies: Mapping[str, Policy], timeline: Timeline) -> set[str]:
    """The receipts of the policies that go on with what came before them."""
    going_on = [period.policy for period in timeline.periods if period.continuous]
    return {name for name, each in policies.items() if any(each is one for one in going_on)}


def _open(person: CoverChanged, today: date) -> Iterator[str]:
    """Of an open claim this desk knows no days: it may rest on any that was covered until now."""
    if not person.known.cases or not any(map(person.loses, _known_days(person.before, today))):
        return
    for claim in person.known.cases:
        kept = claims.find(claim)
        if kept and kept.stands.is_open:
            yield claim


def _decided(person: CoverChanged) -> Iterator[str]:
    for claim in person.known.unpaid:
        proposals = _last_decided(claim)
        if any(proposal and person.gains(proposal.occurrence) for proposal in proposals):
            yield claim


def _last_decided(claim: str) -> list[Proposal | None]:
    """What was decided on a claim last, if anything was."""
    kept = claims.find(claim)
    return [each.confirmed.proposal for each in kept.stands.decided[-1:]] if kept else []


def _known_days(timeline: Timeline, today: date) -> Iterator[date]:
    for period in timeline.periods:
        first, last = period.first_day.toordinal(), min(period.last_day, today).toordinal()
        yield from map(date.fromordinal, range(first, last + 1))


def _paid(person: CoverChanged) -> Iterator[str]:
    for claim, paid in person.known.claims.items():
        if any(map(person.loses, _days(claim, paid))):
            yield claim


def _days(claim: str, paid: PaidClaim) -> Iterator[date]:
    """The days that a claim rests on; of a stay its first and its last, between which all are."""
    # Also of one that was reopened: what was paid stays paid.
    last = _last_decided(claim)
    yield from (proposal.occurrence if proposal else paid.paid_on for proposal in last)
    if not last:
        yield paid.paid_on
    for stay in paid.stays:
        yield from (stay.admission, stay.discharge)


def _is_covered(timeline: Timeline, day: date) -> bool:
    period = timeline.on(day)
    return period is not None and not period.is_waiting(day)
