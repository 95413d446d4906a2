"""A claim at the desk: found, looked at, its papers decided on, assessed, settled; and its log."""

import csv
import hashlib
import io
import json
import logging
import os
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
import requests
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ConnectionClosedError

from functions.common import clock, person_index
from functions.common.keyed_hash import keyed_hash
from functions.followup import service
from functions.staff.claims import queue as queue_module
from shared_rules import deadlines
from shared_rules.plans import in_force
from tests.functional.claims_doors import (
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
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_doors import PEOPLE, TODAY, rows_of
from tests.functional.rosters_doors import submit as submit_list
from tests.functional.staff_doors import accept, claim_case, decide_claim, desk
from tests.functional.wire import Send, wire
from tests.unit.papers.paper_files import jpeg, pdf

pytestmark = pytest.mark.usefixtures("aws")

PLAN: Final = in_force(TODAY)
DAY: Final = timedelta(days=1)
KINDS: Final = ("policy", "id_card", "diagnosis", "pathology", "bank_card")
BREAST: Final = PLAN.items["breast_cancer"]
SUM: Final = BREAST.lump_sum.value
Act = Callable[[], Answer]
NOTHING: Final[dict[str, Any]] = {"lump_sum": 0, "allowance": 0, "refund": 0}


def followed_up() -> None:
    """Work off the outbox."""
    assert service.sweep(clock.now(), timedelta(0)).failed == 0


def documents(*kinds: str) -> list[dict[str, str]]:
    """A paper of each kind that can be opened."""
    return [{"kind": kind, "upload_id": paper(pdf())} for kind in kinds]


def reported(*kinds: str, **changes: Any) -> dict[str, Any]:
    """A claim with papers that nobody has looked at yet, by default of every kind."""
    answer = submit(new_key(), documents=documents(*(kinds or KINDS)), **changes)
    assert answer.status == 201, answer.body
    return answer.body


def checked(*kinds: str, **changes: Any) -> dict[str, Any]:
    """The same after the follow-up has looked at them."""
    kept = reported(*kinds, **changes)
    followed_up()
    return kept


def at(monkeypatch: pytest.MonkeyPatch, today: date) -> None:
    """Have the doors think that it is another day."""
    moment = clock.now().replace(year=today.year, month=today.month, day=today.day)
    for handler in ("claims", "rosters", "staff", "staff.claims"):
        monkeypatch.setattr(f"functions.{handler}.handler.now", lambda: moment)


def insured(monkeypatch: pytest.MonkeyPatch, days_ago: int) -> str:
    """Have her in a list that was accepted so many days ago; its receipt."""
    with monkeypatch.context() as patch:
        at(patch, TODAY - days_ago * DAY)
        people = rows_of([*PEOPLE[:2], WOMAN])
        kept = submit_list(new_key(), rows=people, confirmations=[])
        assert kept.status == 201, kept.body
        issued = (TODAY - days_ago * DAY).isoformat()
        dates = ("consent_date", "premium_received_date", "policy_issued_date")
        answer = accept(kept.body["receipt"], 1, role="admin", **dict.fromkeys(dates, issued))
        assert answer.status == 200, answer.body
    followed_up()
    return str(kept.body["receipt"])


def code_of(answer: Answer) -> tuple[int, str]:
    return answer.status, answer.body["code"]


def queue(role: str = "claims", **query: str) -> list[str]:
    answer = desk(role, "GET", "/claims", query=query)
    assert answer.status == 200, answer.body
    return [item["receipt"] for item in answer.body["items"]]


def assessment(receipt: str, **query: str) -> dict[str, Any]:
    answer = desk("claims", "GET", f"/claims/{receipt}/assessment", query=query)
    assert answer.status == 200, answer.body
    return answer.body


def propose(receipt: str, revision: object, role: str = "claims", **changes: Any) -> Answer:
    """Propose what the rules give where she was insured and past her waiting period."""
    body = {"outcome": "pay", **NOTHING, "lump_sum": SUM, **changes}
    return decide_claim(receipt, revision, "propose", role, **body)


def confirm(receipt: str, revision: object, role: str = "admin", **changes: Any) -> Answer:
    body = {"settled_on": TODAY.isoformat(), **changes}
    return decide_claim(receipt, revision, "confirm", role, **body)


def paid(receipt: str) -> dict[str, Any]:
    """Pay a claim as the rules give it."""
    found = assessment(receipt)
    revision = claim_case("claims", receipt)["revision"]
    asked = {"outcome": found["suggested"], **found["prefilled"]}
    assert propose(receipt, revision, **asked).status == 200
    answer = confirm(receipt, revision + 1)
    assert answer.status == 200, answer.body
    return answer.body


# ---- the queue ----


def test_the_queue_has_open_claims_the_most_urgent_first() -> None:
    waiting = reported("policy")["receipt"]
    complete = reported()["receipt"]
    due = {
        waiting: TODAY + timedelta(days=10),
        complete: deadlines.pay_by(TODAY, PLAN).day,
    }
    expected = sorted(due, key=lambda receipt: (due[receipt], receipt))
    assert queue() == queue("admin") == queue("federation") == expected
    assert queue(state="waiting_for_papers") == [waiting]
    assert queue(state="papers_complete") == [complete]
    assert queue(state="paid") == []
    items = {each["receipt"]: each for each in desk("claims", "GET", "/claims").body["items"]}
    assert items[complete] == {
        "receipt": complete,
        "version": 1,
        "revision": 1,
        "state": "papers_complete",
        "state_label": "材料已齐，等待审核",
        "unit_name": "贺兰县示例小学",
        "county": "贺兰县",
        "reported_at": items[complete]["reported_at"],
        "due": due[complete].isoformat(),
        "due_label": "赔付期限",
        "is_provisional": deadlines.pay_by(TODAY, PLAN).provisional,
        "is_overdue": False,
        "is_soon": False,
        "is_late_report": False,
    }
    assert items[waiting]["due_label"] == "提醒补材料"


@pytest.mark.parametrize(
    ("late", "is_soon", "is_overdue"),
    [(-4, False, False), (-3, True, False), (0, True, False), (1, False, True)],
)
def test_what_is_close_to_its_deadline_is_flagged(
    monkeypatch: pytest.MonkeyPatch, late: int, *, is_soon: bool, is_overdue: bool
) -> None:
    reported()
    due = date.fromisoformat(desk("claims", "GET", "/claims").body["items"][0]["due"])
    at(monkeypatch, due + late * DAY)
    [item] = desk("claims", "GET", "/claims").body["items"]
    assert (item["is_soon"], item["is_overdue"]) == (is_soon, is_overdue)


def test_pages_go_through_all_open_states(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_module, "PAGE", 2)
    made = [reported(*kinds)["receipt"] for kinds in (("policy",), (), ("id_card",), (), ())]
    seen: list[str] = []
    query: dict[str, str] = {}
    while True:
        answer = desk("claims", "GET", "/claims", query=query or None).body
        seen += [item["receipt"] for item in answer["items"]]
        if not answer["next"]:
            break
        query = {"after": answer["next"]}
    assert sorted(seen) == sorted(made)


def test_a_claim_is_found_by_its_receipt_or_its_unit() -> None:
    first = reported("policy", unit={"name": "平罗县示例厂", "county": "平罗县"})["receipt"]
    second = reported()["receipt"]
    assert queue(q=first.lower().replace("-", "")) == [first]
    assert queue(q="平罗县") == [first]
    assert queue(q="贺兰县示例", state="papers_complete") == [second]
    assert queue(q="贺兰县示例", state="assessed") == []
    assert queue(q="示例厂") == []


def test_states_are_counted_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    for kinds in (("policy",), ("id_card",), ()):
        reported(*kinds)

    def counted() -> dict[str, tuple[int, bool]]:
        answer = desk("federation", "GET", "/claims/counts").body
        return {each["state"]: (each["count"], each["is_more"]) for each in answer["counts"]}

    assert counted() == {
        "waiting_for_papers": (2, False),
        "papers_complete": (1, False),
        **dict.fromkeys(("assessed", "paid", "refused", "refunded"), (0, False)),
    }
    monkeypatch.setattr(queue_module, "MOST_COUNTED", 1)
    assert counted()["waiting_for_papers"] == (1, True)


@pytest.mark.parametrize("query", [{"state": "lost"}, {"q": "字" * 201}, {"after": "x" * 201}])
def test_a_queue_that_cannot_be_shown_is_refused(query: dict[str, str]) -> None:
    assert desk("claims", "GET", "/claims", query=query).status == 422


def test_the_queue_follows_what_comes_and_what_cannot_be_opened() -> None:
    kept = reported("policy", "id_card", "diagnosis", "pathology")
    receipt = kept["receipt"]
    html = {"kind": "bank_card", "upload_id": paper(b"<!DOCTYPE html><html></html>")}
    assert supplement(kept, [html]).status == 200
    assert queue(state="papers_complete") == [receipt], "before anybody looked at it"
    seen = claim_case("claims", receipt)["revision"]
    followed_up()
    assert queue(state="papers_complete") == []
    assert queue(state="waiting_for_papers") == [receipt]
    answer = decide_claim(receipt, seen, "complete", complete_on=TODAY.isoformat())
    assert code_of(answer) == (412, "staff.conflict"), "she decided on what it was before"
    assert supplement(kept, documents("bank_card")).status == 200
    assert queue(state="papers_complete") == [receipt]


def test_a_claim_from_before_the_desk_is_found_and_gets_its_place() -> None:
    kept = reported("policy")
    receipt = kept["receipt"]
    forget_desk(receipt)
    assert queue() == []
    assert queue(q=receipt) == [receipt]
    assert claim_case("claims", receipt)["revision"] == 1
    assert status(kept)["state"] == "waiting_for_papers"
    answer = decide_claim(receipt, 1, "complete", complete_on=TODAY.isoformat())
    assert (answer.status, answer.body["revision"]) == (200, 2)
    assert queue() == [receipt]


def test_papers_for_a_claim_from_before_the_desk_give_it_its_place() -> None:
    kept = reported("policy")
    forget_desk(kept["receipt"])
    assert supplement(kept, documents("id_card")).status == 200
    assert queue() == [kept["receipt"]]


def forget_desk(receipt: str) -> None:
    """Have a claim as it was kept before there was a desk for it."""
    table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])
    names = ("revision", "queue", "queue_order", "unit_county", "unit_order", "due", "state")
    table.update_item(
        Key={"pk": f"CLAIM#{receipt}", "sk": "HEAD"},
        UpdateExpression="REMOVE " + ", ".join(f"#{name}" for name in (*names, "provisional")),
        ExpressionAttributeNames={f"#{name}": name for name in (*names, "provisional")},
    )
    table.meta.client.close()


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
    }
    assert shown["bank"] == {"bank": "工商银行", "card": CARD, "holder": WOMAN.name}
    assert shown["stays"] == [{"admission": day(9), "discharge": day(5)}]
    assert [each["kind"] for each in shown["missing_papers"]] == ["hospital_papers"]
    assert [each["state"] for each in shown["documents"]] == ["unscanned"] * len(KINDS)
    assert [each["decision"] for each in shown["documents"]] == [None] * len(KINDS)
    assert (shown["state"], shown["pay_by"]) == ("waiting_for_papers", None)
    assert (shown["may_decide"], shown["may_confirm"], shown["is_masked"]) == (True, False, False)
    assert [each["state"] for each in shown["timeline"]] == ["reported", "checked"]


