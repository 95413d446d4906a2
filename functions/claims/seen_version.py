"""What somebody asks of a claim of which she has seen a version (If-Match): it is done once.

The same sent again, because its answer was lost, finds itself kept.
"""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Final

from functions.claims import progress
from functions.claims.status_models import ClaimStatus
from functions.platform import table
from functions.platform.problems import Problem
from functions.records.claims import store
from functions.records.claims.kept_claim import KeptClaim, WholeClaim

_ATTEMPTS: Final = 5


def changed(
    kept: KeptClaim,
    version: int,
    asked: str,
    change: Callable[[WholeClaim], WholeClaim],
    now: datetime,
) -> ClaimStatus:
    """Where a claim stands after a change to the version that was seen.

    Args:
        kept: the claim, to whose access code the request belongs.
        version: that was seen.
        asked: the digest of the request, which the change leaves with its event.
        change: gets the claim as it is and gives it as it is then; may raise `Taken`.
        now: by which its clock is told.

    Raises:
        Problem: 412: it was changed meanwhile.
    """
    for _ in range(_ATTEMPTS):
        if any(each.asked == asked and each.version == version + 1 for each in kept.events):
            return progress.status(store.whole(kept), now)
        if kept.claim.version != version:
            raise Problem(HTTPStatus.PRECONDITION_FAILED, "claim.version_conflict")
        try:
            return progress.status(change(store.whole(kept)), now)
        except table.Taken:  # somebody was faster, perhaps this very request: look again
            kept = store.find(kept.claim.receipt) or kept
    raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "request.busy")
