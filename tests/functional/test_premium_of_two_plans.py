"""A list quoted under one plan and issued under another: both sums, and which holds."""

from datetime import date, timedelta
from typing import Any

import pytest

from shared_rules import plans
from shared_rules.plans import Plan
from tests.functional.endorsement_requests import confirm, propose
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import DAY, PEOPLE, form, status
from tests.functional.staff_claim_requests import assessment, reported
from tests.functional.staff_requests import accept, acts_on, at, case, desk
from tests.functional.staff_roster_requests import followed_up, kept, refusal
from tests.vectors.generate import plans_with_next

pytestmark = pytest.mark.usefixtures("aws")

BOTH = plans_with_next()
EARLIER, NEXT = BOTH[-2:]
EVE, FIRST = NEXT.valid_from - DAY, NEXT.valid_from
FEW = PEOPLE[:3]
QUOTED, ISSUED = (3 * plan.premium.value for plan in (EARLIER, NEXT))


@pytest.fixture(autouse=True)
def next_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another plan from a day to come."""
    monkeypatch.setattr(plans, "load", lambda: BOTH)


def quoted(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    at(monkeypatch, EVE)
    return kept(FEW)


def decided(receipt: str, issued: date, **changes: Any) -> Answer:
    return accept(receipt, 1, **acts_on(issued), **changes)


def test_unit_sees_both_sums_from_the_day_of_change_until_it_is_decided(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    list_ = quoted(monkeypatch)
    assert status(list_)["two_sums"] is None
    at(monkeypatch, FIRST)
    told = status(list_)["two_sums"]
    assert (told["code"], told["article"]) == ("premium.two_sums", "reading-article-20-plan")
    assert f"{QUOTED} 元" in told["message"]
    assert f"{ISSUED} 元" in told["message"]
    assert decided(list_["receipt"], FIRST, premium_holds="quoted").status == 200
    assert status(list_)["two_sums"] is None


def test_a_policy_of_the_eve_has_one_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    list_ = quoted(monkeypatch)
    at(monkeypatch, FIRST)
    assert decided(list_["receipt"], EVE).status == 200
    policy = status(list_)["policy"]
    assert (policy["premium"]["amount"], policy["premium_why"]) == (QUOTED, None)


def test_nobody_accepts_before_the_desk_said_which_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    list_ = quoted(monkeypatch)
    at(monkeypatch, FIRST)
    refused = decided(list_["receipt"], FIRST)
    [finding] = refused.body["findings"]
    assert (refused.status, finding["code"], finding["field"], finding["article"]) == (
        422,
        "acceptance.premium_undecided",
        "premium_holds",
        "reading-article-20-plan",
    )
    assert case("contact", list_["receipt"])["state"] == "submitted"
    assert decided(list_["receipt"], FIRST, premium_holds="lower").status == 422


@pytest.mark.parametrize(("holds", "amount"), [("quoted", QUOTED), ("issued", ISSUED)])
def test_what_the_desk_says_holds_and_is_told(
    monkeypatch: pytest.MonkeyPatch, holds: str, amount: int
) -> None:
    list_ = quoted(monkeypatch)
    at(monkeypatch, FIRST)
    assert decided(list_["receipt"], FIRST, premium_holds=holds).status == 200
    followed_up()
    kept_so = case("contact", list_["receipt"])["acceptance"]
    assert (kept_so["plan"], kept_so["premium"]["amount"]) == (FIRST.isoformat(), amount)
    assert kept_so["two_sums"]["holds"] == holds
    for policy in (status(list_)["policy"], form(list_)["policy"]):
        assert policy["premium"]["amount"] == amount
        assert policy["premium_why"]["code"] == f"premium.{holds}_holds"
        assert policy["premium_why"]["article"] == "reading-article-20-plan"
    period = {"from": FIRST.isoformat(), "until": FIRST.isoformat()}
    summary = desk("federation", "GET", "/summary", query=period).body
    assert summary["two_sums"]["params"] == {"lists": 1, "quoted": 0, "issued": 0, holds: 1}
    assert summary["total"]["premium"] == amount


@pytest.mark.parametrize(("holds", "plan"), [("quoted", EARLIER), ("issued", NEXT)])
def test_what_was_paid_is_given_back(
    monkeypatch: pytest.MonkeyPatch, holds: str, plan: Plan
) -> None:
    """第五条: the premium that was paid for her, whichever plan her policy has."""
    receipt = quoted(monkeypatch)["receipt"]
    at(monkeypatch, FIRST)
    assert decided(receipt, FIRST, premium_holds=holds).status == 200
    followed_up()
    at(monkeypatch, FIRST + 5 * DAY)
    illness = dict.fromkeys(("specimen_date", "diagnosis_date"), str(FIRST + 3 * DAY))
    her = {"name": FEW[0].name, "id_number": FEW[0].id_number}
    of_her = {"insured": her, "bank": {"account_holder": FEW[0].name}}
    found = assessment(reported(**of_her, diagnosis=illness)["receipt"])
    refund = plan.premium.value
    assert (found["suggested"], found["prefilled"]["refund"]) == ("refund", refund)
    assert found["caps"]["refund"] == refund
    assert f"{refund:,} 元" in found["verdict"]["findings"][0]["message"]


def test_both_sums_are_of_those_who_are_insured(monkeypatch: pytest.MonkeyPatch) -> None:
    list_ = quoted(monkeypatch)
    at(monkeypatch, FIRST)
    out = {"premium_holds": "issued", "refusals": [refusal(2)]}
    sums = decided(list_["receipt"], FIRST, **out).body["acceptance"]["two_sums"]
    assert [sums[each]["premium"]["amount"] for each in ("quoted", "issued")] == [
        2 * EARLIER.premium.value,
        2 * NEXT.premium.value,
    ]


def test_a_policy_day_put_right_over_the_change_asks_which_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    list_ = quoted(monkeypatch)
    receipt = list_["receipt"]
    at(monkeypatch, FIRST + timedelta(days=1))
    assert decided(receipt, EVE).status == 200
    followed_up()
    right = {"change": "policy", "policy_number": "NX-2026-0001", **acts_on(FIRST)}
    [finding] = propose(receipt, right).body["findings"]
    assert finding["code"] == "acceptance.premium_undecided"
    assert propose(receipt, {**right, "premium_holds": "quoted"}).status == 200
    assert confirm(receipt).status == 200
    assert status(list_)["policy"]["premium_why"]["code"] == "premium.quoted_holds"