def test_the_federation_sees_which_item_and_nobody() -> None:
    receipt = reported(diagnosis={"disease": "卵巢癌"})["receipt"]
    back = {"reason": "王芳的照片看不清"}
    assert decide_claim(receipt, 1, "documents/0001-01/send-back", **back).status == 200
    shown = claim_case("federation", receipt)
    log = desk("federation", "GET", f"/claims/{receipt}/log").body
    said = json.dumps([shown, log, desk("federation", "GET", "/claims").body], ensure_ascii=False)
    secrets = [WOMAN.name, WOMAN.id_number, CARD, "13912345678", "宁夏示例医院", "卵巢癌"]
    secrets += ["王芳的照片看不清", "材料.pdf", WOMAN.id_number[6:14], "1391234"]
    assert not [secret for secret in secrets if secret in said]
    assert shown["is_masked"]
    assert not shown["may_decide"]
    assert shown["bank"] is None
    assert shown["insured"]["id_number"] == f"{WOMAN.id_number[:4]}{'*' * 10}{WOMAN.id_number[-4:]}"
    assert shown["disease"]["item_label"] == PLAN.items["gynaecological_cancer"].name


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


# ---- the assessment ----


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
    days = 10 - BREAST.unpaid_days_per_stay.value
    allowance = days * BREAST.daily_allowance.value
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


