"""Policies (保险单): the cover that an accepted list gives each person, kept as one object."""

from datetime import date, datetime
from typing import Final

from pydantic import Field

from functions.platform import objects, table
from functions.records import kept, record_keys
from functions.records.rosters.models import Roster
from shared_rules.findings import Finding
from shared_rules.records import Record

COVER: Final = "COVER"
_LOOKED_AT: Final = ("cover.overlap", "cover.item_ended", "cover.item_refunded")


class PersonCover(Record):
    """The cover of one person under an accepted list, as her policies make it (第四、五条).

    `first_day` is later than the list's where a policy before it still runs; both days are None
    where this policy adds no day. `waiting_last_day` is None without a waiting period.
    """

    row: int
    first_day: date | None
    last_day: date | None
    is_continuous: bool
    waiting_last_day: date | None
    findings: list[Finding]

    @property
    def needs_attention(self) -> bool:
        """Whether somebody must look: she is too old, covered already, or has had a benefit."""
        return any(each.severity == "error" or each.code in _LOOKED_AT for each in self.findings)


class Continued(Record):
    """How many people go on with this list after their cover under an earlier one has ended."""

    receipt: str
    last_day: date
    people: int


class PeopleCover(Record):
    """The cover of everybody of an accepted list, as one object in S3."""

    people: list[PersonCover]
    continued: list[Continued] = Field(default=[])


class CoverSummary(Record):
    """What came of it: how many continue a policy or begin, and the rows that somebody must see.

    `cover_object` is the key of the object that says it of each person.
    """

    cover_object: str
    continuous: int
    first_time: int
    attention_rows: list[int]
    found_at: datetime


def put(roster: Roster, given: PeopleCover, now: datetime) -> None:
    """Keep the cover of everybody of an accepted roster, and what the desk must look at in it."""
    people = given.people
    content = given.model_dump_json(exclude_computed_fields=True)
    place = f"{record_keys.folder(roster.receipt, roster.version)}/cover"
    continuous = sum(each.is_continuous for each in people)
    summary = CoverSummary(
        cover_object=objects.put(place, content.encode(), "application/json"),
        continuous=continuous,
        first_time=len(people) - continuous,
        attention_rows=[each.row for each in people if each.needs_attention],
        found_at=now,
    )
    table.put(kept.to_item(record_keys.item_key(roster.receipt, COVER), summary))


def of_people(summary: CoverSummary) -> list[PersonCover]:
    """The cover of everybody of an accepted roster."""
    return given(summary).people


def given(summary: CoverSummary) -> PeopleCover:
    """The cover of everybody, and what it goes on from."""
    data = objects.get(summary.cover_object)
    return kept.read_json(PeopleCover, data, summary.cover_object)
