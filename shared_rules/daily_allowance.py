"""Daily allowances (住院津贴) for days in hospital: 第六, 第七 and 第八条, with 第五条 on waiting.

A stay's days run from admission (counted) to discharge (not counted). Each day is looked at once:
it is outside cover, among the first days of its stay, which are never paid, in the waiting
period, beyond the most that a policy year pays for the item, or paid.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Final, Literal, get_args

from shared_rules import days, facts
from shared_rules.cover import Period, Timeline
from shared_rules.findings import Finding, RuleError
from shared_rules.messages import catalogue
from shared_rules.plans import Allowance as AllowanceTerms
from shared_rules.plans import ItemName, Quantity

Reason = Literal[
    "outside_cover",
    "not_in_plan",
    "illness_unpaid",
    "paid_before",
    "unpaid",
    "waiting",
    "over_cap",
]
DayOutcome = Reason | Literal["paid"]
_MESSAGES: Final[Mapping[Reason, str]] = {
    "outside_cover": "allowance.outside_cover",
    "not_in_plan": "allowance.not_in_plan",
    "illness_unpaid": "allowance.illness_unpaid",
    "paid_before": "allowance.paid_before",
    "unpaid": "allowance.unpaid",
    "waiting": "allowance.waiting",
    "over_cap": "allowance.over_cap",
}

_REASONS: Final[tuple[Reason, ...]] = get_args(Reason)


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay in hospital (住院) for one item, from admission to discharge.

    Raises:
        RuleError: `plan.item`; `date.out_of_range`; `stay.discharge_before_admission`.
    """

    item: ItemName
    admission: date
    discharge: date

    def __post_init__(self) -> None:
        facts.item(self.item)
        if days.check(self.discharge) < days.check(self.admission):
            raise RuleError("stay.discharge_before_admission")

    @property
    def length(self) -> int:
        """Days that count: the day of discharge does not."""
        return (self.discharge - self.admission).days


@dataclass(frozen=True, slots=True)
class Line:
    """The arithmetic of the part of a stay that one policy covers, or none (`period` None).

    `outcomes` counts the part's days by what becomes of them.
    """

    stay: Stay
    period: Period | None
    first_day: date
    outcomes: Mapping[DayOutcome, int]

    @property
    def days(self) -> int:
        """Days of the part."""
        return sum(self.outcomes.values())

    @property
    def paid_days(self) -> int:
        """Days of the part that are paid."""
        return self.outcomes.get("paid", 0)

    @property
    def deducted(self) -> dict[Reason, int]:
        """Days of the part that are not paid, by reason."""
        return {reason: self.outcomes[reason] for reason in _REASONS if reason in self.outcomes}

    @property
    def rate(self) -> int:
        """Yuan a day."""
        terms = _terms(self.stay.item, self.period)
        return terms.rate.value if terms else 0

    @property
    def amount(self) -> int:
        """Yuan to pay for the part."""
        return self.paid_days * self.rate

    @property
    def text(self) -> str:
        """The arithmetic as people write it: 7 天 − 3 天免赔 = 4 天 × 100 元 = 400 元."""
        words = catalogue()
        steps = [f"{n} 天{words[_MESSAGES[why]].title}" for why, n in self.deducted.items()]
        result = f" = {self.paid_days} 天" if steps else ""
        price = f" × {self.rate:,} 元 = {self.amount:,} 元" if self.paid_days else ""
        return " − ".join([f"{self.days} 天", *steps]) + result + price


@dataclass(frozen=True, slots=True)
class Allowance:
    """The days and yuan of several stays, line by line, and why days are not paid."""

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]

    @property
    def paid_days(self) -> int:
        """Days paid."""
        return sum(line.paid_days for line in self.lines)

    @property
    def amount(self) -> int:
        """Yuan to pay."""
        return sum(line.amount for line in self.lines)


def calculate(
    stays: Iterable[Stay],
    timeline: Timeline,
    occurred: Mapping[ItemName, date] | None = None,
    before: Iterable[Stay] = (),
) -> Allowance:
    """The allowances of one person's stays under all her policies.

    `occurred` holds the specimen date (第九条) of the illnesses where it is known: one that
    occurred in a waiting period or outside cover is never paid for (第五条). `before` are the stays
    that earlier claims were paid for: no day of them is paid again, whichever item it was for, and
    those paid count for the most that a policy year pays.

    Raises:
        RuleError: `stay.overlapping`, two stays share a day; `plan.item`; `date.out_of_range`.
    """
    ordered = sorted(stays, key=lambda stay: (stay.admission, stay.discharge))
    if any(later.admission < earlier.discharge for earlier, later in pairwise(ordered)):
        raise RuleError("stay.overlapping")
    ledger, settled = _Ledger(timeline, _unpaid_items(timeline, occurred or {})), list(before)
    ledger.settle(settled)
    lines = tuple(line for stay in ordered for line in ledger.lines(stay))
    transfers = _transfers(lines, [*ordered, *settled])
    return Allowance(lines, (*_findings(lines, timeline), *transfers))


