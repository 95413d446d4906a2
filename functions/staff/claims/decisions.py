"""Decisions on a claim: its papers, the day they are complete, what is paid (第十四、十五条).

The same decision sent again, because its answer was lost, is answered again. What one person
proposes counts once another one confirms it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, Self, get_args

from pydantic import BaseModel

from functions.platform import table
from functions.platform.problems import Problem, refuse_if, unprocessable
from functions.records import cover_history, person_index, submissions, summary_facts
from functions.records.claims import claim_events, store
from functions.records.claims.claim_course import Standing
from functions.records.claims.claim_events import (
    NOTHING,
    SETTLED,
    Amounts,
    Event,
    Proposal,
    Settled,
    State,
    StayLine,
)
from functions.records.claims.models import KeptReport
from functions.records.claims.store import KeptClaim
from functions.records.claims.supplements import CaseFile
from functions.records.person_index import Known, PaidClaim
from functions.staff.claims import assessment, cases
from functions.staff.claims.case_models import ClaimCase
from functions.staff.claims.models import (
    Assessment,
    CompleteRequest,
    ConfirmRequest,
    ObjectRequest,
    ProposeRequest,
    ReopenRequest,
    SendBackRequest,
)
from functions.staff.decision import Decision, conflict
from shared_rules import days
from shared_rules.findings import Finding

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

_GATHERING: Final[tuple[State, ...]] = ("waiting_for_papers", "papers_complete")
_ENDED: Final[tuple[Settled, ...]] = get_args(Settled)
_PERSON: Final = "person"


Parts = Mapping[str, "TransactWriteItemTypeDef"]


@dataclass(frozen=True)
class OpenCase:
    """A claim that is decided on: what is kept of it, where it stands, and what was reported."""

    kept: KeptClaim
    stands: Standing
    file: CaseFile

    @property
    def report(self) -> KeptReport:
        """What was reported, with all that was said later."""
        return self.file.now

    @cached_property
    def known(self) -> Known:
        """What is known of the person, read once: what rests on it fails where it has moved."""
        return person_index.known(self.kept.claim.person)


@dataclass(frozen=True, slots=True)
class _Asked(Decision):
    """A decision with the digest of what is asked for, by which it is known when it comes again."""

    asked: str

    @classmethod
    def of(cls, decision: Decision, what: str, request: BaseModel | None = None) -> Self:
        """A decision with what is asked for."""
        digest = submissions.fingerprint_of(request, what)
        return cls(decision.staff, decision.receipt, decision.revision, decision.now, digest)

    def event(self, kept: KeptClaim, state: claim_events.Happening, **said: Any) -> Event:
        """The event that the decision is, with the state that it leads to."""
        event = Event(
            at=self.now,
            state=state,
            version=kept.claim.version,
            revision=self.revision + 1,
            by=self.staff.actor,
            before=kept.stands.state,
            asked=self.asked,
            **said,
        )
        if event.after:
            return event
        after = kept._replace(events=[*kept.events, event]).stands.state
        return event.model_copy(update={"after": after})

    def is_kept(self, kept: KeptClaim) -> bool:
        """Whether this very decision was made before."""
        return self.is_among(kept.events, self.asked)


def accept_paper(decision: Decision, document_id: str) -> ClaimCase:
    """A paper will do.

    Raises:
        Problem: 404: it is not hers to decide on, or there is no such paper; 412: somebody was
            faster; 409: the claim is settled, or the paper cannot be opened.
    """

    def decide(case: OpenCase) -> Event:
        if cases.document(case.kept, document_id).clean_object is None:
            raise Problem(HTTPStatus.CONFLICT, "claim_paper.not_clean")
        return asked.event(case.kept, "paper_accepted", document_id=document_id)

    asked = _Asked.of(decision, f"accept {document_id}")
    return _decided(asked, (*_GATHERING, "assessed"), decide)


def send_back_paper(decision: Decision, document_id: str, request: SendBackRequest) -> ClaimCase:
    """A paper must come again; who reported sees why, and a proposal does not count any more.

    Raises:
        Problem: 404: it is not hers to decide on, or there is no such paper; 412: somebody was
            faster; 409: the claim is settled.
    """

    def decide(case: OpenCase) -> Event:
        cases.document(case.kept, document_id)
        return asked.event(
            case.kept,
            "paper_sent_back",
            document_id=document_id,
            reason=request.reason,
            article=request.article,
        )

    asked = _Asked.of(decision, f"send-back {document_id}", request)
    return _decided(asked, (*_GATHERING, "assessed"), decide)


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

    asked = _Asked.of(decision, "complete", request)
    return _decided(asked, _GATHERING, decide)


def propose(decision: Decision, request: ProposeRequest) -> ClaimCase:
    """What somebody has found; it waits for a second person.

    Raises:
        Problem: 404, 412; 409: the papers are not complete, or there is a proposal; 422: reason or
            article is missing, or amounts cannot be right.
        RuleError: the day of the specimen is out of range.
    """

    def decide(case: OpenCase) -> Event:
        found = assessment.assess(
            case.kept, case.report, case.known, request.specimen_date, asked.today
        )
        refuse_if(_judge(request, found, is_reopened=case.stands.reopened is not None))
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
            lines=[StayLine(**line.model_dump()) for line in found.allowance.days],
        )
        return asked.event(case.kept, "proposed", proposal=proposal, article=article)

    asked = _Asked.of(decision, "propose", request)
    return _decided(asked, ("papers_complete",), decide)


def confirm(decision: Decision, request: ConfirmRequest) -> ClaimCase:
    """A second person confirms a proposal: the claim is settled, and an item paid has ended.

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
        day, earliest = days.check(request.settled_on), proposed.at.date()
        if day > asked.today:
            raise _refused("claim_desk.settled_in_future", "settled_on")
        if day < earliest:
            raise _refused(
                "claim_desk.settled_too_early", "settled_on", proposed=earliest.isoformat()
            )
        proposal = proposed.proposal
        found = assessment.assess(case.kept, case.report, case.known, proposal.occurrence, earliest)
        if found.prefilled != proposal.prefilled:
            raise Problem(HTTPStatus.CONFLICT, "claim_desk.changed")
        state = SETTLED[proposal.outcome]
        return asked.event(
            case.kept,
            state,
            after=state,
            proposal=proposal,
            article=proposed.article,
            settled_on=day,
        )

    asked = _Asked.of(decision, "confirm", request)
    return _decided(asked, ("assessed",), decide, _settled)


