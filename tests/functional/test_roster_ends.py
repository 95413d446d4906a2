"""A list that ends before it is accepted: withdrawn by its unit, or closed by the desk."""

import json
from typing import Any, Final

import pytest

from functions.local.stack import Stack
from functions.records.rosters.roster_course import CLOSE_AFTER, REMIND_AFTER
from functions.staff import clocks
from shared_rules.messages import catalogue
from tests.functional.ended_rosters import LATER, ended_by_desk, returned, steps
from tests.functional.follow_up_deliveries import CONTACT, listed, subscribed, swept
from tests.functional.requests_to_api import call, code_of
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    bearer,
    correct,
    form,
    rows_of,
    status,
    withdraw,
)
from tests.functional.staff_requests import accept, at, case, close, desk, queue, remind, send_back
from tests.functional.staff_roster_requests import followed_up, kept, log, rows

pytestmark = pytest.mark.usefixtures("aws")


def ended_by_unit(_: pytest.MonkeyPatch) -> dict[str, Any]:
    first = kept(PEOPLE[:3])
    assert withdraw(first).status == 200
    return first


ENDS: Final = {"withdrawn": ended_by_unit, "closed": ended_by_desk}


# ---- withdrawn by the unit ----


def test_a_unit_withdraws_its_list_and_everybody_is_told() -> None:
    first = kept()
    answer = withdraw(first)
    assert (answer.status, answer.headers["ETag"]) == (200, '"1"')
    words = catalogue()["state.withdrawn"]
    assert answer.body == status(first)
    seen = answer.body
    assert (seen["state"], seen["state_label"], seen["next_step"]) == (
        *("withdrawn", words.title, words.fix),
    )
    assert (seen["expected"], seen["policy"], seen["reasons"]) == (None, None, [])
    assert steps(seen) == ["submitted", "withdrawn"]
    shown = case("contact", first["receipt"])
    assert (shown["state"], shown["revision"], shown["due"]) == ("withdrawn", 2, TODAY.isoformat())
    [entry] = [each for each in log(first["receipt"]) if each["what"] == "withdrawn"]
    assert (entry["by"], entry["before"], entry["after"]) == (None, "submitted", "withdrawn")


def test_a_list_that_went_back_is_withdrawn_too() -> None:
    first = returned()
    assert remind(first["receipt"], 2).status == 200
    assert withdraw(first).body["state"] == "withdrawn"
    assert status(first)["reminder"] is None
    assert steps(status(first)) == ["submitted", "returned", "reminded", "withdrawn"]


def test_withdrawing_again_changes_nothing() -> None:
    first = kept()
    assert withdraw(first) == withdraw(first)
    assert case("contact", first["receipt"])["revision"] == 2


def test_only_who_has_the_code_and_has_seen_the_list_withdraws_it() -> None:
    first = kept()
    assert code_of(withdraw({**first, "access_code": "00000-00000"})) == (401, "access.denied")
    path = f"/api/rosters/{first['receipt']}/withdraw"
    unseen = call("POST", path, authorization=bearer(first))
    assert code_of(unseen) == (428, "request.if_match")
    assert correct(first, 1, rows=rows_of(PEOPLE)).status == 200
    assert code_of(withdraw(first)) == (412, "roster.version_conflict")
    assert status(first)["state"] == "submitted"
    assert withdraw(first, 2).status == 200


def test_an_accepted_list_is_not_withdrawn() -> None:
    first = kept()
    assert accept(first["receipt"], 1).status == 200
    assert code_of(withdraw(first)) == (409, "roster.accepted")


# ---- reminded of and closed by the desk ----


