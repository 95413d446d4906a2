"""Where a claim stands, as who reported it may see: what is missing, who has it, by when.

What the desk has found is not told before a second person has confirmed it.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import get_args

from functions.claims import paper_kinds
from functions.claims.models import AllowanceLine
from functions.claims.status_models import (
    ClaimStatus,
    ClaimStatusStep,
    DocumentStatus,
    InCharge,
    KnownAccount,
    KnownFacts,
    KnownStay,
    LeadingClaim,
    Payout,
    ReopenedClaim,
    Settlement,
)
from functions.records import kept_papers, whereabouts
from functions.records.areas import contact_of
from functions.records.claims import claim_events, payees, store
from functions.records.claims.claim_course import Standing
from functions.records.claims.claim_documents import Document
from functions.records.claims.claim_events import Event, Proposal, Settled, State
from functions.records.claims.decided import Decided
from functions.records.claims.kept_claim import WholeClaim
from functions.records.claims.models import Claim, ReportedClaim
from functions.records.whereabouts import Call, Whereabouts
from shared_rules import articles, limitation, plans
from shared_rules.deadlines import Deadline
from shared_rules.findings import Finding, ParamValue
from shared_rules.messages import catalogue
from shared_rules.plans import Plan

_UNTOLD = ("paper_accepted", "objected")


def status(whole: WholeClaim, now: datetime) -> ClaimStatus:
    """What the person who reported may see; `now` is for what is past."""
    kept, file = whole
    claim, events, documents = kept
    plan, contact, stands = plans.in_force(claim.plan), contact_of(claim.unit.county), kept.stands
    known, settlement = file.now.reported, _settlement(stands.holds)
    is_refund = settlement is not None and settlement.outcome == "refund"
    words = _words(stands.state, settlement, plan)
    in_charge = _in_charge(stands.state, plan, claim)
    return ClaimStatus(
        receipt=claim.receipt,
        version=claim.version,
        state=stands.state,
        state_label=words.title,
        next_step=f"{words.message}{words.fix}",
        whereabouts=_whereabouts(stands, in_charge, now.date(), is_refund=is_refund),
        insured_name=claim.insured_name,
        unit_name=claim.unit.name,
        reported_at=claim.reported_at,
        report_by=claim.report_by,
        late=claim.late,
        documents=[document_status(document, stands) for document in documents],
        missing_papers=paper_kinds.of(stands.missing),
        payee_papers=paper_kinds.of_payee(known.bank, _brought(documents, stands)),
        facts=_facts(known),
        may_supplement=stands.takes_more,
        papers_complete_on=stands.papers_complete_on,
        # The text has a last day for benefits (第十五条), and none for a premium that goes back.
        pay_by=None if stands.settled or is_refund else payout(stands.pay_by),
        outcome=settlement,
        earlier=_earlier(stands),
        reopened=_reopened(stands),
        joined_to=_leading(stands.joined),
        may_reopen=stands.holds is not None,
        objection=limitation.told(known.diagnosis.diagnosis_date) if settlement else None,
        timeline=_timeline(events, stands),
        in_charge=in_charge,
        contact=contact,
        hotline=plan.hotline.number,
    )


def _brought(documents: Iterable[Document], stands: Standing) -> set[str]:
    return {each.kind for each in documents if stands.is_usable(each)}


def _whereabouts(
    stands: Standing, in_charge: InCharge, today: date, *, is_refund: bool
) -> Whereabouts:
    """Who has the claim now."""
    code = whereabouts.CLAIMS[stands.state]
    if stands.state == "awaiting_transfer" and is_refund:
        code = whereabouts.REFUND_AWAITED
    call = Call(name=in_charge.name, phone=in_charge.phone)
    return whereabouts.told(code, stands.since, stands.due, call=call, today=today)


def _facts(now: ReportedClaim) -> KnownFacts:
    stays = sorted(now.stays, key=lambda stay: stay.admission)
    account = None
    if now.bank:
        account = KnownAccount(
            bank=now.bank.bank, last_digits=now.bank.last_digits, payee=payees.said(now.bank)
        )
    return KnownFacts(
        stays=[KnownStay(**stay.model_dump()) for stay in stays],
        has_specimen_date=now.diagnosis.specimen_date is not None,
        is_disease_open=now.diagnosis.disease is None,
        account=account,
    )


def document_status(document: Document, stands: Standing) -> DocumentStatus:
    """Where one file stands; what the desk sent back must come again, until another one came."""
    state: kept_papers.Shown = document.state
    found = list(document.findings)
    is_sent_back = stands.is_sent_back(document.document_id)
    if is_sent_back and document.kind in stands.missing:
        state = "rejected"
        found.append(_sent_back(stands.decisions[document.document_id]))
    elif is_sent_back or (state == "rejected" and not stands.takes_more):
        state, found = "superseded", []
    return DocumentStatus(
        document_id=document.document_id,
        kind=document.kind,
        kind_name=paper_kinds.by_kind()[document.kind].name,
        filename=document.filename,
        received_at=document.received_at,
        state=state,
        state_label=kept_papers.label(state),
        findings=found,
    )


def _sent_back(decision: Event) -> Finding:
    finding = Finding.of("document.sent_back", reason=decision.reason or "")
    return finding.model_copy(update={"article": decision.article or finding.article})


def payout(pay_by: Deadline | None) -> Payout | None:
    """The last day to pay, as answers tell it."""
    return Payout(day=pay_by.day, provisional=pay_by.provisional) if pay_by else None


def _reopened(stands: Standing) -> ReopenedClaim | None:
    event = stands.waits or (None if stands.holds else stands.reopened)
    if event is None or event.reopening is None:
        return None
    code = claim_events.REOPENING_MESSAGES[event.reopening]
    words = catalogue()["claim_reopening.stay_waits" if stands.waits else code]
    return ReopenedClaim(at=event.at, label=words.title, told=f"{words.explanation}{words.fix}")


def _leading(joined: Event | None) -> LeadingClaim | None:
    """The claim that stands for this one: how far it is, and nothing that is only its own."""
    kept = store.find(joined.other) if joined and joined.other else None
    if kept is None:
        return None
    return LeadingClaim(
        receipt=kept.claim.receipt, state_label=claim_events.label(kept.stands.state)
    )


def _settlement(decided: Decided | None) -> Settlement | None:
    if decided is None or decided.confirmed.proposal is None:
        return None
    proposal, transfer = decided.confirmed.proposal, decided.transfer
    return Settlement(
        outcome=proposal.outcome,
        lump_sum=proposal.amounts.lump_sum,
        allowance=proposal.amounts.allowance,
        refund=proposal.amounts.refund,
        total=proposal.amounts.total,
        paid_before=proposal.paid_before.total,
        lines=_lines(proposal),
        article=proposal.article,
        article_label=articles.label(proposal.article) if proposal.article else None,
        # Why more was found than the rules give is between the desk's people.
        reason=proposal.reason if _is_told_why(proposal) else None,
        stated=proposal.stated,
        grounds=proposal.grounds,
        decided_on=decided.confirmed.decided_on,
        settled_on=decided.settled_on,
        account=transfer.account if transfer else None,
    )


def _earlier(stands: Standing) -> list[Settlement]:
    """What was decided before the claim was reopened."""
    return [told for each in stands.decided if each != stands.holds and (told := _settlement(each))]


def _lines(proposal: Proposal) -> list[AllowanceLine]:
    """The allowance's arithmetic, unless somebody has decided on another sum."""
    paid = proposal.paid_before.allowance + proposal.amounts.allowance
    if sum(line.amount for line in proposal.lines) != paid:
        return []
    return [
        AllowanceLine(
            admission=line.admission,
            discharge=None if line.goes_on else line.discharge,
            known_until=line.discharge if line.goes_on else None,
            text=line.text,
            amount=line.amount,
        )
        for line in proposal.lines
    ]


