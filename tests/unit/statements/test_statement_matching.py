"""What the lines of a bank statement are for: a year of them, and each way to write them."""

from collections import Counter
from datetime import timedelta
from decimal import Decimal
from typing import Final

import pytest

from shared_rules.statements.matching import Match, match
from shared_rules.statements.open_lists import LinePart
from shared_rules.statements.unit_names import account_name, holder
from tests.unit.statements.lines_and_lists import (
    MILL,
    SCHOOL,
    SUBMITTED,
    A,
    B,
    C,
    line,
    only,
    open_list,
    told,
)
from tests.unit.statements.year import Year, year

# ---- a year ----


def is_right(found: Match, made: Year) -> bool:
    """Whether it is recorded as it was meant, or that stands first beside it, or nothing does."""
    row, meant = found.line.row, made.meant[found.line.row]
    if found.standing == "known":
        return row in made.twice
    if row in made.twice or found.standing == "unmatched":
        return found.standing == "unmatched" and not meant
    return set(found.proposals[0]) == set(meant)


def test_a_year_of_a_thousand_lines_is_matched_right_and_none_wrong() -> None:
    made = year(2026)
    assert len(made.lines) == 1_000
    found = match(made.lines, made.lists)
    wrong = [each for each in found if each.standing == "certain" and not is_right(each, made)]
    assert wrong == []
    right = sum(is_right(each, made) for each in found)
    assert right >= 0.99 * len(found), Counter(
        told(each)[:2] for each in found if not is_right(each, made)
    )
    for_lists = sum(bool(each) for each in made.meant.values())
    certain = sum(each.standing == "certain" for each in found)
    assert certain >= 0.9 * for_lists, "most need nobody's look"


def test_what_was_recorded_is_recorded_once() -> None:
    made = year(7, most=100)
    again = match(made.lines, made.lists, {each.row for each in made.lines})
    assert {told(each)[:2] for each in again} == {("known", "recorded")}


# ---- by the receipt ----


@pytest.mark.parametrize(
    "note",
    [
        A,
        "安康保AK20267F3K9Q36人",
        "ak-2026-7f3k9q",
        "ＡＫ－２０２６－７Ｆ３Ｋ９Ｑ",
        "附言:AK 2026 7F3K9Q",
        "AK—2026—7F3K9Q 保险费",
    ],
)
def test_a_receipt_is_found_wherever_it_stands_and_however_it_is_written(note: str) -> None:
    lists = [open_list(A, 300), open_list(B, 300, MILL)]
    assert only(lists, line(note, "王芳")) == ("certain", "by_reference", [{A: 300}])


@pytest.mark.parametrize("receipt", ["AK-2026-OOZW2M", "AK-2026-0OZW2M"])
def test_signs_that_look_alike_are_the_same(receipt: str) -> None:
    assert only([open_list(B, 300)], line(receipt))[:2] == ("certain", "by_reference")


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (300, ("certain", "by_reference", [{A: 300}])),
        ("299.99", ("certain", "by_reference", [{A: 299}])),
        ("300.01", ("doubtful", "too_much", [{A: 300}])),
        (700, ("doubtful", "too_much", [{A: 300, B: 400}, {A: 700}])),
    ],
)
def test_more_than_is_due_is_doubtful(amount: object, expected: object) -> None:
    lists = [open_list(A, 300), open_list(B, 400), open_list(C, 300, MILL)]
    assert only(lists, line(A, amount=amount)) == expected


def test_a_list_that_was_paid_is_not_paid_again() -> None:
    lines = [line(A, row=2), line(A, row=3)]
    found = [told(each)[:2] for each in match(lines, [open_list(A, 300)])]
    assert found == [("certain", "by_reference"), ("doubtful", "too_much")]


def test_what_another_unit_pays_with_a_receipt_is_asked_about() -> None:
    lists = [open_list(A, 300), open_list(B, 300, MILL)]
    expected = ("doubtful", "other_unit", [{A: 300}, {B: 300}])
    assert only(lists, line(A, MILL)) == expected
    paid = [lists[0], open_list(B, 0, MILL)]
    assert only(paid, line(A, MILL))[:2] == ("certain", "by_reference")


