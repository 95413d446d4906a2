"""Decisions on a claim: its papers, the day they are complete, what is paid (第十四、十五条).

What one person proposes counts once another one confirms it; that it was paid is noted afterwards,
see `transfers`.
"""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Final, get_args

from functions.claims import paper_kinds
from functions.platform.problems import Problem, refuse_if, unprocessable
from functions.records.claims import claim_events
from functions.records.claims.claim_events import (
    SETTLED,
    Event,
    OpenState,
    Proposal,
    Settled,
    State,
    StayLine,
)
from functions.staff import papers, undoing
from functions.staff.claims import assessment, papers_opened
from functions.staff.claims.assessment import Stated
from functions.staff.claims.case_models import ClaimCase
from functions.staff.claims.deciding import Asked, OpenCase, decided
from functions.staff.claims.models import (
    Benefits,
    CompleteRequest,
    ConfirmRequest,
    ObjectRequest,
    ProposeRequest,
    ReopenRequest,
    SendBackRequest,
)
from functions.staff.claims.settling import confirmed
from functions.staff.decision import Decision
from functions.staff.people import Staff
from shared_rules import days
from shared_rules.findings import Finding

_GATHERING: Final[tuple[State, ...]] = ("waiting_for_papers", "papers_complete")
_DECIDED: Final[tuple[State, ...]] = ("awaiting_transfer", *get_args(Settled))


def accept_paper(decision: Decision, document_id: str) -> ClaimCase:
    """A paper will do.

    Raises:
        Problem: 404: it is not hers to decide on, or there is no such paper; 412: somebody was
            faster; 409: the claim is settled, or the paper cannot be opened.
    """

    def decide(case: OpenCase) -> Event:
        if papers.find(case.kept.documents, document_id).clean_object is None:
            raise Problem(HTTPStatus.CONFLICT, "claim_paper.not_clean")
        return asked.event(case.kept, "paper_accepted", document_id=document_id)

    asked = Asked.of(decision, f"accept {document_id}")
    return decided(asked, (*_GATHERING, "assessed"), decide)


def send_back_paper(decision: Decision, document_id: str, request: SendBackRequest) -> ClaimCase:
    """A paper must come again; who reported sees why, and a proposal does not count any more.

    Raises:
        Problem: 404: it is not hers to decide on, or there is no such paper; 412: somebody was
            faster; 409: the claim is settled.
    """

    def decide(case: OpenCase) -> Event:
        papers.find(case.kept.documents, document_id)
        return asked.event(
            case.kept,
            "paper_sent_back",
            document_id=document_id,
            reason=request.reason,
            article=request.article,
        )

    asked = Asked.of(decision, f"send-back {document_id}", request)
    return decided(asked, (*_GATHERING, "assessed"), decide)


def complete(decision: Decision, request: CompleteRequest) -> ClaimCase:
    """The papers are complete since a day, from which 第十五条 counts.

    Raises:
        Problem: 404, 412; 409: there is a proposal, or the claim is settled; 422: the day cannot
            be right.
        RuleError: the day is out of range.
    """

    def decide(case: OpenCase) -> Event:
        day, reported = days.check(request.complete_on), case.kept.claim.reported_at.date()
        if day > asked.today:
            raise _refused("claim_desk.complete_in_future", "complete_on")
        if day < reported:
            raise _refused(
                "claim_desk.complete_before_report", "complete_on", reported=reported.isoformat()
            )
        if (reopened := case.stands.reopened) and day < reopened.at.date():
            raise _refused(
                "claim_desk.complete_before_reopening",
                "complete_on",
                reopened=reopened.at.date().isoformat(),
            )
        return asked.event(case.kept, "completed", complete_on=day)

    asked = Asked.of(decision, "complete", request)
    return decided(asked, _GATHERING, decide)


