"""A unit asks who of its accepted list is covered; the log says that it did."""

from datetime import date, timedelta
from typing import Any

import pytest

from shared_rules import days, plans
from tests.functional.endorsement_requests import OUT, accepted, endorsed
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    TOMORROW,
    bearer,
    form,
    made_file,
)
from tests.functional.staff_requests import accept, at
from tests.functional.staff_roster_requests import followed_up, kept, log, refusal

pytestmark = pytest.mark.usefixtures("aws")

LAST: date = days.anniversary(TOMORROW, 1) - DAY
WAITING_LAST: date = TODAY + timedelta(days=30)


def ask(given: dict[str, Any], part: str = "/people", method: str = "GET") -> Answer:
    return call(method, f"/api/rosters/{given['receipt']}{part}", authorization=bearer(given))


def states(given: dict[str, Any]) -> list[str]:
    answer = ask(given)
    assert answer.status == 200, answer.body
    return [each["state"] for each in answer.body["people"]]


def test_each_state_begins_and_ends_on_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    given = accepted()
    endorsed(given["receipt"], {**OUT, "last_day": (LAST - DAY).isoformat()})
    endorsed(given["receipt"], {**OUT, "rows": [3]})
    table = [
        (TODAY, ["not_yet", "not_yet", "left"]),
        (TOMORROW, ["waiting", "waiting", "left"]),
        (WAITING_LAST, ["waiting", "waiting", "left"]),
        (WAITING_LAST + DAY, ["covered", "covered", "left"]),
        (LAST - DAY, ["covered", "covered", "left"]),
        (LAST, ["covered", "left", "left"]),
        (LAST + DAY, ["ended", "left", "left"]),
    ]
    for day, expected in table:
        at(monkeypatch, day)
        assert states(given) == expected, day


def test_who_has_died_is_told_so_on_page_and_print(monkeypatch: pytest.MonkeyPatch) -> None:
    given = accepted()
    at(monkeypatch, WAITING_LAST)
    died = {"change": "died", "rows": [2], "last_day": WAITING_LAST.isoformat()}
    endorsed(given["receipt"], died)
    assert states(given) == ["waiting", "died", "waiting"]
    dead = ask(given).body["people"][1]
    assert (dead["state_label"], dead["is_leaving"]) == ("已身故", False)
    assert [each["has_died"] for each in form(given)["rows"]] == [False, True, False]


def test_numbers_are_masked_on_the_page_and_whole_in_the_file_and_both_are_logged() -> None:
    given = kept(PEOPLE[:2])
    assert accept(given["receipt"], 1, refusals=[refusal(2)]).status == 200
    before = ask(given).body
    assert not before["is_complete"]
    assert before["people"][0]["last_day"] == LAST.isoformat()
    followed_up()
    told = ask(given).body
    assert told["is_complete"]
    assert (told["receipt"], told["policy_number"]) == (given["receipt"], "NX-2026-0001")
    assert (told["plan"], told["policy_issued_date"]) == (
        plans.in_force(TODAY).valid_from.isoformat(),
        TODAY.isoformat(),
    )
    assert told["contact"]["phone"]
    assert told["counts"] == {"not_yet": 1, "refused": 1}
    first, second = told["people"]
    assert first["id_number"] == PEOPLE[0].id_number[:4] + "*" * 10 + PEOPLE[0].id_number[-4:]
    assert (first["first_day"], first["waiting_last_day"]) == (
        TOMORROW.isoformat(),
        WAITING_LAST.isoformat(),
    )
    assert (second["state_label"], second["first_day"]) == ("不予承保", None)
    _, line, _ = made_file(ask(given, "/people/file", "POST").body["url"])
    assert PEOPLE[0].id_number in line
    seen = {(each["what"], each["is_masked"]) for each in log(given["receipt"]) if not each["by"]}
    assert {("unit_exported_people", False), ("unit_viewed_people", True)} <= seen


def test_a_list_that_is_not_accepted_covers_nobody_and_a_wrong_code_opens_nothing() -> None:
    given = kept(PEOPLE[:1])
    for part, method in (("/people", "GET"), ("/people/file", "POST")):
        assert ask(given, part, method).body["code"] == "people.not_accepted"
        assert ask({**given, "access_code": "AAAAA-AAAAA"}, part, method).status == 401
