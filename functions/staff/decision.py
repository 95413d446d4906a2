"""A decision at the desk names the revision that it was made on: who was slower decides nothing.

Who sends her own decision again, as its answer was lost, is answered again. What she has decided
otherwise meanwhile, on another page, she is told as her own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus
from typing import Protocol

from functions.platform.problems import Problem
from functions.records.actors import Actor
from functions.records.claims.claim_events import Event as ClaimEvent
from functions.records.rosters.roster_events import Event as RosterEvent
from functions.records.units.models import Event as UnitEvent
from functions.staff.people import Staff

_Event = ClaimEvent | RosterEvent | UnitEvent


class _Happened(Protocol):
    """What somebody did, or nobody of the desk."""

    @property
    def by(self) -> Actor | None: ...


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

    def is_among(self, events: Iterable[_Event], asked: str) -> bool:
        """Whether one of these events is this very decision; `asked` is the request's digest."""
        return any(
            each.revision == self.revision + 1
            and each.asked == asked
            and each.by == self.staff.actor
            for each in events
        )

    def check(
        self, events: Iterable[_Event], revision: int, state_label: str, *, is_open: bool
    ) -> None:
        """Refuse a decision that comes too late.

        Args:
            events: what happened to the record.
            revision: of the record as it is now.
            state_label: what its state is called.
            is_open: whether it may be decided on so in that state.

        Raises:
            Problem: 412: somebody was faster; 409: it is not open.
        """
        if revision != self.revision:
            raise self.conflict(events)
        if not is_open:
            raise not_open(state_label)

    def conflict(self, events: Iterable[_Event]) -> Problem:
        """The refusal of whoever was slower than what happened since she looked."""
        return conflict(self.staff, [each for each in events if self._is_unseen(each)])

    def _is_unseen(self, event: _Event) -> bool:
        return event.revision is not None and event.revision > self.revision


def not_open(state_label: str) -> Problem:
    """The refusal of what is not done in the state that a record is in."""
    return Problem(HTTPStatus.CONFLICT, "staff.state", params={"state": state_label})


def conflict(staff: Staff, since: Sequence[_Happened] = ()) -> Problem:
    """The refusal of whoever was slower: than others, or than herself, where all since is hers."""
    is_own = bool(since) and all(each.by == staff.actor for each in since)
    code = "staff.conflict_own" if is_own else "staff.conflict"
    return Problem(HTTPStatus.PRECONDITION_FAILED, code)
