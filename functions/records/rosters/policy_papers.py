"""The policy and the invoice of an accepted list (第十三条): which stand, and which were opened.

What a wrong one was replaced by is another event; both files stay as they came.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from functions.platform import objects
from functions.records.actors import Actor
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


def kept(events: Iterable[Event]) -> list[PaperKept]:
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
    return {each.paper.kind: each for each in kept(events) if each.stands}


def as_file(receipt: str, paper: PolicyPaper) -> tuple[str, str]:
    """The key of a file's object, and the name that it is saved under: nobody's."""
    return paper.object_key, f"安康保{NAMES[paper.kind]}-{receipt}.{paper.format}"


def put(receipt: str, kind: PaperKind, data: bytes, format_: PaperFormat) -> PolicyPaper:
    """Keep a file byte for byte; what its event says of it."""
    place = f"rosters/{receipt}/papers/{kind}"
    key = objects.put(place, data, MEDIA_TYPES[format_])
    sha256 = key.rpartition("/")[2]
    return PolicyPaper(kind=kind, format=format_, object_key=key, size=len(data), sha256=sha256)
