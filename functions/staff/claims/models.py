"""What goes in and out of the routes of the desk of claims, and what its log keeps."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import Field

from functions.claims.models import AllowanceLine, MissingPaper, Payout
from functions.platform.downloads import Download
from functions.platform.request_values import Day, Request
from functions.records.claims import claim_documents
from functions.records.claims.claim_events import Amounts, Happening, Outcome, PaidStay, State
from functions.records.claims.models import Relation, View
from functions.staff.models import ArchiveFile, By, Words
from shared_rules.articles import Article
from shared_rules.claim.papers import Kind
from shared_rules.findings import Finding
from shared_rules.plans import ItemName
from shared_rules.records import Model

Yuan = Annotated[int, Field(ge=0, le=10_000_000, strict=True)]

# ---- what is asked for ----


DESK_MESSAGES: Final[Mapping[State | Outcome, str]] = {
    "waiting_for_papers": "claim_desk.waiting_for_papers",
    "papers_complete": "claim_desk.papers_complete",
    "assessed": "claim_desk.assessed",
    "paid": "claim_desk.paid",
    "refused": "claim_desk.refused",
    "refunded": "claim_desk.refunded",
    "pay": "claim_desk.pay",
    "refuse": "claim_desk.refuse",
    "refund": "claim_desk.refund",
}
"""The codes of what the desk is told of a state, and of an outcome."""


class SendBackRequest(Request):
    """A paper must come again, and why."""

    reason: Words
    article: Article | None = None


class CompleteRequest(Request):
    """The papers are complete since a day (第十五条)."""

    complete_on: Day


class ProposeRequest(Request):
    """What somebody has found; `specimen_date` where the report did not know it, or was wrong."""

    outcome: Outcome
    lump_sum: Yuan
    allowance: Yuan
    refund: Yuan
    reason: Words | None = None
    article: Article | None = None
    specimen_date: Day | None = None

    @property
    def amounts(self) -> Amounts:
        """All three."""
        return Amounts(lump_sum=self.lump_sum, allowance=self.allowance, refund=self.refund)


class ConfirmRequest(Request):
    """Money has gone out, or the refusal: on which day."""

    settled_on: Day


class ObjectRequest(Request):
    """Why a proposal does not hold."""

    reason: Words


# ---- the queue ----


class QueuedClaim(Model):
    """A claim as the queue shows it; `due` is null once it is settled.

    `is_provisional` says that the official calendar up to `due` is not announced yet.
    """

    receipt: str
    version: int
    revision: int
    state: State
    state_label: str
    unit_name: str
    county: str
    reported_at: datetime
    due: date | None
    due_label: str
    is_provisional: bool
    is_overdue: bool
    is_soon: bool
    is_late_report: bool


class ClaimQueue(Model):
    """A page of the queue; `next` asks for the one after it.

    `unreadable` has the receipts of claims that cannot be read; who runs the service is alarmed.
    """

    items: list[QueuedClaim]
    unreadable: list[str]
    next: str | None


class ClaimCount(Model):
    """How many claims are in a state; `is_more` where counting stopped there."""

    state: State
    state_label: str
    count: int
    is_more: bool


class ClaimCounts(Model):
    """How much there is of each state."""

    counts: list[ClaimCount]


# ---- one claim ----


class CaseInsured(Model):
    """Who has fallen ill; what is null is hidden, or cannot be read from her number."""

    name: str
    id_number: str
    birth_date: date | None
    age_at_diagnosis: int | None
    phone: str


class CaseUnit(Model):
    """Through which unit she is insured."""

    name: str
    county: str


class CaseDisease(Model):
    """The illness, and the item that insures it."""

    code: str
    label: str
    item: ItemName
    item_label: str


class CaseStay(Model):
    """A stay in hospital; no discharge: she was still there."""

    admission: date
    discharge: date | None


class CaseBank(Model):
    """Where the benefit shall go."""

    bank: str
    card: str
    holder: str


class CaseReporter(Model):
    """Who reported."""

    name: str
    relation: Relation
    relation_label: str
    phone: str


class PaperDecision(Model):
    """What the desk decided on a paper."""

    outcome: Literal["accepted", "sent_back"]
    reason: str | None
    article: Article | None
    article_label: str | None
    by: By
    at: datetime


class CasePaper(Model):
    """A paper, what was found of it by machine, and what the desk decided."""

    document_id: str
    kind: Kind
    kind_name: str
    filename: str
    received_at: datetime
    pages: int | None
    state: claim_documents.State
    state_label: str
    findings: list[Finding]
    decision: PaperDecision | None


class CaseProposal(Model):
    """What somebody has found, beside what the rules gave."""

    outcome: Outcome
    outcome_label: str
    amounts: Amounts
    total: int
    reason: str | None
    article: Article | None
    article_label: str | None
    occurrence: date
    prefilled: Amounts
    suggested: Outcome | None
    by: By
    at: datetime


class CaseOutcome(CaseProposal):
    """How the claim ended: the proposal that a second person confirmed."""

    settled_on: date
    confirmed_by: By
    confirmed_at: datetime


class ClaimStep(Model):
    """Something that happened to a claim; `by` is null where it was not the desk."""

    at: datetime
    state: Happening
    label: str
    version: int
    revision: int | None
    by: By | None
    document_id: str | None
    reason: str | None
    article_label: str | None
    before: State | None
    after: State | None


class ClaimCase(Model):
    """A claim as the desk sees it; what identifies people is hidden where `is_masked` says so.

    `may_confirm`: somebody else's proposal waits for her. `complete_on_suggested` is the day on
    which the last paper that counts came.
    """

    receipt: str
    version: int
    revision: int
    state: State
    state_label: str
    next_step: str
    insured: CaseInsured
    unit: CaseUnit
    disease: CaseDisease
    specimen_date: date | None
    diagnosis_date: date
    hospital: str
    stays: list[CaseStay]
    bank: CaseBank | None
    reporter: CaseReporter
    reported_at: datetime
    report_by: date
    late: bool
    findings: list[Finding]
    documents: list[CasePaper]
    missing_papers: list[MissingPaper]
    complete_on_suggested: date
    papers_complete_on: date | None
    pay_by: Payout | None
    due: date | None
    due_label: str
    proposal: CaseProposal | None
    outcome: CaseOutcome | None
    timeline: list[ClaimStep]
    may_decide: bool
    may_confirm: bool
    is_masked: bool


# ---- the assessment ----


class CoverLine(Model):
    """What one accepted list covers of her time."""

    receipt: str
    unit_name: str
    first_day: date
    last_day: date
    waiting_last_day: date | None
    is_continuous: bool


class Verdict(Model):
    """Whether the illness occurred in her cover, and in its waiting period, and why."""

    is_covered: bool
    in_waiting: bool
    findings: list[Finding]


class PaidItem(Model):
    """An item that has ended for her (第五条)."""

    item: ItemName
    item_label: str
    receipt: str
    paid_on: date


class LumpSumOut(Model):
    """The lump sum, in yuan."""

    item: ItemName
    item_label: str
    amount: int


class AllowanceOut(Model):
    """The allowance, stay by stay; `days` are lines of arithmetic."""

    days: list[AllowanceLine]
    paid_days: int
    amount: int


class RefundOut(Model):
    """The premium that is given back."""

    premium: int


class Assessment(Model):
    """What the rules give, from her cover, what was paid to her, and the report.

    `caps` is what may be proposed at most.
    """

    cover: list[CoverLine]
    occurrence: date
    verdict: Verdict
    paid_items: list[PaidItem]
    lump_sum: LumpSumOut
    allowance: AllowanceOut
    refund: RefundOut | None
    suggested: Outcome | None
    suggested_article: Article | None
    prefilled: Amounts
    caps: Amounts
    stays: list[PaidStay]


# ---- files and the log ----


class ClaimExport(Download):
    """Where the archive of a claim is to be fetched from, and what is in it."""

    files: list[ArchiveFile]
    sha256: str


class ClaimLogEntry(Model):
    """What somebody did or saw, when, why, and the state before and after."""

    at: datetime
    what: Happening | View
    label: str
    by: By | None
    version: int
    revision: int | None
    before: State | None
    after: State | None
    document_id: str | None
    reason: str | None
    article_label: str | None
    amounts: Amounts | None
    prefilled: Amounts | None
    is_masked: bool


class ClaimLog(Model):
    """The log of a claim, the newest first; the file has what is not in it any more."""

    entries: list[ClaimLogEntry]
    is_complete: bool
