"""The clerks (经办人) that a list had before its present one, who may ask what is kept of them."""

from functions.records.rosters import store
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.roster_events import Clerk
from shared_rules.identity import phone


def former(kept: KeptRoster) -> list[Clerk]:
    """Each of them once, who was it last first; none who has the phone of who is clerk now.

    Another one came by an event, or with a corrected list: of such it takes a read.
    """
    roster = kept.roster
    earlier = store.earlier_versions(roster.receipt) if roster.version > 1 else []
    clerks = [each.unit.clerk for each in earlier]
    clerks += [each.clerk.before for each in kept.events if each.clerk]
    found = {phone.compact(each.phone): each for each in clerks}
    found.pop(phone.compact(roster.unit.phone), None)
    return list(reversed(found.values()))
