"""A list at the desk: found, looked at, returned, corrected, accepted; and what is kept of it."""

import csv
import io
import json
import logging
import os
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import boto3
import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ConnectionClosedError

from functions.common import clock
from functions.common.areas import contact_ids
from functions.followup import service
from functions.local import samples
from functions.local.samples import Person
from functions.rosters.events import Event, state_after
from functions.staff import cases, store
from functions.staff import queue as queue_module
from shared_rules import cover
from shared_rules.plans import in_force
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_doors import (
    PEOPLE,
    TODAY,
    UNIT,
    correct,
    new_key,
    printed,
    rows_of,
    status,
    submit,
)
from tests.functional.staff_doors import accept, case, desk, queue, send_back
from tests.functional.wire import Send, wire

pytestmark = pytest.mark.usefixtures("aws")

PLAN: Final = in_force(TODAY)
TOMORROW: Final = TODAY + timedelta(days=1)
ARTICLE: Final = "article-3"


def kept(people: list[Person] = PEOPLE, **unit: Any) -> dict[str, Any]:
    answer = submit(new_key(), rows=rows_of(people), unit={**UNIT, **unit}, confirmations=CONFIRMED)
    assert answer.status == 201, answer.body
    return answer.body


CONFIRMED: Final = ["eligibility.renewal_only", "eligibility.soon_too_old"]


def followed_up() -> None:
    """Work off the outbox."""
    assert service.sweep(clock.now() + timedelta(days=500), timedelta(0)).failed == 0


def code_of(answer: Answer) -> tuple[int, str]:
    return answer.status, answer.body["code"]


