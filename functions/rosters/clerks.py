"""Another clerk (经办人) takes a list over, or her phone changes: her unit says so itself.

Whoever has the access code may, in any state but the last: it changes neither the list nor cover.
Who comes after one who left with the code gets another code from the desk first.
"""

from datetime import datetime
from http import HTTPStatus
from typing import Final

from functions.platform.problems import Problem
from functions.records.access import authorised
from functions.records.rosters import store
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.roster_events import Clerk, ClerkChange, Event, label
from functions.rosters import done_once
from functions.rosters.models import ClerkIn
from functions.rosters.status_models import RosterStatus

MOST: Final = 30
"""So often the clerk of one list changes; more is no clerk."""


def change(
    receipt: str, access_code: str, version: int, asked: ClerkIn, now: datetime
) -> RosterStatus:
    """Keep who is the clerk of a list from now on; the same again changes nothing.

    Raises:
        Problem: as `service.status`; 412: somebody corrected the list meanwhile; 409: it has ended,
            or its clerk has changed too often.
    """
    after = Clerk.model_validate(asked.model_dump())

    def decide(kept: KeptRoster) -> Event | None:
        before = kept.roster.unit.clerk
        if before == after:
            return None
        _check(kept, version)
        change = ClerkChange(before=before, after=after)
        return done_once.event(kept, now, "clerk_changed", clerk=change)

    return done_once.after(authorised("AK", receipt, access_code, now, store.find), decide, now)


def _check(kept: KeptRoster, version: int) -> None:
    roster = kept.roster
    if roster.is_ended:
        params = {"state": label(roster.state)}
        raise Problem(HTTPStatus.CONFLICT, "clerk.list_ended", params=params)
    if roster.version != version:
        raise Problem(HTTPStatus.PRECONDITION_FAILED, "roster.version_conflict")
    if sum(each.state == "clerk_changed" for each in kept.events) >= MOST:
        raise Problem(HTTPStatus.CONFLICT, "clerk.too_often")
