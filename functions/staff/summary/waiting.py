"""What waits now, and how much of that is overdue.

How long things took (`paces`) says so only once they are done: what nobody does is not in it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from functions.records import areas
from functions.records.claims.claim_events import OpenState
from functions.records.desk_queue import ALL_COUNTIES
from functions.records.receipts import Kind
from functions.records.rosters.roster_events import State
from functions.staff import queue_index
from functions.staff.summary.models import Waiting


class _Step(NamedTuple):
    label: str
    kind: Kind
    states: tuple[State | OpenState, ...]


_STEPS: Final = (
    _Step("名单：等对接人办理", "AK", ("submitted",)),
    _Step("名单：退回后等单位更正", "AK", ("returned",)),
    _Step("理赔：等补材料（全区）", "LP", ("waiting_for_papers",)),
    _Step(
        "理赔：材料齐全，等给付（全区）", "LP", ("papers_complete", "assessed", "awaiting_transfer")
    ),
)


def now(counties: Sequence[str], today: date, *, sees_claims: bool) -> list[Waiting]:
    """What waits on a day for its next step: lists of these counties, and claims of them all.

    It is counted up to a limit in each state of a county, beginning with the most overdue.
    """
    steps = [step for step in _STEPS if sees_claims or step.kind == "AK"]
    return [_waiting(step, counties, today) for step in steps]


def _waiting(step: _Step, counties: Iterable[str], today: date) -> Waiting:
    where = areas.all_names(counties) if step.kind == "AK" else (ALL_COUNTIES,)
    places = [
        queue_index.in_queue(step.kind, state, county, "")
        for state in step.states
        for county in where
    ]
    tallies = queue_index.count_due(places, today)
    return Waiting(
        label=step.label,
        count=sum(tally.number for tally in tallies),
        overdue=sum(tally.overdue for tally in tallies),
        is_more=any(tally.is_more for tally in tallies),
    )
