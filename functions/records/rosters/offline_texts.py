"""The offline check text (离线核对码) of a kept list, made from its rows whenever it is asked for.

It is told to whoever may see the list, and to nobody else: `shared_rules.roster.offline_text`.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, Literal

from functions.records.rosters import endorsements, store
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.models import People, Roster
from shared_rules import funding
from shared_rules.roster import offline_text
from shared_rules.roster.offline_text import Differs, Said

Standing = Literal["matches", "outdated", "erased"] | Differs
"""Whether a sheet that was printed offline is of a list as it stands, as it once stood, or is
another one, and in what; nobody can tell once somebody of the list was erased.
"""

LOOKED_BACK: Final = 5
"""So many earlier lists are read, the last first: each takes its own time."""


def of(roster: Roster) -> str:
    """The text of a version, as of `made_of`."""
    return _of(roster, roster.rows_object)


def made_of(roster: Roster, listed: People) -> str:
    """The text of these people of a list.

    None once one of them was erased: nobody can make it again.
    """
    if listed.erased:
        return ""
    unit, premium = roster.unit, roster.premium.amount
    declared = funding.declared(unit.kind, unit.funding).code
    return offline_text.make(Said(unit.name, declared, premium), listed.people)


def standing(kept: KeptRoster, earlier: Sequence[Roster], typed: str) -> Standing:
    """What an offline check text is to a list, its earlier versions among it."""
    made = of(kept.roster)
    differs = offline_text.difference(made, typed)
    if differs is None:
        return "matches"
    before = islice(_before(kept, earlier), LOOKED_BACK)
    if any(offline_text.difference(each, typed) is None for each in before):
        return "outdated"
    return differs if made else "erased"


def _before(kept: KeptRoster, earlier: Sequence[Roster]) -> Iterator[str]:
    """The texts that the list had: before names or numbers were put right, and was corrected."""
    for rows_object in reversed(list(endorsements.earlier_rows(kept.events))):
        yield _of(kept.roster, rows_object)
    yield from map(of, reversed(earlier))


def _of(roster: Roster, rows_object: str) -> str:
    return made_of(roster, store.kept_people(rows_object))
