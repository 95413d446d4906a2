"""Who is covered (在保) by an accepted list, for its unit: from, until, and waiting until when.

Whoever looks is written into the list's log. What is known of somebody besides her days, such as a
benefit that she has had, is not the unit's to know and is not told.
"""

from collections import Counter
from datetime import date, datetime
from http import HTTPStatus
from typing import Final

from functions.platform.downloads import Download
from functions.platform.problems import Problem
from functions.records.access import authorised
from functions.records.areas import contact_of
from functions.records.rosters import policies, store
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.policies import PersonCover
from functions.records.rosters.roster_events import Acceptance
from functions.rosters import seen_by_unit, workbooks
from functions.rosters.cover_models import CoveredPeople, CoveredPerson, CoverState
from shared_rules import cover
from shared_rules.messages import catalogue
from shared_rules.roster.form import BY_FIELD, OWN_COLUMNS
from shared_rules.roster.form.rows import Insured, in_order

STATE_MESSAGES: Final[dict[CoverState, str]] = {
    "not_yet": "cover_state.not_yet",
    "waiting": "cover_state.waiting",
    "covered": "cover_state.covered",
    "ended": "cover_state.ended",
    "left": "cover_state.left",
    "died": "cover_state.died",
    "refused": "cover_state.refused",
    "no_days": "cover_state.no_days",
}
_HEADERS: Final = (
    *("行号", *(column.header for column in OWN_COLUMNS)),
    *("状态", "保险开始", "保险到期", "等待期到"),
)


def view(receipt: str, access_code: str, now: datetime) -> CoveredPeople:
    """Everybody of an accepted list with her cover as of today; numbers are masked.

    Raises:
        Problem: as `service.status`; 409: the list is not accepted.
    """
    kept, accepted = _opened(receipt, access_code, now)
    seen_by_unit.note(kept.roster, "unit_viewed_people", now, is_masked=True)
    people = _people(kept, accepted, now.date())
    counts = Counter(each.state for _, each in people)
    return CoveredPeople(
        receipt=kept.roster.receipt,
        unit_name=kept.roster.unit.name,
        policy_number=accepted.policy_number,
        policy_issued_date=accepted.policy_issued_date,
        plan=accepted.plan,
        contact=contact_of(kept.roster.unit.county),
        on=now.date(),
        is_complete=kept.cover is not None,
        counts={state: counts[state] for state in STATE_MESSAGES if counts[state]},
        people=[each for _, each in people],
    )


def file(receipt: str, access_code: str, now: datetime) -> Download:
    """The same as a workbook, with the numbers in full, as the unit has handed them in.

    Raises:
        Problem: as `view`.
    """
    kept, accepted = _opened(receipt, access_code, now)
    seen_by_unit.note(kept.roster, "unit_exported_people", now)
    lines = [_line(*each) for each in _people(kept, accepted, now.date())]
    name = f"{kept.roster.receipt}-在保人员-{now.date()}.xlsx"
    return workbooks.offer("在保人员", [_HEADERS, *lines], name, now)


def _opened(receipt: str, access_code: str, now: datetime) -> tuple[KeptCase, Acceptance]:
    kept = authorised("AK", receipt, access_code, now, store.case)
    if kept.roster.acceptance is None:
        raise Problem(HTTPStatus.CONFLICT, "people.not_accepted")
    return kept, kept.roster.acceptance


def _people(
    kept: KeptCase, accepted: Acceptance, today: date
) -> list[tuple[Insured, CoveredPerson]]:
    people = store.people(kept.roster)
    covers = {each.row: each for each in policies.of_people(kept.cover)} if kept.cover else {}
    refused, left, dead = accepted.refused_rows, accepted.left, accepted.dead
    last_days = accepted.last_days(people)

    def told(person: Insured) -> CoveredPerson:
        row, last_day = person.row, last_days[person.row]
        days = _days(covers.get(row), accepted.first_day, last_day) if last_day else None
        is_leaving = row in left and row not in dead
        state = _state(days, today, is_leaving=is_leaving)
        if row in refused or row in dead:
            state = "refused" if row in refused else "died"
        return _person(person, state, days, is_leaving=is_leaving)

    return [(each, told(each)) for each in people]


def _days(given: PersonCover | None, first_day: date, last_day: date) -> cover.Days | None:
    # Before the cover of each is reckoned, the list's own days are what is known.
    if given is None:
        return cover.Days(first_day, last_day)
    return cover.Days.of(given.first_day, given.last_day, given.waiting_last_day)


def _state(days: cover.Days | None, today: date, *, is_leaving: bool) -> CoverState:
    if days is None:
        return "left" if is_leaving else "no_days"
    state = days.state_on(today)
    return "left" if state == "ended" and is_leaving else state


def _person(
    person: Insured, state: CoverState, days: cover.Days | None, *, is_leaving: bool
) -> CoveredPerson:
    return CoveredPerson(
        row=person.row,
        name=person.name,
        id_number=BY_FIELD["id_number"].mask(person.id_number),
        state=state,
        state_label=catalogue()[STATE_MESSAGES[state]].title,
        first_day=days.first_day if days else None,
        last_day=days.last_day if days else None,
        waiting_last_day=days.waiting_last_day if days else None,
        is_leaving=is_leaving,
    )


def _line(person: Insured, told: CoveredPerson) -> tuple[str, ...]:
    days = (told.first_day, told.last_day, told.waiting_last_day)
    return (
        str(told.row),
        *in_order(person),
        told.state_label,
        *(day.isoformat() if day else "" for day in days),
    )
