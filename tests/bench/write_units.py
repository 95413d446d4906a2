"""What a list costs the table: write units, counted from the items that are written.

The emulator knows no units, so sizes are added up as DynamoDB's manual says: a unit for each
kilobyte begun, two in a transaction, and one more where the item is in an index, which is a little
too much: an index that a change does not touch costs nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from math import ceil
from typing import Any, Final

from functions.local import samples
from functions.platform import clock
from functions.platform.aws import dynamodb
from functions.records.outbox import Entry
from functions.worker import service
from tests.functional.rosters_requests import TODAY, new_key, rows_of, submit

UNIT_BYTES: Final = 1024
PEOPLE: Final = 1000
INDEXED: Final = {"pending", "dead", "queue", "unit_county"}


def per_person() -> float:
    """Write units of a list, submitted and followed up, for each of its people."""
    with counted() as units:
        people = samples.people(PEOPLE, seed=9, today=TODAY)
        answer = submit(new_key(), rows=rows_of(people))
        service.follow_up(Entry(answer.body["receipt"], 1), clock.now())
    return sum(units) / PEOPLE


@contextmanager
def counted() -> Iterator[list[int]]:
    """The units of each write that the functions make in the block."""
    units: list[int] = []

    def putting(params: Mapping[str, Any], **_: Any) -> None:
        units.append(_units(params["Item"]))

    def transacting(params: Mapping[str, Any], **_: Any) -> None:
        for part in params["TransactItems"]:
            [write] = part.values()
            units.append(2 * _units(write.get("Item") or write["Key"]))

    def updated(parsed: Mapping[str, Any], **_: Any) -> None:
        units.append(_units(parsed.get("Attributes", {})))

    handlers: dict[str, Callable[..., None]] = {
        "provide-client-params.dynamodb.PutItem": putting,
        "provide-client-params.dynamodb.TransactWriteItems": transacting,
        "after-call.dynamodb.UpdateItem": updated,
    }
    events = dynamodb().meta.events
    for name, handler in handlers.items():
        events.register(name, handler)
    yield units
    for name, handler in handlers.items():
        events.unregister(name, handler)


def item_bytes(item: Mapping[str, Any]) -> int:
    """How large an item is, as the table counts it."""
    return sum(len(name.encode()) + _size(value) for name, value in item.items())


def _units(item: Mapping[str, Any]) -> int:
    return max(ceil(item_bytes(item) / UNIT_BYTES), 1) + len(item.keys() & INDEXED)


def _size(value: Mapping[str, Any]) -> int:
    [(kind, content)] = value.items()
    match kind:
        case "S":
            return len(content.encode())
        case "N":
            return (len(content.strip("-")) + 1) // 2 + 1
        case "M":
            return 3 + sum(1 + len(name.encode()) + _size(each) for name, each in content.items())
        case "L":
            return 3 + sum(1 + _size(each) for each in content)
        case _:
            return 1
