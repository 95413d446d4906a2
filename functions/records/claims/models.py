"""Claims as they are kept: the head in the table, and the report word for word."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final, Literal, Self

from pydantic import Field, model_validator

from functions.records.actors import Actor
from functions.records.areas import KeptCounty
from functions.records.consent import Given
from shared_rules.claim import papers
from shared_rules.claim.payees import Payee
from shared_rules.claim.report import Account, Report, ReportedStay
from shared_rules.findings import Finding
from shared_rules.records import Record

Relation = Literal["self", "spouse", "parent", "child", "unit", "other"]

Kinship = Literal["spouse", "parent", "child", "other"]

RELATION_MESSAGES: Final[Mapping[Relation, str]] = {
    "self": "claim_relation.self",
    "spouse": "claim_relation.spouse",
    "parent": "claim_relation.parent",
    "child": "claim_relation.child",
    "unit": "claim_relation.unit",
    "other": "claim_relation.other",
}
Earlier = Literal["no", "other", "same", "unknown"]
"""Whether she had cancer before, as reported: none, another one, or this one has come back."""

EARLIER_MESSAGES: Final[Mapping[Earlier, str]] = {
    "no": "earlier_cancer.no",
    "other": "earlier_cancer.other",
    "same": "earlier_cancer.same",
    "unknown": "earlier_cancer.unknown",
}
View = Literal[
    "viewed_claim",
    "viewed_paper",
    "viewed_thumbnails",
    "viewed_assessment",
    "exported_log",
    "exported_claim",
    "copied_for_her",
]

_LAST_DIGITS: Final = 4
VIEW_MESSAGES: Final[Mapping[View, str]] = {
    "viewed_claim": "claim_log.viewed_claim",
    "viewed_paper": "claim_log.viewed_paper",
    "viewed_thumbnails": "claim_log.viewed_thumbnails",
    "viewed_assessment": "claim_log.viewed_assessment",
    "exported_log": "claim_log.exported_log",
    "exported_claim": "claim_log.exported_claim",
    "copied_for_her": "claim_log.copied_for_her",
}


class ClaimUnit(Record):
    """The unit (单位) through which she is insured."""

    name: str
    county: KeptCounty


class ReportedInsured(Record):
    """The insured person (被保险人); name and number as typed."""

    name: str
    id_number: str
    phone: str


class ReportedDiagnosis(Record):
    """The illness (第二、九条); the specimen's day may not have been known.

    `disease` is None where the insurer is to say which of the plan's it is; `certificate` is what
    stands on the diagnosis certificate, `earlier` what was said of cancer before: the
    estimate heeds it, no decision does.
    """

    disease: str | None = None
    certificate: str | None = None
    specimen_date: date | None = None
    diagnosis_date: date
    hospital: str
    earlier: Earlier | None = None


class ReportedCover(Record):
    """What was known of her policy, for the estimate."""

    first_day: date | None = None
    renewal: bool | None = None
    paid_before: bool | None = None


class HospitalStay(Record):
    """A stay in hospital (住院); no discharge: she was still there on the day `known_until`."""

    admission: date
    discharge: date | None = None
    known_until: date | None = None

    @property
    def counts_until(self) -> date:
        """Until when it is reckoned: its discharge, or the last day on which it is known of."""
        return self.discharge or self.known_until or self.admission

    def known(self, day: date) -> Self:
        """The same, where she was still there on that day."""
        return self.model_copy(update={"known_until": None if self.discharge else day})


class BankAccount(Record):
    """Where the benefit shall go (第十四条); `kinship`: what another payee is to the insured."""

    bank: str
    card_number: str
    account_holder: str
    payee: Payee = "insured"
    kinship: Kinship | None = None

    @property
    def last_digits(self) -> str:
        """By which people know it again."""
        return self.card_number[-_LAST_DIGITS:]


class Reporter(Record):
    """Who reported, and what the person is to the insured.

    To `email`, where it was left, goes what happens to the claim.
    """

    name: str
    relation: Relation
    phone: str
    email: str = ""


class BroughtPaper(Record):
    """A paper (理赔申请材料) that came with the report."""

    kind: papers.Kind
    upload_id: str | None = None


class ReportedClaim(Record):
    """What was reported; consent is None where it was only looked at.

    `late_reason` is why it came late, in the words of whoever reported.
    """

    insured: ReportedInsured
    unit: ClaimUnit
    diagnosis: ReportedDiagnosis
    cover: ReportedCover = ReportedCover()
    stays: list[HospitalStay] = Field(default=[])
    bank: BankAccount | None = None
    reporter: Reporter
    late_reason: str | None = None
    documents: list[BroughtPaper] = Field(default=[])
    confirmations: list[str] = Field(default=[])
    consent: Given | None = None

    @property
    def still_there(self) -> frozenset[date]:
        """The admissions of stays that go on."""
        return frozenset(stay.admission for stay in self.stays if stay.discharge is None)

    @property
    def report(self) -> Report:
        """What the rules judge."""
        return Report(
            name=self.insured.name,
            id_number=self.insured.id_number,
            disease=self.diagnosis.disease,
            diagnosis_date=self.diagnosis.diagnosis_date,
            specimen_date=self.diagnosis.specimen_date,
            stays=tuple(ReportedStay(stay.admission, stay.discharge) for stay in self.stays),
            account=Account(**self.bank.model_dump()) if self.bank else None,
            cover_first_day=self.cover.first_day,
            renewal=self.cover.renewal,
            paid_before=self.cover.paid_before,
            comes_back=self.diagnosis.earlier == "same",
        )

    @property
    def in_hospital(self) -> bool:
        """Whether there was a stay, so that its papers are needed."""
        return bool(self.stays)

    @property
    def brought(self) -> set[papers.Kind]:
        """The kinds of the papers that came with it."""
        return {document.kind for document in self.documents}


class KeptReport(Record):
    """The report word for word, as one immutable object in S3."""

    receipt: str
    reported_at: datetime
    reported: ReportedClaim
    findings: list[Finding]


class Claim(Record):
    """A claim as the table keeps it; what it says of her illness and account is in S3.

    `person` is the keyed hash of her ID number, by the key of its time. `version` counts what was
    brought, the report being the first, `revision` everything that changed the claim. `email` is
    that of whoever reported.
    """

    receipt: str
    version: int
    revision: int
    reported_at: datetime
    report_by: date
    late: bool
    plan: date
    unit: ClaimUnit
    insured_name: str
    person: str
    in_hospital: bool
    report_object: str
    access_hash: str
    email: str = ""

    @model_validator(mode="before")
    @classmethod
    def _count(cls, kept: dict[str, Any]) -> dict[str, Any]:
        """Claims from before the desk were changed by what was brought only."""
        return {"revision": kept.get("version"), **kept}


class ClaimViewed(Record):
    """Somebody of the desk has seen personal data, or taken it along; kept in the log."""

    at: datetime
    what: View
    version: int
    by: Actor
    document_id: str | None = None
    sha256: str | None = None
    is_masked: bool
