"""An erasure is proposed by one person and confirmed by another, who has seen what goes and stays.

It is kept for whoever restores the table before anything is deleted; what an attempt that died has
left is deleted when it is confirmed again. The same sent again, because its answer was lost, is
answered again.
"""

from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from typing import NamedTuple

from functions.platform import table
from functions.platform.keyed_hash import keyed_hash
from functions.platform.problems import Problem
from functions.records import erasing, erasures, holdings, person_index, person_searches, retention
from functions.records.erasures import Erasure, Step
from functions.records.person_index import Known
from functions.records.person_places import Person, person_of
from functions.records.person_searches import PersonSought
from functions.staff import queue_index
from functions.staff.insured import search
from functions.staff.models import By
from functions.staff.people import Staff
from functions.staff.privacy import erasable
from functions.staff.privacy.models import (
    ConfirmErasureRequest,
    DeclineErasureRequest,
    Erasable,
    ErasableRequest,
    ErasureCertificate,
    ErasureRequest,
    WaitingErasure,
    WaitingErasures,
)
from shared_rules.roster.form import BY_FIELD


class _Found(NamedTuple):
    """Somebody as she is known now, and what may be deleted of her."""

    number: str
    person: Person
    known: Known
    what: erasable.Erasable
    begun: list[Erasure]

    @property
    def seen(self) -> str:
        """A mark of what goes and what stays."""
        said = [each.model_dump_json() for each in (*self.what.goes, *self.what.stays)]
        places = [each.model_dump_json() for each in self.what.places]
        return keyed_hash("erasable", *said, *places)

    @property
    def waiting(self) -> Erasure | None:
        """The one that waits, or has not come to its end."""
        return next((each for each in self.begun if each.is_waiting), None)


def look(staff: Staff, request: ErasableRequest, now: datetime) -> Erasable:
    """What may be deleted of somebody; that it was looked at is kept under her.

    Raises:
        Problem: 422: it is no ID number; 429: she has asked too often.
    """
    found = _find(staff, request.id_number, now)
    receipts = holdings.records_of(found.known)
    person_searches.put(found.person, PersonSought(at=now, by=staff.actor, receipts=receipts))
    return _told(staff, found)


def waiting(staff: Staff) -> WaitingErasures:
    """What waits for a second person, the oldest first: nothing kept there says of whom."""
    heads = queue_index.everything([queue_index.all_of(erasures.QUEUE)])
    keys = ({"pk": head["pk"], "sk": head["sk"]} for head in heads)
    found, unreadable = erasures.waiting(keys)
    told = [_told_waiting(staff, each) for each in found]
    return WaitingErasures(waiting=told, unreadable=unreadable)


def propose(staff: Staff, request: ErasureRequest, now: datetime) -> Erasable:
    """Propose to delete what may be.

    Raises:
        Problem: as `look`; 409: another proposal waits, it is not what she has seen, or nothing
            may be deleted.
    """
    found = _find(staff, request.id_number, now)
    step = Step(at=now, by=staff.actor, what="proposed", reason=request.reason)
    if not found.waiting:
        _check_seen(found, request.seen)
        if not found.what.goes:
            raise Problem(HTTPStatus.CONFLICT, "erasure.nothing_goes")
        number = max((each.number for each in found.begun), default=0) + 1
        with suppress(table.Taken):
            erasures.propose(Erasure(person=found.person, number=number, steps=[step]))
        found = _stepped(found)
    if not _is_last(found, step):
        raise Problem(HTTPStatus.CONFLICT, "erasure.waits")
    return _told(staff, found)


