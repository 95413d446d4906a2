"""Whom the desk has to tell something itself (要当面或打电话告知): no e-mail reaches her.

Her list or claim has a place in a queue since the first of what she has to be told. What that is
follows from events and messages, so that whoever reads the queue looks: where nothing is left to
tell, the place is given up, unless there was something new meanwhile.
"""

from datetime import date
from typing import TYPE_CHECKING, Final

from functions.platform import table
from functions.records import desk_queue, kept, receipts
from functions.records.desk_queue import ALL_COUNTIES
from functions.records.record_keys import item_key
from shared_rules.records import Record

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

QUEUE: Final = "to_tell"
_SORT: Final = "TO_TELL"
_ORDER: Final = "queue_order"


class ToTell(Record):
    """Something of a record is to be told; `last` names the newest message of it."""

    receipt: str
    last: str = ""


def place(receipt: str, county: str, since: date, last: str) -> "TransactWriteItemTypeDef":
    """The part of a transaction by which a record is in the queue; one that was there stays so."""
    placed = desk_queue.place(
        receipt,
        queue_name=QUEUE,
        county=ALL_COUNTIES if receipts.kind_of(receipt) == "LP" else county,
        since=since,
    )
    item = kept.to_item({}, ToTell(receipt=receipt, last=last), **placed)
    values = {
        name: f"if_not_exists(#{name}, :{name})" if name == _ORDER else f":{name}" for name in item
    }
    change = "SET " + ", ".join(f"#{name} = {value}" for name, value in values.items())
    return table.update_part(_key(receipt), change, {f"#{name}": name for name in item}, **item)


def nothing(receipt: str) -> "TransactWriteItemTypeDef":
    """The part by which a record leaves the queue: she has seen for herself how it stands."""
    return table.put_part(kept.to_item(_key(receipt), ToTell(receipt=receipt)))


def leave(seen: ToTell) -> None:
    """Give up the place of a record of which nothing is left to tell, unless that changed."""
    table.update_if(
        "#last = :last",
        _key(seen.receipt),
        f"REMOVE #queue, {_ORDER}",
        {":last": seen.last},
        {"#last": "last", "#queue": "queue"},
    )


def of(receipt: str) -> ToTell | None:
    """What the queue knows of a record; None where it never was in it."""
    item = table.get(_key(receipt))
    return kept.read(ToTell, item) if item else None


def _key(receipt: str) -> dict[str, str]:
    return item_key(receipt, _SORT)
