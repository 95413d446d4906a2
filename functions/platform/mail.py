"""E-mail through an SMTP relay, whichever the service was given; without one it sends none."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Final

from functions.platform.aws import secret
from functions.platform.environment import MailEnvironment, mail_environment

_ANSWER_WITHIN: Final = 20  # seconds
_TLS_FROM_THE_START: Final = 465
# A relay on this machine needs no TLS: what it is told stays here.
_THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_REFUSED: Final = range(500, 600)


class RefusedError(Exception):
    """The relay will not take a letter to this address, now or later (5xx)."""


def is_on() -> bool:
    """Whether the service has a relay."""
    return bool(mail_environment().smtp_host)


def send(letter: EmailMessage) -> None:
    """Give a letter to the relay.

    Raises:
        RefusedError: it refuses the address or the letter for good.
        smtplib.SMTPException, OSError: it cannot be reached, refuses who sends, or takes the
            letter later.
    """
    try:
        with _connected(mail_environment()) as relay:
            relay.send_message(letter)
    except smtplib.SMTPRecipientsRefused as refused:
        codes = [code for code, _ in refused.recipients.values()]
        if all(code in _REFUSED for code in codes):
            raise RefusedError from None
        raise
    except smtplib.SMTPDataError as refused:
        if refused.smtp_code in _REFUSED:
            raise RefusedError from None
        raise


@contextmanager
def _connected(given: MailEnvironment) -> Iterator[smtplib.SMTP]:
    """The relay, signed in, over TLS."""
    host, port = given.smtp_host, given.smtp_port
    context = ssl.create_default_context()
    if port == _TLS_FROM_THE_START:
        relay: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=_ANSWER_WITHIN, context=context)
    else:
        relay = smtplib.SMTP(host, port, timeout=_ANSWER_WITHIN)
    with relay:
        if port != _TLS_FROM_THE_START and host not in _THIS_MACHINE:
            relay.starttls(context=context)
        if given.smtp_user:
            relay.login(given.smtp_user, secret(given.smtp_password_id))
        yield relay
