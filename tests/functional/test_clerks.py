"""A clerk who changed: her unit says so, and desk, next year's list and corrections know her."""

from typing import Any, Final

import pytest

from functions.rosters import clerks
from tests.functional.endorsement_requests import accepted
from tests.functional.requests_to_api import Answer, call
from tests.functional.right_requests import CLERK
from tests.functional.rosters_requests import (
    PEOPLE,
    UNIT,
    bearer,
    correct,
    rows_of,
    status,
    withdraw,
)
from tests.functional.staff_requests import at, case, desk
from tests.functional.staff_roster_requests import followed_up, kept, log
from tests.functional.test_next_year import OPENS, ask
from tests.functional.unit_requests import unit

pytestmark = pytest.mark.usefixtures("aws")

BEFORE: Final = {name: UNIT.get(name, "") for name in CLERK}


def change(given: dict[str, Any], version: object = 1, **changes: Any) -> Answer:
    return call(
        "POST",
        f"/api/rosters/{given['receipt']}/clerk",
        CLERK | changes,
        authorization=bearer(given),
        if_match=f'"{version}"',
    )


def test_another_clerk_is_an_event_and_everybody_knows_her_from_then_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = accepted()
    receipt = given["receipt"]
    first, again = change(given), change(given)
    assert (first.status, first.body) == (again.status, again.body)
    assert {name: first.body["unit"][name] for name in CLERK} == CLERK
    step = first.body["timeline"][-1]
    assert (step["state"], bool(step["note"])) == ("clerk_changed", True)
    seen = case("contact", receipt)
    assert {name: seen["unit"][name] for name in CLERK} == CLERK
    assert seen["timeline"][-1]["clerk"] == {"before": BEFORE, "after": CLERK}
    assert (seen["state"], seen["version"]) == ("accepted", 1)
    assert "clerk_changed" in [each["what"] for each in log(receipt)]
    masked = desk("federation", "GET", f"/rosters/{receipt}")
    assert masked.status == 200
    said = filter(None, (*BEFORE.values(), *CLERK.values()))
    assert not [each for each in said if each in str(masked.body)]
    followed_up()
    assert unit(receipt)["lists"][0]["clerk"] == f"{CLERK['contact_name']} {CLERK['phone']}"
    at(monkeypatch, OPENS)
    assert {name: ask(given).body["unit"][name] for name in CLERK} == CLERK


def test_before_acceptance_she_stays_through_a_correction_that_says_so() -> None:
    given = kept(PEOPLE[:2])
    assert change(given).status == 200
    prefilled = status(given)["unit"]
    assert correct(given, 1, rows=rows_of(PEOPLE[:1]), unit=prefilled).status == 200
    assert status(given)["unit"] == prefilled
    assert change(given, phone="13995210001").status == 412
    assert change(given, 2, phone="13995210001").status == 200
    assert withdraw(given, 2).status == 200
    assert change(given, 2).body["code"] == "clerk.list_ended"


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({"contact_name": "  "}, ["contact_name"]),
        ({"phone": "12345"}, ["phone"]),
        ({"contact_name": "赵" * 51, "phone": ""}, ["contact_name", "phone"]),
    ],
)
def test_who_is_no_clerk_is_refused_at_the_question(
    said: dict[str, str], fields: list[str]
) -> None:
    given = kept(PEOPLE[:1])
    answer = change(given, **said)
    assert [(each["field"], each["code"]) for each in answer.body["findings"]] == [
        (field, f"unit.{field}") for field in fields
    ]
    assert change({**given, "access_code": "WRONG-CODES"}).status == 401


def test_a_clerk_does_not_change_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    given = kept(PEOPLE[:1])
    monkeypatch.setattr(clerks, "MOST", 2)
    names = ["马晓燕", "赵敏", "马晓燕"]
    answers = [change(given, contact_name=name) for name in names]
    assert [each.status for each in answers] == [200, 200, 409]
    assert answers[-1].body["code"] == "clerk.too_often"
