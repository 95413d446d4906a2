"""A claim that was decided goes on (重新打开): she objects to that, or has a further stay.

What was decided stays in the claim's story, and what was paid stays paid: the desk assesses the
whole anew and sets it off; of a further stay only once the money of the decision is out. Her words
are kept beside the report, as the table keeps no illness.
"""

from datetime import datetime
from http import HTTPStatus

from functions.claims import seen_version
from functions.claims.models import ReopeningRequest
from functions.claims.status_models import ClaimStatus
from functions.platform.problems import Problem, unprocessable
from functions.records import submissions
from functions.records.access import authorised
from functions.records.claims import store
from functions.records.claims.claim_events import Event
from functions.records.claims.kept_claim import WholeClaim
from functions.records.claims.supplements import KeptSupplement, Supplement
from shared_rules.findings import Finding


def reopen(
    receipt: str, access_code: str, version: int, request: ReopeningRequest, now: datetime
) -> ClaimStatus:
    """Reopen a claim that was decided, of which a version was seen; the same again changes nothing.

    Raises:
        Problem: receipt and code do not belong together; 409: nothing is decided, or a further
            stay was told already; 412: it was changed meanwhile; 422: she objects without saying to
            what.
    """
    kept = authorised("LP", receipt, access_code, now, store.find)
    asked = submissions.fingerprint_of(request)
    return seen_version.changed(
        kept, version, asked, lambda claim: _reopened(claim, request, asked, now), now
    )


def _reopened(
    whole: WholeClaim, request: ReopeningRequest, asked: str, now: datetime
) -> WholeClaim:
    kept, file = whole
    stands = kept.stands
    if stands.holds is None or (stands.waits and request.why == "stay"):
        raise Problem(HTTPStatus.CONFLICT, "claim.not_settled")
    if request.why == "objection" and request.words is None:
        raise unprocessable([Finding.of("claim_reopening.no_words", field="words")])
    said = KeptSupplement(
        receipt=kept.claim.receipt,
        at=now,
        source="online",
        said=Supplement(),
        findings=file.now.findings,
        words=request.words,
    )
    event = Event(
        at=now,
        state="reopened",
        version=kept.claim.version + 1,
        revision=kept.claim.revision + 1,
        asked=asked,
        reopening=request.why,
    )
    return store.add(whole, said, event)
