"""The premium of a list as its money comes in (第八、十二条): recorded, struck, due, too much."""

from typing import Any, Final

import pytest

from shared_rules import days
from shared_rules.messages import catalogue
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    correct,
    rows_of,
    status,
    withdraw,
)
from tests.functional.staff_requests import accept, case, pay, strike
from tests.functional.staff_roster_requests import kept, log, refusal

pytestmark = pytest.mark.usefixtures("aws")

THREE: Final = PEOPLE[:3]
YESTERDAY: Final = (TODAY - DAY).isoformat()


def listed() -> dict[str, Any]:
    """A list of three, which costs 300."""
    first = kept(THREE)
    assert first["premium"]["amount"] == 300
    return first


def sums(seen: dict[str, Any], *names: str) -> list[float]:
    return [float(seen["account"][name]) for name in names]


def codes(answer: Any) -> list[str]:
    return [each["code"] for each in answer.body["findings"]]


# ---- what is due ----


@pytest.mark.parametrize(
    ("payments", "due", "surplus", "says"),
    [
        ([], 300, 0, "state.submitted"),
        (["299.99"], 0.01, 0, "state.submitted"),
        (["300"], 0, 0, "state.submitted_paid"),
        (["100", "200"], 0, 0, "state.submitted_paid"),
        (["300.01"], 0, 0.01, "state.submitted_paid"),
        (["400", "-100"], 0, 0, "state.submitted_paid"),
        (["300", "-0.50"], 0.5, 0, "state.submitted"),
    ],
)
def test_what_is_due_follows_from_the_payments(
    payments: list[str], due: float, surplus: float, says: str
) -> None:
    first = listed()
    for revision, amount in enumerate(payments, start=1):
        given: dict[str, Any] = {"amount": amount.lstrip("-"), "is_back": amount.startswith("-")}
        assert pay(first["receipt"], revision, **given).status == 200
    seen, shown = status(first), case("contact", first["receipt"])
    for each in (seen, shown):
        assert sums(each, "expected", "due", "surplus") == [300, due, surplus]
    assert len(seen["account"]["payments"]) == len(payments)
    assert seen["next_step"] == catalogue()[says].fix
    assert shown["state"] == "submitted"


def test_a_unit_reads_what_came_and_not_from_whom() -> None:
    first = listed()
    assert pay(first["receipt"], 1, amount="100.50", day=YESTERDAY).status == 200
    account = status(first)["account"]
    assert account["payments"] == [{"amount": "100.50", "day": YESTERDAY, "is_back": False}]
    assert account["due_capitals"] == "壹佰玖拾玖元伍角"
    step = status(first)["timeline"][-1]
    assert step["state"] == "premium_received"
    assert step["reasons"][0]["text"].startswith("100.50 元，")
    assert "示例小学代收" not in str(status(first))


def test_a_corrected_list_costs_what_it_has_people_and_what_came_stays() -> None:
    first = listed()
    assert pay(first["receipt"], 1).status == 200
    answer = correct(first, 1, rows=rows_of(PEOPLE[:4]))
    assert answer.status == 200, answer.body
    assert sums(status(first), "expected", "due") == [400, 100]


def test_what_came_for_a_list_that_has_ended_is_to_go_back() -> None:
    first = listed()
    assert pay(first["receipt"], 1).status == 200
    assert withdraw(first).status == 200
    assert sums(status(first), "expected", "due", "surplus") == [0, 0, 300]
    assert pay(first["receipt"], 3, is_back=True).status == 200
    assert sums(status(first), "due", "surplus") == [0, 0]


@pytest.mark.parametrize(
    ("received", "is_for_good", "due"), [(300, True, 0), (300, False, 100), (400, True, 0)]
)
def test_what_was_given_back_for_good_after_acceptance_is_not_asked_for_again(
    received: int, is_for_good: bool, due: int
) -> None:
    """第五条 gives a premium back; one that a unit has to pay anew goes back, too."""
    first = listed()
    receipt = first["receipt"]
    back: dict[str, Any] = {"amount": "100", "is_back": True, "is_for_good": is_for_good}
    assert pay(receipt, 1, amount=str(received)).status == 200
    if is_for_good:
        assert pay(receipt, 2, **back).codes == ["payment.for_good_too_early"]
    assert accept(receipt, 2).status == 200
    assert pay(receipt, 3, **back).status == 200
    for each in (status(first), case("contact", receipt)):
        assert sums(each, "expected", "due", "surplus") == [300, due, 0]
    told = case("contact", receipt)["account"]
    assert (told["paid_back"], told["complete_on"]) == ("100", None if due else TODAY.isoformat())


# ---- struck ----


def test_an_error_is_struck_counts_no_more_and_can_still_be_read() -> None:
    first = listed()
    assert pay(first["receipt"], 1).status == 200
    answer = strike(first["receipt"], 2, 2)
    assert (answer.status, sums(answer.body, "due", "received")) == (200, [300, 0])
    [payment] = answer.body["account"]["payments"]
    assert (payment["number"], payment["is_struck"]) == (2, True)
    assert status(first)["account"]["payments"] == []
    happened = [each["what"] for each in log(first["receipt"]) if each["revision"]]
    assert happened == ["payment_struck", "premium_received", "submitted"]
    assert pay(first["receipt"], 3).status == 200


