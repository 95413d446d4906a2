"""How many days lists and claims took, beside how many were promised; what all may read of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from functions.records import published_paces, summary_facts
from functions.records.areas import contact_ids
from functions.records.published_paces import PublishedPace, PublishedPaces
from functions.records.rosters.roster_course import ANSWER_WITHIN
from functions.records.summary_facts import Accepted, Recorded, Settled
from functions.staff.summary.models import Pace
from functions.staff.summary.small_groups import SMALLEST
from shared_rules import articles, plans
from shared_rules.plans import Plan

PERCENTILES: Final = (50, 90)
PUBLISHED_DAYS: Final = timedelta(days=90)


def of(facts: Iterable[Recorded], plan: Plan) -> tuple[Pace, Pace]:
    """Those of lists, and those of claims."""
    lists, claims = [], []
    for _, _, fact in facts:
        match fact:
            case Accepted() if fact.lists:
                lists.append(fact.days)
            case Settled() if fact.workdays is not None:
                claims.append(fact.workdays)
    return (
        Pace(
            what="lists",
            label="名单：从提交到承保",
            unit="天",
            promise=ANSWER_WITHIN.days,
            promised_by="本站自己定的",
            **_measured(sorted(lists), ANSWER_WITHIN.days),
        ),
        Pace(
            what="claims",
            label="理赔：从材料齐全到办结",
            unit="个工作日",
            promise=plan.payout_within.value,
            promised_by=articles.label(plan.payout_within.article),
            **_measured(sorted(claims), plan.payout_within.value),
        ),
    )


def publish(now: datetime) -> int:
    """Publish what the last days were like in the whole region; of how many things.

    Of fewer than `SMALLEST` cases nothing is published.
    """
    last = now.date() - timedelta(days=1)
    first = now.date() - PUBLISHED_DAYS
    facts = summary_facts.read(contact_ids(), first, last, names_diseases=False)
    published = [
        PublishedPace(
            label=each.label, unit=each.unit, median=each.median, ninetieth=each.ninetieth
        )
        for each in of(facts, plans.in_force(now.date()))
        if (each.count or 0) >= SMALLEST and each.median is not None and each.ninetieth is not None
    ]
    published_paces.put(PublishedPaces(first_day=first, last_day=last, paces=published))
    return len(published)


def percentile(sorted_days: Sequence[int], share: int) -> int | None:
    """The fewest days within which so many of a hundred were done; None where there was nothing.

    >>> [percentile([1, 2, 3, 10], share) for share in (50, 90)], percentile([], 50)
    ([2, 10], None)
    """
    return sorted_days[ceil(len(sorted_days) * share / 100) - 1] if sorted_days else None


def _measured(days: Sequence[int], promise: int) -> dict[str, int | None]:
    median, ninetieth = (percentile(days, share) for share in PERCENTILES)
    return {
        "count": len(days),
        "in_time": sum(each <= promise for each in days),
        "median": median,
        "ninetieth": ninetieth,
    }
