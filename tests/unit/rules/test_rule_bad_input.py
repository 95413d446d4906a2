"""Whatever comes in, the answer is a finding or an error with a code, never an accident."""

from collections.abc import Callable
from datetime import date

import pytest

from shared_rules import cover, daily_allowance, deadlines, eligibility, funding, lump_sum, plans
from shared_rules import premium as premiums
from shared_rules.findings import RuleError
from shared_rules.identity import bank_card, credit_code, id_number, mobile, name, phone

PLAN = plans.in_force(date(2026, 1, 1))
DAY = date(2026, 3, 1)
LONG_AGO, FAR_AWAY = date(1800, 1, 1), date(2999, 1, 1)
HIGHEST = date.max


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
        (name.parse, "马··兰", "name.characters"),
        (mobile.parse, None, "mobile.missing"),
        (mobile.parse, "1" * 10_000, "mobile.length"),
        (mobile.parse, "١٣٩٠٠٠٠٠٠٠٠", "mobile.characters"),
        (mobile.parse, "0951-2090080", "mobile.prefix"),
        (phone.parse, None, "unit.phone"),
        (phone.parse, "2090080", "unit.phone"),
        (phone.parse, "0951-209008", "unit.phone"),
        (phone.parse, "0" * 10_000, "unit.phone"),
        (bank_card.parse, None, "bank_card.missing"),
        (bank_card.parse, "0" * 16, "bank_card.check_digit"),
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


def _applicant(born: date) -> eligibility.Applicant:
    return eligibility.Applicant(born, "female", "worker", "healthy", union=True, renewal=False)


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
        (lambda: funding.judge("机关", ""), "unit.funding"),  # type: ignore[arg-type]
    ],
)
def test_impossible_facts_are_refused_with_their_code(
    call: Callable[[], object], code: str
) -> None:
    with pytest.raises(RuleError) as caught:
        call()
    assert caught.value.code == code
    assert caught.value.finding().message


def test_there_is_no_plan_for_the_day_before_the_first_one() -> None:
    first = plans.load()[0].valid_from
    eve = date.fromordinal(first.toordinal() - 1)
    assert plans.in_force(first).valid_from == first
    with pytest.raises(plans.PlanError, match=eve.isoformat()):
        plans.in_force(eve)
    with pytest.raises(plans.PlanError):
        cover.timeline([cover.Policy(eve, first)])


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
