"""How many reads open the desk's queue, for regions with different numbers of lists."""

import os
from typing import Any, Final

import boto3

from functions.common import desk_queue
from functions.common.areas import contact_ids
from functions.common.record_keys import item_key
from functions.local import samples
from tests.functional.rosters_doors import TODAY, new_key, rows_of, submit
from tests.functional.staff_doors import queue
from tests.functional.wire import wire

REGIONS: Final = (10, 100, 3000)
_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def per_page() -> dict[int, int]:
    """The reads of a first page over all counties, by the number of lists in the table."""
    return {lists: _reads(lists) for lists in REGIONS}


def _reads(lists: int) -> int:
    _fill(lists)
    with wire() as counted:
        assert queue("admin")
    return counted.sent


def _fill(lists: int) -> None:
    """Copies of one head, over all counties."""
    people = samples.people(1, seed=9, today=TODAY)
    receipt = submit(new_key(), rows=rows_of(people)).body["receipt"]
    table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])
    head = table.get_item(Key=item_key(receipt, "HEAD"))["Item"]
    counties = list(contact_ids())
    with table.batch_writer() as batch:
        for number in range(lists):
            batch.put_item(Item=_copy(head, number, counties[number % len(counties)]))
    table.meta.client.close()


def _copy(head: dict[str, Any], number: int, county: str) -> dict[str, Any]:
    signs = "".join(_SIGNS[number // 32**place % 32] for place in range(6))
    receipt = f"AK-2026-{signs}"
    placed = desk_queue.attributes(
        receipt, state="submitted", county=county, due=TODAY, unit_name="示例"
    )
    unit = {**head["unit"], "county": county}
    return {**head, **item_key(receipt, "HEAD"), "receipt": receipt, "unit": unit, **placed}
