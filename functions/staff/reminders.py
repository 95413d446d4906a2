"""Once a day people are reminded: premium is missing, cover ends, papers are missing.

A reminder is a message like any other, and its name says what it is about: asked for again, or on
the next days, it is the same one, and told once: by e-mail, or by the desk where there is no
address. A morning that was missed is made up for.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from functions.records import areas, kept, messages
from functions.records.claims import store as claims
from functions.records.desk_queue import ALL_COUNTIES
from functions.records.messages import Addressee, Message, Occasion
from functions.records.receipts import Kind
from functions.records.rosters import payments, short_payments, store
from functions.records.rosters.models import Roster
from functions.staff import ending_cover, queue_index

RENEWAL_DAYS: Final[dict[int, Occasion]] = {60: "renewal_60", 30: "renewal_30", 7: "renewal_7"}
"""So many days before cover ends its unit is reminded (第四、五条)."""

_MADE_UP_FOR: Final = timedelta(days=6)
_DAY: Final = timedelta(days=1)
Found = TypeVar("Found")


class _Reminder(NamedTuple):
    """Of what somebody is reminded, and who; `revision` is the record's."""

    message: Message
    to: Addressee
    revision: int


def queue(now: datetime) -> int:
    """Have everybody reminded who is to be, and was not; how many that are.

    A record that cannot be read stops no other; it is logged, for which there is an alarm.
    """
    found = chain(_of_premium(now), _of_the_rest(now), _of_renewal(now), _of_papers(now))
    return sum(messages.remind(*each) for each in found)


def _of_premium(now: datetime) -> Iterator[_Reminder]:
    """Lists whose answer is overdue, and of whose premium nothing is there (第十二条)."""
    for receipt in _overdue("AK", "submitted", _counties(), now.date()):
        found = _read(store.find, receipt)
        if found is None:
            continue
        account = payments.account(found.roster, found.events)
        if account.due and account.held <= 0:
            about = messages.about_number(found.roster.version)
            yield _of_list(found.roster, "payment_missing", about, now)


def _of_the_rest(now: datetime) -> Iterator[_Reminder]:
    """Lists, waiting or accepted, of whose premium a part is there, and no more has come."""
    overdue = _overdue("AK", short_payments.QUEUE, _counties(), now.date())
    for receipt, day in overdue.items():
        found = _read(store.find, receipt)
        if found and (due := payments.account(found.roster, found.events).due):
            yield _of_list(found.roster, "payment_short", day, now, due=due)


def _of_renewal(now: datetime) -> Iterator[_Reminder]:
    """Lists whose cover ends, unless one that renews them was handed in, or all have left."""
    today = now.date()
    until = today + timedelta(days=max(RENEWAL_DAYS))
    due = _due("AK", "accepted", _counties(), today, until)
    stages = {
        receipt: occasion
        for receipt, day in due.items()
        if (occasion := _stage(date.fromisoformat(day) - today))
    }
    for roster in ending_cover.to_renew(stages):
        yield _of_list(roster, stages[roster.receipt], due[roster.receipt], now)


def _of_list(
    roster: Roster, occasion: Occasion, about: str, now: datetime, due: Decimal | None = None
) -> _Reminder:
    message = Message(
        receipt=roster.receipt, occasion=occasion, about=about, queued_at=now, due=due
    )
    return _Reminder(message, store.addressee(roster), roster.revision)


def _stage(left: timedelta) -> Occasion | None:
    """The reminder for which it is time when cover goes on for so long."""
    for before, occasion in RENEWAL_DAYS.items():
        if timedelta(0) <= timedelta(days=before) - left <= _MADE_UP_FOR:
            return occasion
    return None


def _of_papers(now: datetime) -> Iterator[_Reminder]:
    """Claims that have waited for papers for too long (第十四条)."""
    for receipt, day in _overdue("LP", "waiting_for_papers", [ALL_COUNTIES], now.date()).items():
        found = _read(claims.find, receipt)
        if found:
            message = Message(receipt=receipt, occasion="paper_missing", about=day, queued_at=now)
            yield _Reminder(message, claims.addressee(found.claim), found.claim.revision)


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
