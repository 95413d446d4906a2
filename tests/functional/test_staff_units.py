"""A unit outlives its lists: found by any of them, renamed, merged, separated again, split."""

from typing import Any, Final

import pytest

from tests.functional import old_policies_requests
from tests.functional.at_once import meanwhile
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import DAY, PEOPLE, TODAY, UNIT, correct, rows_of
from tests.functional.staff_requests import OTHER_COUNTY, desk
from tests.functional.staff_roster_requests import followed_up, kept
from tests.functional.unit_requests import (
    CODE,
    OTHER_CODE,
    becomes,
    named,
    receipts_of,
    unit,
)

pytestmark = pytest.mark.usefixtures("aws")

NEW_NAME: Final = "贺兰县示例实验小学"


def listed(row: int = 0, **said: Any) -> str:
    """A list of a unit, whose unit was looked for; its receipt."""
    receipt: str = kept(PEOPLE[row : row + 1], **said)["receipt"]
    followed_up()
    return receipt


# ---- which unit it is ----


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ({}, {}, True),
        ({}, {"name": "贺兰县 示例小学　"}, True),
        ({}, {"name": NEW_NAME}, False),
        ({}, {"county": OTHER_COUNTY}, False),
        ({}, {"credit_code": CODE}, True),
        ({"credit_code": CODE}, {}, True),
        ({"credit_code": CODE}, {"credit_code": CODE.lower(), "name": NEW_NAME}, True),
        ({"credit_code": CODE}, {"credit_code": CODE, "county": OTHER_COUNTY}, True),
        ({"credit_code": CODE}, {"credit_code": OTHER_CODE}, False),
    ],
)
def test_lists_of_one_unit_are_found_together(
    first: dict[str, Any], second: dict[str, Any], *, is_same: bool
) -> None:
    receipts = [listed(0, **first), listed(1, **second)]
    found = [unit(each, "admin") for each in receipts]
    assert (found[0]["receipt"] == found[1]["receipt"]) is is_same
    for receipt, each in zip(receipts, found, strict=True):
        assert receipts_of(each) == (sorted(receipts) if is_same else [receipt])
    assert unit(found[0]["receipt"], "admin") == found[0]


def test_two_codes_under_one_name_are_two_units_which_are_told_of_each_other() -> None:
    first, second = listed(0, credit_code=CODE), listed(1, credit_code=OTHER_CODE)
    without_code = listed(2)
    assert receipts_of(unit(first)) == sorted([first, without_code])
    assert [each["receipt"] for each in unit(first)["alike"]] == [second]
    assert sorted(each["receipt"] for each in unit(second)["alike"]) == sorted(
        [first, without_code]
    )


def test_a_corrected_list_is_that_of_the_unit_that_it_names_now() -> None:
    other = listed(0, name=NEW_NAME)
    mistaken = kept(PEOPLE[1:2])
    followed_up()
    before = unit(mistaken["receipt"])
    corrected = correct(mistaken, 1, rows=rows_of(PEOPLE[1:2]), unit={**UNIT, "name": NEW_NAME})
    assert corrected.status == 200
    followed_up()
    assert receipts_of(unit(other)) == sorted([other, mistaken["receipt"]])
    assert receipts_of(unit(before["receipt"])) == []


def test_a_list_that_nobody_has_looked_at_yet_has_its_unit_too() -> None:
    waiting = kept(PEOPLE[:1])["receipt"]
    found = unit(waiting)
    followed_up()
    assert unit(waiting) == found
    assert receipts_of(found) == [waiting]


@pytest.mark.parametrize("code", ["", CODE])
def test_two_lists_in_the_same_moment_make_one_unit(code: str) -> None:
    first, second = (kept([each], credit_code=code)["receipt"] for each in PEOPLE[:2])
    answers = meanwhile(
        lambda: desk("contact", "GET", f"/units/{first}"),
        lambda: desk("contact", "GET", f"/units/{second}"),
    )
    assert {each.status for each in answers} == {200}
    assert len({each.body["receipt"] for each in answers}) == 1
    assert receipts_of(unit(first)) == sorted([first, second])


def test_old_policies_are_the_unit_s_too() -> None:
    receipt = listed(0, credit_code=CODE)
    people = old_policies_requests.women(1)
    rows = old_policies_requests.policy(people, unit="示例小学旧址", credit_code=CODE)
    assert old_policies_requests.begin(old_policies_requests.workbook(rows)).status == 200
    followed_up()
    found = unit(receipt)
    assert [each["is_brought_in"] for each in found["lists"]] == [False, True]
    [_, old] = found["lists"]
    assert (old["unit_name"], old["credit_code"]) == ("示例小学旧址", CODE)
    assert unit(old["receipt"]) == found


# ---- what became of it ----


def test_a_unit_that_is_renamed_keeps_its_lists_and_gets_those_of_its_new_name() -> None:
    before = listed(0)
    asked = named(NEW_NAME, credit_code=CODE)
    since = (TODAY - 9 * DAY).isoformat()
    first, again = (becomes(before, "renamed", revision=1, since=since, **asked) for _ in range(2))
    assert (first.status, first.body) == (again.status, again.body)
    after = listed(1, name=NEW_NAME)
    found = unit(before)
    assert receipts_of(found) == sorted([before, after])
    assert (found["name"], found["credit_code"]) == (NEW_NAME, CODE)
    assert [(each["name"], each["since"]) for each in found["names"]] == [
        (UNIT["name"], TODAY.isoformat()),
        (NEW_NAME, since),
    ]
    assert [each["what"] for each in found["timeline"]] == ["registered", "renamed"]
    assert [each["unit_name"] for each in found["lists"] if each["receipt"] == before] == [
        UNIT["name"]
    ], "a list bears the name under which it was stamped"