def object_to(decision: Decision, request: ObjectRequest) -> ClaimCase:
    """Somebody objects to a proposal, or takes her own back; the claim is assessed anew.

    Raises:
        Problem: 404, 412; 409: there is no proposal.
    """

    def decide(case: OpenCase) -> Event:
        return asked.event(case.kept, "objected", reason=request.reason)

    asked = _Asked.of(decision, "object", request)
    return _decided(asked, ("assessed",), decide)


def reopen(decision: Decision, request: ReopenRequest) -> ClaimCase:
    """A settled claim goes on: what was paid is set off, unless the bank has sent it back.

    Raises:
        Problem: 404, 412; 409: it is not settled, or its last decision has paid nothing that could
            have come back.
    """

    def decide(case: OpenCase) -> Event:
        returned = None
        if request.why == "transfer":
            returned = case.stands.paid_last
            if not returned.total:
                raise Problem(HTTPStatus.CONFLICT, "claim_desk.nothing_to_return")
        return asked.event(
            case.kept, "reopened", reopening=request.why, reason=request.reason, returned=returned
        )

    asked = _Asked.of(decision, "reopen", request)
    return _decided(asked, _ENDED, decide)


def _nothing(_: OpenCase, __: Event) -> Parts:
    return {}


def _decided(
    decision: _Asked,
    allowed: Iterable[State],
    decide: Callable[[OpenCase], Event],
    besides: Callable[[OpenCase, Event], Parts] = _nothing,
) -> ClaimCase:
    staff = decision.staff
    kept = cases.decidable(staff, decision.receipt)
    if decision.is_kept(kept):
        return cases.shown(staff, kept, store.case_file(kept))
    stands = kept.stands
    state_label = claim_events.label(stands.state)
    decision.check(kept.claim.revision, state_label, is_open=stands.state in allowed)
    file = store.case_file(kept)
    case = OpenCase(kept, stands, file)
    event = decide(case)
    taken: set[str] = set()
    try:
        store.decide(kept, event, besides(case, event))
    except table.Taken as error:
        taken |= error.what
    found = cases.find(kept.claim.receipt)
    # Ours may be there although it was refused: the first answer was lost, and the SDK asked again.
    if decision.is_kept(found):
        return cases.shown(staff, found, file)
    if taken == {_PERSON}:
        raise Problem(HTTPStatus.CONFLICT, "claim_desk.item_ended")
    raise conflict()


