"""What a unit does with its list while the list itself stays as it is: done once.

The same sent again, because its answer was lost, finds itself done.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final

from functions.platform import table
from functions.platform.problems import Problem
from functions.records.paper_store import Brought
from functions.records.rosters import store
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.models import RosterPaper
from functions.records.rosters.roster_events import Event, Happening, State
from functions.rosters import progress
from functions.rosters.status_models import RosterStatus

_ATTEMPTS: Final = 5


def event(
    kept: KeptRoster, now: datetime, happening: Happening, after: State | None = None, **said: Any
) -> Event:
    """What its unit does with a list, to its version as it is; in its state where no other is said.

    `said` is what the event says besides.
    """
    roster = kept.roster
    return Event(
        at=now,
        state=happening,
        version=roster.version,
        revision=roster.revision + 1,
        before=roster.state,
        after=after or roster.state,
        **said,
    )


def after(
    kept: KeptRoster,
    decide: Callable[[KeptRoster], Event | None],
    now: datetime,
    bring: Callable[[Event], Sequence[Brought[RosterPaper]]] = lambda _: (),
) -> RosterStatus:
    """Where a list stands after an event that its unit makes.

    Args:
        kept: the list, to whose access code the request belongs.
        decide: gives the event for the list as it is; None where it is done already.
        now: of the request.
        bring: gives the papers that come with the event, once their bytes are kept.

    Raises:
        Problem: 503: others are always faster.
    """
    for _ in range(_ATTEMPTS):
        happened = decide(kept)
        if happened is None:
            return progress.status(kept, now)
        with suppress(table.Taken):  # somebody was faster, perhaps this very request: look again
            store.add(kept, kept.roster.after(happened), happened, bring(happened))
        kept = store.find(kept.roster.receipt) or kept
    raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "request.busy")
