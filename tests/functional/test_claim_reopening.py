"""A settled claim goes on: she objects, was in hospital again, or the desk has found a mistake."""

import json
from typing import Any, Final

import pytest

from functions.local.stack import Stack
from functions.platform.aws import dynamodb
from shared_rules import deadlines
from tests.functional.claims_requests import (
    WOMAN,
    day,
    reopen,
    status,
    supplement,
    supplement_facts,
)
from tests.functional.follow_up_deliveries import known
from tests.functional.requests_to_api import Answer, code_of
from tests.functional.rosters_requests import DAY, PLAN, TODAY
from tests.functional.staff_claim_requests import (
    KINDS,
    NOTHING,
    SUM,
    TERMS,
    assessment,
    confirm,
    documents,
    ended,
    insured,
    paid,
    propose,
    queue,
    reported,
)
from tests.functional.staff_requests import at, claim_case, decide_claim, desk

pytestmark = pytest.mark.usefixtures("starts_put_back")

STAY: Final = {"admission": day(20), "discharge": day(10)}
RATE: Final = TERMS.rate.value
FREE: Final = TERMS.unpaid_days_per_stay.value
OBJECTION: Final = {"why": "objection", "words": "少算了津贴，我住了十天"}
UPHELD: Final = {"outcome": "pay", **NOTHING, "reason": "已经按出院小结核对过"}


def revision_of(receipt: str) -> int:
    return int(claim_case("claims", receipt)["revision"])


def settled(receipt: str, **proposal: Any) -> Answer:
    """Propose that, and have a second person confirm it."""
    revision = revision_of(receipt)
    answer = propose(receipt, revision, **proposal)
    assert answer.status == 200, answer.body
    return ended(receipt, revision + 1)


def desk_reopens(receipt: str, why: str) -> Answer:
    return decide_claim(receipt, revision_of(receipt), "reopen", why=why, reason="核对时发现")


