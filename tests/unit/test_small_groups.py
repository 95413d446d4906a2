"""Small groups are hidden, and no subtraction brings them back."""

import random
from collections.abc import Iterator
from fractions import Fraction

import pytest

from functions.staff.summary.small_groups import SMALLEST, Key, Sum, hidden, is_small

TOTAL: Key = ("total", "")


def table(*counts: int) -> tuple[list[Sum], dict[Key, int]]:
    """A total and its parts, named 0, 1, …."""
    parts = {("part", str(number)): people for number, people in enumerate(counts)}
    return [Sum(TOTAL, tuple(parts))], {**parts, TOTAL: sum(counts)}


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
    sums, counts = table(50, 20, 30)
    assert hidden(sums, counts, {("part", "0")}) == {("part", "0"), ("part", "1")}


# ---- a county of a city of a region, beside kinds of units ----


def region(random: random.Random) -> tuple[list[Sum], dict[Key, int]]:
    """Cities of counties, and the same people by kind."""
    cities = {("city", str(n)): [("county", f"{n}.{m}") for m in range(3)] for n in range(4)}
    size = random.choice([0.3, 1, 3, 20])
    counts: dict[Key, int] = {
        county: int(random.expovariate(1 / (4 * size)))
        for counties in cities.values()
        for county in counties
    }
    counts |= {city: sum(counts[each] for each in parts) for city, parts in cities.items()}
    counts[TOTAL] = sum(counts[city] for city in cities)
    kinds = [("kind", str(n)) for n in range(3)]
    cuts = sorted(random.randint(0, counts[TOTAL]) for _ in kinds[1:])
    ends = [0, *cuts, counts[TOTAL]]
    counts |= {kind: ends[n + 1] - ends[n] for n, kind in enumerate(kinds)}
    sums = [
        Sum(TOTAL, tuple(cities)),
        *(Sum(city, tuple(parts)) for city, parts in cities.items()),
        Sum(TOTAL, tuple(kinds)),
    ]
    return sums, counts


def determined(sums: list[Sum], unseen: list[Key]) -> Iterator[Key]:
    """The hidden groups that linear equations of one table give away."""
    rows = [
        [Fraction((key in each.parts) - (key == each.whole)) for key in unseen] for each in sums
    ]
    rank = 0
    for column in range(len(unseen)):
        pivot = next((n for n in range(rank, len(rows)) if rows[n][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        rows[rank] = [value / rows[rank][column] for value in rows[rank]]
        for n, row in enumerate(rows):
            if n != rank and row[column]:
                rows[n] = [a - row[column] * b for a, b in zip(row, rows[rank], strict=True)]
        rank += 1
    for row in rows[:rank]:
        if sum(map(bool, row)) == 1:
            yield unseen[next(n for n, value in enumerate(row) if value)]


@pytest.mark.parametrize("seed", range(300))
def test_no_equation_gives_a_hidden_group_away(seed: int) -> None:
    sums, counts = region(random.Random(seed))  # noqa: S311
    unseen = sorted(hidden(sums, counts))
    assert all(key in unseen for key, people in counts.items() if 0 < people < SMALLEST)
    assert list(determined(sums, unseen)) == []
    for each in sums:
        rest = sum(counts[key] for key in each.parts if key in unseen)
        assert each.whole in unseen or not is_small(rest)
