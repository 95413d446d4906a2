"""What was decided is paid afterwards (给付), by an event of its own; until then nothing is."""

from datetime import date
from typing import Any, Final

import pytest

from functions.staff import clocks
from tests.functional.claims_requests import (
    CARD,
    WOMAN,
    day,
    reopen,
    status,
    supplement,
    supplement_facts,
)
from tests.functional.follow_up_deliveries import known
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import DAY, PLAN, TODAY
from tests.functional.staff_claim_requests import (
    NOTHING,
    STATED,
    SUM,
    TERMS,
    assessment,
    confirm,
    documents,
    ended,
    insured,
    log,
    paid,
    propose,
    queue,
    reported,
    transfer,
)
from tests.functional.staff_requests import at, claim_case, decide_claim, desk

pytestmark = pytest.mark.usefixtures("starts_put_back")

STAY: Final = {"admission": day(8), "discharge": day(2)}
OF_THE_STAY: Final = (6 - TERMS.unpaid_days_per_stay.value) * TERMS.rate.value


def approved(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A claim of which a second person has confirmed what is paid."""
    insured(monkeypatch, 100)
    kept = reported()
    assert propose(kept["receipt"], 1).status == 200
    assert confirm(kept["receipt"], 2).status == 200
    return kept


def counted(day: date = TODAY) -> tuple[int, int, int]:
    """How many claims about her illness the summary of a day has as paid and refused; the yuan."""
    period = {"from": day.isoformat(), "until": day.isoformat()}
    summary = desk("admin", "GET", "/summary", query=period).body
    found = next(each for each in summary["diseases"] if each["name"] == "乳腺癌")
    return found["paid"], found["refused"], found["paid_amount"]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"paid_on": (TODAY - DAY).isoformat()}, ["claim_desk.paid_too_early"]),
        ({"paid_on": TODAY.isoformat()}, []),
        ({"paid_on": (TODAY + DAY).isoformat()}, []),
        ({"paid_on": (TODAY + 2 * DAY).isoformat()}, ["claim_desk.paid_in_future"]),
        ({"amount": SUM - 1}, ["claim_desk.other_amount"]),
        (
            {"amount": SUM + 1, "account": "0001"},
            ["claim_desk.other_amount", "claim_desk.other_account"],
        ),
        ({"account": CARD[-3:]}, ["request.field"]),
        ({"account": "12a4"}, ["request.field"]),
    ],
)
def test_it_is_paid_as_it_was_decided(
    monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any], codes: list[str]
) -> None:
    receipt = approved(monkeypatch)["receipt"]
    at(monkeypatch, TODAY + DAY)
    answer = transfer(receipt, 3, **changes)
    assert (answer.codes if answer.status != 200 else []) == codes
    assert claim_case("claims", receipt)["state"] == ("awaiting_transfer" if codes else "paid")


def test_the_summary_counts_it_on_the_day_on_which_that_was_noted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt = approved(monkeypatch)["receipt"]
    assert counted() == (0, 0, 0)
    assert list(known(WOMAN.id_number).claims) == [receipt], "no other claim pays it as well"
    at(monkeypatch, TODAY + DAY)
    assert transfer(receipt, 3, paid_on=(TODAY + DAY).isoformat()).status == 200
    assert (counted(), counted(TODAY + DAY)) == ((0, 0, 0), (1, 0, SUM))
    assert known(WOMAN.id_number).claims[receipt].paid_on == TODAY + DAY
    assert [each.paid_on for each in known(WOMAN.id_number).ended.values()] == [TODAY + DAY]


def test_until_then_the_clock_runs_and_nothing_else_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = approved(monkeypatch)
    receipt = kept["receipt"]
    case = claim_case("claims", receipt)
    assert (queue(), case["due"]) == ([receipt], status(kept)["pay_by"]["day"])
    assert clocks.claims_due(date.fromisoformat(case["due"])).soon == [receipt]
    for path, body in {
        "documents/0001-01/send-back": {"reason": "看不清"},
        "propose": {"outcome": "pay", **NOTHING, **STATED},
        "object": {"reason": "不同意"},
    }.items():
        assert code_of(decide_claim(receipt, 3, path, "admin", **body)) == (409, "staff.state")
    assert code_of(supplement(kept, documents("policy"))) == (409, "claim.awaits_transfer")
    assert claim_case("federation", receipt)["outcome"]["account"] is None


def test_she_objects_before_it_was_paid_and_nothing_counts_as_paid(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = approved(monkeypatch)
    receipt = kept["receipt"]
    told = reopen(kept, 1, why="objection", words="少算了").body
    assert [(each["total"], each["settled_on"]) for each in told["earlier"]] == [(SUM, None)]
    found = assessment(receipt)
    assert (found["paid_before"], found["prefilled"]) == (NOTHING, {**NOTHING, "lump_sum": SUM})
    refused = {**NOTHING, "outcome": "refuse", "reason": "病理为良性", "article": "article-5"}
    assert propose(receipt, 4, **refused).status == 200
    assert ended(receipt, 5).body["state"] == "refused"
    assert (known(WOMAN.id_number).ended, counted()) == ({}, (0, 1, 0))


@pytest.mark.parametrize("why", ["mistake", "transfer"])
def test_money_that_cannot_be_transferred_is_decided_again(
    monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    receipt = approved(monkeypatch)["receipt"]
    assert claim_case("claims", receipt)["may_return"]
    answer = decide_claim(receipt, 3, "reopen", why=why, reason="账户写错一位")
    assert (answer.status, answer.body["state"]) == (200, "papers_complete")
    account = {"bank": "工商银行", "card_number": f"{CARD[:-2]}18", "account_holder": WOMAN.name}
    said: dict[str, Any] = {"source": "phone", "reason": "本人来电", "bank": account}
    confirmed = ["bank.other_bank", "bank_card.check_digit"]
    answer = decide_claim(receipt, 4, "supplements", **said, confirmations=confirmed)
    assert answer.status == 200, answer.body
    assert propose(receipt, 5).status == 200
    assert ended(receipt, 6).body["outcome"]["account"] == account["card_number"][-4:]
    assert counted() == (1, 0, SUM)


def test_what_came_back_before_a_second_reopening_is_still_taken_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt = approved(monkeypatch)["receipt"]
    assert transfer(receipt, 3).status == 200
    assert decide_claim(receipt, 4, "reopen", why="transfer", reason="退回").status == 200
    assert propose(receipt, 5).status == 200
    assert confirm(receipt, 6).status == 200
    assert decide_claim(receipt, 7, "reopen", why="mistake", reason="再核对").status == 200
    assert propose(receipt, 8).status == 200
    assert ended(receipt, 9).status == 200
    assert counted() == (1, 0, SUM), "once, and its money once"
    assert known(WOMAN.id_number).claims[receipt].amounts.total == SUM


def test_a_premium_goes_back_to_whoever_has_paid_it(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 20)
    kept = reported()
    receipt = kept["receipt"]
    refund = {**NOTHING, "outcome": "refund", "refund": PLAN.premium.value}
    assert propose(receipt, 1, **refund).status == 200
    assert confirm(receipt, 2).status == 200
    told = status(kept)
    assert told["state_label"] == "已核定，等待退还保险费"
    assert "当时交费的人或者单位" in told["next_step"], "not her own account"
    assert (told["pay_by"], "没有写" in told["whereabouts"]["told"]) == (None, True)
    answer = transfer(receipt, 3, account="0001")
    assert (answer.body["state"], answer.body["outcome"]["account"]) == ("refunded", "0001")
    noted = next(each for each in log(receipt) if each["what"] == "refunded")
    assert (noted["before"], noted["after"]) == ("awaiting_transfer", "refunded")


def test_a_benefit_is_not_proposed_without_an_account(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    receipt = reported(bank=None)["receipt"]
    assert propose(receipt, 1).codes == ["claim_desk.no_account"]
    refused = {**NOTHING, "outcome": "refuse", "reason": "不是原发", "article": "article-5"}
    assert propose(receipt, 1, **refused).status == 200


# ---- she is in hospital again meanwhile ----


def test_a_further_stay_is_taken_at_once_and_judged_once_the_money_is_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = approved(monkeypatch)
    receipt = kept["receipt"]
    answer, again = (reopen(kept, 1, why="stay") for _ in range(2))
    assert (answer.status, answer) == (200, again)
    told = answer.body
    assert (told["state"], told["may_supplement"]) == ("awaiting_transfer", True)
    assert (told["outcome"]["total"], told["earlier"]) == (SUM, [])
    assert "照样转" in told["reopened"]["told"]
    assert told["timeline"][-1]["label"] == told["reopened"]["label"] == "又住院了，转账以后接着核"
    assert [each["kind"] for each in told["missing_papers"]] == ["hospital_papers"]
    assert code_of(reopen(kept, 2, why="stay")) == (409, "claim.not_settled")
    other = supplement_facts(kept, 2, stays=[STAY], diagnosis={"specimen_date": day(5)})
    assert other.codes == ["claim_supplement.only_stays"], "what is to be paid rests on the rest"
    assert supplement_facts(kept, 2, stays=[STAY]).status == 200
    told = supplement(kept, documents("hospital_papers")).body
    assert (told["state"], told["missing_papers"]) == ("awaiting_transfer", [])
    case = claim_case("claims", receipt)
    assert "自动重新打开" in case["next_step"]
    assert (case["outcome"]["by"]["name"], case["outcome"]["confirmed_by"]["name"]) == (
        *("演示 claims", "演示 admin"),
    )
    answer = transfer(receipt, case["revision"])
    assert (answer.status, answer.body["state"]) == (200, "papers_complete")
    told = status(kept)
    assert [(each["total"], each["settled_on"]) for each in told["earlier"]] == [(SUM, day(0))]
    assert told["reopened"]["label"] == "又住院了"
    assert "重新打开：又住院了" in [each["label"] for each in told["timeline"]]
    assert counted() == (1, 0, SUM)
    found = assessment(receipt)
    assert found["paid_before"] == {**NOTHING, "lump_sum": SUM}
    assert found["prefilled"] == {**NOTHING, "allowance": OF_THE_STAY}
    assert paid(receipt)["state"] == "paid"
    assert known(WOMAN.id_number).claims[receipt].amounts.total == SUM + OF_THE_STAY
    assert counted() == (1, 0, SUM + OF_THE_STAY), "it is one claim"


def test_a_stay_that_waits_is_judged_also_where_the_decision_is_reopened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = approved(monkeypatch)
    receipt = kept["receipt"]
    assert reopen(kept, 1, why="stay").status == 200
    assert supplement_facts(kept, 2, stays=[STAY]).status == 200
    assert reopen(kept, 3, why="objection", words="账户错了").body["reopened"]["label"] == (
        "对决定有异议"
    )
    missing = status(kept)["missing_papers"]
    assert [each["kind"] for each in missing] == ["hospital_papers"]
    assert supplement(kept, documents("hospital_papers")).body["state"] == "papers_complete"
    assert assessment(receipt)["prefilled"] == {
        **NOTHING,
        "lump_sum": SUM,
        "allowance": OF_THE_STAY,
    }
    assert paid(receipt)["outcome"]["total"] == SUM + OF_THE_STAY


def test_the_desk_is_told_of_a_further_stay_on_the_telephone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = approved(monkeypatch)
    receipt = kept["receipt"]
    calls: dict[str, Any] = {"why": "stay", "reason": "本人来电"}
    waiting = decide_claim(receipt, 3, "reopen", **calls)
    assert (waiting.status, waiting.body["state"]) == (200, "awaiting_transfer")
    assert waiting.body["may_supplement"]
    assert code_of(decide_claim(receipt, 4, "reopen", **calls)) == (409, "claim.not_settled")
    said: dict[str, Any] = {"source": "phone", "reason": "本人来电", "stays": [STAY]}
    assert decide_claim(receipt, 4, "supplements", **said).status == 200
    assert transfer(receipt, 5).body["state"] == "waiting_for_papers"
    supplement(kept, documents("hospital_papers"))
    assert paid(receipt)["state"] == "paid"
    again = decide_claim(receipt, claim_case("claims", receipt)["revision"], "reopen", **calls)
    assert (again.body["state"], again.body["missing_papers"][0]["kind"]) == (
        *("waiting_for_papers", "hospital_papers"),
    )
