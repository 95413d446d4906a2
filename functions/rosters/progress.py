"""Where a roster stands, as its unit may see it: what comes next, and the form that it stamps."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from functions.records import kept_papers, whereabouts
from functions.records.areas import Contact, contact_of
from functions.records.rosters import (
    arrivals,
    check_texts,
    endorsements,
    offline_texts,
    policy_papers,
    roster_course,
    roster_events,
    signed_consents,
    store,
)
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.models import Roster, RosterPaper
from functions.records.rosters.roster_events import Event, Reason
from functions.records.whereabouts import Call, Whereabouts
from functions.rosters import handed_papers, next_year, sheets, told_account, told_cover
from functions.rosters.cover_models import AccountTold
from functions.rosters.form_models import rows_of
from functions.rosters.status_models import (
    ConsentsPaperTold,
    ConsentsTold,
    PrintedForm,
    Reminder,
    RosterStatus,
    RosterStatusStep,
    SheetTold,
)
from shared_rules import funding, plans
from shared_rules.messages import catalogue
from shared_rules.roster.form.rows import Insured

_SUBMITTED: Final = {
    (False, False): roster_events.MESSAGES["submitted"],
    (True, False): "state.submitted_paid",
    (False, True): "state.submitted_stamped",
    (True, True): "state.submitted_all_there",
}
"""What is said of a list that waits, by whether its premium is there, and its stamped sheets."""


def status(kept: KeptRoster, now: datetime) -> RosterStatus:
    """What whoever has the access code may see."""
    roster, events = kept.roster, kept.events
    message = catalogue()[roster_events.MESSAGES[roster.state]]
    account = told_account.account(roster, events)
    reasons = roster_course.reasons(roster.state, events)
    return RosterStatus(
        receipt=roster.receipt,
        version=roster.version,
        state=roster.state,
        state_label=message.title,
        next_step=_next_step(kept, account),
        whereabouts=_whereabouts(roster, events, now.date()),
        timeline=[_step(event) for event in events],
        unit_name=roster.unit.name,
        unit=roster.unit,
        people=roster.people,
        premium=roster.premium,
        contact=contact_of(roster.unit.county),
        payment=plans.in_force(roster.plan).payment,
        print_url=print_url(roster),
        check_text=check_texts.check_text(roster),
        reasons=reasons,
        reminder=_reminder(events),
        names=_names(roster, reasons),
        account=account,
        expected=told_cover.expected(roster, now.date()),
        two_sums=told_cover.changed_premium(roster, now.date()),
        policy=told_cover.policy(roster),
        papers=handed_papers.told(events),
        renewal=next_year.offer(roster, now.date()),
        requests=endorsements.requested(events),
        sheets=[_sheet(roster, each) for each in kept.papers if each.kind == "stamped_sheets"],
        consents=_consents(kept),
        supplements=roster.supplements,
        renews=roster.renews,
    )


def print_url(roster: Roster) -> str:
    """The page that prints the form."""
    return f"/roster/print/?receipt={roster.receipt}"


def printed_form(roster: Roster) -> PrintedForm:
    """附件2 as it was submitted (第十一条); a row that was erased keeps its number."""
    listed = store.kept_people(roster.rows_object)
    gone = [Insured(row, catalogue()["erasure.erased"].title, "") for row in listed.erased]
    people = sorted((*listed.people, *gone), key=lambda each: each.row)
    refused = roster.acceptance.refused_rows if roster.acceptance else frozenset()
    left = roster.acceptance.left if roster.acceptance else {}
    dead = roster.acceptance.dead if roster.acceptance else frozenset()
    return PrintedForm(
        receipt=roster.receipt,
        version=roster.version,
        submitted_at=roster.submitted_at,
        unit_name=roster.unit.name,
        check_text=check_texts.check_text(roster),
        code=sheets.code(roster),
        offline_text=offline_texts.made_of(roster, listed),
        funding=funding.declared(roster.unit.kind, roster.unit.funding),
        people=roster.people,
        premium=roster.premium,
        payment=plans.in_force(roster.plan).payment,
        policy=told_cover.policy(roster),
        ended=roster_events.label(roster.state) if roster.is_ended else "",
        rows=rows_of(people, refused, left, dead),
    )


def _sheet(roster: Roster, paper: RosterPaper) -> SheetTold:
    return SheetTold(is_current=check_texts.is_of(roster, paper.check_text), **paper_told(paper))


def _consents(kept: KeptRoster) -> ConsentsTold:
    return ConsentsTold(
        papers=[
            ConsentsPaperTold(rows=signed_consents.rows_on(each, kept.events), **paper_told(each))
            for each in kept.papers
            if each.kind == "signed_consents"
        ],
        attested=signed_consents.attested(kept.events),
        missing=signed_consents.missing(kept),
    )


def paper_told(paper: RosterPaper) -> dict[str, Any]:
    """What unit and desk are told alike of a paper that the unit has brought."""
    return {
        "filename": paper.filename,
        "received_at": paper.received_at,
        "version": paper.version,
        "state": paper.state,
        "state_label": kept_papers.label(paper.state),
        "findings": paper.findings,
    }


def on_receipt(submitted_on: date, contact: Contact) -> Whereabouts:
    """Who has a list as it was submitted; the same whenever its receipt is given."""
    code, by = whereabouts.LISTS["submitted"], roster_course.answer_by(submitted_on)
    return whereabouts.told(
        code, submitted_on, by, call=Call.to_contact(contact), today=submitted_on
    )


def _whereabouts(roster: Roster, events: Sequence[Event], today: date) -> Whereabouts:
    """Who has the list now."""
    code = whereabouts.LISTS[roster.state]
    if roster_course.reminder(events):
        code = whereabouts.REMINDED
    elif roster.acceptance and roster.acceptance.last_day < today:
        code = whereabouts.COVER_ENDED
    elif policy_papers.missing(roster, events):
        code = whereabouts.PAPERS_MISSING
    since, by = roster_course.since(roster, events), roster_course.due(roster, events)
    call = Call.to_contact(contact_of(roster.unit.county))
    return whereabouts.told(code, since, by, call=call, today=today)


def _next_step(kept: KeptRoster, account: AccountTold) -> str:
    """What the unit does next; not again what it has done: to transfer the premium, to stamp."""
    roster = kept.roster
    code = roster_events.MESSAGES[roster.state]
    if roster.state == "submitted":
        is_paid = bool(account.payments) and not account.due
        is_stamped = any(_counts(roster, each) for each in kept.papers)
        code = _SUBMITTED[is_paid, is_stamped or arrivals.on_paper(roster, kept.events)]
    return catalogue()[code].fix


def _counts(roster: Roster, paper: RosterPaper) -> bool:
    """Whether stamped sheets that came are of the list as it stands, and can be looked at."""
    return paper.state != "rejected" and check_texts.is_of(roster, paper.check_text)


def _reminder(events: list[Event]) -> Reminder | None:
    """The last reminder of a list that went back."""
    reminded, close_from = roster_course.reminder(events), roster_course.close_from(events)
    if reminded is None or close_from is None:
        return None
    return Reminder(at=reminded.at, reasons=reminded.reasons, close_from=close_from)


def _names(roster: Roster, reasons: list[Reason]) -> dict[int, str]:
    """Who stands in the rows that the desk speaks of; the list is read only where it does."""
    rows = {row for reason in reasons for row in reason.rows}
    if roster.acceptance:
        rows |= roster.acceptance.rows_spoken_of.union(roster.granted_rows)
    if not rows:
        return {}
    return {each.row: each.name for each in store.people(roster) if each.row in rows}


def _step(event: Event) -> RosterStatusStep:
    """An event as the unit is told of it; not who at the desk it was."""
    return RosterStatusStep(
        at=event.at,
        state=event.state,
        version=event.version,
        label=roster_events.said(event),
        note=roster_events.note(event.state),
        reasons=event.reasons,
    )
