"""The last decision at the desk is undone within minutes, where nobody was told of it."""

from datetime import timedelta
from typing import Any, Final

import pytest

from functions.platform import clock
from functions.staff.undoing import UNDO_WITHIN
from tests.functional.claims_requests import status as claim_status
from tests.functional.requests_to_api import Answer, code_of, turn_clock
from tests.functional.rosters_requests import UNIT, status
from tests.functional.staff_claim_requests import assessment, checked, confirm, insured, propose
from tests.functional.staff_requests import (
    accept,
    case,
    claim_case,
    counted,
    decide_claim,
    desk,
    pay,
    queue,
    remind,
    send_back,
)
from tests.functional.staff_roster_requests import followed_up, kept, log

pytestmark = pytest.mark.usefixtures("aws")

SECOND: Final = timedelta(seconds=1)


def undo(receipt: str, revision: int, role: str = "contact") -> Answer:
    return desk(role, "POST", f"/rosters/{receipt}/undo", if_match=f'"{revision}"')


def sheets(receipt: str, revision: int) -> Answer:
    path = f"/rosters/{receipt}/stamped-sheets"
    return desk("contact", "POST", path, if_match=f'"{revision}"')


def undo_claim(receipt: str, revision: int, role: str = "claims") -> Answer:
    return desk(role, "POST", f"/claims/{receipt}/undo", if_match=f'"{revision}"')


def what_is_there(found: dict[str, Any]) -> dict[str, Any]:
    """A case but for its story."""
    story = ("revision", "timeline", "undo_until")
    return {name: each for name, each in found.items() if name not in story}


def test_a_return_is_undone_and_both_stay_in_the_log() -> None:
    first = kept()
    receipt = first["receipt"]
    before = case("contact", receipt)
    assert before["undo_until"] is None, "its unit has sent it"
    assert send_back(receipt, 1).body["undo_until"]
    assert case("admin", receipt)["undo_until"] is None, "not hers"
    assert counted("contact", "to_tell") == 1
    undone = undo(receipt, 2)
    assert counted("contact", "to_tell") == 0, "at once"
    assert (undone.status, undone.body["state"], undone.body["revision"]) == (200, "submitted", 3)
    assert what_is_there(undone.body) == what_is_there(before), "no slip, no reason, the same day"
    assert undone.body["undo_until"] is None
    assert undo(receipt, 2).body == undone.body, "sent again"
    told = status(first)
    assert (told["state"], told["reasons"]) == ("submitted", [])
    assert [each["state"] for each in told["timeline"]] == ["submitted", "returned", "undone"]
    assert {"returned", "undone"} <= {each["what"] for each in log(receipt)}
    assert queue("contact") == [receipt]
    assert queue("contact", state="to_tell") == []
    assert send_back(receipt, 3).status == 200


def test_a_reminder_that_was_undone_closes_no_list() -> None:
    receipt = kept()["receipt"]
    due = send_back(receipt, 1).body["due"]
    assert remind(receipt, 2).body["close_from"]
    undone = undo(receipt, 3).body
    assert (undone["state"], undone["close_from"], undone["due"]) == ("returned", None, due)


def test_an_acceptance_is_undone_before_anything_rests_on_it() -> None:
    receipt = kept()["receipt"]
    assert accept(receipt, 1).status == 200
    followed_up()
    undone = undo(receipt, 2).body
    assert (undone["state"], undone["acceptance"]) == ("submitted", None)
    followed_up()
    assert accept(receipt, 3).status == 200
    made = desk("contact", "POST", f"/rosters/{receipt}/hand-off")
    assert made.status == 200
    assert code_of(undo(receipt, 4)) == (409, "undo.followed")


def test_an_undone_acceptance_leaves_a_list_as_late_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt = kept()["receipt"]
    turn_clock(monkeypatch, clock.now() + timedelta(days=20))
    before = case("contact", receipt)
    assert accept(receipt, 1).status == 200
    assert what_is_there(undo(receipt, 2).body) == what_is_there(before)
    [line] = desk("contact", "GET", "/rosters").body["items"]
    assert line["due"] == before["due"]


