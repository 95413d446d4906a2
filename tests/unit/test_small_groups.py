"""Small groups are hidden, and no subtraction brings them back."""

from itertools import product

import pytest

from functions.staff.summary.small_groups import SMALLEST, Key, Sum, hidden, is_small

TOTAL: Key = ("total", "")


def table(*counts: int) -> tuple[Sum, dict[Key, int]]:
    """A total and its parts, named 0, 1, …."""
    parts = {("part", str(number)): people for number, people in enumerate(counts)}
    return Sum(TOTAL, tuple(parts)), {**parts, TOTAL: sum(counts)}


def hidden_parts(*counts: int) -> list[int]:
    return sorted(int(name) for what, name in hidden(*table(*counts)) if what == "part")


@pytest.mark.parametrize(("people", "small"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_group_is_small_from_one_to_four(people: int, *, small: bool) -> None:
    assert is_small(people) is small


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((), []),
        ((0, 0), []),
        ((5, 6), []),
        ((20, 0, 30), []),
        ((4, 6, 7), [0, 1]),  # the smallest other one protects it
        ((4, 5), [0, 1]),
        ((4, 0, 5), [0, 2]),  # nobody protects nobody
        ((1, 1, 30, 40), [0, 1, 2]),  # the rest of two would say that each is one
        ((2, 3, 30), [0, 1]),
        ((4,), [0]),
        ((1, 1), [0, 1]),
    ],
)
def test_what_is_hidden_beside_a_small_group(counts: tuple[int, ...], expected: list[int]) -> None:
    assert hidden_parts(*counts) == expected


def test_a_sum_of_small_groups_that_is_small_is_hidden_too() -> None:
    assert TOTAL in hidden(*table(1, 2))
    assert TOTAL not in hidden(*table(3, 2))


def test_what_is_hidden_anyway_is_protected_too() -> None:
    column, counts = table(50, 20, 30)
    assert hidden(column, counts, {("part", "0")}) == {("part", "0"), ("part", "1")}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((4, 0, 0), [0, 1, 2]),  # nobody else: which of them it is stays open
        ((4, 0, 5), [0, 2]),
        ((1, 2, 0), [0, 1, 2]),
        ((3, 2, 0), [0, 1]),
        ((5, 0, 0), []),
    ],
)
def test_a_sum_that_is_always_shown_hides_others_instead(
    counts: tuple[int, ...], expected: list[int]
) -> None:
    unseen = hidden(*table(*counts), shows_whole=True)
    assert unseen == {("part", str(each)) for each in expected}


# ---- what somebody can reckon ----


@pytest.mark.parametrize("shows_whole", [False, True])
def test_what_is_shown_leaves_open_what_a_hidden_group_has(*, shows_whole: bool) -> None:
    """Every column of three up to eight, beside all that look the same."""
    looks: dict[tuple[int | None, ...], list[tuple[int, ...]]] = {}
    for counts in product(range(9), repeat=3):
        column, numbers = table(*counts)
        unseen = hidden(column, numbers, shows_whole=shows_whole)
        seen = tuple(None if key in unseen else it for key, it in numbers.items())
        looks.setdefault(seen, []).append(counts)
    for seen, alike in looks.items():
        for part in range(3):
            could_be = {counts[part] for counts in alike}
            assert seen[part] is not None or len(could_be) > 1, (seen, alike)
    assert all(
        number is None or number == 0 or number >= SMALLEST for seen in looks for number in seen[:3]
    )
