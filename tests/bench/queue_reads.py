"""How many reads open the desk's queue, for a contact's region with ever more lists."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from moto.core.models import DEFAULT_ACCOUNT_ID as ACCOUNT
from moto.dynamodb.models import dynamodb_backends

from functions.local import samples
from functions.local.emulator import REGION
from functions.platform import aws, table
from functions.platform.environment import environment
from functions.records import desk_queue
from functions.records.areas import contact_ids
from functions.records.record_keys import item_key
from tests.functional.rosters_requests import TODAY, UNIT, new_key, rows_of, submit
from tests.functional.staff_requests import queue
from tests.functional.wire import wire

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

LISTS: Final = (1_000, 100_000)
_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def per_page() -> dict[int, int]:
    """The reads of a first page of the contact's queue, by the number of her lists."""
    return {lists: _reads(lists) for lists in LISTS}


def _reads(lists: int) -> int:
    _fill(lists)
    with wire() as counted:
        assert queue("contact")
    return counted.sent


def _fill(lists: int) -> None:
    """Copies of one head, over the contact's counties, straight into the emulator's table.

    Through its route they would take a quarter of an hour.
    """
    people = samples.people(1, seed=9, today=TODAY)
    receipt = submit(new_key(), rows=rows_of(people)).body["receipt"]
    head = aws.to_item(table.get(item_key(receipt, "HEAD")) or {})
    contact = contact_ids()[UNIT["county"]]
    counties = [county for county, its in contact_ids().items() if its == contact]
    kept = dynamodb_backends[ACCOUNT][REGION].get_table(environment().table_name)
    for number in range(lists):
        placed = _placed(number, counties[number % len(counties)])
        kept.put_item({**head, **placed}, overwrite=True)


def _placed(number: int, county: str) -> "Mapping[str, AttributeValueTypeDef]":
    """What makes a copy a list of its own, in a county's queue."""
    # In their order: the emulator sorts them for each read, and has little to do then.
    signs = "".join(_SIGNS[number // 32**place % 32] for place in reversed(range(6)))
    receipt = f"AK-2026-{signs}"
    place = desk_queue.attributes(
        receipt, state="submitted", county=county, due=TODAY, unit_name=UNIT["name"]
    )
    return aws.to_item({**item_key(receipt, "HEAD"), "receipt": receipt, **place})
