"""What is said of a claim after its report (补充): later stays, the account, what was wrong.

The report stays as it was kept, and so does every supplement, each in S3 where its event points.
What holds now follows from all of them, and from nowhere else: `CaseFile.now`.
"""

from datetime import date, datetime
from typing import Any, NamedTuple, Self

from functions.records.claims.claim_events import Source
from functions.records.claims.models import BankAccount, HospitalStay, KeptReport, ReportedClaim
from shared_rules.claim.supplement import PARTS, Part
from shared_rules.findings import Finding
from shared_rules.records import Record


class Supplement(Record):
    """What is said anew, of those parts that are not None; `stays` are all that there are then."""

    name: str | None = None
    disease: str | None = None
    specimen_date: date | None = None
    stays: list[HospitalStay] | None = None
    bank: BankAccount | None = None

    @property
    def parts(self) -> list[Part]:
        """Of which it says something."""
        return [part for part in PARTS if getattr(self, part) is not None]

    def only(self, part: Part) -> Self:
        """What it says of one part."""
        return self.model_validate({part: getattr(self, part)})

    def over(self, reported: ReportedClaim) -> ReportedClaim:
        """What holds after it, where this held before."""

        def new(*parts: Part) -> dict[str, Any]:
            return {part: getattr(self, part) for part in parts if part in self.parts}

        return reported.model_copy(
            update={
                "insured": reported.insured.model_copy(update=new("name")),
                "diagnosis": reported.diagnosis.model_copy(update=new("disease", "specimen_date")),
                **new("stays", "bank"),
            }
        )


class KeptSupplement(Record):
    """A supplement word for word, as one immutable object; `findings` are all that hold then."""

    receipt: str
    at: datetime
    source: Source
    said: Supplement
    findings: list[Finding]


class CaseFile(NamedTuple):
    """All that was said of a claim: its report, and the supplements, the first first."""

    report: KeptReport
    supplements: list[KeptSupplement]

    @property
    def now(self) -> KeptReport:
        """The report as it would be, had it said from the start what is known now."""
        return self.after(len(self.supplements))

    def after(self, number: int) -> KeptReport:
        """The report as it would be, had it said what the first so many supplements say."""
        reported, findings = _known_until_report(self.report), self.report.findings
        for each in self.supplements[:number]:
            reported, findings = each.said.over(reported), each.findings
        return self.report.model_copy(update={"reported": reported, "findings": findings})


def _known_until_report(report: KeptReport) -> ReportedClaim:
    """Of a stay that went on it is known that it did on the day of the report."""
    day = report.reported_at.date()
    return report.reported.model_copy(
        update={"stays": [stay.known(day) for stay in report.reported.stays]}
    )
