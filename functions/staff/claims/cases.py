"""One claim at the desk: found, shown, and what is noted of whoever looked.

Whoever sees personal data, masked or not, is written into the log before she gets it.
"""

from collections.abc import Container, Mapping
from datetime import date, datetime
from http import HTTPStatus
from typing import Final

from functions.claims import paper_kinds, progress
from functions.platform.problems import Problem
from functions.records import kept_papers, person_index, receipts, restrictions, viewings
from functions.records.claims import claim_events, store
from functions.records.claims.claim_course import Standing
from functions.records.claims.claim_documents import Document
from functions.records.claims.claim_events import Event, Happening, Proposal
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.models import (
    ClaimViewed,
    View,
)
from functions.records.claims.supplements import CaseFile
from functions.staff import slips, teamwork, undoing
from functions.staff.claims import as_reported, masking, papers_opened
from functions.staff.claims.case_models import (
    DESK_MESSAGES,
    CaseOutcome,
    CasePaper,
    CaseProposal,
    ClaimCase,
    ClaimStep,
    JoinedCase,
    PaperDecision,
)
from functions.staff.claims.queue import due_label
from functions.staff.models import By
from functions.staff.people import Staff
from functions.staff.slips import BounceRequest, Slips, TellRequest
from shared_rules import articles
from shared_rules.messages import catalogue

_DECISIONS: Final[tuple[Happening, ...]] = (
    *("paper_accepted", "paper_sent_back", "completed", "proposed", "objected"),
    *("approved", "paid", "refused", "refunded", "reopened", "took_in", "joined"),
)
_SAID: Final = {
    *("outcome", "reason", "article", "occurrence", "suggested"),
    *("primary", "first", "grounds", "not_needed"),
}
"""Of a proposal what the desk is told of it as it is kept."""


def find(receipt_text: str) -> KeptClaim:
    """A claim.

    Raises:
        Problem: 404: there is none.
    """
    receipt = receipts.read(receipt_text, "LP")
    kept = store.find(receipt) if receipt else None
    if kept is None:
        raise Problem(HTTPStatus.NOT_FOUND, "staff.not_found")
    return kept


def decidable(staff: Staff, receipt_text: str) -> KeptClaim:
    """A claim that somebody may decide on.

    Raises:
        Problem: 404: there is none, or she may not.
    """
    if not staff.decides_claims:
        raise Problem(HTTPStatus.NOT_FOUND, "staff.role")
    return find(receipt_text)


def note(staff: Staff, kept: KeptClaim, what: View, now: datetime, **about: str) -> None:
    """Keep that somebody sees something of a claim; `about` is its document_id or sha256."""
    viewed = ClaimViewed(
        at=now,
        what=what,
        version=kept.claim.version,
        by=staff.actor,
        is_masked=not staff.decides_claims,
        **about,
    )
    viewings.put(kept.claim.receipt, now, viewed)


def view(staff: Staff, receipt_text: str, now: datetime) -> ClaimCase:
    """What is known of a claim.

    Raises:
        Problem: as `find`.
    """
    kept = find(receipt_text)
    note(staff, kept, "viewed_claim", now)
    return shown(staff, *store.whole(kept), now)


def tell(staff: Staff, receipt_text: str, request: TellRequest, now: datetime) -> Slips:
    """Keep that whoever reported a claim is told something on paper, or in person.

    Raises:
        Problem: as `decidable`; 404: that is not to be told on paper.
    """
    return slips.tell(staff, store.course(decidable(staff, receipt_text)), request, now)


def bounce(staff: Staff, receipt_text: str, request: BounceRequest, now: datetime) -> Slips:
    """Keep that e-mail to whoever reported a claim came back, or does so no more.

    Raises:
        Problem: as `decidable`; 409: as `slips.bounce`.
    """
    return slips.bounce(staff, store.course(decidable(staff, receipt_text)), request, now)


