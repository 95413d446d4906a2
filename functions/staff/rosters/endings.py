"""A returned list that nobody mends: its unit is reminded (提醒), at last it is closed (关闭)."""

from http import HTTPStatus
from typing import Final

from functions.platform.problems import Problem
from functions.records.rosters import roster_course
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.roster_events import Event, Reason, State
from functions.records.submissions import fingerprint_of
from functions.staff.decision import Decision
from functions.staff.rosters.deciding import decided, event
from functions.staff.rosters.models import Case, CloseRequest, RemindRequest

WAITING: Final[tuple[State, ...]] = ("returned",)
"""The state in which a list waits for its unit."""


def remind(decision: Decision, request: RemindRequest) -> Case:
    """Remind a unit of its list; on its state page it reads what of, and until when.

    Raises:
        Problem: as `deciding.decided`.
    """

    def decide(kept: KeptCase) -> Event:
        return event(decision, kept, "reminded", "returned", reasons=[Reason(text=request.reason)])

    return decided(decision, fingerprint_of(request, "remind"), WAITING, decide)


def close(decision: Decision, request: CloseRequest) -> Case:
    """Close a list of which its unit was reminded, and which it has not mended since.

    Raises:
        Problem: as `deciding.decided`; 409: nobody has reminded the unit, or it is too early.
    """

    def decide(kept: KeptCase) -> Event:
        first = roster_course.close_from(kept.events)
        if first is None:
            raise Problem(HTTPStatus.CONFLICT, "closing.not_reminded")
        if decision.today < first:
            params = {"first": first.isoformat()}
            raise Problem(HTTPStatus.CONFLICT, "closing.too_early", params=params)
        return event(decision, kept, "closed", "closed", reasons=[Reason(text=request.reason)])

    return decided(decision, fingerprint_of(request, "close"), WAITING, decide)
