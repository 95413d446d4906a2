"""What happens to a claim: each event says who, what, why, and the state before and after.

Nothing is edited: an event is added. Where a claim stands follows from its events and papers, see
`claim_course`.
"""

from datetime import date, datetime
from typing import Final, Literal

from functions.records.actors import Actor
from shared_rules.articles import Article
from shared_rules.messages import catalogue
from shared_rules.plans import ItemName
from shared_rules.records import Record

OpenState = Literal["waiting_for_papers", "papers_complete", "assessed"]
Settled = Literal["paid", "refused", "refunded"]
State = OpenState | Settled
Happening = (
    Literal["reported", "supplemented", "checked"]
    | Literal["paper_accepted", "paper_sent_back", "completed", "proposed", "objected"]
    | Settled
)
Outcome = Literal["pay", "refuse", "refund"]

SETTLED: Final[dict[Outcome, Settled]] = {"pay": "paid", "refuse": "refused", "refund": "refunded"}
"""The state that an outcome leads to, once a second person has confirmed it."""


class PaidStay(Record):
    """A stay in hospital as it was reckoned with."""

    admission: date
    discharge: date


class Amounts(Record):
    """What a claim brings, in yuan."""

    lump_sum: int
    allowance: int
    refund: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.lump_sum + self.allowance + self.refund


class Proposal(Record):
    """What somebody of the desk has found; it counts once a second person confirms it.

    `prefilled` and `suggested` are what the rules gave on that day: where amounts or outcome
    differ, `reason` says why. `item` and `stays` are those of the report.
    """

    outcome: Outcome
    amounts: Amounts
    reason: str | None = None
    article: Article | None = None
    item: ItemName
    occurrence: date
    stays: list[PaidStay]
    prefilled: Amounts
    suggested: Outcome | None = None


class Event(Record):
    """Something that happened to a claim.

    `version` is that of the report and its papers; `revision` counts everything that changed the
    claim, from 1, and is None where its papers were looked at. `by` is None where it was not the
    desk. `asked` is the digest of the desk's request, by which the same is known when it comes
    again. The other fields are of single happenings.
    """

    at: datetime
    state: Happening
    version: int
    revision: int | None = None
    by: Actor | None = None
    before: State | None = None
    after: State | None = None
    asked: str | None = None
    document_id: str | None = None
    reason: str | None = None
    article: Article | None = None
    complete_on: date | None = None
    proposal: Proposal | None = None
    settled_on: date | None = None


def label(state: State) -> str:
    """What people call a state."""
    return catalogue()[f"claim_state.{state}"].title
