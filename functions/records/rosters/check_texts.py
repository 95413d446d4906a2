"""The check text (核对码) of a stamped list stands for exactly its rows, and tells none of them.

It is keyed, because rows can be guessed: only this service can make it.
docs/decisions/0044-a-stamped-sheet-is-known-by-its-check-text.md says what follows from it.
"""

from collections.abc import Iterator
from typing import Final, Literal

from functions.platform.keyed_hash import codes, is_among
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.models import Roster
from shared_rules import crockford

Standing = Literal["matches", "outdated", "differs"]
"""Whether a check text is that of a list as it stands, as it once stood, or none of its own."""

_LENGTH: Final = 12


def check_text(roster: Roster) -> str:
    """The check text of a list as it stands, as it is printed: `7F3K-9QXA-20MT`."""
    return crockford.grouped(_of(roster)[0])


def standing(kept: KeptRoster, earlier: list[Roster], typed: str) -> Standing:
    """What a check text is to a list, its earlier versions among it, however it was typed."""
    if is_of(kept.roster, typed):
        return "matches"
    before = [*map(_of, earlier), *_before_endorsements(kept)]
    return "outdated" if any(_is(typed, each) for each in before) else "differs"


def is_of(roster: Roster, typed: str) -> bool:
    """Whether a check text is that of a list as it stands."""
    return _is(typed, _of(roster))


def _of(roster: Roster) -> tuple[str, ...]:
    return _signs(roster.receipt, roster.version, roster.rows_object)


def _before_endorsements(kept: KeptRoster) -> Iterator[tuple[str, ...]]:
    """The list as it was printed before somebody's name or number was put right in it."""
    for event in kept.events:
        if event.endorsement and event.endorsement.rows_before:
            yield _signs(kept.roster.receipt, event.version, event.endorsement.rows_before)


def _signs(receipt: str, version: int, rows_object: str) -> tuple[str, ...]:
    # The key of the rows ends in the digest of them (0016): they need not be read again.
    return codes(_LENGTH, "check-text", receipt, str(version), rows_object)


def _is(typed: str, signs: tuple[str, ...]) -> bool:
    return is_among(crockford.read(typed), signs)
