"""The queue of lists: what is most urgent first, of the counties that somebody looks after.

A page costs one read for each of those counties, however many lists there are.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from http import HTTPStatus
from itertools import product
from typing import Any, Final, NamedTuple, get_args

from functions.platform import table
from functions.platform.problems import Problem
from functions.records import areas, desk_queue, receipts, to_tell
from functions.records.record_keys import item_key, read_partition
from functions.records.rosters import endorsements, policy_papers, store
from functions.records.rosters.roster_events import Ended, State, label
from functions.staff import finding, queue_index, teamwork, untold
from functions.staff.people import Staff
from functions.staff.queue_index import Page
from functions.staff.rosters.queue_models import (
    Count,
    ListSought,
    Queue,
    Queued,
    QueueName,
    RosterCounts,
)
from shared_rules.messages import catalogue

SOON: Final = timedelta(days=1)
_SETTLED: Final[tuple[State, ...]] = ("accepted", *get_args(Ended))


class Asked(NamedTuple):
    """Which part of the queue is asked for.

    `state` of the lists, or what is missing of them. `county` is one that she may see, "" all of
    these. `after` is what the page before gave as `next`, "" for the first page.
    """

    state: State | QueueName
    county: str
    after: str


def page(staff: Staff, asked: Asked, now: datetime) -> Queue:
    """A page of the queue; `now` is for what is overdue.

    Raises:
        Problem: she may not see the county; the mark is too long.
    """
    counties = _counties(staff, asked.county)
    queue_index.check_mark(asked.after)
    today = now.date()
    if asked.state == policy_papers.MISSING:
        return _without_papers(counties, asked.after, today)
    if asked.state == to_tell.QUEUE:
        return _untold(counties, asked.after, today)
    if asked.state == endorsements.QUEUE:
        waiting = _waiting(asked.state, counties, asked.after)
        return _queue(waiting._replace(heads=queue_index.heads_of(waiting.receipts)), today)
    return _queue(_waiting(asked.state, counties, asked.after), today)


def find(staff: Staff, sought: ListSought, now: datetime) -> Queue:
    """A page of the lists that a search finds, of whatever state.

    Raises:
        Problem: she may not see the county; 422: as of `finding.words`.
    """
    counties = _counties(staff, sought.county)
    if receipt := receipts.read(finding.words(sought), "AK"):
        found = Page(queue_index.heads_of([receipt]), None)
    else:
        hers = areas.all_names(filter(staff.sees_people_of, counties))
        found = finding.page("AK", areas.all_names(counties), sought, hers)
    heads = [each for each in found.heads if _county_of(each) in counties]
    return _queue(found._replace(heads=heads), now.date())


def _without_papers(counties: Iterable[str], after: str, today: date) -> Queue:
    """Accepted lists whose policy or invoice their units have not got, the longest first."""
    waiting = _waiting(policy_papers.MISSING, counties, after)
    lacking = policy_papers.missing_of(waiting.receipts)
    shown = [
        {**head, "papers_missing": lacking.get(read_partition(head["pk"]), [])}
        for head in queue_index.heads_of(waiting.receipts)
    ]
    return _queue(Page(shown, waiting.goes_on), today)


def _untold(counties: Iterable[str], after: str, today: date) -> Queue:
    """Lists of which the desk has to tell something itself, what has waited longest first."""
    waiting = _waiting(to_tell.QUEUE, counties, after)
    looked_at = untold.look(waiting, store.find, store.course)
    shown = [{**store.as_head(found), "to_tell": titles} for found, titles in looked_at.found]
    told = _queue(Page(shown, waiting.goes_on), today)
    return told.model_copy(update={"unreadable": [*told.unreadable, *looked_at.unreadable]})


def _waiting(queue_name: str, counties: Iterable[str], after: str) -> Page:
    """A page of one of the queues of some counties, the most urgent first."""
    places = [
        queue_index.in_queue("AK", queue_name, name, after) for name in areas.all_names(counties)
    ]
    return queue_index.merged(desk_queue.BY_URGENCY, places)


def counts(staff: Staff, county: str) -> RosterCounts:
    """How many lists each queue has, which ended ones are in none of; up to a limit a county.

    Raises:
        Problem: she may not see the county.
    """
    counties = areas.all_names(_counties(staff, county))
    states = get_args(QueueName)
    places = [queue_index.in_queue("AK", *each, "") for each in product(states, counties)]
    tallies = iter(queue_index.count(places))
    counted = []
    for state in states:
        of_state = [next(tallies) for _ in counties]
        counted.append(
            Count(
                state=state,
                state_label=_label(state),
                count=sum(tally.number for tally in of_state),
                is_more=any(tally.is_more for tally in of_state),
            )
        )
    return RosterCounts(counts=counted)


def _counties(staff: Staff, county: str) -> tuple[str, ...]:
    if not county:
        return staff.counties
    if county not in staff.counties:
        raise Problem(HTTPStatus.NOT_FOUND, "staff.not_found")
    return (county,)


def _county_of(head: dict[str, Any]) -> str:
    return areas.current_name(head["unit"]["county"])


def _label(name: QueueName) -> str:
    if name == policy_papers.MISSING:
        return catalogue()["queue.papers_missing"].title
    if name == endorsements.QUEUE:
        return catalogue()["queue.endorsement_waits"].title
    if name == to_tell.QUEUE:
        return catalogue()["queue.to_tell"].title
    return label(name)


def _queue(page: Page, today: date) -> Queue:
    heads = _with_arrivals(teamwork.with_holders(page.heads))
    items, unreadable = queue_index.read_heads(heads, lambda head: _queued(head, today))
    return Queue(items=items, unreadable=unreadable, next=page.goes_on)


def _with_arrivals(heads: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same with what has arrived for those that wait, which the index does not have."""
    lacking = [
        item_key(head["receipt"], "HEAD")
        for head in heads
        if "receipt" in head and "arrived" not in head and head.get("state") not in _SETTLED
    ]
    found = {item["receipt"]: item.get("arrived", []) for item in table.get_all(lacking)}
    return [{"arrived": found.get(head.get("receipt"), []), **head} for head in heads]


def _queued(head: dict[str, Any], today: date) -> Queued:
    unit, is_open = head["unit"], head["state"] not in _SETTLED
    urgency = queue_index.urgency(head["due"], today, SOON)
    return Queued.model_validate(
        {
            **head,
            "state_label": label(head["state"]),
            "unit_name": unit["name"],
            "unit_kind": unit["kind"],
            "county": _county_of(head),
            "is_overdue": is_open and urgency.is_overdue,
            "is_soon": is_open and urgency.is_soon,
        }
    )
