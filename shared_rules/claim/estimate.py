"""What a reported claim may bring (估算): the insurer decides; 第五 to 第九条."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from shared_rules import cover, daily_allowance, lump_sum, plans
from shared_rules.claim.report import Report, item_of
from shared_rules.cover import Period, Policy, Timeline
from shared_rules.daily_allowance import Allowance, Stay
from shared_rules.findings import Finding
from shared_rules.lump_sum import Illness, LumpSum
from shared_rules.plans import ItemName, Plan, known_item

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Estimate:
    """Lump sum and allowance as if the illness were primary and her first, and why.

    Where the report says that it has come back, the lump sum is open.

    `lump_sum` is None where it rests on what nobody has said, `allowance` where a waiting period
    does. `assumed_cover`: the first day of her policy is not known, so every day in hospital counts
    as covered and past the waiting period.
    """

    lump_sum: LumpSum | None
    allowance: Allowance | None
    assumed_cover: bool
    findings: tuple[Finding, ...]

    @property
    def total(self) -> int | None:
        """Yuan in all, the premium given back included; None where a part of it is open."""
        if self.lump_sum is None or self.allowance is None:
            return None
        return self.lump_sum.amount + self.lump_sum.refund + self.allowance.amount


def estimate(report: Report, today: date, plan: Plan) -> Estimate:
    """The estimate of a report in which `report.judge` finds no error.

    Where the specimen's day is not known yet the day of diagnosis stands for it; where she is still
    in hospital the stay is reckoned until today. The findings say what was so assumed, and what is
    not known and decides.

    Raises:
        RuleError: a date or a stay that no rule can be applied to.
        PlanError: her cover began before the first plan.
    """
    item = item_of(report.disease, plan)
    paid = frozenset({item} if report.paid_before else ())
    occurred = report.specimen_date or report.diagnosis_date
    illness = Illness(item, occurred, report.diagnosis_date, disease=report.disease)
    stays = [Stay(item, stay.admission, stay.discharge or today) for stay in report.stays]
    timeline = _timeline(report, occurred, stays)
    lump = lump_sum.judge(illness, timeline, paid)
    period = timeline.on(occurred)
    is_insured = period is None or lump_sum.insures(period.plan, illness)
    allowance = daily_allowance.calculate(stays if is_insured else [], timeline, {item: occurred})
    unknown = tuple(_open(report, lump, period))
    is_waiting_open = lump.outcome == "refund" and bool(unknown)
    return Estimate(
        lump_sum=None if unknown else lump,
        allowance=None if is_waiting_open else allowance,
        assumed_cover=report.cover_first_day is None,
        findings=(
            *_assumed(report, today),
            *unknown,
            *(
                (*_sum_insured(item, period.plan if period else plan), *lump.findings[1:])
                if unknown
                else lump.findings
            ),
            *(() if is_waiting_open else allowance.findings),
        ),
    )


def _assumed(report: Report, today: date) -> Iterator[Finding]:
    if report.specimen_date is None:
        yield Finding.of("claim.specimen_assumed")
    if any(stay.discharge is None for stay in report.stays):
        yield Finding.of("claim.stay_goes_on", until=today.isoformat())


def _open(report: Report, lump: LumpSum, period: Period | None) -> Iterator[Finding]:
    """What nobody has said, and the lump sum rests on."""
    if period is None or lump.outcome not in ("paid", "refund"):
        return
    waiting = period.waiting_last_day
    if report.cover_first_day is None:
        yield Finding.of("claim.cover_open")
    elif lump.outcome == "refund" and report.renewal is None and waiting:
        yield Finding.of("claim.renewal_open", waiting_last_day=waiting.isoformat())
    if lump.outcome == "paid" and report.paid_before is None:
        yield Finding.of("claim.paid_before_open")
    if lump.outcome == "paid" and report.comes_back:
        yield Finding.of("claim.comes_back_open")


def _sum_insured(item: ItemName, plan: Plan) -> Iterator[Finding]:
    if amount := lump_sum.sum_insured(plan, item):
        name = known_item(item, plan).name
        yield Finding.of("claim.lump_sum_open", item=name, amount=amount)


def _timeline(report: Report, occurred: date, stays: list[Stay]) -> Timeline:
    if report.cover_first_day is None:
        first = min([occurred, *(stay.admission for stay in stays)])
        last = max([occurred, *(stay.discharge for stay in stays)])
        # The latest plan under which a policy can have been issued that covers the illness.
        return _past_waiting(first, last, plans.of_policy(occurred - _ONE_DAY))
    policy = Policy(report.cover_first_day - _ONE_DAY, report.cover_first_day)
    if not report.renewal:
        return cover.timeline([policy])
    # Of the policy before, only that it ended without a gap is known.
    sold = plans.in_force(policy.issued)
    return _past_waiting(policy.first_day, cover.last_day(policy.first_day, sold), sold)


def _past_waiting(first: date, last: date, plan: Plan) -> Timeline:
    policy = Policy(first - _ONE_DAY, first)
    return Timeline((Period(policy, plan, first, last, continuous=True, waiting_last_day=None),))
