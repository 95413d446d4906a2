"""Whether somebody renews still when her number is put right (批改): 第四、五条.

Her earlier cover is known by the number that it was written under. Where that was wrong, too, she
has none by the right one: she joins for the first time, waits, and may be too old.
"""

from datetime import date

from functions.records import new_cover, person_index
from functions.records.person_index import Known
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
    if before.id_number == after.id_number:
        return None
    persons = {person_of(each.id_number): each for each in (before, after)}
    known = person_index.known_of(persons)
    was, now = (_cover(roster, each, known[key]) for key, each in persons.items())
    return now.waiting_last_day if was.is_continuous and not now.is_continuous else None


def _cover(roster: Roster, person: Insured, known: Known) -> PersonCover:
    accepted = roster.acceptance
    if accepted is None:
        raise LookupError("an accepted list without its acceptance")
    own = Policy(
        accepted.policy_issued_date,
        accepted.first_day,
        accepted.last_days([person])[person.row],
        roster.old_last_days.get(person.row),
    )
    return new_cover.give(person, known, own, without=roster.receipt)