def test_units_that_are_merged_are_found_together_and_separated_again() -> None:
    receipts = [listed(0), listed(1, name=NEW_NAME), listed(2, name="第三小学")]
    first, second, third = (unit(each)["receipt"] for each in receipts)
    assert becomes(second, "merged", other=receipts[2]).status == 200
    assert becomes(first, "merged", other=second).status == 200
    later = listed(3, name="第三小学")
    for each in (first, second, third, later):
        found = unit(each)
        assert found["receipt"] == first
        assert receipts_of(found) == sorted([*receipts, later])
    assert [each["receipt"] for each in found["members"]] == [second, third]
    assert code_of(becomes(first, "separated", other=third)) == (409, "unit.no_part")
    assert becomes(first, "separated", other=second).status == 200
    assert receipts_of(unit(first)) == [receipts[0]]
    assert receipts_of(unit(third)) == sorted([receipts[1], receipts[2], later])
    assert becomes(first, "merged", other=second).status == 200, "and merged again"
    assert len(receipts_of(unit(first))) == 4


def test_a_unit_that_is_split_leads_to_the_other_one() -> None:
    old = listed(0)
    asked = named(NEW_NAME, credit_code=CODE)
    found = becomes(old, "split", **asked).body
    other = found["timeline"][-1]["other"]
    came = listed(1, name=NEW_NAME, credit_code=CODE)
    assert unit(came)["receipt"] == other
    assert unit(came)["timeline"][0]["other"] == found["receipt"]
    assert receipts_of(unit(old)) == [old]
    known = listed(2, name="第三小学")
    assert becomes(old, "split", **named("第三小学")).status == 200
    assert [each["what"] for each in unit(known)["timeline"]] == ["registered", "split_from"]


@pytest.mark.parametrize(
    ("change", "said", "code"),
    [
        ("renamed", named(UNIT["name"]), "unit.nothing_changes"),
        ("renamed", named(NEW_NAME, since=(TODAY + DAY).isoformat()), "unit.day_to_come"),
        ("renamed", named("第三小学"), "unit.known"),
        ("renamed", named(NEW_NAME, credit_code=OTHER_CODE), "unit.known"),
        ("renamed", named(NEW_NAME, credit_code="123"), "credit_code.length"),
        ("split", named(UNIT["name"]), "unit.same"),
        ("merged", {"other": "itself"}, "unit.same"),
        ("merged", {"other": "DW-2026-000000"}, "staff.not_found"),
        ("merged", {"other": "第三小学"}, "staff.not_found"),
        ("separated", {"other": "DW-2026-000000"}, "unit.no_part"),
    ],
)
def test_what_cannot_be_is_refused(change: str, said: dict[str, Any], code: str) -> None:
    listed(1, name="第三小学", credit_code=OTHER_CODE)
    own = listed(0)
    if said.get("other") == "itself":
        said = {"other": own}
    before = unit(own)
    answer = becomes(own, change, **said)
    assert answer.status in (404, 409, 422)
    assert [answer.body["code"], *answer.codes][-1] == code
    assert unit(own) == before


def test_whoever_is_slower_changes_nothing() -> None:
    own = listed(0)
    assert becomes(own, "renamed", **named(NEW_NAME)).status == 200
    answer = becomes(own, "renamed", revision=1, **named("第三小学"))
    assert code_of(answer) == (412, "staff.conflict_own")
    other = listed(1, name="第四小学")
    merged = meanwhile(
        lambda: becomes(own, "merged", revision=2, other=other),
        lambda: becomes(other, "merged", revision=1, other=own),
    )
    assert sorted(each.status for each in merged) in ([200, 409], [200, 412])


# ---- who may see it ----


def test_a_contact_sees_the_lists_of_her_counties() -> None:
    hers = listed(0, credit_code=CODE)
    others = listed(1, credit_code=CODE, county=OTHER_COUNTY)
    found = unit(hers)
    assert (receipts_of(found), found["lists_elsewhere"]) == ([hers], 1)
    assert code_of(desk("contact", "GET", f"/units/{others}")) == (404, "staff.not_found")
    assert receipts_of(unit(others, "other contact")) == [others]
    assert not unit(others, "other contact")["may_decide"]
    refused = becomes(others, "renamed", "other contact", revision=2, **named(NEW_NAME))
    assert code_of(refused) == (404, "staff.role")
    elsewhere = unit(listed(2, county=OTHER_COUNTY, name="别处的单位"), "admin")["receipt"]
    for path in (f"/units/{elsewhere}", "/units/DW-2026-000000", "/units/nothing"):
        assert code_of(desk("contact", "GET", path)) == (404, "staff.not_found")
    merged = becomes(hers, "merged", other=elsewhere)
    assert code_of(merged) == (404, "staff.not_found"), "only an admin merges across areas"
    assert becomes(hers, "merged", "admin", other=elsewhere).status == 200


def test_who_only_reads_sees_no_clerk() -> None:
    receipt = listed(0)
    [seen] = unit(receipt, "federation")["lists"]
    assert seen["clerk"] == "赵* ********0080"
    [whole] = unit(receipt)["lists"]
    assert whole["clerk"] == f"{UNIT['contact_name']} {UNIT['phone']}"
