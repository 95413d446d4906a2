"""What closes a list is told at once, however its cells were made."""

import pytest

from shared_rules.roster import closing
from shared_rules.roster.closing import Shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("合计" + "1" * 390 + "x", "other"),
        ("总计人数" * 99 + "x", "other"),
        ("人数金额" * 99 + "x", "other"),
        ("1" + ",234" * 99 + "x", "note"),
        ("合计" + "1" * 390, "total"),
        ("1" + ",234" * 99 + "元", "count"),
    ],
)
def test_a_cell_of_which_each_part_can_be_cut_up_in_many_ways_takes_no_time(
    text: str, shape: Shape
) -> None:
    assert closing.shape(text) == shape


@pytest.mark.parametrize(
    "text",
    [
        *("合计12人共计1,200.00元", "总计数", "职工总数：5", "人数合计保险费用1200元"),
        *("合计5人人数5", "合计12人员总数", "共2份份数2", "合计（大写）壹佰元整"),
    ],
)
def test_a_total_is_one_whatever_follows_its_numbers(text: str) -> None:
    assert closing.shape(text) == "total"
