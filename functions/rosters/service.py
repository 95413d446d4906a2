"""What happens to a roster: checked, submitted once, found again by receipt and access code."""

import hmac
import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Final, Self

from functions.common import consent, receipts, uploads
from functions.common.areas import contacts
from functions.common.keyed_hash import code, keyed_hash, read_code
from functions.common.problems import Problem, of_rule, unprocessable
from functions.rosters import store
from functions.rosters.models import (
    CanonicalRows,
    CheckReport,
    CheckRequest,
    Event,
    FormRow,
    PrintedForm,
    Receipt,
    Roster,
    RosterStatus,
    RowIn,
    Step,
    SubmitRequest,
    UnitIn,
)
from shared_rules import funding, plans
from shared_rules.findings import Finding, RuleError
from shared_rules.messages import catalogue
from shared_rules.plans import Plan
from shared_rules.roster import entries, judging
from shared_rules.roster.entries import Entries
from shared_rules.roster.judging import Report
from shared_rules.roster.limits import MAX_FILE_BYTES

MAX_WRONG_CODES: Final = 10
ACCESS_CODE_LENGTH: Final = 10
_IDEMPOTENCY_KEY: Final = re.compile(r"[A-Za-z0-9-]{16,64}")
_ATTEMPTS: Final = 5


@dataclass(frozen=True, slots=True)
class _List:
    """A list as it came: its bytes, its entries, and the upload that brought it."""

    original: bytes
    entries: Entries
    upload: uploads.Upload | None


@dataclass(frozen=True, slots=True)
class _Key:
    """An idempotency key and all that is derived from it; the key itself is never stored."""

    hash: str
    fingerprint: str
    access_code: str

    @classmethod
    def of(cls, idempotency_key: str, request: SubmitRequest) -> Self:
        if not _IDEMPOTENCY_KEY.fullmatch(idempotency_key):
            raise Problem(HTTPStatus.BAD_REQUEST, "request.idempotency_key")
        signs = code(ACCESS_CODE_LENGTH, "access-code", idempotency_key)
        half = ACCESS_CODE_LENGTH // 2
        return cls(
            keyed_hash("idempotency-key", idempotency_key),
            keyed_hash("request", request.model_dump_json()),
            f"{signs[:half]}-{signs[half:]}",
        )


def check(request: CheckRequest, now: datetime) -> CheckReport:
    """Report on a list as if cover began tomorrow; store nothing.

    Raises:
        Problem: the list cannot be read at all.
    """
    report = _judge(_list(request, now), now)
    findings = [*(_judge_unit(request.unit) if request.unit else ()), *report.findings]
    return CheckReport(
        ready=not any(finding.severity == "error" for finding in findings),
        sheet=report.sheet,
        counts=report.counts,
        premium=report.premium,
        columns=list(report.columns),
        cover_from=report.cover_from,
        findings=findings,
    )


def submit(request: SubmitRequest, idempotency_key: str, now: datetime) -> Receipt:
    """Keep a list, or say again what this key was answered before.

    Nothing is visible before everything is durable. The same key gives the same receipt and code,
    because both are derived from it: also when the first try died half-way.

    Raises:
        Problem: something in the list, the unit or the consents must be mended; the upload was
            used before; the key was used with another body.
    """
    key = _Key.of(idempotency_key, request)
    if answered := _answered(key):
        return answered
    submitted = _list(request, now)
    if submitted.upload and submitted.upload.used_by:
        # The same key may have used it since we asked.
        if answered := _answered(key):
            return answered
        raise _upload_used()
    report = _judge(submitted, now, request.exclude_rows)
    _refuse_findings(request, report)
    return _keep(request, submitted, report, key, now)


def status(receipt: str, access_code: str, now: datetime) -> RosterStatus:
    """Where a roster stands.

    Raises:
        Problem: receipt and code do not belong together, or too many wrong codes were tried.
    """
    roster, events = _authorised(receipt, access_code, now)
    message = catalogue()[f"state.{roster.state}"]
    return RosterStatus(
        receipt=roster.receipt,
        version=roster.version,
        state=roster.state,
        state_label=message.title,
        next_step=message.fix,
        timeline=[_step(event) for event in events],
        unit_name=roster.unit.name,
        people=roster.people,
        premium=roster.premium,
        contact=contacts()[roster.unit.county],
        payment=_plan_of(roster).payment,
        print_url=_print_url(roster),
    )


def printed_form(receipt: str, access_code: str, now: datetime) -> PrintedForm:
    """附件2 as it was submitted, to be printed and stamped (第十一条).

    Raises:
        Problem: as `status`.
    """
    roster, _ = _authorised(receipt, access_code, now)
    people = store.get_rows(roster).people
    return PrintedForm(
        receipt=roster.receipt,
        version=roster.version,
        submitted_at=roster.submitted_at,
        unit_name=roster.unit.name,
        people=roster.people,
        premium=roster.premium,
        rows=[
            FormRow(number=number, **person.model_dump(exclude={"row"}))
            for number, person in enumerate(people, start=1)
        ],
    )


def _list(request: CheckRequest, now: datetime) -> _List:
    if (request.rows is None) == (request.upload_id is None):
        raise of_rule(RuleError("request.list_missing"), "upload_id")
    try:
        if request.rows is not None:
            return _typed_list(request.rows)
        upload = uploads.find(request.upload_id or "", "roster", now)
        data = uploads.read(upload, MAX_FILE_BYTES)
        return _List(data, entries.read(data), upload)
    except RuleError as error:
        raise of_rule(error, "upload_id" if request.rows is None else "rows") from error


