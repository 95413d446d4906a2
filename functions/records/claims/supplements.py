"""What is said of a claim after its report (补充): later stays, the account, what was wrong.

The report stays as it was kept, and so does every supplement, each in S3 where its event points.
What holds now follows from all of them, and from nowhere else: `CaseFile.now`.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final, NamedTuple, Self

from functions.records.claims import claim_events
from functions.records.claims.claim_events import Event, Source
from functions.records.claims.models import (
    BankAccount,
    Earlier,
    HospitalStay,
    KeptReport,
    ReportedClaim,
)
from shared_rules.claim.supplement import PARTS, Part
from shared_rules.findings import Finding
from shared_rules.records import Record

OF_THE_ILLNESS: Final[tuple[Part, ...]] = ("disease", "certificate", "earlier", "specimen_date")


class Supplement(Record):
    """What is said anew, of those parts that are not None; `stays` are all that there are then."""

    name: str | None = None
    disease: str | None = None
    certificate: str | None = None
    earlier: Earlier | None = None
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
                "diagnosis": reported.diagnosis.model_copy(update=new(*OF_THE_ILLNESS)),
                **new("stays", "bank"),
            }
        )


class KeptSupplement(Record):
    """A supplement word for word, as one immutable object; `findings` are all that hold then.

    `words` are hers, where she asks that a settled claim be looked at again (异议).
    """

    receipt: str
    at: datetime
    source: Source
    said: Supplement
    findings: list[Finding]
    words: str | None = None


class CaseFile(NamedTuple):
    """All that was said of a claim: its report, and the supplements, the first first."""

    report: KeptReport
    supplements: list[KeptSupplement]

    @property
    def now(self) -> KeptReport:
        """The report as it would be, had it said from the start what is known now."""
        return self.after(len(self.supplements))

    @property
    def words(self) -> dict[datetime, str]:
        """What she has said when she asked that it be looked at again, by the moment."""
        return {each.at: each.words for each in self.supplements if each.words}

    def after(self, number: int) -> KeptReport:
        """The report as it would be, had it said what the first so many supplements say."""
        reported, findings = _known_until_report(self.report), self.report.findings
        for each in self.supplements[:number]:
            reported, findings = each.said.over(reported), each.findings
        return self.report.model_copy(update={"reported": reported, "findings": findings})

    def at_version(self, events: Iterable[Event], version: int) -> KeptReport:
        """The same as of a version of the claim, whose events these are."""
        held = claim_events.holding(events)
        until = [each for each in held if each.supplement_object and each.version <= version]
        return self.after(len(until))


def _known_until_report(report: KeptReport) -> ReportedClaim:
    """Of a stay that went on it is known that it did on the day of the report."""
    day = report.reported_at.date()
    return report.reported.model_copy(
        update={"stays": [stay.known(day) for stay in report.reported.stays]}
    )
