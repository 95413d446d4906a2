"""What was decided on a claim is paid (给付): noted once the money has gone out (第十五条)."""

from collections.abc import Iterator
from datetime import date

from functions.platform.problems import refuse_if
from functions.records.claims.claim_events import SETTLED, Event
from functions.records.claims.decided import Decided
from functions.staff.claims.case_models import ClaimCase
from functions.staff.claims.deciding import Asked, OpenCase, decided
from functions.staff.claims.models import TransferRequest
from functions.staff.claims.settling import transferred
from functions.staff.decision import Decision
from shared_rules import days
from shared_rules.findings import Finding


def note(decision: Decision, request: TransferRequest) -> ClaimCase:
    """Keep that the money has gone out, as it was decided; the claim is settled by that.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 409: nothing is to be
            paid; 422: day, amount or account are not those of the decision.
        RuleError: the day is out of range.
    """

    def decide(case: OpenCase) -> Event:
        holds = case.stands.holds
        if holds is None or holds.confirmed.proposal is None:
            raise LookupError("nothing was decided")
        refuse_if(_faults(case, holds, request, asked.today))
        state = SETTLED[holds.confirmed.proposal.outcome]
        return asked.event(
            case.kept,
            state,
            after=state,
            proposal=holds.confirmed.proposal,
            article=holds.confirmed.article,
            settled_on=request.paid_on,
            account=request.account,
        )

    asked = Asked.of(decision, "transfer", request)
    return decided(asked, ("awaiting_transfer",), decide, transferred)


def _faults(
    case: OpenCase, holds: Decided, request: TransferRequest, today: date
) -> Iterator[Finding]:
    """In what it is not what was decided."""
    day, decided_on = days.check(request.paid_on), holds.confirmed.decided_on
    if day > today:
        yield Finding.of("claim_desk.paid_in_future", field="paid_on")
    if decided_on and day < decided_on:
        yield Finding.of(
            "claim_desk.paid_too_early", field="paid_on", decided=decided_on.isoformat()
        )
    if request.amount != holds.amounts.total:
        yield Finding.of("claim_desk.other_amount", field="amount", due=holds.amounts.total)
    # A premium goes back to whoever has paid it, which is not always her (第五条).
    account = case.report.reported.bank if not holds.amounts.refund else None
    if account and account.last_digits != request.account:
        digits = account.last_digits
        yield Finding.of("claim_desk.other_account", field="account", digits=digits)
