"""A list at the desk returned, corrected, accepted; two at once, and what changes nothing."""

import json
from collections.abc import Callable
from functools import partial

import pytest

from functions.records.rosters import store
from functions.records.rosters.roster_events import Event
from shared_rules import cover
from tests.functional.requests_to_api import Answer, code_of
from tests.functional.rosters_requests import (
    PEOPLE,
    PLAN,
    TODAY,
    TOMORROW,
    correct,
    rows_of,
    status,
)
from tests.functional.staff_requests import accept, case, desk, send_back
from tests.functional.staff_roster_requests import kept, rows

pytestmark = pytest.mark.usefixtures("aws")


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
    assert seen["names"] == {"2": PEOPLE[1].name, "3": PEOPLE[2].name}
    assert "演示" not in json.dumps(seen, ensure_ascii=False), "not who it was"

    corrected = correct(first, 1, rows=rows_of(PEOPLE[1:]))
    assert (corrected.status, corrected.body["state"]) == (200, "submitted")
    assert (corrected.body["reasons"], corrected.body["names"]) == ([], {})
    shown = case("contact", receipt)
    assert (shown["version"], shown["revision"], len(shown["versions"])) == (2, 3, 2)
    assert rows("contact", receipt, version="1")["rows"][0]["name"] == PEOPLE[0].name
    assert rows("contact", receipt)["rows"][0]["name"] == PEOPLE[1].name

    accepted = accept(receipt, 3)
    assert accepted.status == 200
    assert accepted.body["acceptance"]["first_day"] == TOMORROW.isoformat()
    told = status(first)
    assert told["state"] == "accepted"
    begins = told["policy"].pop("begins")
    assert (begins["code"], begins["article"]) == ("cover.begins_after_acts", "article-4")
    assert told["policy"] == {
        "number": "NX-2026-0001",
        "consent_date": TODAY.isoformat(),
        "premium_received_date": TODAY.isoformat(),
        "policy_issued_date": TODAY.isoformat(),
        "first_day": TOMORROW.isoformat(),
        "last_day": cover.last_day(TOMORROW, PLAN).isoformat(),
        "people": len(PEOPLE) - 1,
        "premium": corrected.body["premium"],
        "premium_why": None,
        "refusals": [],
        "leavers": [],
        "old_covers": [],
        "examined_rows": [],
        "granted_rows": [],
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
        assert after[-1].after == found.roster.state
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


def test_whoever_has_decided_otherwise_meanwhile_is_told_that_it_was_she() -> None:
    first = kept()
    assert send_back(first["receipt"], 1).status == 200
    other = partial(send_back, first["receipt"], 1, reasons=[{"text": "另一个原因"}])
    assert code_of(other()) == (412, "staff.conflict_own")
    assert correct(first, 1, rows=rows_of(PEOPLE[1:])).status == 200
    assert code_of(other()) == (412, "staff.conflict")
    assert len(events(first["receipt"])) == 3


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
        ([{"text": "x"}], "request.too_short"),
        ([{"text": "  x  "}], "request.too_short"),
        ([{"text": "字" * 501}], "request.too_long"),
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