def _is_told_why(proposal: Proposal) -> bool:
    """Nothing is paid, or nothing more, or less than the rules give."""
    total = proposal.amounts.total
    return proposal.outcome == "refuse" or total == 0 or total < proposal.prefilled.total


def _words(state: State, settlement: Settlement | None, plan: Plan) -> Finding:
    """What is said about a state."""
    told: dict[str, ParamValue] = {"limit": plan.payout_within.value}
    if settlement and (day := settlement.settled_on or settlement.decided_on):
        before = settlement.paid_before if settlement.settled_on else 0
        told |= {
            "total": before + settlement.total,
            "day": day.isoformat(),
            "basis": settlement.article_label or "",
            "reason": settlement.reason or "",
        }
    is_refund = settlement is not None and settlement.outcome == "refund"
    # A premium goes back to whoever has paid it, and not to her account (第五条).
    is_awaited = state == "awaiting_transfer" and is_refund
    code = "claim_state.awaiting_refund" if is_awaited else claim_events.STATE_MESSAGES[state]
    return Finding.of(code).model_copy(update={"params": told})


def _in_charge(state: State, plan: Plan, claim: Claim) -> InCharge:
    if state == "waiting_for_papers":
        who, call = "claim_in_charge.reporter", Call.to_contact(contact_of(claim.unit.county))
    else:
        is_settled = state in get_args(Settled)
        who = "claim_in_charge.nobody" if is_settled else "claim_in_charge.insurer"
        call = Call.to_insurer(plan)
    return InCharge(label=catalogue()[who].title, name=call.name, phone=call.phone)


def _timeline(events: Iterable[Event], stands: Standing) -> list[ClaimStatusStep]:
    happened = claim_events.as_they_happened(events)
    return [_step(event, stands) for event in happened if event.state not in _UNTOLD]


def _step(event: Event, stands: Standing) -> ClaimStatusStep:
    label, note = claim_events.said_to_her(event)
    if event == stands.waits:  # it has reopened nothing yet
        label = catalogue()["claim_reopening.stay_waits"].title
    return ClaimStatusStep(
        at=event.at, state=event.state, version=event.version, label=label, note=note
    )
