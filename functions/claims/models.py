"""What is asked of the claim routes, and what they answer to a report; see `status_models`."""

from collections.abc import Set as AbstractSet
from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints

from functions.platform.request_values import Day, Email, Phone, Request, Text, UploadId
from functions.records.areas import Contact, County
from functions.records.claims.models import (
    BankAccount,
    Earlier,
    HospitalStay,
    Kinship,
    Relation,
    ReportedClaim,
)
from functions.records.claims.supplements import Supplement
from functions.records.consent import Consent
from functions.records.whereabouts import Whereabouts
from shared_rules.claim import papers
from shared_rules.claim.limits import MAX_DOCUMENTS_AT_ONCE, MAX_STAYS
from shared_rules.claim.payees import Payee
from shared_rules.daily_allowance import Line
from shared_rules.findings import Finding
from shared_rules.identity import free_words
from shared_rules.records import Model

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=100)]


def _no_whole_number(text: str) -> str:
    return free_words.check(text, "claim.words_id_number")


Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=1000),
    AfterValidator(_no_whole_number),
]
Certificate = Annotated[Text, AfterValidator(_no_whole_number)]
"""What stands on the diagnosis certificate, as far as somebody has written it down."""


class InsuredIn(Request):
    """The insured person (被保险人); name and number as typed, the rules judge them."""

    name: Text
    id_number: Text
    phone: Phone


class ClaimUnitIn(Request):
    """The unit (单位) through which she is insured."""

    name: Name
    county: County


class DiagnosisIn(Request):
    """The illness (第二、九条); the specimen's day may not be known yet.

    `disease` is null where the insurer is to say which of the plan's it is; `certificate` is what
    stands on the diagnosis certificate, `earlier` whether she had cancer before.
    """

    disease: Text | None
    certificate: Certificate | None = None
    specimen_date: Day | None = None
    diagnosis_date: Day
    hospital: Name
    earlier: Earlier | None = None


class CoverIn(Request):
    """What is known of her policy, for the estimate."""

    first_day: Day | None = None
    renewal: Annotated[bool, Field(strict=True)] | None = None
    paid_before: Annotated[bool, Field(strict=True)] | None = None


class StayIn(Request):
    """A stay in hospital (住院); no discharge: she is still there."""

    admission: Day
    discharge: Day | None = None


class BankIn(Request):
    """Where the benefit shall go (第十四条); `kinship`: what another payee is to the insured."""

    bank: Text
    card_number: Text
    account_holder: Text
    payee: Payee = "insured"
    kinship: Kinship | None = None


class ReporterIn(Request):
    """Who reports, and what the person is to the insured.

    To `email`, where it is left, goes what happens to the claim.
    """

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=50)]
    relation: Relation
    phone: Phone
    email: Email = ""


class DocumentIn(Request):
    """A paper (理赔申请材料) that was uploaded."""

    kind: papers.Kind
    upload_id: UploadId


class AnnouncedDocument(Request):
    """A paper that there is, uploaded or not."""

    kind: papers.Kind
    upload_id: UploadId | None = None


class ClaimIn(Request):
    """A claim as it is reported, without its papers and without consent.

    `late_reason` is why it comes after its days are over, in her words: for the desk.
    """

    insured: InsuredIn
    unit: ClaimUnitIn
    diagnosis: DiagnosisIn
    cover: CoverIn = CoverIn()
    stays: list[StayIn] = Field(default_factory=list, max_length=MAX_STAYS)
    bank: BankIn | None = None
    reporter: ReporterIn
    late_reason: Words | None = None

    @property
    def reported(self) -> ReportedClaim:
        """The claim as the rules judge it, and as it is kept."""
        return ReportedClaim.model_validate(self.model_dump())


class ClaimCheckRequest(ClaimIn):
    """A claim to look at."""

    documents: list[AnnouncedDocument] = Field(
        default_factory=list, max_length=MAX_DOCUMENTS_AT_ONCE
    )


class ClaimSubmitRequest(ClaimIn):
    """A claim to keep, with what the person confirmed and agreed to."""

    documents: list[DocumentIn] = Field(default_factory=list, max_length=MAX_DOCUMENTS_AT_ONCE)
    confirmations: list[Text] = Field(default_factory=list, max_length=100)
    consent: Consent


