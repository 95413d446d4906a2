"""Where a roster stands, as its events tell: what is due by when, and why it stands there."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from functions.records.rosters import roster_events
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Event, Happening, Reason, State

# The product's own: within these days the desk answers, and reminds a unit that does not.
ANSWER_WITHIN: Final = timedelta(days=5)
REMIND_AFTER: Final = timedelta(days=10)
CLOSE_AFTER: Final = timedelta(days=10)
"""So long after a reminder a returned list may be closed.

The product's own, too: longer than the longest public holiday, so that every unit has working days
to mend it.
"""

_MOVED_BY: Final[dict[State, tuple[Happening, ...]]] = {
    "submitted": ("submitted", "corrected", "acceptance_withdrawn"),
    "returned": ("returned", "reminded"),
    "accepted": ("accepted",),
    "withdrawn": ("withdrawn",),
    "closed": ("closed",),
}
"""What brought a roster into a state, or has moved the day until which the next step is due."""


def due(roster: Roster, events: Sequence[Event]) -> date:
    """Until when the next step is to be done, or the day on which the roster ended.

    It is the answer, a reminder or the closing, or the renewal (第四条).
    """
    if roster.acceptance:
        return roster.acceptance.last_day
    last = _last(events, *_MOVED_BY[roster.state])
    day = last.at.date()
    match last.state:
        case "reminded":
            return day + CLOSE_AFTER
        case "returned":
            return day + REMIND_AFTER
        case "submitted" | "corrected" | "acceptance_withdrawn":
            return answer_by(day)
    return day


def answer_by(day: date) -> date:
    """Until when the desk answers to what came on a day."""
    return day + ANSWER_WITHIN


def since(roster: Roster, events: Sequence[Event]) -> date:
    """The day since which a roster is where it is now."""
    return _last(events, *_MOVED_BY[roster.state]).at.date()


def reminder(events: Sequence[Event]) -> Event | None:
    """The last reminder since a list went back that still waits for its unit."""
    for event in reversed(roster_events.holding(events)):
        if event.state == "reminded":
            return event
        if event.after != "returned" or event.state == "returned":
            return None
    return None


def close_from(events: Sequence[Event]) -> date | None:
    """The first day on which a returned list may be closed; None before there was a reminder."""
    reminded = reminder(events)
    return reminded.at.date() + CLOSE_AFTER if reminded else None


def reasons(state: State, events: Sequence[Event]) -> list[Reason]:
    """Why a list went back, or was closed; reminders have reasons of their own."""
    return _last(events, state).reasons if state in ("returned", "closed") else []


def _last(events: Sequence[Event], *happened: Happening) -> Event:
    """The last of these, but for an acceptance taken back within minutes: it moves no day.

    Raises:
        LookupError: none of them has happened.
    """
    for event in reversed(roster_events.holding(events)):
        if event.state in happened and event.undoes is None:
            return event
    raise LookupError("a roster without the event that its state comes from")
