"""Old policies (补录) are brought in one after the other, and taken back so.

Each is brought in whole: first its head, then everybody in it by the index of people, one write a
person. Where the work stops it goes on, as the outbox has it done again: with the policy at which
it was, whose people take the same a second time without harm.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Final

from functions.platform.aws import CALLS_AT_ONCE
from functions.platform.keyed_hash import keyed_hash
from functions.records import person_index
from functions.records.old_policies import store
from functions.records.old_policies.models import (
    Covered,
    Event,
    Import,
    OldPolicy,
    PolicyLines,
    State,
)
from functions.records.person_index import Ended, Listing
from shared_rules.old_policies.judging import ends_items
from shared_rules.plans import ItemName

_NOTED_EACH: Final = 200
"""After how many people it is kept how far the work is: seldom, as it costs a write."""


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
    work: Callable[[Import, PolicyLines], bool],
    now: datetime,
) -> None:
    imported = store.find(receipt)
    if imported is None:
        raise LookupError("no such import")
    if imported.state != before:
        return
    skipped = list(imported.skipped)
    lines = store.lines(imported)
    people = 0
    for number, policy in enumerate(lines[imported.done :], start=imported.done + 1):
        if not work(imported, policy) and policy.number not in skipped:
            skipped.append(policy.number)
        people += len(policy.people)
        if people >= _NOTED_EACH:
            store.note_done(imported, number, skipped)
            people = 0
    store.finish(imported, Event(at=now, state=after), len(lines), skipped)


def _bring_in(imported: Import, lines: PolicyLines) -> bool:
    policy = store.claim(imported, lines)
    if policy is None:
        return False
    listing = Listing(
        version=policy.version,
        cover_from=lines.first_day,
        cover_until=lines.last_day,
        policy_issued=lines.issued,
    )

    def put(covered: Covered) -> None:
        ended = _ended(covered, policy.receipt)
        person_index.put_old_policy(_person(covered), policy.receipt, listing, ended)

    _for_all(put, lines.people)
    return True


def _take_back(imported: Import, lines: PolicyLines) -> bool:
    policy = store.policy(lines.receipt)
    if policy is None or policy.import_receipt != imported.receipt:
        return lines.number in imported.skipped
    if policy.is_reversed:
        return True
    _take_people_out(policy, lines)
    store.note_reversed(policy)
    return True


def _take_people_out(policy: OldPolicy, lines: PolicyLines) -> None:
    out = Listing(version=policy.version + 1)

    def take(covered: Covered) -> None:
        person = _person(covered)
        person_index.put_old_policy(person, policy.receipt, out, {})
        for item in _ended(covered, policy.receipt):
            person_index.take_back_ended(person, policy.receipt, item)

    _for_all(take, lines.people)


def _for_all(put: Callable[[Covered], None], people: Iterable[Covered]) -> None:
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        list(pool.map(put, people))


def _person(covered: Covered) -> str:
    return keyed_hash("person", covered.id_number)


def _ended(covered: Covered, receipt: str) -> dict[ItemName, Ended]:
    """第五条: the items that are over for her, as after a settled claim."""
    paid = covered.paid
    if paid is None or not ends_items(paid.paid_as):
        return {}
    ended = Ended(receipt=receipt, paid_on=paid.paid_on, is_refund=paid.paid_as == "refund")
    return dict.fromkeys(paid.items, ended)
