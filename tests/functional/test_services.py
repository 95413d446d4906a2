"""Lectures and specialists: entered at the desk, listed for all, withdrawn: 第十七、十八条."""

from typing import Any

import pytest

from functions.services.handler import CACHED_FOR, SHOWN_FOR
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import DAY, TODAY
from tests.functional.staff_requests import HER_COUNTY, OTHER_COUNTY, desk, lecture, specialist

pytestmark = pytest.mark.usefixtures("aws")


def add(what: str, body: dict[str, Any], role: str = "contact") -> Answer:
    return desk(role, "POST", f"/services/{what}", body)


def added(what: str, body: dict[str, Any], role: str = "contact") -> dict[str, Any]:
    answer = add(what, body, role)
    assert answer.status == 200, answer.body
    return answer.body


def withdraw(entry: dict[str, Any], role: str = "contact") -> Answer:
    path = f"/services/{entry['kind']}/{entry['entry_id']}/withdraw"
    return desk(role, "POST", path, {"reason": "时间写错了"})


def listed() -> dict[str, Any]:
    answer = call("GET", "/api/services")
    assert answer.status == 200
    return answer.body


def entered(role: str = "contact") -> list[dict[str, Any]]:
    answer = desk(role, "GET", "/services")
    assert answer.status == 200
    entries: list[dict[str, Any]] = answer.body["entries"]
    return entries


def test_where_nothing_is_entered_nothing_is_listed() -> None:
    answer = call("GET", "/api/services")
    assert answer.body == {"lectures": [], "specialists": [], "paces": None}
    assert answer.headers["Cache-Control"] == f"public, max-age={CACHED_FOR.seconds}"


def test_what_the_desk_enters_everybody_sees_and_not_who_entered_it() -> None:
    body, her = lecture(), specialist()
    entry = added("lectures", body)
    added("specialists", her)
    shown = listed()
    content = {name: value for name, value in body.items() if name != "form"}
    assert shown["lectures"] == [{**content, "entry_id": entry["entry_id"]}]
    assert shown["specialists"] == [
        {name: her[name] for name in ("name", "phone", "counties", "duties")}
    ]
    assert entry["by"] == {"name": "演示 contact", "roles": ["contact"]}


def test_lectures_come_in_the_order_of_their_days_for_a_year() -> None:
    days = [TODAY + 30 * DAY, TODAY - SHOWN_FOR, TODAY - SHOWN_FOR - DAY, TODAY]
    for day in days:
        added("lectures", lecture(day=day.isoformat()))
    shown = [each["day"] for each in listed()["lectures"]]
    assert shown == [day.isoformat() for day in (days[1], days[3], days[0])]
    assert len(entered()) == len(days)


def test_the_same_form_enters_once() -> None:
    body = lecture()
    first = added("lectures", body)
    assert added("lectures", body) == first
    assert len(listed()["lectures"]) == 1
    other = add("lectures", {**body, "title": "另一场讲座"})
    assert (other.status, other.body["code"]) == (409, "services.form")


@pytest.mark.parametrize("what", ["lectures", "specialists"])
def test_what_is_withdrawn_is_listed_no_more_and_the_desk_knows_by_whom(what: str) -> None:
    entry = added(what, lecture() if what == "lectures" else specialist())
    assert entry["may_withdraw"]
    back = withdraw(entry)
    assert back.status == 200
    assert (back.body["withdrawn"]["reason"], back.body["may_withdraw"]) == ("时间写错了", False)
    assert listed() == {"lectures": [], "specialists": [], "paces": None}
    assert withdraw(entry, "admin").body["withdrawn"]["by"]["name"] == "演示 contact"
    [kept] = entered("federation")
    assert kept["withdrawn"]["by"] == {"name": "演示 contact", "roles": ["contact"]}
    assert kept["by"] == entry["by"]


def test_a_contact_enters_and_withdraws_for_her_own_counties_only() -> None:
    assert add("lectures", lecture(OTHER_COUNTY)).body["code"] == "services.not_found"
    both = specialist(counties=[HER_COUNTY, OTHER_COUNTY])
    assert add("specialists", both).status == 404
    entry = added("specialists", both, "admin")
    assert withdraw(entry).status == 404
    [seen] = entered()
    assert not seen["may_withdraw"]
    assert entered("other contact")[0]["entry_id"] == entry["entry_id"]
    added("lectures", lecture(OTHER_COUNTY), "other contact")
    assert len(entered()) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"title": " "},
        {"title": "x" * 101},
        {"day": "2026-02-30"},
        {"begins": "24:00"},
        {"begins": "16:00"},
        {"county": "朝阳区"},
        {"phone": "12"},
        {"form": "short"},
        {"more": "x"},
    ],
)
def test_a_lecture_must_be_whole(changes: dict[str, Any]) -> None:
    assert add("lectures", lecture(**changes)).status == 422
    assert listed()["lectures"] == []


@pytest.mark.parametrize(
    "changes", [{"has_agreed": False}, {"counties": []}, {"name": "王"}, {"phone": ""}]
)
def test_a_specialist_must_be_whole_and_have_agreed(changes: dict[str, Any]) -> None:
    assert add("specialists", specialist(**changes)).status == 422
