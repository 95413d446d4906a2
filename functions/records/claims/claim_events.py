"""What happens to a claim: each event says who, what, why, and the state before and after.

Nothing is edited: an event is added. Where a claim stands follows from its events and papers, see
`claim_course`.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final, Literal, Self

from pydantic import Field

from functions.records.actors import Actor
from shared_rules.articles import Article
from shared_rules.claim.supplement import Part
from shared_rules.messages import catalogue
from shared_rules.plans import ItemName
from shared_rules.records import Record

OpenState = Literal["waiting_for_papers", "papers_complete", "assessed", "awaiting_transfer"]
Settled = Literal["paid", "refused", "refunded"]
State = OpenState | Settled | Literal["joined"]
"""Awaiting transfer: a second person has confirmed what is paid, which is still to be transferred.
Joined: it is the same illness as another claim's, which is decided on for both.
"""
Happening = (
    Literal["reported", "supplemented", "facts_supplemented", "checked"]
    | Literal["paper_accepted", "paper_sent_back", "completed", "proposed", "objected"]
    | Literal["approved", "reopened", "access_code_changed", "joined", "took_in", "parted"]
    | Settled
    | Literal["undone"]
)
Outcome = Literal["pay", "refuse", "refund"]
Source = Literal["online", "paper", "phone", "joined"]
"""How what was said later came: on the state page, to the desk, or in another report of it."""
Reopening = Literal["objection", "stay", "mistake", "transfer"]
"""Why a settled claim goes on: she objects (异议) or has a further stay; the desk has found a
mistake, or what it paid came back.
"""

STATE_MESSAGES: Final[Mapping[State, str]] = {
    "waiting_for_papers": "claim_state.waiting_for_papers",
    "papers_complete": "claim_state.papers_complete",
    "assessed": "claim_state.assessed",
    "awaiting_transfer": "claim_state.awaiting_transfer",
    "paid": "claim_state.paid",
    "refused": "claim_state.refused",
    "refunded": "claim_state.refunded",
    "joined": "claim_state.joined",
}
"""The codes of what the public is told of a state."""

MESSAGES: Final[Mapping[Happening, str]] = {
    "reported": "claim_event.reported",
    "supplemented": "claim_event.supplemented",
    "facts_supplemented": "claim_event.facts_supplemented",
    "checked": "claim_event.checked",
    "paper_accepted": "claim_event.paper_accepted",
    "paper_sent_back": "claim_event.paper_sent_back",
    "completed": "claim_event.completed",
    "proposed": "claim_event.proposed",
    "objected": "claim_event.objected",
    "approved": "claim_event.approved",
    "reopened": "claim_event.reopened",
    "access_code_changed": "claim_event.access_code_changed",
    "joined": "claim_event.joined",
    "took_in": "claim_event.took_in",
    "parted": "claim_event.parted",
    "paid": "claim_event.paid",
    "refused": "claim_event.refused",
    "refunded": "claim_event.refunded",
    "undone": "claim_event.undone",
}
"""The codes of what is said of what happens to a claim."""

PART_MESSAGES: Final[Mapping[Part, str]] = {
    "name": "claim_part.name",
    "disease": "claim_part.disease",
    "certificate": "claim_part.certificate",
    "earlier": "claim_part.earlier",
    "specimen_date": "claim_part.specimen_date",
    "stays": "claim_part.stays",
    "bank": "claim_part.bank",
}
SOURCE_MESSAGES: Final[Mapping[Source, str]] = {
    "online": "claim_source.online",
    "paper": "claim_source.paper",
    "phone": "claim_source.phone",
    "joined": "claim_source.joined",
}
REOPENING_MESSAGES: Final[Mapping[Reopening, str]] = {
    "objection": "claim_reopening.objection",
    "stay": "claim_reopening.stay",
    "mistake": "claim_reopening.mistake",
    "transfer": "claim_reopening.transfer",
}

SETTLED: Final[dict[Outcome, Settled]] = {"pay": "paid", "refuse": "refused", "refund": "refunded"}
"""The state that an outcome leads to, once a second person has confirmed it and it was paid."""


_PRIMARY: Final[Mapping[bool, str]] = {
    True: "claim_stated.primary",
    False: "claim_stated.not_primary",
}
_FIRST: Final[Mapping[bool, str]] = {
    True: "claim_stated.first",
    False: "claim_stated.not_first",
}


class PaidStay(Record):
    """A stay in hospital as it was reckoned with."""

    admission: date
    discharge: date


class StayLine(PaidStay):
    """The arithmetic of a stay, as it is told: 7 天 − 3 天免赔 = 4 天 × 100 元 = 400 元.

    `goes_on`: she was still there on the day that stands for its discharge.
    """

    text: str
    amount: int
    goes_on: bool = False


class Amounts(Record):
    """What a claim brings, in yuan."""

    lump_sum: int
    allowance: int
    refund: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.lump_sum + self.allowance + self.refund

    def __add__(self, other: Self) -> Self:
        """What both are together."""
        return self.model_validate({name: each + getattr(other, name) for name, each in self})

    def __sub__(self, other: Self) -> Self:
        """What of the first remains; below zero where there was not so much."""
        return self.model_validate({name: each - getattr(other, name) for name, each in self})

    @property
    def at_least_nothing(self) -> Self:
        """The same, with nothing below zero."""
        return self.model_validate({name: max(0, each) for name, each in self})


NOTHING: Final = Amounts(lump_sum=0, allowance=0, refund=0)


class Proposal(Record):
    """What somebody of the desk has found; it counts once a second person confirms it.

    `prefilled` and `suggested` are what the rules gave on that day: where amounts or outcome
    differ, `reason` says why. `item` and `stays` are those of the report. The outcome is that of
    the whole claim; the amounts are what is paid now, beside `paid_before` by earlier decisions on
    it. `lines` are the arithmetic of the whole claim's allowance, as the rules gave it.

    `primary` (原发) and `first` (初次发生) are what she states of the illness, and `grounds` why;
    they are None where it was proposed before that was asked. `not_needed` are the papers that she
    has not opened, as she does not need them.
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
    paid_before: Amounts = NOTHING
    lines: list[StayLine] = Field(default=[])
    primary: bool | None = None
    first: bool | None = None
    grounds: str | None = None
    not_needed: list[str] = Field(default=[])

    @property
    def stated(self) -> str | None:
        """What she states of the illness, in words."""
        if self.primary is None or self.first is None:
            return None
        words = catalogue()
        codes = (_PRIMARY[self.primary], _FIRST[self.first])
        return "，".join(words[code].title for code in codes)