class SupplementRequest(Request):
    """Papers that are brought later to the same claim."""

    documents: Annotated[list[DocumentIn], Field(min_length=1, max_length=MAX_DOCUMENTS_AT_ONCE)]


class NameIn(Request):
    """Her name as it should have been reported."""

    name: Text


class IllnessIn(Request):
    """What should have been reported of the illness, or was not known; None: as it was."""

    disease: Text | None = None
    certificate: Certificate | None = None
    specimen_date: Day | None = None
    earlier: Earlier | None = None


class FactsRequest(Request):
    """What is said anew of a reported claim; what is None stays as it is.

    `stays` are all that there are, those that were reported before among them.
    """

    insured: NameIn | None = None
    diagnosis: IllnessIn | None = None
    stays: list[StayIn] | None = Field(default=None, max_length=MAX_STAYS)
    bank: BankIn | None = None
    confirmations: list[Text] = Field(default_factory=list, max_length=100)

    def said(self, today: date) -> Supplement:
        """The same as it is kept: a stay that goes on does so today."""
        illness = self.diagnosis or IllnessIn()
        stays = None
        if self.stays is not None:
            given = [HospitalStay(**stay.model_dump()) for stay in self.stays]
            stays = [stay.known(today) for stay in given]
        return Supplement(
            name=self.insured.name if self.insured else None,
            disease=illness.disease,
            certificate=illness.certificate,
            earlier=illness.earlier,
            specimen_date=illness.specimen_date,
            stays=stays,
            bank=BankAccount(**self.bank.model_dump()) if self.bank else None,
        )


class ReopeningRequest(Request):
    """Why a settled claim shall go on: she objects, in her words, or was in hospital again."""

    why: Literal["objection", "stay"]
    words: Words | None = None


class DocumentCheckRequest(Request):
    """An uploaded paper to look at."""

    upload_id: UploadId


class DocumentReport(Model):
    """What a file is, and what to beware of; nothing was stored."""

    kind: Literal["pdf", "jpeg", "png", "heic"]
    label: str
    pages: int
    findings: list[Finding]


class MissingPaper(Model):
    """A kind of paper that is still needed (第十四条)."""

    kind: papers.Kind
    name: str
    hint: str


class PayeePapers(Model):
    """What else to bring where somebody else is paid, and why; whether it is enough, people decide.

    `is_brought`: something of that kind came.
    """

    payee: Payee
    name: str
    papers: list[str]
    is_brought: bool


class AllowanceLine(Model):
    """A stay's arithmetic: 7 天 − 3 天免赔 = 4 天 × 100 元 = 400 元; `amount` in yuan.

    Without a discharge she was still there on the day `known_until`, and it is reckoned until then.
    """

    admission: date
    discharge: date | None
    known_until: date | None
    text: str
    amount: int

    @classmethod
    def of(cls, line: Line, still_there: AbstractSet[date]) -> Self:
        """As the rules have reckoned it; `still_there` are the admissions of stays that go on."""
        stay = line.stay
        goes_on = stay.admission in still_there
        return cls(
            admission=stay.admission,
            discharge=None if goes_on else stay.discharge,
            known_until=stay.discharge if goes_on else None,
            text=line.text,
            amount=line.amount,
        )


class EstimateOut(Model):
    """What the claim may bring, in yuan; the insurer decides. Null: not known yet."""

    total: int | None
    lump_sum: int | None
    refund: int
    allowance: int | None
    paid_days: int
    outcome: Literal["paid", "refund", "not_paid", "ask"]
    lines: list[AllowanceLine]
    assumed_cover: bool
    findings: list[Finding]


class ClaimCheckReport(Model):
    """What was found in a claim; nothing was stored. `days_left` is None once it is late."""

    ready: bool
    findings: list[Finding]
    report_by: date
    days_left: int | None
    missing_papers: list[MissingPaper]
    payee_papers: PayeePapers | None
    estimate: EstimateOut | None


class ClaimReceipt(Model):
    """Proof that a claim is kept; `access_code` is shown this once."""

    receipt: str
    access_code: str
    version: int
    reported_at: datetime
    report_by: date
    late: bool
    missing_papers: list[MissingPaper]
    payee_papers: PayeePapers | None
    estimate: EstimateOut | None
    whereabouts: Whereabouts
    contact: Contact
    hotline: str
    status_url: str
