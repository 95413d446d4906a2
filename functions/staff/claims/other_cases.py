"""The other claims of the person of one (同一人的其他案件), open or settled: 第五条."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from functions.records.claims import claim_events, store
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.models import HospitalStay
from functions.records.person_index import Known
from functions.staff.claims import as_reported
from functions.staff.claims.models import OtherCase
from shared_rules import plans
from shared_rules.findings import Finding


class Another(NamedTuple):
    """A claim beside the one that is looked at, and its stays as they are known."""

    kept: KeptClaim
    shown: OtherCase
    stays: list[HospitalStay]


def beside(receipt: str, known: Known) -> list[Another]:
    """Every other claim of a person, by receipt."""
    found = (store.find(each) for each in known.cases if each != receipt)
    return [_read(kept) for kept in found if kept]


def _read(kept: KeptClaim) -> Another:
    said, plan = store.case_file(kept).now.reported, plans.in_force(kept.claim.plan)
    stands = kept.stands
    shown = OtherCase(
        receipt=kept.claim.receipt,
        item_label=as_reported.disease(said.diagnosis, plan).item_label,
        state_label=claim_events.label(stands.state),
        reported_on=kept.claim.reported_at.date(),
        may_take_in=stands.is_open,
    )
    return Another(kept, shown, said.stays)


def overlaps(stays: Sequence[HospitalStay], others: Sequence[Another]) -> Iterator[Finding]:
    """Open claims that report some of the same days: what was paid, the allowance takes off."""
    for other in others:
        if other.shown.may_take_in and any(
            mine.admission < its.counts_until and its.admission < mine.counts_until
            for mine in stays
            for its in other.stays
        ):
            yield Finding.of("claim_assessment.other_overlap", receipt=other.shown.receipt)
