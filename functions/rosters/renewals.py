"""This year's list beside last year's (续保比对): nothing is stored."""

from datetime import datetime

from functions.platform import proof_of_work
from functions.records.access import authorised
from functions.records.rosters import store
from functions.rosters import comparing, lists, next_year
from functions.rosters.comparing import LastYear
from functions.rosters.renewal_models import LastListIn, RenewalReport, RenewalRequest


def compare(request: RenewalRequest, proof: str, now: datetime) -> RenewalReport:
    """What `comparing.compare` says of the two lists.

    A receipt costs a proof of work, as looking it up does.

    Raises:
        Problem: as of that; receipt and access code do not belong together; the proof of work is
            no good.
    """
    return comparing.compare(
        request,
        now.date(),
        lambda: _last_year(request.last, proof, now),
        lambda: lists.read(request.this, now, "this."),
    )


def _last_year(request: LastListIn, proof: str, now: datetime) -> LastYear:
    """Of a list that the insurer accepted, those whom it insures still, and its last day."""
    comparing.refuse_unless_one(request)
    if request.receipt is None:
        return comparing.of_list(lists.read(request, now, "last."), now.date())
    proof_of_work.redeem(proof, now)
    roster = authorised("AK", request.receipt, request.access_code, now, store.find).roster
    accepted = roster.acceptance
    people = next_year.going_on(store.people(roster), accepted)
    return LastYear(people, len(people), accepted.last_day if accepted else None)
