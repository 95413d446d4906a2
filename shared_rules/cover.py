"""Cover (保险期限): when it begins and ends, continuous or not, the waiting period: 第四、五条.

Days are calendar days in Asia/Shanghai: cover begins at 00:00 of its first day and ends at 24:00
of its last.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple, Self

from shared_rules import days, plans
from shared_rules.findings import Finding, RuleError
from shared_rules.plans import Plan

_ONE_DAY = timedelta(days=1)

State = Literal["not_yet", "waiting", "covered", "ended"]
"""Where somebody's cover stands on a day: 未生效、等待期内、在保、已到期."""


class Days(NamedTuple):
    """The days of somebody's cover; `waiting_last_day` is None without a waiting period."""

    first_day: date
    last_day: date
    waiting_last_day: date | None = None

    @classmethod
    def of(
        cls, first_day: date | None, last_day: date | None, waiting_last_day: date | None = None
    ) -> Self | None:
        """The days, where there are any."""
        if first_day is None or last_day is None:
            return None
        return cls(first_day, last_day, waiting_last_day)

    def state_on(self, day: date) -> State:
        """Where the cover stands on a day."""
        if day < self.first_day:
            return "not_yet"
        if day > self.last_day:
            return "ended"
        is_waiting = self.waiting_last_day is not None and day <= self.waiting_last_day
        return "waiting" if is_waiting else "covered"


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy (保单) of one person; the plan in force on the day of issue stays with it.

    `ends` is its last day for her where it was endorsed (批改) that she leaves before it is over.
    `old_last_day` is the last day of cover before it that no policy here gives, but of which
    somebody has seen the papers (原保障凭证). `premium` is what was paid for her, in yuan, where
    another sum than that of its plan held (第二十条).

    Raises:
        RuleError: `date.out_of_range`; `cover.begins_before_issue`, cover begins on the day after
            the issue at the earliest (第四条).
    """

    issued: date
    first_day: date
    ends: date | None = None
    old_last_day: date | None = None
    premium: int | None = None

    def __post_init__(self) -> None:
        if days.check(self.first_day) <= days.check(self.issued):
            raise RuleError("cover.begins_before_issue", first_day=self.first_day.isoformat())


class Period(NamedTuple):
    """What one policy covers of a person's time.

    `first_day` is later than the policy's where the policy before it still runs.
    `waiting_last_day` is None where there is no waiting period, in continuous renewal.
    """

    policy: Policy
    plan: Plan
    first_day: date
    last_day: date
    continuous: bool
    waiting_last_day: date | None

    @property
    def premium(self) -> int:
        """Yuan that were paid for her (第五、八条)."""
        return self.plan.premium.value if self.policy.premium is None else self.policy.premium

    def is_waiting(self, day: date) -> bool:
        """Whether the day is in the waiting period (等待期).

        Raises:
            RuleError: `date.out_of_range`, it is no day.
        """
        last = self.waiting_last_day
        return last is not None and self.first_day <= days.real(day) <= last


class Timeline(NamedTuple):
    """A person's cover over her policies, the earliest first, and what is remarkable about it."""

    periods: tuple[Period, ...]
    findings: tuple[Finding, ...] = ()

    def on(self, day: date) -> Period | None:
        """The period that covers a day.

        Raises:
            RuleError: `date.out_of_range`, it is no day.
        """
        index = bisect_right(self.periods, days.real(day), key=lambda period: period.first_day) - 1
        if index < 0 or day > self.periods[index].last_day:
            return None
        return self.periods[index]


def first_day(consent: date, premium_received: date, policy_issued: date) -> date:
    """第四条: the day after the latest of the insurer's consent, the premium and the policy.

    Raises:
        RuleError: `date.out_of_range`.
    """
    return max(map(days.check, (consent, premium_received, policy_issued))) + _ONE_DAY


