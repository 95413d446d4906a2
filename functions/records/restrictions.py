"""Restriction of processing (限制处理): what is kept of somebody serves nothing optional.

That she has asked for it, and that it was taken back, are events under the keyed hash of her
number. Since when it holds stands in her item of the index, too, where all see it who read that.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, Literal

from functions.platform import table
from functions.records import kept, person_places, retention
from functions.records.actors import Actor
from functions.records.person_places import RESTRICTED_ON, Person, person_of
from shared_rules.findings import Finding
from shared_rules.records import Record
from shared_rules.roster.form.rows import Insured

Restricting = Literal["restricted", "lifted"]

_RESTRICTION: Final = "RESTRICTION#"


class Restriction(Record):
    """What somebody of the desk did at her request; `reason` says how she has asked for it."""

    number: int  # of hers, from 1
    at: datetime
    by: Actor
    what: Restricting
    reason: str


def add(person: Person, restriction: Restriction) -> None:
    """Keep that processing is restricted from now on, or is so no more.

    Raises:
        Taken: it is so already, or nothing is kept of her.
    """
    place = person_places.place_of(person)
    ends = retention.ends("erasures", restriction.at)
    key = {**place, "sk": f"{_RESTRICTION}{restriction.number:06d}"}
    event = kept.to_item(key, restriction, expires_at=int(ends.timestamp()))
    names = {"#on": RESTRICTED_ON}
    restricts = restriction.what == "restricted"
    there = "attribute_not_exists(#on)" if restricts else "attribute_exists(#on)"
    index = person_places.change_where(
        f"{person_places.STILL_HERE} AND {there}",
        place,
        "SET #on = :day" if restricts else "REMOVE #on",
        names,
        **({"day": restriction.at.date().isoformat()} if restricts else {}),
    )
    table.transact({"event": table.put_new(event), "index": index})


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
