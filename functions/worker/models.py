"""What the follow-up knows of a roster and of its people."""

from datetime import date, datetime
from typing import Final

from functions.records.areas import County
from functions.records.outbox import Entry, Task
from shared_rules.findings import Finding
from shared_rules.funding import UnitKind
from shared_rules.records import Model, Record

_LOOKED_AT: Final = ("cover.overlap", "cover.item_ended")


class Work(Record):
    """An entry of the outbox that was claimed; `attempts` counts this one too."""

    entry: Entry
    task: Task
    version: int
    attempts: int
    created_at: datetime
    indexed_at: datetime | None = None


class _Unit(Model):
    county: County


class _RosterUnit(_Unit):
    name: str
    kind: UnitKind


class _Premium(Model):
    amount: int


class _Refusal(Model):
    row: int


class Acceptance(Record):
    """What the insurer accepted of a roster, as far as the follow-up asks."""

    policy_issued_date: date
    first_day: date
    last_day: date
    people: int
    premium: _Premium
    refusals: list[_Refusal]

    @property
    def refused_rows(self) -> frozenset[int]:
        """The rows of those refused."""
        return frozenset(refusal.row for refusal in self.refusals)


class Version(Record):
    """A version of a roster, as far as the follow-up asks; `plan` is the day it is valid from."""

    receipt: str
    version: int
    submitted_at: datetime
    unit: _RosterUnit
    people: int
    plan: date
    cover_from: date
    rows_object: str
    acceptance: Acceptance | None = None


class Person(Record):
    """One person of a list: the row it stands in, and who it is."""

    row: int
    id_number: str


class People(Model):
    """The people of a version, from its object in S3."""

    people: list[Person]


class _NamedUnit(_Unit):
    name: str


class ClaimHead(Record):
    """A claim, as far as the follow-up asks; `revision` is None in those from before the desk."""

    receipt: str
    version: int
    revision: int | None = None
    plan: date
    unit: _NamedUnit
    in_hospital: bool


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


class PeopleCover(Model):
    """The cover of everybody of an accepted list, as one object in S3."""

    people: list[PersonCover]


class CoverSummary(Model):
    """What came of it: how many continue a policy or begin, and the rows that somebody must see.

    `cover_object` is the key of the object that says it of each person.
    """

    cover_object: str
    continuous: int
    first_time: int
    attention_rows: list[int]
    found_at: datetime
