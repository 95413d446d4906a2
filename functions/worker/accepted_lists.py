"""What follows an acceptance, an endorsement (批改), or an acceptance that was withdrawn.

Index of people, cover and facts are brought to what the head of the list says now, whichever event
asked for it: so it may be done again, and two at once end with the same.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

from functions.records import cover_history, person_index
from functions.records.person_index import Known
from functions.records.person_places import person_of
from functions.records.rosters import endorsements, policies, store
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.models import Roster
from functions.records.rosters.policies import PeopleCover
from functions.records.rosters.roster_events import Event
from functions.worker import accepted_facts, people_index, person_covers
from shared_rules.roster.form.rows import Insured

_ATTEMPTS: Final = 10


def follow(receipt: str, revision: int, now: datetime) -> set[str]:
    """Bring everything to what a list says now; then the later lists of those whose cover changed.

    Gives the receipts of the claims of whom the event is about: her policies are others now.

    Args:
        receipt: of the list.
        revision: of the event that asked for it.
        now: of the index.

    Raises:
        LookupError: there is no such list.
        RuntimeError: it does not come to rest.
    """
    kept = catch_up(receipt, now)
    event = next(each for each in kept.events if each.revision == revision)
    known = _known(kept, event)
    for other in _other_lists(kept, event, known):
        catch_up(other, now)
    return {case for each in known for case in each.cases}


def catch_up(receipt: str, now: datetime) -> KeptCase:
    """Bring everything to what a list says now, and what is known of its people.

    Raises:
        LookupError: there is no such list.
        RuntimeError: it does not come to rest.
    """
    for _ in range(_ATTEMPTS):
        kept = store.case(receipt)
        if kept is None:
            raise LookupError("no such roster")
        _follow_once(kept, now)
        # Whoever was slower has written what no longer holds: she does it once more.
        if store.current(receipt).revision == kept.roster.revision:
            return kept
    raise RuntimeError("a list that does not come to rest")


def _follow_once(kept: KeptCase, now: datetime) -> None:
    roster = kept.roster
    accepted_on = _accepted_on(kept)
    if accepted_on is None:
        return
    gone = list(_gone(kept))
    if roster.acceptance:
        person_covers.give_cover(roster, accepted_on, gone, kept.cover, now)
        return
    if roster.is_ended:
        people_index.take_out(roster, now)
    else:
        people_index.reopen(roster, gone, now)
    if kept.cover:
        accepted_facts.take_back(roster, accepted_on, policies.given(kept.cover))
        policies.put(roster, PeopleCover(people=[]), now)


def _accepted_on(kept: KeptCase) -> date | None:
    """The day on which the list was accepted last."""
    days = [event.at.date() for event in kept.events if event.state == "accepted"]
    return days[-1] if days else None


def _gone(kept: KeptCase) -> Iterator[Insured]:
    """Who stood in the list under another number before it was put right."""
    objects = list(endorsements.earlier_rows(kept.events))
    if not objects:
        return
    numbers = {each.id_number for each in store.people(kept.roster)}
    for name in objects:
        for person in store.people_in(name):
            if person.id_number not in numbers:
                yield person


def _known(kept: KeptCase, event: Event) -> list[Known]:
    """What is known of everybody whom an event is about."""
    persons = {person_of(each.id_number) for each in _affected(kept.roster, event)}
    return list(person_index.known_of(persons).values())


def _other_lists(kept: KeptCase, event: Event, known: Iterable[Known]) -> set[str]:
    """The other accepted lists of whom an event is about: her cover there may change, too.

    When a list is accepted, those whose cover begins later; an endorsement moves days.
    """
    begins = event.acceptance.first_day if event.acceptance else date.min
    return {
        receipt
        for each in known
        for receipt in cover_history.accepted_lists(each, since=begins)
        if receipt != kept.roster.receipt
    }


def _affected(roster: Roster, event: Event) -> list[Insured]:
    people = store.people(roster)
    endorsement = event.endorsement
    if endorsement is None:
        return people
    match endorsement.change:
        case "people_out" | "died":
            rows = {leaver.row for leaver in endorsement.leavers}
            return [each for each in people if each.row in rows]
        case "person":
            before = store.people_in(endorsement.rows_before)
            after = store.people_in(endorsement.rows_object)
            return [*set(before).symmetric_difference(after)]
    return people
