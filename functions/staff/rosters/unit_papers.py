"""What a unit has brought to its list: stamped sheets (第十一条), signed consents (本人同意书)."""

from datetime import datetime

from functions.platform.downloads import Download
from functions.staff import papers
from functions.staff.models import Thumbnails
from functions.staff.people import Staff
from functions.staff.rosters import cases


def link(staff: Staff, receipt_text: str, document_id: str, now: datetime) -> Download:
    """Where a paper is to be looked at; that it was looked at is logged.

    Raises:
        Problem: 404: there is no such paper, or it is not hers to see; 409: it is in quarantine.
    """
    kept = cases.decidable(staff, receipt_text)
    offer = papers.link(papers.find(kept.papers, document_id), now)
    cases.note(staff, kept.roster, "viewed_sheet", now, document_id=document_id)
    return offer


def thumbnails(staff: Staff, receipt_text: str, now: datetime) -> Thumbnails:
    """Where the small pictures are, of those that have one; logged as one look.

    Raises:
        Problem: as `link`.
    """
    kept = cases.decidable(staff, receipt_text)
    cases.note(staff, kept.roster, "viewed_sheet_thumbnails", now)
    return papers.thumbnails(kept.papers, now)
