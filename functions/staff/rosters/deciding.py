"""How the desk decides on a list: what it adds to the events, once.

The same decision sent again, because its answer was lost, is answered again.
"""

from collections.abc import Callable, Container
from contextlib import suppress
from typing import Any

from functions.platform import table
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Event, Happening, State, label
from functions.records.rosters.store import KeptCase
from functions.staff.decision import Decision, conflict
from functions.staff.rosters import cases
from functions.staff.rosters.models import Case


def decided(
    decision: Decision, allowed: Container[State], decide: Callable[[KeptCase], Event]
) -> Case:
    """The case after a decision that may be made in these states.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 409: it is in another
            state.
    """
    staff = decision.staff
    kept = cases.decidable(staff, decision.receipt)
    roster = kept.roster
    is_last = roster.revision == decision.revision + 1 and kept.events[-1].by == staff.actor
    if is_last and _is_kept(decide(kept), kept):
        return cases.shown(staff, kept)
    decision.check(roster.revision, label(roster.state), is_open=roster.state in allowed)
    happened = decide(kept)
    after = roster.after(happened, acceptance=happened.acceptance)
    found = add(kept, after, happened, lambda found: _is_kept(happened, found))
    return cases.shown(staff, found)


def add(
    kept: KeptCase, after: Roster, happened: Event, is_kept: Callable[[KeptCase], bool]
) -> KeptCase:
    """Keep a decision, unless somebody was faster; the case after it.

    Args:
        kept: that was decided on.
        after: the roster as the decision leaves it.
        happened: the decision.
        is_kept: tells by a case whether it has the decision.

    Raises:
        Problem: 412: somebody was faster.
    """
    with suppress(table.Taken):
        store.add(kept, after, happened)
    found = store.case(after.receipt)
    # Ours may be there although it was refused: the first answer was lost, and the SDK asked again.
    if found is None or not is_kept(found):
        raise conflict()
    return found


def event(
    decision: Decision, kept: KeptCase, happening: Happening, after: State, **said: Any
) -> Event:
    """The event that a decision is, with what it says besides: reasons, the acceptance."""
    return Event(
        at=decision.now,
        state=happening,
        version=kept.roster.version,
        revision=decision.revision + 1,
        before=kept.events[decision.revision - 1].after,
        after=after,
        by=decision.staff.actor,
        **said,
    )


def _is_kept(happened: Event, case: KeptCase) -> bool:
    """Whether a case has this event, whenever it was."""
    return any(happened.model_copy(update={"at": each.at}) == each for each in case.events)
