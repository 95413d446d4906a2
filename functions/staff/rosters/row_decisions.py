"""What the desk decides of single people when it accepts a list: judged before anything is kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple, Self

from functions.records import cover_history
from functions.records.person_index import Known
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import (
    Acceptance,
    OldCoverSeen,
    Refusal,
    RowsAccepted,
)
from functions.staff.rosters import underwriting
from functions.staff.rosters.models import AcceptRequest
from functions.staff.rosters.underwriting import TOO_OLD_AT_FIRST, Offer, Underwritten
from shared_rules import first_day
from shared_rules.findings import Finding
from shared_rules.messages import catalogue
from shared_rules.roster.form.rows import Insured

_NAMED: Final = 20
"""So many rows a sentence names; the table beside it has all of them."""
_OWN_REFUSAL: Final = frozenset({"eligibility.too_old"})
"""What acceptance finds of a row for itself."""


class Candidates(NamedTuple):
    """The people of a list, and what is known of each, by row; read once for a decision."""

    people: list[Insured]
    histories: dict[int, Known]

    @classmethod
    def of(cls, roster: Roster) -> Self:
        """As they are now."""
        people = store.people(roster)
        return cls(people, cover_history.of_people(people))


class RowDecisions(NamedTuple):
    """Who is refused, whose papers of old cover were seen, who is insured for a reason."""

    refusals: list[Refusal]
    old_covers_seen: list[OldCoverSeen]
    accepted_rows: list[RowsAccepted]

    @classmethod
    def asked(cls, request: AcceptRequest) -> Self:
        """As the desk sends them."""
        return cls(
            [Refusal.model_validate(each.model_dump()) for each in request.refusals],
            [OldCoverSeen.model_validate(each.model_dump()) for each in request.old_covers_seen],
            [RowsAccepted.model_validate(each.model_dump()) for each in request.accepted_rows],
        )

    @classmethod
    def kept(cls, accepted: Acceptance) -> Self:
        """As they were made when the list was accepted."""
        return cls(accepted.refusals, accepted.old_covers_seen, accepted.accepted_rows)

    @property
    def old_last_days(self) -> dict[int, date]:
        """The last day of the old cover of whose papers were seen, by row."""
        return {row: seen.last_day for seen in self.old_covers_seen for row in seen.rows}


def judge_rows(decided: RowDecisions, people: Iterable[Insured]) -> Iterator[Finding]:
    """Rows that are nobody's, that are named twice, or that are refused and insured at once."""
    known = {each.row for each in people}
    refused = {each.row for each in decided.refusals}
    for field, rows in _fields(decided):
        seen = known if field == "refusals" else known - refused
        for row, times in Counter(rows).items():
            if row not in known or times > 1:
                yield Finding.of("acceptance.unknown_row", field=field, row=row).at(row=row)
            elif row not in seen:
                yield Finding.of("acceptance.decided_twice", field=field, row=row).at(row=row)


def left_open(roster: Roster, accepted: Acceptance, candidates: Candidates) -> Iterator[Finding]:
    """What stands in the way of an acceptance: papers that help nobody, and who is not decided.

    `roster` is the list as it will be accepted.
    """
    yield from _judge_old_covers(accepted)
    refused = accepted.refused_rows
    insured = [each for each in candidates.people if each.row not in refused]
    issued, begins = accepted.policy_issued_date, accepted.first_day
    offer = Offer(roster.receipt, issued, begins, roster.old_last_days)
    everybody = underwriting.underwrite(insured, candidates.histories, offer)
    yield from _judge_undecided(everybody, frozenset(accepted.accepted_reasons))


def _judge_old_covers(accepted: Acceptance) -> Iterator[Finding]:
    """第四、五条: cover that was seen is renewed only where the new one follows it."""
    for number, seen in enumerate(accepted.old_covers_seen):
        if not first_day.renews(seen.last_day, accepted.first_day):
            yield Finding.of(
                "acceptance.old_cover_apart",
                field=f"old_covers_seen.{number}.last_day",
                rows=_in_words(seen.rows),
                last_day=seen.last_day.isoformat(),
                first_day=accepted.first_day.isoformat(),
            )


def _judge_undecided(
    insured: Iterable[Underwritten], accepted: frozenset[int]
) -> Iterator[Finding]:
    """Those who would be insured though what was found of them is left open, in one sentence each.

    Papers of old cover are in `insured` already, as they change what is found.
    """
    rows: dict[str, list[int]] = {}
    for each in insured:
        for finding in each.to_decide:
            if finding.code in _OWN_REFUSAL:
                continue
            if finding.code == TOO_OLD_AT_FIRST or each.person.row not in accepted:
                rows.setdefault(finding.code, []).append(each.person.row)
    for code, left in rows.items():
        needs_papers = code == TOO_OLD_AT_FIRST
        yield Finding.of(
            "acceptance.needs_old_cover" if needs_papers else "acceptance.undecided",
            field=f"underwriting.{left[0]}",
            rows=_in_words(left),
            question=catalogue()[code].title,
        )


def _fields(decided: RowDecisions) -> Iterator[tuple[str, list[int]]]:
    yield "refusals", [each.row for each in decided.refusals]
    yield "old_covers_seen", [row for each in decided.old_covers_seen for row in each.rows]
    yield "accepted_rows", [row for each in decided.accepted_rows for row in each.rows]


def _in_words(rows: Sequence[int]) -> str:
    named = "、".join(map(str, rows[:_NAMED]))
    return named if len(rows) <= _NAMED else f"{named} 等 {len(rows)}"