def propose(decision: Decision, request: ProposeRequest) -> ClaimCase:
    """What somebody has found; it waits for a second person.

    Raises:
        Problem: 404, 412; 409: the papers are not complete, or there is a proposal; 422: reason or
            article is missing, amounts cannot be right, or she has not looked at a paper.
        RuleError: the day of the specimen is out of range.
    """

    def decide(case: OpenCase) -> Event:
        stated = Stated(request.specimen_date, request.primary, request.first)
        found = assessment.benefits(case.kept, case.report, case.known, stated, asked.today)
        judged = _judge(request, found, is_reopened=case.stands.reopened is not None)
        refuse_if([*judged, *_no_account(case, request), *_unseen(case, asked.staff, request)])
        article = request.article
        if article is None and request.outcome == found.suggested:
            article = found.suggested_article
        proposal = Proposal(
            outcome=request.outcome,
            amounts=request.amounts,
            reason=request.reason,
            article=article,
            item=found.lump_sum.item,
            occurrence=found.occurrence,
            stays=found.stays,
            prefilled=found.prefilled,
            suggested=found.suggested,
            paid_before=found.paid_before,
            lines=list(_lines(found)),
            primary=request.primary,
            first=request.first,
            grounds=request.grounds,
            not_needed=request.not_needed,
        )
        return asked.event(case.kept, "proposed", proposal=proposal, article=article)

    asked = Asked.of(decision, "propose", request)
    return decided(asked, ("papers_complete",), decide)


def confirm(decision: Decision, request: ConfirmRequest) -> ClaimCase:
    """A second person confirms a proposal, which is told to her; an item that is paid has ended.

    Where money is to be transferred the claim waits for that, else it is settled.

    Raises:
        Problem: 404, 412; 409: there is no proposal, it is her own, or the rules give something
            else by now, as when another claim was paid; 422: the day cannot be right.
        RuleError: the day is out of range.
    """

    def decide(case: OpenCase) -> Event:
        proposed = case.stands.proposal
        if proposed is None or proposed.proposal is None or proposed.by is None:
            raise LookupError("assessed without a proposal")
        if proposed.by.subject == asked.staff.subject:
            raise Problem(HTTPStatus.CONFLICT, "claim_desk.second_person")
        day, earliest = days.check(request.decided_on), proposed.at.date()
        if day > asked.today:
            raise _refused("claim_desk.settled_in_future", "decided_on")
        if day < earliest:
            raise _refused(
                "claim_desk.settled_too_early", "decided_on", proposed=earliest.isoformat()
            )
        proposal = proposed.proposal
        stated = Stated(proposal.occurrence, proposal.primary, proposal.first)
        found = assessment.benefits(case.kept, case.report, case.known, stated, earliest)
        if found.prefilled != proposal.prefilled:
            raise Problem(HTTPStatus.CONFLICT, "claim_desk.changed")
        said = {"proposal": proposal, "article": proposed.article}
        if proposal.amounts.total:
            return asked.event(case.kept, "approved", decided_on=day, **said)
        state = SETTLED[proposal.outcome]
        return asked.event(case.kept, state, after=state, settled_on=day, **said)

    asked = Asked.of(decision, "confirm", request)
    return decided(asked, ("assessed",), decide, confirmed)


def object_to(decision: Decision, request: ObjectRequest) -> ClaimCase:
    """Somebody objects to a proposal, or takes her own back; the claim is assessed anew.

    Raises:
        Problem: 404, 412; 409: there is no proposal.
    """

    def decide(case: OpenCase) -> Event:
        return asked.event(case.kept, "objected", reason=request.reason)

    asked = Asked.of(decision, "object", request)
    return decided(asked, ("assessed",), decide)


