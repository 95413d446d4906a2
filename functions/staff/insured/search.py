"""Somebody found by her exact ID number: her policies, ended items and claims.

Who asked is kept before the answer is given, under the person, and in the log of each list shown;
there is no search by name or by a part of a number.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from functions.platform import rate_limits
from functions.platform.problems import of_rule
from functions.records import (
    cover_history,
    person_index,
    person_searches,
    restrictions,
    viewings,
)
from functions.records.claims import claim_events
from functions.records.claims import store as claims_store
from functions.records.old_policies import store as old_policies_store
from functions.records.old_policies.models import OldUnit
from functions.records.person_index import Known
from functions.records.person_places import Person, person_of
from functions.records.person_searches import PersonSought
from functions.records.receipts import kind_of
from functions.records.rosters import store
from functions.records.rosters.models import Roster, Unit, Viewed
from functions.rosters.covered_people import STATE_MESSAGES
from functions.staff.insured.models import (
    PersonClaim,
    PersonEnded,
    PersonFound,
    PersonPolicy,
    PersonRequest,
)
from functions.staff.people import Staff
from shared_rules import cover, plans
from shared_rules.cover import Period
from shared_rules.findings import RuleError
from shared_rules.identity import id_number
from shared_rules.messages import catalogue
from shared_rules.roster.form import BY_FIELD


def find(staff: Staff, request: PersonRequest, now: datetime) -> PersonFound:
    """What is known of somebody; of a number that nothing is known of, nothing.

    Raises:
        Problem: 422: it is no ID number; 429: she has asked too often.
    """
    return of_number(staff, read_number(staff, request.id_number, now), now)


def of_number(staff: Staff, number: str, now: datetime) -> PersonFound:
    """What is known of whoever has a number; who asked is kept."""
    person = person_of(number)
    known = person_index.known(person)
    is_whole = bool(staff.roles & {"claims", "privacy", "admin"})
    rosters = {each.receipt: each for each in store.many(cover_history.accepted_lists(known))}
    every = _policies(known, rosters, now.date())
    policies = [each for each in every if is_whole or each.county in staff.counties]
    _note(staff, person, policies, rosters, now)
    return PersonFound(
        id_number=BY_FIELD["id_number"].mask(number),
        on=now.date(),
        is_whole=is_whole,
        restricted_on=known.restricted_on,
        policies=policies,
        findings=[
            *restrictions.told(known.restricted_on),
            *(cover_history.timeline(known).findings if is_whole else ()),
        ],
        ended=list(_ended(known, now.date())) if is_whole else [],
        claims=list(_claims(known, now.date())) if is_whole else [],
    )


def read_number(staff: Staff, written: str, now: datetime) -> str:
    """Her ID number, as somebody may ask for her.

    Raises:
        Problem: 422: it is none; 429: she has asked too often.
    """
    rate_limits.take(rate_limits.PERSON_SEARCHES, staff.subject, now)
    try:
        return id_number.parse(written).value
    except RuleError as error:
        raise of_rule(error, "id_number") from error


def _note(
    staff: Staff,
    person: Person,
    policies: list[PersonPolicy],
    rosters: Mapping[str, Roster],
    now: datetime,
) -> None:
    receipts = [each.receipt for each in policies]
    person_searches.put(person, PersonSought(at=now, by=staff.actor, receipts=receipts))
    for roster in (rosters[each] for each in receipts if each in rosters):
        seen = Viewed(
            at=now, what="person_sought", version=roster.version, by=staff.actor, is_masked=True
        )
        viewings.put(roster.receipt, now, seen)


def _policies(known: Known, rosters: Mapping[str, Roster], today: date) -> Iterator[PersonPolicy]:
    """Her policies, the earliest first; `rosters` are the accepted lists among them, by receipt."""
    own = cover_history.policies(known)
    periods = {each.policy: each for each in cover_history.timeline_of(own).periods}
    for receipt, policy in sorted(own.items(), key=lambda each: each[1].first_day):
        about = _about(receipt, rosters.get(receipt))
        if about:
            yield _policy(receipt, about, periods.get(policy), today)


def _policy(
    receipt: str, about: Mapping[str, str], period: Period | None, today: date
) -> PersonPolicy:
    state = (
        cover.Days(period.first_day, period.last_day, period.waiting_last_day).state_on(today)
        if period
        else None
    )
    return PersonPolicy(
        receipt=receipt,
        is_brought_in=kind_of(receipt) == "BL",
        **about,
        first_day=period.first_day if period else None,
        last_day=period.last_day if period else None,
        is_continuous=bool(period and period.continuous),
        waiting_last_day=period.waiting_last_day if period else None,
        state=state,
        state_label=catalogue()[STATE_MESSAGES[state or "no_days"]].title,
    )


def _about(receipt: str, roster: Roster | None) -> dict[str, str] | None:
    """Whose policy it is, and its number; None of one that is not there any more."""
    if kind_of(receipt) == "BL":
        old = old_policies_store.policy(receipt)
        return _said(old.number, old.unit) if old else None
    if roster is None or roster.acceptance is None:
        return None
    return _said(roster.acceptance.policy_number, roster.unit)


def _said(number: str, unit: Unit | OldUnit) -> dict[str, str]:
    return {"policy_number": number, "unit_name": unit.name, "county": unit.county}


def _ended(known: Known, today: date) -> Iterator[PersonEnded]:
    plan = plans.in_force(today)
    for item, each in known.over.items():
        yield PersonEnded(
            item=item,
            item_label=plans.known_item(item, plan).name,
            receipt=each.receipt,
            paid_on=each.paid_on,
            is_refund=each.is_refund,
        )


def _claims(known: Known, today: date) -> Iterator[PersonClaim]:
    plan = plans.in_force(today)
    for receipt in sorted(known.cases):
        kept = claims_store.find(receipt)
        if kept is None:
            continue
        settled = known.settled.get(receipt)
        yield PersonClaim(
            receipt=receipt,
            reported_on=kept.claim.reported_at.date(),
            state_label=claim_events.label(kept.stands.state),
            item_label=plans.known_item(settled.item, plan).name if settled else None,
            settled_on=settled.paid_on if settled else None,
            total=settled.amounts.total if settled else None,
        )
