"""The clerks (经办人) that a list had before its present one, who may ask what is kept of them."""

from functions.records.rosters import store
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.roster_events import Clerk
from shared_rules.identity import phone


def former(kept: KeptRoster) -> list[Clerk]:
    """Each of them once, who was it last first; none who has the phone of who is clerk now.

    Of who was it several times, as she was called last.
    """
    found: dict[str, Clerk] = {}
    for each in reversed(_in_turn(kept)):
        found.setdefault(phone.compact(each.phone), each)
    found.pop(phone.compact(kept.roster.unit.phone), None)
    return list(found.values())


def _in_turn(kept: KeptRoster) -> list[Clerk]:
    """Who was clerk until another came, by an event or with a corrected list; the first first.

    Of the clerk of each version before it takes a read. An event is of the version that it
    happened to, so that it stands before the end of this one.
    """
    roster = kept.roster
    turns = [(each.version, each.clerk.before) for each in kept.events if each.clerk]
    if roster.version > 1:
        versions = store.earlier_versions(roster.receipt)
        turns += [(each.version, each.unit.clerk) for each in versions]
    return [clerk for _, clerk in sorted(turns, key=lambda turn: turn[0])]
