"""What is told of a kept claim to whoever has its access code: where it stands, and what became."""

from datetime import date, datetime

from functions.claims.models import AllowanceLine, MissingPaper, PayeePapers
from functions.records import kept_papers
from functions.records.areas import Contact
from functions.records.claims.claim_events import Happening, Outcome, State
from functions.records.whereabouts import Whereabouts
from shared_rules.articles import Article
from shared_rules.claim import papers
from shared_rules.findings import Finding
from shared_rules.records import Model


class DocumentStatus(Model):
    """Where one file stands."""

    document_id: str
    kind: papers.Kind
    kind_name: str
    filename: str
    received_at: datetime
    state: kept_papers.Shown
    state_label: str
    findings: list[Finding]


class Payout(Model):
    """The last day to pay (第十五条); provisional while the official calendar is not announced."""

    day: date
    provisional: bool


class InCharge(Model):
    """Who has the claim now, and whom to ask: their name and number."""

    label: str
    name: str
    phone: str


class ClaimStatusStep(Model):
    """Something that happened to a claim, in the words that people read.

    `note` says what to do about it, where that is not said elsewhere.
    """

    at: datetime
    state: Happening
    version: int
    label: str
    note: str = ""


class Settlement(Model):
    """How a claim was decided: what is paid in yuan, by which article, and why not.

    `paid_before` is what earlier decisions on it had paid, which is set off. `lines` are the
    arithmetic of the allowance, where it was paid by it. `stated` is what was found of the illness
    (原发、初次发生), and `grounds` by what; null where it was decided before that was asked.
    `decided_on` is null where money was paid, or none was due, on the day of the decision itself;
    `settled_on` is null as long as it is still to be transferred, and `account` are the last digits
    of where it went.
    """

    outcome: Outcome
    lump_sum: int
    allowance: int
    refund: int
    total: int
    paid_before: int
    lines: list[AllowanceLine]
    article: Article | None
    article_label: str | None
    reason: str | None
    stated: str | None
    grounds: str | None
    decided_on: date | None
    settled_on: date | None
    account: str | None


class LeadingClaim(Model):
    """The claim that stands for a joined one (一病一案), and how far it is."""

    receipt: str
    state_label: str


class KnownStay(Model):
    """A stay as it is known: without a discharge she was still there on the day `known_until`."""

    admission: date
    discharge: date | None
    known_until: date | None


class KnownAccount(Model):
    """The account that was given, as far as whoever gave it needs to know it again.

    `payee` says who is paid, where it is not the insured herself.
    """

    bank: str
    last_digits: str
    payee: str | None


class KnownFacts(Model):
    """What is known of what may be said later: which days, whether the rest was given.

    `is_disease_open`: the insurer has still to say which of the plan's diseases it is.
    """

    stays: list[KnownStay]
    has_specimen_date: bool
    is_disease_open: bool
    account: KnownAccount | None


class ReopenedClaim(Model):
    """Since when a claim that was settled goes on, and why."""

    at: datetime
    label: str
    told: str


class ClaimStatus(Model):
    """Where a claim stands; names are masked, and of her health only days in hospital are told.

    `objection`: until when she may object to how it was decided.
    """

    receipt: str
    version: int
    state: State
    state_label: str
    next_step: str
    whereabouts: Whereabouts
    insured_name: str
    unit_name: str
    reported_at: datetime
    report_by: date
    late: bool
    documents: list[DocumentStatus]
    missing_papers: list[MissingPaper]
    payee_papers: PayeePapers | None
    facts: KnownFacts
    may_supplement: bool
    papers_complete_on: date | None
    pay_by: Payout | None
    outcome: Settlement | None
    earlier: list[Settlement]
    reopened: ReopenedClaim | None
    joined_to: LeadingClaim | None
    may_reopen: bool
    objection: Finding | None
    timeline: list[ClaimStatusStep]
    in_charge: InCharge
    contact: Contact
    hotline: str
