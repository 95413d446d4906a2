"""Facts at the edges of every rule, for which Python's answer is recorded: rule → facts."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, product
from typing import Any, Final

from shared_rules import cover, days, plans
from shared_rules.claim import certificate
from shared_rules.eligibility import SOON
from shared_rules.first_day import RENEWS_WITHIN
from shared_rules.plans import Item, Plan
from tests.vectors import identity_edges
from tests.vectors.calls import SOLD
from tests.vectors.edge_days import AROUND, BEYOND, COVER_FROM, Edge, Facts, edge_days, shifted


def who(plan: Plan) -> Iterator[Edge]:
    """Ages a day from every limit, on every kind of day; every combination of the other facts."""
    for day in edge_days():
        yield "age", {"birth_date": "1964-02-29", "day": day}
        yield "age", {"birth_date": "1964-03-01", "day": day}
    for born, age in product(("1964-02-28", "1964-02-29", "1964-03-01"), _ages(plan)):
        yield "last_day_of_age", {"birth_date": born, "age": age}
    for cover_from, renewal in product(COVER_FROM, (True, False, None)):
        for born in _births(date.fromisoformat(cover_from), plan):
            facts = {"birth_date": born, "cover_from": cover_from, "renewal": renewal}
            yield "eligibility", facts
    yield from _other_facts()
    for edge in BEYOND:
        yield "eligibility", {"birth_date": edge, "cover_from": COVER_FROM[0]}
        yield "eligibility", {"birth_date": "1990-01-01", "cover_from": edge}


def units(plan: Plan) -> Iterator[Edge]:
    """Every kind of unit paying in every way, and some that there are not."""
    del plan
    kinds = ("机关", "事业单位", "企业", "社会团体", "", "学校", "constructor")
    for kind, funding in product(kinds, ("self", "unit", "union", "mixed", "", "toString")):
        yield "funding", {"kind": kind, "funding": funding}


def covers(plan: Plan) -> Iterator[Edge]:
    """First and last days on every kind of day; second and third policies around the last day."""
    for day in edge_days():
        near = [shifted(day, step) for step in AROUND]
        for consent, premium in product(near, near):
            facts = {"consent": consent, "premium_received": premium, "policy_issued": day}
            yield "first_day", facts
        yield "last_day", {"first_day": day}
        for step in (-1, 0, 1, 2):
            facts = {"old_last_day": day, "new_first_day": shifted(day, step)}
            yield "continuous", facts
        for continuous in (True, False):
            yield "waiting", {"first_day": day, "continuous": continuous}
        yield "timeline", {"policies": [[shifted(day, -1), day]]}
    yield from _first_days(plan)
    yield from _several_policies(plan)


def lump_sums(plan: Plan) -> Iterator[Edge]:
    """Illnesses around the edges of cover and waiting, with everything known or not."""
    for policies in (*_histories(plan), []):
        for specimen, item in product(_cover_edges(policies, plan), plan.items):
            for later in AROUND:
                diagnosis = shifted(specimen, later)
                facts = {"item": item, "specimen": specimen, "diagnosis": diagnosis}
                yield "lump_sum", {**facts, "policies": policies}
    known: tuple[bool | None, ...] = (True, False, None)
    paid: tuple[list[str], ...] = (
        [],
        ["breast_cancer"],
        ["gynaecological_cancer"],
        list(plan.items),
    )
    for primary, first, ended, day in product(known, known, paid, ("2026-04-08", "2026-04-09")):
        facts = {"item": "breast_cancer", "specimen": day, "diagnosis": day}
        yield "lump_sum", {**facts, "primary": primary, "first": first, "paid": ended}
    for edge in BEYOND:
        facts = {"item": "breast_cancer", "specimen": edge, "diagnosis": "2026-06-01"}
        yield "lump_sum", facts
        facts = {"item": "breast_cancer", "specimen": "2026-06-01", "diagnosis": edge}
        yield "lump_sum", facts


def allowances(plan: Plan) -> Iterator[Edge]:
    """Stays a day from each limit, around the edges of cover, one after the other, overlapping."""
    for policies in (*_histories(plan), []):
        edges = _cover_edges(policies, plan)
        for (name, item), admission in product(plan.items.items(), edges):
            for length in _lengths(item):
                stay = [name, admission, shifted(admission, length)]
                yield "allowance", {"stays": [stay], "policies": policies}
    for one, other in product(plan.items, repeat=2):
        yield from _two_stays(one, other, plan)
    for day, name in product(_cover_edges([["2026-03-09", "2026-03-10"]], plan), plan.items):
        stays = [["breast_cancer", "2026-06-01", "2026-06-08"]]
        yield "allowance", {"stays": stays, "occurred": {name: day}}
    for edge in BEYOND:
        yield "allowance", {"stays": [["breast_cancer", edge, shifted(edge, 2)]]}
        yield "allowance", {"stays": [], "occurred": {"breast_cancer": edge}}


def deadlines(plan: Plan) -> Iterator[Edge]:
    """Reports around the last day; papers complete on every day of the newest calendars."""
    for day in edge_days():
        yield "report_by", {"diagnosed": day}
        yield "pay_by", {"papers_complete": day}
        for late in (0, plan.report_within.value):
            for step in AROUND:
                facts = {"diagnosed": day, "reported": shifted(day, late + step)}
                yield "report", facts
    for step in range(2 * 365):
        yield "pay_by", {"papers_complete": shifted("2025-01-01", step)}
    for year, step in product(range(2003, 2029), range(-25, 5)):
        yield "pay_by", {"papers_complete": shifted(f"{year}-10-08", step)}
        yield "pay_by", {"papers_complete": shifted(f"{year}-12-31", step)}


def bad_facts(plan: Plan) -> Iterator[Edge]:
    """Facts that are none, or that there are not: words nobody knows, no day, a day too far."""
    del plan
    usual: dict[str, Facts] = {
        "age": {"birth_date": "1990-01-01", "day": "2026-03-01"},
        "last_day_of_age": {"birth_date": "1990-01-01", "age": 60},
        "eligibility": {"birth_date": "1990-01-01", "cover_from": "2026-03-01"},
        "first_day": dict.fromkeys(("consent", "premium_received", "policy_issued"), "2026-03-01"),
        "proposed_first_day": {"earliest": "2026-03-01"},
        "agreed_first_day": {"agreed": "2026-03-01", "earliest": "2026-03-01"},
        "last_day": {"first_day": "2026-03-01"},
        "continuous": {"old_last_day": "2026-03-01", "new_first_day": "2026-03-02"},
        "waiting": {"first_day": "2026-03-01", "continuous": False},
        "report_by": {"diagnosed": "2026-03-01"},
        "report": {"diagnosed": "2026-03-01", "reported": "2026-03-02"},
        "pay_by": {"papers_complete": "2026-03-01"},
        "lump_sum": {"item": "breast_cancer", "specimen": "2026-06-01", "diagnosis": "2026-06-01"},
    }
    for rule, facts in usual.items():
        for name in sorted(facts.keys() - {"age", "continuous", "item"}):
            for day in (None, "9999-12-31"):
                yield rule, {**facts, name: day}
    for word in _NO_WORDS:
        for name in ("sex", "relation", "health", "union", "renewal"):
            yield "eligibility", {**usual["eligibility"], name: word}
        for name in ("primary", "first"):
            yield "lump_sum", {**usual["lump_sum"], name: word}
    for name in ("sex", "relation", "health"):
        yield "eligibility", {**usual["eligibility"], name: None}
    yield from _bad_items(usual["lump_sum"])
    yield from _bad_policies()


def next_plan(plan: Plan) -> Iterator[Edge]:
    """What is sold before and after `plan` begins: the old policies keep the old plan."""
    turn = plan.valid_from
    for sold, born in product((shifted(turn, -1), turn.isoformat()), _births(turn, plan)):
        for renewal in (True, False, None):
            facts = {"birth_date": born, "cover_from": turn.isoformat(), "renewal": renewal}
            yield "eligibility", {**facts, "sold": sold}
    for policies in _histories_across(turn):
        yield "timeline", {"policies": policies}
        for day, name in product(_cover_edges(policies, plan), plan.items):
            facts = {"item": name, "specimen": day, "diagnosis": day}
            yield "lump_sum", {**facts, "policies": policies}
            disease = plan.items[name].diseases[-1]
            yield "lump_sum", {**facts, "disease": disease, "policies": policies}
            for length in _lengths(plan.items[name])[::3]:
                stay = [name, day, shifted(day, length)]
                yield "allowance", {"stays": [stay], "policies": policies}


# ---- what is no fact

_NO_WORDS: Final[tuple[Any, ...]] = ("x", "", "no", "toString", 0, 1)


def _bad_items(illness: Facts) -> Iterator[Edge]:
    begin, end = "2026-06-01", "2026-06-08"
    for item in (*_NO_WORDS, None):
        yield "lump_sum", {**illness, "item": item}
        yield "lump_sum", {**illness, "paid": [item]}
        yield "allowance", {"stays": [[item, begin, end]]}
        if isinstance(item, str):
            yield "allowance", {"stays": [], "occurred": {item: begin}}
    for day in (None, "9999-12-31"):
        yield "allowance", {"stays": [["breast_cancer", day, end]]}
        yield "allowance", {"stays": [["breast_cancer", begin, day]]}
        yield "allowance", {"stays": [], "occurred": {"breast_cancer": day}}


def _bad_policies() -> Iterator[Edge]:
    for policy in product(("2026-03-01", None, "9999-12-31"), repeat=2):
        yield "timeline", {"policies": [list(policy)]}
    yield "eligibility", {"birth_date": "1990-01-01", "cover_from": "2026-03-01", "sold": None}
    last = days.LATEST.isoformat()
    yield "timeline", {"policies": [_policy(shifted(last, -9)), _policy(last)]}


# ---- who may join


def _ages(plan: Plan) -> list[int]:
    limits = (plan.minimum_age, plan.maximum_age, plan.maximum_age_renewal)
    return sorted({limit.value + step for limit in limits for step in AROUND})


def _births(on: date, plan: Plan) -> list[str]:
    """Births whose age on a day is, or is soon to be, at a limit; and one in the future."""
    turning = [days.anniversary(on, -age) for age in _ages(plan)]
    steps = {*AROUND, *(SOON.days + step for step in (*AROUND, 2))}
    found = {shifted(born, step) for born, step in product(turning, steps)}
    leap = {f"{on.year - age}-02-29" for age in _ages(plan) if (on.year - age) % 4 == 0}
    return sorted({*found, *leap, on.isoformat(), shifted(on, 1), shifted(on, -1)})


def _other_facts() -> Iterator[Edge]:
    known = (True, False, None)
    for born, sex, relation, health, union, renewal in product(
        ("1965-03-01", "1965-03-02", "1990-01-01"),
        ("female", "male"),
        ("worker", "wife_of_worker", "other_relative"),
        ("healthy", "cancer_of_the_plan", "cancer_cured", "other_serious_illness"),
        known,
        known,
    ):
        facts = {"sex": sex, "relation": relation, "health": health}
        dates = {"birth_date": born, "cover_from": "2026-03-01"}
        yield "eligibility", {**dates, **facts, "union": union, "renewal": renewal}


# ---- cover


def _policy(first_day: str) -> list[str]:
    return [shifted(first_day, -1), first_day]


def _last_day(first_day: str, plan: Plan) -> date:
    return cover.last_day(date.fromisoformat(first_day), plan)


def _first_days(plan: Plan) -> Iterator[Edge]:
    """Old covers that end around the three acts and as early as may be; agreed days at limits."""
    for day in edge_days():
        ends = [shifted(day, step) for step in (-2, -1, 0)]
        for old in ([], *([[end, 1]] for end in ends)):
            yield "proposed_first_day", {"earliest": day, "old_last_days": old}
    for day in ("2026-03-10", "2028-02-29"):
        early = [shifted(day, RENEWS_WITHIN.days + step) for step in AROUND]
        near = [shifted(day, step) for step in (-2, -1, 0, 1)]
        for one, other in product((*near, *early), repeat=2):
            for people in ((1, 1), (2, 1)):
                old = [[one, people[0]], [other, people[1]]]
                yield "proposed_first_day", {"earliest": day, "old_last_days": old}
        latest = days.anniversary(date.fromisoformat(day), plan.cover_length.value)
        for edge, step in product((day, latest.isoformat()), AROUND):
            facts = {"agreed": shifted(edge, step), "earliest": day}
            yield "agreed_first_day", facts
            yield "agreed_first_day", {**facts, "old_last_day": shifted(day, -1)}


def _several_policies(plan: Plan) -> Iterator[Edge]:
    for first in ("2024-02-29", "2026-03-10", "2027-03-01", "2027-12-31"):
        last = _last_day(first, plan)
        for step in (-400, -367, -366, -365, -364, -30, -1, 0, 1, 2, 3, 31):
            second = shifted(last, step)
            yield "timeline", {"policies": [_policy(first), _policy(second)]}
            yield "timeline", {"policies": [_policy(second), _policy(first)]}
            third = shifted(_last_day(second, plan), 1)
            yield "timeline", {"policies": [_policy(third), _policy(first), _policy(second)]}
    for step in (-2, -1, 0, 1, 2):
        begun = plans.load()[0].valid_from
        yield "timeline", {"policies": [_policy(shifted(begun, step))]}
        yield "timeline", {"policies": [["2026-03-10", shifted("2026-03-10", step)]]}
    yield "timeline", {"policies": [["2026-03-08", "2026-03-10"], ["2026-03-09", "2026-03-10"]]}
    yield "timeline", {"policies": []}


def _histories(plan: Plan) -> Iterator[list[list[str]]]:
    """One policy; one renewed without a gap, with a gap of a day, and early."""
    for first in ("2026-03-10", "2028-02-29"):
        yield [_policy(first)]
    last = _last_day("2026-03-10", plan)
    for step in (1, 2, -9):
        yield [_policy("2026-03-10"), _policy(shifted(last, step))]


def _histories_across(turn: date) -> Iterator[list[list[str]]]:
    """A policy of each plan: the second issued just before the new plan, and just after; two for
    the same days, of which the one issued first counts.
    """
    same = shifted(turn, 1)
    yield [[turn.isoformat(), same], [shifted(turn, -1), same]]
    for step in (0, 1, 2):
        second = shifted(turn, step)
        first = days.anniversary(date.fromisoformat(second), -1).isoformat()
        yield [_policy(first), _policy(second)]
    yield [_policy(shifted(turn, -100)), _policy(shifted(turn, 265)), _policy(shifted(turn, 700))]


def _cover_edges(policies: list[list[str]], plan: Plan) -> list[str]:
    """The days around the first, the last and the waiting's last day of each policy."""
    found = {"2026-06-01"}
    for _, first in policies:
        waiting = shifted(first, plan.waiting_period.value - 1)
        edges = (first, waiting, _last_day(first, plan).isoformat())
        found |= {shifted(edge, step) for edge, step in product(edges, (*AROUND, -5))}
    return sorted(found)


