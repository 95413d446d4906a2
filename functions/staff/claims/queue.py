"""The queue of claims: what is most urgent first, of all counties.

Claims are few, so that a state has one partition: a page costs one read for each state asked for.
"""

from datetime import date, datetime, timedelta
from typing import Any, Final, get_args

from functions.records import areas, desk_queue, receipts, to_tell
from functions.records.claims import claim_events, store
from functions.records.claims.claim_events import OpenState, Settled, State
from functions.records.desk_queue import ALL_COUNTIES
from functions.staff import finding, queue_index, teamwork, untold
from functions.staff.claims.models import (
    ClaimCount,
    ClaimCounts,
    ClaimQueue,
    ClaimQueueName,
    QueuedClaim,
)
from functions.staff.finding import Sought
from functions.staff.people import Staff
from functions.staff.queue_index import Page
from shared_rules.messages import catalogue

SOON: Final = timedelta(days=3)
OPEN: Final[tuple[OpenState, ...]] = get_args(OpenState)
_QUEUES: Final[tuple[ClaimQueueName, ...]] = (
    *(*OPEN, *get_args(Settled), "joined"),
    to_tell.QUEUE,
)


def page(state: ClaimQueueName | None, after: str, now: datetime) -> ClaimQueue:
    """A page of the queue.

    Args:
        state: of the claims; without one, those that are open are meant.
        after: what the page before gave as `next`, "" for the first page.
        now: for what is overdue.

    Raises:
        Problem: the mark is too long.
    """
    queue_index.check_mark(after)
    if state == to_tell.QUEUE:
        return _untold(after, now.date())
    states = (state,) if state else OPEN
    places = [queue_index.in_queue("LP", each, ALL_COUNTIES, after) for each in states]
    waiting = queue_index.merged(desk_queue.BY_URGENCY, places)
    # The index has no names: the heads as they are now have.
    heads = queue_index.heads_of(waiting.receipts)
    return _queue(waiting._replace(heads=heads), now.date())


def find(staff: Staff, sought: Sought, now: datetime) -> ClaimQueue:
    """A page of the claims that a search finds, of whatever state.

    Raises:
        Problem: 422: as of `finding.words`.
    """
    if receipt := receipts.read(finding.words(sought), "LP"):
        found = Page(_by_receipt(receipt), None)
    else:
        counties = [ALL_COUNTIES]
        found = finding.page("LP", counties, sought, counties if staff.decides_claims else ())
    return _queue(found, now.date())


def _queue(page: Page, today: date) -> ClaimQueue:
    heads = teamwork.with_holders(page.heads)
    items, unreadable = queue_index.read_heads(heads, lambda head: _queued(head, today))
    return ClaimQueue(items=items, unreadable=unreadable, next=page.goes_on)


def counts() -> ClaimCounts:
    """How many claims are in each state, counted up to a limit."""
    places = [queue_index.in_queue("LP", state, ALL_COUNTIES, "") for state in _QUEUES]
    tallies = queue_index.count(places)
    return ClaimCounts(
        counts=[
            ClaimCount(
                state=state,
                state_label=_label(state),
                count=tally.number,
                is_more=tally.is_more,
            )
            for state, tally in zip(_QUEUES, tallies, strict=True)
        ]
    )


def _untold(after: str, today: date) -> ClaimQueue:
    """Claims of which the desk has to tell something itself, what has waited longest first."""
    places = [queue_index.in_queue("LP", to_tell.QUEUE, ALL_COUNTIES, after)]
    waiting = queue_index.merged(desk_queue.BY_URGENCY, places)
    looked_at = untold.look(waiting, store.find, store.course)
    shown = [{**store.as_head(found), "to_tell": titles} for found, titles in looked_at.found]
    told = _queue(waiting._replace(heads=shown), today)
    return told.model_copy(update={"unreadable": [*told.unreadable, *looked_at.unreadable]})


def due_label(state: State) -> str:
    """What is to be done until the day that a claim is due."""
    match state:
        case "waiting_for_papers":
            code = "claim_desk.due_remind"
        case "papers_complete" | "assessed" | "awaiting_transfer":
            code = "claim_desk.due_pay"
        case _:
            code = "claim_desk.due_none"
    return catalogue()[code].title


def _label(name: ClaimQueueName) -> str:
    if name == to_tell.QUEUE:
        return catalogue()["queue.to_tell"].title
    return claim_events.label(name)


def _by_receipt(receipt: str) -> list[dict[str, Any]]:
    """The head of a claim, with its place also where it is from before there was a desk."""
    kept = store.find(receipt)
    return [store.as_head(kept)] if kept else []


def _queued(head: dict[str, Any], today: date) -> QueuedClaim:
    unit, is_open = head["unit"], head["state"] in OPEN
    urgency = queue_index.urgency(head["due"], today, SOON)
    return QueuedClaim(
        receipt=head["receipt"],
        version=head["version"],
        revision=head["revision"],
        state=head["state"],
        state_label=claim_events.label(head["state"]),
        unit_name=unit["name"],
        insured_name=head["insured_name"],
        county=areas.current_name(unit["county"]),
        reported_at=head["reported_at"],
        due=head["due"] if is_open else None,
        due_label=due_label(head["state"]),
        is_provisional=is_open and head["provisional"],
        is_overdue=is_open and urgency.is_overdue,
        is_soon=is_open and urgency.is_soon,
        is_late_report=head["late"],
        to_tell=head.get("to_tell", []),
        holder=head["holder"],
    )
