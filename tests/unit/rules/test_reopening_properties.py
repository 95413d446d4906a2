"""Over any sequence of decisions and reopenings, no day and no item is paid twice."""

from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.platform import table
from functions.records.claims import decided
from functions.records.claims.claim_events import NOTHING, Event, Proposal
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.models import (
    Claim,
    ClaimUnit,
    HospitalStay,
    KeptReport,
    ReportedClaim,
    ReportedDiagnosis,
    ReportedInsured,
    Reporter,
)
from functions.records.person_index import Ended, Known, Listing, PaidClaim
from functions.staff.claims import assessment, other_cases, settling
from functions.staff.claims.assessment import Stated
from shared_rules import plans
from tests.benefits import sum_of, terms_of

FIRST: Final = date(2026, 1, 1)
BEGIN: Final = date(2026, 3, 1)
TODAY: Final = date(2026, 12, 31)
PLAN: Final = plans.in_force(BEGIN)
BREAST: Final = PLAN.items["breast_cancer"]
RECEIPTS: Final = ("LP-1", "LP-2", "LP-3")
COVER: Final = {
    "AK-1": Listing(
        version=1,
        cover_from=FIRST,
        cover_until=date(2026, 12, 31),
        policy_issued=FIRST - timedelta(days=1),
    )
}


class Step(NamedTuple):
    """A claim is decided, for the first time or again, on what its stays are by now.

    `was_paid`: its money went out before it was reopened; `came_back`: that of the one before did;
    `stay_waits`: she told of a further stay before that.
    """

    receipt: str
    stays: tuple[tuple[date, date], ...]
    came_back: bool
    was_paid: bool
    stay_waits: bool


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """A decision on one of three claims, with up to three stays that do not overlap."""
    stays, start = [], BEGIN + timedelta(days=draw(st.integers(-70, 150)))
    lengths = st.lists(st.tuples(st.integers(0, 120), st.integers(0, 20)), max_size=3)
    for length, pause in draw(lengths):
        stays.append((start, start + timedelta(days=length)))
        start += timedelta(days=length + pause)
    receipt = draw(st.sampled_from(RECEIPTS))
    return Step(receipt, tuple(stays), *(draw(st.booleans()) for _ in range(3)))


def report(step: Step) -> KeptReport:
    """What is reported of the illness, with the stays of now."""
    reported = ReportedClaim(
        insured=ReportedInsured(name="示例", id_number="11010519491231002X", phone=""),
        unit=ClaimUnit(name="示例", county="贺兰县"),
        diagnosis=ReportedDiagnosis(
            disease="乳腺癌", specimen_date=BEGIN, diagnosis_date=BEGIN, hospital="示例"
        ),
        stays=[HospitalStay(admission=first, discharge=last) for first, last in step.stays],
        reporter=Reporter(name="示例", relation="self", phone=""),
    )
    at = datetime(2026, 3, 2, tzinfo=UTC)
    return KeptReport(receipt=step.receipt, reported_at=at, reported=reported, findings=[])


class Life:
    """What decisions on claims have brought a person."""

    def __init__(self) -> None:
        self.events: dict[str, list[Event]] = {}
        self.claims: dict[str, PaidClaim] = {}
        self.days: set[date] = set()

    @property
    def known(self) -> Known:
        """As the index of people has it."""
        ended = {
            each.item: Ended(receipt=name, paid_on=TODAY)
            for name, each in self.claims.items()
            if each.amounts.lump_sum
        }
        paid = {name: each for name, each in self.claims.items() if each.outcome == "pay"}
        unpaid = {name: each for name, each in self.claims.items() if each.outcome != "pay"}
        return Known(COVER, paid, ended, unpaid)

    def decide(self, step: Step) -> None:
        """Reopen a claim that was settled, with or without its money, and decide as is given."""
        events = self.events.setdefault(step.receipt, [])
        number = len(events) + 1
        at = datetime(2026, 4, 1, tzinfo=UTC) + timedelta(minutes=number)
        if events and not self._kept(step, events).stands.is_open:
            kept = self._kept(step, events)
            returned = kept.stands.paid_last if step.came_back else None
            events.append(
                Event(
                    at=at,
                    state="reopened",
                    version=1,
                    revision=number,
                    reopening="mistake",
                    returned=returned,
                )
            )
        kept = self._kept(step, events)
        found = assessment.benefits(kept, report(step), self.known, Stated(), TODAY)
        outcome = found.suggested or "pay"
        proposal = Proposal(
            outcome=outcome,
            amounts=found.prefilled,
            item=found.lump_sum.item,
            occurrence=found.occurrence,
            stays=found.stays,
            prefilled=found.prefilled,
        )
        settled = settling.paid_claim(self.known, step.receipt, kept.stands.paid, proposal, TODAY)
        said = {"at": at, "version": 1, "proposal": proposal}
        events.append(
            Event(state="approved", revision=number + 1, decided_on=TODAY, **said),
        )
        before = kept.stands.paid
        assert self._kept(step, events).stands.paid == before, "nothing is paid by the decision"
        if step.stay_waits:
            stay = {"state": "reopened", "reopening": "stay"}
            events.append(Event(at=at, version=1, revision=number + 2, **stay))
            assert self._kept(step, events).stands.awaits_transfer, "it does not hold that up"
        if step.was_paid:
            events.append(Event(state="paid", revision=number + 3, settled_on=TODAY, **said))
            assert settled.amounts == self._kept(step, events).stands.paid, (
                "the sum of what it paid"
            )
        assert min(found.prefilled.model_dump().values()) >= 0
        self.claims[step.receipt] = settled
        self.days |= {
            first + timedelta(days=n)
            for first, last in step.stays
            for n in range((last - first).days)
        }

    def _kept(self, step: Step, events: list[Event]) -> KeptClaim:
        at = datetime(2026, 3, 2, tzinfo=UTC)
        claim = Claim(
            receipt=step.receipt,
            version=1,
            revision=1,
            reported_at=at,
            report_by=BEGIN,
            late=False,
            plan=PLAN.valid_from,
            unit=ClaimUnit(name="示例", county="贺兰县"),
            insured_name="示*",
            person="p",
            in_hospital=True,
            report_object="",
            access_hash="",
        )
        first = Event(at=at, state="reported", version=1, revision=0)
        return KeptClaim(claim, [first, *events], [])


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.lists(steps(), max_size=7))
def test_whatever_is_reopened_nothing_is_paid_twice(told: list[Step]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(other_cases, "beside", lambda *_: [])
        patch.setattr(table, "get", lambda _: None)
        life = Life()
        for step in told:
            life.decide(step)
        whole = sum((each.amounts for each in life.claims.values()), start=NOTHING)
        paid = sum((decided.paid(each) for each in life.events.values()), start=NOTHING)
    assert min((whole - paid).model_dump().values()) >= 0, "what is decided is known of her"
    assert whole.lump_sum in (0, sum_of(BREAST))
    terms = terms_of(BREAST)
    rate = terms.rate.value
    assert whole.allowance <= rate * len(life.days), "no day is paid twice"
    assert whole.allowance <= rate * terms.paid_days_per_year.value
