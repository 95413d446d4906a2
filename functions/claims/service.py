"""What happens to a claim: checked, reported once, supplemented, found again by its receipt."""

from collections.abc import Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Final

from functions.claims import brought, progress, reports
from functions.claims.models import ClaimReceipt, ClaimSubmitRequest, SupplementRequest
from functions.claims.status_models import ClaimStatus
from functions.platform import proof_of_work, table
from functions.platform.problems import Problem
from functions.records import submissions
from functions.records.access import authorised
from functions.records.brought_file import Upload
from functions.records.claims import store
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.models import Claim, KeptReport
from functions.records.claims.store import Supplemented
from functions.records.person_places import person_of
from functions.records.submissions import SubmissionKey
from shared_rules import plans
from shared_rules.findings import Finding
from shared_rules.identity import id_number, name

_ATTEMPTS: Final = 5


def submit(
    request: ClaimSubmitRequest, idempotency_key: str, proof: str, now: datetime
) -> ClaimReceipt:
    """Keep a claim, or say again what this key was answered before.

    Nothing is visible before everything is durable, the papers' bytes included.

    Raises:
        Problem: something must be mended; an upload is not there or was used before; the key was
            used with another body; the proof of work is no good.
    """
    key = SubmissionKey.of(idempotency_key, request)
    if answered := _answered(key):
        return answered
    # After that, so that a lost answer is given again whatever became of the first proof.
    proof_of_work.redeem(proof, now)
    findings = reports.accept(request, now)
    found = brought.uploads_of(request.documents, now)
    # The same key may have used them since we asked.
    if any(upload.used_by for upload in found) and (answered := _answered(key)):
        return answered
    brought.refuse_used(found)
    return reports.receipt(_keep(request, findings, found, key, now), key.access_code)


def supplement(
    receipt: str, access_code: str, request: SupplementRequest, now: datetime
) -> ClaimStatus:
    """Add papers to a claim; sent again, the same papers change nothing.

    Raises:
        Problem: as `status`; an upload is not there, or was used elsewhere; there are too many; the
            claim is settled.
    """
    kept = authorised("LP", receipt, access_code, now, store.find)
    found = brought.uploads_of(request.documents, now)
    for _ in range(_ATTEMPTS):
        if {upload.used_by for upload in found} == {kept.claim.receipt}:
            return progress.status(store.whole(_found(kept.claim.receipt)), now)
        try:
            added = brought.add(kept, request.documents, found, Supplemented(now))
        except table.Taken:
            # Another one was faster, perhaps this very request: look again.
            kept = _found(kept.claim.receipt)
            found = brought.uploads_of(request.documents, now)
        else:
            return progress.status(store.whole(added), now)
    raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "request.busy")


def status(receipt: str, access_code: str, now: datetime) -> ClaimStatus:
    """Where a claim stands.

    Raises:
        Problem: receipt and code do not belong together, or too many wrong codes were tried.
    """
    kept = authorised("LP", receipt, access_code, now, store.find)
    return progress.status(store.whole(kept), now)


def _found(receipt: str) -> KeptClaim:
    found = store.find(receipt)
    if found is None:
        raise LookupError("a claim that was there is gone")
    return found


def _report(receipt: str) -> KeptReport:
    return store.get_report(_found(receipt).claim)


def _answered(key: SubmissionKey) -> ClaimReceipt | None:
    """What this key was answered before."""
    receipt = submissions.answered(key)
    if receipt is None:
        return None
    submissions.refuse_replaced(receipt, _found(receipt).access_hash, key)
    return reports.receipt(_report(receipt), key.access_code)


def _keep(
    request: ClaimSubmitRequest,
    findings: list[Finding],
    found: Sequence[Upload],
    key: SubmissionKey,
    now: datetime,
) -> KeptReport:
    def save(receipt: str, access_hash: str) -> KeptReport:
        report = KeptReport(
            receipt=receipt, reported_at=now, reported=request.reported, findings=findings
        )
        claim = _stored(report, access_hash)
        papers = brought.put(receipt, 1, request.documents, found, now)
        store.save(claim, request.diagnosis.disease, papers, key)
        return report

    return submissions.keep("LP", key, now, save, _report)


def _stored(report: KeptReport, access_hash: str) -> Claim:
    """The claim, after its report was written to S3."""
    reported, today = report.reported, report.reported_at.date()
    report_by = reports.last_day(reported, today)
    return Claim(
        receipt=report.receipt,
        version=1,
        revision=1,
        reported_at=report.reported_at,
        report_by=report_by,
        late=today > report_by,
        plan=plans.in_force(today).valid_from,
        unit=reported.unit,
        insured_name=name.mask(reported.insured.name),
        person=person_of(id_number.parse(reported.insured.id_number).value)[0],
        in_hospital=reported.in_hospital,
        report_object=store.put_report(report),
        access_hash=access_hash,
        email=reported.reporter.email,
    )
