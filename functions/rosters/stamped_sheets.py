"""A unit brings scans or photos of the sheets that it has stamped (第十一条): of this very list.

What is of another list, or was printed before the list was corrected, is refused by its check text.
"""

from collections.abc import Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Final

from functions.platform.problems import Problem, of_rule, unprocessable
from functions.records import brought_papers
from functions.records.access import authorised
from functions.records.paper_store import Brought
from functions.records.rosters import check_texts, store
from functions.records.rosters.check_texts import Standing
from functions.records.rosters.models import RosterPaper
from functions.records.rosters.roster_events import Event, label
from functions.records.rosters.store import KeptRoster
from functions.records.submissions import fingerprint_of
from functions.records.uploads import Upload
from functions.rosters import done_once
from functions.rosters.models import StampedSheetsIn
from functions.rosters.status_models import RosterStatus
from shared_rules.claim.limits import MAX_DOCUMENTS
from shared_rules.findings import Finding, RuleError

_FIELD: Final = "upload_ids.{}"
_REFUSED: Final[dict[Standing, str]] = {
    "outdated": "stamped_sheets.outdated",
    "differs": "stamped_sheets.other_list",
}


def bring(
    receipt: str, access_code: str, version: int, asked: StampedSheetsIn, now: datetime
) -> RosterStatus:
    """Keep stamped sheets with their list; the same again changes nothing.

    Raises:
        Problem: as `service.status`; 409: the list has ended, has too many papers, or an upload was
            used; 412: somebody corrected it meanwhile; 422: the sheets are not of this list as it
            stands, or an upload is not there.
    """
    kept = authorised("AK", receipt, access_code, now, store.find)
    digest = fingerprint_of(asked)

    def decide(kept: KeptRoster) -> Event | None:
        if any(each.asked == digest for each in kept.events):
            return None
        _check(kept, version, asked)
        return done_once.event(kept, now, "sheets_brought", asked=digest)

    def papers(event: Event) -> list[Brought[RosterPaper]]:
        # Looked for anew each time: another request may have taken them meanwhile.
        found = brought_papers.uploads_of(asked.upload_ids, _FIELD, now)
        brought_papers.refuse_used(found, _FIELD)
        return _kept(kept.roster.receipt, event, found, asked.check_text)

    return done_once.after(kept, decide, now, papers)


def _check(kept: KeptRoster, version: int, asked: StampedSheetsIn) -> None:
    roster = kept.roster
    if roster.is_ended:
        raise Problem(HTTPStatus.CONFLICT, "roster.ended", params={"state": label(roster.state)})
    if roster.version != version:
        raise Problem(HTTPStatus.PRECONDITION_FAILED, "roster.version_conflict")
    standing = check_texts.standing(kept, store.earlier_versions(roster.receipt), asked.check_text)
    if standing != "matches":
        raise unprocessable([Finding.of(_REFUSED[standing], field="check_text")])
    if len(kept.papers) + len(asked.upload_ids) > MAX_DOCUMENTS:
        raise of_rule(RuleError("stamped_sheets.full", limit=MAX_DOCUMENTS), "upload_ids")


def _kept(
    receipt: str, event: Event, found: Sequence[Upload], text: str
) -> list[Brought[RosterPaper]]:
    """The papers of an event, after their bytes were written to S3."""
    return [
        Brought(
            RosterPaper(
                document_id=each.document_id,
                version=event.version,
                kind="stamped_sheets",
                check_text=text,
                filename=each.upload.filename,
                received_at=event.at,
                quarantine_object=each.place,
            ),
            each.upload,
        )
        for each in brought_papers.put(found, receipt, event.revision, _FIELD)
    ]
