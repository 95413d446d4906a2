"""The queue of lists: what is most urgent first, of the counties that somebody looks after.

A page costs one read for each of those counties, however many lists there are: each gives its
first ones, which are merged, and the page ends where the first county may have more.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from http import HTTPStatus
from itertools import product
from operator import itemgetter
from typing import Any, Final, NamedTuple, get_args

from functions.common import desk_queue, receipts
from functions.common.problems import Problem, unprocessable
from functions.rosters.events import State, label
from functions.staff import store
from functions.staff.models import Count, Counts, Queue, Queued
from functions.staff.people import Staff
from functions.staff.store import Place
from shared_rules.findings import Finding

PAGE: Final = 25
SOON: Final = timedelta(days=1)
MOST_COUNTED: Final = 1000
MOST_SIGNS: Final = 200  # of a search, and of the mark where a page goes on


class Search(NamedTuple):
    """What is asked for.

    `state` of the lists: without a `text`, those submitted are meant. `county` is one of hers, ""
    all of hers. `text` is a receipt or the beginning of a unit's name, "" where nothing is searched
    for. `after` is what the page before gave as `next`, "" for the first page.
    """

    state: State | None
    county: str
    text: str
    after: str


def page(staff: Staff, search: Search, now: datetime) -> Queue:
    """A page of the queue, or of what a search finds; `now` is for what is overdue.

    Raises:
        Problem: the county is none of hers; text or mark are too long.
    """
    counties = _counties(staff, search.county)
    _check_length(q=search.text, after=search.after)
    sought, state, today = search.text.strip(), search.state, now.date()
    if receipt := receipts.read(sought, "AK"):
        return _queue(_by_receipt(receipt, counties, state), None, today)
    if sought:
        places = [store.units(each, sought, search.after) for each in counties]
        return _merged(desk_queue.BY_UNIT, places, today, state)
    places = [store.in_queue(state or "submitted", each, search.after) for each in counties]
    return _merged(desk_queue.BY_URGENCY, places, today)


def counts(staff: Staff, county: str) -> Counts:
    """How many lists are in each state, counted up to `MOST_COUNTED` a county.

    Raises:
        Problem: the county is none of hers.
    """
    counties = _counties(staff, county)
    states = get_args(State)
    places = [store.in_queue(state, each, "") for state, each in product(states, counties)]
    tallies = iter(store.count(places, MOST_COUNTED))
    counted = []
    for state in states:
        of_state = [next(tallies) for _ in counties]
        counted.append(
            Count(
                state=state,
                state_label=label(state),
                count=sum(tally.number for tally in of_state),
                is_more=any(tally.is_more for tally in of_state),
            )
        )
    return Counts(counts=counted)


def _counties(staff: Staff, county: str) -> tuple[str, ...]:
    if not county:
        return staff.counties
    if county not in staff.counties:
        raise Problem(HTTPStatus.NOT_FOUND, "staff.not_found")
    return (county,)


def _check_length(**texts: str) -> None:
    for name, text in texts.items():
        if len(text) > MOST_SIGNS:
            raise unprocessable([Finding.of("request.field", field=name)])


def _by_receipt(receipt: str, counties: Iterable[str], state: State | None) -> list[dict[str, Any]]:
    head = store.find(receipt)
    is_hers = head is not None and head["unit"]["county"] in counties
    return [head] if head and is_hers and state in (None, head["state"]) else []


def _merged(index: str, places: Iterable[Place], today: date, state: State | None = None) -> Queue:
    """One page of what several places hold, in the order of the index."""
    found = store.read(index, places, PAGE)
    order = itemgetter(store.order_of(index))
    until = min((each.stopped_at for each in found if each.stopped_at), default=None)
    heads = sorted((head for each in found for head in each.heads), key=order)
    complete = [head for head in heads if until is None or order(head) <= until]
    shown = complete[:PAGE]
    goes_on = str(order(shown[-1])) if len(complete) > PAGE else until
    wanted = [head for head in shown if state in (None, head["state"])]
    return _queue(wanted, goes_on, today)


def _queue(heads: Iterable[dict[str, Any]], goes_on: str | None, today: date) -> Queue:
    return Queue(items=[_queued(head, today) for head in heads], next=goes_on)


def _queued(head: dict[str, Any], today: date) -> Queued:
    unit, is_open = head["unit"], head["state"] != "accepted"
    until = (today + SOON).isoformat()
    return Queued.model_validate(
        {
            **head,
            "state_label": label(head["state"]),
            "unit_name": unit["name"],
            "unit_kind": unit["kind"],
            "county": unit["county"],
            "is_overdue": is_open and head["due"] < today.isoformat(),
            "is_soon": is_open and today.isoformat() <= head["due"] <= until,
        }
    )
