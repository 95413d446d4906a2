"""Once a day who left an address is reminded: premium is missing, cover ends, papers are missing.

A reminder is a message like any other, and its name says what it is about: asked for again, or on
the next days, it is the same one, and told once. A morning that was missed is made up for.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from functions.records import areas, kept, messages
from functions.records.claims import store as claims
from functions.records.claims.claim_course import ALL_COUNTIES
from functions.records.messages import Occasion
from functions.records.receipts import Kind
from functions.records.rosters import payments, store
from functions.staff import queue_index

RENEWAL_DAYS: Final[dict[int, Occasion]] = {60: "renewal_60", 30: "renewal_30", 7: "renewal_7"}
"""So many days before cover ends its unit is reminded (第四、五条)."""

_MADE_UP_FOR: Final = timedelta(days=6)
_DAY: Final = timedelta(days=1)
Found = TypeVar("Found")


class _Reminder(NamedTuple):
    """What somebody is reminded of; `about` tells it from others, `revision` is the record's."""

    receipt: str
    revision: int
    occasion: Occasion
    about: str


def queue(now: datetime) -> int:
    """Have everybody reminded who is to be, and was not; how many that are.

    A record that cannot be read stops no other; it is logged, for which there is an alarm.
    """
    today = now.date()
    found = chain(_of_premium(today), _of_renewal(today), _of_papers(today))
    return sum(
        messages.remind(each.receipt, each.occasion, each.about, each.revision, now)
        for each in found
    )


def _of_premium(today: date) -> Iterator[_Reminder]:
    """Lists whose answer is overdue, and of whose premium something is missing (第十二条)."""
    for roster in store.readable(_overdue("AK", "submitted", _counties(), today))[0]:
        found = _read(store.find, roster.receipt) if roster.unit.email else None
        if found and payments.account(found.roster, found.events).due:
            about = f"{roster.version:06d}"
            yield _Reminder(roster.receipt, roster.revision, "payment_missing", about)


def _of_renewal(today: date) -> Iterator[_Reminder]:
    """Lists whose cover ends, unless one that renews them was handed in."""
    until = today + timedelta(days=max(RENEWAL_DAYS))
    due = _due("AK", "accepted", _counties(), today, until)
    stages = {
        receipt: occasion
        for receipt, day in due.items()
        if (occasion := _stage(date.fromisoformat(day) - today))
    }
    for roster in store.readable(stages)[0]:
        receipt = roster.receipt
        renewed = _read(store.renewals, receipt) if roster.unit.email else None
        if renewed is not None and all(each.is_ended for each in renewed):
            yield _Reminder(receipt, roster.revision, stages[receipt], due[receipt])


def _stage(left: timedelta) -> Occasion | None:
    """The reminder for which it is time when cover goes on for so long."""
    for before, occasion in RENEWAL_DAYS.items():
        if timedelta(0) <= timedelta(days=before) - left <= _MADE_UP_FOR:
            return occasion
    return None


def _of_papers(today: date) -> Iterator[_Reminder]:
    """Claims that have waited for papers for too long (第十四条)."""
    for receipt, day in _overdue("LP", "waiting_for_papers", [ALL_COUNTIES], today).items():
        found = _read(claims.find, receipt)
        if found and found.claim.email:
            yield _Reminder(receipt, found.claim.revision, "paper_missing", day)


def _read(find: Callable[[str], Found], receipt: str) -> Found | None:
    """What is kept of a receipt; nothing where it cannot be read."""
    try:
        return find(receipt)
    except kept.UnreadableError:
        return None


def _counties() -> tuple[str, ...]:
    return areas.all_names(areas.contact_ids())


def _overdue(kind: Kind, state: str, counties: Iterable[str], today: date) -> dict[str, str]:
    """What was due in a state until yesterday, for as long as a missed morning is made up for."""
    last = today - _DAY
    return _due(kind, state, counties, last - _MADE_UP_FOR, last)


def _due(
    kind: Kind, state: str, counties: Iterable[str], first: date, last: date
) -> dict[str, str]:
    """What is due in a state from a day on, until another, both inclusive: the day by receipt."""
    places = [queue_index.due_between(kind, state, county, first, last) for county in counties]
    return {str(head["receipt"]): str(head["due"]) for head in queue_index.everything(places)}
