"""What a unit has brought to its list, as the desk is told of it beside the rows."""

from typing import Any

from functions.records.rosters import arrivals, check_texts, signed_consents
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.models import RosterPaper
from functions.records.rosters.signed_consents import ConsentsMissing
from functions.rosters import progress
from functions.staff.models import By
from functions.staff.rosters.models import ArrivalTold
from functions.staff.rosters.paper_models import CaseConsents, CaseSheet, ConsentsPaper


def sheets(kept: KeptCase) -> list[CaseSheet]:
    """The stamped sheets (盖章的名单)."""
    return [
        CaseSheet(
            is_current=check_texts.is_of(kept.roster, each.check_text),
            check_text=each.bears,
            is_printed_offline=bool(each.offline_text),
            **_told(each),
        )
        for each in kept.papers
        if each.kind == "stamped_sheets"
    ]


def consents(kept: KeptCase, missing: ConsentsMissing) -> CaseConsents:
    """The signed consents (本人同意书), and of whom they are missing."""
    papers = [
        ConsentsPaper(rows=signed_consents.rows_on(each, kept.events), **_told(each))
        for each in kept.papers
        if each.kind == "signed_consents"
    ]
    attested = signed_consents.attested(kept.events)
    return CaseConsents(papers=papers, attested=attested, missing=missing)


def arrived(kept: KeptCase) -> list[ArrivalTold]:
    """What has arrived of stamped sheets and premium, and who has noted it."""
    return [
        ArrivalTold(what=each.what, at=each.at, by=By.of(each.by) if each.by else None)
        for each in arrivals.of(kept.roster, kept.events)
    ]


def _told(paper: RosterPaper) -> dict[str, Any]:
    return {
        **progress.paper_told(paper),
        "document_id": paper.document_id,
        "media_type": paper.media_type,
        "pages": paper.pages,
    }
