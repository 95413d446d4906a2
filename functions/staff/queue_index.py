"""The desk's indexes: the first heads of several places, merged into one page, and counted.

A page costs one read for each place, however many records there are: each place gives its first
ones, which are merged, and the page ends where the first place may have more.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeVar

from functions.platform import table
from functions.platform.aws import CALLS_AT_ONCE, dynamodb, from_item, to_item
from functions.platform.environment import environment
from functions.platform.problems import unprocessable
from functions.records import desk_queue, kept
from functions.records.desk_queue import FoundBy
from functions.records.receipts import Kind
from functions.records.record_keys import item_key, read_partition
from shared_rules.findings import Finding

PAGE: Final = 25
MOST_COUNTED: Final = 1000
"""In a place: of what is more, a tally says so."""

_LONGEST_MARK: Final = 200
_LAST: Final = "\U0010ffff"  # no text comes after one that begins with it
# The partition and the sort key of each index.
_ORDERS: Final = {
    desk_queue.BY_URGENCY: ("queue", "queue_order"),
    desk_queue.BY_UNIT: ("unit_county", "unit_order"),
}
Answer = TypeVar("Answer")


class Place(NamedTuple):
    """Where to read in an index: a partition, from a sort key on, up to another.

    `takes` tells of a sort key whether what stands there is meant; without it, all is. A key cannot
    be asked for by what is in its middle: as many are read as one call gives, and looked through.
    """

    partition: str
    first: str
    last: str
    takes: Callable[[str], bool] | None = None


class Found(NamedTuple):
    """Heads that an index has at a place; after the sort key `stopped_at` there are more."""

    heads: list[dict[str, Any]]
    stopped_at: str | None


class Page(NamedTuple):
    """The heads of one page, and the mark from which the next one goes on, if there is one."""

    heads: list[dict[str, Any]]
    goes_on: str | None

    @property
    def receipts(self) -> list[str]:
        """Those of the records that were found, in their order."""
        return [read_partition(head["pk"]) for head in self.heads]


class Tally(NamedTuple):
    """How many heads there are at a place, and whether counting stopped before its end."""

    number: int
    is_more: bool


class DueTally(NamedTuple):
    """The same, and how many of them are past their day."""

    number: int
    overdue: int
    is_more: bool


class Urgency(NamedTuple):
    """Whether the day until which something is to be done is over, or near."""

    is_overdue: bool
    is_soon: bool


def urgency(due: str, today: date, soon: timedelta) -> Urgency:
    """How urgent something is that is due on an ISO day; it is soon on the last days before."""
    is_overdue = desk_queue.is_past(due, today)
    return Urgency(is_overdue, not is_overdue and due <= (today + soon).isoformat())


def in_queue(kind: Kind, state: str, county: str, after: str) -> Place:
    """Where the records in a state of a county are, the most urgent first."""
    return Place(desk_queue.queue(kind, state, county), _beyond(after), _LAST)


def all_of(partition: str) -> Place:
    """Where everything is that waits in a partition of its own."""
    return Place(partition, " ", _LAST)


def due_between(kind: Kind, state: str, county: str, first: date | None, last: date) -> Place:
    """Where the records are that are due from a day on, until another, both inclusive."""
    begin = first.isoformat() if first else " "
    return Place(desk_queue.queue(kind, state, county), begin, f"{last.isoformat()}#{_LAST}")


def units(kind: Kind, county: str, beginning: str, after: str) -> Place:
    """Where the records of a county are whose units' names begin so."""
    return _beginning(desk_queue.units(kind, county), beginning, after)


def found_by(kind: Kind, county: str, by: FoundBy, beginning: str, after: str) -> Place:
    """Where the records of a county are that are found by what begins so."""
    return _beginning(desk_queue.finding(kind, county, by), beginning, after)


def _beginning(partition: str, beginning: str, after: str) -> Place:
    return Place(partition, max(beginning, _beyond(after)), f"{beginning}{_LAST}")


def check_mark(after: str) -> None:
    """Refuse a mark that is too long.

    Raises:
        Problem: it is.
    """
    if len(after) > _LONGEST_MARK:
        raise unprocessable([Finding.of("request.field", field="after")])


