"""Next year's list: offered before cover ends, without who does not go on, not typed again."""

from datetime import date
from typing import Any

import pytest

from functions.local import samples
from functions.local.samples import Person
from shared_rules import days
from shared_rules.first_day import OFFERED_BEFORE
from tests.functional.endorsement_requests import OUT, accepted, endorsed, propose
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    PLAN,
    TODAY,
    TOMORROW,
    bearer,
    made_file,
    new_key,
    status,
    submit,
)
from tests.functional.staff_requests import accept, at
from tests.functional.staff_roster_requests import followed_up, kept, log, refusal, years_old

pytestmark = pytest.mark.usefixtures("aws")

LAST: date = days.anniversary(TOMORROW, 1) - DAY
OPENS: date = LAST - OFFERED_BEFORE
LIMIT = PLAN.maximum_age_renewal.value


def ask(given: dict[str, Any], part: str = "/renewal", method: str = "GET") -> Answer:
    return call(method, f"/api/rosters/{given['receipt']}{part}", authorization=bearer(given))


def test_it_is_offered_from_its_day_on_and_then_it_is_known_when_it_may_begin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = accepted()
    assert ask(given).body["code"] == "renewal.not_open"
    table = [
        (OPENS - DAY, False, LAST + DAY),
        (OPENS, True, LAST + DAY),
        (LAST, True, LAST + DAY),
        (LAST + DAY, True, LAST + 2 * DAY),
    ]
    for day, is_open, first_day in table:
        at(monkeypatch, day)
        assert status(given)["renewal"] == {
            "opens_on": OPENS.isoformat(),
            "is_open": is_open,
            "last_day": LAST.isoformat(),
            "first_day": first_day.isoformat(),
        }
        for part, method in (("/renewal", "GET"), ("/renewal/file", "POST")):
            assert ask(given, part, method).status == (200 if is_open else 409)


def nearly_too_old() -> Person:
    """Who is 64, and 65 on the first day of next year's cover; not on the last of this one's."""
    return Person(
        "李梅", samples.id_number(years_old(LIMIT + 1, on=LAST + DAY, after_birthday=0), 2), ""
    )


def test_who_left_was_refused_or_will_be_too_old_is_not_in_it_and_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    people = [*PEOPLE[:4], nearly_too_old()]
    given = kept(people)
    receipt = given["receipt"]
    evidence = {"rows": [5], "last_day": TODAY.isoformat(), "paper": "旧保险单"}
    answer = accept(receipt, 1, refusals=[refusal(1)], old_covers_seen=[evidence])
    assert answer.status == 200, answer.body
    followed_up()
    endorsed(receipt, OUT)
    assert propose(receipt, {"change": "person", "row": 3, "name": "王小芳"}).status == 200
    followed_up()
    at(monkeypatch, OPENS)
    told = ask(given).body
    assert [each["name"] for each in told["people"]] == ["王小芳", PEOPLE[3].name]
    assert told["people"][1]["id_number"] == PEOPLE[3].id_number
    assert [(each["row"], each["why"]) for each in told["not_renewed"]] == [
        (5, "too_old"),
        (1, "refused"),
        (2, "left"),
    ]
    assert told["not_renewed"][0]["findings"][0]["code"] == "eligibility.too_old"
    assert told["unit"]["old_last_day"] == LAST.isoformat()
    made = ask(given, "/renewal/file", "POST").body
    assert made["not_renewed"] == told["not_renewed"]
    header, *lines = made_file(made["url"])
    assert header == ("姓名", "身份证号", "职业", "备注")
    assert [line[1] for line in lines] == [each["id_number"] for each in told["people"]]
    assert {line[3] for line in lines} == {"续保"}
    assert log(receipt)[0]["label"] == "单位取了续保名单"


def test_it_is_handed_in_as_it_was_given_and_renews(monkeypatch: pytest.MonkeyPatch) -> None:
    given = accepted()
    at(monkeypatch, OPENS)
    told = ask(given).body
    again = submit(new_key(), rows=told["people"], unit=told["unit"])
    assert again.status == 201, again.body
    expected = status(again.body)["expected"]
    assert expected["first_day"] == told["first_day"] == (LAST + DAY).isoformat()


def test_a_list_that_is_not_accepted_has_no_next_one_and_a_wrong_code_opens_nothing() -> None:
    given = kept(PEOPLE[:1])
    assert status(given)["renewal"] is None
    for part, method in (("/renewal", "GET"), ("/renewal/file", "POST")):
        assert ask(given, part, method).body["code"] == "people.not_accepted"
        assert ask({**given, "access_code": "AAAAA-AAAAA"}, part, method).status == 401
