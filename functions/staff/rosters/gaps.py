"""A gap (中断) in somebody's cover that the insurer lets pass (宽限): 第四、五条.

By the text who comes a day too late joins for the first time. That it is otherwise for some people
of a list is said by two of the desk, with the reason; papers of old cover that leave no gap are
seen on acceptance, by whoever accepts.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from functions.platform.problems import refuse_if
from functions.records import cover_history
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Endorsement, Gap
from functions.staff.rosters.row_decisions import Candidates
from shared_rules import cover
from shared_rules.findings import Finding

_ONE_DAY: Final = timedelta(days=1)


def grant(roster: Roster, rows: Sequence[int], today: date) -> Endorsement:
    """The endorsement by which the gaps of some people are let pass.

    Args:
        roster: that waits, or is accepted.
        rows: of the people.
        today: when it is asked for.

    Raises:
        Problem: a row is not that of somebody insured, or she has no gap.
    """
    accepted = roster.acceptance
    candidates = Candidates.of(roster)
    last_days = cover_history.last_days(
        candidates.histories,
        without=roster.receipt,
        before=accepted.first_day if accepted else None,
    )
    out = accepted.rows_out if accepted else frozenset[int]()
    insured = {each.row for each in candidates.people} - out
    asked = list(dict.fromkeys(rows))
    begins = accepted.first_day if accepted else today + _ONE_DAY
    settled = {*roster.old_last_days, *roster.granted_rows}
    unknown = (each for each in asked if each not in insured)
    refuse_if(Finding.of("endorsement.not_insured", field="what.rows", row=row) for row in unknown)
    refuse_if(_judge(asked, last_days, settled, begins))
    return Endorsement(
        change="gap_granted", gaps=[Gap(row=row, last_day=last_days[row]) for row in asked]
    )


def _judge(
    rows: Sequence[int], last_days: Mapping[int, date], settled: set[int], begins: date
) -> Iterator[Finding]:
    """Who never had cover cannot have a gap in it; nor who goes on anyway."""
    for row in rows:
        if row not in last_days:
            yield Finding.of("endorsement.no_old_cover", field="what.rows", row=row).at(row=row)
        elif row in settled or cover.is_continuous(last_days[row], begins):
            last_day = last_days[row].isoformat()
            found = Finding.of("endorsement.no_gap", field="what.rows", row=row, last_day=last_day)
            yield found.at(row=row)
