"""Lectures (讲座) and service specialists (服务专员) as the table keeps them: 第十七、十八条.

Nothing is edited: what is wrong is withdrawn, which is an item of its own beside the entry, and
entered anew. A lecture's id begins with its day, so that those that are long over are not read.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import StringConstraints

from functions.platform import table
from functions.records import kept
from functions.records.actors import Actor
from functions.records.areas import KeptCounty
from shared_rules.records import Model, Record

Kind = Literal["lectures", "specialists"]
EntryId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{16,80}$")]

_WITHDRAWN: Final = "#WITHDRAWN"
_LAST: Final = "\U0010ffff"


class Lecture(Record):
    """A lecture on health or insurance, and where to ask about it; times are China's."""

    title: str
    day: date
    begins: str
    ends: str
    county: KeptCounty
    place: str
    speaker: str = ""
    phone: str


class Specialist(Record):
    """Somebody of the insurer who serves counties, and her work phone, published with her leave."""

    name: str
    phone: str
    counties: list[KeptCounty]
    duties: str = ""


class Withdrawal(Record):
    """Who took an entry back, when, and why."""

    at: datetime
    by: Actor
    reason: str


class Entry(Model):
    """A lecture or a specialist as it was entered, by whom, and whether it was withdrawn."""

    entry_id: str
    at: datetime
    by: Actor
    lecture: Lecture | None = None
    specialist: Specialist | None = None
    withdrawal: Withdrawal | None = None

    @property
    def counties(self) -> frozenset[str]:
        """The counties that it is for."""
        if self.lecture:
            return frozenset({self.lecture.county})
        return frozenset(self.specialist.counties if self.specialist else ())

    @property
    def kind(self) -> Kind:
        """Which of the two it is."""
        return "lectures" if self.lecture else "specialists"


def id_of(form: str, lecture: Lecture | None) -> str:
    """The id of an entry that came from a form with this name of its own."""
    return f"{lecture.day.isoformat()}-{form}" if lecture else form


def lectures(since: date) -> list[Entry]:
    """The lectures from a day on, the earliest first."""
    return _read("lectures", since.isoformat())


def specialists() -> list[Entry]:
    """All specialists."""
    return _read("specialists", " ")


def find(kind: Kind, entry_id: str) -> Entry | None:
    """One entry."""
    return next((each for each in _read(kind, entry_id, f"{entry_id}{_WITHDRAWN}")), None)


def put(entry: Entry) -> bool:
    """Keep an entry; whether its id was free."""
    return _put_new(kept.to_item(key(entry.kind, entry.entry_id), entry))


def withdraw(entry: Entry, withdrawal: Withdrawal) -> bool:
    """Keep that an entry was taken back; whether nobody had done so before."""
    place = key(entry.kind, f"{entry.entry_id}{_WITHDRAWN}")
    return _put_new(kept.to_item(place, withdrawal))


def _read(kind: Kind, first: str, last: str = _LAST) -> list[Entry]:
    entries: dict[str, Entry] = {}
    for item in table.between(key(kind, first), last):
        entry_id, _, is_withdrawal = item["sk"].partition(_WITHDRAWN[0])
        try:
            if not is_withdrawal:
                entries[entry_id] = kept.read(Entry, item)
            elif entry_id in entries:
                entries[entry_id].withdrawal = kept.read(Withdrawal, item)
        except kept.UnreadableError:
            # It stops no other, and is not shown as if it stood.
            entries.pop(entry_id, None)
    return list(entries.values())


def _put_new(item: Mapping[str, object]) -> bool:
    return table.put_if("attribute_not_exists(pk)", item)


def key(kind: Kind, sort: str) -> dict[str, str]:
    """The key of an item."""
    return {"pk": f"SERVICES#{kind}", "sk": sort}
