"""A claim after a change of plan: diseases, amounts and caps are those of her policy (第二十条)."""

from typing import Any

import pytest

from shared_rules import plans
from shared_rules.plans import Plan
from tests.functional.claims_requests import check, day
from tests.functional.rosters_requests import DAY, PLAN, TODAY
from tests.functional.staff_claim_requests import SUM, assessment, insured, reported

pytestmark = pytest.mark.usefixtures("aws")

ADDED, DROPPED = "外阴癌", PLAN.items["gynaecological_cancer"].diseases[-1]
GYNAECOLOGICAL_SUM = PLAN.items["gynaecological_cancer"].lump_sum.value


def two_plans(days_ago: int) -> tuple[Plan, ...]:
    """Today's plan, and one with other amounts and diseases since so many days."""
    values = PLAN.model_dump(mode="json")
    values["valid_from"] = (TODAY - days_ago * DAY).isoformat()
    values["premium"]["value"] += 20
    values["items"]["breast_cancer"]["lump_sum"]["value"] *= 2
    its = values["items"]["gynaecological_cancer"]
    its["diseases"] = [*its["diseases"][:-1], ADDED]
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
    assert bool(found["prefilled"]["allowance"]) == (suggested == "pay")
    assert code in [each["code"] for each in found["verdict"]["findings"]]
    its = both[began == 100]
    assert found["caps"]["refund"] == its.premium.value
    first_day = (TODAY - 99 * DAY).isoformat()
    told = check(
        **asked, cover={"first_day": first_day, "renewal": False, "paid_before": False}
    ).body["estimate"]
    assert (told["lump_sum"], bool(told["allowance"])) == (lump_sum, suggested == "pay")