@pytest.mark.parametrize(
    ("after", "code"),
    [(UNDO_WITHIN - SECOND, None), (UNDO_WITHIN, None), (UNDO_WITHIN + SECOND, "undo.too_late")],
)
def test_it_is_undone_within_minutes(
    monkeypatch: pytest.MonkeyPatch, after: timedelta, code: str | None
) -> None:
    receipt = kept()["receipt"]
    now = clock.now().replace(hour=12)
    turn_clock(monkeypatch, now)
    assert send_back(receipt, 1).status == 200
    turn_clock(monkeypatch, now + after)
    assert (case("contact", receipt)["undo_until"] is None) == (code is not None)
    assert undo(receipt, 2).body.get("code") == code


def test_what_is_not_one_s_own_or_was_followed_or_told_is_not_undone() -> None:
    receipt = kept()["receipt"]
    assert code_of(undo(receipt, 1)) == (409, "undo.not_this")
    assert send_back(receipt, 1).status == 200
    assert code_of(undo(receipt, 2, "admin")) == (409, "undo.not_hers")
    assert code_of(undo(receipt, 1)) == (412, "staff.conflict_own")
    slip = case("contact", receipt)["slips"][0]["name"]
    told = {"name": slip, "how": "told"}
    assert desk("contact", "POST", f"/rosters/{receipt}/slips", told).status == 200
    assert code_of(undo(receipt, 2)) == (409, "undo.told")
    assert case("contact", receipt)["undo_until"] is None
    assert pay(receipt, 2).status == 200
    assert code_of(undo(receipt, 3)) == (409, "undo.not_this")
    by_mail = kept(**{**UNIT, "email": "zhao@example.cn"})["receipt"]
    assert send_back(by_mail, 1).body["undo_until"] is None
    assert code_of(undo(by_mail, 2)) == (409, "undo.told")


def test_stamped_sheets_on_paper_and_the_premium_are_marked_in_case_and_queue() -> None:
    first = kept()
    receipt = first["receipt"]

    def arrived() -> tuple[list[str], list[str]]:
        [item] = desk("contact", "GET", "/rosters").body["items"]
        told = case("contact", receipt)["arrivals"]
        assert all(each["by"]["name"] == "演示 contact" for each in told)
        return [each["what"] for each in told], item["arrived"]

    assert arrived() == ([], [])
    assert sheets(receipt, 1).status == 200
    assert arrived() == (["sheets"],) * 2
    assert code_of(sheets(receipt, 2)) == (409, "sheets.noted_already")
    told = status(first)
    assert told["timeline"][-1]["label"] == "收到盖章的纸质名单"
    assert "盖章的名单已经收到" in told["next_step"]
    assert pay(receipt, 2, amount="10").status == 200
    assert arrived()[1] == ["sheets", "premium_part"]
    assert pay(receipt, 3, amount="990", bank_reference="0816").status == 200
    assert arrived()[1] == ["sheets", "premium"]
    other = kept()["receipt"]
    assert sheets(other, 1).body["undo_until"]
    assert undo(other, 2).body["arrivals"] == []


def test_what_one_person_decided_on_a_claim_is_undone() -> None:
    first = checked()
    receipt = first["receipt"]
    before = claim_case("claims", receipt)
    paper = before["documents"][0]["document_id"]
    path = f"documents/{paper}/send-back"
    gone = decide_claim(receipt, before["revision"], path, reason="看不清")
    assert gone.body["state"] == "waiting_for_papers"
    assert gone.body["undo_until"]
    assert claim_case("admin", receipt)["undo_until"] is None
    assert counted("claims", "to_tell", "claims") == 1
    undone = undo_claim(receipt, gone.body["revision"])
    assert counted("claims", "to_tell", "claims") == 0
    assert what_is_there(undone.body) == what_is_there(before)
    assert claim_status(first)["timeline"][-1]["label"] == "撤销了刚才的一步"
    assert code_of(undo_claim(receipt, undone.body["revision"])) == (409, "undo.not_this")


def test_what_two_people_decided_on_a_claim_is_not_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 300)
    receipt = checked()["receipt"]
    revision = claim_case("claims", receipt)["revision"]
    found = assessment(receipt)["prefilled"]
    assert propose(receipt, revision, **found).status == 200
    assert undo_claim(receipt, revision + 1).body["state"] == "papers_complete"
    assert propose(receipt, revision + 2, **found).status == 200
    assert confirm(receipt, revision + 3).status == 200
    assert claim_case("admin", receipt)["undo_until"] is None
    assert code_of(undo_claim(receipt, revision + 4, "admin")) == (409, "undo.not_this")
