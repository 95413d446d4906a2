"""Small groups of claims, whose numbers are not shown to who may not see whose illness it is.

A number of a few claims about one disease may say of somebody known what nobody should learn. Nor
may subtraction bring it back: what is left when the shown parts are taken from a shown sum is again
a group, and must not be small either.
"""

from collections.abc import Iterator, Mapping, Set
from typing import Final, NamedTuple

SMALLEST: Final = 5
"""Of so many at least there must be, that their number is shown."""

Key = tuple[str, str]


class Sum(NamedTuple):
    """A group that is made up of others; no group is a part twice."""

    whole: Key
    parts: tuple[Key, ...]


def is_small(count: int) -> bool:
    """Whether so many are too few to be shown; that there is none may be.

    Below zero there are fewer than were told of before, which says as much.
    """
    return count != 0 and count < SMALLEST


def hidden(
    column: Sum,
    counts: Mapping[Key, int],
    also: Set[Key] = frozenset(),
    *,
    shows_whole: bool = False,
) -> frozenset[Key]:
    """The groups whose numbers are not shown: small ones, and as few others as protect these.

    Args:
        column: how the groups add up.
        counts: how many each has.
        also: groups that are hidden anyway.
        shows_whole: the sum is shown however small it is; then even who has none may be hidden.
    """
    small = {key for key, count in counts.items() if is_small(count)}
    found = frozenset(small | also) - ({column.whole} if shows_whole else set())
    while more := frozenset(_missing(column, counts, found, shows_whole=shows_whole)):
        found |= more
    return found


def _missing(
    column: Sum, counts: Mapping[Key, int], found: Set[Key], *, shows_whole: bool
) -> Iterator[Key]:
    """What must be hidden besides, so that the sum gives nothing away."""
    covered = [key for key in column.parts if key in found]
    rest = [key for key in column.parts if key not in found]
    # All that are the smallest: which of them was taken would say something of the others.
    smallest = min((counts[key] for key in rest if counts[key]), default=0)
    some = [key for key in rest if smallest and counts[key] == smallest]
    if column.whole in found:
        if not covered:
            yield from some
        return
    if not covered or not _tells(len(covered), sum(counts[key] for key in covered)):
        return
    if some:
        yield from some
    elif shows_whole:
        # Who has none is hidden, too: which of all it is stays open.
        yield from rest
    else:
        yield column.whole


def _tells(groups: int, left_over: int) -> bool:
    """Whether what so many hidden groups have together says what each of them has."""
    fewest, most = groups, groups * (SMALLEST - 1)
    return groups == 1 or is_small(left_over) or left_over in (fewest, most)
