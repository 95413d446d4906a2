"""Slips (通知单): on paper, in the letter's words, the desk tells whom no e-mail reaches."""

from datetime import datetime
from http import HTTPStatus

from functions.platform.problems import Problem
from functions.platform.request_values import Request
from functions.records import messages, stopped_mail
from functions.records.areas import Contact, contact_of
from functions.records.messages import Course, Message, OnPaper
from functions.records.stopped_mail import Mail
from functions.staff import logs, untold
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
    """What is to be told on paper about a record, the newest first; `mail`: whether e-mail goes."""

    slips: list[Slip]
    mail: Mail


class TellRequest(Request):
    """Which of them somebody tells now, and how: `printed`, or `told` in person."""

    name: str
    how: OnPaper


class BounceRequest(Request):
    """That e-mail to an address came back; or, `is_over`, that it does so no more, or never did."""

    is_over: bool = False


def of(course: Course) -> Slips:
    """What is, or was, to be told on paper, as a case shows it."""
    contact = contact_of(course.to.county)
    return Slips(
        slips=[_slip(each, contact) for each in reversed(messages.on_paper(course))],
        mail=stopped_mail.mail_to(course.receipt, course.to.email),
    )


def tell(staff: Staff, course: Course, request: TellRequest, now: datetime) -> Slips:
    """Keep that somebody tells one of them; who did so first stands.

    Raises:
        Problem: 404: that is not to be told on paper.
    """
    due = [each for each in messages.on_paper(course) if each.name == request.name]
    if not due:
        raise Problem(HTTPStatus.NOT_FOUND, "staff.not_found")
    messages.tell(due[0], request.how, staff.actor, now)
    untold.leave_if_told(course)
    return of(course)


def bounce(staff: Staff, course: Course, request: BounceRequest, now: datetime) -> Slips:
    """Keep that e-mail to whoever is told of a record came back, or does so no more.

    That it came back, said again, changes nothing.

    Raises:
        Problem: 409: no e-mail goes to her, or none has come back.
    """
    mail = stopped_mail.mail_to(course.receipt, course.to.email)
    if request.is_over:
        if mail != "bounced":
            raise Problem(HTTPStatus.CONFLICT, "slips.no_bounce")
        messages.resume(course, staff.actor, now)
    elif mail in ("none", "unsubscribed"):
        raise Problem(HTTPStatus.CONFLICT, "slips.no_mail")
    elif mail == "used":
        messages.bounce(course, staff.actor, now)
    return of(course)


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
