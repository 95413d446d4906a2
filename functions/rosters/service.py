"""What happens to a roster: checked, submitted once, found again by receipt and access code."""

import hmac
from datetime import datetime
from http import HTTPStatus
from time import monotonic
from typing import NamedTuple

from functions.platform import downloads, proof_of_work, table
from functions.platform.problems import Problem
from functions.records import submissions
from functions.records.access import authorised
from functions.records.areas import contact_of
from functions.records.consent import Given
from functions.records.rosters import roster_events, store
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.models import People, Roster, Unit
from functions.records.rosters.roster_events import Event, Happening, State
from functions.records.submissions import SubmissionKey, fingerprint_of
from functions.rosters import (
    checking,
    done_once,
    earlier_lists,
    lists,
    marked_up,
    progress,
    seen_by_unit,
    signed_consents,
)
from functions.rosters.check_models import MarkUpRequest, RosterCheckReport, RosterCheckRequest
from functions.rosters.earlier_lists import Earlier
from functions.rosters.list_mark import mark_of
from functions.rosters.lists import AcceptedList
from functions.rosters.marking import kept, marks
from functions.rosters.models import (
    CorrectionReport,
    MarkedUpList,
    Receipt,
    RosterSubmitRequest,
)
from functions.rosters.status_models import PrintedForm, RosterStatus
from shared_rules import plans
from shared_rules.roster import difference


class _Version(NamedTuple):
    """The version of a roster that a request makes, and the number of the event that does it."""

    receipt: str
    number: int
    revision: int
    fingerprint: str
    access_hash: str
    earlier: Earlier


def check(request: RosterCheckRequest, now: datetime) -> RosterCheckReport:
    """Report on a list as if all were done today; store nothing.

    Raises:
        Problem: the list cannot be read at all.
    """
    brought = lists.read(request, now)
    report = checking.judge(brought, now, request.exclude_rows, request.unit)
    return checking.told(request, brought, report, mark_of(report.people))


def check_correction(
    receipt: str, access_code: str, request: RosterCheckRequest, now: datetime
) -> CorrectionReport:
    """What `check` says of a list, and how it differs from the version whose place it would take.

    Raises:
        Problem: as `check` and `status`; the list was accepted, or has ended.
    """
    roster = authorised("AK", receipt, access_code, now, store.find).roster
    _refuse_settled(roster)
    brought = lists.read(request, now)
    report = checking.judge(brought, now, request.exclude_rows, request.unit or roster.unit)
    compared = difference.compare(store.people(roster), report.people)
    beside = checking.told(request, brought, report, mark_of(report.people))
    beside.findings += compared.warnings()
    return CorrectionReport(**dict(beside), version=roster.version, difference=compared)


def mark_up(request: MarkUpRequest, now: datetime) -> MarkedUpList:
    """Her own file with what `check` finds beside each row.

    Raises:
        Problem: the list cannot be read at all.
        RuleError: marking it would take too much.
    """
    started = monotonic()
    brought = lists.read(request, now)
    report = checking.judge(brought, now, request.exclude_rows, request.unit)
    original, filename = (
        (brought.original, brought.upload.filename) if brought.upload else (None, "")
    )
    marking = checking.marking(request, brought, report, lists.mark_of_rows(brought))
    made = marked_up.mark(original, marking, spent=monotonic() - started)
    name = (downloads.stem(filename) or marks.LIST_NAME) + marks.name_ending(request.only, made)
    offer = downloads.offer(made.data, "marked-up", name, now)
    return MarkedUpList(**dict(offer), findings=kept.told(made.told))


def submit(
    request: RosterSubmitRequest, idempotency_key: str, proof: str, now: datetime
) -> Receipt:
    """Keep a list, or say again what this key was answered before.

    Nothing is visible before everything is durable. The same key gives the same receipt and code,
    because both are derived from it: also when the first try died half-way.

    Raises:
        Problem: something in the list, the unit or the consents must be mended; the upload was
            used before; the key was used with another body; the proof of work is no good.
    """
    key = SubmissionKey.of(idempotency_key, request)
    if answered := _answered(key):
        return answered
    # After that, so that a lost answer is given again whatever became of the first proof.
    proof_of_work.redeem(proof, now)
    brought = lists.read(request, now)
    if brought.is_used:
        # The same key may have used it since we asked.
        if answered := _answered(key):
            return answered
        raise submissions.upload_used()
    earlier = earlier_lists.named(request, now)
    accepted = lists.accept(request, brought, now)
    return _keep(request, accepted, key, now, earlier)


def correct(
    receipt: str, access_code: str, version: int, request: RosterSubmitRequest, now: datetime
) -> RosterStatus:
    """Put a corrected list in the place of version `version`, which is kept; until it is settled.

    A list that was returned is submitted anew by it.

    Sent again, the same correction changes nothing and gets the same answer.

    Raises:
        Problem: as `status` and `submit`; somebody corrected the list meanwhile.
    """
    kept_before = authorised("AK", receipt, access_code, now, store.find)
    roster = kept_before.roster
    fingerprint = fingerprint_of(request)
    if _is_repetition(roster, version, fingerprint):
        return progress.status(kept_before, now)
    _refuse_settled(roster)
    if roster.version != version:
        raise Problem(HTTPStatus.PRECONDITION_FAILED, "roster.version_conflict")
    brought = lists.read(request, now)
    if brought.is_used:
        raise submissions.upload_used()
    next_version = _Version(
        roster.receipt,
        version + 1,
        roster.revision + 1,
        fingerprint,
        roster.access_hash,
        Earlier(roster.supplements, roster.renews),
    )
    accepted = lists.accept(request, brought, now, store.people(roster))
    corrected = _stored(next_version, request, accepted, now)
    event = _event(corrected, "corrected", roster.state, request)
    is_kept = _has_replaced(kept_before, corrected, event)
    found = store.find(roster.receipt)
    if not found or not (is_kept or _is_repetition(found.roster, version, fingerprint)):
        raise Problem(HTTPStatus.PRECONDITION_FAILED, "roster.version_conflict")
    return progress.status(found, now)


