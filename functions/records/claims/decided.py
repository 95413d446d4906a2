"""What was decided on a claim (复核), and then paid by that (给付): 第十五条.

A decision by which money is to be transferred ends the claim once that was done. Where nothing is
to be transferred it ends the claim at once, as every decision did in records from before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from functions.records.claims.claim_events import NOTHING, Amounts, Event


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: by which event a second person has made it, and which one has ended the claim.

    `settled` is None as long as its money is to be transferred, also where nothing came of it.
    """

    confirmed: Event
    settled: Event | None

    @property
    def amounts(self) -> Amounts:
        """What it gives."""
        return self.confirmed.proposal.amounts if self.confirmed.proposal else NOTHING

    @property
    def paid(self) -> Amounts:
        """What it has paid."""
        return self.amounts if self.settled else NOTHING

    @property
    def transfer(self) -> Event | None:
        """By which event what it gives went out, where that was one of its own."""
        return None if self.settled is self.confirmed else self.settled

    @property
    def settled_on(self) -> date | None:
        """The day on which it has ended the claim."""
        return self.settled.settled_on if self.settled else None


def of(events: Iterable[Event]) -> list[Decided]:
    """All decisions on a claim, from its events in their order."""
    found: list[Decided] = []
    is_waiting = False
    for event in events:
        if event.state == "approved":
            found.append(Decided(event, None))
            is_waiting = True
        elif event.settled_on and is_waiting:
            found[-1] = replace(found[-1], settled=event)
            is_waiting = False
        elif event.settled_on:
            found.append(Decided(event, event))
        elif event.state == "reopened":
            is_waiting = False
    return found


def holding(events: Sequence[Event]) -> Decided | None:
    """The last decision, where the claim was not reopened since."""
    reopened = [number for number, event in enumerate(events) if event.state == "reopened"]
    since = of(events[reopened[-1] :] if reopened else events)
    return since[-1] if since else None


def paid(events: Iterable[Event]) -> Amounts:
    """What all decisions have paid together, without what the bank has sent back."""
    total = NOTHING
    for event in events:
        if event.settled_on and event.proposal:
            total += event.proposal.amounts
        if event.returned:
            total -= event.returned
    return total


def returned(events: Iterable[Event]) -> Amounts:
    """What the bank has sent back since the claim has ended last."""
    total = NOTHING
    for event in events:
        if event.settled_on:
            total = NOTHING
        if event.returned:
            total += event.returned
    return total