def last_day(first: date, plan: Plan) -> date:
    """第四条: the day before the anniversary of the first day.

    Raises:
        RuleError: `date.out_of_range`.
    """
    return days.anniversary(days.check(first), plan.cover_length.value) - _ONE_DAY


def is_continuous(old_last_day: date, new_first_day: date) -> bool:
    """第四、五条: the new cover begins no later than the day after the old one ends.

    Raises:
        RuleError: `date.out_of_range`, one of them is no day.
    """
    return days.real(new_first_day) - days.real(old_last_day) <= _ONE_DAY


def waiting_last_day(first: date, plan: Plan, *, continuous: bool) -> date | None:
    """第五条: the last day of the waiting period, whose day 1 is the first day of cover.

    Raises:
        RuleError: `date.out_of_range`.
    """
    begins = days.check(first)
    return None if continuous else begins + timedelta(days=plan.waiting_period.value) - _ONE_DAY


def timeline(policies: Iterable[Policy], known: tuple[Plan, ...] | None = None) -> Timeline:
    """The cover of one person over all her policies, in whatever order they come.

    Where two policies overlap the earlier one counts until it ends, so that no day is covered
    twice; one that adds no day is left out. Both are told in the findings, as are gaps and
    changes of plan; and once, that policies older than the first plan are reckoned by it. `known`
    are the plans to choose from, by default all there are.

    Raises:
        RuleError: `date.out_of_range`.
    """
    periods: list[Period] = []
    findings: list[Finding] = []
    for policy in sorted(policies, key=lambda policy: (policy.first_day, policy.issued)):
        before = periods[-1] if periods else None
        period = _period(policy, plans.of_policy(policy.issued, known), Timeline(tuple(periods)))
        findings += _remarks(before, period)
        if period.first_day <= period.last_day:
            periods.append(period)
    return Timeline(tuple(periods), tuple(findings))


def _period(policy: Policy, plan: Plan, earlier: Timeline) -> Period:
    # A cover that begins on the same day is not one that this goes on after.
    goes_on = earlier.on(policy.first_day - _ONE_DAY) is not None
    seen = policy.old_last_day
    continuous = goes_on or (seen is not None and is_continuous(seen, policy.first_day))
    ended = earlier.periods[-1].last_day if earlier.periods else None
    return Period(
        policy,
        plan,
        max(policy.first_day, ended + _ONE_DAY) if ended else policy.first_day,
        _last_day(policy, plan),
        continuous,
        waiting_last_day(policy.first_day, plan, continuous=continuous),
    )


def _last_day(policy: Policy, plan: Plan) -> date:
    whole = last_day(policy.first_day, plan)
    return min(whole, policy.ends) if policy.ends else whole


def _remarks(before: Period | None, period: Period) -> list[Finding]:
    if before is None:
        return _about_first(period)
    begins, ended = period.policy.first_day, before.last_day
    dates = {"first_day": begins.isoformat(), "last_day": ended.isoformat()}
    remarks = []
    if begins <= ended:
        remarks.append(Finding.of("cover.overlap", days=_overlap(before, period), **dates))
    elif not period.continuous:
        remarks.append(Finding.of("cover.gap", days=(begins - ended).days - 1, **dates))
    waits = before.waiting_last_day
    if period.continuous and not period.policy.old_last_day and waits and waits >= period.first_day:
        remarks.append(
            Finding.of("cover.waiting_cut_short", waiting_last_day=waits.isoformat(), **dates)
        )
    if period.plan != before.plan and period.first_day <= period.last_day:
        remarks.append(
            Finding.of("cover.plan_changed", valid_from=period.plan.valid_from.isoformat())
        )
    return remarks


def _about_first(period: Period) -> list[Finding]:
    valid_from = period.plan.valid_from
    if period.policy.issued >= valid_from:
        return []
    return [Finding.of("cover.before_first_plan", valid_from=valid_from.isoformat())]


def _overlap(before: Period, period: Period) -> int:
    return (min(before.last_day, period.last_day) - period.policy.first_day).days + 1