def _has_replaced(before: KeptRoster, corrected: Roster, event: Event) -> bool:
    """Whether a corrected list took the place of the one before; not if that is another by now."""
    try:
        store.replace(before, corrected, event)
    except table.Taken:
        return False
    return True


def withdraw(receipt: str, access_code: str, version: int, now: datetime) -> RosterStatus:
    """Withdraw a list (撤回) of which version `version` was looked at; until it is accepted.

    What the desk may have done meanwhile, but for accepting or closing it, is in nobody's way. The
    same again changes nothing and gets the same answer.

    Raises:
        Problem: as `status`; the list was accepted or closed; somebody corrected it meanwhile.
    """

    def decide(kept: KeptRoster) -> Event | None:
        roster = kept.roster
        if roster.state == "withdrawn":
            return None
        _refuse_settled(roster)
        if roster.version != version:
            raise Problem(HTTPStatus.PRECONDITION_FAILED, "roster.version_conflict")
        return done_once.event(kept, now, "withdrawn", after="withdrawn")

    return done_once.after(authorised("AK", receipt, access_code, now, store.find), decide, now)


def _refuse_settled(roster: Roster) -> None:
    if roster.state == "accepted":
        raise Problem(HTTPStatus.CONFLICT, "roster.accepted")
    if roster.is_ended:
        params = {"state": roster_events.label(roster.state)}
        raise Problem(HTTPStatus.CONFLICT, "roster.ended", params=params)


def status(receipt: str, access_code: str, now: datetime) -> RosterStatus:
    """Where a roster stands.

    Raises:
        Problem: receipt and code do not belong together, or too many wrong codes were tried.
    """
    return progress.status(authorised("AK", receipt, access_code, now, store.find), now)


def printed_form(receipt: str, access_code: str, now: datetime) -> PrintedForm:
    """附件2 as it was submitted, to be printed and stamped (第十一条); that it was seen is logged.

    Raises:
        Problem: as `status`.
    """
    roster = authorised("AK", receipt, access_code, now, store.find).roster
    seen_by_unit.note(roster, "unit_viewed_list", now)
    return progress.printed_form(roster)


def _keep(
    request: RosterSubmitRequest,
    accepted: AcceptedList,
    key: SubmissionKey,
    now: datetime,
    earlier: Earlier,
) -> Receipt:
    def save(receipt: str, access_hash: str) -> Roster:
        first = _Version(receipt, 1, 1, key.fingerprint, access_hash, earlier)
        roster = _stored(first, request, accepted, now)
        store.save(roster, _event(roster, "submitted", None, request), key)
        return roster

    # The answer is that of the first version, also when the list was corrected since.
    return _receipt(submissions.keep("AK", key, now, save, store.first_version), key)


def _stored(
    about: _Version, request: RosterSubmitRequest, accepted: AcceptedList, now: datetime
) -> Roster:
    """The roster, after its file and its people were written to S3."""
    brought, report = accepted.brought, accepted.report
    people = list(report.people)
    rows = People(
        receipt=about.receipt,
        version=about.number,
        people=people,
        mends=list(brought.mends),
    )
    return Roster(
        receipt=about.receipt,
        version=about.number,
        revision=about.revision,
        fingerprint=about.fingerprint,
        access_hash=about.access_hash,
        state="submitted",
        submitted_at=now,
        unit=Unit.model_validate(request.unit.model_dump()),
        people=len(people),
        premium=report.premium,
        plan=plans.in_force(now.date()).valid_from,
        cover_from=report.cover_from,
        consent=Given.model_validate(request.consent.model_dump()),
        confirmations=request.confirmations,
        exclude_rows=request.exclude_rows,
        upload_id=brought.upload.upload_id if brought.upload else None,
        filename=brought.upload.filename if brought.upload else None,
        list_mark=mark_of(people),
        supplements=about.earlier.supplements,
        renews=about.earlier.renews,
        rows_object=store.put_people(rows),
        original_object=store.put_original(about.receipt, about.number, brought.original),
    )


def _is_repetition(roster: Roster, version: int, fingerprint: str) -> bool:
    return 1 <= version == roster.version - 1 and hmac.compare_digest(
        roster.fingerprint, fingerprint
    )


def _answered(key: SubmissionKey) -> Receipt | None:
    """What this key was answered before."""
    receipt = submissions.answered(key)
    if receipt is None:
        return None
    submissions.refuse_replaced(receipt, store.current(receipt).access_hash, key)
    return _receipt(store.first_version(receipt), key)


def _receipt(roster: Roster, key: SubmissionKey) -> Receipt:
    contact = contact_of(roster.unit.county)
    return Receipt(
        receipt=roster.receipt,
        access_code=key.access_code,
        version=roster.version,
        submitted_at=roster.submitted_at,
        people=roster.people,
        premium=roster.premium,
        whereabouts=progress.on_receipt(roster.submitted_at.date(), contact),
        contact=contact,
        payment=plans.in_force(roster.plan).payment,
        print_url=progress.print_url(roster),
        list_mark=roster.list_mark,
    )


def _event(
    roster: Roster, happening: Happening, before: State | None, request: RosterSubmitRequest
) -> Event:
    """What the unit does by making a version."""
    return Event(
        at=roster.submitted_at,
        state=happening,
        version=roster.version,
        revision=roster.revision,
        before=before,
        after=roster.state,
        consents=signed_consents.with_list(request, roster.unit),
    )
