"""The lists of somebody's counties that money of a statement may be for."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import product
from typing import Final, NamedTuple

from functions.platform.aws import CALLS_AT_ONCE
from functions.records import areas, kept, receipts
from functions.records.rosters import payments, store
from functions.records.rosters.kept_roster import KeptCase, KeptRoster
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import State
from functions.records.units import store as units
from functions.records.units.models import Named
from functions.staff import queue_index
from functions.staff.people import Staff
from shared_rules.statements.lines import Line
from shared_rules.statements.open_lists import OpenList
from shared_rules.statements.references import written_in
from shared_rules.statements.unit_names import account_name, holder

# An accepted list may be paid by a line about the day on which its premium was said to have come.
_ABOUT: Final = timedelta(days=31)


class Lists(NamedTuple):
    """Lists with their events; `unreadable` are the receipts of those that cannot be read."""

    found: list[KeptRoster]
    unreadable: list[str]


def lists_to_pay(staff: Staff, lines: Sequence[Line]) -> Lists:
    """The lists that she decides on and that lines may pay.

    Those that wait, those accepted at the time of the statement or for less than their premium, and
    whatever else a line names by its receipt.
    """
    counties = [each for each in staff.counties if staff.decides_in(each)]
    waiting = _queued(counties, "submitted") | _queued(counties, "returned")
    first = min(line.day for line in lines)
    named = _named_in(lines)
    asked = _queued(counties, "accepted", ends_from=first) | named
    heads, unreadable = store.readable(asked - waiting)
    more = [
        each.receipt
        for each in heads
        if each.unit.county in counties
        if each.receipt in named or _may_be_paid(each, lines)
    ]
    lists = read(waiting.union(more))
    return Lists(lists.found, sorted([*unreadable, *lists.unreadable]))


def read(receipts: Iterable[str]) -> Lists:
    """Lists that are there, several read at once; one that cannot be read is logged."""
    asked = sorted(receipts)
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        answers = list(zip(asked, pool.map(_found, asked), strict=True))
    return Lists(
        [found for _, found in answers if isinstance(found, KeptRoster)],
        [receipt for receipt, found in answers if isinstance(found, kept.UnreadableError)],
    )


def as_open(lists: Sequence[KeptRoster], lines: Iterable[Line]) -> list[OpenList]:
    """The lists as they are matched, by all the names that their units have had."""
    others = _other_names(lists, lines)
    return [_open(each, others.get(each.roster.receipt, ())) for each in lists]


def is_by_hand(found: KeptRoster | KeptCase, line: Line) -> bool:
    """Whether a list has a payment, written down by hand, that may be this line."""
    return _open(found, ()).is_by_hand(line)


def _queued(counties: Iterable[str], state: State, ends_from: date | None = None) -> set[str]:
    """The receipts of lists in a state; of accepted ones those whose cover ends from a day on."""
    places = [
        queue_index.due_between("AK", state, name, ends_from, date.max)
        for name in areas.all_names(counties)
    ]
    return {head["receipt"] for head in queue_index.everything(places)}


def _named_in(lines: Iterable[Line]) -> set[str]:
    """The receipts that lines name."""
    written = {each for line in lines for each in written_in(f"{line.note} {line.payer}")}
    return {each for text in written if (each := receipts.read(text, "AK"))}


def _found(receipt: str) -> KeptRoster | kept.UnreadableError | None:
    try:
        return store.find(receipt)
    except kept.UnreadableError as error:
        return error


def _may_be_paid(roster: Roster, lines: Sequence[Line]) -> bool:
    """Whether lines may pay a list that was accepted."""
    if roster.acceptance is None:
        return False
    received = roster.acceptance.premium_received_date
    first, last = min(line.day for line in lines), max(line.day for line in lines)
    is_short = "acceptance.premium_short" in roster.acceptance.confirmations
    return is_short or first - _ABOUT <= received <= last + _ABOUT


def _open(found: KeptRoster | KeptCase, others: Iterable[str]) -> OpenList:
    roster = found.roster
    account = payments.account(roster, found.events)
    return OpenList(
        receipt=roster.receipt,
        county=roster.unit.county,
        names=(roster.unit.name, *others),
        due=account.missing,
        submitted=found.events[0].at.date(),
        clerk=roster.unit.contact_name,
        by_hand=tuple(
            (each.day, each.amount)
            for each in account.payments
            if not (each.is_back or each.statement_line)
        ),
    )


def _other_names(lists: Sequence[KeptRoster], lines: Iterable[Line]) -> dict[str, tuple[str, ...]]:
    """Other names of the lists' units, by receipt, where a payer who names no receipt bears one."""
    counties = {each.roster.unit.county for each in lists}
    payers = {
        account_name(line.payer)
        for line in lines
        if line.payer and holder(line.payer) != "person" and not _named_in([line])
    }
    pairs = product(sorted(payers), sorted(counties))
    led_to = units.led_to(Named(name=name, county=county) for name, county in pairs)
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        families = [each for each in pool.map(units.family, sorted(led_to)) if each]
    return dict(_names_by_list(families))


def _names_by_list(families: Iterable[units.Family]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for each in families:
        names = tuple(sorted({name for _, name in each.written}))
        for unit in each.units:
            yield from ((receipt, names) for receipt in unit.lists)
