"""Somebody is given a copy of all that is kept of her, and nothing of anybody else."""

import json
from typing import Any, Final, NamedTuple

import pytest

from functions.local.stack import Stack
from functions.platform import clock, table
from functions.records import holdings, person_places
from functions.records.person_places import person_of
from functions.staff.privacy.copies import PAGE
from functions.worker import old_policies
from tests import storage
from tests.functional import endorsement_requests, old_policies_requests, staff_claim_requests
from tests.functional.claims_requests import WOMAN, report
from tests.functional.endorsement_requests import OUT, endorsed
from tests.functional.follow_up_deliveries import swept
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import (
    PEOPLE,
    TOMORROW,
    UNIT,
    correct,
    new_key,
    rows_of,
    submit,
)
from tests.functional.staff_requests import desk, fetched, found, unpacked
from tests.functional.staff_roster_requests import log
from tests.functional.test_clerks import change
from tests.functional.test_messages import ADDRESS, listed

REASON: Final = "本人带身份证到柜台申请"
ASKED: Final[dict[str, Any]] = {
    "id_number": WOMAN.id_number,
    "reason": REASON,
    "is_verified": True,
}


WOMAN_ROW: Final = 3


def copy(role: str = "privacy", **changes: Any) -> Answer:
    return desk(role, "POST", "/people/copy", {**ASKED, **changes})


class Told(NamedTuple):
    """The receipts of what she is in, and the copy that was made of it."""

    receipts: dict[str, str]
    made: dict[str, Any]
    files: dict[str, bytes]


@pytest.fixture(scope="module")
def told(emulated_aws: Stack) -> Told:
    """She is in lists that go on, in an old policy, and has reported a claim."""
    storage.empty()
    left = submit(new_key(), rows=rows_of([PEOPLE[0], WOMAN])).body
    assert correct(left, 1, rows=rows_of(PEOPLE[:2])).status == 200
    accepted = endorsement_requests.accepted([*PEOPLE[2:4], WOMAN])
    leaves = {"rows": [WOMAN_ROW], "last_day": TOMORROW.isoformat()}
    endorsed(accepted["receipt"], OUT | leaves)
    lines = old_policies_requests.policy([PEOPLE[4], WOMAN])
    begun = old_policies_requests.begin(old_policies_requests.workbook(lines), "admin").body
    old_policies.bring_in(begun["receipt"], clock.now())
    claim = staff_claim_requests.checked()
    swept()
    receipts = {"left": left, "accepted": accepted, "claim": claim}
    answer = copy()
    assert answer.status == 200, answer.body
    made, found = answer.body, {name: each["receipt"] for name, each in receipts.items()}
    return Told(found, made, unpacked(fetched(made["url"])))


def test_the_copy_has_every_record_of_hers_and_nobody_else(told: Told) -> None:
    page = told.files[PAGE].decode()
    [old] = [name for name in told.files if name.startswith("数据/BL-")]
    for each in told.receipts.values():
        assert each in page
        assert f"数据/{each}.json" in told.files
    assert WOMAN.id_number in page
    claim = told.receipts["claim"]
    assert any(name.startswith(f"{claim}/材料/") for name in told.files)
    assert json.loads(told.files[old])["people"][0]["id_number"] == WOMAN.id_number
    whole = b"".join(told.files.values()).decode(errors="replace")
    for other in PEOPLE[:5]:
        assert other.id_number not in whole
        assert other.name not in whole


def test_what_was_decided_of_her_row_is_hers(told: Told) -> None:
    accepted = json.loads(told.files[f"数据/{told.receipts['accepted']}.json"])
    assert {each["row"] for each in accepted["rows"]} == {WOMAN_ROW}
    said = json.dumps(accepted["said"], ensure_ascii=False)
    assert '"leavers"' not in said, "each part that names her row stands by itself"
    assert {each["record"] for each in accepted["said"]} >= {"名单", "每个人的保险期间"}
    left = json.loads(told.files[f"数据/{told.receipts['left']}.json"])
    assert [each["version"] for each in left["rows"]] == [1], "she left with the second version"
    claim = json.loads(told.files[f"数据/{told.receipts['claim']}.json"])
    assert {each["record"] for each in claim["kept"]} >= {"报案", "报案的内容", "材料的收件记录"}
    assert "access_hash" not in json.dumps(claim)


