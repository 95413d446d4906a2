"""Next year's list: offered before cover ends, without who does not go on, not typed again."""

from datetime import date
from typing import Any, Final

import pytest

from functions.local import samples
from functions.local.samples import Person
from shared_rules import days
from shared_rules.first_day import OFFERED_BEFORE
from tests.functional.endorsement_requests import OUT, accepted, endorsed, propose
from tests.functional.erasure_requests import restrict
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    PLAN,
    TODAY,
    TOMORROW,
    UNIT,
    bearer,
    made_file,
    new_key,
    rows_of,
    status,
    submit,
    withdraw,
)
from tests.functional.staff_requests import accept, at, case
from tests.functional.staff_roster_requests import followed_up, kept, log, refusal, years_old
from tests.functional.unit_requests import becomes, receipts_of, unit
from tests.functional.unit_requests import named as called

pytestmark = pytest.mark.usefixtures("starts_put_back")

LAST: date = days.anniversary(TOMORROW, 1) - DAY
OPENS: date = LAST - OFFERED_BEFORE
NEW_NAME: Final = "贺兰县示例实验小学"
SECOND: Final = "贺兰县第二示例小学"
UNION: Final = f"{UNIT['name']}工会委员会"
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
            "sent": [],
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
    people = [*PEOPLE[:4], nearly_too_old(), PEOPLE[4]]
    given = kept(people)
    receipt = given["receipt"]
    evidence = {"rows": [5], "last_day": TODAY.isoformat(), "paper": "旧保险单"}
    answer = accept(receipt, 1, refusals=[refusal(1)], old_covers_seen=[evidence])
    assert answer.status == 200, answer.body
    followed_up()
    endorsed(receipt, OUT)
    assert propose(receipt, {"change": "person", "row": 3, "name": "王小芳"}).status == 200
    followed_up()
    assert restrict(PEOPLE[4].id_number).status == 200
    at(monkeypatch, OPENS)
    told = ask(given).body
    assert [each["name"] for each in told["people"]] == ["王小芳", PEOPLE[3].name]
    assert told["people"][1]["id_number"] == PEOPLE[3].id_number
    assert [(each["row"], each["why"]) for each in told["not_renewed"]] == [
        (5, "too_old"),
        (6, "ask_her"),
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


def of_unit(name: str, people: list[Person]) -> dict[str, Any]:
    """A list of a unit that was accepted."""
    given = kept(people, name=name)
    assert accept(given["receipt"], 1).status == 200
    followed_up()
    return given


def test_a_unit_that_was_renamed_or_merged_since_renews_under_the_name_that_it_has_now(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = of_unit(UNIT["name"], PEOPLE[:1])
    second, other_words = of_unit(SECOND, PEOPLE[1:2]), of_unit(UNION, PEOPLE[2:3])
    at(monkeypatch, OPENS)

    def names(given: dict[str, Any]) -> tuple[str, str]:
        told = ask(given).body
        return told["unit"]["name"], told["formerly"]

    assert names(first) == (UNIT["name"], "")
    assert becomes(first["receipt"], "merged", other=other_words["receipt"]).status == 200
    assert names(other_words) == (UNIT["name"], UNION)
    assert becomes(first["receipt"], "renamed", **called(NEW_NAME)).status == 200
    assert becomes(first["receipt"], "merged", other=second["receipt"]).status == 200
    assert names(first) == (NEW_NAME, UNIT["name"])
    assert names(second) == (NEW_NAME, SECOND)
    told = ask(first).body["unit"]
    assert (told["contact_name"], told["phone"]) == (UNIT["contact_name"], UNIT["phone"])
    again = renewed(first)
    assert again.status == 201, again.body
    followed_up()
    assert again.body["receipt"] in receipts_of(unit(first["receipt"]))


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


def renewed(given: dict[str, Any], **changes: Any) -> Answer:
    """Hand next year's list in as it was given, naming the old one."""
    told = ask(given).body
    named = {"receipt": given["receipt"], "access_code": given["access_code"]}
    said = {"rows": told["people"], "unit": told["unit"], "renews": named, **changes}
    return submit(new_key(), **said)


def test_both_lists_know_of_each_other_and_the_desk_sees_what_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = accepted()
    at(monkeypatch, OPENS)
    assert status(given)["renewal"]["sent"] == ask(given).body["sent"] == []
    people = ask(given).body["people"]
    people[0]["name"] = "马小燕"
    again = renewed(given, rows=people[:-1]).body
    assert status(again)["renews"] == given["receipt"]
    (sent,) = status(given)["renewal"]["sent"]
    assert ask(given).body["sent"] == [sent]
    assert (sent["receipt"], sent["people"]) == (again["receipt"], len(people) - 1)
    assert (sent["state_label"], sent["is_ended"]) == ("已收到，等待对接人办理", False)
    shown = case("contact", again["receipt"])
    assert shown["renews"] == given["receipt"]
    (last,) = shown["same_unit"]
    assert (last["receipt"], last["is_renewed"]) == (given["receipt"], True)
    (changed,) = last["difference"]["changed"]
    assert (changed["name_before"], changed["name"]) == (PEOPLE[0].name, "马小燕")
    assert len(last["difference"]["gone"]) == 1
    assert withdraw(again).status == 200
    assert [each["is_ended"] for each in status(given)["renewal"]["sent"]] == [True]


def test_the_desk_finds_last_years_list_also_where_nobody_named_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = accepted()
    at(monkeypatch, OPENS)
    told = ask(given).body
    again = submit(new_key(), rows=told["people"], unit=told["unit"]).body
    followed_up()
    (last,) = case("contact", again["receipt"])["same_unit"]
    assert (last["receipt"], last["is_renewed"]) == (given["receipt"], True)
    assert case("contact", given["receipt"])["same_unit"] == []


def test_only_a_list_that_is_hers_accepted_and_near_its_end_is_renewed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given, waiting = accepted(), kept(PEOPLE[:1])
    table = [
        ({**given, "access_code": "AAAAA-AAAAA"}, "renewal.receipt_unknown"),
        (waiting, "people.not_accepted"),
        (given, "renewal.not_open"),
    ]
    for named, code in table:
        said = {name: named[name] for name in ("receipt", "access_code")}
        refused = submit(new_key(), rows=rows_of(PEOPLE[:1]), renews=said)
        assert [(each["code"], each["field"]) for each in refused.body["findings"]] == [
            (code, "renews")
        ]
    at(monkeypatch, OPENS)
    assert renewed(given).status == 201


@pytest.mark.parametrize(
    ("age", "old_last_day", "codes"),
    [
        (LIMIT + 1, None, []),
        (LIMIT + 1, TODAY + 30 * DAY, ["eligibility.too_old"]),
        (PLAN.minimum_age.value, None, ["eligibility.too_young"]),
        (PLAN.minimum_age.value, TODAY + 30 * DAY, []),
        # Cover that has ended is not followed.
        (PLAN.minimum_age.value, TODAY - DAY, ["eligibility.too_young"]),
    ],
)
def test_ages_are_those_of_the_day_after_the_old_cover(
    age: int, old_last_day: date | None, codes: list[str]
) -> None:
    # Her birthday is the day after that last day.
    person = Person(
        "李梅", samples.id_number(years_old(age, on=TODAY + 31 * DAY, after_birthday=0), 2), ""
    )
    unit = {**UNIT, "old_last_day": old_last_day and old_last_day.isoformat()}
    report = call("POST", "/api/rosters/check", {"rows": rows_of([person]), "unit": unit}).body
    assert [each["code"] for each in report["findings"] if each["severity"] == "error"] == codes
    follows = old_last_day is not None and old_last_day >= TODAY
    begins = old_last_day + DAY if follows and old_last_day else TOMORROW
    assert report["cover_from"] == begins.isoformat()
