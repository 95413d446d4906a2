"""A claim report: whatever it says it is judged, and what passes can be estimated."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_rules import plans
from shared_rules.claim import estimate, papers, payout_cards, report, supplement
from shared_rules.claim.payees import Payee
from shared_rules.claim.report import Account, Report, ReportedStay
from shared_rules.findings import RuleError
from shared_rules.identity.bank_card import parse as parse_card
from tests.benefits import sum_of, terms_of
from tests.vectors import generate

TODAY = date(2026, 11, 24)
PLAN = plans.in_force(TODAY)
DISEASES = [disease for item in PLAN.items.values() for disease in item.diseases]
WOMAN = "649901198601010028"
GOOD = Report("王小丽", WOMAN, "乳腺癌", TODAY)

days_near = st.integers(-800, 3).map(lambda n: TODAY + timedelta(days=n))
days = st.one_of(days_near, st.dates())
stays = st.builds(ReportedStay, admission=days, discharge=st.none() | days)
reports = st.builds(
    Report,
    name=st.sampled_from(["王小丽", "", "x" * 200]),
    id_number=st.sampled_from([WOMAN, "", "1"]),
    disease=st.sampled_from([*DISEASES, "肺癌"]),
    diagnosis_date=days,
    specimen_date=st.none() | days,
    stays=st.lists(stays, max_size=4).map(tuple),
    account=st.none()
    | st.builds(
        Account,
        bank=st.text(max_size=4),
        card_number=st.text(),
        account_holder=st.text(),
        payee=st.sampled_from(get_args(Payee)),
        kinship=st.sampled_from([None, "child"]),
    ),
    cover_first_day=st.none() | days,
    renewal=st.none() | st.booleans(),
    paid_before=st.none() | st.booleans(),
)


@given(reports)
def test_whatever_is_reported_is_judged(reported: Report) -> None:
    fields = {finding.field for finding in report.judge(reported, TODAY, PLAN)}
    assert None not in fields


@given(
    reports.map(lambda reported: replace(reported, name=GOOD.name, id_number=WOMAN, account=None))
)
def test_what_has_no_error_can_be_estimated(reported: Report) -> None:
    if any(found.severity == "error" for found in report.judge(reported, TODAY, PLAN)):
        return
    made = estimate.estimate(reported, TODAY, PLAN)
    item = PLAN.items[report.item_of(reported.disease, PLAN)]
    lump, allowance = made.lump_sum, made.allowance
    if lump is None or allowance is None:
        assert made.total is None
        return
    assert lump.amount in (0, sum_of(item))
    assert allowance.paid_days <= sum(
        ((stay.discharge or TODAY) - stay.admission).days for stay in reported.stays
    )
    assert made.total == lump.amount + lump.refund + allowance.amount


def test_a_good_report_has_nothing_to_mend() -> None:
    assert report.judge(GOOD, TODAY, PLAN) == ()
    assert report.item_of("阴道癌", PLAN) == "gynaecological_cancer"


DAY = timedelta(days=1)
EARLIER, TOMORROW, LONG_AGO = TODAY - DAY, TODAY + DAY, date(1800, 1, 1)
FUTURE = {"today": "2026-11-24"}
RANGE = {"earliest": "1900-01-01", "latest": "2199-12-31"}
REAL, OTHER_BANKS = "6222020000000007", "62270000000000000"
Told = tuple[str, str, dict[str, Any]]


def _stays(*told: tuple[date, date | None]) -> dict[str, Any]:
    return {"stays": tuple(ReportedStay(*days) for days in told)}


def _account(*told: str, **payee: Any) -> dict[str, Any]:
    return {"account": Account(*told, **payee)}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            {"name": "王", "id_number": "1"},
            [
                ("name.length", "insured.name", {"minimum": 2, "maximum": 50, "length": 1}),
                ("id_number.length", "insured.id_number", {"length": 1}),
            ],
        ),
        (
            {"id_number": "649901195001010020"},
            [
                (
                    "claim.insured_age",
                    "insured.id_number",
                    {"age": 76, "youngest": 16, "last": 64, "oldest": 65},
                )
            ],
        ),
        ({"id_number": "649901198601010036"}, [("claim.insured_male", "insured.id_number", {})]),
        ({"disease": None}, [("claim.disease_open", "diagnosis.disease", {})]),
        ({"disease": "肺癌"}, [("diagnosis.disease", "diagnosis.disease", {})]),
        (
            {"diagnosis_date": TOMORROW},
            [("claim.in_the_future", "diagnosis.diagnosis_date", FUTURE)],
        ),
        (
            {"diagnosis_date": LONG_AGO, "specimen_date": LONG_AGO},
            [
                ("date.out_of_range", "diagnosis.diagnosis_date", RANGE),
                ("date.out_of_range", "diagnosis.specimen_date", RANGE),
            ],
        ),
        (
            {"diagnosis_date": date(2026, 11, 1)},
            [
                (
                    "report.late",
                    "diagnosis.diagnosis_date",
                    {"last_day": "2026-11-11", "days": 13, "limit": 10},
                )
            ],
        ),
        ({"specimen_date": TOMORROW}, [("claim.in_the_future", "diagnosis.specimen_date", FUTURE)]),
        (
            {"specimen_date": TODAY, "diagnosis_date": EARLIER},
            [
                (
                    "lump_sum.specimen_after_diagnosis",
                    "diagnosis.specimen_date",
                    {"occurred": "2026-11-24", "diagnosed": "2026-11-23"},
                )
            ],
        ),
        (_stays((TODAY, TODAY), (EARLIER, TODAY)), []),
        (_stays((EARLIER, TODAY), (EARLIER, EARLIER)), []),
        (_stays((TODAY, None), (EARLIER, TODAY)), []),
        (
            _stays((TODAY, None), (EARLIER, TOMORROW)),
            [("claim.in_the_future", "stays.1.discharge", FUTURE)],
        ),
        (
            _stays((EARLIER, TODAY), (TOMORROW, None)),
            [("claim.in_the_future", "stays.1.admission", FUTURE)],
        ),
        (_stays((TODAY, EARLIER)), [("stay.discharge_before_admission", "stays.0.discharge", {})]),
        (
            _stays((EARLIER, None), (EARLIER - DAY, TODAY)),
            [("stay.overlapping", "stays.0.admission", {})],
        ),
        (
            _stays((EARLIER - DAY, None), (EARLIER - DAY, EARLIER)),
            [("stay.overlapping", "stays.0.admission", {})],
        ),
        (
            _account("工商银行", "622202", ""),
            [
                (
                    "bank_card.length",
                    "bank.card_number",
                    {"length": 6, "minimum": 16, "maximum": 19},
                ),
                ("bank.account_holder", "bank.account_holder", {}),
            ],
        ),
        (
            _account("农业银行", OTHER_BANKS, " "),
            [
                ("bank.bank", "bank.bank", {}),
                ("bank_card.check_digit", "bank.card_number", {}),
                (
                    "bank.other_bank",
                    "bank.card_number",
                    {"bank": "农业银行", "issuer": "建设银行"},
                ),
                ("bank.account_holder", "bank.account_holder", {}),
            ],
        ),
        (_account("工商银行", REAL, " 王 小丽"), []),
        *(
            (
                _account("工商银行", REAL, "李娜", payee=payee, kinship="child"),
                [(f"payee.{payee}", "bank.payee", {})],
            )
            for payee in ("heir", "guardian", "relative")
        ),
        (
            _account("工商银行", REAL, "王小丽", payee="heir"),
            [
                ("payee.heir", "bank.payee", {}),
                ("payee.kinship", "bank.kinship", {}),
                ("payee.same_name", "bank.account_holder", {}),
            ],
        ),
        (
            _account("工商银行", REAL, "李娜"),
            [("bank.not_her_own", "bank.account_holder", {})],
        ),
        ({"cover_first_day": TODAY}, []),
        ({"cover_first_day": TOMORROW}, [("claim.in_the_future", "cover.first_day", FUTURE)]),
        ({"cover_first_day": LONG_AGO}, [("date.out_of_range", "cover.first_day", RANGE)]),
        ({"cover_first_day": date(2019, 1, 3)}, [("plan.none_in_force", "cover.first_day", {})]),
    ],
)
def test_what_is_told_of_a_report_stands_at_its_field_with_what_it_is_about(
    said: dict[str, Any], told: list[Told]
) -> None:
    found = report.judge(replace(GOOD, **said), TODAY, PLAN)
    assert [(each.code, each.field, each.params) for each in found] == told


NEW_YEAR = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("first_day", "renewal", "occurred", "is_new"),
    [
        (NEW_YEAR, False, date(2027, 6, 1), False),
        (NEW_YEAR + DAY, False, date(2027, 6, 1), True),
        (NEW_YEAR, True, NEW_YEAR, False),
        (NEW_YEAR, True, date(2027, 12, 31), False),
        (NEW_YEAR + DAY, True, NEW_YEAR + DAY, True),
        (None, None, NEW_YEAR, False),
        (None, None, NEW_YEAR + DAY, True),
    ],
)
def test_an_estimate_goes_by_the_plan_of_her_policy(
    monkeypatch: pytest.MonkeyPatch,
    first_day: date | None,
    renewal: bool | None,
    occurred: date,
    is_new: bool,
) -> None:
    both = generate.plans_with_next()
    monkeypatch.setattr(plans, "load", lambda: both)
    insured = both[is_new].items["breast_cancer"]
    stay = ReportedStay(occurred, occurred + 5 * DAY)
    said = replace(
        GOOD,
        diagnosis_date=occurred,
        specimen_date=occurred,
        stays=(stay,),
        cover_first_day=first_day,
        renewal=renewal,
        paid_before=False,
    )
    for asked in both:
        made = estimate.estimate(said, stay.admission + 9 * DAY, asked)
        assert made.allowance
        assert made.allowance.lines[0].rate == terms_of(insured).rate.value
        sums = [each.params["amount"] for each in made.findings if "amount" in each.params]
        assert sums == [sum_of(insured)]
        assert (made.lump_sum is None) == (first_day is None)


def test_nothing_is_estimated_for_a_disease_that_her_policy_does_not_insure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = generate.plans_with_next()
    monkeypatch.setattr(plans, "load", lambda: both)
    said = replace(GOOD, disease=generate.NEW_DISEASE, cover_first_day=date(2026, 1, 1))
    stayed = replace(said, stays=(ReportedStay(TODAY - 9 * DAY, TODAY),))
    for asked in both:
        made = estimate.estimate(stayed, TODAY, asked)
        (found,) = [each for each in made.findings if each.code.startswith("lump_sum.")]
        assert (found.code, found.params) == (
            "lump_sum.not_in_plan",
            {"valid_from": "2019-01-03", "disease": generate.NEW_DISEASE},
        )
        assert made.allowance
        assert (made.total, made.allowance.lines) == (0, ())


def test_what_else_is_said_of_the_illness_stays_where_the_sum_is_open() -> None:
    said = replace(GOOD, diagnosis_date=EARLIER, specimen_date=TODAY)
    codes = [each.code for each in estimate.estimate(said, TODAY, PLAN).findings]
    assert codes == [
        "claim.cover_open",
        "claim.paid_before_open",
        "claim.lump_sum_open",
        "lump_sum.specimen_after_diagnosis",
    ]


def test_a_disease_of_another_plan_has_the_item_that_it_has_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = generate.plans_with_next()
    monkeypatch.setattr(plans, "load", lambda: both)
    for asked in both:
        assert report.item_of(generate.NEW_DISEASE, asked) == "gynaecological_cancer"
        assert report.item_of("乳腺癌", asked) == "breast_cancer"
        for disease in ("肺癌", None):
            with pytest.raises(RuleError, match=r"diagnosis\.disease"):
                report.item_of(disease, asked)


WRONG = replace(
    GOOD,
    name="王",
    disease="肺癌",
    specimen_date=TOMORROW,
    stays=(ReportedStay(TODAY, EARLIER),),
    account=Account("农业银行", REAL, "王小丽"),
)


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("name", "name.length"),
        ("disease", "diagnosis.disease"),
        ("specimen_date", "claim.in_the_future"),
        ("stays", "stay.discharge_before_admission"),
        ("bank", "bank.bank"),
    ],
)
def test_a_supplement_is_judged_by_what_it_says(part: supplement.Part, code: str) -> None:
    found = supplement.judge(WRONG, [part], TODAY, PLAN)
    assert code in [each.code for each in found]
    assert all(supplement.concerns(each, [part]) for each in found)
    assert supplement.judge(GOOD, [part], TODAY, PLAN) == ()
    others = [other for other in supplement.PARTS if other != part]
    rest = supplement.judge(WRONG, others, TODAY, PLAN)
    assert len(found) + len(rest) == len(report.judge(WRONG, TODAY, PLAN))
    assert not any(supplement.concerns(each, others) for each in found)


def test_a_supplement_says_nothing_of_what_has_no_field() -> None:
    assert not supplement.concerns(RuleError("unit.kind").finding(), supplement.PARTS)


@pytest.mark.parametrize("in_hospital", [True, False])
def test_papers_are_complete_when_the_last_needed_kind_came(in_hospital: bool) -> None:
    needed = papers.needed(in_hospital=in_hospital)
    assert ("hospital_papers" in needed) is in_hospital
    came = {kind: date(2026, 11, day) for day, kind in enumerate(needed, start=1)}
    assert papers.complete_on(came, in_hospital=in_hospital) == date(2026, 11, len(needed))
    for kind in needed:
        rest = {other: day for other, day in came.items() if other != kind}
        assert papers.complete_on(rest, in_hospital=in_hospital) is None
        assert papers.missing(rest, in_hospital=in_hospital) == (kind,)


def test_papers_of_a_stay_do_not_move_the_day_where_there_was_none() -> None:
    came = dict.fromkeys(papers.needed(in_hospital=False), date(2026, 11, 1))
    later = {**came, "hospital_papers": date(2026, 11, 20)}
    assert papers.complete_on(later, in_hospital=False) == date(2026, 11, 1)


CARDS = {"工商银行": "62220200000000000", "建设银行": "62270000000000000", "": "62319900000000000"}


@pytest.mark.parametrize(("issuer", "bank"), list(product(CARDS, PLAN.payout_banks.names)))
def test_a_card_of_another_bank_is_asked_about(issuer: str, bank: str) -> None:
    asked = payout_cards.judge(CARDS[issuer], bank)
    assert bool(asked) == (issuer not in ("", bank))
    assert all(found.severity == "warning" for found in asked)


def test_the_cards_of_the_tests_could_be_real_numbers() -> None:
    assert parse_card(CARDS["工商银行"]) == CARDS["工商银行"]
