"""A claim at the desk proposed, objected to, settled by a second person; and what she learns."""

import json
from typing import Any, Final

import pytest

from tests.functional.claims_requests import CARD, WOMAN, status, supplement
from tests.functional.follow_up_deliveries import known
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import DAY, PLAN, TODAY
from tests.functional.staff_claim_requests import (
    NOTHING,
    STATED,
    SUM,
    TERMS,
    assessment,
    checked,
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
from tests.functional.wire import wire

pytestmark = pytest.mark.usefixtures("starts_put_back")


def test_a_claim_is_paid_by_two_people_and_she_learns_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    kept = reported()
    receipt = kept["receipt"]
    proposed = propose(receipt, 1)
    assert (proposed.status, proposed.body["state"]) == (200, "assessed")
    assert proposed.body["proposal"]["amounts"] == {**NOTHING, "lump_sum": SUM}
    assert (proposed.body["may_confirm"], claim_case("admin", receipt)["may_confirm"]) == (
        *(False, True),
    )
    told = status(kept)
    assert (told["state"], told["state_label"], told["outcome"]) == ("assessed", "核定中", None)
    assert str(SUM) not in json.dumps(told).replace(",", "")
    assert queue(state="assessed") == [receipt]

    approved = confirm(receipt, 2)
    assert (approved.status, approved.body["state"]) == (200, "awaiting_transfer")
    assert approved.body["may_transfer"]
    told = status(kept)
    assert (told["state_label"], told["may_supplement"]) == ("已核定，等待转账", False)
    assert (told["outcome"]["total"], told["outcome"]["settled_on"]) == (SUM, None)
    assert f"{SUM:,} 元" in told["next_step"]
    assert told["pay_by"], "the clock goes on until it was paid"
    assert (queue(), queue(state="awaiting_transfer")) == ([receipt], [receipt])

    at(monkeypatch, TODAY + DAY)
    settled = transfer(receipt, 3, paid_on=(TODAY + DAY).isoformat())
    assert (settled.status, settled.body["state"]) == (200, "paid")
    outcome = settled.body["outcome"]
    names = [outcome[each]["name"] for each in ("by", "confirmed_by", "paid_by")]
    assert names == ["演示 claims", "演示 admin", "演示 claims"]
    told = status(kept)
    assert (told["state"], told["state_label"], told["pay_by"]) == ("paid", "已给付", None)
    assert told["outcome"] == {
        "outcome": "pay",
        "lump_sum": SUM,
        "allowance": 0,
        "refund": 0,
        "total": SUM,
        "paid_before": 0,
        "lines": [],
        "article": "article-5",
        "article_label": "第五条",
        "reason": None,
        "stated": "原发，初次发生",
        "grounds": STATED["grounds"],
        "decided_on": TODAY.isoformat(),
        "settled_on": (TODAY + DAY).isoformat(),
        "account": CARD[-4:],
    }
    assert f"{SUM:,} 元" in told["next_step"]
    assert "演示" not in json.dumps(told, ensure_ascii=False)
    assert (queue(), queue(state="paid")) == ([], [receipt])
    [item] = desk("claims", "GET", "/claims", query={"state": "paid"}).body["items"]
    assert (item["due"], item["is_overdue"]) == (None, False)


def test_what_is_not_primary_or_not_her_first_is_reckoned_anew_and_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    kept = reported()
    receipt = kept["receipt"]
    open_question = assessment(receipt)
    codes = [each["code"] for each in open_question["verdict"]["findings"]]
    assert (open_question["suggested"], "claim_assessment.as_if_first" in codes) == ("pay", True)
    for said in ({"primary": "false", "first": "true"}, {"primary": "true", "first": "false"}):
        found = assessment(receipt, **said)
        assert (found["suggested"], found["lump_sum"]["amount"]) == ("refuse", 0)
        codes = [each["code"] for each in found["verdict"]["findings"]]
        assert "lump_sum.not_first_primary" in codes
        assert "claim_assessment.as_if_first" not in codes
    spread: dict[str, Any] = {"primary": False, "grounds": "病理报告写明由卵巢转移"}
    wrong = propose(receipt, 1, **spread)
    assert wrong.codes == ["claim_desk.needs_reason"], "the rules no longer give the sum"
    asked: dict[str, Any] = {**NOTHING, "outcome": "refuse", **REASON, **ARTICLE, **spread}
    proposed = propose(receipt, 1, **asked).body["proposal"]
    assert (proposed["primary"], proposed["first"], proposed["suggested"]) == (
        *(False, True, "refuse"),
    )
    assert claim_case("federation", receipt)["proposal"]["stated"] is None
    assert confirm(receipt, 2).body["state"] == "refused"
    outcome = status(kept)["outcome"]
    assert (outcome["stated"], outcome["grounds"]) == ("不是原发，初次发生", spread["grounds"])
    told = {each["what"]: each["stated"] for each in log(receipt)}
    assert told["proposed"] == told["refused"] == f"不是原发，初次发生（{spread['grounds']}）"
    assert {each["stated"] for each in log(receipt, "federation")} == {None}


@pytest.mark.parametrize("name", ["primary", "first", "grounds"])
def test_nothing_is_proposed_without_what_is_to_be_stated(name: str) -> None:
    receipt = reported()["receipt"]
    for missing in (None, "", "yes"):
        if (name, missing) == ("grounds", "yes"):
            continue
        said: dict[str, Any] = {name: missing}
        code = "request.too_short" if (name, missing) == ("grounds", "") else "request.field"
        assert propose(receipt, 1, **said).codes == [code]


def test_each_paper_is_opened_or_said_not_to_be_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    receipt = checked()["receipt"]
    ids = [each["document_id"] for each in claim_case("claims", receipt)["documents"]]

    def opened(document_id: str, role: str = "claims", **query: str) -> None:
        path = f"/claims/{receipt}/documents/{document_id}/link"
        assert desk(role, "POST", path, query=query).status == 200

    opened(ids[0])
    for each in ids[1:]:
        opened(each, role="admin")
    refused = propose(receipt, 1, not_needed=ids[2:])
    assert refused.codes == ["claim_desk.papers_unseen"]
    assert "还有 1 份材料您没有打开看过：身份证复印件" in refused.body["findings"][0]["message"]
    shown = claim_case("claims", receipt)["documents"]
    assert [each["is_opened"] for each in shown] == [True, False, False, False, False]
    opened(ids[1])
    answer = propose(receipt, 1, not_needed=ids[2:])
    assert answer.body["proposal"]["not_needed"] == ids[2:]


def test_a_paper_that_went_back_need_not_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    receipt = checked()["receipt"]
    back = decide_claim(receipt, 1, "documents/0001-05/send-back", reason="看不清")
    assert back.body["documents"][4]["is_usable"] is False
    assert decide_claim(receipt, 2, "complete", complete_on=TODAY.isoformat()).status == 200
    ids = [f"0001-0{number}" for number in range(1, 5)]
    assert propose(receipt, 3, not_needed=ids).status == 200


def test_nobody_confirms_her_own_proposal(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    receipt = reported()["receipt"]
    assert propose(receipt, 1).status == 200
    assert code_of(confirm(receipt, 2, role="claims")) == (409, "claim_desk.second_person")
    assert claim_case("claims", receipt)["state"] == "assessed"
    assert confirm(receipt, 2).status == 200


@pytest.mark.parametrize("role", ["claims", "admin"])
def test_an_objection_takes_a_proposal_back(monkeypatch: pytest.MonkeyPatch, role: str) -> None:
    insured(monkeypatch, 100)
    kept = reported()
    receipt = kept["receipt"]
    assert propose(receipt, 1).status == 200
    answer = decide_claim(receipt, 2, "object", role, reason="津贴没有算")
    assert (answer.status, answer.body["state"], answer.body["proposal"]) == (
        *(200, "papers_complete", None),
    )
    assert code_of(confirm(receipt, 3)) == (409, "staff.state")
    assert [each["state"] for each in status(kept)["timeline"]] == ["reported", "proposed"]


def test_a_paper_that_goes_back_takes_the_proposal_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    receipt = reported()["receipt"]
    assert propose(receipt, 1).status == 200
    back = decide_claim(receipt, 2, "documents/0001-01/send-back", reason="看不清")
    assert (back.body["state"], back.body["proposal"]) == ("waiting_for_papers", None)


def test_papers_that_come_meanwhile_are_seen_before_a_claim_is_settled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    kept = reported()
    assert propose(kept["receipt"], 1).status == 200
    assert supplement(kept, documents("policy")).status == 200
    assert code_of(confirm(kept["receipt"], 2)) == (412, "staff.conflict")
    assert confirm(kept["receipt"], 3).status == 200


def test_her_list_is_accepted_before_a_refusal_is_confirmed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt = reported()["receipt"]
    asked: dict[str, Any] = {"outcome": "refuse", **NOTHING, **REASON, **ARTICLE}
    assert propose(receipt, 1, **asked).status == 200
    insured(monkeypatch, 100)
    assert code_of(confirm(receipt, 2)) == (409, "claim_desk.changed")
    assert decide_claim(receipt, 2, "object", reason="名单已经承保").status == 200
    assert propose(receipt, 3).status == 200
    assert ended(receipt, 4).body["state"] == "paid"


ARTICLE: Final = {"article": "article-9"}


REASON: Final = {"reason": "病理报告与诊断不符"}


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"lump_sum": SUM + 1, **REASON}, ["claim_desk.amount_over_cap"]),
        ({"lump_sum": SUM - 1}, ["claim_desk.needs_reason"]),
        ({"lump_sum": SUM - 1, **REASON}, []),
        ({"lump_sum": 0}, ["claim_desk.amounts_do_not_fit", "claim_desk.needs_reason"]),
        ({"allowance": 18_000, **REASON}, []),
        ({"allowance": 18_001, **REASON}, ["claim_desk.amount_over_cap"]),
        ({"refund": 1, **REASON}, ["claim_desk.amounts_do_not_fit"]),
        (
            {"refund": 101, **REASON},
            ["claim_desk.amount_over_cap", "claim_desk.amounts_do_not_fit"],
        ),
        ({"outcome": "refuse", **REASON, **ARTICLE}, ["claim_desk.amounts_do_not_fit"]),
        ({"outcome": "refuse", **NOTHING, **REASON}, ["claim_desk.needs_article"]),
        ({"outcome": "refuse", **NOTHING, **ARTICLE}, ["claim_desk.needs_reason"]),
        ({"outcome": "refuse", **NOTHING, **REASON, **ARTICLE}, []),
        ({"outcome": "refund", **NOTHING, **REASON}, ["claim_desk.amounts_do_not_fit"]),
        ({"outcome": "refund", **NOTHING, "refund": 100, **REASON}, []),
        ({"outcome": "gift"}, ["request.field"]),
        ({"lump_sum": -1}, ["request.field"]),
        ({"lump_sum": 1.5}, ["request.field"]),
        ({"lump_sum": str(SUM)}, ["request.field"]),
        ({"article": "article-22"}, ["request.field"]),
        ({"specimen_date": "2026-02-30"}, ["request.field"]),
    ],
)
def test_a_proposal_must_make_sense_or_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any], codes: list[str]
) -> None:
    assert TERMS.rate.value * TERMS.paid_days_per_year.value == 18_000
    insured(monkeypatch, 100)
    receipt = reported()["receipt"]
    answer = propose(receipt, 1, **changes)
    assert answer.status == (422 if codes else 200), answer.body
    assert (answer.codes if codes else []) == codes
    assert claim_case("claims", receipt)["state"] == ("papers_complete" if codes else "assessed")


