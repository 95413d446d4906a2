"""The desk notes that a list's stamped sheets came on paper, or undoes its last decision."""

from datetime import date
from http import HTTPStatus
from typing import Final, get_args

from functions.platform.problems import Problem
from functions.records.rosters import arrivals
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Endorsement, Event, Live, State
from functions.records.submissions import fingerprint_of
from functions.staff import undoing
from functions.staff.decision import Decision
from functions.staff.rosters import contradictions
from functions.staff.rosters.deciding import decided, event
from functions.staff.rosters.models import Case

_LIVE: Final[tuple[State, ...]] = get_args(Live)


def sheets_arrived(decision: Decision) -> Case:
    """Note that the stamped sheets of a list came on paper (第十一条).

    Raises:
        Problem: as `deciding.decided`; 409: that is noted already.
    """

    def decide(kept: KeptCase) -> Event:
        if arrivals.on_paper(kept.roster, kept.events):
            raise Problem(HTTPStatus.CONFLICT, "sheets.noted_already")
        return event(decision, kept, "sheets_brought", kept.roster.state)

    return decided(decision, fingerprint_of(None, "stamped sheets"), _LIVE, decide)


def undo(decision: Decision) -> Case:
    """Undo what one has just decided on a list, where nothing has followed from it.

    Raises:
        Problem: as `deciding.decided`; 409: it cannot be undone any more, or somebody rests on it.
    """

    def decide(kept: KeptCase) -> Event:
        last = kept.events[-1]
        undoing.check(decision, kept.roster.receipt, last, undoing.LISTS)
        if any(each.revision >= last.revision for each in kept.hand_offs):
            raise Problem(HTTPStatus.CONFLICT, "undo.followed")
        if last.state == "accepted":
            taken_back = _not_accepted(kept.roster, decision.today)
            said = {"endorsement": taken_back, "undoes": last.revision}
            return event(decision, kept, "acceptance_withdrawn", "submitted", **said)
        before = last.before or kept.roster.state
        return event(decision, kept, "undone", before, undoes=last.revision)

    return decided(decision, fingerprint_of(None, "undo"), _LIVE, decide)


def _not_accepted(roster: Roster, today: date) -> Endorsement:
    """What takes an acceptance back on which nobody rests.

    Raises:
        Problem: 409: a claim does, or a list by which its people renew.
    """
    endorsement = Endorsement(change="acceptance_withdrawn")
    if any(contradictions.resting(roster, endorsement, today)):
        raise Problem(HTTPStatus.CONFLICT, "undo.followed")
    return endorsement
