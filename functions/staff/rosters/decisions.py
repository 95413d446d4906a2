"""Decisions on a list: it goes back to its unit, or the insurer accepts it (第四、十一条)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from http import HTTPStatus
from typing import Final

from functions.platform.problems import Problem, of_rule, refuse_if
from functions.records import cover_history
from functions.records.rosters import endorsements, payments, store
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.roster_events import Acceptance, Event, Reason, State, label
from functions.records.submissions import fingerprint_of
from functions.staff.decision import Decision, not_open
from functions.staff.people import Staff
from functions.staff.rosters import acceptance_days, cases, row_decisions
from functions.staff.rosters.batch_models import AcceptLook, AcceptLookRequest
from functions.staff.rosters.deciding import decided, event
from functions.staff.rosters.models import AcceptRequest, Case, PolicyDays, ReturnRequest
from functions.staff.rosters.row_decisions import Candidates, RowDecisions
from shared_rules import cover, first_day, plans
from shared_rules.findings import Finding, RuleError
from shared_rules.plans import Plan
from shared_rules.premium import premium
from shared_rules.roster.form.rows import Insured
from shared_rules.two_sums import Holds, TwoSums, two_sums

DECIDED_IN: Final[tuple[State, ...]] = ("submitted",)
"""The state in which a list is decided on: one that went back waits for its unit."""


def send_back(decision: Decision, request: ReturnRequest) -> Case:
    """Return a list to its unit, which sees the reasons, corrects it and submits it anew.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 409: it is not waiting
            for a decision; 422: a reason is about a row that the list does not have.
    """

    def decide(kept: KeptCase) -> Event:
        reasons = [Reason.model_validate(each.model_dump()) for each in request.reasons]
        rows = [
            (f"reasons.{number}.rows", row)
            for number, reason in enumerate(reasons)
            for row in reason.rows
        ]
        if rows:
            refuse_if(_unknown(rows, store.people(kept.roster)))
        return event(decision, kept, "returned", "returned", reasons=reasons)

    return decided(decision, fingerprint_of(request, "return"), DECIDED_IN, decide)


def accept(decision: Decision, request: AcceptRequest) -> Case:
    """Accept a list; its people get their cover in the background.

    Raises:
        Problem: as `send_back`; 409: a gap waits for a second person; 422: the dates cannot be
            right or are not confirmed, somebody is too old on the first day and not refused, or
            what was found of her is left open.
        RuleError: a day is out of range.
    """

    def decide(kept: KeptCase) -> Event:
        acceptance, open_questions = _acceptance(kept, request, decision.today)
        refuse_if(open_questions)
        return event(decision, kept, "accepted", "accepted", acceptance=acceptance)

    return decided(decision, fingerprint_of(request, "accept"), DECIDED_IN, decide)


def look(staff: Staff, receipt: str, request: AcceptLookRequest, today: date) -> AcceptLook:
    """What accepting a list would decide, and what stands in the way; nothing is stored.

    Raises:
        Problem: 404: it is not hers to decide on; 409: it is not waiting for a decision, or a gap
            waits for a second person.
    """
    kept = cases.decidable(staff, receipt)
    roster = kept.roster
    if roster.state not in DECIDED_IN:
        raise not_open(label(roster.state))
    acceptance, found = None, []
    if request.version not in (None, roster.version):
        found.append(Finding.of("acceptance.other_version", version=roster.version))
    try:
        acceptance, open_questions = _acceptance(kept, request, today)
        found += open_questions
    except RuleError as error:
        found.append(error.finding())
    except Problem as problem:
        if problem.status is not HTTPStatus.UNPROCESSABLE_ENTITY:
            raise
        found += problem.findings
    account = payments.account(roster, kept.events)
    return AcceptLook(
        receipt=roster.receipt,
        unit_name=roster.unit.name,
        version=roster.version,
        revision=roster.revision,
        people=roster.people,
        received=account.held,
        complete_on=account.complete_on,
        acceptance=acceptance,
        findings=found,
    )


def _acceptance(
    kept: KeptCase, request: AcceptRequest, today: date
) -> tuple[Acceptance, list[Finding]]:
    """What would be accepted, and what is still to be confirmed of it.

    Raises:
        Problem: as `accept`.
        RuleError: a day is out of range.
    """
    if endorsements.proposed(kept.events):
        raise Problem(HTTPStatus.CONFLICT, "endorsement.waits")
    candidates = Candidates.of(kept.roster)
    acceptance = accepted(kept, candidates, request, RowDecisions.asked(request), today)
    acceptance = acceptance.model_copy(update={"confirmations": request.confirmations})
    submitted = kept.events[0].at.date()
    after = kept.roster.model_copy(update={"acceptance": acceptance})
    refuse_if(row_decisions.left_open(after, acceptance, candidates))
    account = payments.account(after, kept.events)
    return acceptance, acceptance_days.unconfirmed(acceptance, account, submitted, today)


def accepted(
    kept: KeptCase,
    candidates: Candidates,
    request: PolicyDays,
    rows: RowDecisions,
    today: date,
) -> Acceptance:
    """What the insurer accepts.

    Raises:
        Problem: with every finding that stands in the way.
    """
    refuse_if(acceptance_days.judge(request, kept.events[0].at.date(), today))
    plan = plans.in_force(request.policy_issued_date)
    refuse_if(row_decisions.judge_rows(rows, candidates.people))
    refused = {refusal.row for refusal in rows.refusals}
    insured = [each for each in candidates.people if each.row not in refused]
    held = kept.roster.acceptance
    last_days = cover_history.last_days(
        {each.row: candidates.histories[each.row] for each in insured},
        without=kept.roster.receipt,
        before=held.first_day if held else None,
    )
    begins, old_last_day = _first_day(request, last_days | rows.old_last_days, plan)
    refuse_if(_judge_people(insured, begins, plan))
    sums = _sums(len(insured), plans.in_force(kept.roster.plan), plan, request.premium_holds)
    return Acceptance(
        consent_date=request.consent_date,
        premium_received_date=request.premium_received_date,
        policy_issued_date=request.policy_issued_date,
        policy_number=request.policy_number,
        first_day=begins,
        old_last_day=old_last_day,
        last_day=cover.last_day(begins, plan),
        plan=plan.valid_from,
        people=len(insured),
        premium=sums.premium if sums else premium(len(insured), plan),
        two_sums=sums,
        **rows._asdict(),
    )


def _sums(people: int, quoted: Plan, issued: Plan, holds: Holds | None) -> TwoSums | None:
    """第二十条: both sums of a list that was quoted another premium.

    Raises:
        Problem: nobody has said which of them holds.
    """
    sums = two_sums(people, quoted, issued, holds)
    if sums and holds is None:
        refuse_if([sums.told("acceptance.premium_undecided", "premium_holds")])
    return sums


def _first_day(
    request: PolicyDays, last_days: Mapping[int, date], plan: Plan
) -> tuple[date, date | None]:
    """第四条: the first day that was agreed, or is proposed; and the end of the cover it renews.

    Raises:
        Problem: the agreed day is before the earliest that may be, or surely a typing error.
    """
    earliest = cover.first_day(
        request.consent_date, request.premium_received_date, request.policy_issued_date
    )
    proposal = first_day.propose(earliest, Counter(last_days.values()).items())
    if request.agreed_first_day is None:
        return proposal.day, proposal.old_last_day
    try:
        agreed = first_day.agree(request.agreed_first_day, earliest, plan)
    except RuleError as error:
        raise of_rule(error, "agreed_first_day") from error
    return agreed, proposal.old_last_day


def _judge_people(insured: Sequence[Insured], begins: date, plan: Plan) -> Iterator[Finding]:
    """第三、四条: whoever is insured, on the real first day; somebody must be left."""
    if not insured:
        yield Finding.of("acceptance.nobody_left", field="refusals")
        return
    for finding in cases.judged(insured, begins, plan):
        if finding.severity == "error":
            yield finding


def _unknown(asked: Iterable[tuple[str, int]], people: Iterable[Insured]) -> Iterator[Finding]:
    """A finding for each (field, row) that is no person's, or is asked for a second time."""
    left: dict[str, set[int]] = {}
    known = {each.row for each in people}
    for field, row in asked:
        rows = left.setdefault(field, set(known))
        if row not in rows:
            yield Finding.of("acceptance.unknown_row", field=field, row=row).at(row=row)
        rows.discard(row)
