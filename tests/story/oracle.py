"""Who is insured on which day, by counting days: nothing here knows the product.

Written from the readings of 第三至五条 in the plainest way there is, to hold the product against.
A policy is what was sold; a person's days follow from all that were sold to her.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

DAY: Final = timedelta(days=1)
RENEWED_EARLY: Final = 90
"""So many days before the old cover ends, a list renews it; earlier it is another cover."""


@dataclass(frozen=True)
class Covered:
    """One day of somebody: under which policy, and whether she waits (等待期)."""

    policy: str
    waits: bool


@dataclass
class Seat:
    """Somebody's place in a policy: the day on which she left, and old cover on papers seen."""

    leaves: date | None = None
    old_last_day: date | None = None


@dataclass
class Sold:
    """A policy: its first day, how long its plan has people wait, and who is in it."""

    name: str
    begins: date
    waiting: int
    seats: dict[str, Seat]


@dataclass
class Oracle:
    """All policies that were sold, in the order in which they were."""

    sold: dict[str, Sold] = field(default_factory=dict)

    def begins(self, people: Iterable[str], done: date, seats: dict[str, Seat], name: str) -> date:
        """第四条: the day after all was done, or after the old cover that most of them have."""
        earliest = done + DAY
        ends: Counter[date] = Counter()
        for person in people:
            seat = seats.get(person, Seat())
            insured = self.days(person, without=name)
            last = seat.old_last_day or (max(insured) if insured else None)
            if last and earliest - DAY <= last <= earliest + RENEWED_EARLY * DAY:
                ends[last] += 1
        if not ends:
            return earliest
        most = max(ends.values())
        return min(last for last, times in ends.items() if times == most) + DAY

    def days(self, person: str, *, without: str = "") -> dict[date, Covered]:
        """第四、五条: every day on which somebody is insured, once."""
        found: dict[date, Covered] = {}
        hers = [each for each in self.sold.values() if person in each.seats]
        for policy in sorted(hers, key=lambda each: (each.begins, each.name)):
            if policy.name == without:
                continue
            seat = policy.seats[person]
            goes_on = policy.begins - DAY in found or (
                seat.old_last_day is not None and seat.old_last_day >= policy.begins - DAY
            )
            day, number = policy.begins, 1
            while day < _a_year_after(policy.begins) and (not seat.leaves or day <= seat.leaves):
                if day not in found:
                    waits = not goes_on and number <= policy.waiting
                    found[day] = Covered(policy.name, waits)
                day, number = day + DAY, number + 1
        return found


def _a_year_after(first: date) -> date:
    """The anniversary; of 29 February, 1 March in a common year."""
    day = first + 365 * DAY
    while (day.month, day.day) < (first.month, first.day) or day.year == first.year:
        day += DAY
    return day
