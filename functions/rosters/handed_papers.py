"""What a unit is told of its policy and invoice (第十三条)."""

from collections.abc import Iterable

from functions.records.rosters import policy_papers
from functions.records.rosters.roster_events import Event
from functions.rosters.cover_models import PaperTold


def told(events: Iterable[Event]) -> list[PaperTold]:
    """The files that the unit can download now."""
    return [
        PaperTold(
            kind=each.paper.kind,
            format=each.paper.format,
            size=each.paper.size,
            at=each.at,
            opened_at=each.opened_at,
        )
        for each in policy_papers.standing(events).values()
    ]
