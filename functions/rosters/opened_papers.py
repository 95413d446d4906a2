"""A unit downloads the policy or invoice of its list (第十三条): first an event, then logged."""

from datetime import datetime
from http import HTTPStatus

from functions.platform import downloads
from functions.platform.downloads import Download
from functions.platform.problems import Problem
from functions.records.access import authorised
from functions.records.rosters import policy_papers, store
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.policy_papers import PaperKept
from functions.records.rosters.roster_events import Event
from functions.rosters import done_once, seen_by_unit
from shared_rules.policy_papers import PaperKind


def download(receipt: str, access_code: str, kind: PaperKind, now: datetime) -> Download:
    """Where the file is to be saved from; that it was is kept before.

    Raises:
        Problem: as `service.status`; 409: there is none yet.
    """
    kept = authorised("AK", receipt, access_code, now, store.find)
    paper = policy_papers.standing(kept.events).get(kind)
    if paper is None:
        raise Problem(HTTPStatus.CONFLICT, "policy_paper.not_there")
    if paper.opened_at:
        seen_by_unit.note(kept.roster, "unit_opened_paper", now)
    else:
        done_once.after(kept, lambda found: _opening(found, paper, now), now)
    return downloads.kept(*policy_papers.as_file(kept.roster.receipt, paper.paper), now)


def _opening(kept: KeptRoster, paper: PaperKept, now: datetime) -> Event | None:
    """That a file was first downloaded; None where that is kept already."""
    if any(each.opens == paper.number for each in kept.events):
        return None
    happening = policy_papers.OPENED[paper.paper.kind]
    return done_once.event(kept, now, happening, opens=paper.number)
