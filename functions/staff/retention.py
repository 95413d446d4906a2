"""Deletes, once a day, what content/data/retention.yaml says, and nothing that is needed still.

Needed are a running cover, and all that an open claim is judged by; that an item was paid, or its
premium given back, is kept for good as a keyed hash (第五条). What a run leaves the next one finds.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from typing import Final, get_args

from functions.platform.aws import CALLS_AT_ONCE
from functions.records import areas, holdings, kept, kinds, person_index, retention
from functions.records.claims import store as claims
from functions.records.claims.claim_events import OpenState, Settled
from functions.records.desk_queue import ALL_COUNTIES
from functions.records.kinds import Line
from functions.records.old_policies import store as old_policies
from functions.records.old_policies.models import Import
from functions.records.person_index import Ended, Known
from functions.records.person_places import Person, person_of
from functions.records.receipts import Kind
from functions.records.retention import Carried
from functions.records.rosters import roster_events, store
from functions.staff import queue_index

_OPEN: Final = get_args(OpenState)
_CLAIM_STATES: Final = (*_OPEN, *get_args(Settled), "joined")
_LIST_STATES: Final = (*get_args(roster_events.Live), *get_args(roster_events.Ended))
_KEPT_BACK: Final = Counter(kept_back=1)
_End = Callable[[], Counter[str]]


def carry_out(now: datetime, may_go_on: Callable[[], bool]) -> Carried:
    """Delete all whose time is over; may be done again, and nothing is deleted twice.

    A record that cannot be read stops no other; it is logged, for which there is an alarm.

    Args:
        now: the moment.
        may_go_on: whether there is time for another record.
    """
    done: Counter[str] = Counter()
    for end in _whose_time_is_over(now):
        if not may_go_on():
            break
        try:
            done += end()
        except kept.UnreadableError:
            done["unreadable"] += 1
    carried = Carried(at=now, **done)
    retention.note(carried)
    return carried


def _whose_time_is_over(now: datetime) -> Iterator[_End]:
    counties = areas.all_names(areas.contact_ids())
    # Claims first: a list waits for those of its people. Joined ones wait for the one they led to.
    for receipt in _over("LP", _CLAIM_STATES, [ALL_COUNTIES], "reported_at", now):
        yield partial(_end_claim, receipt, now)
    for receipt in _over("AK", _LIST_STATES, counties, "submitted_at", now):
        yield partial(_end_list, receipt, now)
    imports, unreadable = old_policies.imports()
    for imported in imports:
        if retention.ends("old_policies", imported.at) <= now:
            yield partial(_end_import, imported, now)
    for _ in unreadable:
        yield partial(Counter, unreadable=1)


def _over(
    kind: Kind, states: Iterable[str], counties: Iterable[str], since: str, now: datetime
) -> list[str]:
    """The records of a kind whose years are over, as the desk's index has them."""
    line: Line = "claim_records" if kind == "LP" else "roster_records"
    places = [
        queue_index.due_between(kind, state, county, None, now.date())
        for state in states
        for county in counties
    ]
    return [
        str(head["receipt"])
        for head in queue_index.everything(places)
        if since in head and retention.ends(line, datetime.fromisoformat(head[since])) <= now
    ]


def _end_claim(receipt: str, now: datetime) -> Counter[str]:
    found = claims.find(receipt)
    if found is None or retention.ends("claim_records", found.claim.reported_at) > now:
        return Counter()
    claim, stands = found.claim, found.stands
    there = {each.key for each in holdings.objects_of(receipt)}
    report = claims.get_report(claim) if claim.report_object in there else None
    person = person_index.insured_of(claim, report)
    known = person_index.known(person)
    leading = stands.joined.other if stands.joined else None
    is_led = leading is not None and claims.find(leading) is not None
    if is_led or _has_open_claim(known) or stands.state in _OPEN:
        return _KEPT_BACK
    settled = known.unpaid.get(receipt)
    refunded = settled if settled and settled.outcome == "refund" else None
    keeps = (
        {refunded.item: Ended(receipt=receipt, paid_on=refunded.paid_on, is_refund=True)}
        if refunded
        else {}
    )
    person_index.forget(person, receipt, keeps)
    return _removed(receipt, claims=1, people=1)


def _end_list(receipt: str, now: datetime) -> Counter[str]:
    found = store.find(receipt)
    if found is None or retention.ends("roster_records", found.roster.submitted_at) > now:
        return Counter()
    rows = [each.key for each in holdings.objects_of(receipt) if each.kind == kinds.ROWS]
    persons = _persons(each.id_number for key in rows for each in store.people_in(key))
    accepted = found.roster.acceptance
    is_running = accepted is not None and accepted.last_day >= now.date()
    if is_running or _is_waited_for(persons):
        return _KEPT_BACK
    _forget(persons, receipt)
    return _removed(receipt, lists=1, people=len(persons))


def _end_import(imported: Import, now: datetime) -> Counter[str]:
    if imported.state in ("importing", "reversing"):
        return _KEPT_BACK
    there = {each.key for each in holdings.objects_of(imported.receipt)}
    lines = old_policies.lines(imported) if imported.lines_object in there else []
    own = [each for each in lines if _is_of(imported, each.receipt)]
    persons_of = {each.receipt: _persons(one.id_number for one in each.people) for each in own}
    everybody = {person for persons in persons_of.values() for person in persons}
    is_running = any(each.last_day >= now.date() for each in own)
    if is_running or _is_waited_for(everybody):
        return _KEPT_BACK
    done: Counter[str] = Counter(people=len(everybody))
    for receipt, persons in persons_of.items():
        _forget(persons, receipt)
        done += _removed(receipt)
    done += _removed(imported.receipt, imports=1)
    old_policies.remove_import(imported.receipt)
    return done


def _is_of(imported: Import, receipt: str) -> bool:
    """Whether a policy came with this import; another one may have brought it before."""
    policy = old_policies.policy(receipt)
    return policy is not None and policy.import_receipt == imported.receipt


def _persons(numbers: Iterable[str]) -> set[Person]:
    """Who has these ID numbers."""
    return set(map(person_of, numbers))


def _is_waited_for(persons: Iterable[Person]) -> bool:
    """Whether a claim of one of them is open, which is judged by all that she has had."""
    return any(map(_has_open_claim, person_index.known_of(persons).values()))


def _has_open_claim(known: Known) -> bool:
    found = map(claims.find, known.cases)
    return any(each is not None and each.stands.state in _OPEN for each in found)


def _forget(persons: Iterable[Person], receipt: str) -> None:
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        list(pool.map(lambda person: person_index.forget(person, receipt), persons))


def _removed(receipt: str, **done: int) -> Counter[str]:
    items, objects = holdings.remove(receipt)
    return Counter(items=items, objects=objects, **done)