def reopen(decision: Decision, request: ReopenRequest) -> ClaimCase:
    """A claim that was decided goes on: what was paid is set off, unless the bank sent it back.

    A further stay goes on once the money of the decision is out.

    Raises:
        Problem: 404, 412; 409: nothing was decided, its last decision has nothing to transfer that
            could have come back, or a further stay waits already.
    """

    def decide(case: OpenCase) -> Event:
        returned = None
        if request.why == "stay" and case.stands.waits:
            raise Problem(HTTPStatus.CONFLICT, "claim.not_settled")
        if request.why == "transfer" and not case.stands.awaits_transfer:
            returned = case.stands.paid_last
            if not returned.total:
                raise Problem(HTTPStatus.CONFLICT, "claim_desk.nothing_to_return")
        return asked.event(
            case.kept, "reopened", reopening=request.why, reason=request.reason, returned=returned
        )

    asked = Asked.of(decision, "reopen", request)
    return decided(asked, _DECIDED, decide)


def undo(decision: Decision) -> ClaimCase:
    """Undo what one has just decided on a claim alone, where nobody was told of it.

    Raises:
        Problem: 404, 412; 409: it cannot be undone, or not any more.
    """

    def decide(case: OpenCase) -> Event:
        last = claim_events.last_change(case.kept.events)
        undoing.check(decision, case.kept.claim.receipt, last, undoing.CLAIMS)
        return asked.event(case.kept, "undone", undoes=last.revision)

    asked = Asked.of(decision, "undo")
    return decided(asked, get_args(OpenState), decide)


def _lines(found: Benefits) -> Iterator[StayLine]:
    """The arithmetic as it is kept: a stay that goes on is reckoned until a day."""
    for line in found.allowance.days:
        if until := line.discharge or line.known_until:
            yield StayLine(
                admission=line.admission,
                discharge=until,
                text=line.text,
                amount=line.amount,
                goes_on=line.discharge is None,
            )


def _judge(request: ProposeRequest, found: Benefits, *, is_reopened: bool) -> Iterator[Finding]:
    """What stands in the way of a proposal; of a reopened claim nothing more may be due."""
    for name, limit in found.caps.model_dump().items():
        if getattr(request, name) > limit:
            yield Finding.of("claim_desk.amount_over_cap", field=name, limit=limit)
    whole = found.paid_before + request.amounts
    whole_benefit = whole.lump_sum + whole.allowance
    fits = {
        "pay": whole_benefit > 0 and request.refund == 0,
        "refund": whole_benefit == 0 and whole.refund > 0,
        "refuse": whole.total == 0,
    }
    if not fits[request.outcome]:
        yield Finding.of("claim_desk.amounts_do_not_fit", field="outcome")
    if request.outcome == "refuse" and request.article is None:
        yield Finding.of("claim_desk.needs_article", field="article")
    is_as_given = (request.amounts, request.outcome) == (found.prefilled, found.suggested)
    is_upheld = is_reopened and request.amounts.total == 0
    needs_reason = request.outcome == "refuse" or is_upheld or not is_as_given
    if request.reason is None and needs_reason:
        yield Finding.of("claim_desk.needs_reason", field="reason")


def _no_account(case: OpenCase, request: ProposeRequest) -> Iterator[Finding]:
    """A benefit goes to her account; a premium back to whoever has paid it (第五条)."""
    amounts = request.amounts
    if amounts.lump_sum + amounts.allowance and case.report.reported.bank is None:
        yield Finding.of("claim_desk.no_account", field="outcome")


def _unseen(case: OpenCase, staff: Staff, request: ProposeRequest) -> Iterator[Finding]:
    """The papers that count, and that she has neither opened nor said not to need."""
    looked_at = {*papers_opened.by(staff, case.kept), *request.not_needed}
    left = [
        paper_kinds.by_kind()[each.kind].name
        for each in case.kept.documents
        if case.stands.is_usable(each) and each.document_id not in looked_at
    ]
    if left:
        papers = "、".join(dict.fromkeys(left))
        yield Finding.of(
            "claim_desk.papers_unseen", field="not_needed", count=len(left), papers=papers
        )


def _refused(code: str, name: str, **params: str) -> Problem:
    return unprocessable([Finding.of(code, field=name, **params)])
