"""What the desk reads of rosters, and the log of what its people saw.

A log entry lies under the roster, `VIEWED#<when>#<random>`: after the head, so that whoever asks
for state and events does not read it.
"""

import secrets
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from functions.common import desk_queue, records, table
from functions.common.aws import dynamodb, from_item, to_item
from functions.common.environment import environment
from functions.common.record_keys import cover_object, item_key, rows_object, version_sort
from functions.followup.models import CoverSummary, PeopleCover, PersonCover
from functions.rosters.events import Event, State
from functions.rosters.models import CanonicalRows, Roster
from functions.staff.models import Duplicates, HandOff, Viewed
from shared_rules.roster.judging import Insured

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import QueryInputTypeDef

_CALLS_AT_ONCE: Final = 10  # as many connections as botocore keeps
_LAST: Final = "\U0010ffff"  # no text comes after one that begins with it
_LAST_VERSION: Final = 999_999
_VIEWED: Final = "VIEWED#"
_HAND_OFF: Final = "HANDOFF#"
# The partition and the sort key of each index.
_ORDERS: Final = {
    desk_queue.BY_URGENCY: ("queue", "queue_order"),
    desk_queue.BY_UNIT: ("unit_county", "unit_order"),
}
Answer = TypeVar("Answer")


class Place(NamedTuple):
    """Where to read in an index: a partition, from a sort key on, up to another."""

    partition: str
    first: str
    last: str


class Found(NamedTuple):
    """Heads that an index has at a place; after the sort key `stopped_at` there are more."""

    heads: list[dict[str, Any]]
    stopped_at: str | None


class Tally(NamedTuple):
    """How many heads there are at a place, and whether counting stopped before its end."""

    number: int
    is_more: bool


class KeptCase(NamedTuple):
    """All that is kept of a roster but for its people and its log."""

    roster: Roster
    events: list[Event]
    due: str
    duplicates: Duplicates | None
    cover: CoverSummary | None
    hand_offs: list[HandOff]


# ---- the queue ----


def in_queue(state: State, county: str, after: str) -> Place:
    """Where the rosters in a state of a county are, the most urgent first."""
    return Place(desk_queue.queue("AK", state, county), _beyond(after), _LAST)


def due_between(state: State, county: str, first: date | None, last: date) -> Place:
    """Where the rosters are that are due from a day on, until another, both inclusive."""
    begin = first.isoformat() if first else " "
    return Place(desk_queue.queue("AK", state, county), begin, f"{last.isoformat()}#{_LAST}")


def units(county: str, beginning: str, after: str) -> Place:
    """Where the rosters of a county are whose units' names begin so."""
    first = max(beginning, _beyond(after))
    return Place(desk_queue.units("AK", county), first, f"{beginning}{_LAST}")


def read(index: str, places: Iterable[Place], most: int) -> list[Found]:
    """The first heads of each place in an index."""
    return _each(places, lambda place: _found(index, place, most))


def count(places: Iterable[Place], most: int) -> list[Tally]:
    """How many heads the index by urgency has at each place, counted up to `most`."""
    return _each(places, lambda place: _tally(place, most))


def order_of(index: str) -> str:
    """The attribute by which an index is sorted."""
    return _ORDERS[index][1]


def find(receipt: str) -> dict[str, Any] | None:
    """The head of a roster."""
    return table.get(item_key(receipt, "HEAD"))


def _beyond(order: str) -> str:
    """The first sort key after one that ends with a receipt; nothing begins with such a one."""
    return f"{order}!" if order else " "


def _each(places: Iterable[Place], ask: Callable[[Place], Answer]) -> list[Answer]:
    with ThreadPoolExecutor(_CALLS_AT_ONCE) as pool:
        return list(pool.map(ask, places))


def _found(index: str, place: Place, most: int) -> Found:
    answer = dynamodb().query(**_query(index, place, most))
    last = from_item(answer.get("LastEvaluatedKey", {}))
    return Found([from_item(item) for item in answer["Items"]], last.get(order_of(index)))


