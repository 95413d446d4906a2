"""The desk's people work on a record together: notes (内部备注), and who has it in hand (谁在办).

Who has it in hand forbids nobody else to decide on it.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import Field, StringConstraints

from functions.platform import table
from functions.platform.problems import Problem
from functions.platform.request_values import Request, Words
from functions.records import teamwork
from functions.records.submissions import fingerprint_of
from functions.records.teamwork import Assigning, TeamEvent
from functions.staff.decision import Decision, conflict
from functions.staff.hidden import HIDDEN
from functions.staff.models import By
from functions.staff.people import Staff
from shared_rules.records import Model

_ATTEMPTS: Final = 5
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]


class NoteIn(Request):
    """A note for the others."""

    what: Literal["noted"]
    text: Words


class StrikeNoteIn(Request):
    """One's own note does not hold any more; `number` is the one that the case gives it."""

    what: Literal["note_struck"]
    number: Annotated[int, Field(ge=1, strict=True)]


class HoldIn(Request):
    """Whoever asks takes a record in hand, or nobody has it any more."""

    what: Literal["taken", "put_back"]


class HandOverIn(Request):
    """Somebody else takes it in hand, by her name: the desk knows nobody who is not signed in."""

    what: Literal["handed_over"]
    holder: Name


class TeamworkRequest(Request):
    """What one of the desk's people tells the others of a record."""

    doing: Annotated[NoteIn | StrikeNoteIn | HoldIn | HandOverIn, Field(discriminator="what")]


class CaseNote(Model):
    """A note; one that its writer struck out can still be read."""

    number: int
    at: datetime
    by: By
    text: str
    struck_at: datetime | None
    may_strike: bool


class Teamwork(Model):
    """What the desk's people told each other of a record, as one of them sees it.

    `number` counts it all, and is what an If-Match names. `holder` has it in hand, empty: nobody;
    `held_since` is when she took it, or was given it by `held_by`.
    """

    number: int
    holder: str
    held_since: datetime | None
    held_by: By | None
    notes: list[CaseNote]


def of(staff: Staff, receipt: str, *, is_masked: bool) -> Teamwork:
    """What was told of a record; whoever sees nobody's data reads no notes.

    Raises:
        UnreadableError: it cannot be read.
    """
    return _shown(staff, teamwork.of(receipt), is_masked=is_masked)


def do(decision: Decision, receipt: str, request: TeamworkRequest) -> Teamwork:
    """Tell the others something of a record; the same sent again is told once.

    Args:
        decision: who tells it, and how much of what was told she has seen.
        receipt: of the record, which she may decide on.
        request: what she tells.

    Raises:
        Problem: 409: there is no such note of hers; 412: somebody else has it in hand meanwhile.
    """
    asked = fingerprint_of(request, "teamwork")
    for _ in range(_ATTEMPTS):
        events = teamwork.of(receipt)
        unseen = [each for each in events if each.number > decision.revision]
        by = decision.staff.actor
        if any((each.asked, each.by) == (asked, by) for each in unseen):
            return _shown(decision.staff, events, is_masked=False)
        event = _event(decision, request, events, unseen, asked)
        with suppress(table.Taken):
            teamwork.add(receipt, events, event)
    raise conflict(decision.staff)


def with_holders(heads: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The heads of a queue, each with who has it in hand."""
    held = teamwork.holders(head["receipt"] for head in heads if "receipt" in head)
    return [{**head, "holder": held.get(head.get("receipt", ""), "")} for head in heads]


def _event(
    decision: Decision,
    request: TeamworkRequest,
    events: Sequence[TeamEvent],
    unseen: Sequence[TeamEvent],
    asked: str,
) -> TeamEvent:
    staff = decision.staff
    said: dict[str, Any] = {}
    match request.doing:
        case NoteIn(text=text):
            said = {"text": text}
        case StrikeNoteIn(number=number):
            _check_hers(staff, events, number)
            said = {"strikes": number}
        case HandOverIn(holder=holder):
            said = {"holder": holder}
        case HoldIn(what="taken"):
            said = {"holder": staff.name}
    what = request.doing.what
    assigned = [each for each in unseen if each.what in get_args(Assigning)]
    if what in get_args(Assigning) and assigned:
        raise conflict(staff, assigned)
    return TeamEvent(
        number=events[-1].number + 1 if events else 1,
        at=decision.now,
        what=what,
        by=staff.actor,
        asked=asked,
        **said,
    )


def _check_hers(staff: Staff, events: Sequence[TeamEvent], number: int) -> None:
    """Refuse to strike what is no note, not hers, or struck already."""
    found = next((each for each in teamwork.notes(events) if each.event.number == number), None)
    if found is None or found.struck_at or found.event.by.subject != staff.subject:
        raise Problem(HTTPStatus.CONFLICT, "teamwork.not_hers")


def _shown(staff: Staff, events: Sequence[TeamEvent], *, is_masked: bool) -> Teamwork:
    held = teamwork.assigned(events)
    return Teamwork(
        number=events[-1].number if events else 0,
        holder=held.holder if held else "",
        held_since=held.at if held else None,
        held_by=By.of(held.by) if held else None,
        notes=[
            CaseNote(
                number=each.event.number,
                at=each.event.at,
                by=By.of(each.event.by),
                text=HIDDEN if is_masked else each.event.text,
                struck_at=each.struck_at,
                may_strike=each.struck_at is None and each.event.by.subject == staff.subject,
            )
            for each in teamwork.notes(events)
        ],
    )
