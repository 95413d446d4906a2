"""Over any history of claims, made up by a machine, nothing is paid or given back twice."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from shared_rules import cover, daily_allowance, lump_sum, plans
from shared_rules.cover import Policy
from shared_rules.daily_allowance import Stay
from shared_rules.lump_sum import History, Illness
from shared_rules.plans import ItemName
from tests.benefits import terms_of

BEGIN = date(2026, 1, 1)
PLAN = plans.in_force(BEGIN)
ITEMS: list[ItemName] = ["breast_cancer", "gynaecological_cancer"]
# Renewed once without a gap, and again after one.
TIMELINE = cover.timeline(
    Policy(first - timedelta(days=1), first)
    for first in (BEGIN, date(2027, 1, 1), date(2028, 3, 1))
)
offsets = st.integers(-30, 1200)


@dataclass(frozen=True)
class Case:
    """A claim as it is reported, whatever was reported before."""

    illness: Illness
    stays: tuple[Stay, ...]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A claim for either item, with up to three stays that do not overlap."""
    item = draw(st.sampled_from(ITEMS))
    day = BEGIN + timedelta(days=draw(offsets))
    stays, start = [], BEGIN + timedelta(days=draw(offsets))
    for length, pause in draw(
        st.lists(st.tuples(st.integers(0, 250), st.integers(0, 40)), max_size=3)
    ):
        stays.append(Stay(item, start, start + timedelta(days=length)))
        start += timedelta(days=length + pause)
    return Case(Illness(item, day, day), tuple(stays))


@dataclass
class Life:
    """What claims have brought a person, each after those before it."""

    history: History = field(default_factory=History)
    before: list[Stay] = field(default_factory=list)
    sums: Counter[ItemName] = field(default_factory=Counter)
    refunds: Counter[date] = field(default_factory=Counter)
    days: Counter[tuple[date, ItemName]] = field(default_factory=Counter)

    def settle(self, case: Case) -> None:
        """Settle a claim as the rules give it."""
        item = case.illness.item
        lump = lump_sum.judge(case.illness, TIMELINE, history=self.history)
        made = daily_allowance.calculate(
            case.stays, TIMELINE, {item: case.illness.specimen_date}, self.before
        )
        new = _days(case.stays) - _days(self.before)
        assert made.paid_days <= len(new), "no day is paid twice"
        for line in made.lines:
            if line.period:
                self.days[line.period.first_day, item] += line.paid_days
        if made.paid_days:
            self.before += case.stays
        if lump.amount:
            self.sums[item] += 1
            self.history = replace(self.history, paid=self.history.paid | {item})
        period = TIMELINE.on(case.illness.specimen_date)
        if lump.refund and period:
            first = period.policy.first_day
            self.refunds[first] += 1
            self.history = replace(
                self.history,
                refunded=self.history.refunded | {item},
                given_back=self.history.given_back | {first},
            )


def _days(stays: tuple[Stay, ...] | list[Stay]) -> set[date]:
    return {stay.admission + timedelta(days=n) for stay in stays for n in range(stay.length)}


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.lists(cases(), max_size=6))
def test_no_history_pays_an_item_or_a_day_twice_or_gives_a_premium_back_twice(
    told: list[Case],
) -> None:
    life = Life()
    for case in told:
        refunded = case.illness.item in life.history.refunded
        before = life.sums[case.illness.item]
        life.settle(case)
        assert not refunded or life.sums[case.illness.item] == before
    assert all(count == 1 for count in (life.sums | life.refunds).values())
    for (_, item), count in life.days.items():
        assert count <= terms_of(PLAN.items[item]).paid_days_per_year.value


def test_a_day_in_two_earlier_stays_counts_for_the_most_of_both_items() -> None:
    """Of two claims that shared days nobody knows any more which was paid: neither is paid anew."""
    begin = date(2026, 2, 1)
    before = [Stay(item, begin, begin + timedelta(days=200)) for item in ITEMS]
    for item in ITEMS:
        later = Stay(item, begin + timedelta(days=200), begin + timedelta(days=210))
        assert daily_allowance.calculate([later], TIMELINE, {}, before).paid_days == 0


def test_a_stay_that_went_on_is_paid_for_its_new_days_only() -> None:
    """Paid for 10 days until somebody knew; she left after 15, which makes 5 days more."""
    admission = date(2026, 6, 1)
    stay = Stay("breast_cancer", admission, admission + timedelta(days=10))
    longer = replace(stay, discharge=admission + timedelta(days=15))
    occurred: dict[ItemName, date] = {"breast_cancer": admission}
    first = daily_allowance.calculate([stay], TIMELINE, occurred)
    rest = daily_allowance.calculate([longer], TIMELINE, occurred, [stay])
    whole = daily_allowance.calculate([longer], TIMELINE, occurred)
    assert (first.paid_days, rest.paid_days) == (7, 5)
    assert first.amount + rest.amount == whole.amount
