"""A lost access code (查询码): on a stamped request the desk issues another, shown this once.

The code comes from the request's key, as that of a submission does: who did not get the answer
sends the same again.
"""

from functions.records import submissions
from functions.records.access import access_hash
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.roster_events import Reason
from functions.staff.decision import Decision
from functions.staff.models import AccessCodeRequest
from functions.staff.rosters import cases
from functions.staff.rosters.deciding import add, event
from functions.staff.rosters.models import IssuedCode


def issue(decision: Decision, request: AccessCodeRequest, key: str) -> IssuedCode:
    """Give a roster another access code; the old one opens nothing any more.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 400: the key is
            missing, or cannot be unique.
    """
    kept = cases.decidable(decision.staff, decision.receipt)
    roster = kept.roster
    code = submissions.code_of(key, roster.receipt, str(decision.revision))
    hash_of_code = access_hash(roster.receipt, code)
    if roster.access_hash == hash_of_code:
        return _shown(decision, kept, code)
    if roster.revision != decision.revision:
        raise decision.conflict(kept.events)
    reasons = [Reason(text=request.reason)]
    issued = event(decision, kept, "access_code_changed", roster.state, reasons=reasons)
    after = roster.after(issued, access_hash=hash_of_code)
    found = add(
        decision, kept, after, issued, lambda found: found.roster.access_hash == hash_of_code
    )
    return _shown(decision, found, code)


def _shown(decision: Decision, kept: KeptCase, code: str) -> IssuedCode:
    case = cases.shown(decision.staff, kept, decision.now)
    return IssuedCode(access_code=code, case=case)
