"""More is said of a reported claim: stays, the account, what was wrong; the report is kept."""

import json
from typing import Any, Final

import pytest

from functions.local.stack import Stack
from functions.platform.aws import dynamodb
from functions.records.claims import store
from tests.functional.at_once import meanwhile
from tests.functional.claims_requests import (
    CARD,
    WOMAN,
    day,
    new_key,
    paper,
    papers,
    status,
    submit,
    supplement,
    supplement_facts,
)
from tests.functional.requests_to_api import Answer, code_of
from tests.functional.rosters_requests import DAY, TODAY
from tests.functional.staff_claim_requests import (
    KINDS,
    TERMS,
    assessment,
    checked,
    confirm,
    documents,
    followed_up,
    insured,
    log,
    propose,
    reported,
)
from tests.functional.staff_requests import at, claim_case, decide_claim, desk, fetched
from tests.functional.wire import wire

pytestmark = pytest.mark.usefixtures("starts_put_back")

BANK: Final = {"bank": "建设银行", "card_number": "6227000000000000000", "account_holder": ""}
OPEN_STAY: Final = [{"admission": day(9), "discharge": None}]


def without_bank(**changes: Any) -> dict[str, Any]:
    return submit(new_key(), bank=None, **changes).body


def test_what_was_left_open_is_said_later_and_holds_for_everybody(aws: Stack) -> None:
    kept = without_bank(diagnosis={"specimen_date": None}, stays=OPEN_STAY)
    known = status(kept)["facts"]
    assert (known["account"], known["has_specimen_date"]) == (None, False)
    assert known["stays"] == [{**OPEN_STAY[0], "known_until": day(0)}]
    account = {**BANK, "account_holder": "王示例"}
    stays = [{"admission": day(9), "discharge": day(2)}, {"admission": day(2), "discharge": day(1)}]
    said = {"bank": account, "stays": stays, "diagnosis": {"specimen_date": day(7)}}
    warned = supplement_facts(kept, 1, **said)
    assert warned.codes.count("confirmation.missing") == len(warned.codes) > 0
    confirmed = [each["params"]["warning"] for each in warned.body["findings"]]
    answer = supplement_facts(kept, 1, **said, confirmations=confirmed)
    assert answer.status == 200, answer.body
    assert answer.body == status(kept)
    assert (answer.body["version"], answer.headers["ETag"]) == (2, '"2"')
    assert answer.body["facts"]["account"] == {
        "bank": "建设银行",
        "last_digits": "0000",
        "payee": None,
    }
    assert answer.body["timeline"][-1]["label"].endswith("：病检标本提取日、住院、收款账户")
    shown = claim_case("claims", kept["receipt"])
    assert (shown["specimen_date"], shown["stays"]) == (day(7), stays)
    assert shown["bank"]["card"] == account["card_number"]
    assert "bank.not_her_own" in [each["code"] for each in shown["findings"]]
    found = store.find(kept["receipt"])
    assert found
    assert store.get_report(found.claim).reported.bank is None, "the report is as it was"
    text = json.dumps(dynamodb().scan(TableName=aws.resources["Table"])["Items"])
    assert account["card_number"] not in text


def test_an_open_stay_counts_until_the_last_day_on_which_somebody_knew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    kept = reported(*KINDS, "hospital_papers", stays=OPEN_STAY)
    at(monkeypatch, TODAY + 5 * DAY)
    paid = assessment(kept["receipt"])["allowance"]["paid_days"]
    assert paid == 9 - TERMS.unpaid_days_per_stay.value
    assert supplement_facts(kept, 1, stays=OPEN_STAY).status == 200
    at(monkeypatch, TODAY + 20 * DAY)
    found = assessment(kept["receipt"])
    assert found["allowance"]["paid_days"] == paid + 5
    [told] = [each for each in found["verdict"]["findings"] if each["code"].endswith("in_hospital")]
    assert told["params"]["until"] == day(-5)
    other = {"admission": day(-9), "discharge": day(-12)}
    gone = supplement_facts(kept, 2, stays=[{**OPEN_STAY[0], "discharge": day(-7)}, other])
    assert gone.status == 200, gone.body
    days = assessment(kept["receipt"])["allowance"]["paid_days"]
    assert days == 9 + 7 - TERMS.unpaid_days_per_stay.value


