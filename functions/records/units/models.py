"""Units as they are kept: what happened to each; its names and codes follow from its events."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, Literal, Self

from functions.records.actors import Actor
from functions.records.areas import KeptCounty
from shared_rules.identity.writing import bare
from shared_rules.messages import catalogue
from shared_rules.records import Record

Happening = Literal[
    "registered",
    "known_as",
    "renamed",
    "merged",
    "merged_into",
    "separated",
    "separated_from",
    "split",
    "split_from",
    "industry",
]

MESSAGES: Final[Mapping[Happening, str]] = {
    "registered": "unit_event.registered",
    "known_as": "unit_event.known_as",
    "renamed": "unit_event.renamed",
    "merged": "unit_event.merged",
    "merged_into": "unit_event.merged_into",
    "separated": "unit_event.separated",
    "separated_from": "unit_event.separated_from",
    "split": "unit_event.split",
    "split_from": "unit_event.split_from",
    "industry": "unit_event.industry",
}
"""The codes of what is said of each."""


def label(happening: Happening) -> str:
    """What people call something that happened to a unit."""
    return catalogue()[MESSAGES[happening]].title


class Named(Record):
    """What a unit is called and where it is, with its 统一社会信用代码 if it gave one."""

    name: str
    county: KeptCounty
    credit_code: str = ""

    @classmethod
    def of(cls, unit: Record) -> Self:
        """What a list, or an old policy, says of its unit."""
        return cls.model_validate(unit.model_dump(include=set(cls.model_fields)))

    @property
    def written(self) -> tuple[str, str]:
        """County and name, however the name was spaced."""
        return self.county, bare(self.name)


class Event(Record):
    """Something that happened to a unit; `by` is None where a list of it has told so.

    `named` is what it is called from then on, or is called, too; `other` the unit that it was
    merged with, separated or split from; `industry` the code of the industry union (产业工会)
    that it belongs to from then on, empty for none. `since` is the day from which that holds
    outside of here. By `asked`, a digest of the request, what is asked for again is known.
    """

    at: datetime
    what: Happening
    revision: int
    by: Actor | None = None
    reason: str = ""
    since: date | None = None
    named: Named | None = None
    other: str = ""
    industry: str = ""
    asked: str = ""


class Unit(Record):
    """The head of a unit: what it is called now; `merged_into` is the unit that it is part of.

    `industry` is the code of its industry union (产业工会), if the desk has said which.
    `revision` counts its events.
    """

    receipt: str
    revision: int
    named: Named
    merged_into: str = ""
    industry: str = ""

    def after(self, event: Event) -> Self:
        """The unit after an event."""
        changed: dict[str, object] = {"revision": event.revision}
        if event.what == "renamed" and event.named:
            changed["named"] = event.named
        elif event.what in ("merged_into", "separated_from"):
            changed["merged_into"] = event.other if event.what == "merged_into" else ""
        elif event.what == "industry":
            changed["industry"] = event.industry
        return self.model_copy(update=changed)


class Viewed(Record):
    """Somebody of the desk has seen a unit, with its clerks."""

    at: datetime
    by: Actor
    is_masked: bool
