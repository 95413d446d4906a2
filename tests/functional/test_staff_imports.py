"""Old policies (补录) at the desk: checked, brought in, gone on with, taken back; and used."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest

from functions.platform import table
from functions.records import person_index, uploads
from functions.records.outbox import Entry
from functions.records.person_places import Person
from functions.worker import old_policies, service
from shared_rules import days
from shared_rules.findings import column_letters
from shared_rules.old_policies.columns import HEADERS
from tests.functional.claims_requests import WOMAN, new_key, report
from tests.functional.faults import FAULTS, attempt, points, tries_from
from tests.functional.follow_up_deliveries import known, later
from tests.functional.old_policies_requests import (
    PAID,
    SINCE,
    begin,
    check,
    numbered,
    policy,
    reverse,
    view,
    women,
    workbook,
)
from tests.functional.requests_to_api import code_of
from tests.functional.rosters_requests import DAY, TODAY, rows_of, submit, uploaded
from tests.functional.staff_claim_requests import assessment, checked, insured, paid
from tests.functional.staff_requests import OTHER_COUNTY, accept, case, desk
from tests.functional.staff_roster_requests import followed_up, kept

pytestmark = pytest.mark.usefixtures("aws")

OLD: Final = date(2016, 3, 1)


def told(body: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(each["code"], each["cell"]) for each in body["findings"]]


def cell(field: str, row: int) -> str:
    """Where a field of a row stands in the form."""
    return f"{column_letters([*map(str, HEADERS)].index(field) + 1)}{row}"


def brought_in(*policies: Any) -> str:
    """The receipt of an import that is through."""
    answer = begin(workbook(*policies))
    assert answer.status == 200, answer.body
    followed_up()
    receipt: str = answer.body["receipt"]
    assert view(receipt)["state"] == "imported"
    return receipt


def covers(person: Any) -> list[tuple[date, date]]:
    """What the index has of her cover, the earliest first."""
    said = known(person.id_number).lists.values()
    return sorted((e.cover_from, e.cover_until) for e in said if e.cover_from and e.cover_until)


def test_a_workbook_is_told_cell_by_cell_and_one_bad_row_keeps_its_policy_out() -> None:
    good, bad = policy(women(2)), policy(women(3, seed=78, on=OLD), OLD)
    bad[1] = {**bad[1], "id_number": bad[1]["id_number"][:-1]}
    bad[2] = {**bad[2], "paid_items": "肺癌", "paid_as": "保险金"}
    body = check(workbook(good, bad)).body
    assert [each["standing"] for each in body["policies"]] == ["new", "to_mend"]
    assert (body["new_policies"], body["new_people"]) == (1, 2)
    assert told(body) == [
        ("id_number.length", cell("id_number", 6)),
        ("old_policies.payment_incomplete", cell("paid_on", 7)),
        ("old_policies.payment_incomplete", cell("amount", 7)),
        ("old_policies.payment_incomplete", cell("paid_to", 7)),
    ]
    assert body["names"]["6"] == bad[1]["name"]
    assert desk("contact", "GET", "/imports").body["imports"] == []


@pytest.mark.parametrize(
    ("changes", "code", "cell"),
    [
        ({"last_day": date(2017, 3, 1)}, "old_policies.last_day", "F3"),
        ({"first_day": "三月一日"}, "old_policies.day", "E3"),
        ({"first_day": TODAY + DAY, "last_day": None}, "old_policies.not_begun", "E3"),
        ({"unit": None}, "old_policies.missing", "A3"),
        ({"unit": "\u200b"}, "old_policies.missing", "A3"),
        ({"policy_number": None}, "old_policies.missing", "D3"),
        ({"policy_number": " \ufeff"}, "old_policies.missing", "D3"),
        ({"kind": "学校"}, "old_policies.kind", "C3"),
        ({"county": OTHER_COUNTY}, "old_policies.county", "B3"),
        ({"county": "某县"}, "old_policies.county", "B3"),
        ({"plan": "2018-01-01"}, "old_policies.plan", "G3"),
        ({"credit_code": "123"}, "credit_code.length", "H3"),
    ],
)
def test_what_cannot_be_right_of_a_policy_is_told(
    changes: dict[str, Any], code: str, cell: str
) -> None:
    rows = policy(women(1, on=OLD), OLD)
    body = check(workbook([{**rows[0], **changes}])).body
    assert (code, cell) in told(body)
    assert body["new_policies"] == 0


def test_a_county_that_there_is_not_is_told_to_an_admin_too() -> None:
    """Nobody would see the import of its policies, nor take it back."""
    body = check(workbook(policy(women(1), county="某县")), "admin").body
    assert told(body) == [("old_policies.county", "B3")]
    assert body["new_policies"] == 0
    assert told(check(workbook(policy(women(1), county=OTHER_COUNTY)), "admin").body) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"paid_items": "肺癌"}, "old_policies.paid_items"),
        ({"paid_items": "、"}, "old_policies.paid_items"),
        ({"paid_to": "\u200b"}, "old_policies.payment_incomplete"),
        ({"paid_as": "给了"}, "old_policies.paid_as"),
        ({"paid_on": (SINCE - DAY).isoformat()}, "old_policies.paid_on"),
        ({"paid_on": (TODAY + DAY).isoformat()}, "old_policies.paid_on"),
        ({"amount": "零"}, "old_policies.amount"),
        ({"amount": 0}, "old_policies.amount"),
    ],
)
def test_what_cannot_be_right_of_a_payment_is_told(changes: dict[str, Any], code: str) -> None:
    rows, [field] = policy(women(1)), changes
    assert (code, cell(field, 3)) in told(check(workbook([{**rows[0], **PAID, **changes}])).body)


def test_rows_of_one_policy_must_not_contradict_each_other() -> None:
    rows = policy(women(2))
    rows[1] = {**rows[1], "policy_number": rows[0]["policy_number"], "unit": "另一个单位"}
    assert told(check(workbook(rows)).body) == [("old_policies.differs", "A4")]


def test_a_file_that_is_no_such_workbook_is_refused_with_what_is_missing() -> None:
    answer = check("姓名,身份证号\n王芳,1\n".encode())
    assert code_of(answer) == (422, "old_policies.no_header")
    assert "保险单号" in answer.body["detail"]


def test_what_was_brought_in_changes_nothing_when_it_comes_again() -> None:
    people = women(3, seed=80, on=OLD)
    data = workbook(policy(people[:2], OLD), policy(people, date(2017, 3, 1)))
    upload_id = uploaded(data)
    first = begin(data, upload_id=upload_id)
    assert (first.status, first.body["state"], first.body["done"]) == (200, "importing", 0)
    followed_up()
    through = view(first.body["receipt"])
    assert (through["state"], through["done"], through["people"]) == ("imported", 2, 5)
    assert [step["label"] for step in through["timeline"]] == ["正在补录", "已补录"]
    assert covers(people[0]) == [
        (OLD, date(2017, 2, 28)),
        (date(2017, 3, 1), date(2018, 2, 28)),
    ]
    assert begin(data, upload_id=upload_id).body == through
    before = known(people[0].id_number)
    again = check(data).body
    assert [each["standing"] for each in again["policies"]] == ["same", "same"]
    assert again["new_policies"] == 0
    assert code_of(begin(data)) == (422, "request.invalid")
    assert known(people[0].id_number) == before


def test_the_same_policy_written_otherwise_is_told_with_the_import_that_has_it() -> None:
    people, number = women(2, seed=81, on=OLD), numbered()
    receipt = brought_in(policy(people, OLD, number))
    body = check(workbook(policy(people[:1], OLD, number))).body
    assert told(body) == [("old_policies.other", "D3")]
    assert body["findings"][0]["params"]["receipt"] == receipt


def test_an_import_goes_on_where_it_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    people = women(9, seed=82)
    data = workbook(*(policy(people[at : at + 3]) for at in (0, 3, 6)))
    receipt = begin(data).body["receipt"]
    monkeypatch.setattr(old_policies, "_NOTED_EACH", 1)
    put, seen = person_index.put_old_policy, list[Person]()

    def failing(person: Person, *said: Any) -> object:
        if len(seen) == 5:
            raise ConnectionError
        seen.append(person)
        return put(person, *said)

    with monkeypatch.context() as patch:
        patch.setattr(person_index, "put_old_policy", failing)
        with pytest.raises(service.NotDone):
            service.follow_up(Entry(receipt, 1), later())
    assert (view(receipt)["state"], view(receipt)["done"]) == ("importing", 1)
    followed_up()
    assert (view(receipt)["state"], view(receipt)["done"]) == ("imported", 3)
    assert [len(covers(each)) for each in people] == [1] * 9


def test_an_import_is_taken_back_as_a_whole_and_may_come_again() -> None:
    people = women(2, seed=83)
    rows = policy(people)
    rows[0] = {**rows[0], **PAID}
    receipt = brought_in(rows)
    assert known(people[0].id_number).ended.keys() == {"breast_cancer"}
    assert reverse(receipt, role="federation").status == 404
    assert code_of(reverse(receipt, 1)) == (412, "staff.conflict")
    begun = reverse(receipt)
    assert (begun.status, begun.body["state"]) == (200, "reversing")
    assert reverse(receipt).body == begun.body
    followed_up()
    through = view(receipt)
    assert (through["state"], through["may_reverse"]) == ("reversed", False)
    assert through["timeline"][2]["reason"] == "录错了年份"
    assert through["timeline"][2]["by"]["name"] == "演示 contact"
    assert [covers(each) for each in people] == [[], []]
    assert known(people[0].id_number).ended == {}
    service.follow_up(Entry(receipt, 1), later())
    again = brought_in(rows)
    assert again != receipt
    assert [len(covers(each)) for each in people] == [1, 1]
    assert known(people[0].id_number).ended.keys() == {"breast_cancer"}


def test_an_import_that_runs_cannot_be_taken_back_yet() -> None:
    receipt = begin(workbook(policy(women(1, seed=84)))).body["receipt"]
    assert code_of(reverse(receipt, 1)) == (409, "staff.state")
    followed_up()


def test_an_upload_that_was_submitted_as_a_list_is_brought_in_by_nobody() -> None:
    upload_id = uploaded(workbook(policy(women(1, seed=85))))
    table.transact({"upload": uploads.use(upload_id, "AK-2026-000000")})
    assert code_of(begin(b"", upload_id=upload_id)) == (409, "upload.used")


def test_the_next_list_of_the_unit_is_continuous_and_who_was_paid_is_told() -> None:
    people = women(4, seed=86)
    rows = policy(people)
    rows[1] = {**rows[1], **PAID}
    brought_in(policy(people, days.years_before(SINCE, 1)), rows)
    receipt = kept(people)["receipt"]
    followed_up()
    before = case("contact", receipt)
    assert before["duplicates"]["rows"] == []
    assert before["old_covers"] == [{"last_day": rows[0]["last_day"].isoformat(), "people": 4}]
    decided = [{"rows": [2], "reason": "另一项责任继续"}]
    assert accept(receipt, 1, accepted_rows=decided).status == 200
    followed_up()
    cover = case("contact", receipt)["cover"]
    assert (cover["continuous"], cover["first_time"]) == (4, 0)
    shown = desk("contact", "GET", f"/rosters/{receipt}/rows").body["rows"]
    assert {row["cover"]["waiting_last_day"] for row in shown} == {None}
    codes = [[each["code"] for each in row["cover"]["findings"]] for row in shown]
    assert [["cover.item_ended" in each][0] for each in codes] == [False, True, False, False]


def test_a_claim_is_judged_by_old_policies_and_then_they_stay() -> None:
    number = numbered()
    receipt = brought_in(policy([WOMAN], SINCE, number))
    claim = checked()["receipt"]
    found = assessment(claim)
    [line] = found["cover"]
    assert (found["verdict"]["is_covered"], line["first_day"]) == (True, SINCE.isoformat())
    assert (line["brought_in"]["number"], line["brought_in"]["by"]["name"]) == (
        number.upper(),
        "演示 contact",
    )
    assert found["suggested"] == "pay"
    paid(claim)
    refused = reverse(receipt)
    assert code_of(refused) == (409, "old_policies.claim_rests")
    assert claim in refused.body["detail"]


def test_who_got_her_premium_back_is_told_to_those_who_settle_her_claim() -> None:
    woman = replace(WOMAN, id_number=women(1, seed=92)[0].id_number)
    rows = policy([woman], SINCE)
    brought_in([{**rows[0], **PAID, "paid_as": "退保险费", "amount": 100}])
    insured = {**report()["insured"], "id_number": woman.id_number}
    found = assessment(checked(insured=insured)["receipt"])
    codes = [each["code"] for each in found["verdict"]["findings"]]
    assert "lump_sum.refunded_before" in codes
    assert found["prefilled"]["lump_sum"] == 0
    other = {"disease": "卵巢癌", "specimen_date": str(SINCE + 2 * DAY)}
    found = assessment(checked(insured=insured, diagnosis=other)["receipt"])
    assert found["prefilled"]["refund"] == 0, "one premium is given back once"
    assert found["verdict"]["findings"][0]["code"] == "lump_sum.premium_given_back"


def test_claims_that_were_decided_without_an_old_policy_are_named_beside_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Her premium was given back as in a waiting period; by the old policy there was none."""
    insured(monkeypatch, 20)
    assert view(brought_in(policy([WOMAN], OLD)))["findings"] == []
    claim = checked()["receipt"]
    assert paid(claim)["state"] == "refunded"
    before = days.years_before(TODAY - 19 * DAY, 1)
    [found] = view(brought_in(policy([WOMAN], before)))["findings"]
    assert (found["code"], found["params"]) == ("old_policies.claims_decided", {"receipts": claim})
    assert assessment(claim)["prefilled"]["lump_sum"] > 0


