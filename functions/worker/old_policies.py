"""Old policies (补录) are brought in one after the other, and taken back so.

Each is brought in whole: first its head, then everybody in it by the index of people, one write a
person. Where the work stops it goes on, as the outbox has it done again: with the policy at which
it was, whose people take the same a second time without harm. In the end the accepted lists of
these people catch up, as cover in them follows from what they have had before, and the desk finds
their claims by what these policies are called.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Final, NamedTuple

from functions.platform.aws import CALLS_AT_ONCE
from functions.records import cover_history, person_index
from functions.records.old_policies import store
from functions.records.old_policies.models import (
    Covered,
    Event,
    Import,
    OldPolicy,
    PolicyLines,
    State,
)
from functions.records.person_index import Ended, Known, Listing
from functions.records.person_places import Person, person_of
from functions.records.units import store as units
from functions.records.units.models import Named
from functions.worker import accepted_lists, finding
from shared_rules.old_policies.judging import ends_items
from shared_rules.plans import ItemName

_NOTED_EACH: Final = 200
"""After how many people it is kept how far the work is: seldom, as it costs a write."""


class _Touched(NamedTuple):
    """What follows from what people in a policy have had: accepted lists and claims of theirs."""

    lists: frozenset[str]
    cases: frozenset[str]


def bring_in(receipt: str, now: datetime) -> None:
    """Bring in the policies of an import; may be done again.

    Raises:
        LookupError: there is no such import.
    """
    _work_off(receipt, "importing", "imported", _bring_in, now)


def take_back(receipt: str, now: datetime) -> None:
    """Take back the policies that an import brought in; may be done again.

    Raises:
        LookupError: there is no such import.
    """
    _work_off(receipt, "reversing", "reversed", _take_back, now)


def _work_off(
    receipt: str,
    before: State,
    after: State,
    work: Callable[[Import, PolicyLines], _Touched | None],
    now: datetime,
) -> None:
    imported = store.find(receipt)
    if imported is None:
        raise LookupError("no such import")
    if imported.state != before:
        return
    people = 0
    for policy in store.lines(imported)[imported.done :]:
        imported = _after(imported, policy, work(imported, policy))
        people += len(policy.people)
        if people >= _NOTED_EACH:
            store.note_done(imported)
            people = 0
    for name in imported.lists:
        accepted_lists.catch_up(name, now)
    for case in imported.cases:
        finding.keep(case)
    store.finish(imported, Event(at=now, state=after))


def _after(imported: Import, policy: PolicyLines, touched: _Touched | None) -> Import:
    """The import with one policy more done; None was `touched`: it is skipped."""
    skipped = [policy.number] if touched is None else []
    lists, cases = touched or _Touched(frozenset(), frozenset())
    progress = {
        "done": imported.done + 1,
        "skipped": list(dict.fromkeys([*imported.skipped, *skipped])),
        "lists": sorted({*imported.lists, *lists}),
        "cases": sorted({*imported.cases, *cases}),
    }
    return imported.model_copy(update=progress)


def _bring_in(imported: Import, lines: PolicyLines) -> _Touched | None:
    policy = store.claim(imported, lines)
    if policy is None:
        return None
    units.place(policy.receipt, Named.of(lines.unit), imported.at, lines.first_day)
    listing = Listing(
        version=policy.version,
        cover_from=lines.first_day,
        cover_until=lines.last_day,
        policy_issued=lines.issued,
    )

    def put(covered: Covered) -> Known | None:
        ended = _ended(covered, policy.receipt)
        return person_index.put_old_policy(_person(covered), policy.receipt, listing, ended)

    return _for_all(put, lines.people)


def _take_back(imported: Import, lines: PolicyLines) -> _Touched | None:
    policy = store.policy(lines.receipt)
    if policy is None or policy.import_receipt != imported.receipt:
        return None
    touched = _take_people_out(policy, lines)
    if not policy.is_reversed:
        store.note_reversed(policy)
    return touched


def _take_people_out(policy: OldPolicy, lines: PolicyLines) -> _Touched:
    # Its version has grown already where the work stopped after that.
    out = Listing(version=policy.version if policy.is_reversed else policy.version + 1)

    def take(covered: Covered) -> Known | None:
        person = _person(covered)
        known = person_index.put_old_policy(person, policy.receipt, out, {})
        for item in _ended(covered, policy.receipt):
            person_index.take_back_ended(person, policy.receipt, item)
        return known

    return _for_all(take, lines.people)


def _for_all(put: Callable[[Covered], Known | None], people: Iterable[Covered]) -> _Touched:
    """Do it to all; the accepted lists that they are in, and their claims."""
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        known = [each for each in pool.map(put, people) if each]
    return _Touched(
        lists=frozenset(list_ for each in known for list_ in cover_history.accepted_lists(each)),
        cases=frozenset(case for each in known for case in each.cases),
    )


def _person(covered: Covered) -> Person:
    return person_of(covered.id_number)


def _ended(covered: Covered, receipt: str) -> dict[ItemName, Ended]:
    """第五条: the items that are over for her, as after a settled claim."""
    paid = covered.paid
    if paid is None or not ends_items(paid.paid_as):
        return {}
    ended = Ended(receipt=receipt, paid_on=paid.paid_on, is_refund=paid.paid_as == "refund")
    return dict.fromkeys(paid.items, ended)