@pytest.mark.parametrize("number", [1, 2, 4])
def test_only_a_payment_that_counts_is_struck(number: int) -> None:
    first = listed()
    assert pay(first["receipt"], 1).status == 200
    assert strike(first["receipt"], 2, 2).status == 200
    assert code_of(strike(first["receipt"], 3, number)) == (409, "payment.not_there")


# ---- what cannot be right ----


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"day": (TODAY + DAY).isoformat()}, "payment.in_future"),
        ({"day": days.years_before(TODAY, 2).isoformat()}, "payment.too_early"),
        ({"amount": "0"}, "request.field"),
        ({"amount": "-5"}, "request.field"),
        ({"amount": "3.005"}, "request.field"),
        ({"amount": "三百"}, "request.field"),
        ({"amount": "NaN"}, "request.field"),
        ({"amount": "100000000.01"}, "request.field"),
        ({"account": "nobody"}, "request.field"),
        ({"is_back": True}, "payment.too_much_back"),
    ],
)
def test_what_cannot_be_right_is_told_and_not_kept(changes: dict[str, Any], code: str) -> None:
    first = listed()
    answer = pay(first["receipt"], 1, **changes)
    assert (answer.status, codes(answer)) == (422, [code])
    assert case("contact", first["receipt"])["account"]["payments"] == []


def test_no_more_goes_back_than_is_there() -> None:
    first = listed()
    assert pay(first["receipt"], 1).status == 200
    answer = pay(first["receipt"], 2, is_back=True, amount="300.01")
    assert codes(answer) == ["payment.too_much_back"]
    assert pay(first["receipt"], 2, is_back=True, amount="300").status == 200


def test_the_line_of_a_statement_is_recorded_once() -> None:
    first = listed()
    assert pay(first["receipt"], 1).status == 200
    assert pay(first["receipt"], 1).status == 200  # its answer was lost
    assert codes(pay(first["receipt"], 2)) == ["payment.recorded_already"]
    assert pay(first["receipt"], 2, bank_reference="0816").status == 200
    assert pay(first["receipt"], 3, bank_reference="").status == 200
    assert pay(first["receipt"], 4, bank_reference="").status == 200
    assert code_of(pay(first["receipt"], 4, amount="1")) == (412, "staff.conflict_own")


# ---- whose money ----


@pytest.mark.parametrize(
    ("kind", "funding", "account", "asked"),
    [
        ("事业单位", "self", "person", []),
        ("事业单位", "self", "unit", ["payment.public_money"]),
        ("机关", "self", "union", ["payment.public_money"]),
        ("企业", "unit", "unit", []),
        ("企业", "self", "union", []),
        ("社会团体", "self", "union", ["payment.others_money"]),
    ],
)
def test_the_desk_is_told_to_ask_whose_money_it_was(
    kind: str, funding: str, account: str, asked: list[str]
) -> None:
    first = kept(THREE, kind=kind, funding=funding)
    shown = pay(first["receipt"], 1, account=account).body
    found = [each["code"] for each in shown["account"]["findings"]]
    assert found == asked


# ---- acceptance ----


def test_a_list_whose_premium_is_short_is_accepted_when_that_is_confirmed() -> None:
    first = listed()
    assert pay(first["receipt"], 1, amount="200").status == 200
    answer = accept(first["receipt"], 2)
    assert (answer.status, codes(answer)) == (422, ["acceptance.premium_short"])
    answer = accept(first["receipt"], 2, confirmations=["acceptance.premium_short"])
    assert answer.status == 200
    assert sums(answer.body, "due") == [100]


def test_whom_the_insurer_refuses_costs_nothing() -> None:
    first = listed()
    assert pay(first["receipt"], 1, amount="200").status == 200
    answer = accept(first["receipt"], 2, refusals=[refusal(1)])
    assert answer.status == 200, answer.body
    assert sums(answer.body, "expected", "due", "surplus") == [200, 0, 0]


def test_the_day_of_the_premium_is_that_of_its_last_payment() -> None:
    first = listed()
    assert pay(first["receipt"], 1, amount="100", day=YESTERDAY).status == 200
    shown = pay(first["receipt"], 2, amount="200").body
    assert shown["account"]["complete_on"] == TODAY.isoformat()
    answer = accept(first["receipt"], 3, premium_received_date=YESTERDAY)
    assert codes(answer) == ["acceptance.premium_day"]
    assert accept(first["receipt"], 3).status == 200


def test_a_list_accepted_with_no_payment_recorded_is_settled() -> None:
    first = listed()
    assert accept(first["receipt"], 1).status == 200
    assert sums(status(first), "expected", "due", "surplus") == [300, 0, 0]


# ---- who ----


def test_the_payer_is_hidden_from_who_only_looks() -> None:
    first = listed()
    assert pay(first["receipt"], 1).status == 200
    assert code_of(pay(first["receipt"], 2, role="federation")) == (404, "staff.role")
    [payment] = case("federation", first["receipt"])["account"]["payments"]
    assert "示例小学" not in str(payment)
    assert payment["payment"]["amount"] == "300"