def test_whether_she_had_cancer_before_is_said_otherwise_later_by_her_and_by_the_desk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    kept = checked(diagnosis={"earlier": "no"})
    receipt = kept["receipt"]
    assert propose(receipt, claim_case("claims", receipt)["revision"]).status == 200
    told = supplement_facts(kept, 1, diagnosis={"earlier": "other"})
    assert told.status == 200, told.body
    assert told.body["timeline"][-1]["label"].endswith("：以前得过癌症没有")
    case = claim_case("claims", receipt)
    assert case["disease"]["earlier"] == "得过，是另一种癌症"
    assert case["proposal"] is None, "that it is her first was stated without it"
    said: dict[str, Any] = {"source": "phone", "reason": "来电", "diagnosis": {"earlier": "no"}}
    answer = decide_claim(receipt, case["revision"], "supplements", **said)
    assert (answer.status, answer.body["disease"]["earlier"]) == (200, "没有得过")
    assert supplement_facts(kept, 3, diagnosis={"earlier": "x"}).codes == ["diagnosis.earlier"]


def test_what_was_said_before_is_read_once_for_what_is_said_now() -> None:
    kept = without_bank()
    with wire() as asked:
        assert supplement_facts(kept, 1, diagnosis={"specimen_date": day(8)}).status == 200
    read = [each.url for each in asked.requests if each.method == "GET"]
    assert len([each for each in read if kept["receipt"] in each]) == 1


IMPOSSIBLE: Final[list[tuple[dict[str, Any], str, str | None]]] = [
    ({}, "claim_supplement.nothing", None),
    ({"stays": [{"admission": day(3), "discharge": day(4)}]}, "stay.discharge_before_admission",
        "stays.0.discharge"),
    ({"stays": [{"admission": day(9), "discharge": day(3)}, {"admission": day(4)}]},
        "stay.overlapping", "stays.1.admission"),
    ({"stays": [{"admission": day(-1)}]}, "claim.in_the_future", "stays.0.admission"),
    ({"stays": [{"admission": "2026-02-30"}]}, "request.field", "stays.0.admission"),
    ({"diagnosis": {"disease": "肺癌"}}, "diagnosis.disease", "diagnosis.disease"),
    ({"diagnosis": {"specimen_date": day(-1)}}, "claim.in_the_future", "diagnosis.specimen_date"),
    ({"insured": {"name": ""}}, "name.missing", "insured.name"),
    ({"bank": {**BANK, "bank": "宁夏银行"}}, "bank.bank", "bank.bank"),
    ({"bank": BANK}, "bank.account_holder", "bank.account_holder"),
]  # fmt: skip


def test_what_cannot_be_right_changes_nothing_and_is_told_at_its_field() -> None:
    kept = without_bank(stays=OPEN_STAY)
    before = status(kept)
    for said, code, field in IMPOSSIBLE:
        refused = supplement_facts(kept, 1, **said)
        assert refused.status == 422, said
        found = [(each["code"], each["field"]) for each in refused.body["findings"]]
        assert (code, field) in found, said
    assert status(kept) == before


def test_the_same_again_is_kept_once_and_who_saw_an_older_state_changes_nothing() -> None:
    kept = without_bank()
    said = {"diagnosis": {"specimen_date": day(8)}}
    first, again = (supplement_facts(kept, 1, **said) for _ in range(2))
    assert (first.status, first) == (200, again)
    other = supplement_facts(kept, 1, diagnosis={"specimen_date": day(9)})
    assert code_of(other) == (412, "claim.version_conflict")
    known = supplement_facts(kept, 2, **said)
    assert (known.status, known.body["version"]) == (200, 2), "nothing new is no event"
    wrong = supplement_facts({**kept, "access_code": "00000-00000"}, 2, **said)
    assert wrong.status == 401


def test_papers_that_come_in_the_same_moment_are_lost_neither() -> None:
    kept = without_bank()
    slower, faster = meanwhile(
        lambda: supplement_facts(kept, 1, diagnosis={"specimen_date": day(8)}),
        lambda: supplement(kept, papers("policy")),
    )
    assert (faster.status, code_of(slower)) == (200, (412, "claim.version_conflict"))
    assert supplement_facts(kept, 2, diagnosis={"specimen_date": day(8)}).status == 200


def test_what_changes_a_sum_takes_a_proposal_back_and_the_account_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    kept = reported()
    assert propose(kept["receipt"], 1).status == 200
    account = {"bank": "工商银行", "card_number": CARD, "account_holder": "王示例"}
    answer = supplement_facts(kept, 1, bank=account, confirmations=["bank.not_her_own"])
    assert answer.body["state"] == "assessed"
    answer = supplement_facts(kept, 2, diagnosis={"specimen_date": day(8)})
    assert answer.body["state"] == "papers_complete"
    answer = supplement_facts(kept, 3, stays=[{"admission": day(8), "discharge": day(1)}])
    assert answer.body["state"] == "waiting_for_papers"
    assert [each["kind"] for each in answer.body["missing_papers"]] == ["hospital_papers"]


