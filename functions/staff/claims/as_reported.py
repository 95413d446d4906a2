"""What was reported of an illness, as the desk sees it."""

from collections.abc import Sequence
from typing import Final

from functions.records.claims import payees
from functions.records.claims.models import (
    EARLIER_MESSAGES,
    RELATION_MESSAGES,
    Claim,
    KeptReport,
    ReportedClaim,
    ReportedDiagnosis,
    Reporter,
)
from functions.staff.claims.case_models import (
    CaseBank,
    CaseDisease,
    CaseInsured,
    CaseReporter,
    CaseStay,
    CaseUnit,
)
from shared_rules import days, plans
from shared_rules.claim import certificate
from shared_rules.claim import report as report_rules
from shared_rules.findings import Finding
from shared_rules.identity import id_number
from shared_rules.messages import catalogue
from shared_rules.plans import Plan

_LATE: Final = "report.late"


def fields(claim: Claim, report: KeptReport, besides: Sequence[Finding] = ()) -> dict[str, object]:
    """What a claim says, by the fields of `ClaimCase`; `besides` is told of her, too."""
    asked, plan = report.reported, plans.in_force(claim.plan)
    return {
        "insured": _insured(asked),
        "unit": CaseUnit(name=claim.unit.name, county=claim.unit.county),
        "disease": disease(asked.diagnosis, plan),
        "specimen_date": asked.diagnosis.specimen_date,
        "diagnosis_date": asked.diagnosis.diagnosis_date,
        "hospital": asked.diagnosis.hospital,
        "stays": stays(asked),
        "bank": bank(asked),
        "reporter": reporter(asked.reporter),
        "reported_at": claim.reported_at,
        "report_by": claim.report_by,
        "late": claim.late,
        "late_reason": asked.late_reason,
        # Another report that it has taken in may have been in time.
        "findings": [*(f for f in report.findings if claim.late or f.code != _LATE), *besides],
    }


def stays(asked: ReportedClaim) -> list[CaseStay]:
    """The stays in hospital."""
    return [CaseStay(admission=s.admission, discharge=s.discharge) for s in asked.stays]


def _insured(asked: ReportedClaim) -> CaseInsured:
    parsed = id_number.parse(asked.insured.id_number)
    diagnosed = asked.diagnosis.diagnosis_date
    return CaseInsured(
        name=asked.insured.name,
        id_number=parsed.value,
        birth_date=parsed.birth_date,
        age_at_diagnosis=days.completed_years(parsed.birth_date, diagnosed),
        phone=asked.insured.phone,
    )


def disease(diagnosis: ReportedDiagnosis, plan: Plan) -> CaseDisease:
    """The illness as the desk sees it, under the plan of the claim."""
    code, words = diagnosis.disease, diagnosis.certificate
    item = report_rules.item_of(code, plan) if code else None
    open_title = catalogue()["claim_desk.disease_open"].title
    return CaseDisease(
        code=code,
        label=code or open_title,
        item=item,
        item_label=plans.known_item(item, plan).name if item else open_title,
        certificate=words,
        reads_as=certificate.read(words, plan).finding if words else None,
        earlier=earlier(diagnosis),
    )


def earlier(diagnosis: ReportedDiagnosis) -> str | None:
    """What was said of cancer before, in words."""
    said = diagnosis.earlier
    return catalogue()[EARLIER_MESSAGES[said]].title if said else None


def bank(asked: ReportedClaim) -> CaseBank | None:
    """The account that the money is to go to, where one was named."""
    account = asked.bank
    if account is None:
        return None
    return CaseBank(
        bank=account.bank,
        card=account.card_number,
        holder=account.account_holder,
        payee=payees.said(account),
    )


def reporter(who: Reporter) -> CaseReporter:
    """Who reported it."""
    return CaseReporter(
        name=who.name,
        relation=who.relation,
        relation_label=catalogue()[RELATION_MESSAGES[who.relation]].title,
        phone=who.phone,
    )
