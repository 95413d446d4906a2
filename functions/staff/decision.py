"""A decision at the desk names the revision that it was made on: who was slower decides nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus

from functions.platform.problems import Problem
from functions.records.claims.claim_events import Event as ClaimEvent
from functions.records.rosters.roster_events import Event as RosterEvent
from functions.records.units.models import Event as UnitEvent
from functions.staff.people import Staff


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decides, on which revision of which record, and when."""

    staff: Staff
    receipt: str
    revision: int
    now: datetime

    @property
    def today(self) -> date:
        """The day of the decision."""
        return self.now.date()

    def is_among(self, events: Iterable[ClaimEvent | RosterEvent | UnitEvent], asked: str) -> bool:
        """Whether one of these events is this very decision; `asked` is the request's digest."""
        return any(
            each.revision == self.revision + 1
            and each.asked == asked
            and each.by == self.staff.actor
            for each in events
        )

    def check(self, revision: int, state_label: str, *, is_open: bool) -> None:
        """Refuse a decision that comes too late.

        Args:
            revision: of the record as it is now.
            state_label: what its state is called.
            is_open: whether it may be decided on so in that state.

        Raises:
            Problem: 412: somebody was faster; 409: it is not open.
        """
        if revision != self.revision:
            raise conflict()
        if not is_open:
            raise not_open(state_label)


def not_open(state_label: str) -> Problem:
    """The refusal of what is not done in the state that a record is in."""
    return Problem(HTTPStatus.CONFLICT, "staff.state", params={"state": state_label})


def conflict() -> Problem:
    """The refusal of whoever was slower."""
    return Problem(HTTPStatus.PRECONDITION_FAILED, "staff.conflict")
