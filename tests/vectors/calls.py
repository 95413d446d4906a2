"""Every rule called by its name with JSON, answering in JSON: for hand-written cases and vectors.

Only numbers, texts and ISO dates go in and come out, so that the browser's rules can be called
with the very same (tests/js/rule-calls.js).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from shared_rules import (
    cover,
    daily_allowance,
    deadlines,
    eligibility,
    first_day,
    funding,
    lump_sum,
    plans,
    premium,
)
from shared_rules.claim import certificate, estimate, papers, report
from shared_rules.findings import Finding, RuleError
from shared_rules.identity import bank_card, credit_code, free_words, id_number, mobile, name, phone
from shared_rules.plans import ItemName, Plan, PlanError

Result = dict[str, Any]
Policies = Sequence[Sequence[str]]

SOLD: Final = "2026-01-01"
FIRST_POLICY: Final = (("2026-03-09", "2026-03-10"),)
REPORTED: Final = "2026-06-20"
INSURED: Final = "649901198601010028"


class Calls:
    """The rules under the plans that there are; each method is a rule.

    What is not given is as usual: a healthy woman worker who joins for the first time, a policy
    issued on 2026-03-09, the plan of the day `sold`; a claim reported on the day of diagnosis.
    """

    def __init__(self, known: tuple[Plan, ...] | None = None) -> None:
        self._known = plans.load() if known is None else known

    def answer(self, rule: str, facts: Mapping[str, Any]) -> Result:
        """What a rule says to the facts; `error` is the code where it refuses them."""
        try:
            return dict(getattr(self, rule)(**facts))
        except RuleError as error:
            found = error.finding()
            return {"error": found.code, "params": found.params, "messages": [found.message]}
        except PlanError as error:
            return {"error": error.code, "params": {}}

    def id_number(self, text: str | None) -> Result:
        number = id_number.parse(text)
        born = number.birth_date.isoformat()
        return {"value": number.value, "kind": number.kind, "birth_date": born, "sex": number.sex}

    def id_number_mask(self, text: str | None) -> Result:
        return {"mask": id_number.mask(text)}

    def free_words(self, text: str) -> Result:
        return {"holds": free_words.holds_id_number(text)}

    def name(self, text: str) -> Result:
        return {"value": name.parse(text)}

    def mobile(self, text: str) -> Result:
        return {"value": mobile.parse(text)}

    def phone(self, text: str) -> Result:
        try:
            return {"valid": bool(phone.parse(text))}
        except RuleError:
            return {"valid": False}

    def bank_card(self, text: str) -> Result:
        number = bank_card.parse(text)
        return {"value": number, "codes": [each.code for each in bank_card.judge(number)]}

    def credit_code(self, text: str) -> Result:
        return {"value": credit_code.parse(text)}

    def age(self, birth_date: str, day: str) -> Result:
        return {"age": eligibility.age_on(_day(birth_date), _day(day))}

    def last_day_of_age(self, birth_date: str, age: int) -> Result:
        return {"day": _iso(eligibility.last_day_of_age(_day(birth_date), age))}

    def eligibility(
        self, birth_date: str, cover_from: str, sold: str = SOLD, **facts: Any
    ) -> Result:
        usual = {"sex": "female", "relation": "worker", "health": "healthy", "union": True}
        applicant = eligibility.Applicant(
            birth_date=_day(birth_date), **{**usual, "renewal": False, **facts}
        )
        verdict = eligibility.judge(applicant, _day(cover_from), self._plan(sold))
        last_days = [_iso(verdict.last_day_first_time), _iso(verdict.last_day_renewal)]
        return {"outcome": verdict.outcome, "last_days": last_days, **_findings(verdict.findings)}

    def funding(self, **unit: Any) -> Result:
        return _findings(funding.judge(**unit))

    def premium(self, people: int) -> Result:
        return premium.premium(people, self._plan(SOLD)).model_dump()

    def first_day(self, **days: str) -> Result:
        return {"day": _iso(cover.first_day(**{key: _day(day) for key, day in days.items()}))}

    def proposed_first_day(
        self, earliest: str, old_last_days: Sequence[tuple[str, int]] = ()
    ) -> Result:
        proposal = first_day.propose(
            _day(earliest), [(_day(last), people) for last, people in old_last_days]
        )
        days = {"day": _iso(proposal.day), "old_last_day": _iso(proposal.old_last_day)}
        return {**days, **_findings([proposal.reason])}

    def agreed_first_day(
        self, agreed: str, earliest: str, old_last_day: str | None = None
    ) -> Result:
        day = first_day.agree(_day(agreed), _day(earliest), self._plan(SOLD))
        old = _day(old_last_day) if old_last_day else None
        return {"day": _iso(day), **_findings([first_day.reason(day, _day(earliest), old)])}

    def last_day(self, first_day: str) -> Result:
        return {"day": _iso(cover.last_day(_day(first_day), self._plan(SOLD)))}

    def continuous(self, old_last_day: str, new_first_day: str) -> Result:
        return {"continuous": cover.is_continuous(_day(old_last_day), _day(new_first_day))}

    def waiting(self, first_day: str, *, continuous: bool) -> Result:
        plan = self._plan(SOLD)
        return {"day": _iso(cover.waiting_last_day(_day(first_day), plan, continuous=continuous))}

    def timeline(self, policies: Policies) -> Result:
        timeline = self._timeline(policies)
        periods = [
            [_iso(p.first_day), _iso(p.last_day), p.continuous, _iso(p.waiting_last_day)]
            for p in timeline.periods
        ]
        return {"periods": periods, **_findings(timeline.findings)}

    def lump_sum(
        self,
        item: ItemName,
        specimen: str,
        diagnosis: str,
        policies: Policies = FIRST_POLICY,
        paid: Sequence[ItemName] = (),
        **facts: Any,
    ) -> Result:
        illness = lump_sum.Illness(item, _day(specimen), _day(diagnosis), **facts)
        result = lump_sum.judge(illness, self._timeline(policies), frozenset(paid))
        sums = {"outcome": result.outcome, "amount": result.amount, "refund": result.refund}
        return {**sums, **_findings(result.findings)}

    def allowance(
        self,
        stays: Sequence[tuple[ItemName, str, str]],
        policies: Policies = FIRST_POLICY,
        occurred: Mapping[ItemName, str] | None = None,
    ) -> Result:
        result = daily_allowance.calculate(
            [daily_allowance.Stay(item, _day(start), _day(end)) for item, start, end in stays],
            self._timeline(policies),
            {item: _day(day) for item, day in (occurred or {}).items()},
        )
        lines = [line.text for line in result.lines]
        sums = {"paid_days": result.paid_days, "amount": result.amount, "lines": lines}
        return {**sums, **_findings(result.findings)}

    def report_by(self, diagnosed: str) -> Result:
        return {"day": _iso(deadlines.report_by(_day(diagnosed), self._plan(SOLD)))}

    def report(self, diagnosed: str, reported: str) -> Result:
        plan = self._plan(SOLD)
        return _findings(deadlines.judge_report(_day(diagnosed), _day(reported), plan))

    def pay_by(self, papers_complete: str) -> Result:
        deadline = deadlines.pay_by(_day(papers_complete), self._plan(SOLD))
        findings = _findings(deadline.findings)
        return {"day": _iso(deadline.day), "provisional": deadline.provisional, **findings}

    def workdays(self, papers_complete: str, paid: str) -> Result:
        return {"workdays": deadlines.workdays(_day(papers_complete), _day(paid))}

    def certificate(self, text: str, sold: str = SOLD) -> Result:
        reading = certificate.read(text, self._plan(sold))
        return {"disease": reading.disease, **_findings([reading.finding])}

    def claim_report(self, today: str = REPORTED, **facts: Any) -> Result:
        found = report.judge(_report(**facts), _day(today), self._plan(today))
        return {
            "found": [[each.code, each.field, each.severity] for each in found],
            "articles": [each.article for each in found],
        }

    def claim_papers(self, came: Mapping[papers.Kind, str], *, in_hospital: bool) -> Result:
        days = {kind: _day(day) for kind, day in came.items()}
        return {
            "missing": list(papers.missing(days, in_hospital=in_hospital)),
            "complete_on": _iso(papers.complete_on(days, in_hospital=in_hospital)),
        }

    def claim_estimate(self, today: str = REPORTED, **facts: Any) -> Result:
        made = estimate.estimate(_report(**facts), _day(today), self._plan(today))
        lump, allowance = made.lump_sum, made.allowance
        return {
            "total": made.total,
            "lump_sum": lump.amount if lump else None,
            "refund": lump.refund if lump else 0,
            "allowance": allowance.amount if allowance else None,
            "paid_days": allowance.paid_days if allowance else 0,
            "outcome": lump.outcome if lump else "ask",
            "lines": [line.text for line in (allowance.lines if allowance else ())],
            "assumed_cover": made.assumed_cover,
            **_findings(made.findings),
        }

    def _plan(self, sold: str) -> Plan:
        return plans.in_force(_day(sold), self._known)

    def _timeline(self, policies: Policies) -> cover.Timeline:
        sold = [cover.Policy(_day(issued), _day(first)) for issued, first in policies]
        return cover.timeline(sold, self._known)


def _report(
    diagnosed: str = REPORTED,
    specimen: str | None = None,
    stays: Sequence[tuple[str, str | None]] = (),
    account: Sequence[str] | None = None,
    cover_first_day: str | None = None,
    **facts: Any,
) -> report.Report:
    usual = {"name": "王小丽", "id_number": INSURED, "disease": "乳腺癌", "paid_before": False}
    return report.Report(
        **{**usual, **facts},
        diagnosis_date=_day(diagnosed),
        specimen_date=_day(specimen),
        stays=tuple(report.ReportedStay(_day(start), _day(end)) for start, end in stays),
        account=report.Account(*account) if account else None,
        cover_first_day=_day(cover_first_day),
    )


def _findings(findings: Iterable[Finding]) -> Result:
    found = list(findings)
    return {
        "codes": [finding.code for finding in found],
        "params": [finding.params for finding in found],
        "articles": [finding.article for finding in found],
        "severities": [finding.severity for finding in found],
        "messages": [finding.message + finding.fix for finding in found],
    }


def _day(text: str | None) -> Any:
    """The day; what is given as none stays none, to see that the rules refuse it."""
    return text and date.fromisoformat(text)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