# ---- proposed, confirmed, objected to ----


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

    settled = confirm(receipt, 2)
    assert (settled.status, settled.body["state"]) == (200, "paid")
    outcome = settled.body["outcome"]
    assert (outcome["by"]["name"], outcome["confirmed_by"]["name"]) == (
        *("演示 claims", "演示 admin"),
    )
    told = status(kept)
    assert told["state"] == "paid"
    assert told["outcome"] == {
        "outcome": "pay",
        "lump_sum": SUM,
        "allowance": 0,
        "refund": 0,
        "total": SUM,
        "article": "article-5",
        "article_label": "第五条",
        "reason": None,
        "settled_on": TODAY.isoformat(),
    }
    assert f"{SUM:,} 元" in told["next_step"]
    assert "演示" not in json.dumps(told, ensure_ascii=False)
    assert (queue(), queue(state="paid")) == ([], [receipt])
    [item] = desk("claims", "GET", "/claims", query={"state": "paid"}).body["items"]
    assert (item["due"], item["is_overdue"]) == (None, False)


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
    assert BREAST.daily_allowance.value * BREAST.paid_days_per_year.value == 18_000
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
    person = keyed_hash("person", WOMAN.id_number)
    assert person_index.known(person).ended == {}, "nothing has ended"


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (-1, "claim_desk.settled_too_early"),
        (0, None),
        (1, None),
        (2, "claim_desk.settled_in_future"),
    ],
)
def test_a_claim_is_settled_between_the_proposal_and_today(
    monkeypatch: pytest.MonkeyPatch, days: int, code: str | None
) -> None:
    insured(monkeypatch, 100)
    receipt = reported()["receipt"]
    assert propose(receipt, 1).status == 200
    at(monkeypatch, TODAY + DAY)
    answer = confirm(receipt, 2, settled_on=(TODAY + days * DAY).isoformat())
    assert answer.status == (422 if code else 200)
    if code:
        assert answer.codes == [code]
        assert claim_case("claims", receipt)["state"] == "assessed"


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
        "propose": {"outcome": "pay", **NOTHING, "lump_sum": SUM},
        "confirm": {"settled_on": (TODAY - DAY).isoformat()},
        "object": {"reason": "不同意"},
    }
    for path, body in acts.items():
        answer = decide_claim(receipt, 3, path, "admin", **body)
        assert code_of(answer) == (409, "staff.state"), path
    assert code_of(supplement(kept, documents("policy"))) == (409, "claim.settled")
    assert claim_case("claims", receipt)["revision"] == 3


