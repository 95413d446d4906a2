"""What the follow-up reads and writes.

Entries of the outbox lie under their roster; an entry is claimed for `LEASE`, so that stream and
sweeper do not work on it at once. A person's item, under the keyed hash of her ID number, has one
attribute a list, named for its receipt: each is written on its own, and a version never over a
newer one, nor what may be covered over what an accepted list covers.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal

from botocore.exceptions import ClientError

from functions.platform import objects, table
from functions.platform.aws import dynamodb, from_item, to_item
from functions.platform.environment import environment
from functions.records import outbox, person_index, record_keys
from functions.records.claims import claim_course, claim_documents
from functions.records.claims.claim_documents import Document
from functions.records.claims.claim_events import Event
from functions.records.outbox import SHARD, Entry
from functions.records.person_index import Known, Listing
from functions.worker.models import (
    ClaimHead,
    CoverSummary,
    People,
    PeopleCover,
    Person,
    PersonCover,
    Version,
    Work,
)
from shared_rules import plans

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import UpdateItemInputTypeDef

LEASE: Final = timedelta(minutes=15)  # no invocation of Lambda lives longer
DONE_LIFETIME: Final = timedelta(days=30)
_MOST_DOCUMENTS: Final = 99
_PLACINGS: Final = 5
_FREE: Final = "(attribute_not_exists(leased_until) OR leased_until <= :now)"
_INDEXES: Final = {"pending": "Pending", "dead": "Dead"}


def claim(entry: Entry, now: datetime) -> Work | None:
    """Take an entry to work on it; None where it is done, given up, or in another's hands."""
    item = _update_if(
        outbox.key_of(entry),
        f"attribute_exists(pending) AND {_FREE}",
        "SET leased_until = :end ADD attempts :one",
        {":now": _seconds(now), ":end": _seconds(now + LEASE), ":one": 1},
    )
    if item is None:
        return None
    return Work.model_validate({**item, "entry": entry})


def note_indexed(entry: Entry, now: datetime) -> None:
    """Keep that the people are in the index, so that no repetition does it again."""
    _update(outbox.key_of(entry), "SET indexed_at = :at", {":at": now.isoformat()})


def finish(entry: Entry, now: datetime) -> None:
    """Keep that nothing is left to do; the entry goes away by itself."""
    _update(
        outbox.key_of(entry),
        "SET done_at = :at, expires_at = :end REMOVE pending, leased_until",
        {":at": now.isoformat(), ":end": _seconds(now + DONE_LIFETIME)},
    )


def give_back(entry: Entry) -> None:
    """Let the next one try at once."""
    _update(outbox.key_of(entry), "REMOVE leased_until")


def bury(entry: Entry, now: datetime) -> None:
    """Give an entry up, until a person has it put back to work."""
    _update(
        outbox.key_of(entry),
        "SET dead = :shard, dead_at = :at REMOVE pending, leased_until",
        {":shard": SHARD, ":at": now.isoformat()},
    )


def revive(entry: Entry) -> None:
    """Put an entry that was given up back to work, with all its attempts."""
    _update_if(
        outbox.key_of(entry),
        "attribute_exists(dead)",
        "SET pending = :shard, attempts = :none REMOVE dead, dead_at",
        {":shard": SHARD, ":none": 0},
    )


def attempts(entry: Entry) -> int:
    """How often an entry was claimed since it was made or revived; 0 where there is none."""
    item = table.get(outbox.key_of(entry))
    return int(item["attempts"]) if item else 0


def waiting(
    created_before: datetime | None = None, *, state: Literal["pending", "dead"] = "pending"
) -> Iterator[Entry]:
    """The entries in a state, the oldest first; an index is read, so the newest may be missing."""
    created = " AND created_at <= :before" if created_before else ""
    values = {":shard": SHARD, ":before": created_before and created_before.isoformat()}
    pages = (
        dynamodb()
        .get_paginator("query")
        .paginate(
            TableName=environment().table_name,
            IndexName=_INDEXES[state],
            KeyConditionExpression=f"{state} = :shard{created}",
            ExpressionAttributeValues=to_item(values),
        )
    )
    for page in pages:
        for item in page["Items"]:
            yield outbox.read_key(from_item(item))


