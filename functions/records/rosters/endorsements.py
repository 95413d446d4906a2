"""Endorsements (批改): how an accepted list is put right, and what follows for who is in it.

Nothing is edited: an endorsement is an event, and the head follows it. What changes money or cover
is proposed by one person and holds once another one has confirmed it, who finds it in a queue.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal

from pydantic import Field

from functions.records import desk_queue, kept
from functions.records.record_keys import item_key
from functions.records.rosters import roster_events
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import (
    Acceptance,
    Endorsement,
    Event,
    Happening,
    Reason,
)
from shared_rules.records import Record

QUEUE: Final = "endorsement_waits"
_SORT: Final = "PROPOSAL"

_SETTLING: Final[tuple[Happening, ...]] = (
    *("endorsement_proposed", "endorsement_declined", "endorsed", "acceptance_withdrawn"),
)

_LAPSED_BY: Final[tuple[Happening, ...]] = ("returned", "corrected", "withdrawn", "closed")
"""A proposal on a list that waits is about its rows as they were."""

_ANSWERS: Final[tuple[Happening, ...]] = ("endorsed", "acceptance_withdrawn", "change_declined")


class Proposal(Record):
    """Something was proposed for a list; its place in the queue says whether it still waits."""

    receipt: str


class ChangeRequested(Record):
    """What a unit has asked to have changed in its accepted list, and what became of it.

    `number` is the revision of its event. `answered_at` and `answer` are of the endorsement, or of
    the desk's no; there is none while it waits.
    """

    number: int
    at: datetime
    reasons: list[Reason]
    state: Literal["waiting", "endorsed", "declined"]
    answered_at: datetime | None = None
    answer: list[Reason] = Field(default=[])


def requested(events: Iterable[Event]) -> list[ChangeRequested]:
    """All that the unit has asked for, the first first."""
    found: dict[int, ChangeRequested] = {}
    for event in events:
        if event.state == "change_requested":
            found[event.revision] = ChangeRequested(
                number=event.revision, at=event.at, reasons=event.reasons, state="waiting"
            )
        elif event.answers in found and event.state in _ANSWERS:
            state = "declined" if event.state == "change_declined" else "endorsed"
            answer = {"state": state, "answered_at": event.at, "answer": event.reasons}
            found[event.answers] = found[event.answers].model_copy(update=answer)
    return list(found.values())


def proposed(events: Sequence[Event]) -> Event | None:
    """The proposal that waits for a second person."""
    for event in reversed(roster_events.holding(events)):
        if event.state in (*_SETTLING, *_LAPSED_BY):
            return event if event.state == "endorsement_proposed" else None
    return None


def waiting_item(roster: Roster, events: Sequence[Event]) -> dict[str, Any]:
    """The item by which a second person finds a list, while something that was proposed waits."""
    waits, receipt = proposed(events), roster.receipt
    placed = (
        desk_queue.place(
            receipt, queue_name=QUEUE, county=roster.unit.county, since=waits.at.date()
        )
        if waits
        else {}
    )
    return kept.to_item(item_key(receipt, _SORT), Proposal(receipt=receipt), **placed)


def applied(roster: Roster, event: Event) -> Roster:
    """The roster after an event: changed by an endorsement once it holds."""
    holds = event.state in ("endorsed", "acceptance_withdrawn")
    follows = changed(roster, event.endorsement) if holds and event.endorsement else roster
    return follows.after(event)


def changed(roster: Roster, endorsement: Endorsement) -> Roster:
    """The roster as an endorsement will leave it."""
    return roster.model_copy(update=dict(_changes(roster, endorsement)))


def earlier_rows(events: Iterable[Event]) -> Iterator[str]:
    """The objects of the people before each endorsement that put a name or number right."""
    for event in events:
        if event.state == "endorsed" and event.endorsement and event.endorsement.rows_before:
            yield event.endorsement.rows_before


def _changes(roster: Roster, endorsement: Endorsement) -> Mapping[str, Any]:
    match endorsement.change:
        case "people_out" | "died":
            return {"acceptance": _without(roster.acceptance, endorsement)}
        case "person":
            return {"rows_object": endorsement.rows_object}
        case "gap_granted":
            rows = {each.row for each in endorsement.gaps}
            return {"granted_rows": sorted(rows.union(roster.granted_rows))}
        case "policy" | "acceptance_withdrawn":
            return {"acceptance": endorsement.acceptance}


def _without(accepted: Acceptance | None, endorsement: Endorsement) -> Acceptance:
    """What was accepted, without who leaves.

    Raises:
        LookupError: nothing was.
    """
    if accepted is None:
        raise LookupError("an endorsement of a list that is not accepted")
    leavers = [*accepted.leavers, *endorsement.leavers]
    return accepted.model_copy(update={"leavers": leavers})
