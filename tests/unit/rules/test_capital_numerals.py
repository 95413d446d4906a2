"""Amounts in capital numerals, against a library of them, and at the places where they turn."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_rules.capital_numerals import capitals

# Of digits among which there are as many noughts as others.
sums = st.text(st.sampled_from("000000000123456789"), min_size=1, max_size=14).map(
    lambda digits: Decimal(digits).scaleb(-2)
)


@given(sums)
def test_capital_numerals_are_those_of_a_library(amount: Decimal) -> None:
    assert capitals(amount) == cn2an.an2cn(str(amount), "rmb")


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (0, "零元整"),
        (7, "柒元整"),
        (10, "壹拾元整"),
        (105, "壹佰零伍元整"),
        (3600, "叁仟陆佰元整"),
        (10_001, "壹万零壹元整"),
        (101_000, "壹拾万壹仟元整"),
        (40_020_030, "肆仟零贰万零叁拾元整"),
        (100_000_000, "壹亿元整"),
        (100_000_009, "壹亿零玖元整"),
        (100_080_000, "壹亿零捌万元整"),
        (10**12 - 1, "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角"),
        ("1.05", "壹元零伍分"),
        ("199.5", "壹佰玖拾玖元伍角"),
        ("20.31", "贰拾元叁角壹分"),
    ],
)
def test_an_amount_is_written_as_on_a_bill(amount: int | str, written: str) -> None:
    assert capitals(Decimal(amount)) == written


@pytest.mark.parametrize("amount", [-1, Decimal("-0.01"), 10**12])
def test_what_is_no_amount_has_no_capital_numerals(amount: int | Decimal) -> None:
    with pytest.raises(ValueError, match=r"^no amount that can be written out$"):
        capitals(amount)
