"""What a unit brings to its list while the list stays as it is: scans or photos of papers."""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final, NamedTuple

from functions.platform.problems import Problem, of_rule
from functions.records import brought_papers
from functions.records.paper_store import Brought
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.models import RosterPaper, RosterPaperKind
from functions.records.rosters.roster_events import Event, Happening, label
from functions.rosters import done_once
from functions.rosters.status_models import RosterStatus
from shared_rules.claim.limits import MAX_DOCUMENTS
from shared_rules.findings import RuleError

_FIELD: Final = "upload_ids.{}"


class Bringing(NamedTuple):
    """What a unit does: `asked` is the digest of its request, `said` what the event says besides.

    `check_text` is that of the list which the papers are of, `offline_text` what stands on them
    instead, where they were printed offline.
    """

    happening: Happening
    kind: RosterPaperKind
    upload_ids: list[str]
    asked: str
    check_text: str = ""
    offline_text: str = ""
    said: dict[str, Any] = {}  # noqa: RUF012 - nobody changes it


def bring(
    kept: KeptRoster,
    version: int,
    brings: Bringing,
    check: Callable[[KeptRoster], None],
    now: datetime,
) -> RosterStatus:
    """Keep papers with the list that they belong to; the same again changes nothing.

    Args:
        kept: the list, to whose access code the request belongs.
        version: of the list that was looked at.
        brings: what the unit does.
        check: raises what else stands in the way in a list.
        now: of the request.

    Raises:
        Problem: 409: the list has ended, has too many papers, or an upload was used; 412: somebody
            corrected it meanwhile; 422: an upload is not there.
    """

    def decide(kept: KeptRoster) -> Event | None:
        if any(each.asked == brings.asked for each in kept.events):
            return None
        _refuse(kept, version, brings)
        check(kept)
        return done_once.event(kept, now, brings.happening, asked=brings.asked, **brings.said)

    return done_once.after(kept, decide, now, lambda event: _papers(kept, event, brings, now))


def _refuse(kept: KeptRoster, version: int, brings: Bringing) -> None:
    roster = kept.roster
    if roster.is_ended:
        raise Problem(HTTPStatus.CONFLICT, "roster.ended", params={"state": label(roster.state)})
    if roster.version != version:
        raise Problem(HTTPStatus.PRECONDITION_FAILED, "roster.version_conflict")
    if len(kept.papers) + len(brings.upload_ids) > MAX_DOCUMENTS:
        raise of_rule(RuleError("unit_papers.full", limit=MAX_DOCUMENTS), "upload_ids")


def _papers(
    kept: KeptRoster, event: Event, brings: Bringing, now: datetime
) -> list[Brought[RosterPaper]]:
    """The papers of an event, after their bytes were written to S3."""
    # Looked for anew each time: another request may have taken them meanwhile.
    found = brought_papers.uploads_of(brings.upload_ids, _FIELD, now)
    brought_papers.refuse_used(found, _FIELD)
    return [
        Brought(
            RosterPaper(
                document_id=each.document_id,
                version=event.version,
                kind=brings.kind,
                check_text=brings.check_text,
                offline_text=brings.offline_text,
                filename=each.upload.filename,
                received_at=event.at,
                quarantine_object=each.place,
            ),
            each.upload,
        )
        for each in brought_papers.put(found, kept.roster.receipt, event.revision, _FIELD)
    ]
