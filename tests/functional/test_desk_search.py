"""The search of both desks: what finds a list or a claim, for whom, and what it costs."""

from typing import Final

import pytest

from functions.local.stack import Stack
from functions.operations import search_index
from functions.platform import table
from functions.records import found_by
from functions.records.record_keys import item_key
from functions.staff import queue_index
from functions.worker import finding
from tests.functional import staff_claim_requests as claims
from tests.functional.claims_requests import WOMAN
from tests.functional.follow_up_deliveries import items
from tests.functional.old_policies_requests import begin, numbered, policy, reverse, workbook
from tests.functional.operator_commands import run
from tests.functional.requests_to_api import call, code_of
from tests.functional.rosters_requests import PEOPLE, UNIT, bearer, correct, rows_of
from tests.functional.staff_requests import accept, desk, found
from tests.functional.staff_roster_requests import CONFIRMED, followed_up, kept
from tests.functional.unit_requests import becomes
from tests.functional.wire import wire

pytestmark = pytest.mark.usefixtures("aws")

NAME: Final = "贺兰县Ａ 第一小学（东校区）"
CLERK: Final = {"contact_name": "周示例", "phone": "13900000002", "email": ""}


def test_a_list_is_found_by_what_the_desk_is_told_of_it() -> None:
    receipt = kept(name=NAME)["receipt"]
    other = kept(name="平罗县第一小学", county="平罗县", phone="13900000001")["receipt"]
    followed_up()
    assert accept(receipt, 1, policy_number="NX-2026-0815").status == 200
    followed_up()
    signs = receipt.rpartition("-")[2]
    finds = {
        receipt: (receipt, receipt.lower().replace("-", ""), signs[-4:], signs.lower()),
        "unit": ("贺兰县", "第一小学", "a第一", "(东", "校区", "学"),
        "contact": ("赵敏", " 赵 敏 ", "0951-2090080", "（0951）2090080"),
        "policy": ("nx20260815", "NX-2026-0815", "0815", "o815"),
    }
    for by, asked in finds.items():
        for q in asked:
            assert found("contact", q) == [receipt], (by, q)
    for q in ("第二", "815", signs[:3], "赵", "2090080", "39000", PEOPLE[0].name):
        assert found("contact", q) == [], q
    assert found("other contact", "第一小学") == [other]
    assert found("contact", other) == found("other contact", "赵敏示例") == []
    assert sorted(found("admin", "第一小学")) == sorted([receipt, other])
    assert found("admin", "第一小学", county="平罗县") == [other]
    assert found("federation", "0815") == [receipt]
    assert found("federation", "赵敏") == found("federation", "13900000001") == []


def test_several_parts_of_a_name_find_it_and_so_do_its_signs_alone() -> None:
    names = {"二幼": "贺兰县第二幼儿园", "二小": "贺兰县第二小学", "实验幼": "贺兰县a实验幼儿园"}
    made = {kept(PEOPLE[:1], name=name)["receipt"]: each for each, name in names.items()}
    followed_up()
    finds: dict[str, list[str]] = {
        "贺兰 幼儿": ["二幼", "实验幼"],
        "幼儿　贺兰": ["二幼", "实验幼"],
        "贺兰 第二 幼儿": ["二幼"],
        "贺兰县 第二小学": ["二小"],
        "Ａ 实验": ["实验幼"],
        "贺兰 幼儿 中学": [],
        "贺兰幼儿": ["二幼", "实验幼"],
        "贺二幼": ["二幼"],
        "幼二贺": [],
        "第二": ["二小", "二幼"],
        ".*": [],
    }
    for q, meant in finds.items():
        assert sorted(made[each] for each in found("contact", q)) == sorted(meant), q


def test_a_name_of_one_sign_over_and_over_holds_up_no_search() -> None:
    receipt = kept(PEOPLE[:1], name="贺" * 59)["receipt"]
    followed_up()
    assert found("contact", "贺" * 30 + "县") == []
    assert found("contact", "贺" * 30) == [receipt]


def test_nothing_is_found_by_signs_that_nobody_sees() -> None:
    kept(PEOPLE[:1], name=NAME)
    followed_up()
    assert found("contact", "\u200b") == []


def test_a_name_begins_to_be_found_at_once_and_each_list_stands_once() -> None:
    receipt = kept(name="示例小学小学部")["receipt"]
    assert found("contact", "示例") == [receipt], "before anybody followed it up"
    assert found("contact", "小学") == []
    followed_up()
    assert found("contact", "小学") == found("contact", "示例") == [receipt]


def test_pages_go_on_where_the_one_before_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_index, "PAGE", 2)
    made = [kept(PEOPLE[:1], name=f"第{n}示例厂")["receipt"] for n in range(5)]
    followed_up()
    for q in ("示例厂", "第 示例", "第例"):
        seen: list[str] = []
        sought = {"q": q}
        while True:
            page = desk("contact", "POST", "/rosters/search", sought).body
            seen += [item["receipt"] for item in page["items"]]
            if page["next"] is None:
                break
            sought["after"] = page["next"]
        assert sorted(seen) == sorted(made), q
        assert len(seen) == len(made), q


def test_what_is_put_right_is_found_as_it_is_now() -> None:
    given = kept(name="贺兰县示列小学分校")
    receipt = given["receipt"]
    followed_up()
    mended = correct(
        given, 1, rows=rows_of(PEOPLE), unit={**UNIT, "name": "示例中学"}, confirmations=CONFIRMED
    )
    assert mended.status == 200, mended.body
    changed = call(
        "POST",
        f"/api/rosters/{receipt}/clerk",
        CLERK,
        authorization=bearer(given),
        if_match='"2"',
    )
    assert changed.status == 200, changed.body
    followed_up()
    for gone in ("示列", "分校", "赵敏", UNIT["phone"]):
        assert found("contact", gone) == [], gone
    for now in ("示例", "中学", CLERK["contact_name"], CLERK["phone"]):
        assert found("contact", now) == [receipt], now
    assert finding.keep(receipt) is False, "done again, nothing changes"


