"""The money of a list as its unit is told: what arrived, what is still due (第八、十二条)."""

from collections.abc import Iterable

from functions.records.rosters import payments
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Event
from functions.rosters.cover_models import AccountTold, PaymentTold
from shared_rules.capital_numerals import capitals


def account(roster: Roster, events: Iterable[Event]) -> AccountTold:
    """What has come of the premium of a list, without what was recorded in error."""
    found = payments.account(roster, events)
    return AccountTold(
        expected=found.expected,
        due=found.due,
        due_capitals=capitals(found.due),
        surplus=found.surplus,
        payments=[
            PaymentTold(amount=each.amount, day=each.day, is_back=each.is_back)
            for each in found.payments
        ],
    )
