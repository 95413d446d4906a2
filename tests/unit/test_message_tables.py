"""Tables from what happens to what is said of it: each is whole, and names messages there are."""

from collections.abc import Mapping
from typing import Any, get_args

import pytest

from functions.claims import field_messages as claim_fields
from functions.records import kept_papers, messages, stopped_mail, teamwork
from functions.records.brought_file import Purpose
from functions.records.claims import claim_events
from functions.records.claims import models as claims
from functions.records.rosters import roster_events
from functions.rosters import field_messages as roster_fields
from functions.rosters.marking import marks
from functions.staff.claims.case_models import DESK_MESSAGES
from functions.staff.logs import BECAME_MESSAGES, STOP_MESSAGES
from functions.staff.rosters.log import SEEN_MESSAGES
from functions.staff.rosters.models import Seen
from functions.uploads import service as uploads
from shared_rules import daily_allowance
from shared_rules.claim.supplement import Part
from shared_rules.identity import id_number, name
from shared_rules.messages import catalogue
from shared_rules.roster import renewal


def words(kind: Any) -> set[str]:
    """The words of a type, those of its parts together."""
    parts = get_args(kind)
    return {each for part in parts for each in ([part] if isinstance(part, str) else words(part))}


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (kept_papers._MESSAGES, kept_papers.Shown),
        (claim_events.MESSAGES, claim_events.Happening),
        (claim_events.STATE_MESSAGES, claim_events.State),
        (claim_events.PART_MESSAGES, Part),
        (claim_events.SOURCE_MESSAGES, claim_events.Source),
        (claim_events.REOPENING_MESSAGES, claim_events.Reopening),
        (claims.RELATION_MESSAGES, claims.Relation),
        (claims.EARLIER_MESSAGES, claims.Earlier),
        (claims.VIEW_MESSAGES, claims.View),
        (DESK_MESSAGES, claim_events.State | claim_events.Outcome),
        (roster_events.MESSAGES, roster_events.Happening),
        (marks._MESSAGES, marks.Status),
        (SEEN_MESSAGES, Seen),
        (BECAME_MESSAGES, messages.Became),
        (STOP_MESSAGES, stopped_mail.Said),
        (teamwork.MESSAGES, teamwork.Doing),
        (uploads._EMPTY, Purpose),
        (uploads._TOO_LARGE, Purpose),
        (daily_allowance._MESSAGES, daily_allowance.Reason),
        (id_number.CHANGE_MESSAGES, id_number.Change),
        (name.CHANGE_MESSAGES, name.Change),
        (renewal.CHANGE_MESSAGES, renewal.Change),
    ],
)
def test_every_word_has_its_message(table: Mapping[str, str], kind: Any) -> None:
    assert set(table) == words(kind)
    assert set(table.values()) <= set(catalogue())


@pytest.mark.parametrize("table", [claim_fields.FIELD_MESSAGES, roster_fields.FIELD_MESSAGES])
def test_every_field_has_a_message_that_there_is(table: Mapping[Any, str]) -> None:
    assert set(table.values()) <= set(catalogue())


def test_messages_are_of_events_that_there_are_and_in_words_that_there_are() -> None:
    assert set(messages.TABLE) == words(messages.Occasion)
    for telling in messages.TABLE.values():
        assert set(telling.of_list) <= words(roster_events.Happening)
        assert set(telling.of_claim) <= words(claim_events.Happening)
        assert set(telling.words.values()) <= set(catalogue())
