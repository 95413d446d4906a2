"""More is said of a reported claim (补充): judged beside what was said before, kept as an event.

What cannot be right changes nothing. The same sent again, because its answer was lost, finds itself
kept. The desk's people do the same on somebody's behalf, and say how it came to them.
"""

from dataclasses import dataclass
from datetime import datetime

from functions.claims import seen_version
from functions.claims.models import FactsRequest
from functions.claims.open_claims import refuse_ended
from functions.claims.status_models import ClaimStatus
from functions.platform.problems import unprocessable
from functions.records import submissions
from functions.records.access import authorised
from functions.records.actors import Actor
from functions.records.claims import store
from functions.records.claims.claim_events import Event, Source
from functions.records.claims.kept_claim import KeptClaim, WholeClaim
from functions.records.claims.models import KeptReport
from functions.records.claims.supplements import CaseFile, KeptSupplement, Supplement
from shared_rules import confirmations, plans
from shared_rules.claim import supplement as rules
from shared_rules.findings import Finding


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says of a claim, how it came, and when; `by` is None where it was not the desk.

    `asked` is its digest, by which the same is known when it comes again.
    """

    request: FactsRequest
    source: Source
    now: datetime
    by: Actor | None = None
    reason: str | None = None

    @property
    def asked(self) -> str:
        """The same for the same."""
        return submissions.fingerprint_of(self.request)


def supplement(
    receipt: str, access_code: str, version: int, request: FactsRequest, now: datetime
) -> ClaimStatus:
    """Keep what whoever has the access code says of a claim of which she has seen a version.

    Raises:
        Problem: receipt and code do not belong together; the claim is settled, or was supplemented
            meanwhile; something must be mended or confirmed.
    """
    kept = authorised("LP", receipt, access_code, now, store.find)
    saying = Saying(request, "online", now)
    return seen_version.changed(kept, version, saying.asked, lambda claim: add(claim, saying), now)


def add(whole: WholeClaim, saying: Saying) -> WholeClaim:
    """The claim after what is said of it was kept; what was known already changes nothing.

    Raises:
        Problem: 409: the claim is not open; 422: something must be mended or confirmed.
        Taken: the claim was changed meanwhile.
    """
    kept, file = whole
    refuse_ended(kept)
    said = saying.request.said(saying.now.date())
    if not said.parts:
        raise unprocessable([Finding.of("claim_supplement.nothing")])
    if kept.stands.waits and said.parts != ["stays"]:
        raise unprocessable([Finding.of("claim_supplement.only_stays")])
    now, before = _judged(kept, file, said, saying), file.now.reported
    changed = [part for part in said.parts if said.only(part).over(before) != before]
    if not changed:
        return whole
    kept_said = KeptSupplement(
        receipt=kept.claim.receipt,
        at=saying.now,
        source=saying.source,
        said=said,
        findings=now.findings,
    )
    event = Event(
        at=saying.now,
        state="facts_supplemented",
        version=kept.claim.version + 1,
        revision=kept.claim.revision + 1,
        by=saying.by,
        asked=saying.asked,
        reason=saying.reason,
        parts=changed,
        source=saying.source,
    )
    return store.add(whole, kept_said, event)


def _judged(kept: KeptClaim, file: CaseFile, said: Supplement, saying: Saying) -> KeptReport:
    """What would hold then, with all that is remarkable about it.

    Raises:
        Problem: with every finding that stands in the way.
    """
    before = file.now
    reported = said.over(before.reported)
    plan = plans.in_force(kept.claim.plan)
    found = rules.judge(reported.report, said.parts, saying.now.date(), plan)
    errors = [each for each in found if each.severity == "error"]
    if refused := [*errors, *confirmations.missing(found, saying.request.confirmations)]:
        raise unprocessable(refused)
    others = [each for each in before.findings if not rules.concerns(each, said.parts)]
    return before.model_copy(update={"reported": reported, "findings": [*others, *found]})
