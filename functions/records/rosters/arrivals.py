"""What has arrived for a list that waits: its stamped sheets (盖章的名单), its premium (保费).

Nothing is kept of it but the events that say so: who has brought or received it, and when.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from functions.records.actors import Actor
from functions.records.rosters import payments, roster_events
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Event
from shared_rules.records import Record

Arrived = Literal["sheets", "premium", "premium_part"]


class Arrival(Record):
    """Something that has arrived: when that was noted, and by whom; None: its unit sent it here."""

    what: Arrived
    at: datetime
    by: Actor | None


def of(roster: Roster, events: Sequence[Event]) -> list[Arrival]:
    """What has arrived for the version of a list that holds now."""
    found = [sheets(roster, events), _premium(roster, events)]
    return [each for each in found if each]


def sheets(roster: Roster, events: Sequence[Event]) -> Arrival | None:
    """Its stamped sheets: scans that its unit has brought, or paper that the desk has received."""
    for event in reversed(roster_events.holding(events)):
        if event.state == "sheets_brought" and event.version == roster.version:
            return Arrival(what="sheets", at=event.at, by=event.by)
    return None


def on_paper(roster: Roster, events: Sequence[Event]) -> bool:
    """Whether the desk has its stamped sheets on paper."""
    arrived = sheets(roster, events)
    return arrived is not None and arrived.by is not None


def _premium(roster: Roster, events: Sequence[Event]) -> Arrival | None:
    """Its premium, or a part of it, as far as payments were recorded."""
    account = payments.account(roster, events)
    came = [each for each in payments.kept(events) if not (each.is_struck or each.payment.is_back)]
    if not came or account.held <= 0:
        return None
    what: Arrived = "premium_part" if account.missing else "premium"
    return Arrival(what=what, at=came[-1].at, by=came[-1].by)
