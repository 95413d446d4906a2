"""The outbox: what is still to do after an event, kept in the transaction that makes the event.

An item under the record's own key says that an event waits for its follow-up. While it waits it
has the attribute `pending`, and once it was given up `dead`; each is the key of a sparse index.
Neither item nor index holds anything about people.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from functions.platform import table
from functions.platform.aws import dynamodb, from_item, to_item
from functions.platform.environment import environment
from functions.records import record_keys
from shared_rules.records import Record

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

LEASE: Final = timedelta(minutes=15)  # no invocation of Lambda lives longer
DONE_LIFETIME: Final = timedelta(days=30)
SHARD: Final = "0"
"""The one value of `pending` and `dead`: some thousand lists a year need one partition."""

_SORT: Final = "OUTBOX#"
_FREE: Final = "(attribute_not_exists(leased_until) OR leased_until <= :now)"
_INDEXES: Final = {"pending": "Pending", "dead": "Dead"}

Task = Literal[
    "follow-up", "cover", "end", "request", "papers", "import", "take-back", "message", "find"
]
"""What is to be done: index and tell of a version, give the people of an accepted one cover, take
those of one that was withdrawn or closed out of the index; look at papers that were brought; bring
old policies in, or take those back; send a message; have the desk find it by what it says now.
"""


class Entry(NamedTuple):
    """Which event of which roster or claim waits: events of a record are counted from 1.

    `message` is the name of a message about it that is to be sent, and empty for all the rest.
    """

    receipt: str
    event: int
    message: str = ""


class Work(Record):
    """An entry that was claimed to be worked off; `attempts` counts this one too."""

    entry: Entry
    task: Task
    version: int
    attempts: int
    created_at: datetime
    indexed_at: datetime | None = None


def entry(
    waiting: Entry, now: datetime, *, version: int = 0, task: Task = "follow-up"
) -> "TransactWriteItemTypeDef":
    """The part of a transaction that asks for the follow-up of the event that it makes.

    `version` is the one that the event made, or was about; of a message there is none.
    """
    item = {
        **key_of(waiting),
        "task": task,
        "version": version,
        "created_at": now.isoformat(),
        "attempts": 0,
        "pending": SHARD,
    }
    return table.put_new(item)


def key_of(waiting: Entry) -> dict[str, str]:
    """The key of an entry's item."""
    message = f"#{waiting.message}" if waiting.message else ""
    return record_keys.item_key(waiting.receipt, f"{_SORT}{waiting.event:06d}{message}")


def read_key(key: Mapping[str, str]) -> Entry:
    """The entry that has this key.

    Raises:
        ValueError: it is the key of something else.
    """
    sort, name = key["sk"][: len(_SORT)], key["sk"][len(_SORT) :]
    if sort != _SORT:
        raise ValueError("not the key of an outbox entry")
    number, _, message = name.partition("#")
    return Entry(record_keys.read_partition(key["pk"]), int(number), message)


def take(entry: Entry, now: datetime) -> Work | None:
    """Take an entry to work on it; None where it is done, given up, or in another's hands."""
    item = table.update_if(
        f"attribute_exists(pending) AND {_FREE}",
        key_of(entry),
        "SET leased_until = :end ADD attempts :one",
        {":now": _seconds(now), ":end": _seconds(now + LEASE), ":one": 1},
    )
    if item is None:
        return None
    return Work.model_validate({**item, "entry": entry})


def note_indexed(entry: Entry, now: datetime) -> None:
    """Keep that the people are in the index, so that no repetition does it again."""
    _change(entry, "SET indexed_at = :at", {":at": now.isoformat()})


def finish(entry: Entry, now: datetime) -> None:
    """Keep that nothing is left to do; the entry goes away by itself."""
    _change(
        entry,
        "SET done_at = :at, expires_at = :end REMOVE pending, leased_until",
        {":at": now.isoformat(), ":end": _seconds(now + DONE_LIFETIME)},
    )


def give_back(entry: Entry) -> None:
    """Let the next one try at once."""
    _change(entry, "REMOVE leased_until")


def bury(entry: Entry, now: datetime) -> None:
    """Give an entry up, until a person has it put back to work."""
    _change(
        entry,
        "SET dead = :shard, dead_at = :at REMOVE pending, leased_until",
        {":shard": SHARD, ":at": now.isoformat()},
    )


def revive(entry: Entry) -> None:
    """Put an entry that was given up back to work, with all its attempts."""
    table.update_if(
        "attribute_exists(dead)",
        key_of(entry),
        "SET pending = :shard, attempts = :none REMOVE dead, dead_at",
        {":shard": SHARD, ":none": 0},
    )


def attempts(entry: Entry) -> int:
    """How often an entry was claimed since it was made or revived; 0 where there is none."""
    item = table.get(key_of(entry))
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
            yield read_key(from_item(item))


def waits_since() -> datetime | None:
    """Since when the oldest entry waits; None where none does."""
    found = dynamodb().query(
        TableName=environment().table_name,
        IndexName=_INDEXES["pending"],
        KeyConditionExpression="pending = :shard",
        ExpressionAttributeValues=to_item({":shard": SHARD}),
        Limit=1,
    )
    oldest = [from_item(each)["created_at"] for each in found["Items"]]
    return datetime.fromisoformat(oldest[0]) if oldest else None


def _change(entry: Entry, change: str, values: dict[str, Any] | None = None) -> None:
    # An entry that is gone must not come back as half an item.
    table.update_if("attribute_exists(pk)", key_of(entry), change, values)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
