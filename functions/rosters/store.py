"""Rosters as they are kept.

The table holds, under `ROSTER#<receipt>`, the head, one item an event, one an earlier version. S3
holds the file as it came and the people. One transaction makes a roster visible; objects of a
submission that died before it are seen by nobody.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

from functions.common import outbox, records, submissions, table, uploads
from functions.common.record_keys import folder, item_key, rows_object, version_sort
from functions.common.records import StoredObject
from functions.common.submissions import SubmissionKey
from functions.rosters.models import CanonicalRows, Event, Happening, Roster

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef


class KeptRoster(NamedTuple):
    """A roster and its events, the first first."""

    roster: Roster
    events: list[Event]

    @property
    def access_hash(self) -> str:
        """By which the access code is known."""
        return self.roster.access_hash


def put_original(receipt: str, version: int, data: bytes) -> StoredObject:
    """Keep the file byte for byte."""
    return records.put(f"{folder(receipt, version)}/original", data, "application/octet-stream")


def put_rows(rows: CanonicalRows) -> StoredObject:
    """Keep the people of a version, whole."""
    key = rows_object(rows.receipt, rows.version)
    return records.put(key, rows.model_dump_json().encode(), "application/json")


def get_rows(roster: Roster) -> CanonicalRows:
    """The people of a roster, in the very version of the object that was submitted."""
    data = records.get(rows_object(roster.receipt, roster.version), roster.rows_version)
    return CanonicalRows.model_validate_json(data)


def save(roster: Roster, key: SubmissionKey) -> None:
    """Make a submitted roster visible: head, first event, idempotency key and upload, or nothing.

    Raises:
        Taken: any of `roster`, `event`, `submission`, `upload` was there already.
    """
    table.transact(
        {
            "roster": table.put_new(_head(roster)),
            "submission": submissions.remember(key, roster.receipt, roster.submitted_at),
            **_with_every_version(roster, "submitted"),
        }
    )


def replace(old: Roster, new: Roster) -> None:
    """Put a corrected roster in the place of the old one, which is kept as it was.

    Raises:
        Taken: the roster is no longer what `old` says, or the upload was used.
    """
    kept = {**_head(old), "sk": version_sort(old.version)}
    table.transact(
        {
            "roster": table.put_over(_head(new), version=old.version, state=old.state),
            "version": table.put_new(kept),
            **_with_every_version(new, "corrected"),
        }
    )


def _with_every_version(
    roster: Roster, happening: Happening
) -> "dict[str, TransactWriteItemTypeDef]":
    """What the transaction of a submission and of a correction have in common."""
    event = Event(at=roster.submitted_at, state=happening, version=roster.version)
    item = {
        **item_key(roster.receipt, f"EVENT#{event.at.isoformat()}#{event.version:06d}"),
        **event.model_dump(mode="json"),
    }
    waiting = outbox.entry(roster.receipt, roster.version, roster.submitted_at)
    parts = {"event": table.put_new(item), "outbox": waiting}
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


def _head(roster: Roster) -> dict[str, Any]:
    return {**item_key(roster.receipt, "HEAD"), **roster.model_dump(mode="json")}
