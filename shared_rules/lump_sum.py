"""Lump sums (乳腺癌保险金, 其它妇科癌保险金): 第五, 第八 and 第九条.

An illness occurs on the day the specimen (病检标本) of the confirming pathology was taken. Paying
an item ends it for the person, under all her policies, and leaves the other.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from shared_rules import days, facts
from shared_rules.cover import Period, Timeline
from shared_rules.findings import Finding
from shared_rules.plans import ItemName

Outcome = Literal["paid", "refund", "not_paid", "ask"]

_OUTCOMES: Final[dict[str, Outcome]] = {
    "lump_sum.due": "paid",
    "lump_sum.waiting": "refund",
    "lump_sum.unconfirmed": "ask",
}


@dataclass(frozen=True, slots=True)
class Illness:
    """A confirmed cancer; None for what the papers do not tell.

    `primary`: it arose there and did not spread from elsewhere (原发性). `first`: it never occurred
    before (初次发生).

    Raises:
        RuleError: `plan.item`; `date.out_of_range`; `illness.primary` and `illness.first`, what
            is said of them is neither yes nor no.
    """

    item: ItemName
    specimen_date: date
    diagnosis_date: date
    primary: bool | None = True
    first: bool | None = True

    def __post_init__(self) -> None:
        facts.item(self.item)
        days.check(self.specimen_date)
        days.check(self.diagnosis_date)
        facts.yes_no(self.primary, "illness.primary")
        facts.yes_no(self.first, "illness.first")


@dataclass(frozen=True, slots=True)
class LumpSum:
    """What one illness brings, in yuan, and why; `refund` is the premium given back."""

    illness: Illness
    outcome: Outcome
    findings: tuple[Finding, ...]
    amount: int = 0
    refund: int = 0


def judge(
    illness: Illness, timeline: Timeline, paid: AbstractSet[ItemName] = frozenset()
) -> LumpSum:
    """Whether a lump sum is due; `paid` are the items already paid to the person, ever.

    Raises:
        RuleError: `plan.item`, one of `paid` is none.
    """
    ended = frozenset(map(facts.item, paid))
    period = timeline.on(illness.specimen_date)
    if period is None:
        reason = Finding.of("lump_sum.outside_cover", occurred=illness.specimen_date.isoformat())
    else:
        reason = _reason(illness, period, ended)
    findings = (reason, *judge_dates(illness))
    outcome = _OUTCOMES.get(reason.code, "not_paid")
    if period and outcome == "paid":
        amount = period.plan.items[illness.item].lump_sum.value
        return LumpSum(illness, outcome, findings, amount=amount)
    if period and outcome == "refund":
        return LumpSum(illness, outcome, findings, refund=period.plan.premium.value)
    return LumpSum(illness, outcome, findings)


def _reason(illness: Illness, period: Period, paid: AbstractSet[ItemName]) -> Finding:
    item = period.plan.items[illness.item]
    occurred = illness.specimen_date.isoformat()
    if illness.item in paid:
        return Finding.of("lump_sum.already_paid", item=item.name)
    if illness.primary is False or illness.first is False:
        return Finding.of("lump_sum.not_first_primary", item=item.name)
    if illness.primary is None or illness.first is None:
        return Finding.of("lump_sum.unconfirmed", item=item.name)
    if period.is_waiting(illness.specimen_date):
        return Finding.of(
            "lump_sum.waiting",
            occurred=occurred,
            day=(illness.specimen_date - period.first_day).days + 1,
            length=period.plan.waiting_period.value,
            refund=period.plan.premium.value,
        )
    return Finding.of("lump_sum.due", occurred=occurred, item=item.name, amount=item.lump_sum.value)


def judge_dates(illness: Illness) -> tuple[Finding, ...]:
    """第九条: pathology that confirms a diagnosis is usually taken before it."""
    if illness.specimen_date <= illness.diagnosis_date:
        return ()
    return (
        Finding.of(
            "lump_sum.specimen_after_diagnosis",
            occurred=illness.specimen_date.isoformat(),
            diagnosed=illness.diagnosis_date.isoformat(),
        ),
    )