def test_that_it_was_made_is_kept_and_how_she_asked(told: Told) -> None:
    assert "person_copied" in [each["what"] for each in log(told.receipts["accepted"], "admin")]
    [copied] = [
        each
        for each in desk("claims", "GET", f"/claims/{told.receipts['claim']}/log").body["entries"]
        if each["what"] == "copied_for_her"
    ]
    assert copied["by"]["roles"] == ["privacy"]
    key = {**person_places.key_of(person_of(WOMAN.id_number)), "sk": "SOUGHT#"}
    [noted] = [each for each in table.between(key, "SOUGHT#~") if each["what"] == "copied"]
    assert noted["reason"] == REASON
    assert noted["sha256"] == told.made["sha256"]
    assert set(told.receipts.values()) <= set(noted["receipts"])


def test_who_answers_her_sees_all_of_her_and_no_list_or_claim_as_such(told: Told) -> None:
    found = desk("privacy", "POST", "/people/search", {"id_number": WOMAN.id_number}).body
    assert found["is_whole"]
    assert [each["receipt"] for each in found["claims"]] == [told.receipts["claim"]]
    for path in (f"/rosters/{told.receipts['accepted']}", f"/claims/{told.receipts['claim']}"):
        assert desk("privacy", "GET", path).body["code"] == "staff.role"


def contacts(phone: str, *, is_verified: bool = True, role: str = "privacy") -> Answer:
    said = {"phone": phone, "is_verified": is_verified}
    return desk(role, "POST", "/people/contacts", said)


def test_a_clerk_and_a_reporter_are_told_what_is_kept_of_them_by_their_phone(told: Told) -> None:
    clerk = contacts(f"（{UNIT['phone'][:4]}）{UNIT['phone'][5:]}").body["contacts"]
    assert {each["receipt"] for each in clerk} == {
        told.receipts[name] for name in ("left", "accepted")
    }
    assert {(each["what"], each["name"]) for each in clerk} == {("clerk", UNIT["contact_name"])}
    [reporter] = contacts(report()["reporter"]["phone"]).body["contacts"]
    assert (reporter["receipt"], reporter["what"]) == (told.receipts["claim"], "reporter")
    assert reporter["name"] == WOMAN.name
    assert contacts("13900000000").body["contacts"] == []
    logged = [each["what"] for each in log(told.receipts["left"], "admin")]
    assert "person_copied" in logged


def test_whose_number_a_row_no_longer_has_is_not_told_of_who_has_it_now(aws: Stack) -> None:
    receipt = endorsement_requests.accepted([*PEOPLE[2:4], WOMAN])["receipt"]
    now = PEOPLE[6].id_number
    endorsed(receipt, {"change": "person", "row": WOMAN_ROW, "id_number": now})
    files = unpacked(fetched(copy().body["url"]))
    said = json.loads(files[f"数据/{receipt}.json"])["said"]
    assert "每个人的保险期间" not in {each["record"] for each in said}
    assert now not in b"".join(files.values()).decode(errors="replace")


def test_who_is_clerk_no_more_is_told_so_and_nobody_calls_her_about_the_list(aws: Stack) -> None:
    given = listed()
    swept()
    [first] = contacts(UNIT["phone"]).body["contacts"]
    assert first["email"] == ADDRESS
    assert change(given, contact_name="马兰", phone="0951-2090081").status == 200
    swept()
    [before] = contacts(UNIT["phone"]).body["contacts"]
    assert (before["what"], before["name"]) == ("former_clerk", UNIT["contact_name"])
    assert (before["email"], before["receipt"]) == (ADDRESS, given["receipt"])
    assert found("admin", UNIT["phone"]) == []
    assert found("admin", "0951-2090081") == [given["receipt"]]
    [now] = contacts("0951-2090081").body["contacts"]
    assert (now["receipt"], now["name"], now["what"]) == (given["receipt"], "马兰", "clerk")
    assert change(given, 1, contact_name="马兰", phone=UNIT["phone"]).status == 200
    swept()
    [again] = contacts(UNIT["phone"]).body["contacts"]
    assert (again["name"], again["what"]) == ("马兰", "clerk")
    assert contacts("0951-2090081").body["contacts"][0]["what"] == "former_clerk"


