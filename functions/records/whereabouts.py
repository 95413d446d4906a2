"""Who has a list or a claim now, since when, until when, and whom to call: a table of all states.

What is to be done next stands with the state itself (`state.…`, `claim_state.…`). Where no day is
named, the words say why. Neither lists nor claims are imported: whoever tells of the one would
start with all the rules of the other.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, Self

from functions.records import desk_queue
from functions.records.areas import Contact
from shared_rules.findings import Finding
from shared_rules.messages import catalogue
from shared_rules.plans import Plan
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
_HERS: Final = frozenset({LISTS["returned"], REMINDED, CLAIMS["waiting_for_papers"]})
_NO_STEP: Final = frozenset({LISTS["accepted"], PAPERS_MISSING, COVER_ENDED})
"""The day of these ends her cover: nothing that somebody has to do is late after it."""


class Call(Model):
    """Whom to call."""

    name: str
    phone: str

    @classmethod
    def to_contact(cls, contact: Contact) -> Self:
        """The insurer's person for an area."""
        return cls(name=f"对接人{contact.name}", phone=contact.phone)

    @classmethod
    def to_insurer(cls, plan: Plan) -> Self:
        """Where claims are reported."""
        return cls(name="报案电话", phone=plan.hotline.number)


class Whereabouts(Model):
    """Who has it, since when, and what is said of that and of the day until which, in words.

    `by` is the day of the desk's queue; null where the step has none. `past` says that it is over,
    "" before; then it is `call` who is to be called.
    """

    who: str
    since: date
    told: str
    by: date | None
    past: str
    call: Call


def told(code: str, since: date, by: date, *, call: Call, today: date) -> Whereabouts:
    """Who has it now.

    Args:
        code: of the table.
        since: the day on which it came to whoever has it.
        by: the day on which the next step is due, as the desk's queue has it.
        call: whom to ask.
        today: by which that day is past, or not.
    """
    words = Finding.of(code, since=since.isoformat(), by=by.isoformat())
    has_day = "{by}" in catalogue()[code].fix and code not in _NO_STEP
    return Whereabouts(
        who=words.title,
        since=since,
        told=f"{words.message}{words.fix}",
        by=by if has_day else None,
        past=_past(code, by, today) if has_day and desk_queue.is_past(by, today) else "",
        call=call,
    )


def _past(code: str, by: date, today: date) -> str:
    at = "where.past_at_hers" if code in _HERS else "where.past_at_desk"
    said = Finding.of(at, by=by.isoformat(), days=(today - by).days)
    return f"{said.message}{said.fix}"
