"""Rosters as they are kept.

The table holds, under `ROSTER#<receipt>`, the head, one item an event, one an earlier version;
under `IDEMPOTENCY#<hash>` which receipt a key was given. S3 holds the file as it came and the
people. One transaction makes a roster visible; objects of a submission that died before it are seen
by nobody.
"""

import hashlib
import time
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from botocore.exceptions import ClientError

from functions.common import outbox, table, uploads
from functions.common.aws import dynamodb, from_item, s3, to_item
from functions.common.environment import environment
from functions.common.roster_keys import folder, item_key, rows_object, version_sort
from functions.rosters.models import CanonicalRows, Event, Happening, Roster

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import PutTypeDef, TransactWriteItemTypeDef

IDEMPOTENCY_LIFETIME: Final = timedelta(days=30)
_CONFLICT_WAITS: Final = (0.05, 0.1, 0.2, 0.4)  # seconds; botocore does not retry conflicts


class Taken(Exception):
    """The transaction changed nothing, because `what` was there already."""

    def __init__(self, what: Set[str]) -> None:
        super().__init__(", ".join(sorted(what)))
        self.what = what


@dataclass(frozen=True, slots=True)
class Submission:
    """What an idempotency key was used for."""

    receipt: str
    fingerprint: str


class StoredObject(NamedTuple):
    """One version of an object in S3, with the digest of its bytes."""

    version_id: str
    sha256: str


def find_submission(key_hash: str) -> Submission | None:
    """What this idempotency key was used for, if it was."""
    item = table.get(_idempotency_key(key_hash))
    if item is None:
        return None
    return Submission(item["receipt"], item["fingerprint"])


def put_original(receipt: str, version: int, data: bytes) -> StoredObject:
    """Keep the file byte for byte."""
    return _put_object(f"{folder(receipt, version)}/original", data, "application/octet-stream")


def put_rows(rows: CanonicalRows) -> StoredObject:
    """Keep the people of a version, whole."""
    key = rows_object(rows.receipt, rows.version)
    return _put_object(key, rows.model_dump_json().encode(), "application/json")


def get_rows(roster: Roster) -> CanonicalRows:
    """The people of a roster, in the very version of the object that was submitted."""
    found = s3().get_object(
        Bucket=environment().records_bucket,
        Key=rows_object(roster.receipt, roster.version),
        VersionId=roster.rows_version,
    )
    return CanonicalRows.model_validate_json(found["Body"].read())


def save(roster: Roster, key_hash: str) -> None:
    """Make a submitted roster visible: head, first event, idempotency key and upload, or nothing.

    Raises:
        Taken: any of `roster`, `event`, `submission`, `upload` was there already.
    """
    submission = {
        **_idempotency_key(key_hash),
        "receipt": roster.receipt,
        "fingerprint": roster.fingerprint,
        "expires_at": int((roster.submitted_at + IDEMPOTENCY_LIFETIME).timestamp()),
    }
    _transact(
        {
            "roster": table.put_new(_head(roster)),
            "submission": table.put_new(submission),
            **_with_every_version(roster, "submitted"),
        }
    )


def replace(old: Roster, new: Roster) -> None:
    """Put a corrected roster in the place of the old one, which is kept as it was.

    Raises:
        Taken: the roster is no longer what `old` says, or the upload was used.
    """
    kept = {**_head(old), "sk": version_sort(old.version)}
    in_place_of_old: PutTypeDef = {
        "TableName": environment().table_name,
        "Item": to_item(_head(new)),
        "ConditionExpression": "version = :version AND #state = :state",
        "ExpressionAttributeNames": {"#state": "state"},
        "ExpressionAttributeValues": to_item({":version": old.version, ":state": old.state}),
    }
    _transact(
        {
            "roster": {"Put": in_place_of_old},
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


def find(receipt: str) -> tuple[Roster, list[Event]] | None:
    """A roster and its events, the first first."""
    items = _items(receipt, "EVENT#", "HEAD")
    head = next((item for item in items if item["sk"] == "HEAD"), None)
    if head is None:
        return None
    events = [Event.model_validate(item) for item in items if item["sk"].startswith("EVENT#")]
    return Roster.model_validate(head), events


def first_version(receipt: str) -> Roster:
    """A roster as it was first submitted."""
    kept = _items(receipt, version_sort(1), version_sort(1))
    return Roster.model_validate((kept or _items(receipt, "HEAD", "HEAD"))[0])


def _items(receipt: str, first: str, last: str) -> list[dict[str, Any]]:
    """What the table has of a roster between two sort keys, in their order."""
    values = {":pk": item_key(receipt, "")["pk"], ":first": first, ":last": last}
    found = dynamodb().query(
        TableName=environment().table_name,
        KeyConditionExpression="pk = :pk AND sk BETWEEN :first AND :last",
        ExpressionAttributeValues=to_item(values),
        ConsistentRead=True,
    )
    return [from_item(item) for item in found["Items"]]


def _put_object(key: str, data: bytes, content_type: str) -> StoredObject:
    answer = s3().put_object(
        Bucket=environment().records_bucket, Key=key, Body=data, ContentType=content_type
    )
    return StoredObject(answer["VersionId"], hashlib.sha256(data).hexdigest())


def _transact(parts: "Mapping[str, TransactWriteItemTypeDef]") -> None:
    for wait in (*_CONFLICT_WAITS, None):
        try:
            dynamodb().transact_write_items(TransactItems=list(parts.values()))
        except ClientError as error:
            reasons = [each["Code"] for each in error.response.get("CancellationReasons", [])]
            if "TransactionConflict" in reasons and wait is not None:
                time.sleep(wait)
                continue
            if "ConditionalCheckFailed" not in reasons:
                raise
            pairs = zip(parts, reasons, strict=True)
            raise Taken({name for name, reason in pairs if reason != "None"}) from error
        return


def _head(roster: Roster) -> dict[str, Any]:
    return {**item_key(roster.receipt, "HEAD"), **roster.model_dump(mode="json")}


def _idempotency_key(key_hash: str) -> dict[str, str]:
    return {"pk": f"IDEMPOTENCY#{key_hash}", "sk": "IDEMPOTENCY"}