def test_the_clerk_of_a_list_that_was_corrected_is_told_what_is_kept_of_her(aws: Stack) -> None:
    given = listed()
    other = {**UNIT, "contact_name": "马兰", "phone": "0951-2090081"}
    assert correct(given, 1, rows=rows_of(PEOPLE[:3]), unit=other).status == 200
    swept()
    [before] = contacts(UNIT["phone"]).body["contacts"]
    assert (before["what"], before["name"]) == ("former_clerk", UNIT["contact_name"])
    assert found("admin", UNIT["phone"]) == []


def whats(phone: str) -> list[str]:
    return [each["what"] for each in contacts(phone).body["contacts"]]


def phone_of(clerk: str) -> str:
    """A phone for each clerk of a list, by her letter."""
    return f"0951-20902{ord(clerk)}"


@pytest.mark.parametrize(
    ("clerks", "found_still", "too_long_ago"),
    [
        ("ABCDEF", "ABCDE", ""),
        ("ABCDEFG", "BCDEF", "A"),
        ("ABCDEFAG", "ACDEF", "B"),
    ],
)
def test_who_was_clerk_last_is_found_before_those_of_long_ago_and_once(
    aws: Stack, clerks: str, found_still: str, too_long_ago: str
) -> None:
    given = submit(
        new_key(), rows=rows_of(PEOPLE[:3]), unit={**UNIT, "phone": phone_of(clerks[0])}
    ).body
    for each in clerks[1:]:
        assert change(given, contact_name="马兰", phone=phone_of(each)).status == 200
    swept()
    assert [whats(phone_of(each)) for each in found_still] == [["former_clerk"]] * len(found_still)
    assert [whats(phone_of(each)) for each in too_long_ago] == [[]] * len(too_long_ago)


def test_who_was_clerk_once_more_is_told_of_the_last_time(aws: Stack) -> None:
    """First until an event, again with a corrected list, and no more since the next."""
    given = listed()
    assert change(given, contact_name="马兰", phone="0951-2090081").status == 200
    again = {**UNIT, "contact_name": "白雪"}
    assert correct(given, 1, rows=rows_of(PEOPLE[:3]), unit=again).status == 200
    other = {**UNIT, "contact_name": "马兰", "phone": "0951-2090081"}
    assert correct(given, 2, rows=rows_of(PEOPLE[:2]), unit=other).status == 200
    swept()
    [before] = contacts(UNIT["phone"]).body["contacts"]
    assert (before["what"], before["name"]) == ("former_clerk", "白雪")


@pytest.mark.parametrize(
    ("phone", "is_verified"), [("2090080", True), ("赵敏", True), (UNIT["phone"], False)]
)
def test_nobody_is_found_by_what_is_no_whole_phone_or_for_somebody_else(
    phone: str, *, is_verified: bool
) -> None:
    assert contacts(phone, is_verified=is_verified).status == 422


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"is_verified": False}, 422),
        ({"reason": ""}, 422),
        ({"id_number": WOMAN.id_number[:-1]}, 422),
        ({"id_number": PEOPLE[9].id_number}, 404),
    ],
)
def test_nothing_is_copied_for_whom_it_is_not(
    aws: Stack, changes: dict[str, Any], status: int
) -> None:
    assert copy(**changes).status == status


@pytest.mark.parametrize(
    ("said", "rows", "hers"),
    [
        ({"refusals": [{"row": 2, "x": 1}, {"row": 3}]}, {2}, [{"row": 2, "x": 1}]),
        ({"reasons": [{"text": "重复", "rows": [2, 3]}]}, {3}, [{"text": "重复", "rows": [3]}]),
        ({"attention_rows": [2, 3], "first_time": 2}, {2}, [{"attention_rows": [2]}]),
        ({"rows": [], "lists": {"AK": 1}}, {2}, []),
        ({"rows_object": "rosters/a/v1/rows/b"}, {2}, []),
    ],
)
def test_of_what_is_said_of_rows_she_gets_her_own(
    said: Any, rows: set[int], hers: list[Any]
) -> None:
    assert list(holdings.about(said, rows)) == hers
