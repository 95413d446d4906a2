"""The log of a record at the desk: the newest first, so many on screen, and all of it as a file."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

from pydantic import BaseModel

from functions.platform import downloads
from functions.platform.downloads import Download
from functions.records import messages, stopped_mail, viewings
from functions.records.messages import Became, Message
from functions.records.stopped_mail import Said
from functions.records.teamwork import TeamEvent
from functions.staff import delimited
from functions.staff.hidden import HIDDEN
from functions.staff.models import By
from shared_rules.messages import catalogue

LOGGED: Final = 500
"""How many viewings are shown on screen."""

_NAME: Final = "办理记录"


BECAME_MESSAGES: Final[Mapping[Became, str]] = {
    "waiting": "mailed.waiting",
    "sent": "mailed.sent",
    "refused": "mailed.refused",
    "bounced": "mailed.bounced",
    "unsubscribed": "mailed.unsubscribed",
    "no_address": "mailed.no_address",
    "off": "mailed.off",
    "printed": "mailed.printed",
    "told": "mailed.told",
}
"""The codes of what became of a message."""
STOP_MESSAGES: Final[Mapping[Said, str]] = {
    "unsubscribed": "mail_stopped.unsubscribed",
    "bounced": "mail_stopped.bounced",
    "resumed": "mail_stopped.resumed",
}
"""The codes of why no more messages go to an address, or go there again."""


class Mailed(NamedTuple):
    """What became of a message or an address, in words, when, and by whom of the desk, if any."""

    at: datetime
    label: str
    by: By | None


class _Entry(Protocol):
    @property
    def at(self) -> datetime: ...
    @property
    def revision(self) -> int | None: ...


Entry = TypeVar("Entry", bound=_Entry)
Viewed = TypeVar("Viewed", bound=BaseModel)


class LastViews(NamedTuple, Generic[Viewed]):
    """Who saw a record last; whether these are all who ever did; how many cannot be read."""

    views: list[Viewed]
    is_complete: bool
    unreadable: int

    @classmethod
    def of(cls, receipt: str, model: type[Viewed]) -> "LastViews[Viewed]":
        """Those of a record."""
        found = list(islice(viewings.of(receipt, model), LOGGED + 1))
        views = [each for each in found[:LOGGED] if each]
        unreadable = len(found[:LOGGED]) - len(views)
        return LastViews(views, len(found) <= LOGGED, unreadable)


def mailed(receipt: str) -> list[Mailed]:
    """When messages about a record were told, or why not; where to, nobody is told."""
    told = [
        (each.became_at or each.queued_at, _in_words(each), each.by)
        for each in messages.of_record(receipt)
    ]
    stopped = [
        (each.at, catalogue()[STOP_MESSAGES[each.why]].title, each.by)
        for each in stopped_mail.of_record(receipt)
    ]
    return [Mailed(at, label, By.of(by) if by else None) for at, label, by in (*told, *stopped)]


def became(message: Message) -> str:
    """What became of a message, in words."""
    return catalogue()[BECAME_MESSAGES[message.became]].title


def told(event: TeamEvent, *, is_masked: bool = False) -> str:
    """What somebody told the desk's other people: a note's words, who took it over."""
    if event.text:
        return HIDDEN if is_masked else event.text
    return event.holder if event.what == "handed_over" else ""


def _in_words(message: Message) -> str:
    return f"{became(message)}：{messages.words(message).title}"


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Entries in the order of a log."""
    return sorted(entries, key=lambda entry: (entry.at, entry.revision or 0), reverse=True)


def offer(receipt: str, lines: Iterable[Sequence[str]], now: datetime) -> Download:
    """Where a log is to be fetched from, as a file that spreadsheets open."""
    return downloads.offer(delimited.written(lines), "desk", f"{receipt}-{_NAME}.csv", now)
