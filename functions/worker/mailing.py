"""Messages are sent: each until the relay took it or refused it for good, and told once.

A process that dies between sending and keeping that it did sends twice, with one Message-ID, by
which mail programs know that it is the same.
"""

from datetime import datetime
from typing import Literal

from aws_lambda_powertools import Logger

from functions.platform import mail
from functions.platform.metrics import measured
from functions.records import messages, receipts, stopped_mail
from functions.records.claims import store as claims
from functions.records.messages import Addressee, Became, Message
from functions.records.outbox import Work
from functions.records.rosters import store as rosters
from functions.worker import letters

logger = Logger()


def send(work: Work, now: datetime) -> None:
    """Send the message that an entry asks for, unless it was told, and keep what became of it.

    Raises:
        LookupError: there is no such message.
        smtplib.SMTPException, OSError: the relay did not take it this time.
    """
    message = messages.find(work.entry.receipt, work.entry.message)
    if message is None:
        raise LookupError("no such message")
    if message.became == "waiting":
        to = _addressee(message.receipt)
        messages.note(message, _sent(message, to, now), to, now)


def _sent(message: Message, to: Addressee, now: datetime) -> Became:
    """What became of a message that was waiting."""
    if not mail.is_on():
        return "off"
    if (used := stopped_mail.mail_to(message.receipt, to.email)) != "used":
        return "no_address" if used == "none" else used
    try:
        mail.send(letters.written(message, to, now))
    except mail.RefusedError:
        return _counted("refused")
    return _counted("sent")


def _counted(became: Literal["refused", "sent"]) -> Became:
    logger.info("a message", **measured({"Messages": 1}, became))
    return became


def _addressee(receipt: str) -> Addressee:
    """To whom messages about a record go now: its clerk may be another one than before."""
    if receipts.kind_of(receipt) == "AK":
        return rosters.addressee(rosters.current(receipt))
    found = claims.find(receipt)
    if found is None:
        raise LookupError("no such claim")
    return claims.addressee(found.claim)