@pytest.mark.parametrize(
    ("days", "amount", "standing"),
    [(3, 300, "doubtful"), (-3, 300, "doubtful"), (4, 300, "certain"), (3, 299, "certain")],
)
def test_what_somebody_wrote_down_may_be_the_same(days: int, amount: int, standing: str) -> None:
    of = line(A, amount=300)
    by_hand = ((of.day + timedelta(days=days), Decimal(amount)),)
    found = only([open_list(A, 600, by_hand=by_hand)], of)
    reason = "by_hand" if standing == "doubtful" else "by_reference"
    assert found == (standing, reason, [{A: 300}])


@pytest.mark.parametrize(
    ("note", "payer", "reason"),
    [("7F3K9Q", "", "reference_unsure"), ("", SCHOOL, "by_hand")],
)
def test_neither_near_receipt_nor_unit_is_certain_beside_what_somebody_wrote_down(
    note: str, payer: str, reason: str
) -> None:
    by_hand = ((SUBMITTED + timedelta(days=3), Decimal(300)),)
    found = only([open_list(A, 300, by_hand=by_hand)], line(note, payer))
    assert found == ("doubtful", reason, [{A: 300}])


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (700, ("certain", "several_lists", [{A: 300, B: 400}])),
        (699, ("doubtful", "several_unclear", [{A: 300, B: 399}])),
        (701, ("doubtful", "several_unclear", [{A: 300, B: 401}])),
    ],
)
def test_one_transfer_names_several_lists(amount: int, expected: object) -> None:
    lists = [open_list(A, 300), open_list(B, 400, MILL)]
    assert only(lists, line(f"{A}、{B}", amount=amount)) == expected


# ---- with a typing error ----

TYPED: Final = {
    "a sign is wrong": "AK-2026-7E3K9Q",
    "a sign is left out": "AK-2026-7F3KQ",
    "a sign too many": "AK-2026-7F33K9Q",
    "two in each other's place": "AK-2026-73FK9Q",
    "the year": "AK-2025-7F3K9Q",
    "only the last signs": "7F3K9Q",
    "without its beginning": "2026-7F3K9Q",
}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_an_error_is_forgiven_where_unit_or_amount_agrees(typed: str) -> None:
    lists = [open_list(A, 300), open_list(B, 500, MILL)]
    certain = ("certain", "by_near_reference")
    assert only(lists, line(typed, "王芳"))[:2] == certain, "the amount"
    assert only(lists, line(typed, SCHOOL, 200))[:2] == certain, "the unit"
    unsure = ("doubtful", "reference_unsure", [{A: 200}])
    assert only(lists, line(typed, "王芳", 200)) == unsure, "neither"
    assert only(lists, line(typed, MILL))[0] == "doubtful", "another unit"
    assert only(lists, line(typed, MILL, 500))[:2] == unsure[:2], "just what another unit lacks"
    assert only(lists, line(typed, SCHOOL, 301))[0] == "doubtful", "too much"


def test_two_errors_are_too_many() -> None:
    of = line("AK-2026-7EEK9Q", SCHOOL)
    assert only([open_list(A, 300)], of)[:2] == ("doubtful", "amount_unclear")
    assert only([open_list(A, 300)], line("AK-2026-7EEK9Q"))[:2] == (
        "unmatched",
        "strange_reference",
    )


# ---- by the unit ----


@pytest.mark.parametrize(
    ("payer", "note"),
    [
        (SCHOOL, ""),
        (f"{SCHOOL}工会委员会", ""),
        (f" {SCHOOL}（工会）", "安康保"),
        ("王芳", f"{SCHOOL}安康保36人"),
        ("王芳", f"缴{SCHOOL}女职工保险费"),
        ("贺兰县旧名小学", ""),
    ],
)
def test_a_unit_is_known_by_each_of_its_names(payer: str, note: str) -> None:
    lists = [open_list(A, 300, names=(SCHOOL, "贺兰县旧名小学")), open_list(B, 300, MILL)]
    assert only(lists, line(note, payer)) == ("certain", "by_unit", [{A: 300}])


