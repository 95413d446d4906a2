"""The summary for the unions (第十三、十六条), added up from the facts of a period.

Lists count on the day on which they were accepted, claims on the day on which the desk settled
them: a period that is over stays as it was told, but for who left, which a late renewal mends, and
for what an endorsement (批改) has put right.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from http import HTTPStatus
from itertools import chain
from typing import Final, NamedTuple, get_args

from functions.platform.problems import Problem, unprocessable
from functions.records import summary_facts
from functions.records.areas import cities
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
from functions.staff.roles import ROLES
from functions.staff.summary import industry_units, paces, small_groups, waiting
from functions.staff.summary.industry_units import IndustryUnits
from functions.staff.summary.models import City, Disease, Group, Pace, Period, Summary, Waiting
from functions.staff.summary.small_groups import SMALLEST, Key, Sum
from shared_rules import plans
from shared_rules.findings import Finding
from shared_rules.funding import UnitKind
from shared_rules.messages import catalogue
from shared_rules.plans import Plan

MOST_MONTHS: Final = 36
KINDS: Final[tuple[str, ...]] = get_args(UnitKind)
_TOTAL: Final[Key] = ("total", "合计")
Event = tuple[str, str]
"""A disease and what became of a claim: `reported`, or an outcome."""


class Viewer(NamedTuple):
    """Whose summary it is: of which counties, and what she may know of their claims.

    Where it is that of an industry union (`industry`), of its units of these counties only. Who
    may open a claim, without whose illness it is, sees how many there are of all; the numbers of a
    disease that are of a few only who may see whose they are.
    """

    counties: tuple[str, ...]
    opens_claims: bool
    sees_whose: bool
    industry: str = ""
    units: IndustryUnits | None = None

    @classmethod
    def of(cls, staff: Staff, industry: str = "") -> "Viewer":
        """Somebody of the desk, who asks for her counties or, by its code, an industry union.

        Raises:
            Problem: 404: it is not hers to see.
        """
        opens_claims = bool(staff.roles & set(ROLES["GET /api/staff/claims/{receipt}"]))
        hers = {each.code: each.name for each in staff.summary_industries}
        if industry not in hers:
            if industry or not staff.summary_counties:
                raise Problem(HTTPStatus.NOT_FOUND, "staff.role")
            return cls(staff.summary_counties, opens_claims, staff.decides_claims)
        units = industry_units.of(industry)
        return cls(units.counties, opens_claims, staff.decides_claims, hers[industry], units)


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
    only = viewer.units.only if viewer.units else None
    facts = list(summary_facts.read(viewer.counties, period.first, period.last, only))
    plan = plans.in_force(now.date())
    tallies = _tallied(facts, now.date())
    diseases = _diseases(facts, plan, viewer)
    return Summary(
        first_day=period.first,
        last_day=period.last,
        made_at=now,
        total=_group(_TOTAL, tallies),
        cities=[
            City(
                **_group(city, tallies).model_dump(),
                counties=[_group(county, tallies) for county in counties],
            )
            for city, counties in _by_city(viewer.counties).items()
        ],
        kinds=[_group(("kind", kind), tallies) for kind in KINDS],
        claims=diseases[0],
        diseases=diseases[1:],
        paces=_paces(facts, plan, viewer),
        waiting=_waiting(viewer, now.date()),
        of_industry=_of_industry(viewer),
        hidden=_hidden(diseases),
        two_sums=_two_sums(facts),
    )


def _check(period: Period) -> None:
    months = summary_facts.count_months(period.first, period.last)
    if period.last < period.first or months > MOST_MONTHS:
        finding = Finding.of("summary.period", field="until", months=MOST_MONTHS)
        raise unprocessable([finding])


def _of_industry(viewer: Viewer) -> Finding | None:
    """What is said of whose units these are."""
    if viewer.units is None:
        return None
    return Finding.of("summary.industry", industry=viewer.industry, units=viewer.units.number)


def _waiting(viewer: Viewer, today: date) -> list[Waiting]:
    """What waits; where is known of it by county, and not by unit."""
    if viewer.units:
        return []
    return waiting.now(viewer.counties, today, sees_claims=viewer.opens_claims)


# ---- lists ----


def _by_city(counties: Iterable[str]) -> Mapping[Key, list[Key]]:
    """The groups of counties, by those of their cities."""
    found = defaultdict[Key, list[Key]](list)
    for county in counties:
        found["city", cities()[county]].append(("county", county))
    return found


def _tallied(facts: Iterable[Recorded], today: date) -> Mapping[Key, _Tally]:
    """What was added up of each group; of one that no fact is about, nothing."""
    tallies = defaultdict[Key, _Tally](_Tally)
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


def _group(key: Key, tallies: Mapping[Key, _Tally]) -> Group:
    tally = tallies[key]
    return Group(
        name=key[1],
        units=len(tally.units),
        lists=tally.lists,
        people=tally.people,
        first_time=tally.first_time,
        renewed=tally.renewed,
        left=tally.left,
        premium=tally.premium,
    )


# ---- claims ----


def _diseases(facts: Iterable[Recorded], plan: Plan, viewer: Viewer) -> list[Disease]:
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
    unseen: frozenset[Event] = frozenset()
    if not viewer.sees_whose:
        numbers = [counts, decisions]
        unseen = _hidden_claims(names, numbers, shows_total=viewer.opens_claims)
    return [_disease(name, counts, amounts, unseen) for name in (_TOTAL[1], *names)]


def _hidden_claims(
    names: Iterable[str], numbers: Sequence[Mapping[Event, int]], *, shows_total: bool
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
                claims = {key: counts.get(key, 0) for key in (whole, *column.parts)}
                also = found & claims.keys()
                found |= small_groups.hidden(column, claims, also, shows_whole=shows_total)
    return found


def _hidden(diseases: Iterable[Disease]) -> Finding | None:
    """What is said where a number is not shown."""
    if not any(None in each.model_dump().values() for each in diseases):
        return None
    return Finding.of("summary.hidden", smallest=SMALLEST)


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


def _paces(facts: Sequence[Recorded], plan: Plan, viewer: Viewer) -> list[Pace]:
    of_lists, of_claims = paces.of(facts, plan)
    if viewer.opens_claims:
        return [of_lists, of_claims]
    # How many there were would say, beside the table of claims, what is hidden in it.
    unseen: dict[str, int | None] = {"count": None, "in_time": None}
    if of_claims.count is None or of_claims.count < SMALLEST:
        unseen |= {"median": None, "ninetieth": None}
    return [of_lists, of_claims.model_copy(update=unseen)]
