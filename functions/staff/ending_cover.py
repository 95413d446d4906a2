"""Which accepted lists are to be renewed before their cover ends: contact and unit hear of it."""

from collections.abc import Iterable, Iterator

from functions.records import kept
from functions.records.rosters import store
from functions.records.rosters.models import Roster


def to_renew(receipts: Iterable[str]) -> Iterator[Roster]:
    """Those of these lists that are not renewed yet, and in which somebody is left who could be.

    One that cannot be read is left out; it is logged, for which there is an alarm.
    """
    for roster in store.readable(receipts)[0]:
        accepted = roster.acceptance
        if accepted and not accepted.is_left_by_all and not _is_renewed(roster.receipt):
            yield roster


def _is_renewed(receipt: str) -> bool:
    try:
        return not all(each.is_ended for each in store.renewals(receipt))
    except kept.UnreadableError:
        return True
