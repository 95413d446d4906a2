"""What follows an acceptance: everybody gets her cover, by all policies she has had: 第四、五条.

The index of people gets the real first and last day. Whoever was refused, or left the list before,
is written as not in it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from functions.records import new_cover, other_lists
from functions.records.person_index import Known, Listing
from functions.records.receipts import kind_of
from functions.records.rosters import policies, store
from functions.records.rosters.models import Roster
from functions.records.rosters.policies import (
    Continued,
    CoverSummary,
    PeopleCover,
    PersonCover,
)
from functions.records.rosters.roster_events import Acceptance
from functions.worker import accepted_facts, people_index
from shared_rules.cover import Policy
from shared_rules.roster.form.rows import Insured

_ONE_DAY: Final = timedelta(days=1)


class _Ending(NamedTuple):
    """A list, and the last day of the cover that somebody has under it."""

    receipt: str
    last_day: date


class _Given(NamedTuple):
    cover: PersonCover
    elsewhere: list[str]
    continues: _Ending | None


def give_cover(
    version: Roster,
    accepted_on: date,
    gone: Iterable[Insured],
    kept_before: CoverSummary | None,
    now: datetime,
) -> None:
    """Index the people of an accepted roster and keep the cover of each; may be done again.

    Args:
        version: accepted.
        accepted_on: the day on which it was.
        gone: who stood in it under other numbers before an endorsement (批改).
        kept_before: the cover that was given to its people before, if any was.
        now: of the index.

    Raises:
        LookupError: the roster is not accepted.
    """
    accepted = version.acceptance
    if accepted is None:
        raise LookupError("not accepted")
    people = store.people(version)
    rows = accepted.refused_rows
    insured = [person for person in people if person.row not in rows]
    refused = [person for person in people if person.row in rows]
    _take_out(version, accepted, [*refused, *people_index.removed(version, people), *gone])
    given = _given(version, accepted, insured)
    lists_of = {each.cover.row: each.elsewhere for each in given}
    store.put_duplicates(version, lists_of, now)
    covers = _together(given)
    # Before the cover is kept: what is done again still knows what held before.
    before = policies.given(kept_before) if kept_before else None
    accepted_facts.keep(version, accepted_on, covers, before)
    policies.put(version, covers, now)


def _given(version: Roster, accepted: Acceptance, insured: Sequence[Insured]) -> list[_Given]:
    """The cover of each insured person, who is in the index from now on."""
    known_of, listings = _listed(version, accepted, insured)

    def give(person: Insured) -> _Given:
        known, listing = known_of[person.row], listings[person.row]
        elsewhere = other_lists.elsewhere(version.receipt, listing, known.lists)
        covered = _cover(person, version.receipt, accepted, listing, known)
        return _Given(covered, elsewhere, _continued(covered, version.receipt, known.lists))

    return list(map(give, insured))


def _together(given: Sequence[_Given]) -> PeopleCover:
    """The cover of all, and of how many which earlier list's goes on with it."""
    continued = Counter(each.continues for each in given if each.continues)
    return PeopleCover(
        people=[each.cover for each in given],
        continued=[
            Continued(receipt=each.receipt, last_day=each.last_day, people=people)
            for each, people in continued.items()
        ],
    )


def _listed(
    version: Roster, accepted: Acceptance, insured: Sequence[Insured]
) -> tuple[dict[int, Known], dict[int, Listing]]:
    """What is known of each insured person, and what the list says of her, by row."""
    last_days, old_last_days = accepted.last_days(insured), version.old_last_days
    by_days: dict[tuple[date | None, date | None], list[Insured]] = {}
    for person in insured:
        both = (last_days[person.row], old_last_days.get(person.row))
        by_days.setdefault(both, []).append(person)
    known: dict[int, Known] = {}
    listings: dict[int, Listing] = {}
    for (last_day, old_last_day), people in by_days.items():
        listing = Listing(
            version=version.version,
            cover_from=accepted.first_day if last_day else None,
            cover_until=last_day,
            policy_issued=accepted.policy_issued_date,
            old_last_day=old_last_day,
            premium=accepted.premium.per_person if accepted.two_sums else None,
        )
        known |= people_index.put_listings(version.receipt, people, listing)
        listings |= {person.row: listing for person in people}
    return known, listings


def _take_out(version: Roster, accepted: Acceptance, people: Iterable[Insured]) -> None:
    # With the day of the policy, so that nothing that comes late puts her back.
    out = Listing(version=version.version, policy_issued=accepted.policy_issued_date)
    people_index.put_listings(version.receipt, people, out)


def _cover(
    person: Insured, receipt: str, accepted: Acceptance, listing: Listing, known: Known
) -> PersonCover:
    """What a new policy adds to those that a person has had before it."""
    if listing.cover_until is None:
        return _none(person)
    issued, begins = accepted.policy_issued_date, accepted.first_day
    own = Policy(issued, begins, listing.cover_until, listing.old_last_day)
    return new_cover.give(person, known, own, without=receipt)


def _none(person: Insured) -> PersonCover:
    """The cover of somebody who was never to be in the list, as an endorsement says."""
    days: dict[str, None] = dict.fromkeys(("first_day", "last_day", "waiting_last_day"))
    return PersonCover(row=person.row, is_continuous=False, findings=[], **days)


def _continued(covered: PersonCover, receipt: str, lists: Mapping[str, Listing]) -> _Ending | None:
    """The list whose cover of a person goes on with this one.

    Old policies that were brought in are none: the summary does not count them.
    """
    if not (covered.is_continuous and covered.first_day):
        return None
    ended = covered.first_day - _ONE_DAY
    before = [
        (each.cover_from, name)
        for name, each in lists.items()
        if name != receipt
        and kind_of(name) == "AK"
        and each.policy_issued
        and each.cover_from
        and each.cover_until == ended
    ]
    return _Ending(min(before)[1], ended) if before else None
