"""Whose data are to be kept only (限制处理): it is said wherever she stands, until taken back."""

from typing import Any

import pytest

from functions.local.samples import Person
from functions.platform import clock, table
from functions.staff.privacy.copies import PAGE
from shared_rules.days import anniversary
from tests.functional import staff_claim_requests
from tests.functional.claims_requests import WOMAN
from tests.functional.erasure_requests import REASON, look, restrict, restrictions
from tests.functional.follow_up_deliveries import items
from tests.functional.requests_to_api import code_of, turn_clock
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    TOMORROW,
    new_key,
    rows_of,
    submit,
)
from tests.functional.staff_requests import at, claim_case, desk, fetched, unpacked
from tests.functional.staff_roster_requests import followed_up

pytestmark = pytest.mark.usefixtures("starts_put_back")


def _codes(said: dict[str, Any]) -> set[str]:
    return {each["code"] for each in said["findings"]}


def _told(receipt: str, claim: str) -> dict[str, bool]:
    """Where the desk is told that her data are kept only."""
    rows = desk("contact", "GET", f"/rosters/{receipt}/rows").body["rows"]
    masked = desk("federation", "GET", f"/rosters/{receipt}/rows").body["rows"]
    sought = {"id_number": WOMAN.id_number}
    found = {
        "row": rows[2],
        "another row": rows[0],
        "masked row": masked[2],
        "claim": claim_case("claims", claim),
        "masked claim": claim_case("federation", claim),
        "contact's search": desk("contact", "POST", "/people/search", sought).body,
        "claims' search": desk("claims", "POST", "/people/search", sought).body,
    }
    return {name: "person.restricted" in _codes(each) for name, each in found.items()}


def _page() -> str:
    asked = {"id_number": WOMAN.id_number, "reason": REASON, "is_verified": True}
    made = desk("privacy", "POST", "/people/copy", asked).body
    return unpacked(fetched(made["url"]))[PAGE].decode()


def test_it_is_said_wherever_she_stands_until_it_is_taken_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    receipt = staff_claim_requests.insured(monkeypatch, 100)
    claim = staff_claim_requests.checked()["receipt"]
    assert set(_told(receipt, claim).values()) == {False}
    assert code_of(restrict(WOMAN.id_number, "lifted")) == (409, "restriction.none")

    restricted = restrict(WOMAN.id_number)
    assert restricted.body["restricted_on"] == TODAY.isoformat()
    assert code_of(restrict(WOMAN.id_number, role="admin")) == (409, "restriction.stands")
    told = _told(receipt, claim)
    assert not told.pop("another row")
    assert set(told.values()) == {True}
    page = _page()
    assert "起限制处理" in page
    assert "按您的申请限制了处理" in page
    # The open claim goes on, and what must stay of her is what must stay of anybody.
    assert staff_claim_requests.paid(claim)
    assert look(number=WOMAN.id_number)["stays"]

    assert restrict(WOMAN.id_number, "lifted").body["restricted_on"] is None
    assert set(_told(receipt, claim).values()) == {False}
    page = _page()
    assert "起限制处理" not in page
    assert page.index("按您的申请限制了处理") < page.index("按您的申请解除了限制处理")
    assert restrict(WOMAN.id_number).status == 200, "as often as she likes"


def _kept_of(*people: Person) -> None:
    submit(new_key(), rows=rows_of(people))
    followed_up()


def test_what_stands_is_a_list_of_nobody_in_particular_to_look_at_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = PEOPLE[:2]
    _kept_of(*PEOPLE[:3])
    assert restrictions() == []
    assert restrict(first.id_number).status == 200
    turn_clock(monkeypatch, clock.now() + DAY)
    assert restrict(second.id_number, role="admin", reason="来信申请").status == 200
    told = restrictions()
    assert [(each["since"], each["by"]["roles"], each["reason"]) for each in told] == [
        (TODAY.isoformat(), ["privacy"], REASON),
        (TOMORROW.isoformat(), ["admin"], "来信申请"),
    ]
    said = str(told)
    assert not [each for each in PEOPLE[:3] if each.name in said or each.id_number in said]

    year = anniversary(TODAY, 1)
    for day, is_due in ((year - DAY, False), (year, True)):
        at(monkeypatch, day)
        [is_first, other] = restrictions()
        assert (is_first["look_again_on"], is_first["is_to_be_looked_at"]) == (
            year.isoformat(),
            is_due,
        )
        assert not other["is_to_be_looked_at"]
    assert restrict(first.id_number, "kept", reason="问过，她还要").status == 200
    told = restrictions()
    assert [(each["reason"], each["is_looked_at"]) for each in told] == [
        ("来信申请", False),
        ("问过，她还要", True),
    ]
    assert told[1]["since"] == TODAY.isoformat()
    assert told[1]["look_again_on"] == anniversary(year, 1).isoformat()

    assert restrict(second.id_number, "lifted").status == 200
    assert [each["reason"] for each in restrictions("admin")] == ["问过，她还要"]
    assert code_of(restrict(second.id_number, "kept")) == (409, "restriction.none")
    assert restrict(first.id_number, "lifted").status == 200
    assert restrictions() == []


def test_what_stands_stays_in_the_list_when_nobody_knows_any_more_who_did_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _kept_of(PEOPLE[0])
    assert restrict(PEOPLE[0].id_number).status == 200
    [event] = items("RESTRICTION#")
    table.delete({"pk": event["pk"], "sk": event["sk"]})
    [told] = restrictions()
    assert (told["since"], told["at"], told["by"]) == (TODAY.isoformat(), None, None)
    assert told["look_again_on"] == anniversary(TODAY, 1).isoformat()


@pytest.mark.parametrize(
    ("number", "changes", "status"),
    [
        (PEOPLE[9].id_number, {}, 404),
        (PEOPLE[9].id_number[:-1], {}, 422),
        (PEOPLE[9].id_number, {"is_verified": False}, 422),
        (PEOPLE[9].id_number, {"reason": ""}, 422),
        (PEOPLE[9].id_number, {"what": "sealed"}, 422),
    ],
)
def test_nothing_is_restricted_for_whom_it_is_not(
    number: str, changes: dict[str, Any], status: int
) -> None:
    assert restrict(number, **{"what": "restricted", **changes}).status == status