def test_a_refusal_names_its_article_and_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = reported()
    asked: dict[str, Any] = {"outcome": "refuse", **NOTHING, **REASON, **ARTICLE}
    assert propose(kept["receipt"], 1, **asked).status == 200
    assert confirm(kept["receipt"], 2).body["state"] == "refused"
    told = status(kept)
    assert (told["state"], told["outcome"]["article_label"]) == ("refused", "第九条")
    assert "第九条" in told["next_step"]
    assert REASON["reason"] in told["next_step"]


def test_the_premium_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 20)
    kept = reported()
    assert paid(kept["receipt"])["state"] == "refunded"
    told = status(kept)
    assert (told["state"], told["outcome"]["refund"]) == ("refunded", PLAN.premium.value)
    assert known(WOMAN.id_number).ended == {}, "nothing has ended"


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (-1, "claim_desk.settled_too_early"),
        (0, None),
        (1, None),
        (2, "claim_desk.settled_in_future"),
    ],
)
def test_a_claim_is_decided_between_the_proposal_and_today(
    monkeypatch: pytest.MonkeyPatch, days: int, code: str | None
) -> None:
    insured(monkeypatch, 100)
    receipt = reported()["receipt"]
    assert propose(receipt, 1).status == 200
    at(monkeypatch, TODAY + DAY)
    answer = confirm(receipt, 2, decided_on=(TODAY + days * DAY).isoformat())
    assert answer.status == (422 if code else 200)
    if code:
        assert answer.codes == [code]
        assert claim_case("claims", receipt)["state"] == "assessed"


