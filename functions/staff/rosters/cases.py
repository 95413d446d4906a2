"""One list at the desk: what is known of it, and its people, page by page.

Whoever sees personal data, masked or not, is written into the log before she gets it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from http import HTTPStatus
from typing import Any, Final

from functions.platform.problems import Problem
from functions.records import cover_history, receipts, restrictions, viewings
from functions.records.person_index import Known
from functions.records.rosters import (
    endorsements,
    offline_texts,
    payments,
    policies,
    policy_papers,
    roster_course,
    signed_consents,
    store,
)
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.models import HandOff, Roster, View, Viewed
from functions.records.rosters.roster_events import (
    MESSAGES,
    Event,
    label,
    said,
)
from functions.rosters import checking
from functions.staff import slips, teamwork, undoing
from functions.staff.models import By
from functions.staff.people import Staff
from functions.staff.rosters import brought, masking, same_unit, waiting_endorsement
from functions.staff.rosters.models import (
    Case,
    CaseEvent,
    CaseHandOff,
    CaseRow,
    CaseVersion,
    Confirmation,
    OldCover,
    RowsPage,
)
from functions.staff.rosters.paper_models import AttachedPaper
from functions.staff.rosters.payment_models import CaseAccount
from functions.staff.slips import BounceRequest, Slips, TellRequest
from shared_rules import plans
from shared_rules.findings import Finding
from shared_rules.messages import catalogue
from shared_rules.plans import Plan
from shared_rules.roster import difference, judging
from shared_rules.roster.difference import Difference
from shared_rules.roster.entries import Entries
from shared_rules.roster.form.rows import Entry, Insured, in_order, values

ROWS: Final = 100


def find(staff: Staff, receipt_text: str) -> KeptCase:
    """A roster of one of her counties.

    Raises:
        Problem: 404: there is none, or it is not hers to see.
    """
    receipt = receipts.read(receipt_text, "AK")
    kept = store.case(receipt) if receipt else None
    if kept is None or kept.roster.unit.county not in staff.counties:
        raise Problem(HTTPStatus.NOT_FOUND, "staff.not_found")
    return kept


def decidable(staff: Staff, receipt_text: str) -> KeptCase:
    """A roster that somebody may decide on.

    Raises:
        Problem: as `find`; 404: she may only look at it.
    """
    kept = find(staff, receipt_text)
    if not staff.decides_in(kept.roster.unit.county):
        raise Problem(HTTPStatus.NOT_FOUND, "staff.role")
    return kept


def view(staff: Staff, receipt_text: str, now: datetime) -> Case:
    """What is known of a roster.

    Raises:
        Problem: as `find`.
    """
    kept = find(staff, receipt_text)
    note(staff, kept.roster, "viewed_case", now)
    return shown(staff, kept, now)


def shown(staff: Staff, kept: KeptCase, now: datetime) -> Case:
    """A roster as somebody may see it."""
    is_masked = not staff.sees_people_of(kept.roster.unit.county)
    missing = signed_consents.missing(kept)
    kept = masking.case(kept) if is_masked else kept
    roster = kept.roster
    histories = _histories(staff, roster)
    before = cover_history.last_lists(histories, without=roster.receipt)
    return Case(
        **_submitted(roster),
        **_gone_on(kept),
        old_covers=_old_covers(histories, roster),
        duplicates=kept.duplicates,
        same_unit=same_unit.lists(kept, before, is_masked=is_masked),
        acceptance=roster.acceptance,
        account=_account(kept),
        papers=_papers(kept),
        endorsement=waiting_endorsement.shown(staff, kept, is_masked=is_masked),
        requests=endorsements.requested(kept.events),
        sheets=brought.sheets(kept),
        consents=brought.consents(kept, missing),
        cover=kept.cover if roster.acceptance else None,
        undo_until=undoing.until(staff, roster.receipt, kept.events[-1], undoing.LISTS, now),
        teamwork=teamwork.of(staff, roster.receipt, is_masked=is_masked),
        may_decide=staff.decides_in(roster.unit.county),
        is_masked=is_masked,
    )


def _submitted(roster: Roster) -> dict[str, object]:
    """What the unit has handed in, by the fields of `Case`."""
    words = catalogue()
    return {
        "receipt": roster.receipt,
        "version": roster.version,
        "unit": roster.unit,
        "unit_findings": list(checking.judge_unit(roster.unit)),
        "people": roster.people,
        "premium": roster.premium,
        "submitted_at": roster.submitted_at,
        "filename": roster.filename,
        "plan": roster.plan,
        "cover_from": roster.cover_from,
        "confirmations": [
            Confirmation(code=code, title=words[code].title)
            for code in roster.confirmations
            if code in words
        ],
        "excluded_rows": roster.exclude_rows,
        "supplements": roster.supplements,
        "renews": roster.renews,
    }


def _gone_on(kept: KeptCase) -> dict[str, object]:
    """How a list has gone on since it came, by the fields of `Case`."""
    roster, told = kept.roster, slips.of(store.course(kept))
    return {
        "revision": roster.revision,
        "state": roster.state,
        "state_label": label(roster.state),
        "next_step": catalogue()[MESSAGES[roster.state]].fix,
        "due": kept.due,
        "reasons": roster_course.reasons(roster.state, kept.events),
        "close_from": roster_course.close_from(kept.events),
        "versions": [
            CaseVersion(version=each.version, submitted_at=each.submitted_at, people=each.people)
            for each in (*store.earlier_versions(roster.receipt), roster)
        ],
        "hand_offs": [_handed_off(each) for each in kept.hand_offs],
        "timeline": [_told(event) for event in kept.events],
        "arrivals": brought.arrived(kept),
        "slips": told.slips,
        "mail": told.mail,
    }


def tell(staff: Staff, receipt_text: str, request: TellRequest, now: datetime) -> Slips:
    """Keep that a unit's clerk is told something on paper, or in person.

    Raises:
        Problem: as `decidable`; 404: that is not to be told on paper.
    """
    return slips.tell(staff, store.course(decidable(staff, receipt_text)), request, now)


def bounce(staff: Staff, receipt_text: str, request: BounceRequest, now: datetime) -> Slips:
    """Keep that e-mail to a unit's clerk came back, or does so no more.

    Raises:
        Problem: as `decidable`; 409: as `slips.bounce`.
    """
    return slips.bounce(staff, store.course(decidable(staff, receipt_text)), request, now)


def rows(
    staff: Staff, receipt_text: str, now: datetime, *, version: int | None, after: int
) -> RowsPage:
    """Some of a version's people, after a row.

    Raises:
        Problem: as `find`; there is no such version.
    """
    kept = find(staff, receipt_text)
    roster = _version(kept.roster, version)
    listed = store.kept_people(roster.rows_object)
    people = [each for each in listed.people if each.row > after]
    page = people[:ROWS]
    note(staff, roster, "viewed_rows", now, rows=(page[0].row, page[-1].row) if page else None)
    is_masked = not staff.sees_people_of(roster.unit.county)
    kept = masking.case(kept) if is_masked else kept
    return RowsPage(
        version=roster.version,
        total=len(listed.people),
        offline_text="" if is_masked else offline_texts.made_of(roster, listed),
        rows=_rows(kept, roster, page, is_masked=is_masked),
        difference=None if after else _difference(roster, listed.people, is_masked=is_masked),
        next=page[-1].row if len(people) > ROWS else None,
        is_masked=is_masked,
    )


def judged(people: Iterable[Insured], cover_from: date, plan: Plan) -> Iterable[Finding]:
    """What the rules say of people of a list, at their rows, when cover begins on a day."""
    entries = [Entry(each.row, *in_order(each)) for each in people]
    return judging.judge(Entries(tuple(entries)), plan=plan, cover_from=cover_from).findings


def note(staff: Staff, roster: Roster, what: View, now: datetime, **about: Any) -> None:
    """Keep that somebody sees something of a list; which `rows`, or paper, says `about`."""
    viewed = Viewed(
        at=now,
        what=what,
        version=roster.version,
        by=staff.actor,
        is_masked=not staff.sees_people_of(roster.unit.county),
        **about,
    )
    viewings.put(roster.receipt, now, viewed)


def _version(current: Roster, number: int | None) -> Roster:
    if number in (None, current.version):
        return current
    earlier = store.earlier_version(current.receipt, number or 0)
    if earlier is None:
        raise Problem(HTTPStatus.NOT_FOUND, "staff.not_found")
    return earlier


def _difference(roster: Roster, people: Iterable[Insured], *, is_masked: bool) -> Difference | None:
    """What a version changes in the one whose place it took."""
    if roster.version == 1:
        return None
    earlier = _version(roster, roster.version - 1)
    found = difference.compare(store.people(earlier), people)
    return masking.difference(found) if is_masked else found


def _rows(
    kept: KeptCase, roster: Roster, page: Sequence[Insured], *, is_masked: bool
) -> list[CaseRow]:
    is_current = roster.version == kept.roster.version
    found: dict[int, list[Finding]] = {}
    for finding in judged(page, roster.cover_from, plans.in_force(roster.plan)):
        found.setdefault(finding.row or 0, []).append(finding)
    elsewhere = set(kept.duplicates.rows) if is_current and kept.duplicates else set()
    accepted = roster.acceptance if is_current else None
    refusals = {each.row: each for each in accepted.refusals} if accepted else {}
    leavers = {each.row: each for each in accepted.leavers} if accepted else {}
    old_last_days = accepted.old_last_days if accepted else {}
    reasons = accepted.accepted_reasons if accepted else {}
    granted = set(roster.granted_rows)
    covers = policies.of_people(kept.cover) if accepted and kept.cover else []
    cover_of = {each.row: each for each in covers}
    restricted = restrictions.since_of(page)
    return [
        CaseRow(
            row=each.row,
            findings=[*found.get(each.row, []), *restrictions.told(restricted[each.row])],
            is_elsewhere=each.row in elsewhere,
            refusal=refusals.get(each.row),
            leaver=leavers.get(each.row),
            old_last_day=old_last_days.get(each.row),
            is_gap_granted=each.row in granted,
            accepted_reason=reasons.get(each.row),
            cover=cover_of.get(each.row),
            **values(masking.person(each) if is_masked else each),
        )
        for each in page
    ]


def _account(kept: KeptCase) -> CaseAccount:
    """What has come of the premium."""
    account = payments.account(kept.roster, kept.events)
    return CaseAccount(
        expected=account.expected,
        received=account.received,
        paid_back=account.paid_back,
        due=account.due,
        surplus=account.surplus,
        complete_on=account.complete_on,
        payments=payments.kept(kept.events),
        findings=list(payments.judge(kept.roster, account.payments)),
    )


def _papers(kept: KeptCase) -> list[AttachedPaper]:
    """The policies and invoices that were attached, the first first."""
    return [
        AttachedPaper(
            number=each.number,
            kind=each.paper.kind,
            format=each.paper.format,
            size=each.paper.size,
            sha256=each.paper.sha256,
            is_scanned=each.paper.is_scanned,
            at=each.at,
            by=By.of(each.by),
            opened_at=each.opened_at,
            stands=each.stands,
        )
        for each in policy_papers.attached(kept.events)
    ]


def _histories(staff: Staff, roster: Roster) -> dict[int, Known]:
    """What is known of the people of a list, by row; for who decides on it, and only then."""
    if roster.state != "submitted" or not staff.decides_in(roster.unit.county):
        return {}
    return cover_history.of_people(store.people(roster))


def _old_covers(histories: Mapping[int, Known], roster: Roster) -> list[OldCover]:
    """When the cover ends that people of a list have had."""
    ends = cover_history.old_covers(histories, without=roster.receipt)
    return [OldCover(last_day=day, people=ends[day]) for day in sorted(ends)]


def _told(event: Event) -> CaseEvent:
    return CaseEvent(
        at=event.at,
        state=event.state,
        label=said(event),
        version=event.version,
        revision=event.revision,
        by=By.of(event.by) if event.by else None,
        reasons=event.reasons,
        before=event.before,
        after=event.after,
        clerk=event.clerk,
    )


def _handed_off(hand_off: HandOff) -> CaseHandOff:
    return CaseHandOff(
        number=hand_off.number,
        at=hand_off.at,
        by=By.of(hand_off.by),
        version=hand_off.version,
        people=hand_off.people,
        sha256=hand_off.sha256,
    )
