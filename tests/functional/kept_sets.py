"""The sets of records that earlier code wrote, put into the table to be read by today's."""

from typing import Any, Final, NamedTuple

from functions.platform import table
from functions.records.access import access_hash
from functions.records.record_keys import item_key
from tests.functional import kept_records

SETS: Final = sorted(path.stem for path in kept_records.FOLDER.glob("*.json"))
# Of lists and claims that have gone on after acceptance and settlement, and of old policies.
GOES_ON: Final = "schema-1-goes-on"
CODE: Final = "AAAAA-AAAAA"


class Receipts(NamedTuple):
    """The receipts of a set: of its lists, claims, and imports of old policies."""

    rosters: list[str]
    claims: list[str]
    imports: list[str]


def loaded(name: str) -> Receipts:
    """The receipts of a set, whose lists and claims have one access code now."""
    return opened(kept_records.load(name))


def opened(kept: dict[str, Any]) -> Receipts:
    found = Receipts(*(kept_records.receipts(kept, kind) for kind in ("AK", "LP", "DR")))
    for receipt in (*found.rosters, *found.claims):
        change_head(receipt, access_hash=access_hash(receipt, CODE))
    return found


def whole(receipt: str) -> dict[str, str]:
    """A receipt with the code that opens it."""
    return {"receipt": receipt, "access_code": CODE}


def change_head(receipt: str, **changes: Any) -> None:
    head = table.get(item_key(receipt, "HEAD"))
    assert head
    table.put({**head, **changes})
