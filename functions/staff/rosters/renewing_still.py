"""Whether somebody renews still when her number is put right (批改): 第四、五条.

Her earlier cover is known by the number that it was written under. Where that was wrong, too, she
has none by the right one: she joins for the first time, waits, and may be too old.
"""

from datetime import date

from functions.records import new_cover, person_index
from functions.records.person_places import person_of
from functions.records.rosters.models import Roster
from functions.records.rosters.policies import PersonCover
from shared_rules.cover import Policy
from shared_rules.roster.form.rows import Insured


def waits_until(roster: Roster, before: Insured, after: Insured) -> date | None:
    """The last day of the waiting period that somebody gets by it; None: she renews as before.

    Args:
        roster: an accepted list.
        before: her row in it.
        after: the same, put right.
    """
    if before.id_number == after.id_number or not _cover(roster, before).is_continuous:
        return None
    now = _cover(roster, after)
    return None if now.is_continuous else now.waiting_last_day


def _cover(roster: Roster, person: Insured) -> PersonCover:
    accepted = roster.acceptance
    if accepted is None:
        raise LookupError("an accepted list without its acceptance")
    own = Policy(
        accepted.policy_issued_date,
        accepted.first_day,
        accepted.last_days([person])[person.row],
        roster.old_last_days.get(person.row),
    )
    key = person_of(person.id_number)
    known = person_index.known_of([key])[key]
    return new_cover.give(person, known, own, without=roster.receipt)
