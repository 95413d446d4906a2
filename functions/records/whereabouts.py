"""Who has a list or a claim now, since when, and until when: one table for every state of both.

What is to be done next stands with the state itself (`state.…`, `claim_state.…`). Where no day is
named, the words say why.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from functions.records.claims.claim_course import Standing
from functions.records.claims.claim_events import State as ClaimState
from functions.records.rosters import policy_papers, roster_course
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Event
from functions.records.rosters.roster_events import State as ListState
from shared_rules.findings import Finding
from shared_rules.records import Model

LISTS: Final[Mapping[ListState, str]] = {
    "submitted": "where.list_submitted",
    "returned": "where.list_returned",
    "accepted": "where.list_accepted",
    "withdrawn": "where.list_withdrawn",
    "closed": "where.list_closed",
}
REMINDED: Final = "where.list_reminded"
COVER_ENDED: Final = "where.list_cover_ended"
PAPERS_MISSING: Final = "where.list_papers_missing"
CLAIMS: Final[Mapping[ClaimState, str]] = {
    "waiting_for_papers": "where.claim_waiting_for_papers",
    "papers_complete": "where.claim_papers_complete",
    "assessed": "where.claim_assessed",
    "awaiting_transfer": "where.claim_awaiting_transfer",
    "paid": "where.claim_paid",
    "refused": "where.claim_refused",
    "refunded": "where.claim_refunded",
    "joined": "where.claim_joined",
}


class Whereabouts(Model):
    """Who has it, since when, and what is said of that and of the day until which, in words."""

    who: str
    since: date
    told: str


def of_list(roster: Roster, events: Sequence[Event], today: date) -> Whereabouts:
    """Who has a list now."""
    code = LISTS[roster.state]
    if roster_course.reminder(events):
        code = REMINDED
    elif roster.acceptance and roster.acceptance.last_day < today:
        code = COVER_ENDED
    elif policy_papers.missing(roster, events):
        code = PAPERS_MISSING
    return _told(code, roster_course.since(roster, events), roster_course.due(roster, events))


def of_claim(stands: Standing) -> Whereabouts:
    """Who has a claim now."""
    return _told(CLAIMS[stands.state], stands.since, stands.due)


def _told(code: str, since: date, by: date) -> Whereabouts:
    words = Finding.of(code, since=since.isoformat(), by=by.isoformat())
    return Whereabouts(who=words.title, since=since, told=f"{words.message}{words.fix}")
