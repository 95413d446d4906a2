"""What the follow-up knows of a roster and of its people."""

from datetime import date, datetime
from typing import Final

from pydantic import BaseModel, ConfigDict

from functions.common.areas import County
from functions.common.outbox import Entry, Task
from shared_rules.findings import Finding

_LOOKED_AT: Final = ("cover.overlap", "cover.item_ended")


class Work(BaseModel):
    """An entry of the outbox that was claimed; `attempts` counts this one too."""

    model_config = ConfigDict(frozen=True)

    entry: Entry
    task: Task
    version: int
    attempts: int
    indexed_at: datetime | None = None


class _Unit(BaseModel):
    county: County


class _Refusal(BaseModel):
    row: int


class Acceptance(BaseModel):
    """What the insurer accepted of a roster, as far as the follow-up asks."""

    model_config = ConfigDict(frozen=True)

    policy_issued_date: date
    first_day: date
    last_day: date
    refusals: list[_Refusal]

    @property
    def refused_rows(self) -> frozenset[int]:
        """The rows of those refused."""
        return frozenset(refusal.row for refusal in self.refusals)


class Version(BaseModel):
    """A version of a roster, as far as the follow-up asks; `plan` is the day it is valid from."""

    model_config = ConfigDict(frozen=True)

    receipt: str
    version: int
    unit: _Unit
    people: int
    plan: date
    cover_from: date
    rows_version: str
    acceptance: Acceptance | None = None


class Person(BaseModel):
    """One person of a list: the row it stands in, and who it is."""

    model_config = ConfigDict(frozen=True)

    row: int
    id_number: str


class People(BaseModel):
    """The people of a version, from its object in S3."""

    people: list[Person]


class _NamedUnit(_Unit):
    name: str


class ClaimHead(BaseModel):
    """A claim, as far as the follow-up asks; `revision` is None in those from before the desk."""

    model_config = ConfigDict(frozen=True)

    receipt: str
    version: int
    revision: int | None = None
    plan: date
    unit: _NamedUnit
    in_hospital: bool


class PersonCover(BaseModel):
    """The cover of one person under an accepted list, as her policies make it (第四、五条).

    `first_day` is later than the list's where a policy before it still runs; both days are None
    where this policy adds no day. `waiting_last_day` is None without a waiting period.
    """

    model_config = ConfigDict(frozen=True)

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


class PeopleCover(BaseModel):
    """The cover of everybody of an accepted list, as one object in S3."""

    people: list[PersonCover]


class CoverSummary(BaseModel):
    """What came of it: how many continue a policy or begin, and the rows that somebody must see.

    `cover_version` is the version of the object that says it of each person.
    """

    cover_version: str
    continuous: int
    first_time: int
    attention_rows: list[int]
    found_at: datetime
