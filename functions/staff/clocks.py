"""What is close to its deadline, or past it, told to each contact once a day."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Final, NamedTuple

from aws_lambda_powertools import Logger

from functions.common import contacts_topic, desk_queue, table
from functions.common.areas import contact_ids
from functions.common.failures import log_failure
from functions.rosters.events import State
from functions.staff import queue_index
from functions.staff.queue import SOON
from shared_rules.findings import Finding

RENEWAL_SOON: Final = timedelta(days=30)
MOST: Final = 100
"""Of a state in a county; a contact who has more to do needs no longer list."""

_SHOWN: Final = 20
_KEPT_FOR: Final = timedelta(days=7)
_OPEN: Final[tuple[State, ...]] = ("submitted", "returned")
logger = Logger()


class Due(NamedTuple):
    """What a contact has to do: receipts past their day, of these days, and policies that end."""

    overdue: list[str]
    soon: list[str]
    ending: list[str]


def tell_all(now: datetime) -> int:
    """Tell every contact who has something to do and was not told today; how many were told.

    One who cannot be told stops no other.

    Raises:
        Untold: somebody could not be told; trying again tells only those.
    """
    told = failed = 0
    for contact in dict.fromkeys(contact_ids().values()):
        try:
            told += _tell(contact, now)
        except Exception as error:  # noqa: BLE001 -- whatever it is, the others are told
            log_failure(logger, "a contact was not told of deadlines", error)
            failed += 1
    if failed:
        raise Untold(failed)
    return told


class Untold(Exception):
    """So many contacts could not be told."""


def due(contact: str, today: date) -> Due:
    """What a contact has to do, the most urgent first."""
    counties = [county for county, its in contact_ids().items() if its == contact]
    until = today + SOON
    opened = sorted(chain.from_iterable(_orders(state, counties, until) for state in _OPEN))
    overdue = [receipt for day, receipt in opened if day < today.isoformat()]
    soon = [receipt for day, receipt in opened if day >= today.isoformat()]
    ends = sorted(_orders("accepted", counties, today + RENEWAL_SOON, today))
    return Due(overdue, soon, [receipt for _, receipt in ends])


def _tell(contact: str, now: datetime) -> bool:
    found = due(contact, now.date())
    marker = {"pk": f"CLOCKS#{now.date().isoformat()}", "sk": f"CONTACT#{contact}"}
    if not any(found) or table.get(marker):
        return False
    urgent = [*found.overdue, *found.soon]
    words = Finding.of(
        "announcement.clocks",
        day=now.date().isoformat(),
        overdue=len(found.overdue),
        soon=len(found.soon),
        ending=len(found.ending),
        days=RENEWAL_SOON.days,
        receipts="、".join(urgent[:_SHOWN]) or "无",
    )
    contacts_topic.tell(contact, f"Ankangbao {now.date().isoformat()}", words)
    # After that: twice is better than not at all.
    kept = {**marker, "expires_at": int((now + _KEPT_FOR).timestamp())}
    table.put(kept)
    return True


def _orders(
    state: State, counties: list[str], until: date, since: date | None = None
) -> Iterator[tuple[str, str]]:
    """The day and the receipt of what is due from a day on, until another, both inclusive."""
    places = [queue_index.due_between("AK", state, county, since, until) for county in counties]
    for found in queue_index.read(desk_queue.BY_URGENCY, places, MOST):
        for head in found.heads:
            yield str(head["due"]), str(head["receipt"])