@pytest.mark.parametrize(
    ("payer", "expected"),
    [
        (f"{SCHOOL}分校", ("doubtful", "unit_unsure", [{A: 300}])),
        ("贺兰县示范小学", ("doubtful", "unit_unsure", [{A: 300}])),
        (f"新{SCHOOL}", ("doubtful", "unit_unsure", [{A: 300}])),
        ("贺兰县另外小学", ("doubtful", "only_amount", [{A: 300}])),
    ],
)
def test_a_name_that_is_almost_hers_is_not_hers(payer: str, expected: object) -> None:
    assert only([open_list(A, 300)], line("", payer)) == expected
    assert only([open_list(A, 300)], line("", payer, 299))[:2] == ("unmatched", "nothing")


def test_a_name_that_may_be_anybody_s_is_not_enough() -> None:
    lists = [open_list(A, 300, "第一小学")]
    assert only(lists, line("", "第一小学"))[:2] == ("doubtful", "unit_unsure")


def test_a_name_of_two_counties_is_not_enough() -> None:
    lists = [open_list(A, 300), open_list(B, 500, county="平罗县")]
    assert only(lists, line("", SCHOOL))[:2] == ("doubtful", "amount_unclear")


@pytest.mark.parametrize(
    ("dues", "amount", "expected"),
    [
        ((300, 500), 300, ("certain", "by_unit", [{A: 300}])),
        ((300, 500), 800, ("certain", "several_lists", [{A: 300, B: 500}])),
        ((300, 300), 300, ("doubtful", "amount_unclear", [{A: 300}, {B: 300}])),
        ((1, 500), 1, ("certain", "by_unit", [{A: 1}])),
        ((300, 0), 500, ("doubtful", "amount_unclear", [{A: 500}])),
        ((300, 500), 450, ("doubtful", "amount_unclear", [{B: 450}, {A: 450}])),
        ((300, 500), 200, ("doubtful", "amount_unclear", [{A: 200}, {B: 200}])),
    ],
)
def test_a_unit_of_several_lists_pays_one_or_all(
    dues: tuple[int, int], amount: int, expected: object
) -> None:
    lists = [open_list(receipt, due) for receipt, due in zip((A, B), dues, strict=True)]
    assert only(lists, line("", SCHOOL, amount)) == expected


def test_two_of_three_lists_are_proposed_and_not_certain() -> None:
    lists = [open_list(A, 300), open_list(B, 500), open_list(C, 900)]
    standing, _, [first, *_] = only(lists, line("", SCHOOL, 800))
    assert (standing, first) == ("doubtful", {A: 300, B: 500})


@pytest.mark.parametrize(("second", "standing"), [(200, "certain"), (199, "doubtful")])
def test_parts_are_certain_once_they_are_all_there(second: int, standing: str) -> None:
    lines = [line("", SCHOOL, 100, row=2), line("", SCHOOL, second, row=3)]
    found = match(lines, [open_list(A, 300)])
    assert {each.standing for each in found} == {standing}


@pytest.mark.parametrize(
    ("dues", "days", "expected"),
    [
        ((300, 300), (3, 3), {("certain", "one_each")}),
        ((300, 300, 500), (3, 3), {("certain", "one_each")}),
        ((300, 300), (3, 4), {("doubtful", "amount_unclear")}),
        ((300, 300, 600), (3, 3), {("doubtful", "amount_unclear")}),
        ((300, 300, 300), (3, 3), {("doubtful", "amount_unclear")}),
        ((300, 300), (3, 3, 3), {("doubtful", "amount_unclear")}),
        ((300, 300), (3,), {("doubtful", "amount_unclear")}),
    ],
)
def test_equal_payments_of_one_day_are_one_for_each_list_that_lacks_so_much(
    dues: tuple[int, ...], days: tuple[int, ...], expected: set[tuple[str, str]]
) -> None:
    lists = [open_list(receipt, due) for receipt, due in zip((A, B, C), dues, strict=False)]
    union = f"{SCHOOL}工会委员会"
    lines = [
        line("", union, row=row, day=SUBMITTED + timedelta(days=day))
        for row, day in enumerate(days, start=2)
    ]
    found = match(lines, lists)
    assert {told(each)[:2] for each in found} == expected
    if expected == {("certain", "one_each")}:
        paid = sorted(part.receipt for each in found for part in each.proposals[0])
        assert paid == sorted([A, B]), "each list once"