def _tally(place: Place, most: int) -> Tally:
    request = _query(desk_queue.BY_URGENCY, place, most)
    request["Select"] = "COUNT"
    answer = dynamodb().query(**request)
    return Tally(answer["Count"], bool(answer.get("LastEvaluatedKey")))


def _query(index: str, place: Place, most: int) -> "QueryInputTypeDef":
    partition, order = _ORDERS[index]
    return {
        "Limit": most,
        "TableName": environment().table_name,
        "IndexName": index,
        "KeyConditionExpression": f"{partition} = :at AND {order} BETWEEN :first AND :last",
        "ExpressionAttributeValues": to_item(
            {":at": place.partition, ":first": place.first, ":last": place.last}
        ),
    }


# ---- one roster ----


def case(receipt: str) -> KeptCase | None:
    """A roster with its events, the first first, and what was found for the desk."""
    items = table.between(item_key(receipt, "COVER"), "HEAD")
    one = {item["sk"]: item for item in items}
    if "HEAD" not in one:
        return None
    found, cover = one.get("DUPLICATES"), one.get("COVER")
    return KeptCase(
        Roster.model_validate(one["HEAD"]),
        [Event.model_validate(item) for item in items if item["sk"].startswith("EVENT#")],
        one["HEAD"]["due"],
        Duplicates.model_validate(found) if found else None,
        CoverSummary.model_validate(cover) if cover else None,
        [HandOff.model_validate(item) for item in items if item["sk"].startswith(_HAND_OFF)],
    )


def put_hand_off(receipt: str, hand_off: HandOff) -> None:
    """Keep that a list was handed off.

    Raises:
        Taken: another one has the number.
    """
    key = item_key(receipt, f"{_HAND_OFF}{hand_off.number:06d}")
    table.transact({"hand-off": table.put_new({**key, **hand_off.model_dump(mode="json")})})


def earlier_versions(receipt: str) -> list[Roster]:
    """The versions that others have taken the place of, the first first."""
    items = table.between(item_key(receipt, version_sort(0)), version_sort(_LAST_VERSION))
    return [Roster.model_validate(item) for item in items]


def earlier_version(receipt: str, number: int) -> Roster | None:
    """A version that another has taken the place of."""
    item = table.get(item_key(receipt, version_sort(number)))
    return Roster.model_validate(item) if item else None


def people(roster: Roster) -> list[Insured]:
    """The people of a version, in the order of the list."""
    data = records.get(rows_object(roster.receipt, roster.version), roster.rows_version)
    return CanonicalRows.model_validate_json(data).people


def covers(roster: Roster, summary: CoverSummary) -> list[PersonCover]:
    """The cover of everybody of an accepted roster."""
    data = records.get(cover_object(roster.receipt, roster.version), summary.cover_version)
    return PeopleCover.model_validate_json(data).people


# ---- the log of what was seen ----


def put_viewed(receipt: str, viewed: Viewed) -> None:
    """Keep that somebody saw something."""
    sort = f"{_VIEWED}{viewed.at.isoformat()}#{secrets.token_hex(8)}"
    item = {**item_key(receipt, sort), **viewed.model_dump(mode="json")}
    table.put(item)


def views(receipt: str) -> Iterator[Viewed]:
    """What was seen of a roster, the newest first."""
    key = item_key(receipt, _VIEWED)
    pages = (
        dynamodb()
        .get_paginator("query")
        .paginate(
            TableName=environment().table_name,
            KeyConditionExpression="pk = :pk AND begins_with(sk, :viewed)",
            ExpressionAttributeValues=to_item({":pk": key["pk"], ":viewed": key["sk"]}),
            ScanIndexForward=False,
            ConsistentRead=True,
        )
    )
    for page in pages:
        for item in page["Items"]:
            yield Viewed.model_validate(from_item(item))
