"""What is paid for an item of which a plan pays one benefit only, or which it has not: 第二十条."""

from datetime import date, timedelta

import pytest

from shared_rules import cover, daily_allowance, lump_sum, plans
from shared_rules.daily_allowance import Stay
from shared_rules.findings import Finding
from shared_rules.lump_sum import Illness
from shared_rules.plans import ItemName, Plan
from tests.benefits import sum_of, terms_of

FIRST_DAY = date(2026, 3, 10)
AFTER_WAITING = date(2026, 6, 1)
PLAN = plans.in_force(FIRST_DAY)
ITEM: ItemName = "breast_cancer"
NAME = PLAN.items[ITEM].name
(DISEASE,) = PLAN.items[ITEM].diseases
SUM = sum_of(PLAN.items[ITEM])

BOTH: tuple[str, ...] = (
    "lump_sum",
    "daily_allowance",
    "unpaid_days_per_stay",
    "paid_days_per_year",
)
ALLOWANCE_ONLY, SUM_ONLY, NEITHER = BOTH[1:], BOTH[:1], ()


def plan_that_pays(parts: tuple[str, ...]) -> Plan:
    """The plan in force, which pays these parts of the item; where there are none, it has none."""
    values = PLAN.model_dump(mode="json")
    for part in set(BOTH) - set(parts):
        values["items"][ITEM][part] = None
    if not parts:
        del values["items"][ITEM]
    return Plan.model_validate(values)


def covered_by(plan: Plan) -> cover.Timeline:
    """A year under this plan."""
    return cover.timeline([cover.Policy(FIRST_DAY - timedelta(days=1), FIRST_DAY)], (plan,))


@pytest.mark.parametrize(
    ("parts", "disease", "amount", "about"),
    [
        (BOTH, None, SUM, None),
        (BOTH, DISEASE, SUM, None),
        (SUM_ONLY, None, SUM, None),
        (ALLOWANCE_ONLY, None, 0, f"{NAME}保险金"),
        (ALLOWANCE_ONLY, DISEASE, 0, f"{NAME}保险金"),
        (NEITHER, None, 0, NAME),
        (NEITHER, DISEASE, 0, DISEASE),
    ],
)
def test_a_sum_is_due_where_the_plan_of_the_policy_has_one(
    parts: tuple[str, ...], disease: str | None, amount: int, about: str | None
) -> None:
    plan = plan_that_pays(parts)
    illness = Illness(ITEM, AFTER_WAITING, AFTER_WAITING, disease=disease)
    judged = lump_sum.judge(illness, covered_by(plan))
    assert (judged.amount, judged.refund) == (amount, 0)
    assert lump_sum.sum_insured(plan, ITEM) == amount
    [found] = judged.findings
    not_in_plan = {"valid_from": PLAN.valid_from.isoformat(), "disease": about}
    due = {"occurred": AFTER_WAITING.isoformat(), "item": NAME, "amount": SUM}
    expected = ("lump_sum.not_in_plan", not_in_plan) if about else ("lump_sum.due", due)
    assert (found.code, found.params) == expected


TEN_DAYS = Stay(ITEM, AFTER_WAITING, AFTER_WAITING + timedelta(days=10))


@pytest.mark.parametrize(
    ("parts", "outcomes", "told"),
    [
        (BOTH, {"unpaid": 3, "paid": 7}, ("allowance.unpaid", {"days": 3, "limit": 3})),
        (ALLOWANCE_ONLY, {"unpaid": 3, "paid": 7}, ("allowance.unpaid", {"days": 3, "limit": 3})),
        (SUM_ONLY, {"not_in_plan": 10}, ("allowance.not_in_plan", {"days": 10})),
        (NEITHER, {"not_in_plan": 10}, ("allowance.not_in_plan", {"days": 10})),
    ],
)
def test_days_are_paid_where_the_plan_of_the_policy_pays_for_them(
    parts: tuple[str, ...], outcomes: dict[str, int], told: tuple[str, dict[str, int]]
) -> None:
    made = daily_allowance.calculate([TEN_DAYS], covered_by(plan_that_pays(parts)))
    [line], [found] = made.lines, made.findings
    assert line.outcomes == outcomes
    assert (found.code, found.params) == told
    assert line.rate == (terms_of(PLAN.items[ITEM]).rate.value if "paid" in outcomes else 0)


@pytest.mark.parametrize(
    ("timeline", "is_from_plan"),
    [
        (covered_by(PLAN), True),
        (covered_by(plan_that_pays(SUM_ONLY)), False),
        (cover.timeline([]), False),
    ],
    ids=["both", "sum only", "no policy"],
)
def test_a_day_outside_cover_is_told_with_the_article_that_gives_the_allowance(
    timeline: cover.Timeline, is_from_plan: bool
) -> None:
    before = Stay(ITEM, FIRST_DAY - timedelta(days=2), FIRST_DAY)
    [found] = daily_allowance.calculate([before], timeline).findings
    usual = Finding.of("allowance.outside_cover", days=2)
    article = terms_of(PLAN.items[ITEM]).paid_days_per_year.article
    assert found.params == usual.params
    assert found.article == (article if is_from_plan else usual.article)
    assert article != usual.article
