"""Rosters as they are kept.

The table holds, under `ROSTER#<receipt>`, the head, one item an event, one an earlier version; the
head has its place in the desk's queues. S3 holds the file as it came and the people. One
transaction makes a roster visible; objects of a submission that died before it are seen by nobody.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from functions.platform import objects, table
from functions.records import desk_queue, outbox, submissions, uploads
from functions.records.record_keys import folder, item_key, version_sort
from functions.records.rosters.roster_events import Event
from functions.records.submissions import SubmissionKey
from functions.rosters.models import CanonicalRows, Roster

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

# The product's own: within these days the desk answers, and reminds a unit that does not.
ANSWER_WITHIN: Final = timedelta(days=5)
REMIND_AFTER: Final = timedelta(days=10)


class KeptRoster(NamedTuple):
    """A roster and its events, the first first."""

    roster: Roster
    events: list[Event]

    @property
    def access_hash(self) -> str:
        """By which the access code is known."""
        return self.roster.access_hash


def put_original(receipt: str, version: int, data: bytes) -> str:
    """Keep the file byte for byte; the key of its object."""
    return objects.put(f"{folder(receipt, version)}/original", data, "application/octet-stream")


def put_rows(rows: CanonicalRows) -> str:
    """Keep the people of a version, whole; the key of their object."""
    place = f"{folder(rows.receipt, rows.version)}/rows"
    return objects.put(place, rows.model_dump_json().encode(), "application/json")


def get_rows(roster: Roster) -> CanonicalRows:
    """The people of a roster as they were submitted."""
    return CanonicalRows.model_validate_json(objects.get(roster.rows_object))


def save(roster: Roster, event: Event, key: SubmissionKey) -> None:
    """Make a submitted roster visible: head, first event, idempotency key and upload, or nothing.

    Raises:
        Taken: any of `roster`, `event`, `submission`, `upload` was there already.
    """
    table.transact(
        {
            "roster": table.put_new(_head(roster, event)),
            "submission": submissions.remember(key, roster.receipt, roster.submitted_at),
            **_with_every_version(roster, event),
        }
    )


def replace(old: Roster, new: Roster, event: Event) -> None:
    """Put a corrected roster in the place of the old one, which is kept as it was.

    Raises:
        Taken: the roster is no longer what `old` says, or the upload was used.
    """
    kept = {**item_key(old.receipt, version_sort(old.version)), **_kept(old)}
    table.transact(
        {
            "roster": table.put_over(_head(new, event), revision=old.revision),
            "version": table.put_new(kept),
            **_with_every_version(new, event),
        }
    )


def decide(old: Roster, new: Roster, event: Event) -> None:
    """Keep what the desk decided on a roster whose list stays as it is.

    Raises:
        Taken: the roster is no longer what `old` says.
    """
    parts = {
        "roster": table.put_over(_head(new, event), revision=old.revision),
        "event": table.put_new(_event_item(new.receipt, event)),
    }
    if event.acceptance:
        parts["outbox"] = outbox.entry(
            new.receipt, event.revision, event.at, version=new.version, task="cover"
        )
    table.transact(parts)


def _with_every_version(roster: Roster, event: Event) -> "dict[str, TransactWriteItemTypeDef]":
    """What the transaction of a submission and of a correction have in common."""
    waiting = outbox.entry(
        roster.receipt, event.revision, roster.submitted_at, version=roster.version
    )
    parts = {"event": table.put_new(_event_item(roster.receipt, event)), "outbox": waiting}
    if roster.upload_id:
        parts["upload"] = uploads.use(roster.upload_id, roster.receipt)
    return parts


def find(receipt: str) -> KeptRoster | None:
    """A roster and its events."""
    items = table.between(item_key(receipt, "EVENT#"), "HEAD")
    head = next((item for item in items if item["sk"] == "HEAD"), None)
    if head is None:
        return None
    events = [Event.model_validate(item) for item in items if item["sk"].startswith("EVENT#")]
    return KeptRoster(Roster.model_validate(head), events)


def first_version(receipt: str) -> Roster:
    """A roster as it was first submitted."""
    first = table.get(item_key(receipt, version_sort(1)))
    return Roster.model_validate(first or table.get(item_key(receipt, "HEAD")))


def _event_item(receipt: str, event: Event) -> dict[str, Any]:
    said = event.model_dump(mode="json", exclude_computed_fields=True)
    return {**item_key(receipt, f"EVENT#{event.revision:06d}"), **said}


def _head(roster: Roster, event: Event) -> dict[str, Any]:
    """The head after an event, with its place in the desk's queues."""
    placed = desk_queue.attributes(
        roster.receipt,
        state=roster.state,
        county=roster.unit.county,
        due=_due(roster, event.at.date()),
        unit_name=roster.unit.name,
    )
    return {**item_key(roster.receipt, "HEAD"), **_kept(roster), **placed}


def _kept(roster: Roster) -> dict[str, Any]:
    return roster.model_dump(mode="json", exclude_computed_fields=True)


def _due(roster: Roster, today: date) -> date:
    """Until when the next step is to be done: the answer, a reminder, or the renewal (第四条)."""
    match roster.state, roster.acceptance:
        case "accepted", accepted if accepted:
            return accepted.last_day
        case "returned", _:
            return today + REMIND_AFTER
    return today + ANSWER_WITHIN
