"""Two people decide on claims at once: it is decided once, and whoever was slower is told so."""

from functools import partial
from typing import Any

import pytest

from tests.functional.at_once import meanwhile
from tests.functional.claims_requests import WOMAN
from tests.functional.follow_up_deliveries import known
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import TODAY
from tests.functional.staff_claim_requests import (
    NOTHING,
    STATED,
    SUM,
    checked,
    confirm,
    insured,
    propose,
    queue,
    reported,
)
from tests.functional.staff_requests import claim_case, decide_claim, desk

pytestmark = pytest.mark.usefixtures("starts_put_back")


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
    assert known(WOMAN.id_number).claims.keys() == {first}


def test_of_two_people_at_once_one_gets_a_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    insured(monkeypatch, 100)
    receipt = checked()["receipt"]
    assert decide_claim(receipt, 1, "documents/0001-01/accept").status == 200
    others: tuple[tuple[str, dict[str, Any]], ...] = (
        ("documents/0001-01/send-back", {"reason": "看不清"}),
        ("documents/0001-01/accept", {}),
        ("complete", {"complete_on": TODAY.isoformat()}),
        ("propose", {"outcome": "pay", **NOTHING, "lump_sum": SUM, **STATED}),
    )
    for path, body in others:
        answer = decide_claim(receipt, 1, path, "admin", **body)
        assert code_of(answer) == (412, "staff.conflict"), path
    shown = claim_case("claims", receipt)
    assert (shown["revision"], shown["documents"][0]["decision"]["outcome"]) == (2, "accepted")


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


def test_whoever_has_decided_otherwise_meanwhile_is_told_that_it_was_she() -> None:
    receipt = checked()["receipt"]
    accept = partial(decide_claim, receipt, 1, "documents/0001-01/accept")
    assert accept().status == 200
    other = decide_claim(receipt, 1, "documents/0001-01/send-back", reason="看不清")
    assert code_of(other) == (412, "staff.conflict_own")
    assert code_of(accept("admin")) == (412, "staff.conflict")


@pytest.mark.parametrize("header", ["", "x", '"-1"'])
def test_a_decision_names_what_it_is_made_on(header: str) -> None:
    receipt = reported()["receipt"]
    body = {"complete_on": TODAY.isoformat()}
    answer = desk("claims", "POST", f"/claims/{receipt}/complete", body, if_match=header)
    assert code_of(answer) == (428, "request.if_match")