class Event(Record):
    """Something that happened to a claim.

    `version` is that of the report and its papers; `revision` counts everything that changed the
    claim, from 1, and is None where its papers were looked at. `by` is None where it was not the
    desk. `asked` is the digest of the request, by which the same is known when it comes again.
    `supplement_object` is where that is kept which was said anew of `parts`, and `source` how it
    came. `decided_on` is the day of a decision by which money is to be transferred; `settled_on`
    the one on which that was done, or on which the claim has ended without. `account` are the last
    digits of where the money went, and `returned` is what the bank had sent back of it. `other` is
    the receipt of the claim that it was joined to, that it took in, or that was parted from it.
    `undoes` is the revision of the decision that was undone. The remaining fields are of single
    happenings.
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
    decided_on: date | None = None
    settled_on: date | None = None
    account: str | None = None
    parts: list[Part] = Field(default=[])
    source: Source | None = None
    supplement_object: str | None = None
    reopening: Reopening | None = None
    returned: Amounts | None = None
    other: str | None = None
    undoes: int | None = None


def holding(events: Iterable[Event]) -> list[Event]:
    """The events from which something follows.

    Without those by which a claim has taken one in that was parted from it since, and those that
    were undone, with their undoing.
    """
    kept: list[Event] = []
    for event in sorted(events, key=_order):
        if event.state == "parted":
            kept = [each for each in kept if (each.state, each.other) != ("took_in", event.other)]
        if event.state == "undone":
            kept = [each for each in kept if each.revision != event.undoes]
        else:
            kept.append(event)
    return kept


def last_change(events: Iterable[Event]) -> Event:
    """What has changed a claim last."""
    return max(events, key=lambda event: event.revision or 0)


def as_they_happened(events: Iterable[Event]) -> list[Event]:
    """The events by their time; of those in one second, the first change first."""
    return sorted(events, key=lambda event: (event.at, *_order(event)))


def _order(event: Event) -> tuple[int, datetime]:
    # Clocks of two processes may differ; revisions do not. Without one it was no change.
    return event.revision or event.version, event.at


def label(state: State) -> str:
    """What people call a state."""
    return catalogue()[STATE_MESSAGES[state]].title


def told(happening: Happening) -> str:
    """What people call something that happened."""
    return catalogue()[MESSAGES[happening]].title


def said(event: Event) -> str:
    """What people call an event, with what it was about."""
    words = catalogue()
    parts = "、".join(words[PART_MESSAGES[part]].title for part in event.parts)
    source = event.source if event.source != "online" else None
    how = f"（{words[SOURCE_MESSAGES[source]].title}）" if source else ""
    if event.reopening:
        how = f"：{words[REOPENING_MESSAGES[event.reopening]].title}"
    if event.other:
        how = f"：{event.other}"
    return f"{told(event.state)}{how}{'：' if parts else ''}{parts}"


def said_to_her(event: Event) -> tuple[str, str]:
    """What whoever has the access code is told of an event, and what to do about it, if anything.

    Told apart are another code, and papers that she has not brought here herself.
    """
    if event.state == "supplemented" and event.by:
        words = catalogue()["claim_event.supplemented_on_behalf"]
        return words.title, words.fix
    fix = catalogue()[MESSAGES[event.state]].fix if event.state == "access_code_changed" else ""
    return said(event), fix
