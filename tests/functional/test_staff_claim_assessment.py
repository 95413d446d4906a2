"""What the rules say of a claim at the desk: from her cover, and from what was paid before."""

from typing import Any

import pytest

from tests.functional.claims_requests import WOMAN, day, status
from tests.functional.endorsement_requests import endorsed
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import DAY, PEOPLE, PLAN, TODAY
from tests.functional.staff_claim_requests import (
    KINDS,
    NOTHING,
    SUM,
    TERMS,
    assessment,
    checked,
    confirm,
    ended,
    insured,
    paid,
    propose,
    reported,
)
from tests.functional.staff_requests import acts_on, at, claim_case, desk
from tests.functional.staff_roster_requests import kept

pytestmark = pytest.mark.usefixtures("starts_put_back")


# ---- her cover ----


def test_an_assessment_comes_from_her_cover(monkeypatch: pytest.MonkeyPatch) -> None:
    list_receipt = insured(monkeypatch, 100)
    stays = [{"admission": day(12), "discharge": day(2)}]
    receipt = reported(*KINDS, "hospital_papers", stays=stays)["receipt"]
    found = assessment(receipt)
    [line] = found["cover"]
    assert (line["receipt"], line["unit_name"]) == (list_receipt, "贺兰县示例小学")
    assert line["first_day"] == (TODAY - 99 * DAY).isoformat()
    assert (line["is_continuous"], found["occurrence"]) == (False, day(6))
    assert (found["verdict"]["is_covered"], found["verdict"]["in_waiting"]) == (True, False)
    days = 10 - TERMS.unpaid_days_per_stay.value
    allowance = days * TERMS.rate.value
    assert found["prefilled"] == {"lump_sum": SUM, "allowance": allowance, "refund": 0}
    assert found["allowance"]["days"][0]["text"].endswith(f"= {allowance:,} 元")
    assert (found["suggested"], found["suggested_article"]) == ("pay", "article-5")
    assert (found["paid_items"], found["refund"]) == ([], None)


@pytest.mark.parametrize(
    ("days_ago", "suggested", "in_waiting"),
    [
        (6, "refuse", False),
        (7, "refund", True),
        (36, "refund", True),
        (37, "pay", False),
        (None, "refuse", False),
    ],
)
def test_what_the_rules_suggest_follows_her_cover(
    monkeypatch: pytest.MonkeyPatch, days_ago: int | None, suggested: str, *, in_waiting: bool
) -> None:
    """The specimen was taken six days ago; cover begins on the day after the policy."""
    if days_ago is not None:
        insured(monkeypatch, days_ago)
    found = assessment(reported()["receipt"])
    assert (found["suggested"], found["verdict"]["in_waiting"]) == (suggested, in_waiting)
    codes = [each["code"] for each in found["verdict"]["findings"]]
    assert ("claim_assessment.not_in_any_list" in codes) == (days_ago is None)
    premium = PLAN.premium.value if suggested == "refund" else 0
    assert found["prefilled"] == {
        "lump_sum": SUM if suggested == "pay" else 0,
        "allowance": 0,
        "refund": premium,
    }
    assert found["refund"] == ({"premium": premium} if premium else None)


def test_the_specimen_s_day_from_the_papers_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 37)
    receipt = reported(diagnosis={"specimen_date": None})["receipt"]
    assumed = assessment(receipt)
    codes = [each["code"] for each in assumed["verdict"]["findings"]]
    assert ("claim.specimen_assumed" in codes, assumed["occurrence"]) == (True, day(4))
    known = assessment(receipt, specimen_date=day(7))
    assert (known["suggested"], known["occurrence"]) == ("refund", day(7))
    for wrong in ((TODAY + DAY).isoformat(), "gestern", "1899-12-31"):
        answer = desk(
            "claims", "GET", f"/claims/{receipt}/assessment", query={"specimen_date": wrong}
        )
        assert answer.status == 422
    asked: dict[str, Any] = {"specimen_date": day(7), "outcome": "refund", "lump_sum": 0}
    answer = propose(receipt, 1, **asked, refund=PLAN.premium.value)
    assert answer.status == 200, answer.body
    assert answer.body["proposal"]["occurrence"] == day(7)


# ---- what has ended ----


