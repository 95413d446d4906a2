"""Where a claim stands, as its events and papers tell: 第十四、十五条. Nothing of it is stored.

A claim that was decided may be reopened: then it stands as one that was not yet, its clock begins
anew, and what was paid is set off.

What a head keeps of it is its place in the desk's queue, see `place`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from functions.records import desk_queue
from functions.records.claims import claim_events, further_stay
from functions.records.claims import decided as decided_claims
from functions.records.claims.claim_documents import Document
from functions.records.claims.claim_events import NOTHING, Amounts, Event, State
from functions.records.claims.decided import Decided
from shared_rules import deadlines
from shared_rules.claim import papers
from shared_rules.claim.papers import Kind
from shared_rules.claim.supplement import Part
from shared_rules.deadlines import Deadline
from shared_rules.plans import Plan

# The product's own: within these days somebody reminds who reported of papers that are missing.
REMIND_AFTER: Final = timedelta(days=10)

_MOVING: Final = (
    *("reported", "supplemented", "facts_supplemented"),
    *("paper_sent_back", "reopened", "took_in", "parted"),
)
_UPSETTING: Final = ("objected", "paper_sent_back", "reopened", "took_in", "parted")
_RECKONED: Final[frozenset[Part]] = frozenset({"disease", "earlier", "specimen_date", "stays"})
"""Parts of a report from which sums follow, or whether the illness is her first: where they change,
a proposal counts no more.
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands.

    `decisions` has the last event about each paper that the desk decided on; `proposal` the event
    of a proposal that still counts; `holds` what a second person has decided, unless the claim was
    `reopened` since. `decided` is all that ever was, the first first; `paid` is what came of it
    together, without what came back, of which `returned` did since the claim has ended last.
    `joined` is the event that has joined it to another claim, which stands for both, unless they
    were parted since. `waits` is the event of a further stay that counts once the money of a
    decision is out. `due` is the day until which the next step is to be done, or on which the claim
    was settled; `since` that on which it came to whoever has it now.
    """

    state: State
    missing: tuple[Kind, ...]
    papers_complete_on: date | None
    pay_by: Deadline | None
    decisions: Mapping[str, Event]
    proposal: Event | None
    holds: Decided | None
    due: date
    since: date
    reopened: Event | None = None
    joined: Event | None = None
    waits: Event | None = None
    decided: tuple[Decided, ...] = ()
    paid: Amounts = NOTHING
    returned: Amounts = NOTHING

    @property
    def settled(self) -> Event | None:
        """The event that ended the claim, unless it was reopened since."""
        return self.holds.settled if self.holds else None

    @property
    def awaits_transfer(self) -> bool:
        """Whether what was decided is still to be paid."""
        return self.holds is not None and self.holds.settled is None

    @property
    def paid_last(self) -> Amounts:
        """What the decision has paid that holds: so much may come back from the bank."""
        return self.holds.paid if self.holds else NOTHING

    @property
    def is_open(self) -> bool:
        """Whether it is still to be decided on."""
        return self.holds is None and self.joined is None

    @property
    def takes_more(self) -> bool:
        """Whether more may be said of it, and papers come; of a stay also before that counts."""
        return self.is_open or self.waits is not None

    @property
    def may_join(self) -> bool:
        """Whether it may be joined to another claim: nothing is proposed, or was ever decided."""
        return self.joined is None and self.proposal is None and not self.decided

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
    ordered, waits = further_stay.in_turn(claim_events.holding(events))
    joined = _joined(ordered)
    decisions = {each.document_id: each for each in ordered if each.document_id}
    reopened = next((each for each in reversed(ordered) if each.state == "reopened"), None)
    first = _first_days(documents, decisions, stay := further_stay.last(ordered))
    in_hospital = in_hospital or stay is not None
    complete_on = _complete_on(ordered, first, reopened, in_hospital=in_hospital)
    pay_by = deadlines.pay_by(complete_on, plan) if complete_on else None
    proposal = _proposal(ordered) if complete_on else None
    holds = decided_claims.holding(ordered)
    asked = _first_days(documents, decisions, waits) if waits else first
    is_asked = joined is None and (holds is None or waits is not None)
    return Standing(
        state="joined" if joined else _state(complete_on, proposal, holds),
        missing=papers.missing(asked, in_hospital=in_hospital or bool(waits)) if is_asked else (),
        papers_complete_on=complete_on,
        pay_by=pay_by,
        decisions=decisions,
        proposal=proposal,
        holds=holds,
        due=_due(ordered, pay_by, holds),
        since=_since(ordered, complete_on, holds, joined),
        reopened=reopened,
        joined=joined,
        waits=waits,
        decided=tuple(decided_claims.of(ordered)),
        paid=decided_claims.paid(ordered),
        returned=decided_claims.returned(ordered),
    )


def place(receipt: str, unit_name: str, stands: Standing) -> dict[str, str | bool]:
    """What a head keeps so that the desk's queue has it; `provisional` as the deadline is."""
    placed = desk_queue.attributes(
        receipt,
        state=stands.state,
        county=desk_queue.ALL_COUNTIES,
        due=stands.due,
        unit_name=unit_name,
    )
    provisional = stands.pay_by is not None and stands.pay_by.provisional
    return {**placed, "state": stands.state, "provisional": provisional}


