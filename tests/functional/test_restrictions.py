"""Whose data are to be kept only (限制处理): it is said wherever she stands, until taken back."""

from typing import Any

import pytest

from functions.staff.privacy.copies import PAGE
from tests.functional import staff_claim_requests
from tests.functional.claims_requests import WOMAN
from tests.functional.erasure_requests import REASON, look, restrict
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import PEOPLE, TODAY
from tests.functional.staff_requests import claim_case, desk, fetched, unpacked

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