def test_another_claim_of_hers_is_not_read_when_one_is_decided(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    receipt, other = checked()["receipt"], checked()["receipt"]
    assert [each["receipt"] for each in assessment(receipt)["cases"]] == [other]
    revision = claim_case("claims", receipt)["revision"]
    with wire() as asked:
        assert propose(receipt, revision).status == 200
        assert confirm(receipt, revision + 1).status == 200
    said = [f"{each.url} {each.body!r}" for each in asked.requests]
    assert any(receipt in each for each in said)
    assert not [each for each in said if other in each]


def test_nothing_changes_a_settled_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    kept = reported()
    receipt = kept["receipt"]
    paid(receipt)
    today = TODAY.isoformat()
    acts: dict[str, dict[str, Any]] = {
        "documents/0001-01/accept": {},
        "documents/0001-01/send-back": {"reason": "看不清"},
        "complete": {"complete_on": today},
        "propose": {"outcome": "pay", **NOTHING, "lump_sum": SUM, **STATED},
        "confirm": {"decided_on": (TODAY - DAY).isoformat()},
        "transfer": {"paid_on": today, "amount": SUM, "account": CARD[-4:]},
        "object": {"reason": "不同意"},
    }
    for path, body in acts.items():
        answer = decide_claim(receipt, 4, path, "admin", **body)
        assert code_of(answer) == (409, "staff.state"), path
    assert code_of(supplement(kept, documents("policy"))) == (409, "claim.settled")
    assert claim_case("claims", receipt)["revision"] == 4


def test_a_settled_claim_asks_for_no_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    kept = reported()
    receipt = kept["receipt"]
    back = decide_claim(receipt, 1, "documents/0001-05/send-back", reason="看不清")
    assert back.body["state"] == "waiting_for_papers"
    assert decide_claim(receipt, 2, "complete", complete_on=TODAY.isoformat()).status == 200
    assert status(kept)["documents"][4]["state"] == "rejected", "the desk went on without it"
    paid(receipt)
    told = status(kept)
    assert (told["documents"][4]["state"], told["missing_papers"]) == ("superseded", [])
    assert told["documents"][4]["findings"] == []


def test_what_waits_for_papers_or_is_proposed_is_not_proposed() -> None:
    receipt = reported("policy")["receipt"]
    assert code_of(propose(receipt, 1)) == (409, "staff.state")
    assert code_of(confirm(receipt, 1)) == (409, "staff.state")
    assert code_of(decide_claim(receipt, 1, "object", reason="不同意")) == (409, "staff.state")
