"""Next year's list (续保名单) of an accepted one: who goes on, who does not, and from when.

It is offered some weeks before cover ends, to whoever has the access code; each time is logged.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import Final

from functions.platform.problems import Problem
from functions.records import restrictions
from functions.records.access import authorised
from functions.records.rosters import store
from functions.records.rosters.models import Roster, Unit
from functions.records.rosters.roster_events import Acceptance, label
from functions.records.units import store as units
from functions.records.units.models import Named
from functions.rosters import seen_by_unit, workbooks
from functions.rosters.cover_models import (
    NextYear,
    NextYearFile,
    NotRenewed,
    RenewalOffer,
    RenewalSent,
    WhyNotRenewed,
)
from functions.rosters.list_mark import mark_of
from shared_rules import first_day, plans
from shared_rules.findings import Finding, RuleError
from shared_rules.messages import catalogue
from shared_rules.roster import renewal
from shared_rules.roster.form import OWN_COLUMNS
from shared_rules.roster.form.rows import Insured, Values, in_order, values

WHY_NOT_MESSAGES: Final[dict[WhyNotRenewed, str]] = {
    "too_old": "renewal.too_old",
    "left": "cover_state.left",
    "died": "cover_state.died",
    "refused": "cover_state.refused",
    "ask_her": "renewal.ask_her",
}
_NAME: Final = "续保名单"
_ONE_DAY: Final = timedelta(days=1)
_HEADERS: Final = (*(column.header for column in OWN_COLUMNS), "备注")


def offer(roster: Roster, today: date) -> RenewalOffer | None:
    """From when on next year's list of an accepted list is offered, and when it may begin."""
    return _offer(roster, roster.acceptance, today) if roster.acceptance else None


def renewable(roster: Roster, today: date) -> Acceptance:
    """The acceptance of a list that can be renewed by now.

    Raises:
        RuleError: `people.not_accepted`; `renewal.not_open`, it is too early.
    """
    if roster.acceptance is None:
        raise RuleError("people.not_accepted")
    opens_on = _opens_on(roster.acceptance)
    if today < opens_on:
        days = first_day.OFFERED_BEFORE.days
        raise RuleError("renewal.not_open", opens_on=opens_on.isoformat(), days=days)
    return roster.acceptance


def prefilled(receipt: str, access_code: str, now: datetime) -> NextYear:
    """Unit and people of an accepted list as they go on next year, so that nothing is typed again.

    Raises:
        Problem: as `service.status`; 409: the list is not accepted, or it is too early.
    """
    roster, accepted, offered = _opened(receipt, access_code, now)
    people, not_renewed = _people(roster, accepted, offered, now.date())
    unit = _unit_now(roster.unit)
    return NextYear(
        receipt=roster.receipt,
        unit=unit.model_copy(update={"old_last_day": accepted.last_day}),
        formerly="" if unit.name == roster.unit.name else roster.unit.name,
        last_day=offered.last_day,
        first_day=offered.first_day,
        people=[Values(**values(each)) for each in people],
        list_mark=mark_of(people),
        sent=offered.sent,
        not_renewed=not_renewed,
    )


def file(receipt: str, access_code: str, now: datetime) -> NextYearFile:
    """The people as a workbook, each marked 续保, that can be changed and handed in as any list.

    Raises:
        Problem: as `prefilled`.
    """
    roster, accepted, offered = _opened(receipt, access_code, now)
    people, not_renewed = _people(roster, accepted, offered, now.date())
    mark = catalogue()[renewal.CHANGE_MESSAGES["renewed"]].title
    table = [_HEADERS, *((*in_order(each), mark) for each in people)]
    made = workbooks.offer(_NAME, table, f"{roster.receipt}-{_NAME}.xlsx", now)
    return NextYearFile(**dict(made), people=len(people), not_renewed=not_renewed)


def going_on(people: Iterable[Insured], accepted: Acceptance | None) -> tuple[Insured, ...]:
    """Those of a list whom the insurer has insured, without who has left it since."""
    out = accepted.rows_out if accepted else frozenset()
    return tuple(each for each in people if each.row not in out)


def _opened(
    receipt: str, access_code: str, now: datetime
) -> tuple[Roster, Acceptance, RenewalOffer]:
    roster = authorised("AK", receipt, access_code, now, store.find).roster
    try:
        accepted = renewable(roster, now.date())
    except RuleError as error:
        raise Problem(HTTPStatus.CONFLICT, error.code, params=error.params) from error
    seen_by_unit.note(roster, "unit_renews", now)
    return roster, accepted, _offer(roster, accepted, now.date())


def _offer(roster: Roster, accepted: Acceptance, today: date) -> RenewalOffer:
    last_day, opens_on = accepted.last_day, _opens_on(accepted)
    is_open = today >= opens_on
    return RenewalOffer(
        opens_on=opens_on,
        is_open=is_open,
        last_day=last_day,
        first_day=first_day.if_done(today, last_day).day if is_open else last_day + _ONE_DAY,
        sent=list(map(_sent, store.renewals(roster.receipt))) if is_open else [],
    )


def _opens_on(accepted: Acceptance) -> date:
    return accepted.last_day - first_day.OFFERED_BEFORE


def _unit_now(unit: Unit) -> Unit:
    """The unit by the name that it has now, which its list of last year may not know yet."""
    return unit.model_copy(update=dict(units.called_now(Named.of(unit))))


def _sent(roster: Roster) -> RenewalSent:
    return RenewalSent(
        receipt=roster.receipt,
        submitted_at=roster.submitted_at,
        state_label=label(roster.state),
        people=roster.people,
        is_ended=roster.is_ended,
    )


def _people(
    roster: Roster, accepted: Acceptance, offered: RenewalOffer, today: date
) -> tuple[list[Insured], list[NotRenewed]]:
    """Who goes on, and who does not; whose data are only kept (限制处理) is not brought over."""
    everybody = store.people(roster)
    insured = going_on(everybody, accepted)
    restricted = restrictions.since_of(insured)
    asked = [each for each in insured if restricted[each.row]]
    staying = [each for each in insured if not restricted[each.row]]
    compared = renewal.compare(
        staying,
        staying,
        last_day=offered.last_day,
        cover_from=offered.first_day,
        plan=plans.in_force(today),
    )
    told = {each.row: each for each in compared if each.change == "too_old"}
    people = [each for each in staying if each.row not in told]
    too_old = [
        _not_renewed(each, "too_old", [*told[each.row].findings])
        for each in staying
        if each.row in told
    ]
    ask_her = [_not_renewed(each, "ask_her", [Finding.of("renewal.ask_her")]) for each in asked]
    return people, [*too_old, *ask_her, *_out(everybody, accepted)]


def _out(people: Sequence[Insured], accepted: Acceptance) -> Iterator[NotRenewed]:
    refused, left, dead = accepted.refused_rows, accepted.left, accepted.dead
    for each in people:
        if each.row in refused:
            yield _not_renewed(each, "refused")
        elif each.row in left:
            yield _not_renewed(each, "died" if each.row in dead else "left")


def _not_renewed(
    person: Insured, why: WhyNotRenewed, findings: Sequence[Finding] = ()
) -> NotRenewed:
    label = catalogue()[WHY_NOT_MESSAGES[why]].title
    about = {"why": why, "why_label": label, "findings": list(findings)}
    return NotRenewed(row=person.row, name=person.name, **about)
