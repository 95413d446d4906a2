"""A claim report: whatever it says it is judged, and what passes can be estimated."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_rules import plans
from shared_rules.claim import estimate, papers, payout_cards, report
from shared_rules.claim.report import Account, Report, ReportedStay
from shared_rules.identity.bank_card import parse as parse_card

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
    | st.builds(Account, bank=st.text(max_size=4), card_number=st.text(), account_holder=st.text()),
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
    assert lump.amount in (0, item.lump_sum.value)
    assert allowance.paid_days <= sum(
        ((stay.discharge or TODAY) - stay.admission).days for stay in reported.stays
    )
    assert made.total == lump.amount + lump.refund + allowance.amount


def test_a_good_report_has_nothing_to_mend() -> None:
    assert report.judge(GOOD, TODAY, PLAN) == ()
    assert report.item_of("阴道癌", PLAN) == "gynaecological_cancer"


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