# ---- allowances


def _lengths(item: Item) -> list[int]:
    """Days of a stay around what is never paid, and around the most that is paid in a year."""
    if not item.allowance:
        return [0, 1, 10]
    unpaid, most = (limit.value for limit in item.allowance[1:])
    near = {limit + step for limit, step in product((unpaid, unpaid + most), AROUND)}
    return sorted({0, 1, 10, *near})


def _two_stays(one: str, other: str, plan: Plan) -> Iterator[Edge]:
    begin = "2026-05-01"
    for length, gap, rest in product(_lengths(plan.items["breast_cancer"]), (-1, 0, 1), (0, 4, 9)):
        end = shifted(begin, length)
        again = shifted(end, gap)
        stays = [[other, again, shifted(again, rest)], [one, begin, end]]
        yield "allowance", {"stays": stays}


def claims(plan: Plan) -> Iterator[Edge]:
    """Reports with everything known or not, at the edges of cover, and with a stay that lasts."""
    first, today = "2026-03-10", "2026-11-24"
    diseases = [disease for item in plan.items.values() for disease in item.diseases]
    waiting = plan.waiting_period.value
    specimens = [shifted(first, step) for step in (-1, 0, waiting - 1, waiting)]
    stays: tuple[list[list[str | None]], ...] = (
        [],
        [["2026-04-01", "2026-04-20"]],
        [["2026-03-01", "2026-03-12"], ["2026-11-20", None]],
        [[today, None]],
        [["2026-05-02", "2026-05-01"]],
    )
    for disease in diseases:
        yield "claim_estimate", {"disease": disease, "diagnosed": today, "today": today}
    for specimen, day, renewal, been in product(
        (None, *specimens), (None, first), (None, True, False), stays
    ):
        known = {"specimen": specimen, "cover_first_day": day, "renewal": renewal, "stays": been}
        facts = {"disease": diseases[0], "diagnosed": "2026-06-01", "today": today}
        yield "claim_estimate", {**facts, **known}
        if not been:
            for paid in (None, True):
                yield "claim_estimate", {**facts, **known, "paid_before": paid}


def certificates(_: Plan) -> Iterator[Edge]:
    """Every word that is known, alone and beside a site, a kind, both."""
    known = certificate.words()
    sites = chain.from_iterable(site.words for site in known.sites)
    kinds = chain.from_iterable(kind.words for kind in known.kinds)
    for word in (*sites, *kinds, *known.passed_over):
        for other in ("", "癌", "宫颈", "原位", "乳腺癌"):
            yield "certificate", {"text": f"{word}{other}"}
    for text in ("乳 腺 癌", "乳腺-ｃａ", "宫颈hsil", "乳腺\u200b癌", "ﬁ癌", "", "。"):
        yield "certificate", {"text": text}


GROUPS: Final = {
    "identity": identity_edges.edges,
    "eligibility": who,
    "funding": units,
    "cover": covers,
    "lump-sum": lump_sums,
    "daily-allowance": allowances,
    "deadlines": deadlines,
    "claim-estimate": claims,
    "certificates": certificates,
    "bad-facts": bad_facts,
}


def edges(group: str) -> Iterable[Edge]:
    """The edges of one group under the plan that is sold now."""
    return GROUPS[group](plans.in_force(date.fromisoformat(SOLD)))
