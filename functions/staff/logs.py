"""The log of a record at the desk: the newest first, so many on screen, and all of it as a file."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import Final, Protocol, TypeVar

from pydantic import BaseModel

from functions.platform import downloads
from functions.platform.downloads import Download
from functions.records import viewings
from functions.staff import delimited

LOGGED: Final = 500
"""How many viewings are shown on screen."""

_NAME: Final = "办理记录"


class _Entry(Protocol):
    @property
    def at(self) -> datetime: ...
    @property
    def revision(self) -> int | None: ...


Entry = TypeVar("Entry", bound=_Entry)
Viewed = TypeVar("Viewed", bound=BaseModel)


def last_views(receipt: str, model: type[Viewed]) -> tuple[list[Viewed], bool]:
    """Who saw a record last, and whether these are all who ever did."""
    views = list(islice(viewings.of(receipt, model), LOGGED + 1))
    return views[:LOGGED], len(views) <= LOGGED


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Entries in the order of a log."""
    return sorted(entries, key=lambda entry: (entry.at, entry.revision or 0), reverse=True)


def offer(receipt: str, lines: Iterable[Sequence[str]], now: datetime) -> Download:
    """Where a log is to be fetched from, as a file that spreadsheets open."""
    return downloads.offer(delimited.written(lines), "desk", f"{receipt}-{_NAME}.csv", now)