def confirm(staff: Staff, request: ConfirmErasureRequest, now: datetime) -> Erasable:
    """Delete what was proposed, once a second person has seen what goes and what stays.

    Raises:
        Problem: as `look`; 409: nothing waits, it is her own proposal, or something has changed
            since she looked.
    """
    found = _find(staff, request.id_number, now)
    if _is_last(found, Step(at=now, by=staff.actor, what="done")):
        return _told(staff, found)
    waiting = _waiting(found)
    if waiting.state == "proposed":
        if waiting.steps[0].by.subject == staff.subject:
            raise Problem(HTTPStatus.CONFLICT, "erasure.second_person")
        _check_seen(found, request.seen)
        step = Step(at=now, by=staff.actor, what="confirmed")
        waiting = _added(found, waiting.after(step, **found.what._asdict())).begun[-1]
    erasures.bury(waiting)
    erasing.carry_out(waiting)
    erasures.note_done(waiting, now)
    return _told(staff, _known(found.number, now))


def decline(staff: Staff, request: DeclineErasureRequest, now: datetime) -> Erasable:
    """Leave everything as it is.

    Raises:
        Problem: as `look`; 409: nothing waits, or it was confirmed already.
    """
    found = _find(staff, request.id_number, now)
    step = Step(at=now, by=staff.actor, what="declined", reason=request.reason)
    if _is_last(found, step):
        return _told(staff, found)
    waiting = _waiting(found)
    if waiting.state != "proposed":
        raise Problem(HTTPStatus.CONFLICT, "erasure.none_waits")
    return _told(staff, _added(found, waiting.after(step)))


def _find(staff: Staff, written: str, now: datetime) -> _Found:
    number = search.read_number(staff, written, now)
    return _known(number, now)


def _known(number: str, now: datetime) -> _Found:
    person = person_of(number)
    known = person_index.known(person)
    what = erasable.of(number, known, now.date())
    return _Found(number, person, known, what, erasures.of_person(person))


def _stepped(found: _Found) -> _Found:
    """The same after a step by which nothing is deleted: what may be is as she has seen it."""
    return found._replace(begun=erasures.of_person(found.person))


def _waiting(found: _Found) -> Erasure:
    if found.waiting is None:
        raise Problem(HTTPStatus.CONFLICT, "erasure.none_waits")
    return found.waiting


def _check_seen(found: _Found, seen: str) -> None:
    if found.seen != seen:
        raise Problem(HTTPStatus.CONFLICT, "erasure.changed")


def _added(found: _Found, erasure: Erasure) -> _Found:
    """The same after the last step of an erasure."""
    erasures.add(erasure)
    found = _stepped(found)
    # It may be ours although it was refused: the first answer was lost, and the SDK asked again.
    if not _is_last(found, erasure.steps[-1]):
        raise Problem(HTTPStatus.CONFLICT, "erasure.none_waits")
    return found


def _is_last(found: _Found, step: Step) -> bool:
    """Whether this is what happened last, as when it is sent again because its answer was lost."""
    last = found.begun[-1].steps[-1] if found.begun else None
    return last is not None and last.model_copy(update={"at": step.at}) == step


# ---- what is told ----


def _told(staff: Staff, found: _Found) -> Erasable:
    return Erasable(
        id_number=BY_FIELD["id_number"].mask(found.number),
        seen=found.seen,
        goes=found.what.goes,
        stays=found.what.stays,
        waiting=_told_waiting(staff, found.waiting) if found.waiting else None,
        done=[_certificate(each) for each in found.begun if each.state == "done"],
    )


def _told_waiting(staff: Staff, erasure: Erasure) -> WaitingErasure:
    proposed = erasure.steps[0]
    return WaitingErasure(
        at=proposed.at,
        by=By.of(proposed.by),
        reason=proposed.reason,
        is_own=proposed.by.subject == staff.subject,
        is_confirmed=erasure.state == "confirmed",
    )


def _certificate(erasure: Erasure) -> ErasureCertificate:
    proposed, confirmed, done = erasure.steps
    return ErasureCertificate(
        done_at=done.at,
        proposed_at=proposed.at,
        proposed_by=By.of(proposed.by),
        confirmed_at=confirmed.at,
        confirmed_by=By.of(confirmed.by),
        goes=erasure.goes,
        stays=erasure.stays,
        backups_until=retention.ends("backups", done.at).date(),
        copies_until=retention.ends("uploads", done.at).date(),
    )
