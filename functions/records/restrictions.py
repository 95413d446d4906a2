"""Restriction of processing (限制处理): what is kept of somebody serves nothing optional.

That she has asked for it, and that it was taken back, are events under the keyed hash of her
number. Since when it holds stands in her item of the index, too, where all see it who read that;
while it does, that item has a place in the desk's index, in which nobody is named.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Final, Literal, NamedTuple

from functions.platform import table
from functions.records import kept, person_places, retention
from functions.records.actors import Actor
from functions.records.person_places import RESTRICTED_ON, Person, person_of
from shared_rules import days
from shared_rules.findings import Finding
from shared_rules.records import Record
from shared_rules.roster.form.rows import Insured

Restricting = Literal["restricted", "kept", "lifted"]
"""It begins; somebody has looked at it again, and it goes on; it ends."""

QUEUE: Final = "restrictions"
"""The partition of `Desk` that has all that stand, that nobody has looked at the longest first."""

LOOK_AGAIN_AFTER_YEARS: Final = 1
"""No law says when: nobody keeps to the restriction of one who has long forgotten it."""

_RESTRICTION: Final = "RESTRICTION#"
_CHANGES: Final[dict[Restricting, str]] = {
    "restricted": "SET #on = :day, #queue = :queue, #order = :moment",
    "kept": "SET #queue = :queue, #order = :moment",
    "lifted": "REMOVE #on, #queue, #order",
}


class Restriction(Record):
    """What somebody of the desk did at her request; `reason` says how she has asked for it."""

    number: int  # of hers, from 1
    at: datetime
    by: Actor
    what: Restricting
    reason: str


class Standing(NamedTuple):
    """One that stands: since when, and what was done last, if that is still kept and readable."""

    since: date
    last: Restriction | None

    @property
    def look_again_on(self) -> date:
        """From when on somebody is to look whether it is still to be so."""
        looked_on = self.last.at.date() if self.last else self.since
        return days.anniversary(looked_on, LOOK_AGAIN_AFTER_YEARS)


def add(person: Person, restriction: Restriction) -> None:
    """Keep that processing is restricted from now on, goes on being so, or is so no more.

    Raises:
        Taken: it is so already, or is not so, or nothing is kept of her.
    """
    place = person_places.place_of(person)
    ends = retention.ends("erasures", restriction.at)
    key = {**place, "sk": f"{_RESTRICTION}{restriction.number:06d}"}
    event = kept.to_item(key, restriction, expires_at=int(ends.timestamp()))
    begins = restriction.what == "restricted"
    there = "attribute_not_exists(#on)" if begins else "attribute_exists(#on)"
    change = _CHANGES[restriction.what]
    names = {"#on": RESTRICTED_ON, "#queue": "queue", "#order": "queue_order"}
    values = {
        "day": restriction.at.date().isoformat(),
        "queue": QUEUE,
        "moment": restriction.at.isoformat(),
    }
    index = person_places.change_where(
        f"{person_places.STILL_HERE} AND {there}",
        place,
        change,
        names,
        **{name: value for name, value in values.items() if f":{name}" in change},
    )
    table.transact({"event": table.put_new(event), "index": index})


def standing(heads: Iterable[Mapping[str, str]]) -> list[Standing]:
    """Those that the queue knows the keys of, whom to look at again first; a read for each."""
    items = table.get_all([{"pk": head["pk"], "sk": head["sk"]} for head in heads])
    found = [
        Standing(since, _last_of((person_places.hash_in(item),)))
        for item in items
        if (since := person_places.restricted_on(item))
    ]
    return sorted(found, key=lambda each: each.look_again_on)


def _last_of(person: Person) -> Restriction | None:
    # It stops no other: that it cannot be read is logged, for which there is an alarm.
    with suppress(kept.UnreadableError):
        return next(reversed(of(person)), None)
    return None


def of(person: Person) -> list[Restriction]:
    """What was done so far, in its order, under whichever of her hashes it lies.

    The older are looked under first: what is moved meanwhile is seen twice, and not never.
    """
    found = (
        kept.read(Restriction, each)
        for place in map(person_places.key_under, reversed(person))
        for each in table.between({**place, "sk": _RESTRICTION}, f"{_RESTRICTION}~")
    )
    by_number = {each.number: each for each in found}
    return [by_number[number] for number in sorted(by_number)]


def since_of(people: Iterable[Insured]) -> dict[int, date | None]:
    """Since when it is so of each of a list, by row; None: it is not."""
    persons = {each.row: person_of(each.id_number) for each in people}
    items = person_places.items_of(persons.values())
    return {
        row: next(filter(None, map(person_places.restricted_on, items[person])), None)
        for row, person in persons.items()
    }


def told(since: date | None) -> list[Finding]:
    """What whoever sees somebody at the desk is told, where it is so since a day."""
    return [Finding.of("person.restricted", since=since.isoformat())] if since else []
