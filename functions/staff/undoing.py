"""The last decision on a record is undone, within minutes, where nothing has followed from it yet.

It is undone by a further event; what was undone stays in the log.
docs/decisions/0067-a-note-is-in-nobody-s-way.md says what cannot be.
"""

from collections.abc import Container
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Final, Protocol

from functions.platform.problems import Problem
from functions.records import messages
from functions.records.actors import Actor
from functions.staff.decision import Decision
from functions.staff.people import Staff

LISTS: Final = ("returned", "reminded", "accepted", "sheets_brought")
"""What may be undone of a list: not its closing, after which its people are looked for no more."""
CLAIMS: Final = (
    *("paper_accepted", "paper_sent_back", "completed"),
    *("proposed", "reopened"),
)
"""What may be undone of a claim: nothing that two people have decided."""
UNDO_WITHIN: Final = timedelta(minutes=10)
"""The product's own: whoever has clicked amiss sees it where she is told that it was saved. Later,
whoever looks the record up has perhaps acted on it.
"""


class _Happened(Protocol):
    """An event of a list or a claim."""

    @property
    def at(self) -> datetime: ...
    @property
    def state(self) -> str: ...
    @property
    def revision(self) -> int | None: ...
    @property
    def by(self) -> Actor | None: ...


def until(
    staff: Staff, receipt: str, last: _Happened, undoable: Container[str], now: datetime
) -> datetime | None:
    """Until when somebody may undo what happened to a record last; None: she may not."""
    if _why_not(staff, last, undoable, now) or _is_told(receipt, last):
        return None
    return last.at + UNDO_WITHIN


def check(decision: Decision, receipt: str, last: _Happened, undoable: Container[str]) -> None:
    """Refuse to undo what happened to a record last, where that may not be.

    Raises:
        Problem: 409: it is none of these decisions, not hers, too old, or somebody was told of it.
    """
    why_not = _why_not(decision.staff, last, undoable, decision.now)
    if not why_not and _is_told(receipt, last):
        why_not = "undo.told"
    if why_not:
        minutes = UNDO_WITHIN // timedelta(minutes=1)
        raise Problem(HTTPStatus.CONFLICT, why_not, params={"minutes": minutes})


def _why_not(staff: Staff, last: _Happened, undoable: Container[str], now: datetime) -> str:
    """As far as the event says; whether somebody was told is read where it is the last question."""
    if last.state not in undoable:
        return "undo.not_this"
    if last.by is None or last.by.subject != staff.subject:
        return "undo.not_hers"
    if now > last.at + UNDO_WITHIN:
        return "undo.too_late"
    return ""


def _is_told(receipt: str, last: _Happened) -> bool:
    """Whether a message of it was sent, waits to be sent, or was told at the desk."""
    about = messages.about_number(last.revision or 0)
    return any(
        each.about == about and (each.became in ("waiting", "sent") or messages.is_told(each))
        for each in messages.of_record(receipt)
    )
