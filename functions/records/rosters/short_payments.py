"""Lists of whose premium only a part is there (第八、十二条), and when to remind of the rest."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from functions.records import desk_queue, kept
from functions.records.record_keys import item_key
from functions.records.rosters import payments
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_course import ANSWER_WITHIN
from functions.records.rosters.roster_events import Event, Happening
from shared_rules.records import Record

QUEUE: Final = "premium_short"
_SORT: Final = "SHORT"
_CHANGING: Final[tuple[Happening, ...]] = (
    *("premium_received", "premium_paid_back", "payment_struck"),
    *("submitted", "corrected", "accepted", "acceptance_withdrawn"),
)
"""What changes how much is missing, or of what it is missing."""


class Short(Record):
    """Money has moved for a list; `due` is the day until which nobody is reminded of more."""

    receipt: str
    due: date


def item(roster: Roster, events: Sequence[Event]) -> dict[str, Any]:
    """The item by which a list is found while a part of its premium is there, and a part is not.

    One that went back to its unit waits for another version, which may cost something else.
    """
    account = payments.account(roster, events)
    last = next(each.at.date() for each in reversed(events) if each.state in _CHANGING)
    due = last + ANSWER_WITHIN
    placed = (
        desk_queue.place(roster.receipt, queue_name=QUEUE, county=roster.unit.county, since=due)
        if account.held > 0 and account.due and roster.state != "returned"
        else {}
    )
    return kept.to_item(
        item_key(roster.receipt, _SORT), Short(receipt=roster.receipt, due=due), **placed
    )
