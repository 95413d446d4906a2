"""What the desk's people tell each other of a record (内部备注、谁在办); nobody else is told of it.

Each is an event of its own, `TEAMWORK#<number>` under the record: after the head, so that whoever
asks for state and events does not read it, and apart from what happens to the record, so that a
note is in the way of nobody who decides. `TEAMWORK` says for the queues who has it in hand.
docs/decisions/0067-a-note-is-in-nobody-s-way.md says why.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final, Literal, NamedTuple

from functions.platform import table
from functions.records import kept
from functions.records.actors import Actor
from functions.records.record_keys import item_key, read_partition
from shared_rules.messages import catalogue
from shared_rules.records import Record

Assigning = Literal["taken", "handed_over", "put_back"]
Doing = Literal["noted", "note_struck", Assigning]

MESSAGES: Final[Mapping[Doing, str]] = {
    "noted": "teamwork.noted",
    "note_struck": "teamwork.note_struck",
    "taken": "teamwork.taken",
    "handed_over": "teamwork.handed_over",
    "put_back": "teamwork.put_back",
}
"""The codes of what each is called."""

_SORT: Final = "TEAMWORK"
_EVENT: Final = f"{_SORT}#"


class TeamEvent(Record):
    """Something that one of the desk's people told the others of a record; counted from 1.

    `text` is a note's, `strikes` the number of the note that its writer struck out. `holder` is the
    name of who has the record in hand from then on. By `asked`, a digest of the request, it is
    known when it is asked for again.
    """

    number: int
    at: datetime
    what: Doing
    by: Actor
    text: str = ""
    strikes: int | None = None
    holder: str = ""
    asked: str = ""


class InHand(Record):
    """How many events there are of a record, and who has it in hand; `holder` is empty: nobody."""

    number: int
    holder: str = ""


class Note(NamedTuple):
    """A note, and when its writer struck it out, if she did."""

    event: TeamEvent
    struck_at: datetime | None


def of(receipt: str) -> list[TeamEvent]:
    """All that was told of a record, the first first.

    Raises:
        UnreadableError: it is there, and cannot be read.
    """
    items = table.between(item_key(receipt, _EVENT), f"{_EVENT}~")
    return [kept.read(TeamEvent, item) for item in items]


def add(receipt: str, before: Sequence[TeamEvent], event: TeamEvent) -> None:
    """Keep one more event.

    Raises:
        Taken: somebody was faster.
    """
    after = [*before, event]
    held = assigned(after)
    head = InHand(number=event.number, holder=held.holder if held else "")
    item = kept.to_item(item_key(receipt, _SORT), head)
    sort = f"{_EVENT}{event.number:06d}"
    table.transact(
        {
            "head": table.put_over(item, number=before[-1].number)
            if before
            else table.put_new(item),
            "event": table.put_new(kept.to_item(item_key(receipt, sort), event)),
        }
    )


def notes(events: Iterable[TeamEvent]) -> list[Note]:
    """The notes, the first first."""
    events = list(events)
    struck = {each.strikes: each.at for each in events if each.what == "note_struck"}
    return [Note(each, struck.get(each.number)) for each in events if each.what == "noted"]


def assigned(events: Sequence[TeamEvent]) -> TeamEvent | None:
    """The event by which somebody has a record in hand, if anybody has."""
    for event in reversed(events):
        if event.what == "put_back":
            return None
        if event.holder:
            return event
    return None


def holders(receipts: Iterable[str]) -> dict[str, str]:
    """Who has which of these records in hand; a read for each hundred.

    One that cannot be read is logged, and stops no other.
    """
    found: dict[str, str] = {}
    for item in table.get_all([item_key(receipt, _SORT) for receipt in receipts]):
        with suppress(kept.UnreadableError):
            found[read_partition(item["pk"])] = kept.read(InHand, item).holder
    return {receipt: holder for receipt, holder in found.items() if holder}


def label(what: Doing) -> str:
    """What people call it."""
    return catalogue()[MESSAGES[what]].title