def _joined(events: Iterable[Event]) -> Event | None:
    """The event that has joined a claim to another one, where they were not parted since."""
    found: Event | None = None
    for event in events:
        if event.state in ("joined", "parted"):
            found = event if event.state == "joined" else None
    return found


def _first_days(
    documents: Iterable[Document], decisions: Mapping[str, Event], further_stay: Event | None
) -> dict[Kind, date]:
    """For each kind the first day on which a paper of it came that can be used.

    Where the desk has sent one back, another one must have come since: of several pages of a kind
    the others do not replace it. Nor do the papers of the stays before a further one.
    """
    sent_back: dict[Kind, int] = {}
    if further_stay:
        sent_back[papers.OF_A_STAY] = further_stay.version
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


def _complete_on(
    events: Sequence[Event],
    first: Mapping[Kind, date],
    reopened: Event | None,
    *,
    in_hospital: bool,
) -> date | None:
    """The day from which the payment is counted; of a reopened claim none before that."""
    found = _declared(events) or papers.complete_on(first, in_hospital=in_hospital)
    return max(found, reopened.at.date()) if found and reopened else found


def _declared(events: Iterable[Event]) -> date | None:
    """The day from which the desk counts, until it sends a paper back or another stay follows."""
    declared: date | None = None
    for event in events:
        if event.state == "completed":
            declared = event.complete_on
        elif event.state == "took_in" and event.complete_on:  # a clock that runs is not stopped
            declared = min(event.complete_on, declared or event.complete_on)
        elif event.state == "paper_sent_back" or event.reopening == "stay":
            declared = None
    return declared


def _proposal(events: Iterable[Event]) -> Event | None:
    """The proposal that nobody has objected to, and that was made on these papers and facts."""
    found: Event | None = None
    for event in events:
        if event.state == "proposed":
            found = event
        elif event.state in _UPSETTING or _RECKONED & set(event.parts):
            found = None
    return found


def _state(complete_on: date | None, proposal: Event | None, holds: Decided | None) -> State:
    if holds and holds.settled is None:
        return "awaiting_transfer"
    if holds and holds.settled and holds.settled.after:
        return holds.settled.after
    if proposal:
        return "assessed"
    return "papers_complete" if complete_on else "waiting_for_papers"


def _due(events: Sequence[Event], pay_by: Deadline | None, holds: Decided | None) -> date:
    if holds and holds.settled_on:
        return holds.settled_on
    return step_due(_moved_on(events), pay_by)


def step_due(moved_on: date, pay_by: Deadline | None) -> date:
    """Until when the next step of an open claim is due, which has moved last on a day."""
    return pay_by.day if pay_by else moved_on + REMIND_AFTER


def _since(
    events: Sequence[Event],
    complete_on: date | None,
    holds: Decided | None,
    joined: Event | None,
) -> date:
    if joined:
        return joined.at.date()
    if holds:
        decided_on = holds.confirmed.decided_on or holds.confirmed.at.date()
        return holds.settled_on or decided_on
    return complete_on or _moved_on(events)


def _moved_on(events: Sequence[Event]) -> date:
    return max(each.at.date() for each in events if each.state in _MOVING)