def current_version(receipt: str) -> Version:
    """The version of a roster that holds now.

    Raises:
        LookupError: there is no such roster.
    """
    return _version(receipt, "HEAD")


def earlier_version(receipt: str, number: int) -> Version:
    """A version that another one has taken the place of.

    Raises:
        LookupError: there is no such version.
    """
    return _version(receipt, record_keys.version_sort(number))


def people_of(version: Version) -> list[Person]:
    """The people of a version as they were submitted."""
    return People.model_validate_json(objects.get(version.rows_object)).people


def put_listing(person: str, receipt: str, listing: Listing) -> Known | None:
    """Keep what a list says of a person; with the same again, nothing changes.

    Args:
        person: the keyed hash of the ID number.
        receipt: of the list.
        listing: what one of its versions says.

    Returns:
        What is known of her; None where a newer version, or the insurer, had its say already.
    """
    not_older = "#receipt.version <= :version"
    if listing.policy_issued is None:
        not_older += " AND attribute_not_exists(#receipt.policy_issued)"
    item = _update_if(
        person_index.key_of(person),
        f"attribute_not_exists(#receipt) OR ({not_older})",
        "SET #receipt = :listing",
        {
            ":listing": listing.model_dump(mode="json", exclude_none=True),
            ":version": listing.version,
        },
        {"#receipt": receipt},
    )
    return person_index.read(item) if item else None


def put_cover(version: Version, people: list[PersonCover], now: datetime) -> None:
    """Keep the cover of everybody of an accepted roster, and what the desk must look at in it."""
    content = PeopleCover(people=people).model_dump_json(exclude_computed_fields=True)
    place = f"{record_keys.folder(version.receipt, version.version)}/cover"
    kept = objects.put(place, content.encode(), "application/json")
    continuous = sum(each.is_continuous for each in people)
    summary = CoverSummary(
        cover_object=kept,
        continuous=continuous,
        first_time=len(people) - continuous,
        attention_rows=[each.row for each in people if each.needs_attention],
        found_at=now,
    )
    item = {
        **record_keys.item_key(version.receipt, "COVER"),
        **summary.model_dump(mode="json"),
    }
    table.put(item)


def put_duplicates(version: Version, rows: list[int], now: datetime) -> None:
    """Keep, for the desk, which rows of a version are in another list too; never over a newer."""
    item = {
        **record_keys.item_key(version.receipt, "DUPLICATES"),
        "version": version.version,
        "rows": rows,
        "found_at": now.isoformat(),
    }
    condition = "attribute_not_exists(pk) OR version <= :version"
    table.put_if(condition, item, {":version": version.version})


def claim_head(receipt: str) -> ClaimHead:
    """A claim.

    Raises:
        LookupError: there is no such claim.
    """
    item = table.get(record_keys.item_key(receipt, "HEAD"))
    if item is None:
        raise LookupError("no such claim")
    return ClaimHead.model_validate(item)


def documents_of(receipt: str, version: int) -> list[Document]:
    """The papers that came with one version of a claim."""
    first = claim_documents.key_of(receipt, claim_documents.document_id(version, 0))
    last = claim_documents.SORT + claim_documents.document_id(version, _MOST_DOCUMENTS)
    return [Document.model_validate(item) for item in table.between(first, last)]


def from_quarantine(document: Document) -> bytes:
    """A paper's bytes as they came."""
    return objects.get(document.quarantine_object)


def put_clean(receipt: str, document_id: str, data: bytes, media_type: str) -> str:
    """Keep what may be opened of a paper; the key of the object."""
    return objects.put(claim_documents.clean_place(receipt, document_id), data, media_type)


