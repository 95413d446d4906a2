"""Slips (通知单): on paper, in the letter's words, the desk tells whom no e-mail reaches."""

from collections.abc import Iterable
from datetime import datetime
from http import HTTPStatus

from functions.platform.problems import Problem
from functions.platform.request_values import Request
from functions.records import messages
from functions.records.areas import Contact, contact_of
from functions.records.messages import Message, OnPaper
from functions.staff import logs
from functions.staff.people import Staff
from shared_rules.records import Model


class Slip(Model):
    """Something to tell on paper; `why` says what became of its e-mail, or of it."""

    name: str
    at: datetime
    title: str
    message: str
    fix: str
    contact: Contact
    why: str
    is_told: bool
    told_at: datetime | None


class Slips(Model):
    """What is to be told on paper about a record, the newest first."""

    slips: list[Slip]


class TellRequest(Request):
    """Which of them somebody tells now, and how: `printed`, or `told` in person."""

    name: str
    how: OnPaper


def of(due: Iterable[Message], county: str) -> list[Slip]:
    """What is, or was, to be told on paper, as a case shows it."""
    contact = contact_of(county)
    return [_slip(each, contact) for each in reversed(list(due))]


def tell(staff: Staff, due: Iterable[Message], request: TellRequest, now: datetime) -> None:
    """Keep that somebody tells one of them; who did so first stands.

    Raises:
        Problem: 404: that is not to be told on paper.
    """
    for each in due:
        if each.name == request.name:
            messages.tell(each, request.how, staff.actor, now)
            return
    raise Problem(HTTPStatus.NOT_FOUND, "staff.not_found")


def _slip(message: Message, contact: Contact) -> Slip:
    words = messages.words(message)
    is_told = messages.is_told(message)
    return Slip(
        name=message.name,
        at=message.queued_at,
        title=words.title,
        message=words.message,
        fix=words.fix,
        contact=contact,
        why=logs.became(message),
        is_told=is_told,
        told_at=message.became_at if is_told else None,
    )
