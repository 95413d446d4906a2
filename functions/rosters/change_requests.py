"""What a unit asks to have changed in its accepted list: the desk does it, or says why not."""

from datetime import datetime
from http import HTTPStatus
from typing import Final

from functions.platform.problems import Problem
from functions.records.access import authorised
from functions.records.rosters import endorsements, store
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.roster_events import Event, Reason
from functions.records.submissions import fingerprint_of
from functions.rosters import done_once, rows_named
from functions.rosters.models import ChangeRequest
from functions.rosters.status_models import RosterStatus

MOST_WAITING: Final = 10


def request(
    receipt: str, access_code: str, version: int, asked: ChangeRequest, now: datetime
) -> RosterStatus:
    """Keep what a unit asks for; while it waits, the same again changes nothing.

    Raises:
        Problem: as `service.status`; the list is not accepted, or not the version that was looked
            at; too many requests wait; a row is nobody's.
    """

    def decide(kept: KeptRoster) -> Event | None:
        if _waits(kept, asked):
            return None
        _check(kept, version, asked)
        reasons = [Reason(text=asked.reason, rows=asked.rows)]
        digest = fingerprint_of(asked)
        return done_once.event(kept, now, "change_requested", reasons=reasons, asked=digest)

    return done_once.after(authorised("AK", receipt, access_code, now, store.find), decide, now)


def _check(kept: KeptRoster, version: int, asked: ChangeRequest) -> None:
    if kept.roster.acceptance is None:
        raise Problem(HTTPStatus.CONFLICT, "change_request.not_accepted")
    if kept.roster.version != version:
        raise Problem(HTTPStatus.PRECONDITION_FAILED, "roster.version_conflict")
    if len(_waiting(kept)) >= MOST_WAITING:
        raise Problem(HTTPStatus.CONFLICT, "change_request.too_many")
    rows_named.refuse_unknown(kept.roster, asked.rows)


def _waits(kept: KeptRoster, asked: ChangeRequest) -> bool:
    numbers = _waiting(kept)
    return any(
        each.asked == fingerprint_of(asked) and each.revision in numbers
        for each in kept.events
        if each.state == "change_requested"
    )


def _waiting(kept: KeptRoster) -> set[int]:
    requests = endorsements.requested(kept.events)
    return {each.number for each in requests if each.state == "waiting"}