def test_the_archive_has_the_report_and_what_was_said_after_it() -> None:
    why = "确诊以后一直住院"
    late = {"diagnosis_date": day(60), "specimen_date": None}
    kept = without_bank(diagnosis=late, late_reason=f" {why} ")
    assert claim_case("claims", kept["receipt"])["late_reason"] == why
    assert supplement_facts(kept, 1, insured={"name": "李示例"}).status == 200
    made = desk("claims", "POST", f"/claims/{kept['receipt']}/export").body
    names = {each["name"].rpartition("/")[2] for each in made["files"]}
    assert {"报案.csv", "补充1.csv"} <= names
    assert fetched(made["url"])
    assert status(kept)["insured_name"] == "李**"


def test_another_payee_is_a_case_for_the_desk_and_no_clock_waits_for_the_papers() -> None:
    heir = {"account_holder": "李强", "payee": "heir", "kinship": "child"}
    told = submit(new_key(), bank=heir, documents=papers(*KINDS))
    assert told.status == 201, told.body
    kept = told.body
    assert (kept["payee_papers"]["payee"], kept["payee_papers"]["is_brought"]) == ("heir", False)
    assert "死亡证明" in kept["payee_papers"]["papers"][0]
    known = status(kept)
    assert (known["missing_papers"], known["state"]) == ([], "papers_complete")
    assert known["facts"]["account"]["payee"] == "收款人是继承人或指定受益人（子女）"
    shown = claim_case("claims", kept["receipt"])
    assert (shown["bank"]["holder"], shown["bank"]["payee"]) == (
        *("李强", "收款人是继承人或指定受益人（子女）"),
    )
    assert "payee.heir" in [each["code"] for each in shown["findings"]]
    federation = json.dumps(claim_case("federation", kept["receipt"]), ensure_ascii=False)
    assert "继承人" not in federation
    brought = supplement(kept, papers("payee")).body
    assert brought["payee_papers"]["is_brought"] is True
    assert brought["documents"][-1]["kind_name"] == "收款人的证明材料"
    hers = {**BANK, "account_holder": WOMAN.name}
    again = supplement_facts(kept, 2, bank=hers, confirmations=["bank_card.check_digit"]).body
    assert (again["payee_papers"], again["facts"]["account"]["payee"]) == (None, None)


def test_an_account_that_comes_later_says_who_is_paid() -> None:
    kept = without_bank()
    guardian = {**BANK, "account_holder": "李强", "payee": "guardian"}
    refused = supplement_facts(kept, 1, bank=guardian)
    assert "payee.kinship" in refused.codes
    assert supplement_facts(kept, 1, bank={**guardian, "payee": "self"}).status == 422
    answer = on_behalf(
        kept["receipt"],
        1,
        bank={**guardian, "kinship": "parent"},
        confirmations=["bank_card.check_digit"],
    )
    assert answer.body["bank"]["payee"] == "收款人是监护人（父母）"
    assert status(kept)["payee_papers"]["payee"] == "guardian"


def on_behalf(receipt: str, revision: object, **said: Any) -> Answer:
    asked = {"source": "phone", "reason": "本人来电，已按留下的电话核实", **said}
    return decide_claim(receipt, revision, "supplements", **asked)


def test_the_desk_says_more_on_her_behalf_and_how_it_came() -> None:
    kept = without_bank(stays=OPEN_STAY)
    receipt = kept["receipt"]
    stays = [{"admission": day(9), "discharge": day(2)}]
    first, again = (on_behalf(receipt, 1, stays=stays) for _ in range(2))
    assert (first.status, first) == (200, again)
    assert (first.body["revision"], first.body["stays"]) == (2, stays)
    [entry] = [each for each in first.body["timeline"] if each["by"]]
    assert (entry["label"], entry["reason"]) == (
        *("补充了情况（电话）：住院", "本人来电，已按留下的电话核实"),
    )
    assert code_of(on_behalf(receipt, 1, insured={"name": "李示例"})) == (412, "staff.conflict_own")
    wrong = on_behalf(receipt, 2, stays=[{"admission": day(2), "discharge": day(3)}])
    assert wrong.codes == ["stay.discharge_before_admission"]
    assert on_behalf(receipt, 2, source="online", stays=stays).status == 422
    told = status(kept)
    assert (told["version"], told["timeline"][-1]["label"]) == (2, entry["label"])
    assert "留下的电话" not in json.dumps(told, ensure_ascii=False)


def brings(receipt: str, revision: object, papers: list[dict[str, str]]) -> Answer:
    asked: dict[str, Any] = {"documents": papers, "reason": "本人把复印件交到柜台"}
    return decide_claim(receipt, revision, "documents", **asked)


