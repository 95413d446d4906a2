"""A claim at the desk: who sees what of it, its papers decided on, and the clock they start."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from shared_rules import deadlines
from shared_rules.messages import catalogue
from tests.functional.claims_requests import (
    CARD,
    WOMAN,
    day,
    look_up,
    new_key,
    paper,
    status,
    submit,
    supplement,
)
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import DAY, PLAN, TODAY
from tests.functional.staff_claim_requests import (
    KINDS,
    SUM,
    checked,
    documents,
    followed_up,
    log,
    queue,
    reported,
)
from tests.functional.staff_requests import at, claim_case, decide_claim, desk
from tests.unit.papers.paper_files import jpeg, pdf, picture

pytestmark = pytest.mark.usefixtures("starts_put_back")


# ---- one claim ----


def test_a_claim_is_shown_whole_to_who_decides() -> None:
    receipt = checked(stays=[{"admission": day(9), "discharge": day(5)}])["receipt"]
    shown = claim_case("claims", receipt)
    assert shown["insured"]["name"] == WOMAN.name
    assert shown["insured"]["id_number"] == WOMAN.id_number
    assert shown["insured"]["birth_date"].replace("-", "") == WOMAN.id_number[6:14]
    assert shown["disease"] == {
        "code": "乳腺癌",
        "label": "乳腺癌",
        "item": "breast_cancer",
        "item_label": "乳腺癌",
        "certificate": None,
        "reads_as": None,
        "earlier": None,
    }
    assert shown["bank"] == {
        "bank": "工商银行",
        "card": CARD,
        "holder": WOMAN.name,
        "payee": None,
    }
    assert shown["stays"] == [{"admission": day(9), "discharge": day(5)}]
    assert [each["kind"] for each in shown["missing_papers"]] == ["hospital_papers"]
    assert [each["state"] for each in shown["documents"]] == ["unscanned"] * len(KINDS)
    assert [each["decision"] for each in shown["documents"]] == [None] * len(KINDS)
    assert (shown["state"], shown["pay_by"]) == ("waiting_for_papers", None)
    assert (shown["may_decide"], shown["may_confirm"], shown["is_masked"]) == (True, False, False)
    assert [each["state"] for each in shown["timeline"]] == ["reported", "checked"]


def test_what_was_said_of_cancer_before_is_for_who_decides_and_decides_nothing() -> None:
    cover = {"first_day": day(200), "renewal": False, "paid_before": False}
    said, other, unsaid = (
        submit(new_key(), diagnosis={"earlier": earlier}, cover=cover).body
        for earlier in ("same", "other", None)
    )
    assert other["estimate"] == unsaid["estimate"]
    assert unsaid["estimate"]["lump_sum"] == SUM
    assert said["estimate"]["lump_sum"] is None
    assert "claim.comes_back_open" in [each["code"] for each in said["estimate"]["findings"]]
    shown = claim_case("claims", said["receipt"])["disease"]
    assert shown["earlier"] == catalogue()["earlier_cancer.same"].title
    assert claim_case("claims", unsaid["receipt"])["disease"]["earlier"] is None
    assert submit(new_key(), diagnosis={"earlier": "perhaps"}).codes == ["diagnosis.earlier"]


def test_the_federation_sees_which_item_and_nobody() -> None:
    why = "王芳一直昏迷，家里没人知道"
    illness = {"disease": "卵巢癌", "earlier": "same"}
    receipt = reported(diagnosis=illness, late_reason=why)["receipt"]
    back = {"reason": "王芳的照片看不清"}
    assert decide_claim(receipt, 1, "documents/0001-01/send-back", **back).status == 200
    shown = claim_case("federation", receipt)
    log = desk("federation", "GET", f"/claims/{receipt}/log").body
    said = json.dumps([shown, log, desk("federation", "GET", "/claims").body], ensure_ascii=False)
    secrets = [WOMAN.name, WOMAN.id_number, CARD, "13912345678", "宁夏示例医院", "卵巢癌"]
    secrets += [
        catalogue()["earlier_cancer.same"].title,
        "王芳的照片看不清",
        why,
        "材料.pdf",
        WOMAN.id_number[6:14],
        "1391234",
    ]
    assert not [secret for secret in secrets if secret in said]
    assert shown["is_masked"]
    assert not shown["may_decide"]
    assert shown["bank"] is None
    assert shown["insured"]["id_number"] == f"{WOMAN.id_number[:4]}{'*' * 10}{WOMAN.id_number[-4:]}"
    assert shown["disease"]["item_label"] == PLAN.items["gynaecological_cancer"].name


def test_a_claim_of_nobody_is_told_as_before() -> None:
    kept = reported("policy")
    told = status(kept)
    assert (told["outcome"], told["state"]) == (None, "waiting_for_papers")
    assert look_up({**kept, "access_code": "00000-00000"}).status == 401


# ---- papers ----


def test_a_paper_is_looked_at_through_a_link_that_is_logged() -> None:
    receipt = checked()["receipt"]
    answer = desk("claims", "POST", f"/claims/{receipt}/documents/0001-02/link")
    assert answer.status == 200
    fetched = requests.get(answer.body["url"], timeout=30)
    assert (fetched.content, fetched.headers["Content-Type"]) == (pdf(), "application/pdf")
    asked = parse_qs(urlsplit(answer.body["url"]).query)
    assert int(asked["X-Amz-Expires"][0]) <= 600 if "X-Amz-Expires" in asked else "Expires" in asked
    [entry] = [each for each in log(receipt) if each["what"] == "viewed_paper"]
    assert (entry["document_id"], entry["by"]["name"]) == ("0001-02", "演示 claims")


def test_thumbnails_are_one_look_and_no_paper_was_opened() -> None:
    photo = {"kind": "id_card", "upload_id": paper(jpeg(picture(900, 700)), "证件.jpg")}
    kept = submit(new_key(), documents=[*documents("policy"), photo]).body
    path = f"/claims/{kept['receipt']}/thumbnails"
    assert desk("claims", "POST", path).body["thumbnails"] == [], "nobody has looked at them yet"
    followed_up()
    answer = desk("claims", "POST", path)
    [small] = answer.body["thumbnails"]
    assert small["document_id"] == "0001-02", "a PDF has none"
    fetched = requests.get(small["url"], timeout=30)
    assert fetched.headers["Content-Type"] == "image/jpeg"
    assert len(fetched.content) < len(jpeg(picture(900, 700)))
    entries = log(kept["receipt"])
    assert [each["what"] for each in entries].count("viewed_thumbnails") == 2
    assert not [each for each in entries if each["what"] == "viewed_paper"]
    papers = claim_case("claims", kept["receipt"])["documents"]
    assert [each["is_opened"] for each in papers] == [False, False]


def test_what_is_in_quarantine_is_opened_and_accepted_by_nobody() -> None:
    kept = submit(new_key(), documents=[{"kind": "policy", "upload_id": paper(b"<html>")}]).body
    path = f"/claims/{kept['receipt']}/documents/0001-01"
    refused = (409, "claim_paper.not_clean")
    for looked_at in (False, True):
        if looked_at:
            followed_up()
        revision = claim_case("claims", kept["receipt"])["revision"]
        assert code_of(desk("claims", "POST", f"{path}/link")) == refused
        accepted = decide_claim(kept["receipt"], revision, "documents/0001-01/accept")
        assert code_of(accepted) == refused
    assert not [each for each in log(kept["receipt"]) if each["what"] == "viewed_paper"]


def test_a_paper_is_accepted_or_comes_again_with_a_reason_that_she_sees() -> None:
    kept = checked()
    receipt = kept["receipt"]
    accepted = decide_claim(receipt, 1, "documents/0001-01/accept")
    assert accepted.status == 200
    assert accepted.body["documents"][0]["decision"]["outcome"] == "accepted"
    assert status(kept)["documents"][0]["state"] == "unscanned", "as before: nothing is asked"
    reason = {"reason": "银行卡照片看不清，=SUM(1)", "article": "article-14"}
    back = decide_claim(receipt, 2, "documents/0001-05/send-back", **reason)
    assert (back.status, back.body["state"]) == (200, "waiting_for_papers")
    assert [each["kind"] for each in back.body["missing_papers"]] == ["bank_card"]
    told = status(kept)
    assert (told["state"], told["documents"][4]["state"]) == ("waiting_for_papers", "rejected")
    [finding] = told["documents"][4]["findings"]
    assert (finding["message"], finding["article_label"]) == (reason["reason"], "第十四条")
    assert [each["kind"] for each in told["missing_papers"]] == ["bank_card"]
    assert "演示" not in json.dumps(told, ensure_ascii=False), "not who it was"
    steps = [each["state"] for each in told["timeline"]]
    assert sorted(steps) == ["checked", "paper_sent_back", "reported"]
    assert queue(state="waiting_for_papers") == [receipt]
    assert supplement(kept, documents("bank_card")).status == 200
    assert claim_case("claims", receipt)["state"] == "papers_complete"
    superseded = status(kept)["documents"][4]
    assert (superseded["state"], superseded["state_label"]) == ("superseded", "不用再补")
    assert superseded["findings"] == [], "what came instead is there"
    again = decide_claim(receipt, 4, "documents/0001-05/accept")
    assert again.body["documents"][4]["decision"]["outcome"] == "accepted"
    assert status(kept)["documents"][4]["findings"] == []


def test_other_pages_of_a_kind_do_not_replace_one_that_went_back() -> None:
    kept = reported(*KINDS, "bank_card")
    back = decide_claim(kept["receipt"], 1, "documents/0001-06/send-back", reason="反面看不清")
    assert back.body["state"] == "waiting_for_papers"


@pytest.mark.parametrize("body", [{}, {"reason": "x"}, {"reason": "  "}, {"reason": "字" * 501}])
def test_a_paper_goes_back_with_a_reason_only(body: dict[str, str]) -> None:
    receipt = reported()["receipt"]
    path = f"/claims/{receipt}/documents/0001-01/send-back"
    answer = desk("claims", "POST", path, body, if_match='"1"')
    assert answer.status == 422
    assert claim_case("claims", receipt)["revision"] == 1


@pytest.mark.parametrize("what", ["accept", "send-back", "link"])
def test_a_paper_that_is_not_there_is_not_decided_on(what: str) -> None:
    receipt = reported()["receipt"]
    body = {"reason": "看不清"} if what == "send-back" else None
    path = f"/claims/{receipt}/documents/0009-01/{what}"
    answer = desk("claims", "POST", path, body, if_match='"1"')
    assert code_of(answer) == (404, "staff.not_found")


# ---- the clock ----


def test_the_clock_runs_from_the_day_that_the_desk_says(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        at(patch, TODAY - 9 * DAY)
        kept = reported("policy", diagnosis={"diagnosis_date": day(12), "specimen_date": day(14)})
    complete_on = TODAY - 4 * DAY
    answer = decide_claim(kept["receipt"], 1, "complete", complete_on=complete_on.isoformat())
    assert (answer.status, answer.body["state"]) == (200, "papers_complete")
    expected = deadlines.pay_by(complete_on, PLAN)
    pay_by = {"day": expected.day.isoformat(), "provisional": expected.provisional}
    assert answer.body["pay_by"] == status(kept)["pay_by"] == pay_by
    [item] = desk("claims", "GET", "/claims").body["items"]
    assert item["due"] == pay_by["day"]
    back = decide_claim(kept["receipt"], 2, "documents/0001-01/send-back", reason="看不清")
    assert (back.body["state"], back.body["pay_by"]) == ("waiting_for_papers", None)


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (-1, "claim_desk.complete_before_report"),
        (0, None),
        (1, None),
        (2, "claim_desk.complete_in_future"),
    ],
)
def test_papers_are_complete_between_the_report_and_today(
    monkeypatch: pytest.MonkeyPatch, days: int, code: str | None
) -> None:
    with monkeypatch.context() as patch:
        at(patch, TODAY - DAY)
        receipt = reported("policy")["receipt"]
    said = (TODAY + (days - 1) * DAY).isoformat()
    answer = decide_claim(receipt, 1, "complete", complete_on=said)
    assert answer.status == (422 if code else 200)
    assert claim_case("claims", receipt)["revision"] == (1 if code else 2)
    if code:
        assert answer.codes == [code]
