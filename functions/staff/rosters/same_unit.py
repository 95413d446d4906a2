"""Earlier lists of the same unit (同一单位先前的名单) that have people of this one in them.

A unit that is not sure whether its list came in sends it again. The unit itself is told by its own
device only: who could ask the service would learn who is insured. The desk sees it, and what the
list changes in the earlier one. Of last year's list it sees the same: who is new, who has left, and
who has another name on the same number.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from functions.records import receipts
from functions.records.rosters import store
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.models import Roster, Unit
from functions.records.rosters.roster_events import label
from functions.staff.rosters import masking
from functions.staff.rosters.models import SameUnitList
from shared_rules.identity.writing import bare
from shared_rules.roster import difference

_COMPARED: Final = 3
_LOOKED_AT: Final = 20


def lists(kept: KeptCase, before: Counter[str], *, is_masked: bool) -> list[SameUnitList]:
    """The lists with the most people of this one, compared with it; first that which it renews.

    Args:
        kept: the list.
        before: how many of its people were last insured by each list, as far as that is known.
        is_masked: whether names are hidden.
    """
    shared = _shared(kept)
    # Until it is known who is in two lists at once, nobody can tell a renewal from a repetition.
    insured = [each for each, _ in before.most_common() if kept.duplicates and each not in shared]
    last = [kept.roster.renews, *insured]
    found = list(islice(_others(kept, dict.fromkeys([*last, *shared])), _COMPARED))
    people = store.people(kept.roster) if found else []
    compared = [(other, difference.compare(store.people(other), people)) for other in found]
    return [
        SameUnitList(
            receipt=other.receipt,
            is_renewed=other.receipt in last,
            is_added_to=_is_added_to(kept.roster, other),
            submitted_at=other.submitted_at,
            state_label=label(other.state),
            difference=masking.difference(changes) if is_masked else changes,
        )
        for other, changes in compared
    ]


def _is_added_to(roster: Roster, other: Roster) -> bool:
    """Whether a list only adds new joiners (补充名单) beside another one."""
    return bool(roster.supplements) and roster.supplements in (other.receipt, other.supplements)


def _shared(kept: KeptCase) -> list[str]:
    """The lists that cover people of this one at the same time, those with the most first.

    An old policy that was brought in is no list.
    """
    people = kept.duplicates.lists if kept.duplicates else {}
    lists = [each for each in people if receipts.kind_of(each) == "AK"]
    return sorted(lists, key=lambda each: (-people[each], each))


def _others(kept: KeptCase, candidates: Iterable[str]) -> Iterator[Roster]:
    for receipt in islice(filter(None, candidates), _LOOKED_AT):
        found = store.find(receipt)
        if found and not found.roster.is_ended and _may_follow(kept.roster, found.roster):
            yield found.roster


def _may_follow(roster: Roster, other: Roster) -> bool:
    """Whether both are of one unit, or one names the other; of another county nothing is shown."""
    if roster.unit.county != other.unit.county or other.supplements == roster.receipt:
        # What only adds to this list takes nobody out of it, and says so itself.
        return False
    return other.receipt == roster.renews or _are_same(other.unit, roster.unit)


def _are_same(one: Unit, other: Unit) -> bool:
    return bare(one.name) == bare(other.name) or bool(
        one.credit_code and one.credit_code == other.credit_code
    )
