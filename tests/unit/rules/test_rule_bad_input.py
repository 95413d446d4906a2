"""Whatever comes in, the answer is a finding or an error with a code, never an accident."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from shared_rules import cover, daily_allowance, deadlines, eligibility, funding, lump_sum, plans
from shared_rules import premium as premiums
from shared_rules.claim import report
from shared_rules.findings import RuleError
from shared_rules.identity import bank_card, credit_code, id_number, mobile, name, phone
from shared_rules.old_policies import cells

PLAN = plans.in_force(date(2026, 1, 1))
DAY = date(2026, 3, 1)
LONG_AGO, FAR_AWAY = date(1800, 1, 1), date(2999, 1, 1)
HIGHEST = date.max
NO_DAYS: list[Any] = [None, "", "2026-03-01", 20260301, datetime(2026, 3, 1)]  # noqa: DTZ001


@pytest.mark.parametrize(
    ("parse", "text", "code"),
    [
        (id_number.parse, None, "id_number.missing"),
        (id_number.parse, "1" * 10_000, "id_number.length"),
        (id_number.parse, "马" * 10_000, "id_number.characters"),
        (id_number.parse, "६४००००१९९००३०७००२१", "id_number.characters"),
        (id_number.parse, "64000029990301002", "id_number.length"),
        (id_number.parse, "440524188001010014", "id_number.birth_date"),
        (id_number.parse, "640000199013070021", "id_number.birth_date"),
        (id_number.parse, "640000199000000021", "id_number.birth_date"),
        (id_number.parse, "640000000001010021", "id_number.birth_date"),
        (id_number.parse, "\x00", "id_number.missing"),
        (name.parse, None, "name.missing"),
        (name.parse, "马" * 10_000, "name.length"),
        (name.parse, "\u200e\u200f", "name.missing"),
        (name.parse, "😀😀", "name.characters"),
        (name.parse, "-", "name.characters"),
        (name.parse, "马·兰·", "name.characters"),
        (mobile.parse, None, "mobile.missing"),
        (mobile.parse, "1" * 10_000, "mobile.length"),
        (mobile.parse, "١٣٩٠٠٠٠٠٠٠٠", "mobile.characters"),
        (mobile.parse, "0951-2090080", "mobile.prefix"),
        (phone.parse, None, "unit.phone"),
        (phone.parse, "2090080", "unit.phone"),
        (phone.parse, "0951-209008", "unit.phone"),
        (phone.parse, "0" * 10_000, "unit.phone"),
        (bank_card.parse, None, "bank_card.missing"),
        (bank_card.parse, "0" * 16, "bank_card.missing"),
        (bank_card.parse, "六二二二", "bank_card.characters"),
        (bank_card.parse, "6" * 10_000, "bank_card.length"),
        (credit_code.parse, None, "credit_code.missing"),
        (credit_code.parse, "9" * 10_000, "credit_code.length"),
        (credit_code.parse, "9164AAAA000000000A", "credit_code.check_character"),
    ],
)
def test_bad_text_is_refused_with_its_code(
    parse: Callable[[str | None], object], text: str | None, code: str
) -> None:
    with pytest.raises(RuleError) as caught:
        parse(text)
    assert caught.value.code == code
    assert caught.value.finding().message


@pytest.mark.parametrize("number", [float("inf"), -float("inf"), float("nan"), 9999.0, 100_000.0])
def test_a_number_of_a_workbook_that_counts_no_day_is_no_day(number: float) -> None:
    """Spreadsheets read 1e999 as a number without an end."""
    with pytest.raises(RuleError) as caught:
        cells.day(number)
    assert caught.value.code == "old_policies.day"
    assert cells.day(10_000.0) == date(1927, 5, 18)
    assert cells.day(99_999.9) == date(2173, 10, 13)


def _applicant(born: date = date(1990, 1, 1), **facts: Any) -> eligibility.Applicant:
    usual = {"sex": "female", "relation": "worker", "health": "healthy", "union": True}
    return eligibility.Applicant(born, **{**usual, "renewal": False, **facts})


def _stay(item: Any, day: Any = DAY) -> daily_allowance.Stay:
    return daily_allowance.Stay(item, day, DAY)


def _illness(item: Any = "breast_cancer", day: Any = DAY, **facts: Any) -> lump_sum.Illness:
    return lump_sum.Illness(item, day, DAY, **facts)


TIMELINE = cover.timeline([cover.Policy(date(2026, 1, 1), date(2026, 1, 2))])


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: eligibility.judge(_applicant(LONG_AGO), DAY, PLAN), "date.out_of_range"),
        (lambda: eligibility.judge(_applicant(FAR_AWAY), DAY, PLAN), "date.out_of_range"),
        (lambda: eligibility.judge(_applicant(DAY), HIGHEST, PLAN), "date.out_of_range"),
        (lambda: cover.Policy(LONG_AGO, DAY), "date.out_of_range"),
        (lambda: cover.Policy(DAY, FAR_AWAY), "date.out_of_range"),
        (lambda: cover.Policy(DAY, DAY), "cover.begins_before_issue"),
        (lambda: cover.first_day(DAY, HIGHEST, DAY), "date.out_of_range"),
        (lambda: lump_sum.Illness("breast_cancer", LONG_AGO, DAY), "date.out_of_range"),
        (lambda: lump_sum.Illness("breast_cancer", DAY, FAR_AWAY), "date.out_of_range"),
        (lambda: daily_allowance.Stay("breast_cancer", LONG_AGO, DAY), "date.out_of_range"),
        (lambda: daily_allowance.Stay("breast_cancer", DAY, FAR_AWAY), "date.out_of_range"),
        (
            lambda: daily_allowance.Stay("breast_cancer", DAY, date(2026, 2, 28)),
            "stay.discharge_before_admission",
        ),
        (lambda: deadlines.report_by(HIGHEST, PLAN), "date.out_of_range"),
        (lambda: deadlines.judge_report(DAY, LONG_AGO, PLAN), "date.out_of_range"),
        (lambda: deadlines.pay_by(FAR_AWAY, PLAN), "date.out_of_range"),
        (lambda: premiums.premium(-1, PLAN), "premium.people"),
        (lambda: funding.judge("学校", "self"), "unit.kind"),  # type: ignore[arg-type]
        (lambda: premiums.premium(10**14, PLAN), "premium.people"),
        (lambda: premiums.premium(None, PLAN), "premium.people"),  # type: ignore[arg-type]
        (lambda: premiums.premium(2.5, PLAN), "premium.people"),  # type: ignore[arg-type]
        (lambda: funding.judge("机关", ""), "unit.funding"),  # type: ignore[arg-type]
        (lambda: cover.last_day(HIGHEST, PLAN), "date.out_of_range"),
        (lambda: cover.waiting_last_day(HIGHEST, PLAN, continuous=False), "date.out_of_range"),
        (lambda: cover.waiting_last_day(HIGHEST, PLAN, continuous=True), "date.out_of_range"),
        (lambda: eligibility.last_day_of_age(HIGHEST, 60), "date.out_of_range"),
        (lambda: _applicant(sex=None), "applicant.sex"),
        (lambda: _applicant(sex="x"), "applicant.sex"),
        (lambda: _applicant(relation="x"), "applicant.relation"),
        (lambda: _applicant(relation=None), "applicant.relation"),
        (lambda: _applicant(health="x"), "applicant.health"),
        (lambda: _applicant(health=[]), "applicant.health"),
        (lambda: _applicant(union="no"), "applicant.union"),
        (lambda: _applicant(union=1), "applicant.union"),
        (lambda: _applicant(renewal=""), "applicant.renewal"),
        (lambda: eligibility.judge_sex("x"), "applicant.sex"),  # type: ignore[arg-type]
        (
            lambda: eligibility.judge_age(DAY, DAY, PLAN, renewal="no"),  # type: ignore[arg-type]
            "applicant.renewal",
        ),
        (lambda: _stay("x"), "plan.item"),
        (lambda: _stay(None), "plan.item"),
        (lambda: _illness("x"), "plan.item"),
        (lambda: _illness([]), "plan.item"),
        (lambda: _illness(primary="yes"), "illness.primary"),
        (lambda: _illness(first=0), "illness.first"),
        (lambda: lump_sum.judge(_illness(), TIMELINE, {"x"}), "plan.item"),
        (
            lambda: daily_allowance.calculate([], TIMELINE, {"x": DAY}),
            "plan.item",
        ),
    ],
)
def test_impossible_facts_are_refused_with_their_code(
    call: Callable[[], object], code: str
) -> None:
    with pytest.raises(RuleError) as caught:
        call()
    assert caught.value.code == code
    assert caught.value.finding().message


@pytest.mark.parametrize("day", NO_DAYS, ids=repr)
@pytest.mark.parametrize(
    "call",
    [
        _applicant,
        lambda day: eligibility.judge(_applicant(), day, PLAN),
        lambda day: eligibility.judge_age(day, DAY, PLAN, renewal=None),
        lambda day: eligibility.age_on(DAY, day),
        lambda day: eligibility.last_day_of_age(day, 60),
        lambda day: cover.Policy(day, DAY),
        lambda day: cover.Policy(DAY, day),
        lambda day: cover.first_day(day, DAY, DAY),
        lambda day: cover.last_day(day, PLAN),
        lambda day: cover.is_continuous(day, DAY),
        lambda day: cover.is_continuous(DAY, day),
        lambda day: cover.waiting_last_day(day, PLAN, continuous=True),
        TIMELINE.on,
        TIMELINE.periods[0].is_waiting,
        lambda day: _illness(day=day),
        lambda day: _stay("breast_cancer", day),
        lambda day: daily_allowance.calculate([], TIMELINE, {"breast_cancer": day}),
        lambda day: deadlines.report_by(day, PLAN),
        lambda day: deadlines.judge_report(DAY, day, PLAN),
        lambda day: deadlines.pay_by(day, PLAN),
    ],
)
def test_what_is_no_day_is_refused_as_one(call: Callable[[Any], object], day: Any) -> None:
    with pytest.raises(RuleError) as caught:
        call(day)
    assert caught.value.code == "date.out_of_range"
    assert caught.value.finding().message


@pytest.mark.parametrize("day", NO_DAYS, ids=repr)
def test_no_plan_is_in_force_on_what_is_no_day(day: Any) -> None:
    with pytest.raises(plans.PlanError):
        plans.in_force(day)


@pytest.mark.parametrize("day", NO_DAYS, ids=repr)
def test_a_reported_day_that_is_none_is_told_at_its_field(day: Any) -> None:
    reported = report.Report(
        "马兰",
        "640000199003070021",
        "乳腺癌",
        diagnosis_date=day,
        stays=(report.ReportedStay(day, DAY),),
    )
    found = [(finding.code, finding.field) for finding in report.judge(reported, DAY, PLAN)]
    assert ("date.out_of_range", "diagnosis.diagnosis_date") in found
    assert ("date.out_of_range", "stays.0.admission") in found


def test_there_is_no_plan_for_the_day_before_the_first_one() -> None:
    first = plans.load()[0].valid_from
    eve = date.fromordinal(first.toordinal() - 1)
    assert plans.in_force(first).valid_from == first
    with pytest.raises(plans.PlanError, match=eve.isoformat()):
        plans.in_force(eve)
    assert plans.of_policy(eve) == plans.of_policy(first) == plans.load()[0]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (None, ""),
        ("马兰", "**"),
        ("64000019900307", "**************"),
        ("640000900307002", "6400*******7002"),
        ("６４００００１９９００３０７００２１", "6400**********0021"),
    ],
)
def test_a_mask_shows_the_ends_only_where_the_rest_is_long_enough(
    text: str | None, masked: str
) -> None:
    assert id_number.mask(text) == masked


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("0951-2090080", "0951-2090080"),
        ("（0951）2090080", "0951-2090080"),
        ("09512090080", "0951-2090080"),
        ("010-65000000", "010-65000000"),
        ("0951-2090080转8001", "0951-2090080-8001"),
        ("+86 0951 2090080", "0951-2090080"),
        ("139 0000 0000", "13900000000"),
    ],
)
def test_a_unit_gives_a_mobile_number_or_a_landline(text: str, standard: str) -> None:
    assert phone.parse(text) == standard