def shown(staff: Staff, kept: KeptClaim, file: CaseFile, now: datetime) -> ClaimCase:
    """A claim as somebody may see it."""
    whole = _whole(staff, kept, file, now)
    return whole if staff.decides_claims else masking.case(whole)


def _whole(staff: Staff, kept: KeptClaim, file: CaseFile, now: datetime) -> ClaimCase:
    claim, stands, words = kept.claim, kept.stands, file.words
    told, opened = slips.of(store.course(kept)), papers_opened.by(staff, kept)
    known = person_index.known(person_index.insured_of(claim, file.now))
    return ClaimCase(
        **as_reported.fields(claim, file.now, restrictions.told(known.restricted_on)),
        **_may(staff, claim.receipt, stands),
        receipt=claim.receipt,
        version=claim.version,
        revision=claim.revision,
        state=stands.state,
        state_label=claim_events.label(stands.state),
        next_step=_next_step(stands),
        documents=[_paper(each, stands, opened) for each in kept.documents],
        missing_papers=paper_kinds.of(stands.missing),
        complete_on_suggested=_last_came(kept, stands),
        papers_complete_on=stands.papers_complete_on,
        pay_by=progress.payout(stands.pay_by),
        due=None if stands.settled or stands.joined else stands.due,
        due_label=due_label(stands.state),
        proposal=_proposed(stands.proposal),
        outcome=_outcome(stands),
        timeline=[_step(event, words) for event in claim_events.as_they_happened(kept.events)],
        undo_until=undoing.until(
            staff, claim.receipt, claim_events.last_change(kept.events), undoing.CLAIMS, now
        ),
        teamwork=teamwork.of(staff, claim.receipt, is_masked=not staff.decides_claims),
        slips=told.slips,
        mail=told.mail,
        joined_to=stands.joined.other if stands.joined else None,
        joined=_joined(kept),
        is_masked=False,
    )


def _may(staff: Staff, receipt: str, stands: Standing) -> dict[str, object]:
    """What somebody may do with a claim, by the fields of `ClaimCase`."""
    decides = staff.decides_claims
    return {
        "may_join": decides and stands.may_join,
        "may_part": _may_part(staff, receipt, stands.joined),
        "may_decide": decides,
        "may_confirm": _may_confirm(staff, stands),
        "may_supplement": stands.takes_more,
        "may_transfer": decides and stands.awaits_transfer,
        "may_reopen": decides and stands.holds is not None,
        "may_return": stands.awaits_transfer or stands.paid_last.total > 0,
    }


def _may_confirm(staff: Staff, stands: Standing) -> bool:
    """Whether somebody else's proposal waits for her."""
    proposer = stands.proposal.by if stands.state == "assessed" and stands.proposal else None
    return staff.decides_claims and proposer is not None and proposer.subject != staff.subject


def _next_step(stands: Standing) -> str:
    return catalogue()["claim_desk.stay_waits" if stands.waits else DESK_MESSAGES[stands.state]].fix


def _last_came(kept: KeptClaim, stands: Standing) -> date:
    """The day on which the last paper that counts came, or the claim was reopened."""
    came = [each.received_at for each in kept.documents if stands.is_usable(each)]
    reopened = [stands.reopened.at] if stands.reopened else []
    return max([kept.claim.reported_at, *came, *reopened]).date()


def _joined(kept: KeptClaim) -> list[JoinedCase]:
    """The reports of the same illness that a claim has taken in, as they were."""
    taken = [each.other for each in claim_events.holding(kept.events) if each.state == "took_in"]
    return [_joined_case(other) for receipt in taken if receipt and (other := store.find(receipt))]


def _joined_case(other: KeptClaim) -> JoinedCase:
    claim, said = other.claim, store.case_file(other).now.reported
    return JoinedCase(
        receipt=claim.receipt,
        reported_at=claim.reported_at,
        report_by=claim.report_by,
        late=claim.late,
        stays=as_reported.stays(said),
        bank=as_reported.bank(said),
        reporter=as_reported.reporter(said.reporter),
    )


