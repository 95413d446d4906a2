"""Imports of old policies at the desk: begun, looked at, and taken back as a whole."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from typing import Final

from functions.platform import table
from functions.platform.problems import Problem, unprocessable
from functions.records import person_index, receipts, submissions, uploads
from functions.records.claims.claim_events import State
from functions.records.old_policies import store
from functions.records.old_policies.models import Event, Import, PolicyLines, label
from functions.records.person_places import person_of
from functions.staff import queue_index
from functions.staff.decision import Decision, conflict, not_open
from functions.staff.imports import workbooks
from functions.staff.imports.models import (
    Checked,
    ImportCase,
    ImportedPolicy,
    ImportLine,
    Imports,
    ImportStep,
    ReverseRequest,
)
from functions.staff.models import By
from functions.staff.people import Staff
from shared_rules.findings import Finding

_ATTEMPTS: Final = 5
_TOLD: Final = 5
_UNPAID: Final[tuple[State, ...]] = ("refused", "refunded")


def check(staff: Staff, upload_id: str, now: datetime) -> Checked:
    """What a workbook would bring in; nothing is stored.

    Raises:
        Problem: 422: it cannot be read.
    """
    return workbooks.checked(workbooks.read(staff, upload_id, now))


def begin(staff: Staff, upload_id: str, now: datetime) -> ImportCase:
    """Bring in the policies of a workbook that are in order and not there yet.

    An upload is brought in once: sent again, because its answer was lost, it is answered again.

    Raises:
        Problem: 422: it cannot be read, or there is nothing to bring in.
    """
    brought = workbooks.read(staff, upload_id, now)
    if brought.upload.used_by:
        return _again(staff, brought.upload.used_by)
    if not brought.new:
        raise unprocessable([Finding.of("old_policies.nothing", field="upload_id")])
    for attempt in map(str, range(_ATTEMPTS)):
        receipt = receipts.make("DR", now.year, upload_id, attempt)
        begun = _begun(staff, receipt, brought, now)
        try:
            store.begin(begun, upload_id)
        except table.Taken as taken:
            if "upload" in taken.what:
                return _again(staff, uploads.find(upload_id, "roster", now).used_by or "")
        else:
            return _case(staff, begun, brought.new)
    raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "request.busy")


def _again(staff: Staff, used_by: str) -> ImportCase:
    """The import that an upload was brought in by; refuses one that was submitted as a list."""
    if receipts.read(used_by, "DR") is None:
        raise submissions.upload_used()
    return view(staff, used_by)


def _begun(staff: Staff, receipt: str, brought: workbooks.Brought, now: datetime) -> Import:
    return Import(
        receipt=receipt,
        at=now,
        by=staff.actor,
        filename=brought.upload.filename,
        policies=len(brought.new),
        people=sum(len(each.people) for each in brought.new),
        counties=sorted({each.unit.county for each in brought.new}),
        lines_object=store.put_lines(receipt, brought.new),
        original_object=store.put_original(receipt, brought.original),
        events=[Event(at=now, state="importing", by=staff.actor)],
    )


def listed(staff: Staff) -> Imports:
    """The imports of her counties, the newest first."""
    every, unreadable = store.imports()
    seen = [_line(staff, each) for each in every if _may_see(staff, each)]
    return Imports(imports=seen, unreadable=unreadable)


def view(staff: Staff, receipt_text: str) -> ImportCase:
    """One import with its policies; names and numbers of people are not in it.

    Raises:
        Problem: 404: there is none, or it is not hers to see.
    """
    found = _find(staff, receipt_text)
    return _case(staff, found, store.lines(found))


def reverse(decision: Decision, request: ReverseRequest) -> ImportCase:
    """Take back all that an import brought in.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 409: it is not through
            yet, or a claim was paid since that may rest on it.
    """
    staff = decision.staff
    found = _find(staff, decision.receipt)
    if not _may_decide(staff, found):
        raise Problem(HTTPStatus.NOT_FOUND, "staff.role")
    lines = store.lines(found)
    event = Event(at=decision.now, state="reversing", by=staff.actor, reason=request.reason)
    if _is_kept(found, event, decision.revision):
        return _case(staff, found, lines)
    if found.revision != decision.revision:
        raise conflict(staff, found.events[decision.revision :])
    if found.state != "imported":
        raise not_open(label(found.state))
    if claims := _claims_since(found, lines):
        params = {"receipts": "、".join(claims[:_TOLD])}
        raise Problem(HTTPStatus.CONFLICT, "old_policies.claim_rests", params=params)
    with suppress(table.Taken):
        store.reverse(found, event)
    changed = _find(staff, decision.receipt)
    if not _is_kept(changed, event, decision.revision):
        raise conflict(staff, changed.events[decision.revision :])
    return _case(staff, changed, lines)


def _is_kept(found: Import, event: Event, revision: int) -> bool:
    """Whether this very decision was made before."""
    happened = found.events[revision : revision + 1]
    return [each.model_copy(update={"at": event.at}) for each in happened] == [event]


def _claims_since(imported: Import, lines: Iterable[PolicyLines]) -> list[str]:
    """The claims of people under these policies that were paid since they were brought in.

    Also those by which a premium was given back: it was that of a policy.
    """
    since = imported.at.date()
    numbers = {person.id_number for policy in lines for person in policy.people}
    known = person_index.known_of(map(person_of, numbers))
    return sorted(
        receipt
        for each in known.values()
        for receipt, claim in each.settled.items()
        if claim.amounts.total and claim.paid_on >= since
    )


def _find(staff: Staff, receipt_text: str) -> Import:
    receipt = receipts.read(receipt_text, "DR")
    found = store.find(receipt) if receipt else None
    if found is None or not _may_see(staff, found):
        raise Problem(HTTPStatus.NOT_FOUND, "old_policies.not_found")
    return found


def _may_see(staff: Staff, imported: Import) -> bool:
    return set(imported.counties) <= set(staff.counties)


def _may_decide(staff: Staff, imported: Import) -> bool:
    return all(map(staff.decides_in, imported.counties))


def _case(staff: Staff, imported: Import, lines: Iterable[PolicyLines]) -> ImportCase:
    skipped = frozenset(imported.skipped)
    return ImportCase(
        **dict(_line(staff, imported)),
        lines=[_policy(each, is_skipped=each.number in skipped) for each in lines],
        timeline=[
            ImportStep(
                at=each.at,
                label=label(each.state),
                by=By.of(each.by) if each.by else None,
                reason=each.reason,
            )
            for each in imported.events
        ],
        findings=list(_to_look_at(imported)),
    )


def _to_look_at(imported: Import) -> Iterator[Finding]:
    """Claims of its people that were decided without this cover; by it they may be due (第五条)."""
    heads = queue_index.heads_of(imported.cases)
    settled = [head["receipt"] for head in heads if head.get("state") in _UNPAID]
    if settled:
        yield Finding.of("old_policies.claims_decided", receipts="、".join(settled))


def _line(staff: Staff, imported: Import) -> ImportLine:
    return ImportLine(
        receipt=imported.receipt,
        revision=imported.revision,
        state=imported.state,
        state_label=label(imported.state),
        at=imported.at,
        by=By.of(imported.by),
        filename=imported.filename,
        counties=imported.counties,
        policies=imported.policies,
        people=imported.people,
        done=imported.done,
        may_reverse=imported.state == "imported" and _may_decide(staff, imported),
    )


def _policy(lines: PolicyLines, *, is_skipped: bool) -> ImportedPolicy:
    return ImportedPolicy(
        receipt=lines.receipt,
        number=lines.number,
        unit_name=lines.unit.name,
        county=lines.unit.county,
        first_day=lines.first_day,
        last_day=lines.last_day,
        people=len(lines.people),
        paid=sum(each.paid is not None for each in lines.people),
        is_skipped=is_skipped,
    )
