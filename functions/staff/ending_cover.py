"""Which accepted lists are to be renewed before their cover ends: contact and unit hear of it."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from functions.platform.aws import CALLS_AT_ONCE
from functions.records import kept
from functions.records.rosters import store
from functions.records.rosters.models import Roster


def to_renew(receipts: Iterable[str]) -> list[Roster]:
    """Those of these lists that are not renewed yet, and in which somebody is left who could be.

    A read for each of them, several at once. One that cannot be read is left out; it is logged,
    for which there is an alarm.
    """
    found = [
        each
        for each in store.readable(receipts)[0]
        if each.acceptance and not each.acceptance.is_left_by_all
    ]
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        renewed = list(pool.map(_is_renewed, found))
    return [each for each, is_renewed in zip(found, renewed, strict=True) if not is_renewed]


def _is_renewed(roster: Roster) -> bool:
    try:
        return not all(each.is_ended for each in store.renewals(roster.receipt))
    except kept.UnreadableError:
        return True
