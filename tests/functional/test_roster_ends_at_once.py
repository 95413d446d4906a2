"""A list that ends while something else is done with it: one of both holds."""

from datetime import date

import pytest

from tests.functional.at_once import Act, meanwhile
from tests.functional.ended_rosters import LATER, returned, steps
from tests.functional.rosters_requests import (
    PEOPLE,
    correct,
    rows_of,
    status,
    withdraw,
)
from tests.functional.staff_requests import accept, at, case, close, remind, send_back
from tests.functional.staff_roster_requests import kept

pytestmark = pytest.mark.usefixtures("aws")


def race(slower: Act, faster: Act) -> tuple[tuple[int, str], str]:
    late, early = meanwhile(slower, faster)
    assert early.status == 200
    return (late.status, late.body.get("code", "")), early.body["state"]


def test_of_an_acceptance_and_a_withdrawal_at_once_one_holds() -> None:
    first, second = kept(), kept()
    acted = race(lambda: withdraw(first), lambda: accept(first["receipt"], 1))
    assert acted == ((409, "roster.accepted"), "accepted")
    assert steps(status(first)) == ["submitted", "accepted"]
    acted = race(lambda: accept(second["receipt"], 1), lambda: withdraw(second))
    assert acted == ((412, "staff.conflict"), "withdrawn")
    assert steps(status(second)) == ["submitted", "withdrawn"]


def test_a_correction_and_a_withdrawal_at_once_do_not_mix() -> None:
    first, second = kept(), kept()
    acted = race(lambda: withdraw(first), lambda: correct(first, 1, rows=rows_of(PEOPLE)))
    assert acted == ((412, "roster.version_conflict"), "submitted")
    acted = race(lambda: correct(second, 1, rows=rows_of(PEOPLE)), lambda: withdraw(second))
    assert acted == ((412, "roster.version_conflict"), "withdrawn")
    assert status(second)["version"] == 1


def test_a_withdrawal_holds_whatever_the_desk_says_of_the_list_meanwhile() -> None:
    first, second = kept(), kept()
    acted = race(lambda: withdraw(first), lambda: send_back(first["receipt"], 1))
    assert acted == ((200, ""), "returned")
    assert steps(status(first)) == ["submitted", "returned", "withdrawn"]
    acted = race(lambda: withdraw(second), lambda: withdraw(second))
    assert acted == ((200, ""), "withdrawn")
    assert steps(status(second)) == ["submitted", "withdrawn"]


def test_a_list_that_is_mended_at_the_last_moment_is_not_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = returned()
    receipt = first["receipt"]
    assert remind(receipt, 2).status == 200
    at(monkeypatch, LATER)
    acted = race(lambda: close(receipt, 3), lambda: correct(first, 1, rows=rows_of(PEOPLE[:2])))
    assert acted == ((412, "staff.conflict"), "submitted")
    assert date.fromisoformat(case("contact", receipt)["due"]) > LATER


def test_a_list_is_closed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = returned()
    receipt = first["receipt"]
    assert remind(receipt, 2).status == 200
    at(monkeypatch, LATER)
    acted = race(lambda: close(receipt, 3, role="admin"), lambda: close(receipt, 3))
    assert acted == ((412, "staff.conflict"), "closed")
    assert steps(status(first)).count("closed") == 1
