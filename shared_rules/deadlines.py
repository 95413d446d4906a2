"""Deadlines (期限): days to report a claim (第十四条), workdays to pay it (第十五条)."""

from dataclasses import dataclass
from datetime import date, timedelta

from shared_rules import days
from shared_rules import workdays as calendar
from shared_rules.findings import Finding
from shared_rules.plans import Plan

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day in time; provisional while its year's arrangement of holidays is not known."""

    day: date
    provisional: bool
    findings: tuple[Finding, ...] = ()


def report_by(diagnosed: date, plan: Plan) -> date:
    """第十四条: the last day to report; the day after the diagnosis is day 1, all days count.

    Where the last day is a rest day, the next workday is (民法典 第二百零三条).

    Raises:
        RuleError: `date.out_of_range`.
    """
    return calendar.on_or_after(days.check(diagnosed) + plan.report_within.value * _ONE_DAY)


def judge_report(diagnosed: date, reported: date, plan: Plan) -> tuple[Finding, ...]:
    """第十四条: a late report is flagged and never refused; one before the diagnosis is an error.

    Raises:
        RuleError: `date.out_of_range`.
    """
    last = report_by(diagnosed, plan)
    if days.check(reported) < diagnosed:
        return (Finding.of("report.before_diagnosis"),)
    if reported <= last:
        return ()
    late = (reported - last).days
    return (
        Finding.of(
            "report.late", last_day=last.isoformat(), days=late, limit=plan.report_within.value
        ),
    )


def pay_by(papers_complete: date, plan: Plan) -> Deadline:
    """第十五条: the last day to pay; the first day counted is the next workday.

    Make-up workdays count and public holidays do not, as `workdays` has them.

    Raises:
        RuleError: `date.out_of_range`.
    """
    day = days.check(papers_complete)
    left, provisional = plan.payout_within.value, False
    while left:
        day += _ONE_DAY
        kind = calendar.on(day)
        left -= kind.is_workday
        provisional = provisional or not kind.is_announced
    findings = (Finding.of("payout.provisional", day=day.isoformat()),) if provisional else ()
    return Deadline(day, provisional, findings)


def workdays(papers_complete: date, paid: date) -> int:
    """第十五条: how many workdays have passed on the day of payment; none on the day of the papers.

    Raises:
        RuleError: `date.out_of_range`.
    """
    begin, end = days.check(papers_complete), days.check(paid)
    passed = (begin + number * _ONE_DAY for number in range(1, (end - begin).days + 1))
    return sum(calendar.on(day).is_workday for day in passed)
