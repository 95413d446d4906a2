"""A stay in hospital after what was decided (又住院): it reopens the claim, once the money is out.

Who tells of it while money is to be transferred holds nothing up: that stay, and what is said of
it, count from the transfer on. Where the decision is reopened instead, they count from then on.
"""

from collections.abc import Iterable
from typing import NamedTuple

from functions.records.claims.claim_events import Event


class InTurn(NamedTuple):
    """The events of a claim in the order in which they count; `waits`: a stay that does not yet."""

    events: list[Event]
    waits: Event | None


def in_turn(events: Iterable[Event]) -> InTurn:
    """The events in the order in which they count, from those in which they happened."""
    counted: list[Event] = []
    waiting: list[Event] = []
    is_to_be_paid = False
    for event in events:
        is_stay = event.reopening == "stay"
        if event.settled_on:
            counted += [event, *waiting]
            waiting, is_to_be_paid = [], False
        elif event.state == "reopened" and not (is_stay and is_to_be_paid):
            counted += [*waiting, event]
            waiting, is_to_be_paid = [], False
        elif waiting or (is_stay and is_to_be_paid):
            waiting.append(event)
        else:
            counted.append(event)
            is_to_be_paid = is_to_be_paid or event.state == "approved"
    return InTurn(counted, waiting[0] if waiting else None)


def last(events: Iterable[Event]) -> Event | None:
    """The stay whose own papers are needed: until the claim is reopened after it was settled."""
    found: Event | None = None
    is_settled = False
    for event in events:
        if event.settled_on:
            is_settled = True
        elif event.reopening == "stay" or (event.state == "reopened" and is_settled):
            found, is_settled = event if event.reopening == "stay" else None, False
    return found
