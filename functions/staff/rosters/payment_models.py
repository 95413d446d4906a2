"""What is asked for of the premium of a list: a payment is recorded, or struck again."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from functions.platform.request_values import Day, Request, Words
from functions.records.rosters.payments import PaymentKept
from shared_rules.findings import Finding
from shared_rules.funding import PayingAccount
from shared_rules.records import Model

_MOST: Final = 100_000_000
Amount = Annotated[Decimal, Field(gt=0, le=_MOST, decimal_places=2, allow_inf_nan=False)]
"""Yuan, to the fen, written 3600 or 3600.50."""


class PaymentRequest(Request):
    """Premium that arrived with the insurer, or went back, as the bank says it.

    `account` says whose account it came from, or went back to; `payer` is that account's name, and
    `bank_reference` the number of the line in the bank's statement, where there is one. What went
    back `is_for_good` after acceptance (退还、退保) is not owed again.
    """

    amount: Amount
    day: Day
    account: PayingAccount
    payer: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] = ""
    bank_reference: Annotated[str, StringConstraints(strip_whitespace=True, max_length=64)] = ""
    is_back: Annotated[bool, Field(strict=True)] = False
    is_for_good: Annotated[bool, Field(strict=True)] = False


class StrikePaymentRequest(Request):
    """A payment was recorded in error; `number` is the one that the case gives it."""

    number: Annotated[int, Field(ge=1, strict=True)]
    reason: Words


class CaseAccount(Model):
    """What has come of a list's premium, in yuan, and every payment of it.

    `complete_on` is the day on which all of it had arrived; `findings` are what there is to ask
    about whose money it was.
    """

    expected: Decimal
    received: Decimal
    paid_back: Decimal
    due: Decimal
    surplus: Decimal
    complete_on: date | None
    payments: list[PaymentKept]
    findings: list[Finding]
