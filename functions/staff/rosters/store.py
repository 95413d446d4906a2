"""What the desk reads of rosters, and its hand-offs of them."""

from typing import Final, NamedTuple

from functions.platform import objects, table
from functions.records.record_keys import item_key, version_sort
from functions.records.rosters.roster_events import Event
from functions.rosters.models import CanonicalRows, Roster
from functions.staff.models import Duplicates, HandOff
from functions.worker.models import CoverSummary, PeopleCover, PersonCover
from shared_rules.roster.judging import Insured

_LAST_VERSION: Final = 999_999
_HAND_OFF: Final = "HANDOFF#"


class KeptCase(NamedTuple):
    """All that is kept of a roster but for its people and its log."""

    roster: Roster
    events: list[Event]
    due: str
    duplicates: Duplicates | None
    cover: CoverSummary | None
    hand_offs: list[HandOff]


def case(receipt: str) -> KeptCase | None:
    """A roster with its events, the first first, and what was found for the desk."""
    items = table.between(item_key(receipt, "COVER"), "HEAD")
    one = {item["sk"]: item for item in items}
    if "HEAD" not in one:
        return None
    found, cover = one.get("DUPLICATES"), one.get("COVER")
    return KeptCase(
        Roster.model_validate(one["HEAD"]),
        [Event.model_validate(item) for item in items if item["sk"].startswith("EVENT#")],
        one["HEAD"]["due"],
        Duplicates.model_validate(found) if found else None,
        CoverSummary.model_validate(cover) if cover else None,
        [HandOff.model_validate(item) for item in items if item["sk"].startswith(_HAND_OFF)],
    )


def put_hand_off(receipt: str, hand_off: HandOff) -> None:
    """Keep that a list was handed off.

    Raises:
        Taken: another one has the number.
    """
    key = item_key(receipt, f"{_HAND_OFF}{hand_off.number:06d}")
    table.transact({"hand-off": table.put_new({**key, **hand_off.model_dump(mode="json")})})


def earlier_versions(receipt: str) -> list[Roster]:
    """The versions that others have taken the place of, the first first."""
    items = table.between(item_key(receipt, version_sort(0)), version_sort(_LAST_VERSION))
    return [Roster.model_validate(item) for item in items]


def earlier_version(receipt: str, number: int) -> Roster | None:
    """A version that another has taken the place of."""
    item = table.get(item_key(receipt, version_sort(number)))
    return Roster.model_validate(item) if item else None


def people(roster: Roster) -> list[Insured]:
    """The people of a version, in the order of the list."""
    return CanonicalRows.model_validate_json(objects.get(roster.rows_object)).people


def covers(summary: CoverSummary) -> list[PersonCover]:
    """The cover of everybody of an accepted roster."""
    return PeopleCover.model_validate_json(objects.get(summary.cover_object)).people