def test_the_desk_reminds_closes_and_the_unit_reads_why(monkeypatch: pytest.MonkeyPatch) -> None:
    first = returned()
    receipt = first["receipt"]
    assert case("contact", receipt)["due"] == (TODAY + REMIND_AFTER).isoformat()
    reminded = remind(receipt, 2, reason="电话没有人接，请尽快修改")
    assert (reminded.status, reminded.body["state"]) == (200, "returned")
    assert reminded.body["due"] == reminded.body["close_from"] == LATER.isoformat()
    seen = status(first)
    assert [each["text"] for each in seen["reasons"]] == ["第 2 行的工种请写清楚"]
    assert [each["text"] for each in seen["reminder"]["reasons"]] == ["电话没有人接，请尽快修改"]
    assert seen["reminder"]["close_from"] == LATER.isoformat()

    at(monkeypatch, LATER)
    closed = close(receipt, 3, reason="单位说今年不办了")
    assert (closed.status, closed.body["state"], closed.body["close_from"]) == (200, "closed", None)
    seen, words = status(first), catalogue()["state.closed"]
    assert (seen["state_label"], seen["next_step"]) == (words.title, words.fix)
    assert [each["text"] for each in seen["reasons"]] == ["单位说今年不办了"]
    assert (seen["reminder"], seen["expected"]) == (None, None)
    assert steps(seen) == ["submitted", "returned", "reminded", "closed"]
    assert "演示" not in json.dumps(seen, ensure_ascii=False), "not who it was"
    last = log(receipt)[0]
    assert (last["what"], last["before"], last["after"]) == ("closed", "returned", "closed")
    assert last["by"]["name"] == "演示 contact"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (CLOSE_AFTER.days - 1, (409, "closing.too_early")),
        (CLOSE_AFTER.days, (200, "")),
        (CLOSE_AFTER.days + 400, (200, "")),
    ],
)
def test_a_list_is_closed_some_days_after_the_last_reminder(
    monkeypatch: pytest.MonkeyPatch, days: int, expected: tuple[int, str]
) -> None:
    first = returned()
    assert remind(first["receipt"], 2).status == 200
    at(monkeypatch, TODAY + DAY)
    assert remind(first["receipt"], 3).status == 200
    at(monkeypatch, TODAY + (days + 1) * DAY)
    answer = close(first["receipt"], 4)
    assert (answer.status, answer.body.get("code", "")) == expected
    if answer.status == 409:
        first_day = LATER + DAY
        words = f"{first_day.year}年{first_day.month}月{first_day.day}日"
        assert words in answer.body["detail"]


def test_who_was_not_reminded_is_not_closed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    first = returned()
    receipt = first["receipt"]
    at(monkeypatch, LATER)
    assert code_of(close(receipt, 2)) == (409, "closing.not_reminded")
    assert remind(receipt, 2).status == 200
    # A reminder is about one return only: what was mended and went back again waits anew.
    assert correct(first, 1, rows=rows_of(PEOPLE[:3])).status == 200
    assert case("contact", receipt)["close_from"] is None
    assert send_back(receipt, 4).status == 200
    at(monkeypatch, LATER + CLOSE_AFTER)
    assert code_of(close(receipt, 5)) == (409, "closing.not_reminded")


@pytest.mark.parametrize("act", [remind, close])
def test_only_a_returned_list_is_reminded_of_or_closed(act: Any) -> None:
    assert code_of(act(kept()["receipt"], 1)) == (409, "staff.state")
    accepted = kept()["receipt"]
    assert accept(accepted, 1).status == 200
    assert code_of(act(accepted, 2)) == (409, "staff.state")


@pytest.mark.parametrize("act", [remind, close])
@pytest.mark.parametrize("role", ["federation", "claims", "other contact"])
def test_only_who_decides_on_a_list_reminds_or_closes(act: Any, role: str) -> None:
    first = returned()
    assert act(first["receipt"], 2, role=role).status == 404
    assert steps(status(first)) == ["submitted", "returned"]


@pytest.mark.parametrize("act", [remind, close])
@pytest.mark.parametrize("reason", ["", " x ", "字" * 501, None])
def test_a_reason_that_says_nothing_changes_nothing(act: Any, reason: object) -> None:
    first = returned()
    assert act(first["receipt"], 2, reason=reason).status == 422
    assert steps(status(first)) == ["submitted", "returned"]


def test_the_same_reminder_and_closing_again_are_answered_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt = returned()["receipt"]
    assert remind(receipt, 2) == remind(receipt, 2)
    assert code_of(remind(receipt, 2, reason="另一个说法")) == (412, "staff.conflict_own")
    at(monkeypatch, LATER)
    assert close(receipt, 3) == close(receipt, 3)
    assert case("contact", receipt)["revision"] == 4