def test_what_may_have_been_written_down_is_no_equal_payment() -> None:
    by_hand = ((SUBMITTED + timedelta(days=3), Decimal(300)),)
    lists = [open_list(A, 300, by_hand=by_hand), open_list(B, 300)]
    lines = [line("", SCHOOL, row=row) for row in (2, 3)]
    assert {told(each)[:2] for each in match(lines, lists)} == {("doubtful", "by_hand")}


@pytest.mark.parametrize(("before", "standing"), [(31, "certain"), (32, "unmatched")])
def test_what_came_long_before_a_list_is_not_for_it(before: int, standing: str) -> None:
    of = line("", SCHOOL, day=SUBMITTED - timedelta(days=before))
    assert only([open_list(A, 300)], of)[0] == standing


# ---- what is left ----


def test_only_the_amount_proposes_first_the_list_of_who_pays() -> None:
    lists = [open_list(A, 300), open_list(B, 300, MILL, clerk="王芳")]
    expected = ("doubtful", "only_amount", [{B: 300}, {A: 300}])
    assert only(lists, line("保险费", "王芳")) == expected


def test_a_line_that_says_nothing_is_left() -> None:
    assert only([open_list(A, 300)], line("结息", amount="0.35")) == ("unmatched", "nothing", [])


def test_what_goes_out_is_asked_about_where_it_names_a_list() -> None:
    lists = [open_list(A, 0)]
    assert only(lists, line(f"退{A}", is_out=True)) == ("doubtful", "out", [{A: 300}])
    assert only(lists, line("手续费", is_out=True)) == ("unmatched", "out", [])


def test_the_same_line_twice_is_told_and_counts_once() -> None:
    lists = [open_list(A, 600)]
    same = [line(A, row=2, serial="1"), line(A, row=3, serial="1"), line(A, row=4, serial="2")]
    found = match(same, lists)
    certain = ("certain", "by_reference")
    assert [told(each)[:2] for each in found] == [certain, ("known", "twice"), certain]
    assert [each.reason.row for each in found] == [2, 3, 4]
    assert found[1].reason.params == {"first_row": 2}


@pytest.mark.parametrize(("balance", "standing"), [("600", "known"), ("900", "certain")])
def test_without_a_serial_the_balance_tells_two_lines_apart(balance: str, standing: str) -> None:
    first = line(A, row=2, serial="", balance="600")
    second = line(A, row=3, serial="", balance=balance)
    assert match([first, second], [open_list(A, 600)])[1].standing == standing


def test_parts_add_up_to_the_line() -> None:
    made = year(3, most=200)
    for found in match(made.lines, made.lists):
        for parts in found.proposals:
            assert sum(each.amount for each in parts) == found.line.amount
            assert all(isinstance(each, LinePart) and each.amount > 0 for each in parts)


# ---- whose account ----


@pytest.mark.parametrize(
    ("payer", "account"),
    [
        ("贺兰县示例小学", "unit"),
        ("贺兰县示例小学工会委员会", "union"),
        ("王芳", "person"),
        ("欧阳小兰", "person"),
        ("买买提·吐尔逊江", "person"),
        ("教育局", "unit"),
        ("财政支付中心", "unit"),
        ("", "unit"),
    ],
)
def test_the_name_of_an_account_tells_whose_it_is(payer: str, account: str) -> None:
    assert holder(payer) == account


@pytest.mark.parametrize(
    ("payer", "name"),
    [(f"{SCHOOL}工会委员会", SCHOOL), (SCHOOL, SCHOOL), ("工会", "工会"), ("", "")],
)
def test_the_name_of_an_account_has_the_unit_s_in_it(payer: str, name: str) -> None:
    assert account_name(payer) == name
