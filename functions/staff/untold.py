"""Whom the desk has to tell something itself (要当面或打电话告知): a page of that queue, looked at.

Of whom nothing is left to tell, because somebody has told it or she has seen it, leaves it.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, NamedTuple, TypeVar

from functions.platform.aws import CALLS_AT_ONCE
from functions.records import kept, messages, to_tell
from functions.records.messages import Course
from functions.staff.queue_index import Page

Kept = TypeVar("Kept")


class Untold(NamedTuple, Generic[Kept]):
    """Records with what is to be told of each, in titles, and receipts that cannot be read."""

    found: list[tuple[Kept, list[str]]]
    unreadable: list[str]


def look(
    page: Page, find: Callable[[str], Kept | None], course_of: Callable[[Kept], Course]
) -> Untold[Kept]:
    """What is to be told of the records of a page, several read at once.

    Args:
        page: of the queue.
        find: reads a record.
        course_of: says how one has gone on.
    """

    def look_at(receipt: str) -> tuple[Kept, list[str]] | None:
        place = to_tell.of(receipt)  # before the rest: what is new since then keeps it
        found = find(receipt)
        titles = _titles(course_of(found)) if found else []
        if found and titles:
            return found, titles
        if place:
            to_tell.leave(place)
        return None

    def read(receipt: str) -> tuple[Kept, list[str]] | str | None:
        try:
            return look_at(receipt)
        except kept.UnreadableError:
            return receipt

    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        answers = list(pool.map(read, page.receipts))
    return Untold(
        [each for each in answers if isinstance(each, tuple)],
        [each for each in answers if isinstance(each, str)],
    )


def leave_if_told(course: Course) -> None:
    """Take a record out of the queue, where nothing is left to tell."""
    place = to_tell.of(course.receipt)
    if place and not _titles(course):
        to_tell.leave(place)


def _titles(course: Course) -> list[str]:
    untold = (each for each in messages.on_paper(course) if not messages.is_told(each))
    return [messages.words(each).title for each in untold]
