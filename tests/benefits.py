"""What the items of a plan pay, for tests that are about items which pay it."""

from shared_rules.plans import Allowance, Item


def sum_of(item: Item) -> int:
    """Yuan that it pays at once."""
    assert item.lump_sum
    return item.lump_sum.value


def terms_of(item: Item) -> Allowance:
    """Its daily allowance."""
    assert item.allowance
    return item.allowance
