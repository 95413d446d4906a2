"""Lectures and service specialists at the desk: entered, withdrawn, and by whom: 第十七、十八条."""

from collections.abc import Iterable
from datetime import date, datetime
from http import HTTPStatus

from functions.platform.problems import Problem, unprocessable
from functions.records import service_entries
from functions.records.service_entries import Entry, Kind, Lecture, Specialist, Withdrawal
from functions.staff.models import By
from functions.staff.people import Staff
from functions.staff.services.models import (
    Entered,
    EnteredServices,
    LectureIn,
    SpecialistIn,
    WithdrawnBy,
)
from shared_rules.findings import Finding


def entered(staff: Staff) -> EnteredServices:
    """What was ever entered for her counties."""
    every = [*service_entries.lectures(date.min)[::-1], *service_entries.specialists()]
    visible = [each for each in every if each.counties & set(staff.counties)]
    return EnteredServices(entries=[_shown(staff, each) for each in visible])


def add(staff: Staff, request: LectureIn | SpecialistIn, now: datetime) -> Entered:
    """Enter a lecture or a specialist; sent again, it is there once.

    Raises:
        Problem: 404: some county is not hers to decide on; 409: the form was used for another one;
            422: the lecture ends before it begins.
    """
    if isinstance(request, LectureIn) and request.ends <= request.begins:
        raise unprocessable([Finding.of("services.ends", field="ends")])
    said = request.model_dump(mode="json")
    lecture = Lecture.model_validate(said) if isinstance(request, LectureIn) else None
    specialist = None if lecture else Specialist.model_validate(said)
    entry = Entry(
        entry_id=service_entries.id_of(request.form, lecture),
        at=now,
        by=staff.actor,
        lecture=lecture,
        specialist=specialist,
    )
    _require(staff, entry.counties)
    if service_entries.put(entry):
        return _shown(staff, entry)
    kept = service_entries.find(entry.kind, entry.entry_id)
    if kept is None or (kept.lecture, kept.specialist) != (lecture, specialist):
        raise Problem(HTTPStatus.CONFLICT, "services.form")
    return _shown(staff, kept)


def withdraw(staff: Staff, kind: Kind, entry_id: str, reason: str, now: datetime) -> Entered:
    """Take an entry back; whoever was faster stays the one who did.

    Raises:
        Problem: 404: there is none, or it is not hers to decide on.
    """
    entry = service_entries.find(kind, entry_id)
    if entry is None:
        raise Problem(HTTPStatus.NOT_FOUND, "services.not_found")
    _require(staff, entry.counties)
    withdrawal = Withdrawal(at=now, by=staff.actor, reason=reason)
    if not service_entries.withdraw(entry, withdrawal):
        return _shown(staff, service_entries.find(kind, entry_id) or entry)
    entry.withdrawal = withdrawal
    return _shown(staff, entry)


def _require(staff: Staff, counties: Iterable[str]) -> None:
    if not all(map(staff.decides_in, counties)):
        raise Problem(HTTPStatus.NOT_FOUND, "services.not_found")


def _shown(staff: Staff, entry: Entry) -> Entered:
    back = entry.withdrawal
    return Entered(
        kind=entry.kind,
        entry_id=entry.entry_id,
        at=entry.at,
        by=By.of(entry.by),
        lecture=entry.lecture,
        specialist=entry.specialist,
        withdrawn=WithdrawnBy(at=back.at, by=By.of(back.by), reason=back.reason) if back else None,
        may_withdraw=back is None and all(map(staff.decides_in, entry.counties)),
    )
