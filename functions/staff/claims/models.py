"""What goes in and out of the routes of the desk of claims, and what its log keeps."""

from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from functions.claims.models import AllowanceLine, FactsRequest, SupplementRequest
from functions.platform.downloads import Download
from functions.platform.request_values import Day, Request, Text, Words
from functions.records.claims.claim_events import Amounts, Happening, Outcome, PaidStay, State
from functions.records.claims.models import View
from functions.records.teamwork import Doing
from functions.staff.models import ArchiveFile, By
from shared_rules.articles import Article
from shared_rules.findings import Finding
from shared_rules.plans import ItemName
from shared_rules.records import Model

Yes = Annotated[bool, Field(strict=True)]
MAX_PAPERS: Final = 1_000
"""More than any claim has, also with those of other reports that it has taken in."""
LastDigits = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
Yuan = Annotated[int, Field(ge=0, le=10_000_000, strict=True)]

# ---- what is asked for ----


class SendBackRequest(Request):
    """A paper must come again, and why."""

    reason: Words
    article: Article | None = None


class CompleteRequest(Request):
    """The papers are complete since a day (第十五条)."""

    complete_on: Day


class ProposeRequest(Request):
    """What somebody has found; `specimen_date` where the report did not know it, or was wrong.

    `primary` (原发) and `first` (初次发生) are stated of the illness, with the `grounds`.
    `not_needed` are the papers that she has not opened, as she does not need them.
    """

    outcome: Outcome
    lump_sum: Yuan
    allowance: Yuan
    refund: Yuan
    reason: Words | None = None
    article: Article | None = None
    specimen_date: Day | None = None
    primary: Yes
    first: Yes
    grounds: Words
    not_needed: list[Text] = Field(default_factory=list, max_length=MAX_PAPERS)

    @property
    def amounts(self) -> Amounts:
        """All three."""
        return Amounts(lump_sum=self.lump_sum, allowance=self.allowance, refund=self.refund)


class ConfirmRequest(Request):
    """What was proposed stands: since which day."""

    decided_on: Day


class TransferRequest(Request):
    """Money has gone out (给付): on which day, how much, and the last digits of where it went."""

    paid_on: Day
    amount: Yuan
    account: LastDigits


class ReopenRequest(Request):
    """Why a claim that was decided goes on.

    A mistake, money that cannot be transferred, or a further stay of which she told the desk.
    """

    why: Literal["mistake", "transfer", "stay"]
    reason: Words


class JoinRequest(Request):
    """Which open claim this one is another report of, and how that is known."""

    into: Text
    reason: Words


class PartRequest(Request):
    """Why a joining does not hold."""

    reason: Words


class ObjectRequest(Request):
    """Why a proposal does not hold."""

    reason: Words


class OnBehalfRequest(FactsRequest):
    """What somebody has said of her claim, how it came, and who she is or which paper it was."""

    source: Literal["paper", "phone"]
    reason: Words


class PapersOnBehalfRequest(SupplementRequest):
    """Papers of hers that came to the counter or by post, and who brought them."""

    reason: Words


# ---- the queue ----


ClaimQueueName = State | Literal["to_tell"]
"""A state of claims; or those of which the desk has to tell something itself."""


class QueuedClaim(Model):
    """A claim as the queue shows it; `due` is null once it is settled.

    `insured_name` is masked. `to_tell` is what is to be told, where such claims are asked for.

    `is_provisional` says that the official calendar up to `due` is not announced yet.
    `holder` is who has it in hand, empty where nobody has.
    """

    receipt: str
    version: int
    revision: int
    state: State
    state_label: str
    unit_name: str
    insured_name: str
    county: str
    reported_at: datetime
    due: date | None
    due_label: str
    is_provisional: bool
    is_overdue: bool
    is_soon: bool
    is_late_report: bool
    to_tell: list[str] = Field(default=[])
    holder: str


class ClaimQueue(Model):
    """A page of the queue; `next` asks for the one after it.

    `unreadable` has the receipts of claims that cannot be read; who runs the service is alarmed.
    """

    items: list[QueuedClaim]
    unreadable: list[str]
    next: str | None


class ClaimCount(Model):
    """How many claims are in a queue; `is_more` where counting stopped there."""

    state: ClaimQueueName
    state_label: str
    count: int
    is_more: bool


class ClaimCounts(Model):
    """How much there is of each state."""

    counts: list[ClaimCount]


# ---- the assessment ----


class BroughtIn(Model):
    """By whom and when an old policy was brought in (补录)."""

    number: str
    at: datetime
    by: By


class CoverLine(Model):
    """What one accepted list, or old policy that was brought in, covers of her time."""

    receipt: str
    unit_name: str
    brought_in: BroughtIn | None
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


class OtherCase(Model):
    """Another claim of hers, open or settled; `may_take_in`: this one may be joined to it."""

    receipt: str
    item_label: str
    state_label: str
    reported_on: date
    may_take_in: bool


class Benefits(Model):
    """What the rules give for a claim.

    `entitled` is what the whole claim brings, `paid_before` what earlier decisions on it have paid,
    and `prefilled` what is still to be paid; `caps` is what may be proposed at most.
    """

    occurrence: date
    lump_sum: LumpSumOut
    allowance: AllowanceOut
    refund: RefundOut | None
    suggested: Outcome | None
    suggested_article: Article | None
    entitled: Amounts
    paid_before: Amounts
    prefilled: Amounts
    caps: Amounts
    stays: list[PaidStay]


class Assessment(Benefits):
    """What the rules give, and what somebody looks at besides: cover, other claims, what was paid.

    `verdict` has all that is said of it.
    """

    cover: list[CoverLine]
    cases: list[OtherCase]
    verdict: Verdict
    paid_items: list[PaidItem]


# ---- files and the log ----


class ClaimExport(Download):
    """Where the archive of a claim is to be fetched from, and what is in it."""

    files: list[ArchiveFile]
    sha256: str


class ClaimLogEntry(Model):
    """What somebody did or saw, when, why, and the state before and after."""

    at: datetime
    what: Happening | View | Doing | Literal["mailed"]
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
    stated: str | None
    is_masked: bool


class ClaimLog(Model):
    """The log of a claim, the newest first; the file has what is not in it any more."""

    entries: list[ClaimLogEntry]
    is_complete: bool
    unreadable: int