def merged(index: str, places: Iterable[Place]) -> Page:
    """One page of what several places hold, in the order of the index."""
    found = read(index, places, PAGE)
    order = itemgetter(_ORDERS[index][1])
    until = min((each.stopped_at for each in found if each.stopped_at), default=None)
    heads = sorted((head for each in found for head in each.heads), key=order)
    complete = [head for head in heads if until is None or order(head) <= until]
    shown = complete[:PAGE]
    return Page(shown, str(order(shown[-1])) if len(complete) > PAGE else until)


def read(index: str, places: Iterable[Place], most: int) -> list[Found]:
    """The first heads of each place in an index."""
    return _each(places, lambda place: _found(index, place, most))


def heads_of(receipts: Iterable[str]) -> list[dict[str, Any]]:
    """The heads of these records as they are now, each once, in their order; one read."""
    keys = {receipt: item_key(receipt, "HEAD") for receipt in receipts}
    heads = {read_partition(head["pk"]): head for head in table.get_all(list(keys.values()))}
    return [heads[receipt] for receipt in keys if receipt in heads]


def read_heads(
    heads: Iterable[dict[str, Any]], read_one: Callable[[dict[str, Any]], Answer]
) -> tuple[list[Answer], list[str]]:
    """What was read of each head, and the receipts of those that cannot be read.

    One stops no other; each is logged, for which there is an alarm.
    """
    found, unreadable = kept.readable_by(read_one, heads)
    return found, [str(head.get("pk", "")).rpartition("#")[2] for head in unreadable]


def everything(places: Iterable[Place], index: str = desk_queue.BY_URGENCY) -> list[dict[str, Any]]:
    """All heads that an index has at these places, however many there are."""
    found = _each(places, lambda place: _everything(index, place))
    return [head for heads in found for head in heads]


def count(places: Iterable[Place]) -> list[Tally]:
    """How many heads the index by urgency has at each place, counted up to `MOST_COUNTED`."""
    return _each(places, _tally)


def count_due(places: Iterable[Place], today: date) -> list[DueTally]:
    """The same with how many of them are past their day on this one: those come first."""
    return _each(places, lambda place: _due_tally(place, today))


def _beyond(order: str) -> str:
    """The first sort key after one that ends with a receipt; nothing begins with such a one."""
    return f"{order}!" if order else " "


def _each(places: Iterable[Place], ask: Callable[[Place], Answer]) -> list[Answer]:
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        return list(pool.map(ask, places))


def _found(index: str, place: Place, most: int) -> Found:
    if place.first > place.last:
        # DynamoDB refuses such bounds; a mark that comes from another search makes them.
        return Found([], None)
    order = _ORDERS[index][1]
    if place.takes:
        answer = dynamodb().query(**_query(index, place), ProjectionExpression=f"pk, {order}")
    else:
        answer = dynamodb().query(**_query(index, place), Limit=most)
    heads = map(from_item, answer["Items"])
    last = from_item(answer.get("LastEvaluatedKey", {}))
    meant = [each for each in heads if place.takes is None or place.takes(each[order])]
    return Found(meant, last.get(order))


def _everything(index: str, place: Place) -> list[dict[str, Any]]:
    pages = dynamodb().get_paginator("query").paginate(**_query(index, place))
    return [from_item(item) for page in pages for item in page["Items"]]


def _tally(place: Place) -> Tally:
    asked = _query(desk_queue.BY_URGENCY, place)
    answer = dynamodb().query(**asked, Limit=MOST_COUNTED, Select="COUNT")
    return Tally(answer["Count"], bool(answer.get("LastEvaluatedKey")))


def _due_tally(place: Place, today: date) -> DueTally:
    asked = _query(desk_queue.BY_URGENCY, place)
    order = _ORDERS[desk_queue.BY_URGENCY][1]
    answer = dynamodb().query(**asked, Limit=MOST_COUNTED, ProjectionExpression=order)
    days = [desk_queue.day_of(item[order]["S"]) for item in answer["Items"]]
    overdue = sum(desk_queue.is_past(day, today) for day in days)
    return DueTally(len(days), overdue, bool(answer.get("LastEvaluatedKey")))


def _query(index: str, place: Place) -> dict[str, Any]:
    partition, order = _ORDERS[index]
    return {
        "TableName": environment().table_name,
        "IndexName": index,
        "KeyConditionExpression": f"{partition} = :at AND {order} BETWEEN :first AND :last",
        "ExpressionAttributeValues": to_item(
            {":at": place.partition, ":first": place.first, ":last": place.last}
        ),
    }
