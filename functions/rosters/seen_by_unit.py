"""What whoever has a list's access code has seen of its people, for the list's log."""

from datetime import datetime

from functions.records import viewings
from functions.records.rosters.models import Roster, View, Viewed


def note(roster: Roster, what: View, now: datetime, *, is_masked: bool = False) -> None:
    """Keep that the unit has seen something; `is_masked`: ID numbers not in full."""
    seen = Viewed(at=now, what=what, version=roster.version, is_masked=is_masked)
    viewings.put(roster.receipt, now, seen)
