"""Erasures (删除): what somebody's data two people of the desk have deleted, as she has asked.

An erasure lies under the keyed hash of her number, step by step. Once it is confirmed it is kept as
an object, too, which a restored table cannot forget: by it she is taken out again (a tombstone, see
`erasing.erase_again`). It names places and keyed hashes, and nothing of her.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Final, Literal

from pydantic import Field

from functions.platform import objects, table
from functions.records import kept, person_places, retention
from functions.records.actors import Actor
from functions.records.person_places import Person
from shared_rules.records import Record

QUEUE: Final = "erasures"
"""The partition of `Desk` that has those which wait for a second person, the oldest first."""

_ERASURE: Final = "ERASURE#"
_FOLDER: Final = "erasures/"


class Step(Record):
    """What somebody of the desk did; `reason` says how she has asked, or why it is not done."""

    at: datetime
    by: Actor
    what: Literal["proposed", "declined", "confirmed", "done"]
    reason: str = ""


class Line(Record):
    """What goes, or what stays: why, and until when at the latest it does."""

    what: str
    receipt: str = ""
    why: str = ""
    until: date | None = None


class Places(Record):
    """Where she stands in one record, and is to be taken out.

    `persons` are those of other numbers that once stood, in error, in her rows. `rows` are
    hers by the key of an object; `objects` and `items`, by sort key, go as a whole, and
    `texts` are keyed hashes of what was written about her. `listed` are her rows in the list as it
    stands now.
    """

    receipt: str
    persons: list[Person] = Field(default=[])
    rows: dict[str, list[int]] = Field(default={})
    objects: list[str] = Field(default=[])
    items: list[str] = Field(default=[])
    texts: list[str] = Field(default=[])
    listed: list[int] = Field(default=[])


class Erasure(Record):
    """One erasure: who asked for it and agreed, and, once confirmed, what goes and stays.

    It lies under the first of her keyed hashes in `person`.
    """

    person: Person
    number: int
    steps: list[Step]
    goes: list[Line] = Field(default=[])
    stays: list[Line] = Field(default=[])
    places: list[Places] = Field(default=[])

    @property
    def state(self) -> str:
        """Where it stands."""
        return self.steps[-1].what

    @property
    def is_waiting(self) -> bool:
        """Whether somebody has still to confirm it, or to carry it out to its end."""
        return self.state in ("proposed", "confirmed")

    def after(self, step: Step, **said: object) -> "Erasure":
        """The same after another step."""
        return self.model_copy(update={"steps": [*self.steps, step], **said})


def of_person(person: Person) -> list[Erasure]:
    """All that two people have begun of her, the first first."""
    found = [
        kept.read(Erasure, item).model_copy(update={"person": _from(keyed, person)})
        for keyed in person
        for item in person_places.under(keyed)
        if item["sk"].startswith(_ERASURE)
    ]
    return sorted(found, key=lambda each: each.number)


def _from(keyed: str, person: Person) -> Person:
    """The same person, first by the hash under which something of hers lies."""
    return tuple(dict.fromkeys((keyed, *person)))


def waiting(heads: Iterable[Mapping[str, str]]) -> tuple[list[Erasure], int]:
    """Those that wait, of which the queue knows the keys; how many of them cannot be read."""
    found, unreadable = kept.readable(Erasure, table.get_all(list(heads)))
    return sorted(found, key=lambda each: each.steps[0].at), len(unreadable)


def propose(erasure: Erasure) -> None:
    """Keep that somebody proposes one.

    Raises:
        Taken: somebody else has done so meanwhile.
    """
    table.transact({"erasure": table.put_new(_item(erasure))})


def add(erasure: Erasure) -> bool:
    """Keep its last step; whether it is kept: not where somebody else took a step before."""
    before = len(erasure.steps) - 1
    return table.put_if("size(steps) = :before", _item(erasure), {":before": before})


def bury(erasure: Erasure) -> None:
    """Keep a confirmed one for whoever restores the table; the same again changes nothing."""
    data = erasure.model_dump_json().encode()
    objects.put(f"{_FOLDER}{erasure.person[0]}", data, "application/json")


def buried() -> Iterator[Erasure]:
    """All that were confirmed, whatever became of the table."""
    for key in objects.keys(_FOLDER):
        yield kept.read_json(Erasure, objects.get(key), key)


def note_done(erasure: Erasure, at: datetime) -> Erasure:
    """Keep that it was carried out; the erasure after that."""
    confirmed = erasure.steps[-1]
    done = erasure.after(confirmed.model_copy(update={"what": "done", "at": at, "reason": ""}))
    table.put(_item(done))
    return done


def _item(erasure: Erasure) -> dict[str, object]:
    ends = retention.ends("erasures", erasure.steps[-1].at)
    place = {**person_places.key_of(erasure.person), "sk": f"{_ERASURE}{erasure.number:06d}"}
    waits = {"queue": QUEUE, "queue_order": erasure.steps[0].at.isoformat()}
    queued = waits if erasure.is_waiting else {}
    return kept.to_item(place, erasure, expires_at=int(ends.timestamp()), **queued)
