"""A bank statement at the desk: matched, recorded once, and nothing of payers told."""

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import pytest

from functions.local.stack import Stack
from functions.platform import table
from functions.platform.aws import dynamodb
from functions.records.record_keys import item_key
from tests import storage
from tests.functional.requests_to_api import Answer, code_of
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    UNIT,
    new_key,
    status,
    uploaded,
    withdraw,
)
from tests.functional.staff_requests import OTHER_COUNTY, accept, case, pay, strike
from tests.functional.staff_roster_requests import followed_up, kept
from tests.functional.statement_requests import (
    ACCOUNT,
    certain,
    check,
    matched,
    outcomes,
    record,
    standings,
    upload,
)
from tests.functional.unit_requests import becomes, named
from tests.unit.roster.list_files import xlsx_of

pytestmark = pytest.mark.usefixtures("aws")

PAYER: Final = "钱示例"


def listed(people: int = 3, name: str = "", **unit: Any) -> dict[str, Any]:
    """A list of a unit that no other test has, which costs 100 for each of its people."""
    return kept(PEOPLE[:people], name=name or f"贺兰县{new_key()[:8]}小学", **unit)


def due(receipt: str) -> float:
    return float(case("contact", receipt)["account"]["due"])


def payments(receipt: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = case("contact", receipt)["account"]["payments"]
    return [each["payment"] for each in found if not each["is_struck"]]


def codes(answer: Answer) -> list[str]:
    return [each["finding"]["code"] for each in answer.body["lines"] if each["finding"]]


# ---- matched ----


def test_certain_lines_are_recorded_in_one_go_and_the_unit_reads_what_came() -> None:
    one, two = listed(), listed(2)
    told = listed()["receipt"]
    sent = upload(
        (TODAY, 300, PAYER, f"安康保{one['receipt']}"),
        (TODAY, "200.00", case("contact", two["receipt"])["unit"]["name"], "保险费"),
        (TODAY, 1000, PAYER, told),
        (TODAY, "0.35", "", "结息"),
    )
    found = matched(sent)
    assert standings(found) == [
        ("certain", "by_reference"),
        ("certain", "by_unit"),
        ("doubtful", "too_much"),
        ("unmatched", "nothing"),
    ]
    assert {each["receipt"] for each in found["lists"]} == {one["receipt"], two["receipt"], told}
    assert outcomes(record(sent, *certain(found))) == ["recorded", "recorded"]
    assert [due(each["receipt"]) for each in (one, two)] == [0, 0]
    assert status(one)["account"]["payments"][0]["amount"] == "300.00"
    assert standings(matched(sent))[:2] == [("known", "recorded")] * 2


def test_a_list_that_cannot_be_read_is_named_and_stops_no_other() -> None:
    broken, well = listed()["receipt"], listed()["receipt"]
    sent = upload((TODAY, 300, PAYER, well), (TODAY, 200, PAYER, broken))
    assert outcomes(record(sent, (3, {broken: 200}))) == ["recorded"]
    head = table.get(item_key(broken, "HEAD"))
    assert head
    try:
        for state in ("submitted", "accepted"):
            queue = head["queue"].replace("submitted", state)
            table.put({**head, "people": "many", "queue": queue})
            found = matched(sent)
            assert standings(found) == [("certain", "by_reference"), ("known", "recorded")]
            assert [(each["code"], each["params"]) for each in found["findings"]] == [
                ("statement.list_unreadable", {"receipt": broken})
            ]
    finally:
        table.put(head)


def test_a_line_whose_record_cannot_be_read_is_named_and_stops_no_other() -> None:
    broken, well = listed()["receipt"], listed()["receipt"]
    sent = upload((TODAY, 200, PAYER, broken), (TODAY, 300, PAYER, well))
    assert outcomes(record(sent, (2, {broken: 200}))) == ["recorded"]
    [line] = storage.partitions("STATEMENT_LINE#")
    table.put({**(table.get({"pk": line, "sk": "LINE"}) or {}), "times": "many"})
    found = matched(sent)
    assert standings(found) == [("known", "recorded"), ("certain", "by_reference")]
    assert [(each["code"], each["row"]) for each in found["findings"]] == [
        ("statement.line_unreadable", 2)
    ]
    answer = record(sent, (2, {broken: 200}), (3, {well: 300}))
    assert outcomes(answer) == ["refused", "recorded"]
    assert codes(answer) == ["statement.line_unreadable"]


def test_the_same_line_in_another_statement_is_told_and_recorded_once() -> None:
    receipt = listed()["receipt"]
    row = (TODAY, 100, PAYER, receipt, "0815")
    first = upload(row)
    assert outcomes(record(first, (2, {receipt: 100}))) == ["recorded"]
    again = upload((TODAY, "0.35", "", "结息"), row)
    assert standings(matched(again))[1] == ("known", "recorded")
    assert outcomes(record(again, (3, {receipt: 100}))) == ["known"]
    assert len(payments(receipt)) == 1


def test_a_line_that_two_record_at_once_is_recorded_once() -> None:
    receipt = listed()["receipt"]
    sent = upload((TODAY, 100, PAYER, receipt))
    with ThreadPoolExecutor(4) as pool:
        told = pool.map(lambda role: record(sent, (2, {receipt: 100}), role=role), ["admin"] * 4)
        found = sorted(each for answer in told for each in outcomes(answer))
    assert found == ["known", "known", "known", "recorded"]
    assert len(payments(receipt)) == 1


def test_one_transfer_for_several_lists_is_a_payment_of_each_or_of_none() -> None:
    name = f"贺兰县{new_key()[:8]}学校"
    one, two = listed(3, name)["receipt"], listed(2, name)["receipt"]
    sent = upload((TODAY, 500, f"{name}工会委员会", ""))
    found = matched(sent)
    assert standings(found) == [("certain", "several_lists")]
    assert outcomes(record(sent, *certain(found))) == ["recorded"]
    assert (due(one), due(two)) == (0, 0)
    assert [each["account"] for each in payments(one)] == ["union"]
    assert strike(one, 2, 2).status == 200
    assert standings(matched(sent)) == [("known", "recorded")], "the other one still counts"


def test_a_line_whose_payment_was_struck_can_be_recorded_again() -> None:
    wrong, right = listed()["receipt"], listed()["receipt"]
    sent = upload((TODAY, 300, PAYER, "保险费"))
    assert outcomes(record(sent, (2, {wrong: 300}), is_looked_at=True)) == ["recorded"]
    assert strike(wrong, 2, 2).status == 200
    assert standings(matched(sent))[0][0] == "doubtful"
    for outcome in ("recorded", "known"):
        assert outcomes(record(sent, (2, {right: 300}), is_looked_at=True)) == [outcome]
    assert (due(wrong), due(right)) == (300, 0)


def test_what_was_written_down_by_hand_is_not_recorded_unseen() -> None:
    receipt = listed()["receipt"]
    assert pay(receipt, 1, amount="100", bank_reference="").status == 200
    sent = upload((TODAY, 100, PAYER, receipt))
    assert standings(matched(sent)) == [("doubtful", "by_hand")]
    answer = record(sent, (2, {receipt: 100}))
    assert (outcomes(answer), codes(answer)) == (["refused"], ["statement.by_hand"])
    assert outcomes(record(sent, (2, {receipt: 100}), is_looked_at=True)) == ["recorded"]


def test_the_bank_s_number_tells_what_was_written_down_by_hand() -> None:
    receipt = listed()["receipt"]
    assert pay(receipt, 1, amount="100", bank_reference="0815").status == 200
    sent = upload((TODAY, 100, PAYER, receipt, "0815"))
    answer = record(sent, (2, {receipt: 100}), is_looked_at=True)
    assert codes(answer) == ["payment.recorded_already"]


def test_a_list_accepted_before_its_statement_came_is_matched() -> None:
    accepted = listed()
    assert accept(accepted["receipt"], 1).status == 200
    name = case("contact", accepted["receipt"])["unit"]["name"]
    sent = upload((TODAY, 300, name, ""))
    found = matched(sent)
    assert standings(found) == [("certain", "by_unit")]
    assert outcomes(record(sent, *certain(found))) == ["recorded"]
    assert due(accepted["receipt"]) == 0


def test_a_list_that_has_ended_is_found_by_its_receipt_and_asked_about() -> None:
    ended = listed()
    assert withdraw(ended).status == 200
    found = matched(upload((TODAY, 300, PAYER, ended["receipt"])))
    assert standings(found) == [("doubtful", "too_much")]
    assert found["lists"][0]["state"] == "withdrawn"


def test_money_that_goes_back_is_recorded_as_such() -> None:
    receipt = listed()["receipt"]
    assert pay(receipt, 1, amount="400").status == 200
    sent = uploaded(
        xlsx_of(
            ("交易日期", "借贷标志", "金额", "附言"),
            (TODAY, "借", 100, f"退款{receipt}"),
            (TODAY, "借", 500, f"退款{receipt}"),
        )
    )
    assert standings(matched(sent)) == [("doubtful", "out")] * 2
    answer = record(sent, (2, {receipt: 100}), (3, {receipt: 500}), is_looked_at=True)
    assert outcomes(answer) == ["recorded", "refused"]
    assert codes(answer) == ["payment.too_much_back"]
    assert payments(receipt)[-1]["is_back"]
    assert accept(receipt, case("contact", receipt)["revision"]).status == 200
    columns = ("交易日期", "借贷标志", "金额", "附言")
    sent = uploaded(xlsx_of(columns, (TODAY, "借", 50, f"退款{receipt}")))
    answer = record(sent, (2, {receipt: 50}), is_looked_at=True)
    assert codes(answer) == ["payment.back_by_hand"], "is it owed again? A person says so"


def test_a_unit_is_known_by_a_name_that_it_had_before() -> None:
    old, new = (f"贺兰县{new_key()[:8]}{end}" for end in ("小学", "实验学校"))
    first = listed(3, old)["receipt"]
    followed_up()
    assert becomes(first, "renamed", **named(new)).status == 200
    later = listed(2, new)["receipt"]
    followed_up()
    assert pay(first, 1, amount="300").status == 200
    found = matched(upload((TODAY, 200, f"{old}工会", "")))
    assert standings(found) == [("certain", "by_unit")]
    assert found["lines"][0]["proposals"] == [[{"receipt": later, "amount": "200"}]]


# ---- whose lists ----


def test_a_list_of_another_area_is_not_shown_and_not_recorded() -> None:
    other = listed(county=OTHER_COUNTY)["receipt"]
    sent = upload((TODAY, 300, PAYER, other))
    found = matched(sent)
    assert (standings(found), found["lists"]) == ([("unmatched", "strange_reference")], [])
    assert code_of(record(sent, (2, {other: 300}))) == (404, "staff.not_found")
    assert standings(matched(sent, "admin")) == [("certain", "by_reference")]


# ---- what is asked wrongly ----


@pytest.mark.parametrize(
    ("row", "amounts", "code"),
    [
        (9, [300], "statement.no_row"),
        (2, [299], "statement.parts"),
        (2, ["150.00", "149.99"], "statement.parts"),
        (3, [300], "payment.in_future"),
    ],
)
def test_what_cannot_be_right_is_told_and_not_kept(
    row: int, amounts: list[object], code: str
) -> None:
    receipts = [listed()["receipt"] for _ in amounts]
    sent = upload((TODAY, 300, PAYER, ""), (TODAY + DAY, 300, PAYER, ""))
    answer = record(sent, (row, dict(zip(receipts, amounts, strict=True))))
    assert (outcomes(answer), codes(answer)) == (["refused"], [code])
    assert [payments(each) for each in receipts] == [[] for _ in receipts]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            xlsx_of(("序号", "姓名", "身份证号", "职业"), (1, "王芳", "x", "教师")),
            "statement.no_header",
        ),
        (xlsx_of(("交易日期", "收入金额", "附言")), "statement.no_lines"),
        (b"%PDF-1.7\n", "file.pdf"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "file.damaged"),
    ],
)
def test_what_is_no_statement_gets_a_sentence(data: bytes, code: str) -> None:
    answer = check(uploaded(data))
    assert (answer.status, answer.codes) == (422, [code])


