"""What the follow-up knows of a roster and of its people."""

from datetime import date, datetime
from typing import Self

from pydantic import BaseModel, ConfigDict

from functions.common.areas import County
from functions.common.outbox import Entry


class Work(BaseModel):
    """An entry of the outbox that was claimed; `attempts` counts this one too."""

    model_config = ConfigDict(frozen=True)

    entry: Entry
    attempts: int
    indexed_at: datetime | None = None


class _Unit(BaseModel):
    county: County


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


class Person(BaseModel):
    """One person of a list: the row it stands in, and who it is."""

    model_config = ConfigDict(frozen=True)

    row: int
    id_number: str


class People(BaseModel):
    """The people of a version, from its object in S3."""

    people: list[Person]


class Listing(BaseModel):
    """What the version of one list says of a person: covered from … until, or no longer in it.

    Both days are inclusive, and the earliest that may be: the insurer decides on the real ones.
    """

    model_config = ConfigDict(frozen=True)

    version: int
    cover_from: date | None = None
    cover_until: date | None = None

    def overlaps(self, other: Self) -> bool:
        """Whether both cover one and the same day."""
        if not (self.cover_from and self.cover_until and other.cover_from and other.cover_until):
            return False
        return self.cover_from <= other.cover_until and other.cover_from <= self.cover_until


class ClaimHead(BaseModel):
    """A claim, as far as the follow-up asks."""

    model_config = ConfigDict(frozen=True)

    receipt: str
    unit: _Unit