def leave_quarantine(document: Document) -> None:
    """Take a paper out of quarantine, once what may be opened of it is kept."""
    objects.remove(document.quarantine_object)


def put_state(receipt: str, document: Document) -> None:
    """Keep what was found of a paper; never over a state that is final."""
    table.put_if(
        "#state IN (:received, :scanning)",
        claim_documents.to_item(receipt, document),
        {":received": "received", ":scanning": "scanning"},
        {"#state": "state"},
    )


def put_checked(receipt: str, version: int, now: datetime) -> None:
    """Keep in the claim's story that its papers were looked at; the first time stands."""
    item = {
        **record_keys.item_key(receipt, f"EVENT#CHECKED#{version:06d}"),
        "at": now.isoformat(),
        "state": "checked",
        "version": version,
    }
    table.put_if("attribute_not_exists(pk)", item)


def keep_place(receipt: str) -> None:
    """Bring a claim's place in the desk's queue in step with its papers.

    Where that changes it, whoever decides on what she saw before gets a conflict.

    Raises:
        LookupError: there is no such claim.
        TimeoutError: it was changed again and again meanwhile.
    """
    for _ in range(_PLACINGS):
        items = table.between(record_keys.item_key(receipt, claim_documents.SORT), "HEAD")
        placed, head = _placed(items)
        if placed.items() <= head.items() or _is_placed(head, placed):
            return
    raise TimeoutError("the claim was changed meanwhile")


def _placed(items: list[dict[str, Any]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Where the head of a claim belongs, and the head."""
    head = next((item for item in items if item["sk"] == "HEAD"), None)
    if head is None:
        raise LookupError("no such claim")
    claim = ClaimHead.model_validate(head)
    stands = claim_course.standing(
        [Event.model_validate(each) for each in items if each["sk"].startswith("EVENT#")],
        [Document.model_validate(each) for each in items if each["sk"].startswith("DOCUMENT#")],
        in_hospital=claim.in_hospital,
        plan=plans.in_force(claim.plan),
    )
    return claim_course.place(claim.receipt, claim.unit.name, stands), head


def _is_placed(head: dict[str, Any], placed: dict[str, Any]) -> bool:
    """Whether the head could be put into its place; not where it was changed meanwhile."""
    version, revision = head["version"], head.get("revision", head["version"])
    changes = {**placed, "revision": revision + 1}
    values = {f":{name}": value for name, value in changes.items()}
    item = _update_if(
        record_keys.item_key(head["receipt"], "HEAD"),
        "version = :held AND (attribute_not_exists(revision) OR revision = :seen)",
        "SET " + ", ".join(f"#{name} = :{name}" for name in changes),
        {**values, ":held": version, ":seen": revision},
        {f"#{name}": name for name in changes},
    )
    return item is not None


def _version(receipt: str, sort: str) -> Version:
    item = table.get(record_keys.item_key(receipt, sort))
    if item is None:
        raise LookupError("no such version of a roster")
    return Version.model_validate(item)


def _update(key: dict[str, str], change: str, values: dict[str, Any] | None = None) -> None:
    # An entry that is gone must not come back as half an item.
    _update_if(key, "attribute_exists(pk)", change, values)


def _update_if(
    key: dict[str, str],
    condition: str,
    change: str,
    values: dict[str, Any] | None = None,
    names: dict[str, str] | None = None,
) -> dict[str, Any] | None:
    """The item after the change, or None where the condition does not hold."""
    request: UpdateItemInputTypeDef = {
        "TableName": environment().table_name,
        "Key": to_item(key),
        "ConditionExpression": condition,
        "UpdateExpression": change,
        "ReturnValues": "ALL_NEW",
    }
    if values:
        request["ExpressionAttributeValues"] = to_item(values)
    if names:
        request["ExpressionAttributeNames"] = names
    try:
        return from_item(dynamodb().update_item(**request)["Attributes"])
    except ClientError as error:
        if table.is_refused(error):
            return None
        raise


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
