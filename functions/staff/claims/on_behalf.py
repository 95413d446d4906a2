"""What somebody says of her claim on paper or by telephone (补充): the desk enters it for her."""

from contextlib import suppress

from functions.claims import supplementing
from functions.claims.supplementing import Saying
from functions.platform import table
from functions.records.claims import store
from functions.staff.claims import cases
from functions.staff.claims.case_models import ClaimCase
from functions.staff.claims.models import OnBehalfRequest
from functions.staff.decision import Decision, conflict


def supplement(decision: Decision, request: OnBehalfRequest) -> ClaimCase:
    """Keep what somebody has said, with how it came and who entered it; the case as it is then.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 409: the claim is
            settled; 422: something must be mended or confirmed.
    """
    staff = decision.staff
    saying = Saying(request, request.source, decision.now, staff.actor, request.reason)
    kept = cases.decidable(staff, decision.receipt)
    if not decision.is_among(kept.events, saying.asked):
        if kept.claim.revision != decision.revision:
            raise conflict()
        with suppress(table.Taken):
            return cases.shown(staff, *supplementing.add(store.whole(kept), saying))
        kept = cases.find(kept.claim.receipt)
        # Ours may be there although it was refused: the SDK asks again where an answer was lost.
        if not decision.is_among(kept.events, saying.asked):
            raise conflict()
    return cases.shown(staff, *store.whole(kept))
