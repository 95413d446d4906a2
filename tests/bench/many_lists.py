"""A region with many lists, written straight into the emulator's table, and found there quickly.

Through their routes 100 000 lists would take a quarter of an hour. And for each query of an index
the emulator looks through all items: here it is given those of the partition that is asked for.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from moto.core.models import DEFAULT_ACCOUNT_ID as ACCOUNT
from moto.dynamodb.models import dynamodb_backends
from moto.dynamodb.models.dynamo_type import Item
from moto.dynamodb.models.table import Table

from functions.local import quick_table, samples
from functions.local.emulator import REGION
from functions.platform import aws, table
from functions.platform.environment import environment
from functions.records import desk_queue, found_by, summary_facts
from functions.records.areas import contact_ids
from functions.records.record_keys import item_key
from functions.records.rosters.roster_events import State
from functions.records.summary_facts import Accepted, Leaving
from shared_rules import crockford
from tests.functional.rosters_requests import TODAY, UNIT, new_key, rows_of, submit

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

_STATES: Final[tuple[State, ...]] = ("submitted", "accepted", "accepted", "accepted", "returned")
_YEAR: Final = 365
_ORDERED: Final = ("queue", "unit_county")
"""The partition keys of the desk's indexes."""


def fill(lists: int) -> str:
    """Have so many lists in the contact's counties, and what a year of them leaves for the summary.

    Gives the receipt of one that was submitted.
    """
    people = samples.people(1, seed=9, today=TODAY)
    receipt = str(submit(new_key(), rows=rows_of(people)).body["receipt"])
    head = aws.to_item(table.get(item_key(receipt, "HEAD")) or {})
    contact = contact_ids()[UNIT["county"]]
    hers = [county for county, its in contact_ids().items() if its == contact]
    kept, everywhere = _table(), list(contact_ids())
    for number in range(lists):
        county = hers[number % len(hers)]
        kept.put_item({**head, **_placed(number, county)}, overwrite=True)
        kept.put_item({**_found_by(number, county)}, overwrite=True)
        for fact in _facts(number, everywhere[number % len(everywhere)]):
            kept.put_item({**fact}, overwrite=True)
    return receipt


def _table() -> Table:
    return dynamodb_backends[ACCOUNT][REGION].get_table(environment().table_name)


def _receipt(number: int) -> str:
    signs = "".join(crockford.SIGNS[number // 32**place % 32] for place in reversed(range(6)))
    return f"AK-2026-{signs}"


def _placed(number: int, county: str) -> "Mapping[str, AttributeValueTypeDef]":
    """What makes a copy of the head a list of its own, in a county's queue."""
    receipt, state = _receipt(number), _STATES[number % len(_STATES)]
    place = desk_queue.attributes(
        receipt, state=state, county=county, due=TODAY, unit_name=UNIT["name"]
    )
    return aws.to_item({**item_key(receipt, "HEAD"), "receipt": receipt, "state": state, **place})


def _found_by(number: int, county: str) -> "Mapping[str, AttributeValueTypeDef]":
    """What lets one part of its unit's name find a copy."""
    receipt = _receipt(number)
    place = desk_queue.finding("AK", county, "part")
    at = desk_queue.found_by(receipt, place, found_by.name_part(UNIT["name"][1:]))
    return aws.to_item({**item_key(receipt, "SEARCH#000"), **at})


def _facts(number: int, county: str) -> "Iterator[Mapping[str, AttributeValueTypeDef]]":
    """That a list was accepted on a day of the last year, and whose cover has ended there."""
    day = TODAY - timedelta(days=number % _YEAR)
    about = {"unit": f"单位{number}", "people": 55, "premium": 5500, "first_time": 5}
    accepted = Accepted(kind="企业", **about, renewed=50, days=3)
    for fact in (accepted, Leaving(kind="企业", people=4)):
        yield aws.to_item(summary_facts.item(fact, county, day, str(number)))


@contextmanager
def found_quickly() -> Iterator[None]:
    """Let queries of an index look only at the items of the partition that they ask for, as now."""
    placed = _by_partition()

    def of_index(_: object, conditions: dict[str, Any]) -> list[Item]:
        [(attribute, value)] = conditions["hash_key_conditions"]
        return placed[attribute, value.value]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quick_table, "of_index", of_index)
        yield


def _by_partition() -> Mapping[tuple[str, str], list[Item]]:
    """The items of each partition of the desk's indexes."""
    placed = defaultdict[tuple[str, str], list[Item]](list)
    for partition in _table().items.values():
        for item in partition.values():
            for attribute in _ORDERED:
                if attribute in item.attrs:
                    placed[attribute, item.attrs[attribute].value].append(item)
    return placed
