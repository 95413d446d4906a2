"""Where a claim stands, as its events and papers tell: 第十四、十五条. Nothing of it is stored.

What a head keeps of it is its place in the desk's queue, see `place`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from functions.records import desk_queue
from functions.records.claims.claim_documents import Document
from functions.records.claims.claim_events import Event, State
from shared_rules import deadlines
from shared_rules.claim import papers
from shared_rules.claim.papers import Kind
from shared_rules.claim.supplement import Part
from shared_rules.deadlines import Deadline
from shared_rules.plans import Plan

# The product's own: within these days somebody reminds who reported of papers that are missing.
REMIND_AFTER: Final = timedelta(days=10)

ALL_COUNTIES: Final = ""
"""In the queue: claims are few, and whoever sees them sees those of all counties."""

_MOVING: Final = ("reported", "supplemented", "facts_supplemented", "paper_sent_back")
_RECKONED: Final[frozenset[Part]] = frozenset({"disease", "specimen_date", "stays"})
"""Parts of a report from which sums follow: where they change, a proposal counts no more."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands.

    `decisions` has the last event about each paper that the desk decided on; `proposal` the event
    of a proposal that still counts; `settled` the event that ended the claim. `due` is the day
    until which the next step is to be done, or on which the claim was settled.
    """

    state: State
    missing: tuple[Kind, ...]
    papers_complete_on: date | None
    pay_by: Deadline | None
    decisions: Mapping[str, Event]
    proposal: Event | None
    settled: Event | None
    due: date

    @property
    def may_supplement(self) -> bool:
        """Whether more may be said of it."""
        return self.settled is None

    def is_usable(self, document: Document) -> bool:
        """Whether a paper counts: it can be opened, and the desk has not sent it back."""
        return document.state != "rejected" and not self.is_sent_back(document.document_id)

    def is_sent_back(self, document_id: str) -> bool:
        """Whether the desk has sent a paper back."""
        decision = self.decisions.get(document_id)
        return decision is not None and decision.state == "paper_sent_back"


def standing(
    events: Iterable[Event], documents: Sequence[Document], *, in_hospital: bool, plan: Plan
) -> Standing:
    """Where a claim stands.

    Args:
        events: all of them, in any order.
        documents: its papers.
        in_hospital: whether there was a stay, so that its papers are needed.
        plan: under which it was reported.
    """
    ordered = sorted(events, key=_order)
    decisions = {each.document_id: each for each in ordered if each.document_id}
    first = _first_days(documents, decisions)
    complete_on = _declared(ordered) or papers.complete_on(first, in_hospital=in_hospital)
    pay_by = deadlines.pay_by(complete_on, plan) if complete_on else None
    proposal = _proposal(ordered) if complete_on else None
    settled = next((each for each in ordered if each.settled_on), None)
    return Standing(
        state=_state(complete_on, proposal, settled),
        missing=() if settled else papers.missing(first, in_hospital=in_hospital),
        papers_complete_on=complete_on,
        pay_by=pay_by,
        decisions=decisions,
        proposal=proposal,
        settled=settled,
        due=_due(ordered, pay_by, settled),
    )


def place(receipt: str, unit_name: str, stands: Standing) -> dict[str, str | bool]:
    """What a head keeps so that the desk's queue has it; `provisional` as the deadline is."""
    placed = desk_queue.attributes(
        receipt, state=stands.state, county=ALL_COUNTIES, due=stands.due, unit_name=unit_name
    )
    provisional = stands.pay_by is not None and stands.pay_by.provisional
    return {**placed, "state": stands.state, "provisional": provisional}


def _order(event: Event) -> tuple[int, datetime]:
    # Clocks of two processes may differ; revisions do not. Without one it was no change.
    return event.revision or event.version, event.at


def _first_days(documents: Iterable[Document], decisions: Mapping[str, Event]) -> dict[Kind, date]:
    """For each kind the first day on which a paper of it came that can be used.

    Where the desk has sent one back, another one must have come since: of several pages of a kind
    the others do not replace it.
    """
    sent_back: dict[Kind, int] = {}
    usable = []
    for document in documents:
        decision = decisions.get(document.document_id)
        if decision and decision.state == "paper_sent_back":
            sent_back[document.kind] = max(decision.version, sent_back.get(document.kind, 0))
        elif document.state != "rejected":
            usable.append(document)
    first: dict[Kind, date] = {}
    for document in usable:
        if document.version > sent_back.get(document.kind, 0):
            day = document.received_at.date()
            first[document.kind] = min(day, first.get(document.kind, day))
    return first


def _declared(events: Iterable[Event]) -> date | None:
    """The day from which the desk counts, until it sends a paper back."""
    declared: date | None = None
    for event in events:
        if event.state == "completed":
            declared = event.complete_on
        elif event.state == "paper_sent_back":
            declared = None
    return declared


def _proposal(events: Iterable[Event]) -> Event | None:
    """The proposal that nobody has objected to, and that was made on these papers and facts."""
    found: Event | None = None
    for event in events:
        if event.state == "proposed":
            found = event
        elif event.state in ("objected", "paper_sent_back") or _RECKONED & set(event.parts):
            found = None
    return found


def _state(complete_on: date | None, proposal: Event | None, settled: Event | None) -> State:
    if settled and settled.after:
        return settled.after
    if proposal:
        return "assessed"
    return "papers_complete" if complete_on else "waiting_for_papers"


def _due(events: Sequence[Event], pay_by: Deadline | None, settled: Event | None) -> date:
    if settled and settled.settled_on:
        return settled.settled_on
    if pay_by:
        return pay_by.day
    return max(each.at.date() for each in events if each.state in _MOVING) + REMIND_AFTER
