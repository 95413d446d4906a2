"""Where a claim stands, as its events and papers tell: what is missing, who has it, by when."""

from collections.abc import Iterable
from datetime import date

from functions.claims import paper_kinds
from functions.claims.models import (
    Claim,
    ClaimStatus,
    DocumentStatus,
    Event,
    InCharge,
    Payout,
    State,
    Step,
)
from functions.claims.store import KeptClaim
from functions.common.areas import contacts
from functions.common.claim_documents import Document
from shared_rules import deadlines, plans
from shared_rules.claim import papers
from shared_rules.claim.papers import Kind
from shared_rules.findings import Finding
from shared_rules.messages import catalogue
from shared_rules.plans import Plan


def status(kept: KeptClaim) -> ClaimStatus:
    """What the person who reported may see."""
    claim, events, documents = kept
    plan, contact = plans.in_force(claim.plan), contacts()[claim.unit.county]
    complete_on = papers_complete_on(claim, documents)
    state: State = "papers_complete" if complete_on else "waiting_for_papers"
    words = Finding.of(f"claim_state.{state}", limit=plan.payout_within.value)
    return ClaimStatus(
        receipt=claim.receipt,
        version=claim.version,
        state=state,
        state_label=words.title,
        next_step=f"{words.message}{words.fix}",
        insured_name=claim.insured_name,
        unit_name=claim.unit.name,
        reported_at=claim.reported_at,
        report_by=claim.report_by,
        late=claim.late,
        documents=[_document(document) for document in documents],
        missing_papers=paper_kinds.missing(
            (document.kind for document in _usable(documents)), in_hospital=claim.in_hospital
        ),
        papers_complete_on=complete_on,
        pay_by=_payout(complete_on, plan),
        timeline=[_step(event) for event in sorted(events, key=lambda event: event.at)],
        in_charge=_in_charge(state, plan, claim),
        contact=contact,
        hotline=plan.hotline.number,
    )


def papers_complete_on(claim: Claim, documents: Iterable[Document]) -> date | None:
    """第十五条: the day on which the last needed paper came; None while one is missing."""
    first: dict[Kind, date] = {}
    for document in _usable(documents):
        day = document.received_at.date()
        first[document.kind] = min(day, first.get(document.kind, day))
    return papers.complete_on(first, in_hospital=claim.in_hospital)


def _usable(documents: Iterable[Document]) -> list[Document]:
    return [document for document in documents if document.state != "rejected"]


def _document(document: Document) -> DocumentStatus:
    return DocumentStatus(
        document_id=document.document_id,
        kind=document.kind,
        kind_name=paper_kinds.by_kind()[document.kind].name,
        filename=document.filename,
        received_at=document.received_at,
        state=document.state,
        state_label=catalogue()[f"document_state.{document.state}"].title,
        findings=document.findings,
    )


def _payout(complete_on: date | None, plan: Plan) -> Payout | None:
    if complete_on is None:
        return None
    deadline = deadlines.pay_by(complete_on, plan)
    return Payout(day=deadline.day, provisional=deadline.provisional)


def _in_charge(state: State, plan: Plan, claim: Claim) -> InCharge:
    who, phone = "reporter", contacts()[claim.unit.county].phone
    if state == "papers_complete":
        who, phone = "insurer", plan.hotline.number
    return InCharge(label=catalogue()[f"claim_in_charge.{who}"].title, phone=phone)


def _step(event: Event) -> Step:
    return Step(**event.model_dump(), label=catalogue()[f"claim_event.{event.state}"].title)
