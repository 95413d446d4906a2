"""What somebody says of her claim on paper or by telephone (补充), entered for her by the desk.

Papers that came to the desk take the public's way: sent to the same place, looked at and cleaned
by the same worker.
"""

from contextlib import suppress

from functions.claims import brought, supplementing
from functions.claims.supplementing import Saying
from functions.platform import table
from functions.records import submissions
from functions.records.claims import store
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.store import Supplemented
from functions.staff.claims import cases
from functions.staff.claims.case_models import ClaimCase
from functions.staff.claims.models import OnBehalfRequest, PapersOnBehalfRequest
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


def bring(decision: Decision, request: PapersOnBehalfRequest) -> ClaimCase:
    """Keep papers that came to the desk, and who entered them; the case as it is then.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 409: the claim takes no
            more; 422: an upload is not there, or was used before; there are too many.
    """
    staff, asked = decision.staff, submissions.fingerprint_of(request)
    kept = cases.decidable(staff, decision.receipt)
    if not decision.is_among(kept.events, asked):
        if kept.claim.revision != decision.revision:
            raise conflict()
        how = Supplemented(decision.now, staff.actor, request.reason, "paper", asked)
        with suppress(table.Taken):
            return cases.shown(staff, *store.whole(_with_papers(kept, request, how)))
        kept = cases.find(kept.claim.receipt)
        # Ours may be there although it was refused: the SDK asks again where an answer was lost.
        if not decision.is_among(kept.events, asked):
            raise conflict()
    return cases.shown(staff, *store.whole(kept))


def _with_papers(kept: KeptClaim, request: PapersOnBehalfRequest, how: Supplemented) -> KeptClaim:
    """The claim after the papers were kept with it."""
    found = brought.uploads_of(request.documents, how.at)
    return brought.add(kept, request.documents, found, how)