def _settled(case: OpenCase, event: Event) -> Parts:
    """第十三条: what a settled claim leaves for the summary, and with the person."""
    county, day = case.kept.claim.unit.county, event.at.date()
    facts = {
        f"fact.{number}": summary_facts.claim_part(fact, county, day)
        for number, fact in enumerate(_facts(case, event))
    }
    return {**facts, **_with_person(case, event)}


def _facts(case: OpenCase, event: Event) -> Iterator[summary_facts.Settled]:
    """What the summary counts: a claim that was settled before only by what has changed."""
    proposal, day, stands = event.proposal, event.settled_on, case.stands
    if proposal is None or day is None:
        raise LookupError("settled without a proposal")
    disease, outcome = _disease(case.report), SETTLED[proposal.outcome]
    total = (stands.paid + proposal.amounts).total
    if not stands.settlements:
        yield summary_facts.Settled.of(
            disease, outcome, total, papers_complete_on=stands.papers_complete_on, settled_on=day
        )
        return
    last, returned = stands.settlements[-1], stands.reopened and stands.reopened.returned
    counted = (stands.paid + (returned or NOTHING)).total
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


def _with_person(case: OpenCase, event: Event) -> Parts:
    """第五条: what a settled claim leaves with the person."""
    proposal, settled_on = event.proposal, event.settled_on
    if proposal is None or settled_on is None:
        raise LookupError("settled without a proposal")
    receipt = case.kept.claim.receipt
    settled = paid_claim(case.known, receipt, case.stands.paid, proposal, settled_on)
    part = person_index.settle(case.kept.claim.person, receipt, settled, case.known)
    return {_PERSON: part}


def paid_claim(
    known: Known, receipt: str, paid: Amounts, proposal: Proposal, settled_on: date
) -> PaidClaim:
    """What is known of a claim after a decision on it, with those before it (`paid`)."""
    before = known.claims.get(receipt) or known.unpaid.get(receipt)
    amounts = paid + proposal.amounts
    given_back = before.given_back if before else None
    if given_back is None and amounts.refund:
        period = cover_history.timeline(known).on(proposal.occurrence)
        given_back = period.policy.first_day if period else None
    return PaidClaim(
        item=proposal.item,
        paid_on=settled_on,
        amounts=amounts,
        # Also those that no longer hold: their days were paid, and are not paid again elsewhere.
        stays=[*(before.stays if before else []), *proposal.stays],
        outcome=proposal.outcome,
        given_back=given_back,
    )


def _judge(request: ProposeRequest, found: Assessment, *, is_reopened: bool) -> Iterator[Finding]:
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


def _refused(code: str, name: str, **params: str) -> Problem:
    return unprocessable([Finding.of(code, field=name, **params)])