def test_a_renamed_unit_is_found_by_both_names() -> None:
    receipt = kept(name="贺兰县示例小学")["receipt"]
    followed_up()
    assert becomes(receipt, "renamed", name="贺兰县实验学校", county="贺兰县").status == 200
    followed_up()
    assert found("contact", "实验学校") == found("contact", "示例小学") == [receipt]


def test_a_claim_is_found_by_what_its_desk_is_told_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    claims.insured(monkeypatch, 100)
    receipt = claims.reported("policy")["receipt"]
    claims.reported("policy", unit={"name": "平罗县示例厂", "county": "平罗县"})
    claims.followed_up()
    for q in (receipt, receipt[-6:].lower(), receipt[-4:], "例小学"):
        assert claims.found(q) == [receipt], q
    by_phone, by_policy = claims.found("139 1234 5678"), claims.found("NX-2026-0001")
    assert len(by_phone) == len(by_policy) == 2
    assert claims.found("例厂") == [each for each in by_phone if each != receipt]
    assert claims.found(WOMAN.name) == claims.found("13912345679") == []
    assert claims.found("0001", "federation") == by_policy
    assert claims.found("13912345678", "federation") == []
    answer = desk("federation", "POST", "/claims/search", {"q": receipt})
    assert answer.body["items"][0]["insured_name"] == WOMAN.name[0] + "*" * (len(WOMAN.name) - 1)


def test_a_claim_is_found_by_the_number_of_a_policy_that_comes_after_it() -> None:
    receipt = kept([WOMAN])["receipt"]
    case = claims.reported("policy")["receipt"]
    followed_up()
    assert claims.found("NX-2026-0001") == []
    assert accept(receipt, 1).status == 200
    followed_up()
    assert claims.found("NX-2026-0001") == [case]
    number = numbered()
    begun = begin(workbook(policy([WOMAN], number=number))).body["receipt"]
    followed_up()
    assert claims.found(number) == [case], "an old one, too"
    assert reverse(begun, 2).status == 200
    followed_up()
    assert claims.found(number) == []


@pytest.mark.parametrize("path", ["/rosters/search", "/claims/search"])
@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"q": " "}, "staff.nothing_sought"),
        ({"q": PEOPLE[0].id_number.lower()}, "staff.id_number_sought"),
        ({"q": "字" * 201}, "request.too_long"),
        ({"q": "字", "after": "x" * 301}, "request.too_long"),
        ({}, "request.field"),
    ],
)
def test_what_cannot_be_searched_for_gets_a_sentence(
    path: str, body: dict[str, str], code: str
) -> None:
    answer = desk("admin", "POST", path, body)
    assert answer.status == 422
    assert [each["code"] for each in answer.body["findings"]] == [code]


def test_a_county_of_others_is_not_searched() -> None:
    body = {"q": "小学", "county": "平罗县"}
    assert code_of(desk("contact", "POST", "/rosters/search", body)) == (404, "staff.not_found")


def test_a_search_costs_as_many_reads_with_few_lists_as_with_many() -> None:
    def reads(q: str) -> int:
        with wire() as counted:
            found("contact", q)
        return counted.sent

    kept(PEOPLE[:1])
    followed_up()
    few = {q: reads(q) for q in ("小学", "赵敏", "0951-2090080", "示例 小学", "示小")}
    for _ in range(10):
        kept(PEOPLE[:1])
    followed_up()
    assert {q: reads(q) for q in few} == few


def test_neither_key_nor_log_holds_a_name_or_a_phone(capsys: pytest.CaptureFixture[str]) -> None:
    kept()
    followed_up()
    found("contact", "赵敏")
    found("contact", UNIT["phone"])
    desk("contact", "POST", "/rosters/search", {"q": PEOPLE[0].id_number})
    assert "赵敏" not in (said := capsys.readouterr().out)
    assert UNIT["phone"] not in said
    assert PEOPLE[0].id_number not in said
    kept_as = str([each for each in items("") if each["sk"].startswith("SEARCH#")])
    assert "小学" in kept_as
    assert "赵敏" not in kept_as
    assert UNIT["phone"] not in kept_as


def test_what_was_kept_before_the_index_is_found_once_the_command_has_run(aws: Stack) -> None:
    receipts = [kept(PEOPLE[:1])["receipt"], claims.reported("policy")["receipt"]]
    followed_up()
    for receipt in receipts:
        for each in table.all_in(item_key(receipt, "")["pk"]):
            if each["sk"].startswith("SEARCH#"):
                table.delete({name: each[name] for name in ("pk", "sk")})
    assert found("contact", "示例小学") == claims.found("示例小学") == []
    assert run(search_index, "ankangbao") == 0
    assert found("contact", "示例小学") == receipts[:1]
    assert claims.found("示例小学") == receipts[1:]
    assert search_index.keep_all() == {"records": 2, "changed": 0, "cannot be read": 0}


def test_whoever_is_slower_with_something_older_changes_nothing() -> None:
    receipt = kept(PEOPLE[:1])["receipt"]
    said = found_by.Terms(county=UNIT["county"], names=("甲乙丙",))
    newer = said._replace(names=("丁",))
    told = [said]

    def terms_now() -> found_by.Terms:
        if len(told) == 1:
            told.append(newer)
            found_by.keep(receipt, lambda: newer)
            return said
        return newer

    found_by.keep(receipt, terms_now)
    assert found("contact", "丁") == [receipt]
    assert found("contact", "丙") == []
