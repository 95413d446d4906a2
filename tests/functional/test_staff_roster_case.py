"""A list at the desk: whole for its contact, page by page, and with nobody for the federation."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from functions.local import samples
from functions.local.samples import Person
from functions.staff.rosters import cases
from tests.functional.rosters_requests import PEOPLE, TODAY, UNIT, correct, rows_of
from tests.functional.staff_requests import accept, at, case, desk, send_back
from tests.functional.staff_roster_requests import followed_up, kept, rows

pytestmark = pytest.mark.usefixtures("aws")


def test_a_list_is_shown_whole_to_its_contact() -> None:
    first = kept()
    followed_up()
    shown = case("contact", first["receipt"])
    assert shown["unit"] == {**UNIT, "email": "", "credit_code": "", "old_last_day": None}
    assert (shown["people"], shown["version"], shown["revision"]) == (len(PEOPLE), 1, 1)
    assert shown["premium"] == first["premium"]
    assert shown["duplicates"]["rows"] == []
    assert [each["state"] for each in shown["timeline"]] == ["submitted"]
    assert shown["timeline"][0]["by"] is None
    assert (shown["may_decide"], shown["is_masked"]) == (True, False)
    page = rows("contact", first["receipt"])
    assert [(each["name"], each["id_number"]) for each in page["rows"]] == [
        (each.name, each.id_number) for each in PEOPLE
    ]
    assert (page["total"], page["next"], page["is_masked"]) == (len(PEOPLE), None, False)


def test_rows_come_page_by_page_with_what_the_rules_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "ROWS", 4)
    old = Person("李梅", samples.id_number(TODAY - timedelta(days=62 * 365 + 20), 2), "")
    receipt = kept([*PEOPLE[:9], old])["receipt"]
    seen: list[dict[str, Any]] = []
    for after in (0, 4, 8):
        page = rows("contact", receipt, after=str(after))
        seen += page["rows"]
        assert page["next"] == (None if after == 8 else after + 4)
    assert [each["row"] for each in seen] == list(range(1, 11))
    assert [f["code"] for f in seen[9]["findings"]] == [
        "eligibility.renewal_only",
        "roster.occupation_missing",
    ]
    assert not any(each["findings"] for each in seen[:9])


def test_the_federation_sees_everything_and_nobody() -> None:
    receipt = kept()["receipt"]
    assert send_back(receipt, 1, reasons=[{"text": "王芳得过病", "rows": [1]}]).status == 200
    shown = case("federation", receipt)
    page = rows("federation", receipt)
    log = desk("federation", "GET", f"/rosters/{receipt}/log").body
    assert shown["is_masked"]
    assert not shown["may_decide"]
    assert page["is_masked"]
    said = json.dumps([shown, page, log], ensure_ascii=False)
    secrets = [UNIT["contact_name"], UNIT["phone"].replace("-", ""), "王芳得过病"]
    secrets += [text for each in PEOPLE for text in (each.id_number,)]
    assert not [secret for secret in secrets if secret in said]
    first = page["rows"][0]
    assert first["id_number"] == PEOPLE[0].id_number[:4] + "*" * 10 + PEOPLE[0].id_number[-4:]
    assert first["name"] == PEOPLE[0].name[0] + "*"


def test_a_version_is_shown_beside_the_one_whose_place_it_took(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = kept()
    assert rows("contact", first["receipt"])["difference"] is None
    renamed = {**rows_of(PEOPLE)[1], "occupation": "护士长"}
    assert correct(first, 1, rows=[renamed, *rows_of(PEOPLE[2:])]).status == 200
    changes = rows("contact", first["receipt"])["difference"]
    assert [each["name"] for each in changes["gone"]] == [PEOPLE[0].name]
    assert changes["added"] == []
    assert [(each["row"], each["fields"]) for each in changes["changed"]] == [(1, ["occupation"])]
    assert (changes["before"], changes["after"]) == (len(PEOPLE), len(PEOPLE) - 1)
    masked = rows("federation", first["receipt"])["difference"]
    assert [each["name"] for each in masked["gone"]] == [f"{PEOPLE[0].name[0]}*"]
    assert masked["changed"][0]["name_before"] == f"{PEOPLE[1].name[0]}*"
    assert rows("contact", first["receipt"], version="1")["difference"] is None
    monkeypatch.setattr(cases, "ROWS", 4)
    assert rows("contact", first["receipt"], after="4")["difference"] is None


def test_what_a_list_changes_in_an_earlier_one_of_the_same_unit_is_shown_to_the_desk() -> None:
    first = kept(PEOPLE[:6])
    followed_up()
    same, shorter = kept([*reversed(PEOPLE[:6])]), kept(PEOPLE[1:7])
    other = kept(PEOPLE[:6], name="另一所示例小学")
    followed_up()
    assert case("contact", first["receipt"])["same_unit"] == []
    (found,) = [
        each
        for each in case("contact", same["receipt"])["same_unit"]
        if each["receipt"] == first["receipt"]
    ]
    assert found["state_label"].startswith("已收到")
    assert (found["difference"]["unchanged"], found["difference"]["after"]) == (6, 6)
    assert not found["is_added_to"]
    seen = case("federation", shorter["receipt"])["same_unit"]
    (found,) = [each for each in seen if each["receipt"] == first["receipt"]]
    assert [each["name"] for each in found["difference"]["gone"]] == [f"{PEOPLE[0].name[0]}*"]
    assert [each["row"] for each in found["difference"]["added"]] == [6]
    assert other["receipt"] not in {each["receipt"] for each in seen}
    assert case("contact", other["receipt"])["same_unit"] == []


def test_who_is_in_another_list_is_shown_to_the_desk_only() -> None:
    kept(PEOPLE[:6])
    followed_up()
    second = kept(PEOPLE[4:])
    followed_up()
    assert case("contact", second["receipt"])["duplicates"]["rows"] == [1, 2]
    page = rows("contact", second["receipt"])
    assert [each["row"] for each in page["rows"] if each["is_elsewhere"]] == [1, 2]


@pytest.mark.parametrize(
    ("days_before_its_end", "flagged"), [(91, []), (20, []), (0, []), (92, [1, 2, 3])]
)
def test_a_next_list_is_its_unit_s_renewal_and_nobody_is_flagged(
    monkeypatch: pytest.MonkeyPatch, days_before_its_end: int, flagged: list[int]
) -> None:
    first = kept(PEOPLE[:3])
    accepted = accept(first["receipt"], 1).body["acceptance"]
    followed_up()
    ends = date.fromisoformat(accepted["last_day"])
    at(monkeypatch, ends - timedelta(days=days_before_its_end))
    following = kept(PEOPLE[:3])
    followed_up()
    assert case("contact", following["receipt"])["duplicates"]["rows"] == flagged
    assert case("contact", first["receipt"])["duplicates"]["rows"] == []


def test_who_would_be_covered_twice_is_flagged_also_among_those_who_renew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for_long, ending = kept(PEOPLE[3:4], name="另一所示例小学"), kept(PEOPLE[:3])
    accepted = accept(ending["receipt"], 1).body["acceptance"]
    at(monkeypatch, month_later := TODAY + timedelta(days=30))
    accept(for_long["receipt"], 1, policy_issued_date=month_later.isoformat())
    followed_up()
    at(monkeypatch, date.fromisoformat(accepted["last_day"]) - timedelta(days=10))
    following = kept(PEOPLE[:4])
    followed_up()
    assert case("contact", following["receipt"])["duplicates"]["rows"] == [4]
