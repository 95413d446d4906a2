"""The summary for the federation (第十三条), added up from the facts of a period.

Lists count on the day on which they were accepted, claims on the day on which the desk settled
them: a period that is over stays as it was told, but for who left, which a late renewal mends, and
for what an endorsement (批改) has put right.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from math import ceil
from typing import Final, NamedTuple, get_args

from functions.platform.problems import unprocessable
from functions.records import summary_facts
from functions.records.areas import cities
from functions.records.rosters.roster_course import ANSWER_WITHIN
from functions.records.summary_facts import (
    OPEN_DISEASE,
    Accepted,
    Leaving,
    Outcome,
    Recorded,
    Reported,
    Settled,
)
from functions.staff.people import Staff
from functions.staff.summary import small_groups
from functions.staff.summary.models import City, Disease, Group, Pace, Period, Summary
from functions.staff.summary.small_groups import SMALLEST, Key, Sum
from shared_rules import plans
from shared_rules.findings import Finding
from shared_rules.funding import UnitKind
from shared_rules.messages import catalogue
from shared_rules.plans import Plan

MOST_MONTHS: Final = 36
PERCENTILES: Final = (50, 90)
KINDS: Final[tuple[str, ...]] = get_args(UnitKind)
_TOTAL: Final[Key] = ("total", "合计")
Event = tuple[str, str]
"""A disease and what became of a claim: `reported`, or an outcome."""


class Viewer(NamedTuple):
    """Whose summary it is: of which counties, and whether small groups are shown to her.

    Somebody may see the people of her lists and yet none who reported a claim.
    """

    counties: tuple[str, ...]
    sees_people: bool
    sees_claims: bool

    @classmethod
    def of(cls, staff: Staff) -> "Viewer":
        """Somebody of the desk; who may not see the people of one of her counties, of none."""
        sees_people = all(map(staff.sees_people_of, staff.counties))
        return cls(staff.counties, sees_people, "admin" in staff.roles)


@dataclass(slots=True)
class _Tally:
    """What was added up of one group."""

    units: set[tuple[str, str]] = field(default_factory=set)
    lists: int = 0
    people: int = 0
    first_time: int = 0
    renewed: int = 0
    left: int = 0
    premium: int = 0


def of_period(viewer: Viewer, period: Period, now: datetime) -> Summary:
    """The summary of a period for somebody.

    Raises:
        Problem: 422: the period ends before it begins, or is too long.
    """
    _check(period)
    facts = list(summary_facts.read(viewer.counties, period.first, period.last))
    plan = plans.in_force(now.date())
    sums = _sums(viewer.counties)
    tallies = _tallied(facts, sums, now.date())
    groups = _Groups(tallies, *_hidden(sums, tallies, shows_all=viewer.sees_people))
    diseases = _diseases(facts, plan, shows_all=viewer.sees_claims)
    return Summary(
        first_day=period.first,
        last_day=period.last,
        made_at=now,
        total=groups.of(_TOTAL),
        cities=groups.cities(sums[1:-1]),
        kinds=[groups.of(key) for key in sums[-1].parts],
        claims=diseases[0],
        diseases=diseases[1:],
        paces=_paces(facts, plan, viewer),
        has_hidden=groups.has_hidden
        or any(None in each.model_dump().values() for each in diseases),
        smallest=SMALLEST,
        two_sums=_two_sums(facts),
    )


def _check(period: Period) -> None:
    months = summary_facts.count_months(period.first, period.last)
    if period.last < period.first or months > MOST_MONTHS:
        finding = Finding.of("summary.period", field="until", months=MOST_MONTHS)
        raise unprocessable([finding])


# ---- lists ----


def _sums(counties: Iterable[str]) -> list[Sum]:
    """How the groups add up: the total by city, each city by county, the total by kind."""
    by_city: dict[str, list[Key]] = {}
    for county in counties:
        by_city.setdefault(cities()[county], []).append(("county", county))
    return [
        Sum(_TOTAL, tuple(("city", city) for city in by_city)),
        *(Sum(("city", city), tuple(parts)) for city, parts in by_city.items()),
        Sum(_TOTAL, tuple(("kind", kind) for kind in KINDS)),
    ]


def _tallied(facts: Iterable[Recorded], sums: Iterable[Sum], today: date) -> Mapping[Key, _Tally]:
    keys = {key for each in sums for key in (each.whole, *each.parts)}
    tallies = {key: _Tally() for key in keys}
    for county, day, fact in facts:
        if not isinstance(fact, Accepted | Leaving):
            continue
        places: tuple[Key, ...] = (
            *(_TOTAL, ("city", cities()[county])),
            *(("county", county), ("kind", fact.kind)),
        )
        for place in places:
            match fact:
                case Accepted():
                    _add(tallies[place], county, fact)
                case Leaving() if day < today:
                    tallies[place].left += fact.people
    return tallies


def _add(tally: _Tally, county: str, fact: Accepted) -> None:
    if fact.lists:
        tally.units.add((county, fact.unit))
    tally.lists += fact.lists
    tally.people += fact.people
    tally.first_time += fact.first_time
    tally.renewed += fact.renewed
    tally.premium += fact.premium


def _two_sums(facts: Iterable[Recorded]) -> Finding | None:
    """How many lists were quoted another premium than their policies have, and which holds."""
    holds = Counter(
        fact.premium_holds
        for _, _, fact in facts
        if isinstance(fact, Accepted) and fact.lists and fact.premium_holds
    )
    if not holds:
        return None
    return Finding.of(
        "summary.two_sums", lists=holds.total(), quoted=holds["quoted"], issued=holds["issued"]
    )


def _hidden(
    sums: Sequence[Sum], tallies: Mapping[Key, _Tally], *, shows_all: bool
) -> tuple[frozenset[Key], frozenset[Key], frozenset[Key]]:
    """Of which groups are hidden: all people; new and renewed; who left.

    New and renewed make all people together: they are hidden both, and where all people are.
    """
    if shows_all:
        return frozenset(), frozenset(), frozenset()
    people = small_groups.hidden(sums, {key: each.people for key, each in tallies.items()})
    first_time = {key: each.first_time for key, each in tallies.items()}
    renewed = {key: each.renewed for key, each in tallies.items()}
    changes, before = people, None
    while changes != before:
        before = changes
        changes = small_groups.hidden(sums, first_time, changes)
        changes = small_groups.hidden(sums, renewed, changes)
    left = small_groups.hidden(sums, {key: each.left for key, each in tallies.items()})
    return people, changes, left


@dataclass(frozen=True, slots=True)
class _Groups:
    """The groups of a summary, without what is hidden of them."""

    tallies: Mapping[Key, _Tally]
    people: frozenset[Key]
    changes: frozenset[Key]
    left: frozenset[Key]

    @property
    def has_hidden(self) -> bool:
        return bool(self.changes | self.left)

    def of(self, key: Key) -> Group:
        tally = self.tallies[key]
        return Group(
            name=key[1],
            units=len(tally.units),
            lists=tally.lists,
            people=None if key in self.people else tally.people,
            first_time=None if key in self.changes else tally.first_time,
            renewed=None if key in self.changes else tally.renewed,
            left=None if key in self.left else tally.left,
            premium=None if key in self.people else tally.premium,
        )

    def cities(self, sums: Iterable[Sum]) -> list[City]:
        return [
            City(**self.of(city).model_dump(), counties=list(map(self.of, counties)))
            for city, counties in sums
        ]


# ---- claims ----


def _diseases(facts: Iterable[Recorded], plan: Plan, *, shows_all: bool) -> list[Disease]:
    """All claims, then those about each disease that the plan insures, or insured."""
    counts, amounts, decisions = Counter[Event](), Counter[Event](), Counter[Event]()
    for _, _, fact in facts:
        match fact:
            case Reported():
                counts[fact.disease, "reported"] += fact.claims
                decisions[fact.disease, "reported"] += 1
            case Settled():
                counts[fact.disease, fact.outcome] += fact.claims
                decisions[fact.disease, fact.outcome] += 1
                amounts[fact.disease, fact.outcome] += fact.amount
    insured = chain.from_iterable(item.diseases for item in plan.items.values())
    names = list(dict.fromkeys([*insured, *sorted(disease for disease, _ in counts)]))
    for name, what in list(counts):
        counts[_TOTAL[1], what] += counts[name, what]
        decisions[_TOTAL[1], what] += decisions[name, what]
        amounts[_TOTAL[1], what] += amounts[name, what]
    unseen = frozenset() if shows_all else _hidden_claims(names, [counts, decisions])
    return [_disease(name, counts, amounts, unseen) for name in (_TOTAL[1], *names)]


def _hidden_claims(
    names: Iterable[str], numbers: Sequence[Mapping[Event, int]]
) -> frozenset[Event]:
    """Each column adds up by itself: no row does.

    Claims and decisions on them are hidden where one of both is small: the money of a reopened
    claim stands where no claim is counted.
    """
    found: frozenset[Event] = frozenset()
    for what in ("reported", *get_args(Outcome)):
        whole = (_TOTAL[1], what)
        column = Sum(whole, tuple((name, what) for name in names))
        before = None
        while found != before:
            before = found
            for counts in numbers:
                people = {key: counts.get(key, 0) for key in (whole, *column.parts)}
                found |= small_groups.hidden([column], people, found & people.keys())
    return found


def _disease(
    name: str, counts: Counter[Event], amounts: Counter[Event], unseen: frozenset[Event]
) -> Disease:
    def shown(numbers: Counter[Event], what: str) -> int | None:
        return None if (name, what) in unseen else numbers[name, what]

    open_title = catalogue()["claim_desk.disease_open"].title
    return Disease(
        name=open_title if name == OPEN_DISEASE else name,
        reported=shown(counts, "reported"),
        paid=shown(counts, "paid"),
        refused=shown(counts, "refused"),
        refunded=shown(counts, "refunded"),
        paid_amount=shown(amounts, "paid"),
        refunded_amount=shown(amounts, "refunded"),
    )


# ---- days against the promise ----


def percentile(sorted_days: Sequence[int], share: int) -> int | None:
    """The fewest days within which so many of a hundred were done; None where there was nothing.

    >>> [percentile([1, 2, 3, 10], share) for share in (50, 90)], percentile([], 50)
    ([2, 10], None)
    """
    return sorted_days[ceil(len(sorted_days) * share / 100) - 1] if sorted_days else None


def _paces(facts: Sequence[Recorded], plan: Plan, viewer: Viewer) -> list[Pace]:
    lists = sorted(
        each.fact.days for each in facts if isinstance(each.fact, Accepted) and each.fact.lists
    )
    claims = sorted(
        each.fact.workdays
        for each in facts
        if isinstance(each.fact, Settled) and each.fact.workdays is not None
    )
    of_lists = Pace(
        what="lists",
        label="名单：从提交到承保",
        unit="天",
        promise=ANSWER_WITHIN.days,
        **_measured(lists, ANSWER_WITHIN.days),
    )
    of_claims = Pace(
        what="claims",
        label="理赔：从材料齐全到办结",
        unit="个工作日",
        promise=plan.payout_within.value,
        **_measured(claims, plan.payout_within.value),
    )
    if viewer.sees_claims:
        return [of_lists, of_claims]
    # How many there were would say, beside the table of claims, what is hidden in it.
    unseen: dict[str, int | None] = {"count": None, "in_time": None}
    if len(claims) < SMALLEST:
        unseen |= {"median": None, "ninetieth": None}
    return [of_lists, of_claims.model_copy(update=unseen)]


def _measured(days: Sequence[int], promise: int) -> dict[str, int | None]:
    median, ninetieth = (percentile(days, share) for share in PERCENTILES)
    return {
        "count": len(days),
        "in_time": sum(each <= promise for each in days),
        "median": median,
        "ninetieth": ninetieth,
    }
