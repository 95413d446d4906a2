"""The queue of lists at the desk: whose they are, in which order, what is found and flagged."""

from datetime import date, timedelta

import pytest

from functions.records.areas import contact_ids
from functions.staff import queue_index
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import PEOPLE, TODAY, UNIT
from tests.functional.staff_requests import accept, at, desk, queue, send_back
from tests.functional.staff_roster_requests import kept
from tests.functional.wire import wire

pytestmark = pytest.mark.usefixtures("aws")


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
        "papers_missing": [],
        "to_tell": [],
        "holder": "",
        "arrived": [],
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
    monkeypatch.setattr(queue_index, "PAGE", 3)
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


@pytest.mark.parametrize("after", ["\U0010ffff", "9999-12-31#AK-2026-000000"])
def test_after_the_last_mark_nothing_comes_and_the_table_is_not_asked_in_vain(after: str) -> None:
    """DynamoDB refuses bounds the wrong way round."""
    kept(PEOPLE[:1])
    assert queue("contact", after=after) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"county": "平罗县"}, (404, "staff.not_found")),
        ({"county": "北京"}, (404, "staff.not_found")),
        ({"state": "lost"}, (422, "request.invalid")),
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
    lists = {"submitted": one, "returned": one, "accepted": one, "papers_missing": one}
    assert counted("contact") == lists | {"endorsement_waits": (0, False), "to_tell": (2, False)}
    assert counted("contact", county="贺兰县")["accepted"] == (0, False)
    assert counted("other contact")["submitted"] == (0, False)
    kept()
    monkeypatch.setattr(queue_index, "MOST_COUNTED", 1)
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
    # A county each, and once for all who has which list in hand, and what has arrived.
    assert few == {"contact": 4, "admin": len(contact_ids()) + 2}
    assert {role: reads(role) for role in few} == few
