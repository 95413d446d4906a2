"""What a decision leaves with the person (第五条), and a claim's end for the summary (第十三条)."""

from collections.abc import Iterator
from datetime import date

from functions.records import cover_history, person_index, summary_facts
from functions.records.claims.claim_events import SETTLED, Amounts, Event, Proposal
from functions.records.claims.models import KeptReport
from functions.records.person_index import Known, PaidClaim
from functions.staff.claims.deciding import PERSON, OpenCase, Parts


def confirmed(case: OpenCase, event: Event) -> Parts:
    """What is written with the event by which a second person decides.

    What is to be paid is known of the person from then on, so that no other claim pays it as well;
    the summary counts it once it was paid.
    """
    proposal, day = event.proposal, event.settled_on or event.decided_on
    if proposal is None or day is None:
        raise LookupError("confirmed without a proposal")
    claim = case.kept.claim
    decided = paid_claim(case.known, claim.receipt, case.stands.paid, proposal, day)
    known = person_index.settle(case.insured, claim.receipt, decided, case.known)
    return {**(_counted(case, event) if event.settled_on else {}), PERSON: known}


def transferred(case: OpenCase, event: Event) -> Parts:
    """What is written with the event that what was decided was paid."""
    day, claim = event.settled_on, case.kept.claim
    if day is None:
        raise LookupError("paid on no day")
    paid_on = person_index.put_paid_on(case.insured, claim.receipt, day, case.known)
    return {**_counted(case, event), **({"paid_on": paid_on} if paid_on else {})}


def _counted(case: OpenCase, event: Event) -> Parts:
    """What the summary counts, on the day on which the claim has ended for the desk."""
    proposal, day = event.proposal, event.settled_on
    if proposal is None or day is None:
        raise LookupError("settled without a proposal")
    unit, noted_on = case.kept.claim.unit, event.at.date()
    return {
        f"fact.{number}": summary_facts.claim_part(fact, unit, noted_on)
        for number, fact in enumerate(_facts(case, proposal, day))
    }


def _facts(case: OpenCase, proposal: Proposal, day: date) -> Iterator[summary_facts.Settled]:
    """What the summary counts: a claim that was settled before only by what has changed."""
    stands = case.stands
    disease, outcome = _disease(case.report), SETTLED[proposal.outcome]
    total = (stands.paid + proposal.amounts).total
    before = [each.settled for each in stands.decided if each.settled]
    if not before:
        yield summary_facts.Settled.of(
            disease, outcome, total, papers_complete_on=stands.papers_complete_on, settled_on=day
        )
        return
    last, counted = before[-1], (stands.paid + stands.returned).total
    old_disease = _disease(case.file.at_version(case.kept.events, last.version))
    old_outcome = SETTLED[last.proposal.outcome] if last.proposal else outcome
    if (old_disease, old_outcome) == (disease, outcome):
        yield summary_facts.Settled(
            disease=disease, outcome=outcome, amount=total - counted, claims=0
        )
    else:
        yield summary_facts.Settled(
            disease=old_disease, outcome=old_outcome, amount=-counted, claims=-1
        )
        yield summary_facts.Settled(disease=disease, outcome=outcome, amount=total)


def _disease(report: KeptReport) -> str:
    return report.reported.diagnosis.disease or summary_facts.OPEN_DISEASE


def paid_claim(
    known: Known, receipt: str, paid: Amounts, proposal: Proposal, settled_on: date
) -> PaidClaim:
    """What is known of a claim after a decision on it, with those before it (`paid`)."""
    before = known.settled.get(receipt)
    amounts = paid + proposal.amounts
    given_back, under = None, ""
    if amounts.refund and before and before.given_back:
        given_back, under = before.given_back, before.given_back_under
    elif amounts.refund:
        given_back, under = _given_back(known, proposal.occurrence)
    return PaidClaim(
        item=proposal.item,
        paid_on=settled_on,
        amounts=amounts,
        # Also those that no longer hold: their days were paid, and are not paid again elsewhere.
        stays=[*(before.stays if before else []), *proposal.stays],
        outcome=proposal.outcome,
        given_back=given_back,
        given_back_under=under,
    )


def _given_back(known: Known, occurred: date) -> tuple[date | None, str]:
    """The policy whose premium is given back: its first day, and its receipt."""
    policies = cover_history.policies(known)
    period = cover_history.timeline_of(policies).on(occurred)
    if period is None:
        return None, ""
    under = next(name for name, each in policies.items() if each is period.policy)
    return period.policy.first_day, under