def test_what_waits_for_papers_or_is_proposed_is_not_proposed() -> None:
    receipt = reported("policy")["receipt"]
    assert code_of(propose(receipt, 1)) == (409, "staff.state")
    assert code_of(confirm(receipt, 1)) == (409, "staff.state")
    assert code_of(decide_claim(receipt, 1, "object", reason="不同意")) == (409, "staff.state")


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


def test_two_claims_at_once_pay_an_item_once(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    first, second = reported()["receipt"], reported()["receipt"]
    for receipt in (first, second):
        assert propose(receipt, 1).status == 200
    assert confirm(first, 2).status == 200
    assert code_of(confirm(second, 2)) == (409, "claim_desk.changed")
    shown = claim_case("claims", second)
    assert (shown["state"], shown["revision"]) == ("assessed", 2)


def test_two_claims_in_the_same_moment_pay_an_item_once(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    first, second = reported()["receipt"], reported()["receipt"]
    for receipt in (first, second):
        assert propose(receipt, 1).status == 200
    slower, faster = meanwhile(lambda: confirm(second, 2), lambda: confirm(first, 2))
    assert (faster.status, code_of(slower)) == (200, (409, "claim_desk.item_ended"))
    shown = claim_case("claims", second)
    assert (shown["state"], shown["revision"]) == ("assessed", 2)
    assert person_index.known(keyed_hash("person", WOMAN.id_number)).claims.keys() == {first}


def meanwhile(act: Act, other: Act) -> tuple[Answer, Answer]:
    """What somebody gets whose transaction goes out after another one's, and what the other."""
    done: list[Answer] = []

    def carry(_: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        if not done and "TransactItems" in str(request.body):
            done.append(Answer(0, "", {}))
            done.append(other())
        return send(request)

    with wire(carry):
        slower = act()
    return slower, done[1]


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
    assert confirm(receipt, 4).body["state"] == "paid"


def test_days_paid_by_an_earlier_claim_count_for_the_policy_year(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limit, unpaid = BREAST.paid_days_per_year.value, BREAST.unpaid_days_per_stay.value
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
    codes = [each["code"] for each in overlapping["verdict"]["findings"]]
    assert "claim_assessment.earlier_overlap" in codes


def test_a_renewal_shows_what_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    paid(reported()["receipt"])
    receipt = insured(monkeypatch, 0)
    answer = desk("admin", "GET", f"/rosters/{receipt}/rows").body
    codes = [[each["code"] for each in row["cover"]["findings"]] for row in answer["rows"]]
    assert ["cover.item_ended" in each for each in codes] == [False, False, True]


# ---- two at once, and the same again ----


def test_of_two_people_at_once_one_gets_a_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    receipt = checked()["receipt"]
    assert decide_claim(receipt, 1, "documents/0001-01/accept").status == 200
    others: tuple[tuple[str, dict[str, Any]], ...] = (
        ("documents/0001-01/send-back", {"reason": "看不清"}),
        ("documents/0001-01/accept", {}),
        ("complete", {"complete_on": TODAY.isoformat()}),
        ("propose", {"outcome": "pay", **NOTHING, "lump_sum": SUM}),
    )
    for path, body in others:
        answer = decide_claim(receipt, 1, path, "admin", **body)
        assert code_of(answer) == (412, "staff.conflict"), path
    shown = claim_case("claims", receipt)
    assert (shown["revision"], shown["documents"][0]["decision"]["outcome"]) == (2, "accepted")


def test_the_same_decision_again_is_answered_again(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    receipt = checked()["receipt"]
    acts: tuple[Act, ...] = (
        lambda: decide_claim(receipt, 1, "documents/0001-01/accept"),
        lambda: propose(receipt, 2),
        lambda: confirm(receipt, 3),
    )
    for act in acts:
        assert act().status == 200
        once, again = act(), act()
        assert (once.status, once) == (200, again)
    assert claim_case("claims", receipt)["revision"] == 4
    other = propose(receipt, 2, lump_sum=SUM - 1, reason="另一个理由")
    assert code_of(other) == (412, "staff.conflict")


@pytest.mark.parametrize("header", ["", "x", '"-1"'])
def test_a_decision_names_what_it_is_made_on(header: str) -> None:
    receipt = reported()["receipt"]
    body = {"complete_on": TODAY.isoformat()}
    answer = desk("claims", "POST", f"/claims/{receipt}/complete", body, if_match=header)
    assert code_of(answer) == (428, "request.if_match")


# ---- the log and the archive ----


def log(receipt: str, role: str = "claims") -> list[dict[str, Any]]:
    answer = desk(role, "GET", f"/claims/{receipt}/log")
    assert answer.status == 200
    entries: list[dict[str, Any]] = answer.body["entries"]
    return entries


def fetched(url: str) -> bytes:
    key = urlsplit(url).path.partition("/desk/")[2]
    found = boto3.client("s3").get_object(Bucket=os.environ["UPLOADS_BUCKET"], Key=f"desk/{key}")
    return found["Body"].read()


def table_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_log_says_who_what_why_before_and_after(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    receipt = reported()["receipt"]
    claim_case("federation", receipt)
    assessment(receipt)
    assert propose(receipt, 1, lump_sum=SUM - 1, reason="=1+1 少付一元").status == 200
    entries = {each["what"]: each for each in log(receipt)}
    assert set(entries) == {
        *("reported", "viewed_claim", "viewed_assessment", "proposed"),
    }
    proposed = entries["proposed"]
    assert (proposed["before"], proposed["after"]) == ("papers_complete", "assessed")
    assert proposed["by"] == {"name": "演示 claims", "roles": ["claims"]}
    assert (proposed["prefilled"]["lump_sum"], proposed["amounts"]["lump_sum"]) == (SUM, SUM - 1)
    assert entries["viewed_claim"]["is_masked"]
    answer = desk("claims", "POST", f"/claims/{receipt}/log-file")
    header, *lines = table_of(fetched(answer.body["url"]))
    assert header[:3] == ["时间", "事项", "经办人"]
    cells = [cell for line in lines for cell in line]
    assert "'=1+1 少付一元" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert any("导出了办理记录" in line for line in lines), "that it was exported, too"


def test_nothing_is_edited(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    kept = reported()
    receipt = kept["receipt"]
    before: list[dict[str, Any]] = []
    acts: tuple[Act, ...] = (
        lambda: decide_claim(receipt, 1, "documents/0001-01/send-back", reason="看不清"),
        lambda: supplement(kept, documents("policy")),
        lambda: propose(receipt, 3),
        lambda: decide_claim(receipt, 4, "object", reason="再看看"),
        lambda: propose(receipt, 5),
        lambda: confirm(receipt, 6),
    )
    for act in acts:
        assert act().status == 200
        after = [each for each in reversed(log(receipt)) if each["revision"]]
        assert after[: len(before)] == before
        assert len(after) == len(before) + 1 + (0 if before else 1)
        before = after


def test_a_claim_is_exported_with_an_index_and_no_formulas() -> None:
    hostile = {"kind": "policy", "upload_id": paper(pdf(), "=HYPERLINK(1).pdf")}
    photo = {"kind": "id_card", "upload_id": paper(jpeg(), "证件.jpg")}
    spoilt = {"kind": "bank_card", "upload_id": paper(b"<html>", "卡.html")}
    unit = {"name": "@SUM(1)厂", "county": "贺兰县"}
    kept = submit(new_key(), documents=[hostile, photo, spoilt], unit=unit).body
    followed_up()
    receipt = kept["receipt"]
    answer = desk("claims", "POST", f"/claims/{receipt}/export")
    assert answer.status == 200, answer.body
    data = fetched(answer.body["url"])
    assert hashlib.sha256(data).hexdigest() == answer.body["sha256"]
    again = desk("admin", "POST", f"/claims/{receipt}/export")
    assert fetched(again.body["url"]) == data, "the same claim, the same bytes"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest["files"] == answer.body["files"]
    assert {each["name"]: each["sha256"] for each in manifest["files"]} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }
    header, *lines = table_of(files[f"{receipt}/目录.csv"])
    assert [line[0] for line in lines] == ["0001-01", "0001-02", "0001-03"]
    assert lines[0][2] == "'=HYPERLINK(1).pdf"
    for line in lines[:2]:
        assert hashlib.sha256(files[line[header.index("文件")]]).hexdigest() == line[-1]
    assert lines[2][-3:] == ["", "", ""], "what is in quarantine stays there"
    report = dict(table_of(files[f"{receipt}/报案.csv"]))
    assert (report["单位"], report["身份证号"]) == ("'@SUM(1)厂", WOMAN.id_number)
    assert len(files) == 4
    exported = [each for each in log(receipt) if each["what"] == "exported_claim"]
    assert len(exported) == 2


def test_a_claim_of_nobody_is_told_as_before() -> None:
    kept = reported("policy")
    told = status(kept)
    assert (told["outcome"], told["state"]) == (None, "waiting_for_papers")
    assert look_up({**kept, "access_code": "00000-00000"}).status == 401


def test_who_decides_in_the_same_moment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have read the same revision; the slower one's transaction finds another."""
    insured(monkeypatch, 100)
    receipt = reported()["receipt"]
    slower, faster = meanwhile(
        lambda: propose(receipt, 1),
        lambda: decide_claim(receipt, 1, "documents/0001-01/send-back", "admin", reason="看不清"),
    )
    assert (faster.status, code_of(slower)) == (200, (412, "staff.conflict"))
    shown = claim_case("claims", receipt)
    assert (shown["state"], shown["revision"], shown["proposal"]) == (
        *("waiting_for_papers", 2, None),
    )
    assert queue(state="waiting_for_papers") == [receipt]
    assert queue(state="assessed") == []


def test_nothing_is_shown_that_could_not_be_logged() -> None:
    receipt = checked()["receipt"]

    def no_log(_: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        if "VIEWED#" in str(request.body):
            raise ConnectionClosedError(endpoint_url=request.url)
        return send(request)

    for method, path in (
        ("GET", ""),
        ("GET", "/assessment"),
        ("POST", "/documents/0001-01/link"),
        ("POST", "/log-file"),
        ("POST", "/export"),
    ):
        with wire(no_log):
            answer = desk("claims", method, f"/claims/{receipt}{path}")
        assert code_of(answer) == (503, "request.busy"), path


def test_people_are_in_no_log_of_the_service(
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.INFO)
    insured(monkeypatch, 100)
    receipt = checked()["receipt"]
    claim_case("claims", receipt)
    assessment(receipt)
    refused = propose(receipt, 1, lump_sum=SUM + 1, reason="王芳的病理")
    assert refused.status == 422
    assert propose(receipt, 1, lump_sum=SUM - 1, reason="王芳的病理").status == 200
    assert confirm(receipt, 2).status == 200
    assert desk("claims", "POST", f"/claims/{receipt}/export").status == 200
    output = capsys.readouterr()
    ours = [vars(record) for record in caplog.records if "boto" not in record.name]
    words = output.out + output.err + str(ours) + json.dumps(refused.body, ensure_ascii=False)
    secrets = [WOMAN.name, WOMAN.id_number, CARD, "13912345678", "宁夏示例医院", "王芳", "乳腺癌"]
    secrets += ["演示 claims", "贺兰县示例小学"]
    assert not [secret for secret in secrets if secret in words]
