"""Lump sums (乳腺癌保险金, 其它妇科癌保险金): 第五, 第八 and 第九条.

An illness occurs on the day the specimen (病检标本) of the confirming pathology was taken. Paying
an item ends it for the person, under all her policies, and leaves the others.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from shared_rules import days, facts
from shared_rules.cover import Period, Timeline
from shared_rules.findings import Finding
from shared_rules.plans import ItemName, Plan, known_item

Outcome = Literal["paid", "refund", "not_paid", "ask"]

GOES_ON_OPEN: Final = "lump_sum.goes_on_open"
"""The premium of the policy was given back for another illness: is there cover at all any more?"""

_OUTCOMES: Final[dict[str, Outcome]] = {
    "lump_sum.due": "paid",
    "lump_sum.waiting": "refund",
    "lump_sum.unconfirmed": "ask",
    "lump_sum.refused_before": "ask",
    GOES_ON_OPEN: "ask",
}


@dataclass(frozen=True, slots=True)
class Illness:
    """A confirmed cancer; None for what the papers do not tell.

    `primary`: it arose there and did not spread from elsewhere (原发性). `first`: it never occurred
    before (初次发生). `disease` is what it is called, where known: not every plan insures it.

    Raises:
        RuleError: `plan.item`; `date.out_of_range`; `illness.primary` and `illness.first`, what
            is said of them is neither yes nor no.
    """

    item: ItemName
    specimen_date: date
    diagnosis_date: date
    primary: bool | None = True
    first: bool | None = True
    disease: str | None = None

    def __post_init__(self) -> None:
        facts.item(self.item)
        days.check(self.specimen_date)
        days.check(self.diagnosis_date)
        facts.yes_no(self.primary, "illness.primary")
        facts.yes_no(self.first, "illness.first")


@dataclass(frozen=True, slots=True)
class History:
    """What became of a person's earlier claims, under all her policies: items by their outcome.

    `given_back`: the first days of her policies of which the premium was given back (第五条).
    """

    paid: frozenset[ItemName] = frozenset()
    refunded: frozenset[ItemName] = frozenset()
    refused: frozenset[ItemName] = frozenset()
    given_back: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class LumpSum:
    """What one illness brings, in yuan, and why; `refund` is the premium given back."""

    illness: Illness
    outcome: Outcome
    findings: tuple[Finding, ...]
    amount: int = 0
    refund: int = 0


def judge(
    illness: Illness,
    timeline: Timeline,
    paid: AbstractSet[ItemName] = frozenset(),
    history: History = History(),
) -> LumpSum:
    """Whether a lump sum is due; `paid` are the items already paid to the person, ever.

    `history` says that and more, where it is known: an illness whose premium was given back never
    occurs for the first time later, one that was refused is for a person to look at, and a premium
    is given back once for each policy. Whether that policy goes on for its other items is for a
    person to say.

    Raises:
        RuleError: `plan.item`, one of `paid` is none.
    """
    ended = frozenset(map(facts.item, paid)) | history.paid
    period = timeline.on(illness.specimen_date)
    if period is None:
        reason = Finding.of("lump_sum.outside_cover", occurred=illness.specimen_date.isoformat())
    else:
        reason = (
            _outside_plan(illness, period)
            or _before(illness, period, ended, history)
            or _reason(illness, period)
        )
    findings = (reason, *judge_dates(illness.specimen_date, illness.diagnosis_date))
    outcome = _OUTCOMES.get(reason.code, "not_paid")
    if period and outcome == "paid":
        return LumpSum(illness, outcome, findings, amount=sum_insured(period.plan, illness.item))
    if period and outcome == "refund":
        return LumpSum(illness, outcome, findings, refund=period.premium)
    return LumpSum(illness, outcome, findings)


def insures(plan: Plan, illness: Illness) -> bool:
    """Whether a plan insures an illness: has its item, and what it is called (第二、二十条)."""
    item = plan.items.get(illness.item)
    return item is not None and (illness.disease is None or illness.disease in item.diseases)


def sum_insured(plan: Plan, item: ItemName) -> int:
    """Yuan that an item of a plan pays at once; none where it pays allowances only."""
    insured = plan.items[item].lump_sum if item in plan.items else None
    return insured.value if insured else 0


def _outside_plan(illness: Illness, period: Period) -> Finding | None:
    """第二十条: it occurred in the cover of a policy whose plan does not insure it."""
    if insures(period.plan, illness):
        return None
    return _not_in(period.plan, illness.disease or known_item(illness.item, period.plan).name)


def _not_in(plan: Plan, what: str) -> Finding:
    valid_from = plan.valid_from.isoformat()
    return Finding.of("lump_sum.not_in_plan", valid_from=valid_from, disease=what)


def _before(
    illness: Illness, period: Period, paid: AbstractSet[ItemName], history: History
) -> Finding | None:
    """What an earlier claim of hers says of this one."""
    item = period.plan.items[illness.item]
    if illness.item in paid:
        return Finding.of("lump_sum.already_paid", item=item.name)
    if illness.item in history.refunded:
        return Finding.of("lump_sum.refunded_before", item=item.name)
    is_waiting = period.is_waiting(illness.specimen_date)
    is_given_back = period.policy.first_day in history.given_back
    if is_given_back and is_waiting:
        return Finding.of("lump_sum.premium_given_back")
    if is_given_back:
        return Finding.of(GOES_ON_OPEN, item=item.name)
    if illness.item in history.refused and illness.first is not False:
        return Finding.of("lump_sum.refused_before", item=item.name)
    return None


def _reason(illness: Illness, period: Period) -> Finding:
    item = period.plan.items[illness.item]
    occurred = illness.specimen_date.isoformat()
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
            refund=period.premium,
        )
    if not item.lump_sum:
        return _not_in(period.plan, f"{item.name}保险金")
    return Finding.of("lump_sum.due", occurred=occurred, item=item.name, amount=item.lump_sum.value)


def judge_dates(specimen: date, diagnosis: date) -> tuple[Finding, ...]:
    """第九条: pathology that confirms a diagnosis is usually taken before it."""
    if specimen <= diagnosis:
        return ()
    return (
        Finding.of(
            "lump_sum.specimen_after_diagnosis",
            occurred=specimen.isoformat(),
            diagnosed=diagnosis.isoformat(),
        ),
    )
