"""What somebody says of her claim on paper or by telephone (补充), entered for her by the desk.

Papers that came to the desk take the public's way: sent to the same place, looked at and cleaned
by the same worker.
"""

from collections.abc import Callable
from contextlib import suppress

from functions.claims import brought, supplementing
from functions.claims.supplementing import Saying
from functions.platform import table
from functions.records import submissions
from functions.records.claims import store
from functions.records.claims.kept_claim import KeptClaim, WholeClaim
from functions.records.claims.store import Supplemented
from functions.staff.claims import cases
from functions.staff.claims.case_models import ClaimCase
from functions.staff.claims.models import OnBehalfRequest, PapersOnBehalfRequest
from functions.staff.decision import Decision


def supplement(decision: Decision, request: OnBehalfRequest) -> ClaimCase:
    """Keep what somebody has said, with how it came and who entered it; the case as it is then.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 409: the claim is
            settled; 422: something must be mended or confirmed.
    """
    saying = Saying(request, request.source, decision.now, decision.staff.actor, request.reason)
    return _once(decision, saying.asked, lambda kept: supplementing.add(store.whole(kept), saying))


def bring(decision: Decision, request: PapersOnBehalfRequest) -> ClaimCase:
    """Keep papers that came to the desk, and who entered them; the case as it is then.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 409: the claim takes no
            more; 422: an upload is not there, or was used before; there are too many.
    """
    asked = submissions.fingerprint_of(request)
    how = Supplemented(decision.now, decision.staff.actor, request.reason, "paper", asked)

    def add(kept: KeptClaim) -> WholeClaim:
        found = brought.uploads_of(request.documents, decision.now)
        return store.whole(brought.add(kept, request.documents, found, how))

    return _once(decision, asked, add)


def _once(decision: Decision, asked: str, add: Callable[[KeptClaim], WholeClaim]) -> ClaimCase:
    """The case after something was added to the revision that was seen, now or before.

    Args:
        decision: who adds it, and to which revision of which claim.
        asked: the digest of the request, which what is added leaves with its event.
        add: gets the claim as it is and gives it as it is then; may raise `Taken`.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster.
    """
    staff = decision.staff
    kept = cases.decidable(staff, decision.receipt)
    if not decision.is_among(kept.events, asked):
        if kept.claim.revision != decision.revision:
            raise decision.conflict(kept.events)
        with suppress(table.Taken):
            return cases.shown(staff, *add(kept), decision.now)
        kept = cases.find(kept.claim.receipt)
        # Ours may be there although it was refused: the SDK asks again where an answer was lost.
        if not decision.is_among(kept.events, asked):
            raise decision.conflict(kept.events)
    return cases.shown(staff, *store.whole(kept), decision.now)
