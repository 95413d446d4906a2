"""How many reads open the desk's queue, or search it, for a region with ever more lists."""

from typing import TYPE_CHECKING, Final, NamedTuple

from moto.core.models import DEFAULT_ACCOUNT_ID as ACCOUNT
from moto.dynamodb.models import dynamodb_backends

from functions.local import samples
from functions.local.emulator import REGION
from functions.platform import aws, table
from functions.platform.environment import environment
from functions.records import desk_queue, found_by
from functions.records.areas import contact_ids
from functions.records.record_keys import item_key
from tests.functional.rosters_requests import TODAY, UNIT, new_key, rows_of, submit
from tests.functional.staff_requests import found, queue
from tests.functional.wire import wire

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

LISTS: Final = (1_000, 100_000)
_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Reads(NamedTuple):
    """The reads of a first page of a contact's queue, and of what her search finds."""

    queue: int
    search: int


def by_lists() -> dict[int, Reads]:
    """How many there are, by the number of her lists."""
    return {lists: _reads(lists) for lists in LISTS}


def _reads(lists: int) -> Reads:
    _fill(lists)
    with wire() as opened:
        assert queue("contact")
    with wire() as searched:
        assert found("contact", UNIT["name"][1:])
    return Reads(opened.sent, searched.sent)


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
        kept.put_item(_found_by(number, counties[number % len(counties)]), overwrite=True)


def _receipt(number: int) -> str:
    # In their order: the emulator sorts them for each read, and has little to do then.
    signs = "".join(_SIGNS[number // 32**place % 32] for place in reversed(range(6)))
    return f"AK-2026-{signs}"


def _found_by(number: int, county: str) -> "dict[str, AttributeValueTypeDef]":
    """What lets one part of its unit's name find a copy."""
    receipt = _receipt(number)
    place = desk_queue.finding("AK", county, "part")
    term = found_by.name_part(UNIT["name"][1:])
    at = desk_queue.found_by(receipt, place, term)
    return aws.to_item({**item_key(receipt, "FOUND_BY#000"), **at})


def _placed(number: int, county: str) -> "dict[str, AttributeValueTypeDef]":
    """What makes a copy a list of its own, in a county's queue."""
    receipt = _receipt(number)
    place = desk_queue.attributes(
        receipt, state="submitted", county=county, due=TODAY, unit_name=UNIT["name"]
    )
    return aws.to_item({**item_key(receipt, "HEAD"), "receipt": receipt, **place})
