"""A lost access code (查询码) of a claim: on a stamped request the desk issues another one."""

from contextlib import suppress

from functions.platform import table
from functions.records import submissions
from functions.records.access import access_hash
from functions.records.claims import store
from functions.records.claims.claim_events import Event
from functions.records.claims.kept_claim import KeptClaim
from functions.staff.claims import cases
from functions.staff.claims.case_models import IssuedClaimCode
from functions.staff.decision import Decision
from functions.staff.models import AccessCodeRequest


def issue(decision: Decision, request: AccessCodeRequest, key: str) -> IssuedClaimCode:
    """Give a claim another access code; the old one opens nothing any more.

    The code comes from the request's key, so that the same again gets the same answer.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 400: the key is
            missing, or cannot be unique.
    """
    kept = cases.decidable(decision.staff, decision.receipt)
    claim, state = kept.claim, kept.stands.state
    code = submissions.code_of(key, claim.receipt, str(decision.revision))
    hash_of_code = access_hash(claim.receipt, code)
    if kept.access_hash == hash_of_code:
        return _shown(decision, kept, code)
    if claim.revision != decision.revision:
        raise decision.conflict(kept.events)
    event = Event(
        at=decision.now,
        state="access_code_changed",
        version=claim.version,
        revision=decision.revision + 1,
        by=decision.staff.actor,
        before=state,
        after=state,
        reason=request.reason,
    )
    with suppress(table.Taken):
        store.decide(kept, event, {}, access_hash=hash_of_code)
    found = cases.find(claim.receipt)
    # Ours may be there although it was refused: the first answer was lost, and the SDK asked again.
    if found.access_hash != hash_of_code:
        raise decision.conflict(found.events)
    return _shown(decision, found, code)


def _shown(decision: Decision, kept: KeptClaim, code: str) -> IssuedClaimCode:
    case = cases.shown(decision.staff, *store.whole(kept), decision.now)
    return IssuedClaimCode(access_code=code, case=case)
