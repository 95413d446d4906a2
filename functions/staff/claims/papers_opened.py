"""Which papers of a claim somebody of the desk has opened, as the log tells."""

from functions.records import viewings
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.models import ClaimViewed
from functions.staff.people import Staff


def by(staff: Staff, kept: KeptClaim) -> set[str]:
    """The ids of the papers that she has opened."""
    return {
        each.document_id
        for each in viewings.of(kept.claim.receipt, ClaimViewed)
        if each and each.document_id and each.what == "viewed_paper"
        if each.by.subject == staff.subject
    }
