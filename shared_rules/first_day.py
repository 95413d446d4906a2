"""When a list's cover begins (生效日): proposed, and agreed (约定生效日), 第四条.

One policy has one first day. A list of mixed people follows the old cover that most of those who
renew have; whoever does not renew begins on that day too, with a waiting period.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from shared_rules import days
from shared_rules.findings import Finding, RuleError
from shared_rules.plans import Plan

# The product's own: cover that ends later than so long after the three acts is another cover,
# and not one that is renewed early.
RENEWS_WITHIN: Final = timedelta(days=90)
# The product's own: so long before cover ends, next year's list is offered to the unit.
OFFERED_BEFORE: Final = timedelta(days=60)

_ONE_DAY: Final = timedelta(days=1)


class Proposal(NamedTuple):
    """The first day that is proposed.

    `earliest` is the day after the latest of the three acts; `old_last_day` the end of the old
    cover that the first day follows, None where there is none to follow.
    """

    day: date
    earliest: date
    old_last_day: date | None

    @property
    def reason(self) -> Finding:
        """Why it is this day, in words for desk and unit."""
        return reason(self.day, self.earliest, self.old_last_day)


def propose(earliest: date, old_last_days: Iterable[tuple[date, int]] = ()) -> Proposal:
    """The first day of a list's cover: as early as may be, but not while the old cover still runs.

    Args:
        earliest: the day after the latest of the three acts.
        old_last_days: the last days of the cover that people of the list have, each with how many.
            Most decide; of as many, the earlier day, after which nobody has a gap.

    Raises:
        RuleError: `date.out_of_range`.
    """
    days.check(earliest)
    counts = Counter[date]()
    for last_day, people in old_last_days:
        if renews(days.real(last_day), earliest):
            counts[last_day] += people
    if not counts:
        return Proposal(earliest, earliest, None)
    followed = min(counts, key=lambda last_day: (-counts[last_day], last_day))
    return Proposal(followed + _ONE_DAY, earliest, followed)


def if_done(today: date, old_last_day: date | None = None) -> Proposal:
    """The first day of a list whose three acts are all done today, with the old cover it renews.

    Raises:
        RuleError: `date.out_of_range`.
    """
    return propose(days.check(today) + _ONE_DAY, [(old_last_day, 1)] if old_last_day else [])


def renews(old_last_day: date, earliest: date) -> bool:
    """Whether cover that could begin on `earliest` renews the one that ends on `old_last_day`.

    It does where there is no gap, and the old one does not run for long any more.

    Raises:
        RuleError: `date.out_of_range`, one of them is no day.
    """
    left = days.real(old_last_day) - days.real(earliest)
    return -_ONE_DAY <= left <= RENEWS_WITHIN


def agree(agreed: date, earliest: date, plan: Plan) -> date:
    """The agreed first day, where it may be agreed: not before the three acts are done (第四条).

    Raises:
        RuleError: `date.out_of_range`; `cover.agreed_too_early`; `cover.agreed_too_late`, more
            than a year of cover away: surely a typing error.
    """
    latest = days.anniversary(days.check(earliest), plan.cover_length.value)
    if days.check(agreed) < earliest:
        raise RuleError("cover.agreed_too_early", earliest=earliest.isoformat())
    if agreed > latest:
        raise RuleError("cover.agreed_too_late", latest=latest.isoformat())
    return agreed


def reason(day: date, earliest: date, old_last_day: date | None) -> Finding:
    """Why cover begins on a day: after the three acts, after the old cover, or as agreed."""
    first = {"first_day": day.isoformat()}
    if old_last_day is not None and day == old_last_day + _ONE_DAY:
        return Finding.of("cover.begins_after_old", **first, last_day=old_last_day.isoformat())
    if day == earliest:
        return Finding.of("cover.begins_after_acts", **first)
    return Finding.of("cover.begins_as_agreed", **first, earliest=earliest.isoformat())