def _typed_list(rows: list[RowIn]) -> _List:
    original = json.dumps([row.model_dump() for row in rows], ensure_ascii=False)
    people = entries.typed([(row.name, row.id_number, row.occupation) for row in rows])
    return _List(original.encode(), people, None)


def _judge(submitted: _List, now: datetime, exclude_rows: list[int] | None = None) -> Report:
    tomorrow = now.date() + timedelta(days=1)
    try:
        return judging.judge(
            submitted.entries,
            plan=plans.in_force(now.date()),
            cover_from=tomorrow,
            exclude_rows=frozenset(exclude_rows or ()),
        )
    except RuleError as error:
        raise of_rule(error, "exclude_rows") from error


def _judge_unit(unit: UnitIn) -> tuple[Finding, ...]:
    union = () if unit.union else (Finding.of("unit.no_union", field="unit.union"),)
    paying = funding.judge(unit.kind, unit.funding)
    return (*union, *(each.model_copy(update={"field": "unit.funding"}) for each in paying))


def _refuse_findings(request: SubmitRequest, report: Report) -> None:
    unit = _judge_unit(request.unit)
    unconfirmed = Counter(
        finding.code
        for finding in (*unit, *report.warnings)
        if finding.severity == "warning" and finding.code not in request.confirmations
    )
    missing = [
        Finding.of(
            "confirmation.missing",
            field="confirmations",
            title=catalogue()[warning].title,
            warning=warning,
            count=count,
        )
        for warning, count in unconfirmed.items()
    ]
    refused = [finding for finding in unit if finding.severity == "error"]
    refused += [*report.errors, *missing, *consent.judge(request.consent)]
    if refused:
        raise unprocessable(refused)


def _keep(
    request: SubmitRequest, submitted: _List, report: Report, key: _Key, now: datetime
) -> Receipt:
    for attempt in range(_ATTEMPTS):
        receipt = receipts.make("AK", now.year, key.hash, str(attempt))
        roster = _stored(receipt, request, submitted, report, now)
        roster = roster.model_copy(update={"access_hash": _access_hash(receipt, key.access_code)})
        try:
            store.save(roster, key.hash, key.fingerprint)
        except store.Taken as taken:
            if answered := _answered(key):
                return answered
            if "upload" in taken.what:
                raise _upload_used() from taken
        else:
            return _receipt(roster, key)
    raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "request.busy")


def _stored(
    receipt: str, request: SubmitRequest, submitted: _List, report: Report, now: datetime
) -> Roster:
    """The roster, after its file and its people were written to S3."""
    original = store.put_original(receipt, 1, submitted.original)
    people = list(report.people)
    rows = store.put_rows(CanonicalRows(receipt=receipt, version=1, people=people))
    return Roster(
        receipt=receipt,
        version=1,
        state="submitted",
        submitted_at=now,
        unit=request.unit,
        people=len(people),
        premium=report.premium,
        plan=plans.in_force(now.date()).valid_from,
        cover_from=report.cover_from,
        consent=request.consent,
        confirmations=request.confirmations,
        exclude_rows=request.exclude_rows,
        upload_id=submitted.upload.upload_id if submitted.upload else None,
        filename=submitted.upload.filename if submitted.upload else None,
        rows_version=rows.version_id,
        rows_sha256=rows.sha256,
        original_version=original.version_id,
    )


def _answered(key: _Key) -> Receipt | None:
    """What this key was answered before."""
    submission = store.find_submission(key.hash)
    if submission is None:
        return None
    if not hmac.compare_digest(submission.fingerprint, key.fingerprint):
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "request.idempotency_conflict")
    found = store.find(submission.receipt)
    return _receipt(found[0], key) if found else None


def _upload_used() -> Problem:
    finding = Finding.of("upload.used", field="upload_id")
    return Problem(HTTPStatus.CONFLICT, finding.code, [finding])


def _receipt(roster: Roster, key: _Key) -> Receipt:
    return Receipt(
        receipt=roster.receipt,
        access_code=key.access_code,
        version=roster.version,
        submitted_at=roster.submitted_at,
        people=roster.people,
        premium=roster.premium,
        contact=contacts()[roster.unit.county],
        payment=_plan_of(roster).payment,
        print_url=_print_url(roster),
    )


def _access_hash(receipt: str, access_code: str) -> str:
    return keyed_hash("access-hash", receipt, read_code(access_code))


def _authorised(receipt_text: str, access_code: str, now: datetime) -> tuple[Roster, list[Event]]:
    receipt = receipts.read(receipt_text)
    if receipt is None:
        raise Problem(HTTPStatus.UNAUTHORIZED, "access.denied")
    if store.tries(receipt, now) >= MAX_WRONG_CODES:
        minutes = int(store.TRIES_WINDOW.total_seconds() // 60)
        raise Problem(
            HTTPStatus.TOO_MANY_REQUESTS, "access.too_many_tries", params={"minutes": minutes}
        )
    found = store.find(receipt)
    # An unknown receipt takes the same way as a wrong code, so that nobody can tell them apart.
    expected = found[0].access_hash if found else ""
    if not hmac.compare_digest(_access_hash(receipt, access_code), expected) or found is None:
        store.count_try(receipt, now)
        raise Problem(HTTPStatus.UNAUTHORIZED, "access.denied")
    return found


def _step(event: Event) -> Step:
    return Step(**event.model_dump(), label=catalogue()[f"state.{event.state}"].title)


def _plan_of(roster: Roster) -> Plan:
    return plans.in_force(roster.plan)


def _print_url(roster: Roster) -> str:
    return f"/roster/print/?receipt={roster.receipt}"
