"""The mail server of this machine: what the service sends is read in its mailbox, and goes nowhere.

As a relay would, it refuses addresses of `refused.example` for good, and those of `busy.example`
for now.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from email.utils import parsedate_to_datetime
from typing import Any, Final, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from functions.local.emulator import HOST, free_port
from functions.platform.clock import SHANGHAI
from shared_rules.messages import written_day

_SENDER: Final = "ankangbao@example.cn"


@dataclass(frozen=True)
class Letter:
    """A letter that came: its headers by name, and both ways to read it."""

    headers: Mapping[str, str]
    text: str
    html: str

    @classmethod
    def of(cls, data: bytes) -> Self:
        """A letter as it came."""
        message = message_from_bytes(data, policy=default)
        parts = {part.get_content_subtype(): part for part in message.iter_parts()}
        return cls(
            {name: str(value) for name, value in message.items()},
            parts["plain"].get_content(),
            parts["html"].get_content(),
        )

    @property
    def written_at(self) -> str:
        """When it was written, as its Date says: 2026年5月1日 09:05."""
        moment = parsedate_to_datetime(self.headers["Date"]).astimezone(SHANGHAI)
        return f"{written_day(moment.date().isoformat())} {moment:%H:%M}"


class Mailbox:
    """What was sent, the first first."""

    def __init__(self, port: int) -> None:
        self.parameters: Mapping[str, str] = {
            "SmtpHost": HOST,
            "SmtpPort": str(port),
            "MailFrom": _SENDER,
        }
        """The template's parameters by which the service sends to it."""
        self.letters: list[Letter] = []

    async def handle_RCPT(  # noqa: N802 -- what aiosmtpd calls it
        self, _server: Any, _session: Any, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Take an address, or refuse it."""
        if address.endswith("@refused.example"):
            return "550 5.1.1 no such user"
        if address.endswith("@busy.example"):
            return "451 4.3.2 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 -- what aiosmtpd calls it
        self, _server: Any, _session: Any, envelope: Envelope
    ) -> str:
        """Keep a letter."""
        self.letters.append(Letter.of(envelope.original_content or b""))
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    """A server for mail on any free port until the block ends."""
    port = free_port()
    mailbox = Mailbox(port)
    controller = Controller(mailbox, hostname=HOST, port=port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()
