"""What is close to its deadline, or past it: each contact and the desk of claims hear it daily."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain
from typing import Final, NamedTuple

from aws_lambda_powertools import Logger

from functions.platform import contacts_topic, table
from functions.platform.failures import log_failure
from functions.records import areas, desk_queue
from functions.records.desk_queue import ALL_COUNTIES
from functions.records.receipts import Kind
from functions.records.rosters.roster_events import State
from functions.staff import ending_cover, queue_index
from functions.staff.claims import queue as claims_queue
from functions.staff.rosters.queue import SOON
from shared_rules.findings import Finding

RENEWAL_SOON: Final = timedelta(days=30)
MOST: Final = 100
"""Of a state in a county; a contact who has more to do needs no longer list."""

_SHOWN: Final = 20
_KEPT_FOR: Final = timedelta(days=7)
_OPEN: Final[tuple[State, ...]] = ("submitted", "returned")
logger = Logger()


class Due(NamedTuple):
    """What somebody has to do: receipts past their day, of these days, and of cover that ends."""

    overdue: list[str]
    soon: list[str]
    ending: list[str]

    @property
    def receipts(self) -> str:
        """The most urgent ones, in words."""
        return "、".join([*self.overdue, *self.soon][:_SHOWN]) or "无"


def tell_all(now: datetime) -> int:
    """Tell everybody who has something to do and was not told today; how many were told.

    One who cannot be told stops no other.

    Raises:
        Untold: somebody could not be told; trying again tells only those.
    """
    told = failed = 0
    words: dict[str, Callable[[date], Finding | None]] = {
        contact: partial(_of_lists, contact) for contact in areas.contact_ids().values()
    }
    for told_to, find in {**words, areas.CLAIMS_DESK: _of_claims}.items():
        try:
            told += _tell(told_to, find, now)
        except Exception as error:  # noqa: BLE001 -- whatever it is, the others are told
            log_failure(logger, "somebody was not told of deadlines", error)
            failed += 1
    if failed:
        raise Untold(failed)
    return told


class Untold(Exception):
    """So many could not be told."""


def due(contact: str, today: date) -> Due:
    """What a contact has to do, the most urgent first."""
    counties = areas.all_names(
        county for county, its in areas.contact_ids().items() if its == contact
    )
    until = today + SOON
    opened = chain.from_iterable(_orders("AK", state, counties, until) for state in _OPEN)
    ends = _orders("AK", "accepted", counties, today + RENEWAL_SOON, today)
    to_renew = ending_cover.to_renew([receipt for _, receipt in ends])
    return _split(opened, today)._replace(ending=[each.receipt for each in to_renew])


def claims_due(today: date) -> Due:
    """What the desk of claims has to do, of all counties, the most urgent first."""
    until, places = today + claims_queue.SOON, [ALL_COUNTIES]
    opened = (_orders("LP", state, places, until) for state in claims_queue.OPEN)
    return _split(chain.from_iterable(opened), today)


def _of_lists(contact: str, today: date) -> Finding | None:
    found = due(contact, today)
    if not any(found):
        return None
    return Finding.of(
        "announcement.clocks",
        day=today.isoformat(),
        overdue=len(found.overdue),
        soon=len(found.soon),
        ending=len(found.ending),
        days=RENEWAL_SOON.days,
        receipts=found.receipts,
    )


def _of_claims(today: date) -> Finding | None:
    found = claims_due(today)
    if not any(found):
        return None
    return Finding.of(
        "announcement.claim_clocks",
        day=today.isoformat(),
        overdue=len(found.overdue),
        soon=len(found.soon),
        days=claims_queue.SOON.days,
        receipts=found.receipts,
    )


def _split(opened: Iterable[tuple[str, str]], today: date) -> Due:
    """What is past its day, and what is not yet, in order."""
    ordered = sorted(opened)
    overdue = [receipt for day, receipt in ordered if desk_queue.is_past(day, today)]
    soon = [receipt for day, receipt in ordered if not desk_queue.is_past(day, today)]
    return Due(overdue, soon, [])


def _tell(told_to: str, find: Callable[[date], Finding | None], now: datetime) -> bool:
    today = now.date().isoformat()
    marker = {"pk": f"CLOCKS#{today}", "sk": f"CONTACT#{told_to}"}
    words = find(now.date())
    if words is None or table.get(marker):
        return False
    contacts_topic.tell(told_to, f"Ankangbao {today}", words)
    # After that: twice is better than not at all.
    kept = {**marker, "expires_at": int((now + _KEPT_FOR).timestamp())}
    table.put(kept)
    return True


def _orders(
    kind: Kind, state: str, counties: Iterable[str], until: date, since: date | None = None
) -> Iterator[tuple[str, str]]:
    """The day and the receipt of what is due from a day on, until another, both inclusive."""
    places = [queue_index.due_between(kind, state, county, since, until) for county in counties]
    for found in queue_index.read(desk_queue.BY_URGENCY, places, MOST):
        for head in found.heads:
            yield str(head["due"]), str(head["receipt"])
