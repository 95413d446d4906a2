"""A claim after a change of plan: diseases, amounts and caps are those of her policy (第二十条)."""

from typing import Any

import pytest

from shared_rules import plans
from shared_rules.plans import Plan
from tests.benefits import sum_of
from tests.functional.claims_requests import check, day
from tests.functional.rosters_requests import DAY, PLAN, TODAY
from tests.functional.staff_claim_requests import SUM, assessment, insured, reported

pytestmark = pytest.mark.usefixtures("aws")

# A third item, which pays a sum and nothing for days in hospital; it is data of the plan only.
THIRD, THIRD_SUM = "甲状腺癌", 20_000
ADDED, DROPPED = "外阴癌", PLAN.items["gynaecological_cancer"].diseases[-1]
GYNAECOLOGICAL_SUM = sum_of(PLAN.items["gynaecological_cancer"])


def two_plans(days_ago: int) -> tuple[Plan, ...]:
    """Today's plan, and one with other amounts and diseases since so many days."""
    values = PLAN.model_dump(mode="json")
    values["valid_from"] = (TODAY - days_ago * DAY).isoformat()
    values["premium"]["value"] += 20
    values["items"]["breast_cancer"]["lump_sum"]["value"] *= 2
    its = values["items"]["gynaecological_cancer"]
    its["diseases"] = [*its["diseases"][:-1], ADDED]
    paid = {"value": THIRD_SUM, "unit": "cny", "article": "article-8"}
    values["items"]["thyroid_cancer"] = {"name": THIRD, "diseases": [THIRD], "lump_sum": paid}
    return (PLAN, Plan.model_validate(values))


@pytest.mark.parametrize(
    ("began", "disease", "lump_sum", "code"),
    [
        (99, "乳腺癌", SUM, "lump_sum.due"),
        (100, "乳腺癌", 2 * SUM, "lump_sum.due"),
        (99, DROPPED, GYNAECOLOGICAL_SUM, "lump_sum.due"),
        (100, DROPPED, 0, "lump_sum.not_in_plan"),
        (99, ADDED, 0, "lump_sum.not_in_plan"),
        (100, ADDED, GYNAECOLOGICAL_SUM, "lump_sum.due"),
        (99, THIRD, 0, "lump_sum.not_in_plan"),
        (100, THIRD, THIRD_SUM, "lump_sum.due"),
    ],
)
def test_a_policy_of_a_hundred_days_ago_pays_by_the_plan_of_its_day(
    monkeypatch: pytest.MonkeyPatch,
    began: int,
    disease: str,
    lump_sum: int,
    code: str,
) -> None:
    suggested = "pay" if lump_sum else "refuse"
    both = two_plans(began)
    monkeypatch.setattr(plans, "load", lambda: both)
    insured(monkeypatch, 100)
    stays = [{"admission": day(20), "discharge": day(5)}]
    asked: dict[str, Any] = {"diagnosis": {"disease": disease}, "stays": stays}
    found = assessment(reported(**asked)["receipt"])
    assert (found["suggested"], found["prefilled"]["lump_sum"]) == (suggested, lump_sum)
    has_allowance = suggested == "pay" and disease != THIRD
    assert bool(found["prefilled"]["allowance"]) == has_allowance
    assert found["caps"]["lump_sum"] >= lump_sum
    assert code in [each["code"] for each in found["verdict"]["findings"]]
    its = both[began == 100]
    assert found["caps"]["refund"] == its.premium.value
    first_day = (TODAY - 99 * DAY).isoformat()
    told = check(
        **asked, cover={"first_day": first_day, "renewal": False, "paid_before": False}
    ).body["estimate"]
    assert (told["lump_sum"], bool(told["allowance"])) == (lump_sum, has_allowance)
