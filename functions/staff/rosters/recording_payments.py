"""The desk records what came of a premium (第八、十二条): money in, money back, an error struck.

It says what the bank says, so that one person does it, in any state of the list.
"""

from collections.abc import Iterator
from datetime import date
from http import HTTPStatus
from typing import Final, get_args

from functions.platform.problems import Problem, refuse_if
from functions.records.rosters import payments
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.roster_events import (
    MESSAGES,
    Event,
    Happening,
    PremiumPayment,
    Reason,
    State,
)
from functions.records.submissions import fingerprint_of
from functions.staff.decision import Decision
from functions.staff.rosters.deciding import decided, event
from functions.staff.rosters.models import Case
from functions.staff.rosters.payment_models import PaymentRequest, StrikePaymentRequest
from shared_rules import days
from shared_rules.findings import Finding
from shared_rules.premium import in_yuan

_IN_ANY: Final[tuple[State, ...]] = get_args(State)


def record(decision: Decision, request: PaymentRequest) -> Case:
    """Record a payment of a list.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 422: it cannot be
            right, or was recorded already.
        RuleError: the day is out of range.
    """
    payment = PremiumPayment.model_validate(request.model_dump())

    def decide(kept: KeptCase) -> Event:
        refuse_if(judge(kept, payment, decision.today))
        return recorded(decision, kept, payment)

    return decided(decision, fingerprint_of(request, "payment"), _IN_ANY, decide)


def strike(decision: Decision, request: StrikePaymentRequest) -> Case:
    """Strike a payment that was recorded in error: it counts no more, and can still be read.

    Raises:
        Problem: 404, 412; 409: there is no such payment, or it is struck already.
    """

    def decide(kept: KeptCase) -> Event:
        counting = [each.number for each in payments.kept(kept.events) if not each.is_struck]
        if request.number not in counting:
            raise Problem(HTTPStatus.CONFLICT, "payment.not_there")
        reasons = [Reason(text=request.reason)]
        said = {"strikes": request.number, "reasons": reasons}
        return event(decision, kept, "payment_struck", kept.roster.state, **said)

    return decided(decision, fingerprint_of(request, "strike payment"), _IN_ANY, decide)


def recorded(decision: Decision, kept: KeptCase, payment: PremiumPayment) -> Event:
    """The event that records a payment of a list."""
    happening: Happening = "premium_paid_back" if payment.is_back else "premium_received"
    reasons = [Reason(text=_in_words(happening, payment))]
    said = {"payment": payment, "reasons": reasons}
    return event(decision, kept, happening, kept.roster.state, **said)


def judge(kept: KeptCase, payment: PremiumPayment, today: date) -> Iterator[Finding]:
    """What cannot be right about a payment."""
    submitted = kept.events[0].at.date()
    day = days.check(payment.day)
    if day > today:
        yield Finding.of("payment.in_future", field="day")
    elif day < days.anniversary(submitted, -1):
        yield Finding.of("payment.too_early", field="day", submitted=submitted.isoformat())
    account = payments.account(kept.roster, kept.events)
    if payment.bank_reference and any(_is_same(payment, each) for each in account.payments):
        yield Finding.of("payment.recorded_already", field="bank_reference")
    if payment.is_back and payment.amount > account.held:
        yield Finding.of("payment.too_much_back", field="amount", left=in_yuan(account.held))
    if payment.is_for_good and not (payment.is_back and account.is_accepted):
        yield Finding.of("payment.for_good_too_early", field="is_back")


def _is_same(one: PremiumPayment, other: PremiumPayment) -> bool:
    """Whether both are one line of the bank, whoever has written it down."""
    told = [(each.bank_reference, each.amount, each.day, each.is_back) for each in (one, other)]
    return told[0] == told[1]


def _in_words(happening: Happening, payment: PremiumPayment) -> str:
    said = {"amount": in_yuan(payment.amount), "day": payment.day.isoformat()}
    return Finding.of(MESSAGES[happening], **said).message
