"""Rosters as they are kept.

The table holds, under `ROSTER#<receipt>`, the head and one item an event; under
`IDEMPOTENCY#<hash>` which receipt a key was given; under `TRIES#<receipt>#<window>` how often a
wrong code was tried. S3 holds the file as it came and the people. One transaction makes a roster
visible; objects of a submission that died before it are seen by nobody.
"""

import hashlib
import time
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from botocore.exceptions import ClientError

from functions.common import uploads
from functions.common.aws import dynamodb, from_item, s3, to_item
from functions.common.environment import environment
from functions.rosters.models import CanonicalRows, Event, Roster

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

IDEMPOTENCY_LIFETIME: Final = timedelta(days=30)
TRIES_WINDOW: Final = timedelta(minutes=15)
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
    found = dynamodb().get_item(
        TableName=environment().table_name,
        Key=to_item(_idempotency_key(key_hash)),
        ConsistentRead=True,
    )
    if "Item" not in found:
        return None
    item = from_item(found["Item"])
    return Submission(item["receipt"], item["fingerprint"])


def put_original(receipt: str, version: int, data: bytes) -> StoredObject:
    """Keep the file byte for byte."""
    return _put(f"{_folder(receipt, version)}/original", data, "application/octet-stream")


def put_rows(rows: CanonicalRows) -> StoredObject:
    """Keep the people of a version, whole."""
    key = f"{_folder(rows.receipt, rows.version)}/rows.json"
    return _put(key, rows.model_dump_json().encode(), "application/json")


def get_rows(roster: Roster) -> CanonicalRows:
    """The people of a roster, in the very version of the object that was submitted."""
    found = s3().get_object(
        Bucket=environment().records_bucket,
        Key=f"{_folder(roster.receipt, roster.version)}/rows.json",
        VersionId=roster.rows_version,
    )
    return CanonicalRows.model_validate_json(found["Body"].read())


def save(roster: Roster, key_hash: str, fingerprint: str) -> None:
    """Make a submitted roster visible: head, first event, idempotency key and upload, or nothing.

    Raises:
        Taken: any of `roster`, `submission`, `upload` was there already.
    """
    head = {**_key(roster.receipt, "HEAD"), **roster.model_dump(mode="json")}
    event = {
        **_key(roster.receipt, _event_key(roster.version)),
        "at": roster.submitted_at.isoformat(),
        "state": roster.state,
    }
    submission = {
        **_idempotency_key(key_hash),
        "receipt": roster.receipt,
        "fingerprint": fingerprint,
        "expires_at": int((roster.submitted_at + IDEMPOTENCY_LIFETIME).timestamp()),
    }
    parts = {"roster": _put_new(head), "event": _put_new(event), "submission": _put_new(submission)}
    if roster.upload_id:
        parts["upload"] = uploads.use(roster.upload_id, roster.receipt)
    _transact(parts)


def find(receipt: str) -> tuple[Roster, list[Event]] | None:
    """A roster and its events, the first first."""
    found = dynamodb().query(
        TableName=environment().table_name,
        KeyConditionExpression="pk = :pk",
        ExpressionAttributeValues=to_item({":pk": _key(receipt, "")["pk"]}),
        ConsistentRead=True,
    )
    items = [from_item(item) for item in found["Items"]]
    head = next((item for item in items if item["sk"] == "HEAD"), None)
    if head is None:
        return None
    events = [Event.model_validate(item) for item in items if item["sk"] != "HEAD"]
    return Roster.model_validate(head), events


def tries(receipt: str, now: datetime) -> int:
    """How often a wrong code was tried for a receipt in this window of time."""
    found = dynamodb().get_item(
        TableName=environment().table_name, Key=to_item(_tries_key(receipt, now))
    )
    return int(from_item(found.get("Item", {})).get("tries", 0))


def count_try(receipt: str, now: datetime) -> None:
    """Count a wrong code; the count goes away by itself."""
    dynamodb().update_item(
        TableName=environment().table_name,
        Key=to_item(_tries_key(receipt, now)),
        UpdateExpression="ADD tries :one SET expires_at = :end",
        ExpressionAttributeValues=to_item(
            {":one": 1, ":end": int((now + 2 * TRIES_WINDOW).timestamp())}
        ),
    )


def _put(key: str, data: bytes, content_type: str) -> StoredObject:
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


def _put_new(item: Mapping[str, Any]) -> "TransactWriteItemTypeDef":
    return {
        "Put": {
            "TableName": environment().table_name,
            "Item": to_item(item),
            "ConditionExpression": "attribute_not_exists(pk)",
        }
    }


def _folder(receipt: str, version: int) -> str:
    return f"rosters/{receipt}/v{version}"


def _key(receipt: str, sort: str) -> dict[str, str]:
    return {"pk": f"ROSTER#{receipt}", "sk": sort}


def _event_key(number: int) -> str:
    return f"EVENT#{number:06d}"


def _idempotency_key(key_hash: str) -> dict[str, str]:
    return {"pk": f"IDEMPOTENCY#{key_hash}", "sk": "IDEMPOTENCY"}


def _tries_key(receipt: str, now: datetime) -> dict[str, str]:
    window = int(now.timestamp() // TRIES_WINDOW.total_seconds())
    return {"pk": f"TRIES#{receipt}#{window}", "sk": "TRIES"}
