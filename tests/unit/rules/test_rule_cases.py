"""The cases written by hand from the articles: red means that a person decides what is right."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared_rules import (
    cover,
    daily_allowance,
    deadlines,
    eligibility,
    funding,
    lump_sum,
    plans,
    premium,
)
from shared_rules.articles import label
from shared_rules.findings import Finding, RuleError
from shared_rules.identity import bank_card, credit_code, id_number, mobile, name

CASES = Path(__file__).parents[2] / "cases"
PLAN = plans.in_force(date(2026, 1, 1))
FIRST_POLICY = [["2026-03-09", "2026-03-10"]]

Result = dict[str, Any]


def _findings(findings: Iterable[Finding]) -> Result:
    found = list(findings)
    return {
        "codes": [finding.code for finding in found],
        "articles": [finding.article for finding in found],
        "severities": [finding.severity for finding in found],
        "messages": [finding.message + finding.fix for finding in found],
    }


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _timeline(policies: Sequence[Sequence[str]]) -> cover.Timeline:
    return cover.timeline(cover.Policy(_day(issued), _day(first)) for issued, first in policies)


def _id_number(text: str) -> Result:
    number = id_number.parse(text)
    born = number.birth_date.isoformat()
    return {"value": number.value, "kind": number.kind, "birth_date": born, "sex": number.sex}


def _value(parse: Callable[[str], str]) -> Callable[[str], Result]:
    return lambda text: {"value": parse(text)}


def _eligibility(birth_date: str, cover_from: str, **facts: Any) -> Result:
    usual = {"sex": "female", "relation": "worker", "health": "healthy", "union": True}
    applicant = eligibility.Applicant(
        birth_date=_day(birth_date), **{**usual, "renewal": False, **facts}
    )
    verdict = eligibility.judge(applicant, _day(cover_from), PLAN)
    return {"outcome": verdict.outcome, **_findings(verdict.findings)}


def _cover_timeline(policies: Sequence[Sequence[str]]) -> Result:
    timeline = _timeline(policies)
    periods = [
        [_iso(p.first_day), _iso(p.last_day), p.continuous, _iso(p.waiting_last_day)]
        for p in timeline.periods
    ]
    return {"periods": periods, **_findings(timeline.findings)}


def _lump_sum(
    item: plans.ItemName,
    specimen: str,
    diagnosis: str,
    policies: Sequence[Sequence[str]] = FIRST_POLICY,
    paid: Sequence[plans.ItemName] = (),
    **facts: bool | None,
) -> Result:
    illness = lump_sum.Illness(item, _day(specimen), _day(diagnosis), **facts)
    result = lump_sum.judge(illness, _timeline(policies), frozenset(paid))
    sums = {"outcome": result.outcome, "amount": result.amount, "refund": result.refund}
    return {**sums, **_findings(result.findings)}


def _lump_sums(illnesses: Sequence[tuple[plans.ItemName, str]]) -> Result:
    known = [lump_sum.Illness(item, _day(day), _day(day)) for item, day in illnesses]
    results = lump_sum.judge_all(known, _timeline(FIRST_POLICY))
    return {"results": [[result.outcome, result.amount] for result in results]}


def _allowance(
    stays: Sequence[tuple[plans.ItemName, str, str]],
    policies: Sequence[Sequence[str]] = FIRST_POLICY,
    occurred: dict[plans.ItemName, str] | None = None,
) -> Result:
    result = daily_allowance.calculate(
        [daily_allowance.Stay(item, _day(start), _day(end)) for item, start, end in stays],
        _timeline(policies),
        {item: _day(day) for item, day in (occurred or {}).items()},
    )
    lines = [line.text for line in result.lines]
    sums = {"paid_days": result.paid_days, "amount": result.amount, "lines": lines}
    return {**sums, **_findings(result.findings)}


def _pay_by(papers_complete: str) -> Result:
    deadline = deadlines.pay_by(_day(papers_complete), PLAN)
    return {"day": _iso(deadline.day), "provisional": deadline.provisional}


RULES: dict[str, Callable[..., Result]] = {
    "id_number": _id_number,
    "name": _value(name.parse),
    "mobile": _value(mobile.parse),
    "bank_card": _value(bank_card.parse),
    "credit_code": _value(credit_code.parse),
    "age": lambda birth_date, day: {"age": eligibility.age_on(_day(birth_date), _day(day))},
    "last_day_of_age": lambda birth_date, age: {
        "day": _iso(eligibility.last_day_of_age(_day(birth_date), age))
    },
    "eligibility": _eligibility,
    "funding": lambda **unit: _findings(funding.judge(**unit)),
    "premium": lambda people: premium.premium(people, PLAN).model_dump(),
    "first_day": lambda **days: {
        "day": _iso(cover.first_day(**{key: _day(day) for key, day in days.items()}))
    },
    "last_day": lambda first_day: {"day": _iso(cover.last_day(_day(first_day), PLAN))},
    "continuous": lambda old_last_day, new_first_day: {
        "continuous": cover.is_continuous(_day(old_last_day), _day(new_first_day))
    },
    "waiting": lambda first_day, continuous: {
        "day": _iso(cover.waiting_last_day(_day(first_day), PLAN, continuous=continuous))
    },
    "timeline": _cover_timeline,
    "lump_sum": _lump_sum,
    "lump_sums": _lump_sums,
    "allowance": _allowance,
    "report_by": lambda diagnosed: {"day": _iso(deadlines.report_by(_day(diagnosed), PLAN))},
    "report": lambda diagnosed, reported: _findings(
        deadlines.judge_report(_day(diagnosed), _day(reported), PLAN)
    ),
    "pay_by": _pay_by,
}


def _cases() -> list[dict[str, Any]]:
    files = sorted(CASES.glob("*.yaml"))
    return [case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    expected = case["expected"]
    try:
        result = RULES[case["rule"]](**case["input"])
    except RuleError as error:
        result = {"error": error.code, "messages": [error.finding().message]}
    assert {key: result.get(key) for key in expected} == expected


def test_there_are_enough_cases_each_with_an_article_and_a_name_of_its_own() -> None:
    cases = _cases()
    names = [(case["rule"], case["name"]) for case in cases]
    assert len(cases) >= 150
    assert len(set(names)) == len(names)
    assert all(label(case["article"]) for case in cases)
    assert {case["rule"] for case in cases} == set(RULES)
