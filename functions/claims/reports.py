"""A claim as a request brings it: judged, estimated, and refused where it must be mended."""

from datetime import date, datetime

from functions.claims import paper_kinds
from functions.claims.models import (
    AllowanceLine,
    ClaimCheckReport,
    ClaimCheckRequest,
    ClaimReceipt,
    ClaimSubmitRequest,
    EstimateOut,
)
from functions.platform.problems import unprocessable
from functions.records import consent, whereabouts
from functions.records.areas import contact_of
from functions.records.claims import claim_course
from functions.records.claims.models import KeptReport, ReportedClaim
from functions.records.whereabouts import Call, Whereabouts
from shared_rules import confirmations, deadlines, plans
from shared_rules.claim import estimate, papers, report
from shared_rules.findings import Finding, RuleError


def check(request: ClaimCheckRequest, now: datetime) -> ClaimCheckReport:
    """What is wrong in a claim, what is missing, and what it may bring; nothing is stored."""
    today, reported = now.date(), request.reported
    findings = judge(reported, today)
    report_by = last_day(reported, today)
    return ClaimCheckReport(
        ready=not _errors(findings),
        findings=findings,
        report_by=report_by,
        days_left=None if today > report_by else (report_by - today).days,
        missing_papers=paper_kinds.missing(reported.brought, in_hospital=reported.in_hospital),
        payee_papers=paper_kinds.of_payee(reported.bank, reported.brought),
        estimate=estimated(reported, findings, today),
    )


def accept(request: ClaimSubmitRequest, now: datetime) -> list[Finding]:
    """What is remarkable about a claim that may be kept.

    Raises:
        Problem: with every finding that stands in the way.
    """
    findings = judge(request.reported, now.date())
    missing = confirmations.missing(findings, request.confirmations)
    refused = [*_errors(findings), *missing, *consent.judge(request.consent, "claim")]
    if refused:
        raise unprocessable(refused)
    return findings


def receipt(kept: KeptReport, access_code: str) -> ClaimReceipt:
    """The answer to a report, the same whenever it is given."""
    reported, today = kept.reported, kept.reported_at.date()
    report_by = last_day(reported, today)
    return ClaimReceipt(
        receipt=kept.receipt,
        access_code=access_code,
        version=1,
        reported_at=kept.reported_at,
        report_by=report_by,
        late=today > report_by,
        missing_papers=paper_kinds.missing(reported.brought, in_hospital=reported.in_hospital),
        payee_papers=paper_kinds.of_payee(reported.bank, reported.brought),
        estimate=estimated(reported, kept.findings, today),
        whereabouts=_whereabouts(reported, today),
        contact=contact_of(reported.unit.county),
        hotline=plans.in_force(today).hotline.number,
        status_url=f"/status/?receipt={kept.receipt}",
    )


def _whereabouts(reported: ReportedClaim, today: date) -> Whereabouts:
    """Who has the claim as it was reported on a day."""
    plan = plans.in_force(today)
    if papers.missing(reported.brought, in_hospital=reported.in_hospital):
        code, pay_by = whereabouts.CLAIMS["waiting_for_papers"], None
        call = Call.to_contact(contact_of(reported.unit.county))
    else:
        code, pay_by = whereabouts.CLAIMS["papers_complete"], deadlines.pay_by(today, plan)
        call = Call.to_insurer(plan)
    due = claim_course.step_due(today, pay_by)
    return whereabouts.told(code, today, due, call=call, today=today)


def judge(reported: ReportedClaim, today: date) -> list[Finding]:
    """Everything that the rules find in a claim."""
    return list(report.judge(reported.report, today, plans.in_force(today)))


def last_day(reported: ReportedClaim, today: date) -> date:
    """第十四条: until when the claim should be reported; today where its date cannot be right."""
    try:
        return deadlines.report_by(reported.report.diagnosis_date, plans.in_force(today))
    except RuleError:
        return today


def estimated(reported: ReportedClaim, findings: list[Finding], today: date) -> EstimateOut | None:
    """What a claim may bring; None while an error is in it, or nobody has said which disease."""
    if _errors(findings) or reported.diagnosis.disease is None:
        return None
    made = estimate.estimate(reported.report, today, plans.in_force(today))
    lump, allowance = made.lump_sum, made.allowance
    return EstimateOut(
        total=made.total,
        lump_sum=lump.amount if lump else None,
        refund=lump.refund if lump else 0,
        allowance=allowance.amount if allowance else None,
        paid_days=allowance.paid_days if allowance else 0,
        outcome=lump.outcome if lump else "ask",
        lines=[
            AllowanceLine.of(line, reported.still_there)
            for line in (allowance.lines if allowance else ())
        ],
        assumed_cover=made.assumed_cover,
        findings=list(made.findings),
    )


def _errors(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity == "error"]
