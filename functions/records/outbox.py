"""The outbox: what is still to do after an event, kept in the transaction that makes the event.

An item under the record's own key says that an event waits for its follow-up. While it waits it
has the attribute `pending`, and once it was given up `dead`; each is the key of a sparse index.
Neither item nor index holds anything about people.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from functions.platform import table
from functions.records import record_keys

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

SHARD: Final = "0"
"""The one value of `pending` and `dead`: some thousand lists a year need one partition."""

_SORT: Final = "OUTBOX#"

Task = Literal["follow-up", "cover"]
"""What is to be done: index and tell of a version; or give the people of an accepted one cover."""


class Entry(NamedTuple):
    """Which event of which roster or claim waits: events of a record are counted from 1."""

    receipt: str
    event: int


def entry(
    receipt: str, event: int, now: datetime, *, version: int, task: Task = "follow-up"
) -> "TransactWriteItemTypeDef":
    """The part of a transaction that asks for the follow-up of the event that it makes.

    `version` is the one that the event made, or was about.
    """
    item = {
        **key_of(Entry(receipt, event)),
        "task": task,
        "version": version,
        "created_at": now.isoformat(),
        "attempts": 0,
        "pending": SHARD,
    }
    return table.put_new(item)


def key_of(waiting: Entry) -> dict[str, str]:
    """The key of an entry's item."""
    return record_keys.item_key(waiting.receipt, f"{_SORT}{waiting.event:06d}")


def read_key(key: Mapping[str, str]) -> Entry:
    """The entry that has this key.

    Raises:
        ValueError: it is the key of something else.
    """
    sort, number = key["sk"][: len(_SORT)], key["sk"][len(_SORT) :]
    if sort != _SORT:
        raise ValueError("not the key of an outbox entry")
    return Entry(record_keys.read_partition(key["pk"]), int(number))
