"""The queue of claims at the desk: its order, what is found in it, counted, and flagged."""

import os
from datetime import date, timedelta

import boto3
import pytest

from functions.staff import queue_index
from shared_rules import deadlines
from shared_rules.identity import name
from tests.functional.claims_requests import WOMAN, paper, status, supplement
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import DAY, PLAN, TODAY
from tests.functional.staff_claim_requests import documents, followed_up, found, queue, reported
from tests.functional.staff_requests import at, claim_case, decide_claim, desk

pytestmark = pytest.mark.usefixtures("starts_put_back")


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
        "insured_name": name.mask(WOMAN.name),
        "county": "贺兰县",
        "reported_at": items[complete]["reported_at"],
        "due": due[complete].isoformat(),
        "due_label": "给付期限",
        "is_provisional": deadlines.pay_by(TODAY, PLAN).provisional,
        "is_overdue": False,
        "is_soon": False,
        "is_late_report": False,
        "to_tell": [],
        "holder": "",
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
    monkeypatch.setattr(queue_index, "PAGE", 2)
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


def test_states_are_counted_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    for kinds in (("policy",), ("id_card",), ()):
        reported(*kinds)

    def counted() -> dict[str, tuple[int, bool]]:
        answer = desk("federation", "GET", "/claims/counts").body
        return {each["state"]: (each["count"], each["is_more"]) for each in answer["counts"]}

    assert counted() == {
        "waiting_for_papers": (2, False),
        "papers_complete": (1, False),
        **dict.fromkeys(
            (
                *("assessed", "awaiting_transfer", "paid", "refused", "refunded", "joined"),
                "to_tell",
            ),
            (0, False),
        ),
    }
    monkeypatch.setattr(queue_index, "MOST_COUNTED", 1)
    assert counted()["waiting_for_papers"] == (1, True)


@pytest.mark.parametrize("query", [{"state": "lost"}, {"after": "x" * 201}])
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
    assert found(receipt) == [receipt]
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