def _unpaid_items(timeline: Timeline, occurred: Mapping[ItemName, date]) -> frozenset[ItemName]:
    """Items whose illness occurred where nothing is paid for it."""
    periods = {facts.item(item): timeline.on(days.check(day)) for item, day in occurred.items()}
    return frozenset(
        item for item, period in periods.items() if not period or period.is_waiting(occurred[item])
    )


@dataclass(slots=True)
class _Ledger:
    """The days paid so far, by policy and item, while stays are taken in their order."""

    timeline: Timeline
    unpaid_items: frozenset[ItemName]
    paid: Counter[tuple[date, ItemName]] = field(default_factory=Counter)
    settled: set[date] = field(default_factory=set)

    def settle(self, before: Iterable[Stay]) -> None:
        """Take over what was paid before, in whatever order and however its stays overlap.

        For which of several stays a day was paid is not known any more: it counts for the most of
        every item that it can have been paid for, so that no item is ever paid too much.
        """
        counted: set[tuple[date, ItemName]] = set()
        for stay in before:
            for day in (stay.admission + timedelta(days=n) for n in range(stay.length)):
                self.settled.add(day)
                period = self.timeline.on(day)
                if not period or (day, stay.item) in counted:
                    continue
                if self._take(stay, day, period) == "paid":
                    counted.add((day, stay.item))

    def lines(self, stay: Stay) -> Iterator[Line]:
        """A line for each stretch of the stay under one policy, or under none."""
        calendar = [stay.admission + timedelta(days=n) for n in range(stay.length)]
        for period, stretch in groupby(calendar, key=self.timeline.on):
            covered = list(stretch)
            outcomes = Counter(self.outcome(stay, day, period) for day in covered)
            yield Line(stay, period, covered[0], outcomes)

    def outcome(self, stay: Stay, day: date, period: Period | None) -> DayOutcome:
        """What becomes of one day."""
        if period is None:
            return "outside_cover"
        if stay.item in self.unpaid_items:
            return "illness_unpaid"
        if day in self.settled:
            return "paid_before"
        return self._take(stay, day, period)

    def _take(self, stay: Stay, day: date, period: Period) -> DayOutcome:
        terms = _terms(stay.item, period)
        if terms is None:
            return "not_in_plan"
        if (day - stay.admission).days < terms.unpaid_days_per_stay.value:
            return "unpaid"
        if period.is_waiting(day):
            return "waiting"
        year = (period.first_day, stay.item)
        if self.paid[year] == terms.paid_days_per_year.value:
            return "over_cap"
        self.paid[year] += 1
        return "paid"


def _findings(lines: tuple[Line, ...], timeline: Timeline) -> Iterator[Finding]:
    """One record for each reason why days of an item are not paid, over all its stays."""
    not_paid = Counter[tuple[ItemName, Reason]]()
    seen: dict[tuple[ItemName, Reason], Line] = {}
    for line in lines:
        for reason, count in line.deducted.items():
            not_paid[line.stay.item, reason] += count
            seen.setdefault((line.stay.item, reason), line)
    for (item, reason), count in not_paid.items():
        found = _finding(reason, count, _limit(reason, seen[item, reason]))
        terms = _terms(item, next(iter(timeline.periods), None))
        if reason == "outside_cover" and terms:
            # 第六条 or 第七条: whichever gives the item its allowance.
            found = found.model_copy(update={"article": terms.paid_days_per_year.article})
        yield found


def _transfers(lines: Iterable[Line], stays: Iterable[Stay]) -> Iterator[Finding]:
    """Whether she was admitted on the day on which she left another hospital (转院): 第六、七条.

    Whether that is one stay the text does not say: reckoned are two, which is the lower sum.
    """
    discharged = {stay.discharge for stay in stays if stay.length}
    begun = (line for line in lines if line.first_day == line.stay.admission)
    days = sum(line.deducted.get("unpaid", 0) for line in begun if line.first_day in discharged)
    if days:
        yield Finding.of("allowance.transfer", days=days)


def _terms(item: ItemName, period: Period | None) -> AllowanceTerms | None:
    """The terms of an item's allowance under a policy, whose plan may have none."""
    insured = period.plan.items.get(item) if period else None
    return insured.allowance if insured else None


def _finding(reason: Reason, count: int, limit: Quantity | None) -> Finding:
    if limit is None:
        return Finding.of(_MESSAGES[reason], days=count)
    finding = Finding.of(_MESSAGES[reason], days=count, limit=limit.value)
    return finding.model_copy(update={"article": limit.article})


def _limit(reason: Reason, line: Line) -> Quantity | None:
    """The plan's value behind a reason, whose article differs between the items."""
    terms = _terms(line.stay.item, line.period)
    if line.period is None or terms is None:
        return None
    limits: dict[Reason, Quantity] = {
        "unpaid": terms.unpaid_days_per_stay,
        "waiting": line.period.plan.waiting_period,
        "over_cap": terms.paid_days_per_year,
    }
    return limits.get(reason)
