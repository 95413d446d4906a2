"""What a line is for where a unit has several lists, or several lines are for one of them."""

from datetime import timedelta
from decimal import Decimal

import pytest

from shared_rules.statements.matching import match
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


@pytest.mark.parametrize(
    ("dues", "amount", "spread"),
    [
        ((300, 400, 500), 1300, {A: 300, B: 400, C: 600}),
        ((300, 400, 500), 500, {A: 300, B: 200}),
        ((300, 400, 500), 301, {A: 300, B: 1}),
        ((0, 400, 500), 401, {B: 400, C: 1}),
    ],
)
def test_what_is_unclear_of_several_lists_fills_one_after_the_other(
    dues: tuple[int, ...], amount: int, spread: dict[str, int]
) -> None:
    lists = [open_list(receipt, due) for receipt, due in zip((A, B, C), dues, strict=True)]
    expected = ("doubtful", "several_unclear", [spread])
    assert only(lists, line(f"{A}、{B}、{C}", amount=amount)) == expected


@pytest.mark.parametrize(("most", "is_pair_found"), [(6, True), (7, False)])
def test_of_many_lists_only_one_or_all_are_looked_for(most: int, is_pair_found: bool) -> None:
    receipts = [f"AK-2026-7F3K9{sign}" for sign in "ABCDEFG"[:most]]
    lists = [open_list(each, 2**n) for n, each in enumerate(receipts, start=7)]
    assert only(lists, line("", SCHOOL, 2**9)) == ("certain", "by_unit", [{receipts[2]: 2**9}])
    standing, _, [first, *_] = only(lists, line("", SCHOOL, 2**7 + 2**8))
    assert (standing, len(first)) == ("doubtful", 2 if is_pair_found else 1)
    whole = sum(each.due for each in lists)
    assert only(lists, line("", SCHOOL, whole))[:2] == ("certain", "several_lists")


def test_what_was_certain_is_not_counted_again_with_the_rest() -> None:
    lists = [open_list(A, 300), open_list(B, 500)]
    found = match([line("", SCHOOL, 300, row=2), line("", SCHOOL, 200, row=3)], lists)
    assert [told(each) for each in found] == [
        ("certain", "by_unit", [{A: 300}]),
        ("doubtful", "amount_unclear", [{B: 200}]),
    ]


def test_what_could_be_for_several_lists_as_it_came_stays_doubtful() -> None:
    lists = [open_list(A, 300), open_list(B, 100), open_list(C, 200)]
    found = match([line("", SCHOOL, 300, row=2), line("", SCHOOL, 100, row=3)], lists)
    assert [told(each)[:2] for each in found] == [
        ("doubtful", "amount_unclear"),
        ("certain", "by_unit"),
    ]


def test_a_unit_whose_payment_was_written_down_keeps_no_other_waiting() -> None:
    by_hand = ((SUBMITTED + timedelta(days=3), Decimal(100)),)
    lists = [open_list(A, 300, by_hand=by_hand), open_list(B, 300, MILL)]
    payers = [(SCHOOL, 100), (SCHOOL, 200), (MILL, 100), (MILL, 200)]
    lines = [line("", payer, paid, row=row) for row, (payer, paid) in enumerate(payers, start=2)]
    found = [told(each)[:2] for each in match(lines, lists)]
    assert found[0] == ("doubtful", "by_hand")
    assert found[2:] == [("certain", "in_parts")] * 2
