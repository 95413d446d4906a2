"""Earlier lists of the same unit (同一单位先前的名单) that have people of this one in them.

A unit that is not sure whether its list came in sends it again. The unit itself is told by its own
device only: who could ask the service would learn who is insured. The desk sees it, and what the
list changes in the earlier one.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from functions.records import receipts
from functions.records.rosters import store
from functions.records.rosters.models import Roster, Unit
from functions.records.rosters.roster_events import label
from functions.records.rosters.store import KeptCase
from functions.staff.rosters import masking
from functions.staff.rosters.models import SameUnitList
from shared_rules.identity.writing import bare
from shared_rules.roster import difference

_COMPARED: Final = 3
_LOOKED_AT: Final = 20


def lists(kept: KeptCase, *, is_masked: bool) -> list[SameUnitList]:
    """The lists with the most people of this one, compared with it."""
    found = list(islice(_others(kept), _COMPARED))
    people = store.people(kept.roster) if found else []
    compared = [(other, difference.compare(store.people(other), people)) for other in found]
    return [
        SameUnitList(
            receipt=other.receipt,
            submitted_at=other.submitted_at,
            state_label=label(other.state),
            difference=masking.difference(changes) if is_masked else changes,
        )
        for other, changes in compared
    ]


def _others(kept: KeptCase) -> Iterator[Roster]:
    shared = kept.duplicates.lists if kept.duplicates else {}
    # An old policy that was brought in is no list.
    lists = [each for each in shared if receipts.kind_of(each) == "AK"]
    most = sorted(lists, key=lambda each: (-shared[each], each))
    for receipt in most[:_LOOKED_AT]:
        found = store.find(receipt)
        if found and not found[0].is_ended and _are_same(found[0].unit, kept.roster.unit):
            yield found[0]


def _are_same(one: Unit, other: Unit) -> bool:
    if one.county != other.county:
        return False
    return bare(one.name) == bare(other.name) or bool(
        one.credit_code and one.credit_code == other.credit_code
    )
