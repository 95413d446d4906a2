"""Small groups of people, whose numbers are not shown to who may not see people (第十三条).

A number of a few people in one county may say of somebody known what nobody should learn. Nor may
subtraction bring it back: what is left when the shown parts are taken from a shown sum is again a
group, and must not be small either.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final, NamedTuple

SMALLEST: Final = 5
"""People of whom there must be at least so many, that their number is shown."""

Key = tuple[str, str]


class Sum(NamedTuple):
    """A group that is made up of others; no group is a part twice."""

    whole: Key
    parts: tuple[Key, ...]


def is_small(people: int) -> bool:
    """Whether so many are too few to be shown; that there is nobody may be.

    Below zero there are fewer than were told of before, which says as much.
    """
    return people != 0 and people < SMALLEST


def hidden(
    sums: Sequence[Sum], counts: Mapping[Key, int], also: Set[Key] = frozenset()
) -> frozenset[Key]:
    """The groups whose numbers are not shown: small ones, and as few others as protect these.

    Args:
        sums: how the groups of one table add up.
        counts: how many people each has.
        also: groups that are hidden anyway.
    """
    found = frozenset({key for key, people in counts.items() if is_small(people)} | also)
    while more := frozenset(key for each in sums for key in _missing(each, counts, found)):
        found |= more
    return found


def _missing(each: Sum, counts: Mapping[Key, int], found: Set[Key]) -> Iterator[Key]:
    """What must be hidden besides, so that one sum gives nothing away."""
    covered = [key for key in each.parts if key in found]
    rest = [key for key in each.parts if key not in found and counts[key]]
    shown = sorted(rest, key=lambda key: counts[key])
    if each.whole in found:
        if shown and not covered:
            yield shown[0]
        return
    left_over = sum(counts[key] for key in covered)
    if covered and (len(covered) == 1 or is_small(left_over)):
        yield shown[0] if shown else each.whole