def paid_claim(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> dict[str, Any]:
    insured(monkeypatch, 100)
    kept = reported(*KINDS, **changes)
    paid(kept["receipt"])
    return kept


def test_she_objects_and_what_was_paid_is_set_off(
    monkeypatch: pytest.MonkeyPatch, aws: Stack
) -> None:
    insured(monkeypatch, 100)
    kept = reported(*KINDS, "hospital_papers", stays=[STAY])
    receipt = kept["receipt"]
    asked = {"lump_sum": SUM, "allowance": 0, "reason": "没有出院小结"}
    assert settled(receipt, **asked).body["state"] == "paid"
    at(monkeypatch, TODAY + 3 * DAY)
    assert status(kept)["may_reopen"]
    assert "第二十六条" in status(kept)["objection"]["message"]
    answer, again = (reopen(kept, 1, **OBJECTION) for _ in range(2))
    assert (answer.status, answer) == (200, again)
    told = answer.body
    assert (told["state"], told["outcome"], told["may_reopen"]) == (
        *("papers_complete", None, False),
    )
    assert told["reopened"]["label"] == "对决定有异议"
    assert [each["total"] for each in told["earlier"]] == [SUM]
    assert told["earlier"][0]["lines"] == [], "another sum than the arithmetic gave"
    assert told["earlier"][0]["reason"] == asked["reason"], "why less was paid than the rules give"
    assert told["papers_complete_on"] == day(-3), "the clock begins anew"
    assert told["pay_by"]["day"] == deadlines.pay_by(TODAY + 3 * DAY, PLAN).day.isoformat()
    items = dynamodb().scan(TableName=aws.resources["Table"])["Items"]
    assert OBJECTION["words"] not in json.dumps(items, ensure_ascii=False)
    case = claim_case("claims", receipt)
    assert OBJECTION["words"] in [each["reason"] for each in case["timeline"]]
    assert case["due"] == told["pay_by"]["day"]
    assert queue() == [receipt]

    found = assessment(receipt)
    more = (10 - FREE) * RATE
    assert found["entitled"] == {**NOTHING, "lump_sum": SUM, "allowance": more}
    assert found["paid_before"] == {**NOTHING, "lump_sum": SUM}
    assert found["prefilled"] == {**NOTHING, "allowance": more}
    early = decide_claim(receipt, case["revision"], "complete", complete_on=day(-2))
    assert early.codes == ["claim_desk.complete_before_reopening"]
    assert code_of(confirm(receipt, case["revision"])) == (409, "staff.state")
    assert propose(receipt, case["revision"], lump_sum=0, allowance=more).status == 200
    assert ended(receipt, case["revision"] + 1, TODAY + 3 * DAY).status == 200
    outcome = status(kept)["outcome"]
    assert (outcome["total"], outcome["paid_before"]) == (more, SUM)
    [line] = outcome["lines"]
    assert line["text"] == f"10 天 − {FREE} 天免赔 = {10 - FREE} 天 × {RATE} 元 = {more} 元"
    assert f"{SUM + more:,} 元" in status(kept)["next_step"]
    claim = known(WOMAN.id_number).claims[receipt]
    assert (claim.amounts.lump_sum, claim.amounts.allowance) == (SUM, more)


def test_a_further_stay_waits_for_its_papers_and_is_paid_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    kept = reported(*KINDS, "hospital_papers", stays=[STAY])
    receipt = kept["receipt"]
    paid(receipt)
    told = reopen(kept, 1, why="stay").body
    assert (told["state"], [each["kind"] for each in told["missing_papers"]]) == (
        *("waiting_for_papers", ["hospital_papers"]),
    )
    later = {"admission": day(8), "discharge": day(2)}
    assert supplement_facts(kept, 2, stays=[STAY, later]).status == 200
    assert supplement(kept, documents("hospital_papers")).body["state"] == "papers_complete"
    found = assessment(receipt)
    assert found["prefilled"] == {**NOTHING, "allowance": (6 - FREE) * RATE}
    assert paid(receipt)["state"] == "paid"
    assert known(WOMAN.id_number).claims[receipt].amounts.allowance == (10 - FREE + 6 - FREE) * RATE
    assert [each.receipt for each in known(WOMAN.id_number).ended.values()] == [receipt]


def test_a_refused_claim_is_looked_at_again_and_paid(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = reported()
    receipt = kept["receipt"]
    paid_nothing = {**NOTHING, "outcome": "refuse", "reason": "不在名单", "article": "article-5"}
    assert settled(receipt, **paid_nothing).body["state"] == "refused"
    insured(monkeypatch, 100)
    assert reopen(kept, 1, **OBJECTION).status == 200
    assert paid(receipt)["state"] == "paid"
    her = known(WOMAN.id_number)
    assert (list(her.claims), list(her.unpaid)) == ([receipt], [])
    today = TODAY.isoformat()
    summary = desk("admin", "GET", "/summary", query={"from": today, "until": today}).body
    breast = next(each for each in summary["diseases"] if each["name"] == "乳腺癌")
    assert (breast["reported"], breast["paid"], breast["refused"]) == (1, 1, 0), "counted once"
    assert breast["paid_amount"] == SUM
    pace = next(each for each in summary["paces"] if each["what"] == "claims")
    assert pace["count"] == 1


def test_an_objection_that_changes_nothing_is_answered_with_a_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = paid_claim(monkeypatch)
    receipt = kept["receipt"]
    assert reopen(kept, 1, **OBJECTION).status == 200
    assert assessment(receipt)["prefilled"] == NOTHING
    revision = revision_of(receipt)
    assert propose(receipt, revision, **{**UPHELD, "reason": None}).codes == [
        "claim_desk.needs_reason"
    ]
    again = propose(receipt, revision, lump_sum=SUM, reason="再付一次")
    assert again.codes == ["claim_desk.amount_over_cap"], "no item is paid twice"
    assert settled(receipt, **UPHELD).body["state"] == "paid"
    told = status(kept)["outcome"]
    assert (told["total"], told["paid_before"], told["reason"]) == (0, SUM, UPHELD["reason"])
    assert known(WOMAN.id_number).claims[receipt].amounts.lump_sum == SUM


def test_money_that_came_back_is_paid_again_and_nothing_else_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = paid_claim(monkeypatch)
    receipt = kept["receipt"]
    assert desk_reopens(receipt, "transfer").body["state"] == "papers_complete"
    assert status(kept)["reopened"]["label"] == "钱没有转成"
    assert assessment(receipt)["prefilled"] == {**NOTHING, "lump_sum": SUM}
    assert paid(receipt)["state"] == "paid"
    assert known(WOMAN.id_number).claims[receipt].amounts.lump_sum == SUM
    assert desk_reopens(receipt, "mistake").status == 200
    assert assessment(receipt)["prefilled"] == NOTHING
    assert settled(receipt, **UPHELD).status == 200
    assert code_of(desk_reopens(receipt, "transfer")) == (409, "claim_desk.nothing_to_return")


def test_money_that_came_back_and_is_not_due_leaves_the_item_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = paid_claim(monkeypatch)
    receipt = kept["receipt"]
    assert desk_reopens(receipt, "transfer").status == 200
    refused = {**NOTHING, "outcome": "refuse", "reason": "病理复核为良性", "article": "article-5"}
    assert settled(receipt, **refused).body["state"] == "refused"
    assert known(WOMAN.id_number).ended == {}


def test_what_was_paid_for_the_wrong_item_ends_that_of_the_illness_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two sums were never paid: whoever has another first cancer later is not refused for it."""
    receipt = paid_claim(monkeypatch)["receipt"]
    assert desk_reopens(receipt, "mistake").status == 200
    said: dict[str, Any] = {"source": "paper", "reason": "病理复核"}
    said["diagnosis"] = {"disease": "卵巢癌"}
    assert decide_claim(receipt, revision_of(receipt), "supplements", **said).status == 200
    kept_so = {**NOTHING, "outcome": "pay", "reason": "多付的另行退回"}
    assert settled(receipt, **kept_so).body["state"] == "paid"
    assert list(known(WOMAN.id_number).ended) == ["gynaecological_cancer"]
    assert assessment(reported()["receipt"])["prefilled"]["lump_sum"] == SUM


def test_what_was_paid_too_much_is_for_a_person_and_never_below_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    kept = reported(*KINDS, "hospital_papers", stays=[STAY])
    receipt = kept["receipt"]
    paid(receipt)
    assert desk_reopens(receipt, "mistake").status == 200
    said: dict[str, Any] = {
        "source": "paper",
        "reason": "出院小结",
        "stays": [{**STAY, "discharge": day(15)}],
    }
    assert decide_claim(receipt, revision_of(receipt), "supplements", **said).status == 200
    found = assessment(receipt)
    assert (found["prefilled"], found["suggested"]) == (NOTHING, None)
    [over] = [
        each for each in found["verdict"]["findings"] if each["code"].endswith("paid_too_much")
    ]
    assert over["params"]["over"] == 5 * RATE


def test_only_a_settled_claim_is_reopened_and_an_objection_says_to_what(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    kept = reported()
    receipt = kept["receipt"]
    assert code_of(reopen(kept, 1, **OBJECTION)) == (409, "claim.not_settled")
    assert code_of(desk_reopens(receipt, "mistake")) == (409, "staff.state")
    paid(receipt)
    assert reopen(kept, 1, why="objection").codes == ["claim_reopening.no_words"]
    named = reopen(kept, 1, why="objection", words=f"{WOMAN.id_number} 少算了一次住院")
    assert (named.status, named.codes) == (422, ["claim.words_id_number"])
    assert code_of(reopen(kept, 2, **OBJECTION)) == (412, "claim.version_conflict")
    assert reopen({**kept, "access_code": "00000-00000"}, 1, **OBJECTION).status == 401
    assert reopen(kept, 1, why="mistake").codes == ["request.field"]
    assert status(kept)["state"] == "paid"
    assert reopen(kept, 1, **OBJECTION).status == 200
