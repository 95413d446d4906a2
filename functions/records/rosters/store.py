"""Rosters as they are kept: the one place that reads and writes them.

The table holds, under `ROSTER#<receipt>`, the head, one item an event, one an earlier version, one
a list that renews it; the head has its place in the desk's queues. S3 holds the file as it came and
the people. One transaction makes a roster visible; objects of a submission that died before it are
seen by nobody.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from functions.platform import objects, table
from functions.records import (
    desk_queue,
    kept,
    kept_papers,
    messages,
    outbox,
    paper_store,
    submissions,
    to_tell,
    uploads,
)
from functions.records.messages import Addressee, Course, Happened
from functions.records.outbox import Entry, Task
from functions.records.paper_store import Brought
from functions.records.record_keys import folder, item_key, read_partition, version_sort
from functions.records.rosters import (
    arrivals,
    endorsements,
    policies,
    policy_papers,
    roster_course,
    roster_events,
    short_payments,
)
from functions.records.rosters.kept_roster import KeptCase, KeptRoster
from functions.records.rosters.models import (
    Duplicates,
    HandOff,
    People,
    RenewedBy,
    Roster,
    RosterPaper,
)
from functions.records.rosters.policies import CoverSummary
from functions.records.rosters.roster_events import Event, Happening
from functions.records.submissions import SubmissionKey
from shared_rules.roster.form.rows import Insured

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

_HEAD: Final = "HEAD"
_EVENT: Final = "EVENT#"
_HAND_OFF: Final = "HANDOFF#"
_DUPLICATES: Final = "DUPLICATES"
_RENEWED_BY: Final = "RENEWED_BY#"
_LAST_VERSION: Final = 999_999
_TASKS: Final[dict[Happening, Task]] = {
    "accepted": "cover",
    "endorsed": "cover",
    "acceptance_withdrawn": "cover",
    "change_requested": "request",
    "withdrawn": "end",
    "closed": "end",
    "sheets_brought": "papers",
    "consents_brought": "papers",
    "clerk_changed": "find",
}
"""What is to be done after an event by which the list stays as it is."""


# ---- writing ----


def put_original(receipt: str, version: int, data: bytes) -> str:
    """Keep the file byte for byte; the key of its object."""
    return objects.put(f"{folder(receipt, version)}/original", data, "application/octet-stream")


def put_people(people: People) -> str:
    """Keep the people of a version, whole; the key of their object."""
    place = f"{folder(people.receipt, people.version)}/rows"
    return objects.put(place, people.model_dump_json().encode(), "application/json")


def save(roster: Roster, event: Event, key: SubmissionKey) -> None:
    """Make a submitted roster visible: head, first event, idempotency key and upload, or nothing.

    Raises:
        Taken: any of `roster`, `event`, `submission`, `upload`, `renewed` was there already.
    """
    parts = {
        "roster": table.put_new(_head(roster, [event])),
        "submission": submissions.remember(key, roster.receipt, roster.submitted_at),
        **_with_every_version(roster, event),
    }
    if roster.renews:
        renewed = RenewedBy(receipt=roster.receipt, at=roster.submitted_at)
        place = item_key(roster.renews, f"{_RENEWED_BY}{roster.receipt}")
        parts["renewed"] = table.put_new(kept.to_item(place, renewed))
        parts["renewed seen"] = to_tell.nothing(roster.renews)
    table.transact(parts)


def replace(before: KeptRoster, new: Roster, event: Event) -> None:
    """Put a corrected roster in the place of the one before, which is kept as it was.

    Raises:
        Taken: the roster is no longer what it was, or the upload was used.
    """
    old = before.roster
    earlier = kept.to_item(item_key(old.receipt, version_sort(old.version)), old)
    table.transact(
        {
            "roster": table.put_over(_head(new, [event]), revision=old.revision),
            "version": table.put_new(earlier),
            **_with_every_version(new, event),
            **_found([*before.events, event], new),
        }
    )


def add(
    old: KeptRoster | KeptCase,
    new: Roster,
    event: Event,
    brought: Sequence[Brought[RosterPaper]] = (),
) -> None:
    """Keep what happened to a roster whose list stays as it is, and the papers that it brought.

    Raises:
        Taken: the roster is no longer what `old` says, or an upload was used.
    """
    table.transact(_with_event(old, new, event) | paper_store.bring(new.receipt, brought))


def add_all(
    happened: Iterable[tuple[KeptRoster | KeptCase, Roster, Event]],
    line: "TransactWriteItemTypeDef",
) -> None:
    """Keep what a line of a bank statement is to several rosters, as of `add`: all of it or none.

    Raises:
        Taken: one of them is no longer what its old one says, or `line` is recorded already.
    """
    parts = {"line": line}
    for old, new, event in happened:
        for name, part in _with_event(old, new, event).items():
            parts[f"{name} {new.receipt}"] = part
    table.transact(parts)


def put_duplicates(roster: Roster, lists_of: Mapping[int, Iterable[str]], now: datetime) -> None:
    """Keep, for the desk, which rows of a version are in which other lists; never over a newer.

    `lists_of` has the receipts of the other lists of each row; there may be none.
    """
    rows = sorted(row for row, receipts in lists_of.items() if receipts)
    lists = Counter(chain.from_iterable(lists_of.values()))
    found = Duplicates(rows=rows, lists=dict(lists), found_at=now)
    item = kept.to_item(item_key(roster.receipt, _DUPLICATES), found, version=roster.version)
    condition = "attribute_not_exists(pk) OR version <= :version"
    table.put_if(condition, item, {":version": roster.version})


def put_hand_off(receipt: str, hand_off: HandOff) -> None:
    """Keep that a list was handed off.

    Raises:
        Taken: another one has the number.
    """
    key = item_key(receipt, f"{_HAND_OFF}{hand_off.number:06d}")
    table.transact({"hand-off": table.put_new(kept.to_item(key, hand_off))})


# ---- reading ----


def find(receipt: str) -> KeptRoster | None:
    """A roster with its events and its papers.

    Raises:
        UnreadableError: it is there, and cannot be read.
    """
    items = table.between(item_key(receipt, kept_papers.SORT), _HEAD)
    head = next((item for item in items if item["sk"] == _HEAD), None)
    return KeptRoster(kept.read(Roster, head), _events(items), _papers(items)) if head else None


def case(receipt: str) -> KeptCase | None:
    """A roster with its events, the first first, and what was found for the desk.

    Raises:
        UnreadableError: it is there, and cannot be read.
    """
    items = table.between(item_key(receipt, policies.COVER), _HEAD)
    one = {item["sk"]: item for item in items}
    if _HEAD not in one:
        return None
    found, cover = one.get(_DUPLICATES), one.get(policies.COVER)
    return KeptCase(
        kept.read(Roster, one[_HEAD]),
        _events(items),
        date.fromisoformat(one[_HEAD]["due"]),
        kept.read(Duplicates, found) if found else None,
        kept.read(CoverSummary, cover) if cover else None,
        [kept.read(HandOff, item) for item in items if item["sk"].startswith(_HAND_OFF)],
        _papers(items),
    )


def current(receipt: str) -> Roster:
    """The version of a roster that holds now.

    Raises:
        LookupError: there is no such roster.
    """
    found = _version(receipt, _HEAD)
    if found is None:
        raise LookupError("no such roster")
    return found


def many(receipts: Iterable[str]) -> list[Roster]:
    """The rosters with these receipts, as far as they are there; a read for each hundred.

    Raises:
        UnreadableError: one cannot be read.
    """
    keys = [item_key(receipt, _HEAD) for receipt in sorted(receipts)]
    return [kept.read(Roster, item) for item in table.get_all(keys)]


def readable(receipts: Iterable[str]) -> tuple[list[Roster], list[str]]:
    """As `many`, with the receipts of those that cannot be read; each is logged."""
    heads = table.get_all([item_key(receipt, _HEAD) for receipt in sorted(receipts)])
    found, unreadable = kept.readable(Roster, heads)
    return found, [read_partition(item["pk"]) for item in unreadable]


def renewals(receipt: str) -> list[Roster]:
    """The lists that were submitted to renew one, the first first."""
    items = table.between(item_key(receipt, _RENEWED_BY), f"{_RENEWED_BY}~")
    renewed = sorted((kept.read(RenewedBy, item) for item in items), key=lambda each: each.at)
    found = {each.receipt: each for each in many(each.receipt for each in renewed)}
    return [found[each.receipt] for each in renewed if each.receipt in found]


def earlier_version(receipt: str, number: int) -> Roster | None:
    """A version that another one has taken the place of."""
    return _version(receipt, version_sort(number))


def first_version(receipt: str) -> Roster:
    """A roster as it was first submitted.

    Raises:
        LookupError: there is no such roster.
    """
    return earlier_version(receipt, 1) or current(receipt)


def earlier_versions(receipt: str) -> list[Roster]:
    """The versions that others have taken the place of, the first first."""
    items = table.between(item_key(receipt, version_sort(0)), version_sort(_LAST_VERSION))
    return [kept.read(Roster, item) for item in items]


def people(roster: Roster) -> list[Insured]:
    """The people of a version as they were submitted, in the order of the list."""
    return people_in(roster.rows_object)


def people_in(rows_object: str) -> list[Insured]:
    """The people that an object holds, such as those before an endorsement."""
    return kept_people(rows_object).people


def kept_people(rows_object: str) -> People:
    """The people that an object holds, with the rows of those who were erased from it."""
    return kept.read_json(People, objects.get(rows_object), rows_object)


def _version(receipt: str, sort: str) -> Roster | None:
    item = table.get(item_key(receipt, sort))
    return kept.read(Roster, item) if item else None


def _events(items: Iterable[dict[str, Any]]) -> list[Event]:
    return [kept.read(Event, item) for item in items if item["sk"].startswith(_EVENT)]


def _papers(items: Iterable[dict[str, Any]]) -> list[RosterPaper]:
    sort = kept_papers.SORT
    return [kept.read(RosterPaper, item) for item in items if item["sk"].startswith(sort)]


def _with_event(
    old: KeptRoster | KeptCase, new: Roster, event: Event
) -> "dict[str, TransactWriteItemTypeDef]":
    """The parts of a transaction by which something happens to a roster."""
    events = [*old.events, event]
    parts = {
        "roster": table.put_over(_head(new, events), revision=old.roster.revision),
        "event": table.put_new(_event_item(new.receipt, event)),
    }
    if policy_papers.changes_what_is_missing(event):
        parts["papers"] = table.put_part(policy_papers.waiting_item(new, events))
    if task := _TASKS.get(event.state):
        parts["outbox"] = outbox.entry(
            Entry(new.receipt, event.revision), event.at, version=new.version, task=task
        )
    return parts | _found(events, new) | _message(new, event)


def _found(events: Sequence[Event], new: Roster) -> "dict[str, TransactWriteItemTypeDef]":
    """What has a list found of whose premium only a part is there, or for a second person."""
    parts = {}
    if any(each.payment for each in events):
        parts["short"] = table.put_part(short_payments.item(new, events))
    if any(each.state == "endorsement_proposed" for each in events):
        parts["proposal"] = table.put_part(endorsements.waiting_item(new, events))
    return parts


def _with_every_version(roster: Roster, event: Event) -> "dict[str, TransactWriteItemTypeDef]":
    """What the transaction of a submission and of a correction have in common."""
    waiting = outbox.entry(
        Entry(roster.receipt, event.revision), roster.submitted_at, version=roster.version
    )
    parts = {"event": table.put_new(_event_item(roster.receipt, event)), "outbox": waiting}
    if roster.upload_id:
        parts["upload"] = uploads.use(roster.upload_id, roster.receipt)
    return parts | _message(roster, event)


def _message(roster: Roster, event: Event) -> "dict[str, TransactWriteItemTypeDef]":
    """What tells the unit's clerk of an event."""
    return messages.telling(roster.receipt, _happened(event), addressee(roster))


