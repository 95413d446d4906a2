"""Two reports of one illness (一病一案): the desk joins one to the other, and may take that back.

The leading claim takes in the papers, stays and account of the joined one as a version of its own,
and stands for both from then on; the joined one keeps all that is its own and leads to the other.
"""

from contextlib import suppress
from http import HTTPStatus
from typing import Any, Final

from functions.platform import table
from functions.platform.problems import Problem
from functions.records import kept_papers, person_index
from functions.records.claims import store
from functions.records.claims.claim_documents import Document
from functions.records.claims.claim_events import Event, Happening
from functions.records.claims.kept_claim import KeptClaim, WholeClaim
from functions.records.claims.models import ReportedClaim
from functions.records.claims.supplements import OF_THE_ILLNESS, KeptSupplement, Supplement
from functions.staff.claims import cases
from functions.staff.claims.case_models import ClaimCase
from functions.staff.claims.deciding import Asked
from functions.staff.claims.models import JoinRequest, PartRequest
from functions.staff.decision import Decision
from shared_rules import plans
from shared_rules.claim import report as report_rules
from shared_rules.plans import ItemName

MOST: Final = 80
"""Papers that a claim takes in: a transaction has a hundred parts."""


def join(decision: Decision, request: JoinRequest) -> ClaimCase:
    """Join a claim to another open one of the same person; the joined one as it is then.

    Raises:
        Problem: 404: one is not hers to decide on; 412: somebody was faster; 409: one of them is
            not open, they are of two people or items, or papers are still being looked at.
    """
    asked = Asked.of(decision, f"join {request.into}", request)
    kept = cases.decidable(decision.staff, decision.receipt)
    if not asked.is_kept(kept):
        stands = kept.stands
        asked.check_claim(kept, stands, is_open=stands.may_join)
        joined, leading = store.whole(kept), store.whole(cases.find(request.into))
        _refuse(joined, leading)
        with suppress(table.Taken):
            _join(asked, joined, leading, request.reason)
    return _shown(asked)


def part(decision: Decision, request: PartRequest) -> ClaimCase:
    """Take the joining of a claim back; it stands for itself again.

    Raises:
        Problem: 404, 412; 409: it is not joined, or something was decided on the leading one since.
    """
    asked = Asked.of(decision, "part", request)
    kept = cases.decidable(decision.staff, decision.receipt)
    if not asked.is_kept(kept):
        stands = kept.stands
        joined = stands.joined
        asked.check_claim(kept, stands, is_open=joined is not None)
        if joined is None or joined.other is None:
            raise LookupError("joined to nothing")
        leading = cases.find(joined.other)
        if not cases.may_part(kept.claim.receipt, leading):
            raise Problem(HTTPStatus.CONFLICT, "claim_desk.join_decided")
        own = _event(asked, kept, leading, "parted", reason=request.reason)
        its = _event(asked, leading, kept, "parted", reason=request.reason)
        with suppress(table.Taken):
            store.part((store.whole(kept), own), (leading, its))
    return _shown(asked)


def _refuse(joined: WholeClaim, leading: WholeClaim) -> None:
    """What stands in the way of joining two claims.

    Raises:
        Problem: 409.
    """
    own, its = joined.kept.claim, leading.kept.claim
    papers = joined.kept.documents
    reasons = {
        "claim_desk.join_other_person": _insured(joined).isdisjoint(_insured(leading)),
        "claim_desk.join_itself": own.receipt == its.receipt,
        "claim_desk.join_not_open": not leading.kept.stands.is_open,
        "claim_desk.join_other_item": len({_item(joined), _item(leading)} - {None}) > 1,
        "claim_desk.join_in_check": any(each.is_in_check for each in papers),
        "claim_desk.join_too_many": len(papers) > MOST,
    }
    for code, stands_in_the_way in reasons.items():
        if stands_in_the_way:
            raise Problem(HTTPStatus.CONFLICT, code)


def _insured(whole: WholeClaim) -> set[str]:
    """Whom a claim is about, by her hashes: under one of them two claims of hers agree."""
    return set(person_index.insured_of(whole.kept.claim, whole.file.report))


def _item(whole: WholeClaim) -> ItemName | None:
    """The item that insures what was reported, once somebody has said which disease it is."""
    disease = whole.file.now.reported.diagnosis.disease
    return report_rules.item_of(disease, plans.in_force(whole.kept.claim.plan)) if disease else None


def _join(asked: Asked, joined: WholeClaim, leading: WholeClaim, reason: str) -> None:
    kept, taking = joined.kept, leading.kept
    said = _brought(joined.file.now.reported, leading.file.now.reported)
    own = _event(asked, kept, taking, "joined", reason=reason, after="joined")
    its = _event(
        asked,
        taking,
        kept,
        "took_in",
        reason=reason,
        parts=said.parts,
        source="joined",
        complete_on=kept.stands.papers_complete_on,
        supplement_object=_put(asked, leading, said) if said.parts else None,
    )
    store.join((joined, own), (taking, its), _copies(kept, its.version))


def _put(asked: Asked, leading: WholeClaim, said: Supplement) -> str:
    """Keep what the leading claim learns, as anything that is said later."""
    claim = leading.kept.claim
    kept_said = KeptSupplement(
        receipt=claim.receipt,
        at=asked.now,
        source="joined",
        said=said,
        findings=leading.file.now.findings,
    )
    return store.put_supplement(kept_said, claim.version + 1)


def _brought(joined: ReportedClaim, leading: ReportedClaim) -> Supplement:
    """What the leading claim does not say, and the joined one does."""
    known = {each.admission: each for each in leading.stays}
    for stay in joined.stays:
        told = known.get(stay.admission)
        goes_on = told is not None and told.discharge is None
        if told is None or (goes_on and (stay.discharge or stay.counts_until > told.counts_until)):
            known[stay.admission] = stay
    stays = [known[admission] for admission in sorted(known)]
    unsaid = [part for part in OF_THE_ILLNESS if getattr(leading.diagnosis, part) is None]
    return Supplement(
        stays=stays if stays != leading.stays else None,
        bank=joined.bank if leading.bank is None else None,
        **{part: getattr(joined.diagnosis, part) for part in unsaid},
    )


def _copies(kept: KeptClaim, version: int) -> list[Document]:
    """The papers as the leading claim has them: on the day on which they came."""
    stands = kept.stands
    return [
        each.model_copy(
            update={
                "document_id": kept_papers.document_id(version, number),
                "version": version,
            }
        )
        for number, each in enumerate(kept.documents, 1)
        if stands.is_usable(each)
    ]


def _event(
    asked: Asked, kept: KeptClaim, other: KeptClaim, happening: Happening, **said: Any
) -> Event:
    """What happens to one of the two, as a version of its own."""
    return Event(
        at=asked.now,
        state=happening,
        version=kept.claim.version + 1,
        revision=kept.claim.revision + 1,
        by=asked.staff.actor,
        before=kept.stands.state,
        asked=asked.asked,
        other=other.claim.receipt,
        **said,
    )


def _shown(asked: Asked) -> ClaimCase:
    found = cases.find(asked.receipt)
    # Ours may be there although it was refused: the first answer was lost, and the SDK asked again.
    if not asked.is_kept(found):
        raise asked.conflict(found.events)
    return cases.shown(asked.staff, *store.whole(found), asked.now)