def test_a_lump_sum_ends_its_item_for_her(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    first = reported()["receipt"]
    paid(first)
    stays = [{"admission": day(12), "discharge": day(2)}]
    second = reported(*KINDS, "hospital_papers", stays=stays)["receipt"]
    found = assessment(second)
    assert found["paid_items"] == [
        {
            "item": "breast_cancer",
            "item_label": "乳腺癌",
            "receipt": first,
            "paid_on": TODAY.isoformat(),
        }
    ]
    assert (found["lump_sum"]["amount"], found["suggested"]) == (0, "pay")
    assert found["allowance"]["amount"] > 0, "days in hospital are paid all the same"
    other = reported(diagnosis={"disease": "卵巢癌"})["receipt"]
    assert assessment(other)["lump_sum"]["amount"] > 0, "the other item goes on"


def test_days_paid_by_an_earlier_claim_count_for_the_policy_year(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limit, unpaid = TERMS.paid_days_per_year.value, TERMS.unpaid_days_per_stay.value
    insured(monkeypatch, 300)
    diagnosis = {"specimen_date": day(250), "diagnosis_date": day(240)}
    kinds = (*KINDS, "hospital_papers")

    def of(admission: int, discharge: int) -> str:
        stays = [{"admission": day(admission), "discharge": day(discharge)}]
        return str(reported(*kinds, diagnosis=diagnosis, stays=stays)["receipt"])

    paid(of(230, 230 - limit - unpaid + 10))
    later = assessment(of(40, 5))["allowance"]
    assert later["paid_days"] == 10
    overlapping = assessment(of(231, 225))
    assert overlapping["allowance"]["paid_days"] == 0, "one day is new, and the first of its stay"
    codes = [each["code"] for each in overlapping["verdict"]["findings"]]
    assert "allowance.paid_before" in codes


def test_an_illness_refunded_is_never_paid_later_and_no_premium_is_refunded_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 20)
    first, same = reported()["receipt"], reported()["receipt"]
    other = reported(diagnosis={"disease": "卵巢癌"})["receipt"]
    for receipt in (same, other):
        assert assessment(receipt)["prefilled"]["refund"] == PLAN.premium.value
    assert propose(same, 1, outcome="refund", lump_sum=0, refund=PLAN.premium.value).status == 200
    assert paid(first)["state"] == "refunded"
    assert code_of(confirm(same, 2)) == (409, "claim_desk.changed")
    told = assessment(other)
    assert (told["prefilled"]["refund"], told["suggested"]) == (0, "refuse")
    assert told["verdict"]["findings"][0]["code"] == "lump_sum.premium_given_back"
    with monkeypatch.context() as patch:
        at(patch, TODAY + 60 * DAY)
        late = (TODAY + 59 * DAY).isoformat()
        stays = [{"admission": day(-40), "discharge": day(-50)}]
        diagnosis = {"specimen_date": late, "diagnosis_date": late}
        receipt = reported(*KINDS, "hospital_papers", stays=stays, diagnosis=diagnosis)["receipt"]
    found = assessment(receipt)
    assert found["prefilled"] == {"lump_sum": 0, "allowance": 0, "refund": 0}
    codes = [each["code"] for each in found["verdict"]["findings"]]
    assert codes[0] == "lump_sum.refunded_before"
    assert "claim_assessment.as_if_first" not in codes, "it is refused, whatever the illness is"


def test_after_a_refund_a_person_says_whether_the_other_item_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """第五条 leaves it open: nothing is paid silently, and next year's list is told of it."""
    list_ = insured(monkeypatch, 20)
    assert paid(reported()["receipt"])["state"] == "refunded"
    moved = {**acts_on(TODAY - 18 * DAY), "consent_date": day(20), "policy_number": "NX-1"}
    endorsed(list_, {"change": "policy", **moved})
    ovarian: dict[str, Any] = {"disease": "卵巢癌"}
    waiting = assessment(reported(diagnosis=ovarian)["receipt"])
    assert waiting["prefilled"]["refund"] == 0, "also where the policy's days were put right since"
    assert waiting["verdict"]["findings"][0]["code"] == "lump_sum.premium_given_back"
    at(monkeypatch, TODAY + 60 * DAY)
    later = {**ovarian, "specimen_date": day(-40), "diagnosis_date": day(-40)}
    stays = [{"admission": day(-40), "discharge": day(-50)}]
    found = assessment(reported(diagnosis=later, stays=stays)["receipt"])
    assert (found["suggested"], found["prefilled"]) == (None, NOTHING)
    assert found["verdict"]["findings"][0]["code"] == "lump_sum.goes_on_open"
    at(monkeypatch, TODAY + 335 * DAY)
    renewed = kept([*PEOPLE[:2], WOMAN])["receipt"]
    rows = desk("contact", "GET", f"/rosters/{renewed}/underwriting").body["rows"]
    assert [[each["code"] for each in row["to_decide"]] for row in rows] == [
        ["cover.item_refunded"]
    ]


def test_an_illness_refused_before_is_for_a_person_to_look_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    first, second = reported()["receipt"], reported()["receipt"]
    refused: dict[str, Any] = {
        "outcome": "refuse",
        "lump_sum": 0,
        "reason": "不是原发",
        "article": "article-5",
    }
    assert propose(first, 1, **refused).status == 200
    assert confirm(first, 2).status == 200
    found = assessment(second)
    assert (found["suggested"], found["prefilled"]["lump_sum"]) == (None, 0)
    assert found["verdict"]["findings"][0]["code"] == "lump_sum.refused_before"
    other = reported(diagnosis={"disease": "卵巢癌"})["receipt"]
    assert assessment(other)["suggested"] == "pay"


def test_a_stay_that_goes_on_counts_until_the_report_however_late_it_is_assessed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    stays = [{"admission": day(8), "discharge": None}]
    kept = reported(*KINDS, "hospital_papers", stays=stays)
    receipt = kept["receipt"]
    at(monkeypatch, TODAY + 20 * DAY)
    found = assessment(receipt)
    assert found["allowance"]["paid_days"] == 8 - TERMS.unpaid_days_per_stay.value
    assert found["stays"] == [{"admission": day(8), "discharge": day(0)}]
    (told,) = [
        each
        for each in found["verdict"]["findings"]
        if each["code"] == "claim_assessment.still_in_hospital"
    ]
    assert told["params"]["until"] == day(0)
    goes_on = {"admission": day(8), "discharge": None, "known_until": day(0)}
    assert propose(receipt, 1, outcome="pay", **found["prefilled"]).status == 200
    assert ended(receipt, 2, TODAY + 20 * DAY).status == 200
    for [line] in (found["allowance"]["days"], status(kept)["outcome"]["lines"]):
        assert goes_on.items() <= line.items(), "that she has left is nowhere said"


def test_a_renewal_shows_what_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    paid(reported()["receipt"])
    decided = [{"rows": [1, 2, 3], "reason": "另一份已申请退保"}]
    receipt = insured(monkeypatch, 0, accepted_rows=decided)
    answer = desk("admin", "GET", f"/rosters/{receipt}/rows").body
    codes = [[each["code"] for each in row["cover"]["findings"]] for row in answer["rows"]]
    assert ["cover.item_ended" in each for each in codes] == [False, False, True]


def test_all_cases_of_a_person_are_shown_and_days_that_two_of_them_share(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    stays = [{"admission": day(12), "discharge": day(5)}]
    first = checked(stays=stays)["receipt"]
    again = [{"admission": day(6), "discharge": day(2)}]
    second = checked(stays=again, diagnosis={"disease": "卵巢癌"})["receipt"]
    third = checked()["receipt"]
    found = assessment(second)
    assert [each["receipt"] for each in found["cases"]] == sorted([first, third])
    told = [each for each in found["verdict"]["findings"] if each["code"].endswith("overlap")]
    assert [each["params"]["receipt"] for each in told] == [first]
    refused: dict[str, Any] = {
        "outcome": "refuse",
        "lump_sum": 0,
        "reason": "不是原发",
        "article": "article-5",
    }
    revision = claim_case("claims", third)["revision"]
    assert propose(third, revision, **refused).status == 200
    assert confirm(third, revision + 1).status == 200
    states = {each["receipt"]: each["state_label"] for each in assessment(second)["cases"]}
    assert states[third] == "不予给付"