def test_the_federation_does_not_read_what_the_desk_wrote(monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = ended_by_desk(monkeypatch)["receipt"]
    seen = json.dumps(case("federation", receipt), ensure_ascii=False)
    assert "提醒后仍没有修改" not in seen
    assert "两次电话没有人接" not in seen


# ---- what has ended ----


@pytest.mark.parametrize("end", ENDS)
def test_what_has_ended_waits_for_nobody(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    receipt = ENDS[end](monkeypatch)["receipt"]
    at(monkeypatch, LATER + 400 * DAY)
    states = ("submitted", "returned", "accepted", "to_tell")
    assert [queue("contact", state=state) for state in states] == [[], [], [], []]
    counts = desk("contact", "GET", "/rosters/counts").body["counts"]
    assert [(each["state"], each["count"]) for each in counts] == [
        *(
            ("submitted", 0),
            ("returned", 0),
            ("accepted", 0),
            ("papers_missing", 0),
            ("endorsement_waits", 0),
            ("to_tell", 0),
        ),
    ]
    assert clocks.due(CONTACT, LATER + 400 * DAY) == ([], [], [])
    [item] = desk("contact", "POST", "/rosters/search", {"q": receipt}).body["items"]
    assert (item["state"], item["is_overdue"], item["is_soon"]) == (end, False, False)
    assert queue("contact", state=end) == [receipt]


@pytest.mark.parametrize("end", ENDS)
def test_nothing_is_done_any_more_with_what_has_ended(
    monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    first = ENDS[end](monkeypatch)
    receipt, revision = first["receipt"], case("contact", first["receipt"])["revision"]
    corrected = correct(first, 1, rows=rows_of(PEOPLE[:2]))
    assert code_of(corrected) == (409, "roster.ended")
    assert catalogue()[f"state.{end}"].title in corrected.body["detail"]
    path = f"/api/rosters/{receipt}/check"
    checked = call("POST", path, {"rows": rows_of(PEOPLE[:2])}, authorization=bearer(first))
    assert code_of(checked) == (409, "roster.ended")
    if end == "closed":
        assert code_of(withdraw(first)) == (409, "roster.ended")
    for act in (accept, send_back, remind, close):
        assert code_of(act(receipt, revision)) == (409, "staff.state"), act
    for path in ("hand-off", "row-states"):
        answer = desk("contact", "POST", f"/rosters/{receipt}/{path}", {"upload_id": "x"})
        assert code_of(answer) == (409, "staff.state"), path
    assert status(first)["state"] == end


@pytest.mark.parametrize("end", ENDS)
def test_whoever_was_in_an_ended_list_is_in_no_other_unit_s_way(
    monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    first = ENDS[end](monkeypatch)
    again = kept(PEOPLE[:3], name="贺兰县重新提交小学")
    followed_up()
    assert listed(first["receipt"]) == set()
    assert not any(each["is_elsewhere"] for each in rows("contact", again["receipt"])["rows"])


@pytest.mark.parametrize("end", ENDS)
def test_who_was_flagged_because_of_an_ended_list_is_flagged_no_more(
    monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    """Also where her row in the ended list was another's in a version before."""
    first = returned()
    followed_up()
    other = kept(PEOPLE[1:4], name="贺兰县第二示例小学")
    followed_up()
    flagged = [each["row"] for each in rows("contact", other["receipt"])["rows"]]
    assert case("contact", other["receipt"])["duplicates"]["rows"] == flagged[:2]
    assert correct(first, 1, rows=rows_of(PEOPLE[2:3])).status == 200
    followed_up()
    assert case("contact", other["receipt"])["duplicates"]["rows"] == flagged[1:2]
    if end == "withdrawn":
        assert withdraw(first, 2).status == 200
    else:
        assert send_back(first["receipt"], 3).status == 200
        assert remind(first["receipt"], 4).status == 200
        at(monkeypatch, LATER)
        assert close(first["receipt"], 5).status == 200
    followed_up()
    found = case("contact", other["receipt"])["duplicates"]
    assert (found["rows"], found["lists"]) == ([], {})


@pytest.mark.parametrize("end", ENDS)
def test_the_form_of_an_ended_list_says_that_it_ended(
    monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    first = ENDS[end](monkeypatch)
    for kept_list, ended in ((first, catalogue()[f"state.{end}"].title), (kept(), "")):
        assert form(kept_list)["ended"] == ended


def test_nobody_of_an_earlier_version_stays_in_the_index() -> None:
    first = kept(PEOPLE[:4])
    swept()
    assert len(listed(first["receipt"])) == 4
    assert correct(first, 1, rows=rows_of(PEOPLE[1:4])).status == 200
    assert correct(first, 2, rows=rows_of(PEOPLE[2:4])).status == 200
    assert withdraw(first, 3).status == 200
    swept()
    assert listed(first["receipt"]) == set()


def test_the_contact_is_told_of_a_withdrawal_and_of_nothing_that_came_before() -> None:
    with subscribed(CONTACT) as mailbox:
        first = kept()
        assert withdraw(first).status == 200
        swept()
        [told] = mailbox.read()
    assert told["Subject"] == f"Ankangbao {first['receipt']} withdrawn"
    assert first["receipt"] in told["Message"]


def test_an_old_index_entry_does_not_come_back(aws: Stack) -> None:
    """The follow-up of a submission that was on its way finds the list withdrawn."""
    first = kept(PEOPLE[:2])
    assert withdraw(first).status == 200
    swept()
    swept()
    assert listed(first["receipt"]) == set()
