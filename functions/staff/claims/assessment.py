"""What the rules give for a claim: from her cover, what was paid to her, and the report.

Somebody of the desk starts from it and may differ, with a reason: 第五 to 第九条.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus
from typing import NamedTuple

from functions.claims.models import AllowanceLine
from functions.platform import table
from functions.platform.problems import Problem, unprocessable
from functions.records import cover_history, person_index
from functions.records.claims import store
from functions.records.claims.claim_events import Amounts, Outcome, PaidStay
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.models import KeptReport
from functions.records.old_policies import store as old_policies
from functions.records.person_index import Known
from functions.records.receipts import kind_of
from functions.records.record_keys import item_key
from functions.staff.claims import cases as claim_cases
from functions.staff.claims import other_cases
from functions.staff.claims.models import (
    AllowanceOut,
    Assessment,
    Benefits,
    BroughtIn,
    CoverLine,
    LumpSumOut,
    PaidItem,
    RefundOut,
    Verdict,
)
from functions.staff.models import By
from functions.staff.people import Staff
from shared_rules import articles, daily_allowance, days, lump_sum, plans
from shared_rules.claim import report as report_rules
from shared_rules.cover import Period, Timeline
from shared_rules.daily_allowance import Stay
from shared_rules.findings import Finding, RuleError
from shared_rules.lump_sum import Illness, LumpSum
from shared_rules.plans import ItemName, Plan


class Stated(NamedTuple):
    """What somebody of the desk states of the illness (第五、九条); None: she has not yet.

    `specimen_date` is stated where the report did not know it, or was wrong; `primary` is 原发,
    `first` 初次发生.
    """

    specimen_date: date | None = None
    primary: bool | None = None
    first: bool | None = None


def view(staff: Staff, receipt_text: str, stated: Stated, now: datetime) -> Assessment:
    """What the rules give for a claim; that it was looked at is logged.

    Raises:
        Problem: 404: there is no such claim, or she may not decide; 409: nobody has said yet which
            disease it is; 422: the day is in the future.
        RuleError: the day is out of range.
    """
    kept = claim_cases.decidable(staff, receipt_text)
    claim_cases.note(staff, kept, "viewed_assessment", now)
    report = store.case_file(kept).now
    known = person_index.known(person_index.insured_of(kept.claim, report))
    facts = _facts(kept, report, known, stated, now.date())
    benefits, found = _given(facts)
    others = other_cases.beside(kept.claim.receipt, known)
    period = facts.timeline.on(benefits.occurrence)
    return Assessment(
        **dict(benefits),
        cover=list(_cover_lines(facts)),
        cases=[each.shown for each in others],
        verdict=Verdict(
            is_covered=period is not None,
            in_waiting=bool(period and period.is_waiting(benefits.occurrence)),
            findings=[
                *_set_off(benefits),
                *_remarks(report, stated, facts),
                *other_cases.overlaps(report.reported.stays, others),
                *found,
                *_taken_for_granted(stated, benefits),
            ],
        ),
        paid_items=_paid_items(facts),
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """What an assessment is made of: the report's stays, and all that is known of the person.

    Of this very claim `known` says nothing: `paid` is what earlier decisions on it have paid.
    `plan` is that of the policy in whose cover the illness occurred (第二十条); where there is
    none, that of the report's day. `still_there` are the admissions of stays that go on.
    """

    item: ItemName
    illness: Illness
    stays: tuple[Stay, ...]
    known: Known
    timeline: Timeline
    plan: Plan
    paid: Amounts
    still_there: frozenset[date]

    @property
    def item_label(self) -> str:
        """What people call the item."""
        return plans.known_item(self.item, self.plan).name


def benefits(
    kept: KeptClaim, report: KeptReport, known: Known, stated: Stated, today: date
) -> Benefits:
    """What the rules give for a claim, for which nothing more is read.

    Args:
        kept: the claim.
        report: what was reported.
        known: what is known of the person.
        stated: what somebody of the desk states of the illness.
        today: no later may the specimen's day be.

    Raises:
        Problem: 409: nobody has said yet which disease it is; 422: the day is in the future.
        RuleError: the day is out of range.
    """
    return _given(_facts(kept, report, known, stated, today))[0]


def _set_off(given: Benefits) -> Iterator[Finding]:
    """What is said of what this claim has paid already, before it was reopened."""
    if not given.paid_before.total:
        return
    yield Finding.of("claim_assessment.paid_before", paid=given.paid_before.total)
    if over := (given.paid_before - given.entitled).at_least_nothing.total:
        yield Finding.of("claim_assessment.paid_too_much", over=over)


def _given(facts: _Facts) -> tuple[Benefits, tuple[Finding, ...]]:
    """What the rules give, and what they say about it."""
    lump = lump_sum.judge(facts.illness, facts.timeline, history=facts.known.history)
    allowance, remarks = _allowance(facts, lump)
    amounts = Amounts(
        lump_sum=lump.amount, allowance=sum(line.amount for line in allowance), refund=lump.refund
    )
    still = amounts - facts.paid
    is_too_much = still != still.at_least_nothing
    given = Benefits(
        occurrence=facts.illness.specimen_date,
        lump_sum=LumpSumOut(item=facts.item, item_label=facts.item_label, amount=lump.amount),
        allowance=AllowanceOut(
            days=[AllowanceLine.of(line, facts.still_there) for line in allowance],
            paid_days=sum(line.paid_days for line in allowance),
            amount=amounts.allowance,
        ),
        refund=RefundOut(premium=lump.refund) if lump.refund else None,
        suggested=None if is_too_much else _suggested(lump, amounts),
        suggested_article=articles.article_behind(lump.findings[0].article),
        entitled=amounts,
        paid_before=facts.paid,
        prefilled=still.at_least_nothing,
        caps=(_caps(facts) - facts.paid).at_least_nothing,
        stays=[
            PaidStay(admission=each.admission, discharge=each.discharge) for each in facts.stays
        ],
    )
    return given, (*lump.findings, *remarks)


def _facts(
    kept: KeptClaim, report: KeptReport, known: Known, stated: Stated, today: date
) -> _Facts:
    if stated.specimen_date is not None and days.check(stated.specimen_date) > today:
        finding = Finding.of("claim.in_the_future", field="specimen_date", today=today.isoformat())
        raise unprocessable([finding])
    asked, plan = report.reported.report, plans.in_force(kept.claim.plan)
    if asked.disease is None:
        raise Problem(HTTPStatus.CONFLICT, "claim_desk.disease_open")
    item = report_rules.item_of(asked.disease, plan)
    occurred = stated.specimen_date or asked.specimen_date or asked.diagnosis_date
    timeline = cover_history.timeline(known)
    period = timeline.on(occurred)
    return _Facts(
        item=item,
        illness=Illness(
            item,
            occurred,
            asked.diagnosis_date,
            primary=stated.primary is not False,
            first=stated.first is not False,
            disease=asked.disease,
        ),
        # Of a stay that goes on it is known only until when somebody has said so.
        stays=tuple(
            Stay(item, stay.admission, stay.counts_until) for stay in report.reported.stays
        ),
        known=known.without(kept.claim.receipt),
        timeline=timeline,
        plan=period.plan if period else plan,
        paid=kept.stands.paid,
        still_there=report.reported.still_there,
    )


def _remarks(report: KeptReport, stated: Stated, facts: _Facts) -> Iterator[Finding]:
    """What to beware of before the rules are asked."""
    if not facts.timeline.periods:
        yield Finding.of("claim_assessment.not_in_any_list")
    yield from facts.timeline.findings
    if stated.specimen_date is None and report.reported.diagnosis.specimen_date is None:
        yield Finding.of("claim.specimen_assumed")
    for stay in report.reported.stays:
        if stay.discharge is None:
            until = stay.counts_until.isoformat()
            yield Finding.of("claim_assessment.still_in_hospital", until=until)


def _taken_for_granted(stated: Stated, given: Benefits) -> Iterator[Finding]:
    """What nobody has stated yet; after what the rules say, as it is no reason of theirs.

    Where they refuse even so, nothing was reckoned by it.
    """
    if given.suggested != "refuse" and (stated.primary is None or stated.first is None):
        yield Finding.of("claim_assessment.as_if_first")


def _allowance(
    facts: _Facts, lump: LumpSum
) -> tuple[Sequence[daily_allowance.Line], tuple[Finding, ...]]:
    """The lines of this claim's stays, after what was paid for earlier ones: 第六、七条.

    An illness whose premium was given back has no allowance, whatever a later report says of it;
    nor has one that the plan does not insure in whose cover it occurred (第二十条). Where a person
    has to say whether that cover goes on at all, none is reckoned.
    """
    is_insured = lump_sum.insures(facts.plan, facts.illness)
    is_open = lump.findings[0].code == lump_sum.GOES_ON_OPEN
    if facts.item in facts.known.history.refunded or is_open or not is_insured:
        return [], ()
    before = [
        Stay(claim.item, stay.admission, stay.discharge)
        for claim in facts.known.claims.values()
        if claim.amounts.allowance
        for stay in claim.stays
    ]
    occurred = {facts.item: facts.illness.specimen_date}
    try:
        made = daily_allowance.calculate(facts.stays, facts.timeline, occurred, before)
    except RuleError as error:
        return [], (error.finding(),)
    return made.lines, made.findings


def _cover_lines(facts: _Facts) -> Iterator[CoverLine]:
    policies = cover_history.policies(facts.known)
    receipts = {policies[receipt]: receipt for receipt in sorted(policies, reverse=True)}
    for period in facts.timeline.periods:
        receipt = receipts[period.policy]
        old = old_policies.policy(receipt) if kind_of(receipt) == "BL" else None
        yield CoverLine(
            receipt=receipt,
            unit_name=old.unit.name if old else _unit_name(receipt),
            brought_in=BroughtIn(number=old.number, at=old.at, by=By.of(old.by)) if old else None,
            first_day=period.first_day,
            last_day=period.last_day,
            waiting_last_day=period.waiting_last_day,
            is_continuous=period.continuous,
        )


def _unit_name(receipt: str) -> str:
    head = table.get(item_key(receipt, "HEAD"))
    return str(head["unit"]["name"]) if head else ""


def _paid_items(facts: _Facts) -> list[PaidItem]:
    return [
        PaidItem(
            item=item,
            item_label=plans.known_item(item, facts.plan).name,
            receipt=ended.receipt,
            paid_on=ended.paid_on,
        )
        for item, ended in facts.known.ended.items()
        if not ended.is_refund
    ]


def _suggested(lump: LumpSum, amounts: Amounts) -> Outcome | None:
    """What the rules lead to; nothing where a person has to look at the illness first."""
    if lump.outcome == "ask":
        return None
    if amounts.lump_sum or amounts.allowance:
        return "pay"
    return "refund" if lump.refund else "refuse"


def _caps(facts: _Facts) -> Amounts:
    """第八条: what may be paid at most, whatever somebody finds."""
    item = facts.plan.items.get(facts.item)
    terms = item.allowance if item else None
    a_year = terms.rate.value * terms.paid_days_per_year.value if terms else 0
    years = max(1, _years(facts.stays, facts.timeline.periods))
    period = facts.timeline.on(facts.illness.specimen_date)
    return Amounts(
        lump_sum=lump_sum.sum_insured(facts.plan, facts.item),
        allowance=a_year * years,
        refund=period.premium if period else facts.plan.premium.value,
    )


def _years(stays: Sequence[Stay], periods: Sequence[Period]) -> int:
    """How many policy years the stays touch."""
    return sum(
        any(stay.admission <= each.last_day and stay.discharge >= each.first_day for stay in stays)
        for each in periods
    )
