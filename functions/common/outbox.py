"""The outbox: what is still to do for a version of a record, kept in the transaction that makes it.

An item under the record's own key says that a version waits for its follow-up. While it waits it
has the attribute `pending`, and once it was given up `dead`; each is the key of a sparse index.
Neither item nor index holds anything about people.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from functions.common import record_keys, table

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

SHARD: Final = "0"
"""The one value of `pending` and `dead`: some thousand lists a year need one partition."""

_SORT: Final = "OUTBOX#"


class Entry(NamedTuple):
    """Which version of which roster or claim waits."""

    receipt: str
    version: int


def entry(receipt: str, version: int, now: datetime) -> "TransactWriteItemTypeDef":
    """The part of a transaction that asks for the follow-up of the version that it makes."""
    item = {
        **key_of(Entry(receipt, version)),
        "task": "follow-up",
        "created_at": now.isoformat(),
        "attempts": 0,
        "pending": SHARD,
    }
    return table.put_new(item)


def key_of(waiting: Entry) -> dict[str, str]:
    """The key of an entry's item."""
    return record_keys.item_key(waiting.receipt, f"{_SORT}{waiting.version:06d}")


def read_key(key: Mapping[str, str]) -> Entry:
    """The entry that has this key.

    Raises:
        ValueError: it is the key of something else.
    """
    sort, number = key["sk"][: len(_SORT)], key["sk"][len(_SORT) :]
    if sort != _SORT:
        raise ValueError("not the key of an outbox entry")
    return Entry(record_keys.read_partition(key["pk"]), int(number))