def _happened(event: Event) -> Happened:
    return Happened(event.state, event.revision, event.at, is_own=event.by is None)


def addressee(roster: Roster) -> Addressee:
    """To whom messages of a roster go now: its clerk may be another one than before."""
    return Addressee(roster.unit.email, roster.unit.county)


def course(kept: KeptRoster | KeptCase) -> Course:
    """How a roster has gone on since its unit last did something itself."""
    happened = [_happened(each) for each in roster_events.holding(kept.events)]
    return Course.of(kept.roster.receipt, addressee(kept.roster), happened)


def _event_item(receipt: str, event: Event) -> dict[str, Any]:
    return kept.to_item(item_key(receipt, f"{_EVENT}{event.revision:06d}"), event)


def as_head(kept: KeptRoster) -> dict[str, Any]:
    """A roster as the desk's queues have its head."""
    return _head(kept.roster, kept.events)


def _head(roster: Roster, events: Sequence[Event]) -> dict[str, Any]:
    """The head after these events, with its place in the desk's queues."""
    placed = desk_queue.attributes(
        roster.receipt,
        state=roster.state,
        county=roster.unit.county,
        due=roster_course.due(roster, events),
        unit_name=roster.unit.name,
    )
    arrived = [each.what for each in arrivals.of(roster, events)]
    return kept.to_item(item_key(roster.receipt, _HEAD), roster, **placed, arrived=arrived)