def test_lines_that_cannot_be_read_are_told_beside_the_others() -> None:
    receipt = listed()["receipt"]
    found = matched(upload((TODAY, "三百", PAYER, receipt), (TODAY, 300, PAYER, receipt)))
    assert [(each["code"], each["row"]) for each in found["findings"]] == [("statement.amount", 2)]
    assert standings(found) == [("certain", "by_reference")]


# ---- what is kept, and what is not ----


def test_of_a_statement_no_person_and_no_account_is_kept_or_logged(
    aws: Stack, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    receipt = listed()["receipt"]
    sent = upload((TODAY, 300, PAYER, f"{receipt} 备注钱示例", "0815-7"), (TODAY, "x", PAYER, ""))
    answer = record(sent, *certain(matched(sent)))
    assert outcomes(answer) == ["recorded"]
    items = str(dynamodb().scan(TableName=aws.resources["Table"])["Items"])
    output = capsys.readouterr()
    ours = [record.getMessage() for record in caplog.records if "boto" not in record.name]
    told = items + output.out + output.err + str(ours) + str(answer.body)
    assert "0815-7" in told, "the bank's number leads back to the line"
    assert not [each for each in (PAYER, ACCOUNT, ACCOUNT[-8:]) if each in told]


def test_the_name_of_a_unit_s_account_is_kept() -> None:
    receipt = listed()["receipt"]
    sent = upload((TODAY, 300, f"{UNIT['name']}工会", receipt))
    assert outcomes(record(sent, (2, {receipt: 300}), is_looked_at=True)) == ["recorded"]
    [payment] = payments(receipt)
    assert (payment["payer"], payment["account"]) == (f"{UNIT['name']}工会", "union")
