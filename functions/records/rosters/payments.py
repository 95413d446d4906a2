"""The money of a list (第八、十二条): what arrived or went back, and what follows from it.

Nobody types a balance: each payment is an event, and what is still due follows from them all.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Final, NamedTuple

from functions.records.actors import Actor
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Event, PremiumPayment
from shared_rules import funding
from shared_rules.findings import Finding
from shared_rules.records import Record

_NOTHING: Final = Decimal(0)
_WHOSE_MONEY: Final = {
    "funding.public_money": "payment.public_money",
    "funding.ask": "payment.others_money",
}
"""What there is to ask where an account's own money may not, or perhaps not, have been used."""


class PaymentKept(Record):
    """A payment as it was recorded: `number` is the revision of its event, `by` who recorded it.

    One that was recorded in error is struck, and counts no more.
    """

    number: int
    at: datetime
    by: Actor
    payment: PremiumPayment
    is_struck: bool


class Account(NamedTuple):
    """What has come of a list's premium, in yuan.

    `expected` is what the list costs; nothing once it has ended. `payments` are those that count.
    """

    expected: Decimal
    payments: list[PremiumPayment]
    is_accepted: bool

    @property
    def is_settled(self) -> bool:
        """Whether it was accepted with no payment recorded.

        Whoever accepted it has named the day on which its premium had arrived.
        """
        return self.is_accepted and not self.payments

    @property
    def received(self) -> Decimal:
        """What arrived."""
        return self._sum(is_back=False)

    @property
    def paid_back(self) -> Decimal:
        """What went back."""
        return self._sum(is_back=True)

    @property
    def held(self) -> Decimal:
        """What arrived and did not go back."""
        return self.received - self.paid_back

    @property
    def missing(self) -> Decimal:
        """What is missing of the premium, as far as payments were recorded."""
        return max(self.expected - self._paid, _NOTHING)

    @property
    def due(self) -> Decimal:
        """What is still to be paid."""
        return _NOTHING if self.is_settled else self.missing

    @property
    def surplus(self) -> Decimal:
        """What arrived beyond what the list costs."""
        return max(self.held - self.expected, _NOTHING)

    @property
    def _paid(self) -> Decimal:
        """What was paid of it: also what the insurer has given back for good (第五条)."""
        given_back = (each.amount for each in self.payments if self._is_for_good(each))
        return self.held + sum(given_back, _NOTHING)

    def _is_for_good(self, payment: PremiumPayment) -> bool:
        return self.is_accepted and payment.is_back and payment.is_for_good

    @property
    def complete_on(self) -> date | None:
        """The day since which nothing of the premium was missing any more."""
        held, complete_on = _NOTHING, None
        for each in sorted(self.payments, key=lambda payment: payment.day):
            if self._is_for_good(each):
                continue
            held += -each.amount if each.is_back else each.amount
            if held < self.expected:
                complete_on = None
            elif complete_on is None:
                complete_on = each.day
        return complete_on

    def _sum(self, *, is_back: bool) -> Decimal:
        return sum((each.amount for each in self.payments if each.is_back is is_back), _NOTHING)


def kept(events: Iterable[Event]) -> list[PaymentKept]:
    """All payments that were recorded, the first first."""
    events = list(events)
    struck = {event.strikes for event in events}
    return [
        PaymentKept(
            number=event.revision,
            at=event.at,
            by=event.by,
            payment=event.payment,
            is_struck=event.revision in struck,
        )
        for event in events
        if event.payment and event.by
    ]


def account(roster: Roster, events: Iterable[Event]) -> Account:
    """What has come of the premium of a list."""
    counting = [each.payment for each in kept(events) if not each.is_struck]
    return Account(Decimal(_expected(roster)), counting, roster.acceptance is not None)


def judge(roster: Roster, counting: Iterable[PremiumPayment]) -> Iterator[Finding]:
    """通知 二.4: what there is to ask about whose money came, at the account that it came from."""
    for payment in counting:
        if payment.is_back or payment.account == "person":
            continue
        for found in funding.judge(roster.unit.kind, payment.account):
            if code := _WHOSE_MONEY.get(found.code):
                yield Finding.of(code, day=payment.day.isoformat())


def _expected(roster: Roster) -> int:
    if roster.is_ended:
        return 0
    return (roster.acceptance or roster).premium.amount