def test_the_desk_brings_papers_that_came_to_the_counter() -> None:
    kept = checked("policy", "diagnosis")
    receipt, revision = kept["receipt"], claim_case("claims", kept["receipt"])["revision"]
    copies = documents("id_card", "pathology")
    first, again = (brings(receipt, revision, copies) for _ in range(2))
    assert (first.status, first) == (200, again), first.body
    assert (first.body["revision"], first.body["version"]) == (revision + 1, 2)
    [entry] = [each for each in first.body["timeline"] if each["by"]]
    assert (entry["label"], entry["reason"]) == ("补交了材料（书面）", "本人把复印件交到柜台")
    followed_up()
    told = status(kept)
    assert [(each["kind"], each["state"]) for each in told["documents"][2:]] == [
        ("id_card", "unscanned"),
        ("pathology", "unscanned"),
    ]
    [step] = [each for each in told["timeline"] if each["state"] == "supplemented"]
    assert step["label"] == "工作人员代您补交了材料"
    assert "没有交过" in step["note"]
    assert "柜台" not in json.dumps(told, ensure_ascii=False), "who said what is for the desk"
    assert "柜台" not in json.dumps(claim_case("federation", receipt), ensure_ascii=False)
    [logged, *_] = [each for each in log(receipt) if each["what"] == "supplemented"]
    assert (logged["by"]["name"], logged["reason"]) == (entry["by"]["name"], entry["reason"])


def test_a_paper_that_the_desk_brings_is_refused_as_hers_would_be() -> None:
    kept = checked("policy")
    receipt, revision = kept["receipt"], claim_case("claims", kept["receipt"])["revision"]
    broken = [{"kind": "id_card", "upload_id": paper(b"no paper at all")}]
    for wrong, refused in (
        ([], (422, "request.field")),
        ([{"kind": "id_card", "upload_id": "never-made"}], (422, "upload.unknown")),
        (documents("id_card") * 2, (409, "upload.used")),
    ):
        answer = brings(receipt, revision, wrong)
        assert (answer.status, answer.codes) == (refused[0], [refused[1]])
    assert brings(receipt, revision, broken).status == 200
    followed_up()
    [_, looked_at] = status(kept)["documents"]
    assert looked_at["state"] == "rejected"
    assert code_of(brings(receipt, revision, documents("id_card"))) == (412, "staff.conflict_own")


def test_a_claim_that_takes_no_more_takes_nothing_from_the_desk_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    monkeypatch.setattr("functions.claims.brought.MAX_DOCUMENTS", len(KINDS))
    kept = checked()
    receipt, revision = kept["receipt"], claim_case("claims", kept["receipt"])["revision"]
    assert brings(receipt, revision, documents("id_card")).codes == ["claim.documents_full"]
    refused: dict[str, Any] = {"outcome": "refuse", "lump_sum": 0, "article": "article-4"}
    assert propose(receipt, revision, **refused, reason="不在保险期间").status == 200
    assert confirm(receipt, revision + 1).status == 200
    late = brings(receipt, revision + 2, documents("id_card"))
    assert code_of(late) == (409, "claim.settled")


def test_an_illness_that_the_insurer_is_to_name_is_taken_and_named_before_it_is_decided_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insured(monkeypatch, 100)
    words = {"disease": None, "certificate": "右乳导管原位癌"}
    kept = reported(*KINDS, diagnosis=words)
    assert (kept["estimate"], kept["missing_papers"]) == (None, [])
    receipt = kept["receipt"]
    disease = claim_case("claims", receipt)["disease"]
    assert (disease["item"], disease["label"]) == (None, "还没有确定病种")
    assert disease["certificate"] == words["certificate"]
    assert "原位癌" in disease["reads_as"]["message"]
    assert claim_case("federation", receipt)["disease"]["certificate"] is None
    asked = desk("claims", "GET", f"/claims/{receipt}/assessment")
    revision = claim_case("claims", receipt)["revision"]
    open_disease = (409, "claim_desk.disease_open")
    assert (code_of(asked), code_of(propose(receipt, revision))) == (open_disease, open_disease)
    known = status(kept)
    assert known["facts"]["is_disease_open"] is True
    said = {"certificate": "右乳浸润性导管癌"}
    told = supplement_facts(kept, known["version"], diagnosis=said).body
    assert told["timeline"][-1]["label"] == "补充了情况：诊断证明上写的"
    assert told["facts"]["is_disease_open"] is True, "her words name no disease"
    disease = claim_case("claims", receipt)["disease"]
    assert (disease["code"], disease["certificate"]) == (None, said["certificate"])
    assert "乳腺癌" in disease["reads_as"]["title"]
    named = on_behalf(receipt, revision + 1, diagnosis={"disease": "乳腺癌"})
    assert named.status == 200, named.body
    assert status(kept)["facts"]["is_disease_open"] is False
    assert assessment(receipt)["lump_sum"]["item"] == "breast_cancer"
    assert claim_case("claims", receipt)["disease"]["label"] == "乳腺癌"
