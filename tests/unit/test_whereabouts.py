"""Who has a list or a claim now: every state says who, since when, what to do, and until when."""

from collections.abc import Iterator
from typing import get_args

import pytest

from functions.records import whereabouts
from functions.records.claims import claim_events
from functions.records.rosters import roster_events
from shared_rules.findings import Finding
from shared_rules.messages import Message, catalogue

LIST_STATES = (*get_args(roster_events.Live), *get_args(roster_events.Ended))


def rows() -> Iterator[tuple[str, str]]:
    """Each code of the table, and that of what is to be done next."""
    for listed in LIST_STATES:
        yield whereabouts.LISTS[listed], roster_events.MESSAGES[listed]
    yield whereabouts.REMINDED, roster_events.MESSAGES["returned"]
    yield whereabouts.COVER_ENDED, roster_events.MESSAGES["accepted"]
    yield whereabouts.PAPERS_MISSING, roster_events.MESSAGES["accepted"]
    yield whereabouts.REFUND_AWAITED, "claim_state.awaiting_refund"
    for claimed, next_step in claim_events.STATE_MESSAGES.items():
        yield whereabouts.CLAIMS[claimed], next_step


def names_a_day(message: Message) -> bool:
    return "{by}" in message.fix


def test_every_state_of_lists_and_claims_is_in_the_table() -> None:
    assert set(whereabouts.LISTS) == set(LIST_STATES)
    assert set(whereabouts.CLAIMS) == set(claim_events.STATE_MESSAGES)


@pytest.mark.parametrize(("code", "next_step"), list(rows()))
def test_a_state_has_all_four_parts_or_says_why_not(code: str, next_step: str) -> None:
    message = catalogue()[code]
    assert message.title, "who"
    assert "{since}" in message.explanation, "since when"
    assert catalogue()[next_step].fix, "what to do"
    assert names_a_day(message) or "期限" in message.fix, "until when, or why there is no day"
    told = Finding.of(code, since="2026-11-24", by="2026-11-29")
    assert "2026年11月24日" in told.message
    assert ("2026年11月29日" in told.fix) == names_a_day(message)
