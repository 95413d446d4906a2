"""The desk's people work on a list or a claim together: notes, and who has it in hand."""

from collections.abc import Callable
from typing import Any, Final

import pytest

from functions.platform import table
from functions.records import teamwork
from tests.functional.claims_requests import status as claim_status
from tests.functional.follow_up_deliveries import items
from tests.functional.requests_to_api import Answer, code_of
from tests.functional.rosters_requests import status
from tests.functional.staff_claim_requests import checked
from tests.functional.staff_requests import desk, fetched, queue, send_back, table_of
from tests.functional.staff_roster_requests import kept, log

pytestmark = pytest.mark.usefixtures("aws")

TEXT: Final = "等单位回电，盖章表在路上"
HIDDEN: Final = "（已遮住）"
Start = tuple[dict[str, Any], str, str, Callable[[dict[str, Any]], dict[str, Any]]]


@pytest.fixture(params=["list", "claim"])
def start(request: pytest.FixtureRequest) -> Start:
    """What was submitted, where the desk finds it, who decides, and what the public is told."""
    if request.param == "list":
        return kept(), "rosters", "contact", status
    return checked(), "claims", "claims", claim_status


def tell(start: Start, seen: int, role: str = "", /, **doing: Any) -> Answer:
    first, room, usual, _ = start
    path = f"/{room}/{first['receipt']}/teamwork"
    return desk(role or usual, "POST", path, {"doing": doing}, if_match=f'"{seen}"')


def told(start: Start, role: str = "") -> dict[str, Any]:
    first, room, usual, _ = start
    answer = desk(role or usual, "GET", f"/{room}/{first['receipt']}")
    assert answer.status == 200
    found: dict[str, Any] = answer.body["teamwork"]
    return found


def texts(found: dict[str, Any]) -> list[tuple[str, bool, bool]]:
    return [(each["text"], bool(each["struck_at"]), each["may_strike"]) for each in found["notes"]]


def test_a_note_is_told_at_the_desk_logged_and_never_told_outside(start: Start) -> None:
    first, room, role, public = start
    before = public(first)
    answer = tell(start, 0, what="noted", text=TEXT)
    assert (answer.status, answer.headers["ETag"]) == (200, '"1"')
    assert texts(answer.body) == texts(told(start)) == [(TEXT, False, True)]
    assert texts(told(start, "admin")) == [(TEXT, False, False)]
    assert texts(told(start, "federation")) == [(HIDDEN, False, False)]
    assert public(first) == before, "revision included: it is in nobody's way"
    path = f"/{room}/{first['receipt']}"
    entries = desk(role, "GET", f"{path}/log").body["entries"]
    [noted] = [each for each in entries if each["what"] == "noted"]
    assert noted["by"]["name"] == f"演示 {role}"
    assert TEXT in str(noted)
    assert TEXT not in str(desk("federation", "GET", f"{path}/log").body)
    lines = table_of(fetched(desk(role, "POST", f"{path}/log-file").body["url"]))
    assert TEXT in str(lines)


def test_only_its_writer_strikes_a_note_and_it_can_still_be_read(start: Start) -> None:
    tell(start, 0, what="noted", text=TEXT)
    assert code_of(tell(start, 1, "admin", what="note_struck", number=1)) == (
        409,
        "teamwork.not_hers",
    )
    assert texts(tell(start, 1, what="note_struck", number=1).body) == [(TEXT, True, False)]
    for number in (1, 2, 3):  # struck already, no note, not there
        assert tell(start, 2, what="note_struck", number=number).status == 409


def test_the_same_sent_again_is_told_once_and_the_same_words_later_twice(start: Start) -> None:
    for _ in range(2):
        assert len(tell(start, 0, what="noted", text=TEXT).body["notes"]) == 1
    assert len(tell(start, 1, what="noted", text=TEXT).body["notes"]) == 2


def test_notes_of_two_people_at_once_are_both_kept(start: Start) -> None:
    tell(start, 0, "admin", what="noted", text="管理员的备注")
    assert len(tell(start, 0, what="noted", text=TEXT).body["notes"]) == 2


def test_a_case_is_taken_handed_over_and_put_back_and_the_queue_says_so(start: Start) -> None:
    _, room, role, _ = start

    def in_queue() -> str:
        [item] = desk(role, "GET", f"/{room}").body["items"]
        return str(item["holder"])

    assert in_queue() == ""
    mine = tell(start, 0, what="taken").body
    assert (mine["holder"], mine["held_by"]["name"]) == (f"演示 {role}",) * 2
    assert in_queue() == f"演示 {role}"
    other = tell(start, 1, what="handed_over", holder=" 李示例 ").body
    assert (other["holder"], other["held_by"]["name"]) == ("李示例", f"演示 {role}")
    assert in_queue() == "李示例"
    free = tell(start, 2, what="put_back").body
    assert (free["holder"], free["held_since"], free["held_by"]) == ("", None, None)
    assert in_queue() == ""


def test_who_is_slower_to_take_it_is_told_and_a_note_meanwhile_is_in_nobody_s_way(
    start: Start,
) -> None:
    tell(start, 0, "admin", what="noted", text=TEXT)
    assert tell(start, 0, what="taken").status == 200
    assert code_of(tell(start, 0, "admin", what="taken")) == (412, "staff.conflict")
    assert told(start)["holder"] != "演示 admin"


def test_who_has_it_in_hand_forbids_nobody_to_decide() -> None:
    first = kept()
    start: Start = (first, "rosters", "contact", status)
    tell(start, 0, "admin", what="taken")
    assert send_back(first["receipt"], 1).status == 200
    assert {"taken", "returned"} <= {each["what"] for each in log(first["receipt"])}


def test_what_cannot_be_told_is_refused_in_a_sentence() -> None:
    start: Start = (kept(), "rosters", "contact", status)
    impossible: list[dict[str, Any]] = [
        {"what": "noted", "text": " "},
        {"what": "noted", "text": "长" * 501},
        {"what": "noted"},
        {"what": "handed_over", "holder": ""},
        {"what": "handed_over", "holder": "长" * 41},
        {"what": "taken", "holder": "别人"},
        {"what": "note_struck", "number": 0},
        {"what": "accepted"},
        {},
    ]
    for doing in impossible:
        answer = tell(start, 0, **doing)
        assert answer.status in (400, 422), doing
        assert answer.body["findings"], doing
    assert told(start)["number"] == 0


def test_many_at_once_are_all_kept_or_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is faster again and again: nothing is lost, and it is said."""
    start: Start = (kept(), "rosters", "contact", status)

    def faster(*_: object) -> None:
        raise table.Taken({"head"})

    with monkeypatch.context() as patch:
        patch.setattr(teamwork, "add", faster)
        assert code_of(tell(start, 0, what="noted", text=TEXT)) == (412, "staff.conflict")
    assert told(start)["notes"] == []


def test_a_line_that_cannot_be_read_stops_no_queue() -> None:
    start: Start = (kept(), "rosters", "contact", status)
    receipt = start[0]["receipt"]
    tell(start, 0, what="taken")
    [head, event] = items("TEAMWORK", receipt)
    assert head == {
        **{name: head[name] for name in ("pk", "sk", "schema")},
        "number": 1,
        "holder": "演示 contact",
    }
    assert event["holder"] == "演示 contact"
    for item in (head, event):
        table.put({**item, "later": {"added": 1}})
    assert told(start)["holder"] == "演示 contact"
    table.put({**head, "number": "eins"})
    assert queue("contact") == [receipt]