def at(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Have the doors think that it is another day."""
    moment = clock.now().replace(year=day.year, month=day.month, day=day.day)
    for handler in ("rosters", "staff"):
        monkeypatch.setattr(f"functions.{handler}.handler.now", lambda: moment)


# ---- the queue ----


def test_a_contact_s_queue_has_the_lists_of_her_counties_the_oldest_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipts = {}
    for county, days in (("贺兰县", -1), ("兴庆区", -3), ("平罗县", -2), ("贺兰县", 0)):
        with monkeypatch.context() as patch:
            at(patch, TODAY + timedelta(days=days))
            receipts[county, days] = kept(county=county)["receipt"]
    hers = [receipts["兴庆区", -3], receipts["贺兰县", -1], receipts["贺兰县", 0]]
    assert queue("contact") == hers
    assert queue("contact", county="贺兰县") == hers[1:]
    assert queue("other contact") == [receipts["平罗县", -2]]
    assert queue("federation") == queue("admin") == [hers[0], receipts["平罗县", -2], *hers[1:]]


def test_a_queued_list_says_what_the_desk_needs_to_choose() -> None:
    first = kept()
    [item] = desk("contact", "GET", "/rosters").body["items"]
    assert item == {
        "receipt": first["receipt"],
        "version": 1,
        "revision": 1,
        "state": "submitted",
        "state_label": "已收到，等待对接人办理",
        "unit_name": UNIT["name"],
        "unit_kind": UNIT["kind"],
        "county": UNIT["county"],
        "people": len(PEOPLE),
        "submitted_at": first["submitted_at"],
        "due": item["due"],
        "is_overdue": False,
        "is_soon": False,
    }
    assert date.fromisoformat(item["due"]) > TODAY


@pytest.mark.parametrize(
    ("late", "is_soon", "is_overdue"),
    [(-2, False, False), (-1, True, False), (0, True, False), (1, False, True)],
)
def test_what_waited_long_is_flagged(
    monkeypatch: pytest.MonkeyPatch, late: int, *, is_soon: bool, is_overdue: bool
) -> None:
    kept()
    due = date.fromisoformat(desk("contact", "GET", "/rosters").body["items"][0]["due"])
    at(monkeypatch, due + timedelta(days=late))
    [item] = desk("contact", "GET", "/rosters").body["items"]
    assert (item["is_soon"], item["is_overdue"]) == (is_soon, is_overdue)


def test_pages_go_through_all_of_several_counties_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_module, "PAGE", 3)
    everything = []
    for number in range(8):
        county = ("贺兰县", "兴庆区", "贺兰县", "贺兰县")[number % 4]
        everything.append(kept(PEOPLE[:1], county=county)["receipt"])
    seen: list[str] = []
    after = ""
    for _ in range(8):
        answer = desk("contact", "GET", "/rosters", query={"after": after} if after else None).body
        seen += [item["receipt"] for item in answer["items"]]
        after = answer["next"] or ""
        if not after:
            break
    assert len(seen) == len(set(seen)) == 8
    assert sorted(seen) == sorted(everything)
    assert seen == sorted(seen), "one day: by receipt"


def test_a_list_is_found_by_its_receipt_or_its_unit() -> None:
    first = kept(name="贺兰县第一小学")["receipt"]
    second = kept(name="贺兰县第二小学", county="兴庆区")["receipt"]
    kept(name="平罗县第一小学", county="平罗县")
    assert queue("contact", q=first) == [first]
    assert queue("contact", q=first.lower().replace("-", "")) == [first]
    assert queue("other contact", q=first) == []
    assert queue("contact", q="贺兰县第") == [first, second]
    assert queue("contact", q="贺兰县第二") == [second]
    assert queue("contact", q="贺兰县第", county="兴庆区") == [second]
    assert queue("contact", q="第一小学") == []
    assert queue("contact", q="贺兰县第", state="accepted") == []
    assert queue("contact", q=first, state="submitted") == [first]


def test_search_goes_on_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_module, "PAGE", 2)
    made = [kept(PEOPLE[:1], name=f"示例厂{n}")["receipt"] for n in range(5)]
    seen: list[str] = []
    query = {"q": "示例厂"}
    while True:
        answer = desk("contact", "GET", "/rosters", query=query).body
        seen += [item["receipt"] for item in answer["items"]]
        if not answer["next"]:
            break
        query["after"] = answer["next"]
    assert seen == made


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"county": "平罗县"}, (404, "staff.not_found")),
        ({"county": "北京"}, (404, "staff.not_found")),
        ({"state": "lost"}, (422, "request.invalid")),
        ({"q": "字" * 201}, (422, "request.invalid")),
        ({"after": "x" * 201}, (422, "request.invalid")),
    ],
)
def test_a_queue_that_cannot_be_shown_is_refused(
    query: dict[str, str], expected: tuple[int, str]
) -> None:
    assert code_of(desk("contact", "GET", "/rosters", query=query)) == expected


def test_states_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = kept(), kept(county="兴庆区"), kept()
    assert send_back(first["receipt"], 1).status == 200
    assert accept(second["receipt"], 1).status == 200

    def counted(role: str, **query: str) -> dict[str, tuple[int, bool]]:
        answer = desk(role, "GET", "/rosters/counts", query=query).body
        return {each["state"]: (each["count"], each["is_more"]) for each in answer["counts"]}

    one = (1, False)
    assert counted("contact") == {"submitted": one, "returned": one, "accepted": one}
    assert counted("contact", county="贺兰县")["accepted"] == (0, False)
    assert counted("other contact")["submitted"] == (0, False)
    kept()
    monkeypatch.setattr(queue_module, "MOST_COUNTED", 1)
    assert counted("contact")["submitted"] == (1, True)
    assert queue("contact", state="returned") == [first["receipt"]]
    assert queue("contact", state="accepted") == [second["receipt"]]
    assert third["receipt"] in queue("contact")


def test_a_page_costs_as_many_reads_with_few_lists_as_with_many() -> None:
    def reads(role: str) -> int:
        with wire() as counted:
            queue(role)
        return counted.sent

    kept(PEOPLE[:1])
    few = {role: reads(role) for role in ("contact", "admin")}
    for _ in range(30):
        kept(PEOPLE[:1])
    assert few == {"contact": 2, "admin": len(contact_ids())}
    assert {role: reads(role) for role in few} == few


# ---- one list ----


def test_a_list_is_shown_whole_to_its_contact() -> None:
    first = kept()
    followed_up()
    shown = case("contact", first["receipt"])
    assert shown["unit"] == {**UNIT, "credit_code": ""}
    assert (shown["people"], shown["version"], shown["revision"]) == (len(PEOPLE), 1, 1)
    assert shown["premium"] == first["premium"]
    assert shown["duplicates"]["rows"] == []
    assert [each["state"] for each in shown["timeline"]] == ["submitted"]
    assert shown["timeline"][0]["by"] is None
    assert (shown["may_decide"], shown["is_masked"]) == (True, False)
    page = rows("contact", first["receipt"])
    assert [(each["name"], each["id_number"]) for each in page["rows"]] == [
        (each.name, each.id_number) for each in PEOPLE
    ]
    assert (page["total"], page["next"], page["is_masked"]) == (len(PEOPLE), None, False)


def rows(role: str, receipt: str, **query: str) -> dict[str, Any]:
    answer = desk(role, "GET", f"/rosters/{receipt}/rows", query=query)
    assert answer.status == 200, answer.body
    return answer.body


def test_rows_come_page_by_page_with_what_the_rules_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "ROWS", 4)
    old = Person("李梅", samples.id_number(TODAY - timedelta(days=62 * 365 + 20), 2), "")
    receipt = kept([*PEOPLE[:9], old])["receipt"]
    seen: list[dict[str, Any]] = []
    for after in (0, 4, 8):
        page = rows("contact", receipt, after=str(after))
        seen += page["rows"]
        assert page["next"] == (None if after == 8 else after + 4)
    assert [each["row"] for each in seen] == list(range(1, 11))
    assert [f["code"] for f in seen[9]["findings"]] == [
        "eligibility.renewal_only",
        "roster.occupation_missing",
    ]
    assert not any(each["findings"] for each in seen[:9])


def test_the_federation_sees_everything_and_nobody() -> None:
    receipt = kept()["receipt"]
    assert send_back(receipt, 1, reasons=[{"text": "王芳得过病", "rows": [1]}]).status == 200
    shown = case("federation", receipt)
    page = rows("federation", receipt)
    log = desk("federation", "GET", f"/rosters/{receipt}/log").body
    assert shown["is_masked"]
    assert not shown["may_decide"]
    assert page["is_masked"]
    said = json.dumps([shown, page, log], ensure_ascii=False)
    secrets = [UNIT["contact_name"], UNIT["phone"].replace("-", ""), "王芳得过病"]
    secrets += [text for each in PEOPLE for text in (each.id_number,)]
    assert not [secret for secret in secrets if secret in said]
    first = page["rows"][0]
    assert first["id_number"] == PEOPLE[0].id_number[:4] + "*" * 10 + PEOPLE[0].id_number[-4:]
    assert first["name"] == PEOPLE[0].name[0] + "*"


def test_who_is_in_another_list_is_shown_to_the_desk_only() -> None:
    kept(PEOPLE[:6])
    followed_up()
    second = kept(PEOPLE[4:])
    followed_up()
    assert case("contact", second["receipt"])["duplicates"]["rows"] == [1, 2]
    page = rows("contact", second["receipt"])
    assert [each["row"] for each in page["rows"] if each["is_elsewhere"]] == [1, 2]


# ---- decisions ----


def test_a_list_goes_back_is_corrected_and_accepted() -> None:
    first = kept()
    receipt = first["receipt"]
    reasons = [
        {"text": "工种请写清楚", "article": "article-11", "rows": [2, 3]},
        {"text": "请盖章"},
    ]
    returned = send_back(receipt, 1, reasons=reasons)
    assert returned.status == 200
    assert (returned.body["state"], returned.body["revision"]) == ("returned", 2)
    seen = status(first)
    assert (seen["state"], seen["version"]) == ("returned", 1)
    assert [(each["text"], each["article_label"], each["rows"]) for each in seen["reasons"]] == [
        ("工种请写清楚", "第十一条", [2, 3]),
        ("请盖章", None, []),
    ]
    assert "演示" not in json.dumps(seen, ensure_ascii=False), "not who it was"

    corrected = correct(first, 1, rows=rows_of(PEOPLE[1:]))
    assert (corrected.status, corrected.body["state"]) == (200, "submitted")
    assert corrected.body["reasons"] == []
    shown = case("contact", receipt)
    assert (shown["version"], shown["revision"], len(shown["versions"])) == (2, 3, 2)
    assert rows("contact", receipt, version="1")["rows"][0]["name"] == PEOPLE[0].name
    assert rows("contact", receipt)["rows"][0]["name"] == PEOPLE[1].name

    accepted = accept(receipt, 3)
    assert accepted.status == 200
    assert accepted.body["acceptance"]["first_day"] == TOMORROW.isoformat()
    told = status(first)
    assert told["state"] == "accepted"
    assert told["policy"] == {
        "number": "NX-2026-0001",
        "first_day": TOMORROW.isoformat(),
        "last_day": cover.last_day(TOMORROW, PLAN).isoformat(),
        "people": len(PEOPLE) - 1,
        "premium": corrected.body["premium"],
        "refusals": [],
    }
    steps = [(each["before"], each["state"], each["after"]) for each in accepted.body["timeline"]]
    assert steps == [
        (None, "submitted", "submitted"),
        ("submitted", "returned", "returned"),
        ("returned", "corrected", "submitted"),
        ("submitted", "accepted", "accepted"),
    ]
    assert [each["by"] and each["by"]["name"] for each in accepted.body["timeline"]] == [
        *(None, "演示 contact", None, "演示 contact"),
    ]


def test_nothing_is_edited_and_the_state_follows_from_the_events() -> None:
    first = kept()
    before = events(first["receipt"])
    acts: list[Callable[[], Answer]] = [
        lambda: send_back(first["receipt"], 1),
        lambda: correct(first, 1, rows=rows_of(PEOPLE)),
        lambda: accept(first["receipt"], 3),
    ]
    for act in acts:
        assert act().status == 200
        after = events(first["receipt"])
        assert after[: len(before)] == before
        assert len(after) == len(before) + 1
        found = store.case(first["receipt"])
        assert found
        assert state_after(after) == found.roster.state
        assert [event.revision for event in after] == list(range(1, found.roster.revision + 1))
        before = after


def events(receipt: str) -> list[Event]:
    found = store.case(receipt)
    assert found
    return found.events


def test_an_accepted_list_can_be_changed_by_nobody() -> None:
    first = kept()
    assert accept(first["receipt"], 1).status == 200
    assert code_of(correct(first, 1, rows=rows_of(PEOPLE[1:]))) == (409, "roster.accepted")
    assert code_of(send_back(first["receipt"], 2)) == (409, "staff.state")
    assert code_of(accept(first["receipt"], 2, policy_number="NX-2026-0002")) == (
        409,
        "staff.state",
    )
    assert status(first)["policy"]["number"] == "NX-2026-0001"


def test_a_list_that_went_back_waits_for_its_unit() -> None:
    first = kept()
    assert send_back(first["receipt"], 1).status == 200
    refused = accept(first["receipt"], 2)
    assert code_of(refused) == (409, "staff.state")
    assert "已退回" in refused.body["detail"]


def test_of_two_people_at_once_one_gets_a_conflict() -> None:
    first = kept()
    assert send_back(first["receipt"], 1).status == 200
    slower = accept(first["receipt"], 1, role="admin")
    assert code_of(slower) == (412, "staff.conflict")
    assert code_of(send_back(first["receipt"], 1, role="admin")) == (412, "staff.conflict")
    assert status(first)["state"] == "returned"
    assert len(events(first["receipt"])) == 2


def test_a_unit_that_corrects_meanwhile_is_not_accepted_unseen() -> None:
    first = kept()
    assert correct(first, 1, rows=rows_of(PEOPLE[1:])).status == 200
    assert code_of(accept(first["receipt"], 1)) == (412, "staff.conflict")
    assert status(first)["state"] == "submitted"


def test_the_same_decision_again_is_answered_again() -> None:
    first, second = kept(), kept()
    assert send_back(first["receipt"], 1) == send_back(first["receipt"], 1)
    assert accept(second["receipt"], 1) == accept(second["receipt"], 1)
    other = send_back(first["receipt"], 1, reasons=[{"text": "另一个原因"}])
    assert code_of(other) == (412, "staff.conflict")
    assert [len(events(each["receipt"])) for each in (first, second)] == [2, 2]


@pytest.mark.parametrize("header", ["", "x", '"-1"'])
def test_a_decision_names_what_it_is_made_on(header: str) -> None:
    receipt = kept()["receipt"]
    body = {"reasons": [{"text": "请盖章"}]}
    answer = desk("contact", "POST", f"/rosters/{receipt}/return", body, if_match=header)
    assert code_of(answer) == (428, "request.if_match")


@pytest.mark.parametrize(
    ("reasons", "code"),
    [
        ([], "request.field"),
        ([{"text": "x"}], "request.field"),
        ([{"text": "  x  "}], "request.field"),
        ([{"text": "字" * 501}], "request.field"),
        ([{"text": "请盖章"}] * 21, "request.field"),
        ([{"text": "请盖章", "article": "article-22"}], "request.field"),
        ([{"text": "请盖章", "rows": [0]}], "request.field"),
        ([{"text": "请盖章", "rows": [11]}], "acceptance.unknown_row"),
        ([{"text": "请盖章", "rows": [1, 1]}], "acceptance.unknown_row"),
        ([{"text": "请盖章", "who": "me"}], "request.field"),
    ],
)
def test_reasons_that_say_nothing_change_nothing(reasons: object, code: str) -> None:
    first = kept()
    answer = send_back(first["receipt"], 1, reasons=reasons)
    assert answer.status == 422
    assert set(answer.codes) == {code}
    assert status(first)["state"] == "submitted"


DAY: Final = timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"consent_date": TOMORROW}, [("acceptance.in_future", "consent_date")]),
        ({"premium_received_date": TOMORROW}, [("acceptance.in_future", "premium_received_date")]),
        ({"policy_issued_date": TOMORROW}, [("acceptance.in_future", "policy_issued_date")]),
        ({"consent_date": TODAY - DAY}, [("acceptance.before_submission", "consent_date")]),
        (
            {"policy_issued_date": TODAY - DAY},
            [("acceptance.before_submission", "policy_issued_date")],
        ),
        ({"consent_date": "2026-02-30"}, [("request.field", "consent_date")]),
        ({"consent_date": "昨天"}, [("request.field", "consent_date")]),
        ({"policy_number": "NX1"}, [("request.field", "policy_number")]),
        ({"policy_number": "=1+1+1"}, [("request.field", "policy_number")]),
        ({"policy_number": "N" * 41}, [("request.field", "policy_number")]),
        ({"refusals": [11]}, [("request.field", "refusals.0")]),
    ],
)
def test_an_acceptance_that_cannot_be_right_changes_nothing(
    changes: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    first = kept()
    sent = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in changes.items()
    }
    answer = accept(first["receipt"], 1, **sent)
    assert answer.status == 422
    assert [(each["code"], each["field"]) for each in answer.body["findings"]] == found
    assert status(first)["state"] == "submitted"


def refusal(row: int, reason: str = "不符合投保条件", article: str = ARTICLE) -> dict[str, Any]:
    return {"row": row, "reason": reason, "article": article}


@pytest.mark.parametrize(
    ("refusals", "codes"),
    [
        ([refusal(11)], ["acceptance.unknown_row"]),
        ([refusal(1), refusal(1)], ["acceptance.unknown_row"]),
        ([refusal(n) for n in range(1, 11)], ["acceptance.nobody_left"]),
        ([refusal(1, article="article-99")], ["request.field"]),
        ([refusal(1, reason="")], ["request.field"]),
    ],
)
def test_refusals_must_be_somebody_s_with_a_reason(refusals: object, codes: list[str]) -> None:
    answer = accept(kept()["receipt"], 1, refusals=refusals)
    assert (answer.status, answer.codes) == (422, codes)


def test_premium_may_have_come_before_the_list() -> None:
    early = (TODAY - 30 * DAY).isoformat()
    assert accept(kept()["receipt"], 1, premium_received_date=early).status == 200


@pytest.mark.parametrize("late", ["consent_date", "premium_received_date", "policy_issued_date"])
def test_cover_begins_after_the_latest_of_the_three_days(
    monkeypatch: pytest.MonkeyPatch, late: str
) -> None:
    first = kept()
    at(monkeypatch, TODAY + 5 * DAY)
    days = dict.fromkeys(("consent_date", "premium_received_date", "policy_issued_date"), TODAY)
    days[late] = TODAY + 3 * DAY
    sent = {name: day.isoformat() for name, day in days.items()}
    answer = accept(first["receipt"], 1, **sent)
    assert answer.body["acceptance"]["first_day"] == (TODAY + 4 * DAY).isoformat()


def test_who_is_refused_is_not_insured_and_her_unit_learns_why() -> None:
    first = kept()
    answer = accept(first["receipt"], 1, refusals=[refusal(2), refusal(5)])
    assert answer.body["acceptance"]["people"] == len(PEOPLE) - 2
    told = status(first)["policy"]
    assert told["people"] == len(PEOPLE) - 2
    assert told["premium"]["amount"] == (len(PEOPLE) - 2) * PLAN.premium.value
    assert [(each["row"], each["article_label"]) for each in told["refusals"]] == [
        (2, "第三条"),
        (5, "第三条"),
    ]
    followed_up()
    page = rows("contact", first["receipt"])["rows"]
    assert [each["row"] for each in page if each["refusal"]] == [2, 5]
    assert [each["row"] for each in page if not each["cover"]] == [2, 5]
    assert len(printed(first)) == len(PEOPLE)


def years_old(age: int, *, on: date, after_birthday: int) -> date:
    """When somebody was born who is so old on a day, so many days after her birthday."""
    birthday = on - timedelta(days=after_birthday)
    return birthday.replace(year=birthday.year - age)


def test_who_is_too_old_on_the_real_first_day_must_be_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """She was 64 on the day after the list came, and is 65 when cover begins."""
    first_day = TODAY + 11 * DAY
    born = years_old(65, on=first_day, after_birthday=0)
    first = kept([*PEOPLE[:3], Person("李梅", samples.id_number(born, 2), "工人")])
    at(monkeypatch, TODAY + 20 * DAY)

    def attempt(issued: date, **changes: Any) -> Answer:
        return accept(first["receipt"], 1, policy_issued_date=issued.isoformat(), **changes)

    refused = attempt(first_day - DAY)
    assert [(each["code"], each["row"]) for each in refused.body["findings"]] == [
        ("eligibility.too_old", 4)
    ]
    assert status(first)["state"] == "submitted"
    assert attempt(first_day - DAY, refusals=[refusal(4)]).status == 200


# ---- cover ----


def accepted(
    people: list[Person], monkeypatch: pytest.MonkeyPatch, issued: date, **changes: Any
) -> dict[str, Any]:
    """A list that is submitted and accepted on a day, and followed up."""
    with monkeypatch.context() as patch:
        at(patch, issued)
        first = kept(people)
        days = ("consent_date", "premium_received_date", "policy_issued_date")
        answer = accept(first["receipt"], 1, **dict.fromkeys(days, issued.isoformat()), **changes)
        assert answer.status == 200, answer.body
    followed_up()
    return first


@pytest.mark.parametrize(("gap", "is_continuous"), [(-3, True), (0, True), (1, False)])
def test_cover_is_continuous_where_her_last_policy_leaves_no_gap(
    monkeypatch: pytest.MonkeyPatch, gap: int, *, is_continuous: bool
) -> None:
    issued = TODAY - timedelta(days=300)
    first = accepted(PEOPLE[:2], monkeypatch, issued)
    begun = issued + DAY
    last_day = cover.last_day(begun, PLAN)
    second = accepted(PEOPLE[:3], monkeypatch, last_day + gap * DAY)
    assert case("contact", first["receipt"])["cover"]["first_time"] == 2
    page = [each["cover"] for each in rows("contact", second["receipt"])["rows"]]
    summary = case("contact", second["receipt"])["cover"]
    begins = last_day + (gap + 1) * DAY
    assert [each["is_continuous"] for each in page] == [is_continuous, is_continuous, False]
    assert (summary["continuous"], summary["first_time"]) == ((2, 1) if is_continuous else (0, 3))
    assert page[0]["first_day"] == max(begins, last_day + DAY).isoformat()
    assert page[2]["first_day"] == begins.isoformat()
    waits = cover.waiting_last_day(begins, PLAN, continuous=False)
    assert waits
    assert page[2]["waiting_last_day"] == waits.isoformat()
    assert page[0]["waiting_last_day"] == (None if is_continuous else waits.isoformat())
    assert summary["attention_rows"] == ([1, 2] if gap < 0 else [])


@pytest.mark.parametrize(("renews", "attention"), [(True, []), (False, [2])])
def test_who_is_over_the_first_limit_needs_a_policy_before(
    monkeypatch: pytest.MonkeyPatch, *, renews: bool, attention: list[int]
) -> None:
    issued = TODAY - timedelta(days=200)
    last_day = cover.last_day(issued + DAY, PLAN)
    born = years_old(61, on=last_day, after_birthday=30)
    woman = Person("李梅", samples.id_number(born, 2), "工人")
    accepted([PEOPLE[1], *([woman] if renews else [])], monkeypatch, issued)
    second = accepted([PEOPLE[0], woman], monkeypatch, last_day)
    assert case("contact", second["receipt"])["cover"]["attention_rows"] == attention
    found = rows("contact", second["receipt"])["rows"][1]["cover"]["findings"]
    assert [each["code"] for each in found] == (
        [] if renews else ["eligibility.first_time_too_old"]
    )


def listed(receipt: str) -> list[dict[str, Any]]:
    """What the index of people says of a list."""
    table = boto3.resource("dynamodb").Table(os.environ["TABLE_NAME"])
    found: list[Any] = [item[receipt] for item in table.scan()["Items"] if receipt in item]
    table.meta.client.close()
    return found


def test_the_index_has_the_real_days_whatever_comes_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list itself is followed up after its acceptance, and who left it before stays out."""
    first = kept()
    assert correct(first, 1, rows=rows_of(PEOPLE[:8])).status == 200
    assert accept(first["receipt"], 2, refusals=[refusal(1)]).status == 200
    followed_up()
    found = listed(first["receipt"])
    covered = [each for each in found if "cover_from" in each]
    assert (len(found), len(covered)) == (10, 7)
    assert {each["cover_from"] for each in covered} == {TOMORROW.isoformat()}
    assert {each["policy_issued"] for each in found} == {TODAY.isoformat()}


def test_an_accepted_list_makes_the_next_one_a_renewal() -> None:
    first = kept()
    assert accept(first["receipt"], 1, refusals=[refusal(3)]).status == 200
    last_day = cover.last_day(TOMORROW, PLAN)
    answer = call(
        "POST",
        "/api/rosters/renewal",
        {
            "this": {"rows": rows_of(PEOPLE)},
            "last": {"receipt": first["receipt"], "access_code": first["access_code"]},
            "last_day": TODAY.isoformat(),
        },
    )
    assert answer.status == 200
    assert answer.body["last_day"] == last_day.isoformat()
    counts = answer.body["counts"]
    assert (counts["renewed"], counts["added"]) == (len(PEOPLE) - 1, 1)


# ---- the log ----


def log(receipt: str, role: str = "contact") -> list[dict[str, Any]]:
    answer = desk(role, "GET", f"/rosters/{receipt}/log")
    assert answer.status == 200
    entries: list[dict[str, Any]] = answer.body["entries"]
    return entries


def test_whoever_sees_people_is_in_the_log() -> None:
    receipt = kept()["receipt"]
    case("contact", receipt)
    rows("admin", receipt)
    case("federation", receipt)
    seen = [
        (each["what"], each["by"]["name"], each["rows"], each["is_masked"])
        for each in log(receipt)
        if each["by"]
    ]
    assert sorted(seen, key=str) == sorted(
        [
            ("viewed_case", "演示 contact", None, False),
            ("viewed_rows", "演示 admin", [1, 10], False),
            ("viewed_case", "演示 federation", None, True),
        ],
        key=str,
    )


def test_nothing_is_shown_that_could_not_be_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = kept()["receipt"]

    def no_log(_: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        if "VIEWED#" in str(request.body):
            raise ConnectionClosedError(endpoint_url=request.url)
        return send(request)

    for path in (f"/rosters/{receipt}", f"/rosters/{receipt}/rows"):
        with wire(no_log):
            assert code_of(desk("contact", "GET", path)) == (503, "request.busy")


def test_the_unit_s_page_reads_none_of_the_log() -> None:
    first = kept()
    for _ in range(3):
        rows("contact", first["receipt"])
    assert [each["state"] for each in status(first)["timeline"]] == ["submitted"]


def test_the_log_says_who_what_why_before_and_after() -> None:
    receipt = kept()["receipt"]
    reason = {"text": "请盖章", "article": "article-11"}
    assert send_back(receipt, 1, reasons=[reason]).status == 200
    newest = log(receipt)[0]
    assert (newest["what"], newest["before"], newest["after"]) == (
        "returned",
        "submitted",
        "returned",
    )
    assert newest["by"] == {"name": "演示 contact", "roles": ["contact"]}
    assert newest["reasons"][0]["article_label"] == "第十一条"


def test_a_long_log_is_cut_on_screen_and_whole_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "LOGGED", 2)
    receipt = kept()["receipt"]
    for _ in range(3):
        case("contact", receipt)
    answer = desk("contact", "GET", f"/rosters/{receipt}/log").body
    assert (len(answer["entries"]), answer["is_complete"]) == (3, False)
    assert len(exported(receipt)) == 1 + 1 + 3 + 1


def exported(receipt: str, role: str = "contact") -> list[list[str]]:
    """The lines of the exported log."""
    answer = desk(role, "POST", f"/rosters/{receipt}/log-file")
    assert answer.status == 200
    key = urlsplit(answer.body["url"]).path.partition("/desk/")[2]
    found = boto3.client("s3").get_object(Bucket=os.environ["UPLOADS_BUCKET"], Key=f"desk/{key}")
    text = found["Body"].read().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_log_is_exported_without_formulas() -> None:
    receipt = kept()["receipt"]
    reasons = [{"text": "=HYPERLINK(1)", "rows": [2]}]
    assert send_back(receipt, 1, reasons=reasons).status == 200
    header, *lines = exported(receipt)
    assert header[:3] == ["时间", "事项", "经办人"]
    cells = [cell for line in lines for cell in line]
    assert "'=HYPERLINK(1)〔第 2 行〕" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert any("导出了办理记录" in line for line in lines), "that it was exported, too"


def test_people_are_in_no_log_of_the_service(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    first = kept()
    rows("contact", first["receipt"])
    assert accept(first["receipt"], 1, refusals=[refusal(1, "得过病")]).status == 200
    followed_up()
    output = capsys.readouterr()
    ours = [vars(record) for record in caplog.records if "boto" not in record.name]
    words = output.out + output.err + str(ours)
    secrets = [text for each in PEOPLE for text in (each.name, each.id_number)]
    secrets += [UNIT["contact_name"], UNIT["phone"], "得过病", "演示 contact"]
    assert not [secret for secret in secrets if secret in words]
