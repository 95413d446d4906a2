"""Of whom there is a signed consent (本人同意书): brought to the list, or kept by its unit.

By it somebody joins of her own will (第一条), declares her health (第三条) and agrees to what is
done with her data (《个人信息保护法》第二十九条).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from pydantic import Field

from functions.records.rosters import store
from functions.records.rosters.kept_roster import KeptCase, KeptRoster
from functions.records.rosters.models import Roster, RosterPaper
from functions.records.rosters.roster_events import Event, SignedConsents
from shared_rules.records import Record
from shared_rules.roster import difference
from shared_rules.roster.form.rows import Insured


class ConsentsAttested(Record):
    """A unit attests that it keeps what people of a version have signed.

    `rows` are theirs, or empty: everybody's. `wording` is the version of the text by which it does,
    `clerk` who did so for it.
    """

    at: datetime
    version: int
    rows: list[int]
    wording: str
    clerk: str


class ConsentsMissing(Record):
    """How many there are of whom nobody has brought a consent, or attests that it is kept.

    `rows` are theirs in the list as it stands; empty where there is none of anybody.
    """

    people: int
    rows: list[int] = Field(default=[])


def attested(events: Sequence[Event]) -> list[ConsentsAttested]:
    """What a unit has attested, the first first."""
    return [
        ConsentsAttested(at=event.at, version=event.version, **dict(event.consents))
        for event in events
        if event.consents and event.consents.wording
    ]


def rows_on(paper: RosterPaper, events: Sequence[Event]) -> list[int]:
    """Whose consents a paper has, in the list that it came with; empty for everybody's."""
    came = next(each for each in events if each.revision == paper.batch)
    return came.consents.rows if came.consents else []


def missing(kept: KeptRoster | KeptCase) -> ConsentsMissing:
    """Of whom there is none, among those who are insured or may be; read only where it must be."""
    roster = kept.roster
    there = defaultdict(list)
    for event, consents in _there(kept.events, kept.papers):
        there[event.version].append(consents.rows)
    out = roster.acceptance.rows_out if roster.acceptance else frozenset()
    if not there:
        return ConsentsMissing(people=roster.people - len(out))
    if [] in there[roster.version]:
        return ConsentsMissing(people=0)
    people = store.people(roster)
    known = out.union(*(_rows_now(roster, people, *each) for each in there.items()))
    rows = [each.row for each in people if each.row not in known]
    return ConsentsMissing(people=len(rows), rows=rows)


def _there(
    events: Sequence[Event], papers: Sequence[RosterPaper]
) -> Iterator[tuple[Event, SignedConsents]]:
    """What counts: where one of the papers that came together is no good, somebody's is missing."""
    rejected = {paper.batch for paper in papers if paper.state == "rejected"}
    for event in events:
        if event.consents and event.revision not in rejected:
            yield event, event.consents


def _rows_now(
    roster: Roster, people: Sequence[Insured], version: int, named: Sequence[list[int]]
) -> set[int]:
    """The rows of today's list of those of whom there is a consent since a version of it."""
    rows = {row for each in named for row in each}
    if version == roster.version:
        return rows
    earlier = store.earlier_version(roster.receipt, version)
    if earlier is None:
        raise LookupError("no such version of a roster")
    now = difference.rows_now(store.people(earlier), people)
    return {new for old, new in now.items() if [] in named or old in rows}
