"""How the desk decides on a list: what it adds to the events, once.

The same decision sent again, because its answer was lost, is answered again.
"""

from collections.abc import Callable, Container
from contextlib import suppress
from typing import Any

from functions.platform import table
from functions.records.rosters import endorsements, store
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Event, Happening, State, label
from functions.staff import untold
from functions.staff.decision import Decision
from functions.staff.rosters import cases
from functions.staff.rosters.models import Case


def decided(
    decision: Decision,
    asked: str,
    allowed: Container[State],
    decide: Callable[[KeptCase], Event],
) -> Case:
    """The case after a decision that may be made in these states.

    Args:
        decision: who decides, on which revision.
        asked: the digest of the request, by which it is known when it comes again.
        allowed: the states.
        decide: gives the event that the decision is, for the case as it is now.

    Raises:
        Problem: 404: it is not hers to decide on; 412: somebody was faster; 409: it is in another
            state.
    """
    staff = decision.staff
    kept = cases.decidable(staff, decision.receipt)
    if decision.is_among(kept.events, asked):
        return cases.shown(staff, kept, decision.now)
    roster = kept.roster
    is_open = roster.state in allowed
    decision.check(kept.events, roster.revision, label(roster.state), is_open=is_open)
    happened = decide(kept).model_copy(update={"asked": asked})
    after = endorsements.applied(roster, happened)
    found = add(
        decision, kept, after, happened, lambda found: decision.is_among(found.events, asked)
    )
    return cases.shown(staff, found, decision.now)


def add(
    decision: Decision,
    kept: KeptCase,
    after: Roster,
    happened: Event,
    is_kept: Callable[[KeptCase], bool],
) -> KeptCase:
    """Keep a decision, unless somebody was faster; the case after it.

    Args:
        decision: who decides.
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
        raise decision.conflict(found.events if found else ())
    if happened.undoes is not None:
        untold.leave_if_told(store.course(found))  # of what was undone nobody is told
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
        before=kept.roster.state,
        after=after,
        by=decision.staff.actor,
        **said,
    )