def _may_part(staff: Staff, receipt: str, joined: Event | None) -> bool:
    leading = store.find(joined.other) if joined and joined.other else None
    return bool(staff.decides_claims and leading and may_part(receipt, leading))


def may_part(receipt: str, leading: KeptClaim) -> bool:
    """Whether nothing was decided on the leading claim since it took this one in."""
    events = claim_events.holding(leading.events)
    took_in = [
        each.revision or 0 for each in events if each.state == "took_in" and each.other == receipt
    ]
    since = max(took_in, default=0)
    return not any(each.state in _DECISIONS and (each.revision or 0) > since for each in events)


def paper_state(document: Document) -> str:
    """What the desk calls the state of a paper; what was not scanned is for the desk to know."""
    if document.state == "unscanned":
        return catalogue()["claim_desk.unscanned"].title
    return kept_papers.label(document.state)


def _paper(document: Document, stands: Standing, opened: Container[str]) -> CasePaper:
    decision = stands.decisions.get(document.document_id)
    return CasePaper(
        document_id=document.document_id,
        kind=document.kind,
        kind_name=paper_kinds.by_kind()[document.kind].name,
        filename=document.filename,
        received_at=document.received_at,
        media_type=document.media_type,
        pages=document.pages,
        state=document.state,
        state_label=paper_state(document),
        findings=document.findings,
        decision=_decision(decision) if decision else None,
        is_opened=document.document_id in opened,
        is_usable=stands.is_usable(document),
    )


def _decision(event: Event) -> PaperDecision:
    return PaperDecision(
        outcome="sent_back" if event.state == "paper_sent_back" else "accepted",
        reason=event.reason,
        article=event.article,
        article_label=articles.label(event.article) if event.article else None,
        by=_by(event),
        at=event.at,
    )


def _proposed(event: Event | None) -> CaseProposal | None:
    if event is None or event.proposal is None:
        return None
    return CaseProposal(**_told(event.proposal), by=_by(event), at=event.at)


def _outcome(stands: Standing) -> CaseOutcome | None:
    holds, proposed = stands.holds, stands.proposal
    if holds is None or (proposal := holds.confirmed.proposal) is None:
        return None
    confirmed, transfer = holds.confirmed, holds.transfer
    return CaseOutcome(
        **_told(proposal),
        by=_by(proposed or confirmed),
        at=(proposed or confirmed).at,
        confirmed_by=_by(confirmed),
        confirmed_at=confirmed.at,
        decided_on=confirmed.decided_on,
        settled_on=holds.settled_on,
        account=transfer.account if transfer else None,
        paid_by=_by(transfer) if transfer else None,
        paid_at=transfer.at if transfer else None,
    )


def _told(proposal: Proposal) -> dict[str, object]:
    """What a proposal says, by the fields of `CaseProposal`."""
    article = proposal.article
    return {
        **proposal.model_dump(include=_SAID),
        "stated": proposal.stated,
        "amounts": proposal.amounts,
        "prefilled": proposal.prefilled,
        "paid_before": proposal.paid_before,
        "total": proposal.amounts.total,
        "outcome_label": catalogue()[DESK_MESSAGES[proposal.outcome]].title,
        "article_label": articles.label(article) if article else None,
    }


def _step(event: Event, words: Mapping[datetime, str]) -> ClaimStep:
    return ClaimStep(
        at=event.at,
        state=event.state,
        label=claim_events.said(event),
        version=event.version,
        revision=event.revision,
        by=_by(event) if event.by else None,
        document_id=event.document_id,
        reason=event.reason
        or (event.proposal.reason if event.proposal else None)
        or (words.get(event.at) if event.state == "reopened" else None),
        article_label=articles.label(event.article) if event.article else None,
        before=event.before,
        after=event.after,
    )


def _by(event: Event) -> By:
    """Who of the desk made an event.

    Raises:
        LookupError: nobody of the desk did.
    """
    if event.by is None:
        raise LookupError("not an event of the desk")
    return By.of(event.by)
