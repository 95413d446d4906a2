"""One claim as the routes of the desk show it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, Literal

from functions.claims.models import MissingPaper
from functions.claims.status_models import Payout
from functions.records import kept_papers
from functions.records.claims.claim_events import Amounts, Happening, Outcome, State
from functions.records.claims.models import Relation
from functions.records.stopped_mail import Mail
from functions.staff.models import By
from functions.staff.slips import Slip
from functions.staff.teamwork import Teamwork
from shared_rules.articles import Article
from shared_rules.claim.papers import Kind
from shared_rules.findings import Finding
from shared_rules.plans import ItemName
from shared_rules.records import Model

DESK_MESSAGES: Final[Mapping[State | Outcome, str]] = {
    "waiting_for_papers": "claim_desk.waiting_for_papers",
    "papers_complete": "claim_desk.papers_complete",
    "assessed": "claim_desk.assessed",
    "awaiting_transfer": "claim_desk.awaiting_transfer",
    "paid": "claim_desk.paid",
    "refused": "claim_desk.refused",
    "refunded": "claim_desk.refunded",
    "joined": "claim_desk.joined",
    "pay": "claim_desk.pay",
    "refuse": "claim_desk.refuse",
    "refund": "claim_desk.refund",
}
"""The codes of what the desk is told of a state, and of an outcome."""


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
    """The illness, and the item that insures it: null while nobody has said which disease it is.

    `certificate` is what stands on the diagnosis certificate, `reads_as` what those words lead to,
    `earlier` what was said of cancer before.
    """

    code: str | None
    label: str
    item: ItemName | None
    item_label: str
    certificate: str | None
    reads_as: Finding | None
    earlier: str | None


class CaseStay(Model):
    """A stay in hospital; no discharge: she was still there."""

    admission: date
    discharge: date | None


class CaseBank(Model):
    """Where the benefit shall go; `payee` says who is paid, where it is not the insured herself."""

    bank: str
    card: str
    holder: str
    payee: str | None


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
    """A paper, what was found of it by machine, and what the desk decided.

    `is_opened`: whoever looks at the case has opened it; `is_usable`: it counts, and was not sent
    back.
    """

    document_id: str
    kind: Kind
    kind_name: str
    filename: str
    received_at: datetime
    media_type: str | None
    pages: int | None
    state: kept_papers.State
    state_label: str
    findings: list[Finding]
    decision: PaperDecision | None
    is_opened: bool
    is_usable: bool


class CaseProposal(Model):
    """What somebody has found, beside what the rules gave."""

    outcome: Outcome
    outcome_label: str
    amounts: Amounts
    total: int
    paid_before: Amounts
    reason: str | None
    article: Article | None
    article_label: str | None
    occurrence: date
    prefilled: Amounts
    suggested: Outcome | None
    primary: bool | None
    first: bool | None
    stated: str | None
    grounds: str | None
    not_needed: list[str]
    by: By
    at: datetime


class CaseOutcome(CaseProposal):
    """How the claim was decided, by the proposal that a second person confirmed, and what was paid.

    `decided_on` is null where it ended on the day of its decision; `settled_on` is null as long as
    its money is still to be transferred. Who has noted that it was (`paid_by`), when, and the last
    digits of the `account`, are null where that was no event of its own.
    """

    confirmed_by: By
    confirmed_at: datetime
    decided_on: date | None
    settled_on: date | None
    account: str | None
    paid_by: By | None
    paid_at: datetime | None


class JoinedCase(Model):
    """Another report of the same illness that a claim has taken in, with what was its own."""

    receipt: str
    reported_at: datetime
    report_by: date
    late: bool
    stays: list[CaseStay]
    bank: CaseBank | None
    reporter: CaseReporter


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

    `may_confirm`: somebody else's proposal waits for her; `may_supplement`: more may be said of it;
    `may_transfer`: what was decided is to be paid; `may_reopen`: it was decided, and `may_return`:
    its money may not arrive, or come back.
    `joined_to` is the claim that stands for this one, and `joined` are those for which this one
    stands; `may_join`: it may be joined to another one, and `may_part`: that may be taken back.
    `undo_until` is when she may no longer undo what happened last; null where she may not.
    `complete_on_suggested` is the day on which the last paper that counts came.
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
    late_reason: str | None
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
    undo_until: datetime | None
    teamwork: Teamwork
    slips: list[Slip]
    mail: Mail
    joined_to: str | None
    joined: list[JoinedCase]
    may_join: bool
    may_part: bool
    may_decide: bool
    may_confirm: bool
    may_supplement: bool
    may_transfer: bool
    may_reopen: bool
    may_return: bool
    is_masked: bool


class IssuedClaimCode(Model):
    """A new access code, which is shown this once, and the claim as it is then."""

    access_code: str
    case: ClaimCase
