"""A claim report (报案): what is wrong in it, what must be confirmed: 第三, 第九, 第十四条.

A report is never refused for being late or for papers that are missing. What is refused can be
put right at once: a day in the future, a number with a slip, stays that overlap.
"""

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from datetime import date, timedelta
from itertools import pairwise

from shared_rules import days, deadlines, eligibility, lump_sum, plans
from shared_rules.claim import payees, payout_cards
from shared_rules.claim.payees import Payee
from shared_rules.findings import Finding, RuleError
from shared_rules.identity import bank_card, id_number, name
from shared_rules.identity.id_number import IdNumber
from shared_rules.plans import ItemName, Plan, PlanError

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReportedStay:
    """A stay in hospital as it is reported; no discharge: she is still there."""

    admission: date
    discharge: date | None


@dataclass(frozen=True, slots=True)
class Account:
    """Where the benefit shall go (第十四条): the bank, the card and whose it is, as typed.

    `kinship`: what a payee other than herself is to her.
    """

    bank: str
    card_number: str
    account_holder: str
    _: KW_ONLY
    payee: Payee = "insured"
    kinship: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What decides in a claim report; None for what is not known yet.

    `name` and `id_number` are as typed. `disease`: of the plan; None where the insurer is to say.
    `renewal`: her policy followed another without a gap. `paid_before`: the lump sum of the same
    item was paid to her before. `comes_back`: it is said to be a cancer that she had before.
    """

    name: str
    id_number: str
    disease: str | None
    diagnosis_date: date
    specimen_date: date | None = None
    stays: tuple[ReportedStay, ...] = ()
    account: Account | None = None
    cover_first_day: date | None = None
    renewal: bool | None = None
    paid_before: bool | None = None
    comes_back: bool = False


def item_of(disease: str | None, plan: Plan) -> ItemName:
    """The item that insures a disease (第二、八条) under a plan, or under the latest one that does.

    Her policy may be older or newer than the plan that she is asked by; whether *it* insures the
    disease the rule of the lump sum says.

    Raises:
        RuleError: `diagnosis.disease`, none does.
    """
    for each in (plan, *reversed(plans.load())):
        for item, about in each.items.items():
            if disease in about.diseases:
                return item
    raise RuleError("diagnosis.disease")


def judge(report: Report, today: date, plan: Plan) -> tuple[Finding, ...]:
    """Everything that is wrong in a report or must be looked at, each with its field."""
    return (
        *_judge_person(report, plan),
        *_judge_illness(report, today, plan),
        *_judge_stays(report.stays, today),
        *_judge_account(report, plan),
        *_judge_cover(report.cover_first_day, today),
    )


def _judge_person(report: Report, plan: Plan) -> Iterator[Finding]:
    try:
        name.parse(report.name)
    except RuleError as error:
        yield error.finding("insured.name")
    try:
        person = id_number.parse(report.id_number)
    except RuleError as error:
        yield error.finding("insured.id_number")
    else:
        yield from _judge_who(person, report.diagnosis_date, plan)


def _judge_who(person: IdNumber, diagnosed: date, plan: Plan) -> Iterator[Finding]:
    """第三、四条: only women are insured, up to the year that follows the last age of renewal."""
    field = "insured.id_number"
    if person.sex == "male":
        yield Finding.of("claim.insured_male", field=field)
    if not days.is_known(diagnosed):
        return
    age = eligibility.age_on(person.birth_date, diagnosed)
    oldest = plan.maximum_age_renewal.value + plan.cover_length.value
    if not plan.minimum_age.value <= age <= oldest:
        last = plan.maximum_age_renewal.value
        limits = {"youngest": plan.minimum_age.value, "last": last, "oldest": oldest}
        yield Finding.of("claim.insured_age", field=field, age=age, **limits)


def _judge_illness(report: Report, today: date, plan: Plan) -> Iterator[Finding]:
    yield from _judge_disease(report.disease, plan)
    wrong = (
        *_judge_day(report.diagnosis_date, today, "diagnosis.diagnosis_date"),
        *_judge_day_if_known(report.specimen_date, today, "diagnosis.specimen_date"),
    )
    if wrong:
        yield from wrong
        return
    yield from _judge_late(report.diagnosis_date, today, plan)
    if report.specimen_date:
        for finding in lump_sum.judge_dates(report.specimen_date, report.diagnosis_date):
            yield finding.model_copy(update={"field": "diagnosis.specimen_date"})


def _judge_disease(disease: str | None, plan: Plan) -> Iterator[Finding]:
    field = "diagnosis.disease"
    if disease is None:
        yield Finding.of("claim.disease_open", field=field)
        return
    try:
        item_of(disease, plan)
    except RuleError as error:
        yield error.finding(field)


def _judge_late(diagnosed: date, today: date, plan: Plan) -> Iterator[Finding]:
    for finding in deadlines.judge_report(diagnosed, today, plan):
        # Told to her, and not asked: there is nothing that she could put right.
        yield finding.model_copy(update={"severity": "info", "field": "diagnosis.diagnosis_date"})


def _judge_stays(stays: tuple[ReportedStay, ...], today: date) -> Iterator[Finding]:
    wrong = [found for n, stay in enumerate(stays) for found in _judge_stay(stay, today, n)]
    yield from wrong or _judge_overlaps(stays, today)


def _judge_stay(stay: ReportedStay, today: date, number: int) -> Iterator[Finding]:
    yield from _judge_day(stay.admission, today, f"stays.{number}.admission")
    yield from _judge_day_if_known(stay.discharge, today, f"stays.{number}.discharge")
    if (
        days.is_known(stay.admission)
        and days.is_known(stay.discharge)
        and stay.discharge < stay.admission
    ):
        yield RuleError("stay.discharge_before_admission").finding(f"stays.{number}.discharge")


def _judge_overlaps(stays: tuple[ReportedStay, ...], today: date) -> Iterator[Finding]:
    ordered = sorted(
        enumerate(stays), key=lambda pair: (pair[1].admission, pair[1].discharge or today)
    )
    for (_, earlier), (number, later) in pairwise(ordered):
        # She cannot be admitted anew while she is still there; today is no discharge.
        if earlier.discharge is None or later.admission < earlier.discharge:
            yield RuleError("stay.overlapping").finding(f"stays.{number}.admission")


def _judge_account(report: Report, plan: Plan) -> Iterator[Finding]:
    account = report.account
    if account is None:
        return
    if account.bank not in plan.payout_banks.names:
        yield Finding.of("bank.bank", field="bank.bank")
    try:
        card = bank_card.parse(account.card_number)
    except RuleError as error:
        yield error.finding("bank.card_number")
    else:
        for warning in bank_card.judge(card):
            yield warning.model_copy(update={"field": "bank.card_number"})
        yield from payout_cards.judge(card, account.bank)
    if not account.account_holder.strip():
        yield Finding.of("bank.account_holder", field="bank.account_holder")
    else:
        is_hers = name.same(account.account_holder, report.name)
        yield from payees.judge(account.payee, account.kinship, is_her_name=is_hers)


def _judge_cover(first_day: date | None, today: date) -> Iterator[Finding]:
    wrong = tuple(_judge_day_if_known(first_day, today, "cover.first_day"))
    yield from wrong
    if first_day is None or wrong:
        return
    try:
        plans.in_force(first_day - _ONE_DAY)
    except PlanError as error:
        yield Finding.of(error.code, field="cover.first_day")


def _judge_day_if_known(day: date | None, today: date, field: str) -> Iterator[Finding]:
    if day is not None:
        yield from _judge_day(day, today, field)


def _judge_day(day: date, today: date, field: str) -> Iterator[Finding]:
    """Nothing that is reported lies in the future, or so far back that it is a slip."""
    try:
        days.check(day)
    except RuleError as error:
        yield error.finding(field)
        return
    if day > today:
        yield Finding.of("claim.in_the_future", field=field, today=today.isoformat())
