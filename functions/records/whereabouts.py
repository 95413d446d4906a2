"""Who has a list or a claim now, since when, and until when: one table for every state of both.

What is to be done next stands with the state itself (`state.…`, `claim_state.…`). Where no day is
named, the words say why. Neither lists nor claims are imported: whoever tells of the one would
start with all the rules of the other.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from shared_rules.findings import Finding
from shared_rules.records import Model

LISTS: Final[Mapping[str, str]] = {
    "submitted": "where.list_submitted",
    "returned": "where.list_returned",
    "accepted": "where.list_accepted",
    "withdrawn": "where.list_withdrawn",
    "closed": "where.list_closed",
}
REMINDED: Final = "where.list_reminded"
COVER_ENDED: Final = "where.list_cover_ended"
PAPERS_MISSING: Final = "where.list_papers_missing"
CLAIMS: Final[Mapping[str, str]] = {
    "waiting_for_papers": "where.claim_waiting_for_papers",
    "papers_complete": "where.claim_papers_complete",
    "assessed": "where.claim_assessed",
    "awaiting_transfer": "where.claim_awaiting_transfer",
    "paid": "where.claim_paid",
    "refused": "where.claim_refused",
    "refunded": "where.claim_refunded",
    "joined": "where.claim_joined",
}
REFUND_AWAITED: Final = "where.claim_awaiting_refund"


class Whereabouts(Model):
    """Who has it, since when, and what is said of that and of the day until which, in words."""

    who: str
    since: date
    told: str


def told(code: str, since: date, by: date) -> Whereabouts:
    """Who has it now, by a code of the table."""
    words = Finding.of(code, since=since.isoformat(), by=by.isoformat())
    return Whereabouts(who=words.title, since=since, told=f"{words.message}{words.fix}")
