"""The policy and the invoice of an accepted list (第十三条): which stand, and which were opened.

What a wrong one was replaced by is another event; both files stay as they came.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from pydantic import Field

from functions.platform import objects, table
from functions.records import desk_queue, kept
from functions.records.actors import Actor
from functions.records.record_keys import folder_of, item_key, read_partition
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Event, Happening, PolicyPaper
from shared_rules.policy_papers import PaperFormat, PaperKind
from shared_rules.records import Record

ATTACHED: Final[Mapping[PaperKind, Happening]] = {
    "policy": "policy_attached",
    "invoice": "invoice_attached",
}
REPLACED: Final[Mapping[PaperKind, Happening]] = {
    "policy": "policy_replaced",
    "invoice": "invoice_replaced",
}
OPENED: Final[Mapping[PaperKind, Happening]] = {
    "policy": "policy_opened",
    "invoice": "invoice_opened",
}
NAMES: Final[Mapping[PaperKind, str]] = {"policy": "保险单", "invoice": "发票"}
MISSING: Final = "papers_missing"
"""The queue of accepted lists whose policy or invoice the unit has not got yet."""

_SORT: Final = "PAPERS"
_CHANGING: Final[tuple[Happening, ...]] = (
    *("accepted", "acceptance_withdrawn", "policy_attached", "invoice_attached"),
)
MEDIA_TYPES: Final[Mapping[PaperFormat, str]] = {
    "pdf": "application/pdf",
    "ofd": "application/ofd",
}


class PaperKept(Record):
    """A file that was attached: `number` is the revision of its event, `by` who did it.

    `opened_at` is when the unit first downloaded it. It does not stand any more once another one
    has taken its place, or its list is not accepted after all.
    """

    number: int
    at: datetime
    by: Actor
    paper: PolicyPaper
    opened_at: datetime | None = None
    stands: bool = True


class PapersWaiting(Record):
    """What of policy and invoice is still missing of an accepted list."""

    receipt: str
    missing: list[PaperKind] = Field(default=[])


def attached(events: Iterable[Event]) -> list[PaperKept]:
    """All files that were attached to a list, the first first."""
    found: dict[int, PaperKept] = {}
    standing: dict[PaperKind, int] = {}
    for event in events:
        gone: list[int] = []
        if event.paper and event.by:
            gone = [standing[event.paper.kind]] if event.paper.kind in standing else []
            standing[event.paper.kind] = event.revision
            found[event.revision] = PaperKept(
                number=event.revision, at=event.at, by=event.by, paper=event.paper
            )
        elif event.opens in found:
            opened = {"opened_at": event.at}
            found[event.opens] = found[event.opens].model_copy(update=opened)
        elif event.state == "acceptance_withdrawn":
            gone = list(standing.values())
            standing.clear()
        for number in gone:
            found[number] = found[number].model_copy(update={"stands": False})
    return list(found.values())


def standing(events: Iterable[Event]) -> dict[PaperKind, PaperKept]:
    """The files that the unit has now, by kind."""
    return {each.paper.kind: each for each in attached(events) if each.stands}


def changes_what_is_missing(event: Event) -> bool:
    """Whether more or less of policy and invoice is missing after an event."""
    return event.state in _CHANGING


def missing(roster: Roster, events: Iterable[Event]) -> list[PaperKind]:
    """What the unit of an accepted list still waits for."""
    if roster.acceptance is None:
        return []
    there = standing(events)
    return [kind for kind in NAMES if kind not in there]


def waiting_item(roster: Roster, events: Sequence[Event]) -> dict[str, Any]:
    """The item by which the desk finds a list whose policy or invoice is missing, while one is."""
    lacking = missing(roster, events)
    receipt, county = roster.receipt, roster.unit.county
    since = next((each.at.date() for each in reversed(events) if each.state == "accepted"), None)
    placed = (
        desk_queue.place(receipt, queue_name=MISSING, county=county, since=since)
        if lacking and since
        else {}
    )
    waiting = PapersWaiting(receipt=receipt, missing=lacking)
    return kept.to_item(waiting_key(receipt), waiting, **placed)


def waiting_key(receipt: str) -> dict[str, str]:
    """The key of the item that says what is missing."""
    return item_key(receipt, _SORT)


def missing_of(receipts: Iterable[str]) -> dict[str, Any]:
    """What is kept as missing of these lists, by receipt, as it stands there.

    It takes a read for each hundred. Nothing is judged: one that cannot be read hides no other.
    """
    items = table.get_all([waiting_key(receipt) for receipt in receipts])
    return {read_partition(item["pk"]): item.get("missing", []) for item in items}


def as_file(receipt: str, paper: PolicyPaper) -> tuple[str, str]:
    """The key of a file's object, and the name that it is saved under: nobody's."""
    return paper.object_key, f"安康保{NAMES[paper.kind]}-{receipt}.{paper.format}"


def put(
    receipt: str, kind: PaperKind, data: bytes, format_: PaperFormat, *, is_scanned: bool
) -> PolicyPaper:
    """Keep a file byte for byte; what its event says of it."""
    place = f"{folder_of(receipt)}/papers/{kind}"
    key = objects.put(place, data, MEDIA_TYPES[format_])
    sha256 = key.rpartition("/")[2]
    return PolicyPaper(
        kind=kind,
        format=format_,
        object_key=key,
        size=len(data),
        sha256=sha256,
        is_scanned=is_scanned,
    )