def test_an_import_by_which_a_premium_was_given_back_stays() -> None:
    receipt = brought_in(policy([WOMAN], TODAY - 20 * DAY))
    claim = checked()["receipt"]
    assert paid(claim)["state"] == "refunded"
    refused = reverse(receipt)
    assert code_of(refused) == (409, "old_policies.claim_rests")
    assert claim in refused.body["detail"]


def test_somebody_in_a_list_and_an_old_policy_at_once_is_flagged_and_nothing_fails() -> None:
    people = women(2, seed=87)
    brought_in(policy(people, TODAY - 30 * DAY))
    receipt = submit(new_key(), rows=rows_of(people)).body["receipt"]
    followed_up()
    assert len(case("contact", receipt)["duplicates"]["rows"]) == 2
    seen = desk("contact", "GET", f"/rosters/{receipt}/underwriting")
    assert [each["to_decide"][0]["code"] for each in seen.body["rows"]] == [
        "underwriting.covered_elsewhere"
    ] * 2


def test_imports_are_seen_in_their_own_counties_only() -> None:
    receipt = brought_in(policy(women(1, seed=88)))
    for role, sees in {"contact": True, "federation": True, "other contact": False}.items():
        listed = [each["receipt"] for each in desk(role, "GET", "/imports").body["imports"]]
        assert (receipt in listed) == sees
        assert desk(role, "GET", f"/imports/{receipt}").status == (200 if sees else 404)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda each: each.__name__)
def test_whatever_call_fails_an_import_is_there_once_and_whole(fault: Any) -> None:
    people = women(2, seed=89)
    upload_id = uploaded(workbook(policy(people)))
    for number in points(fault, 8):
        attempt(lambda: begin(b"", upload_id=upload_id), tries_from(number), fault)
    made = begin(b"", upload_id=upload_id)
    assert made.status == 200
    receipt = made.body["receipt"]
    for number in points(fault, 12):
        with suppress(Exception):
            attempt(lambda: old_policies.bring_in(receipt, later()), tries_from(number), fault)
    followed_up()
    through = view(receipt)
    assert (through["state"], through["lines"][0]["is_skipped"]) == ("imported", False)
    assert len(through["timeline"]) == 2
    assert [len(covers(each)) for each in people] == [1, 1]
