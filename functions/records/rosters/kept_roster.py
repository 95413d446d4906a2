"""A roster as it is known: its head, its events and its papers; for the desk all but its people.

Nothing is read or written here, see `store`.
"""

from datetime import date
from typing import NamedTuple

from functions.records.rosters.models import Duplicates, HandOff, Roster, RosterPaper
from functions.records.rosters.policies import CoverSummary
from functions.records.rosters.roster_events import Event


class KeptRoster(NamedTuple):
    """A roster, its events and the papers that were brought to it, the first first."""

    roster: Roster
    events: list[Event]
    papers: list[RosterPaper]

    @property
    def access_hash(self) -> str:
        """By which the access code is known."""
        return self.roster.access_hash


class KeptCase(NamedTuple):
    """All that is kept of a roster but for its people and its log."""

    roster: Roster
    events: list[Event]
    due: date
    duplicates: Duplicates | None
    cover: CoverSummary | None
    hand_offs: list[HandOff]
    papers: list[RosterPaper]

    @property
    def access_hash(self) -> str:
        """By which the access code is known."""
        return self.roster.access_hash
