"""The days of an acceptance (第四条): which cannot be right, and which must be confirmed.

Whoever confirms has the days before her eyes: each finding says what it is measured by.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from functions.records.rosters.payments import Account
from functions.records.rosters.roster_events import Acceptance
from functions.staff.rosters.models import PolicyDays
from shared_rules import days
from shared_rules.findings import Finding
from shared_rules.premium import in_yuan

# The product's own: a list takes about a month from its premium to its policy, and somebody writes
# down what was done in the same weeks.
UNUSUAL_AFTER: Final = timedelta(days=60)


def judge(request: PolicyDays, submitted: date, today: date) -> Iterator[Finding]:
    """All three acts have happened; consent and policy not before there was a list.

    A premium may come before its list, but not so early that it was that of another year.
    """
    year_before = days.anniversary(submitted, -1)
    for field in ("consent_date", "premium_received_date", "policy_issued_date"):
        day = days.check(getattr(request, field))
        if day > today:
            yield Finding.of("acceptance.in_future", field=field)
        elif day < submitted and field != "premium_received_date":
            yield Finding.of(
                "acceptance.before_submission", field=field, submitted=submitted.isoformat()
            )
        elif day < year_before:
            yield Finding.of(
                "acceptance.premium_too_early", field=field, submitted=submitted.isoformat()
            )


def unconfirmed(
    accepted: Acceptance, account: Account, submitted: date, today: date
) -> list[Finding]:
    """What is unusual about the days or the premium, and was not confirmed.

    `account` is that of the list as it will be accepted.
    """
    found = [*_unusual(accepted, submitted, today), *_premium(accepted, account)]
    return [each for each in found if each.code not in accepted.confirmations]


def _premium(accepted: Acceptance, account: Account) -> Iterator[Finding]:
    """What does not go with the payments that were recorded; nothing where none was."""
    field = "premium_received_date"
    if account.due:
        yield Finding.of("acceptance.premium_short", field=field, due=in_yuan(account.due))
    elif account.complete_on not in (None, accepted.premium_received_date):
        yield Finding.of(
            "acceptance.premium_day",
            field=field,
            complete_on=str(account.complete_on),
            received=accepted.premium_received_date.isoformat(),
        )


def _unusual(accepted: Acceptance, submitted: date, today: date) -> Iterator[Finding]:
    received, begins = accepted.premium_received_date, accepted.first_day
    if submitted - received > UNUSUAL_AFTER:
        yield Finding.of(
            "acceptance.premium_early",
            field="premium_received_date",
            received=received.isoformat(),
            submitted=submitted.isoformat(),
            days=(submitted - received).days,
        )
    if today - begins > UNUSUAL_AFTER:
        yield Finding.of(
            "acceptance.begun_long_ago",
            field="agreed_first_day",
            first_day=begins.isoformat(),
            days=(today - begins).days,
        )
