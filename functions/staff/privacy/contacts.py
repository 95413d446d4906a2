"""Clerks (经办人) and reporters (报案人) ask for what is kept of them, too: found by their phone.

By the keyed hash of a phone the index knows whom one calls about a list or a claim as it stands
now, and whom one called about a list before (`found_by`). That somebody was told is in the log of
each before the answer is given.
"""

from datetime import datetime
from itertools import chain

from functions.platform import rate_limits
from functions.platform.problems import of_rule
from functions.records import areas, desk_queue, retention, viewings
from functions.records.claims import claim_events
from functions.records.claims import store as claims_store
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.models import ClaimViewed
from functions.records.receipts import kind_of
from functions.records.record_keys import read_partition
from functions.records.rosters import clerks, roster_events, store
from functions.records.rosters.kept_roster import KeptRoster
from functions.records.rosters.models import Viewed
from functions.staff import finding, queue_index
from functions.staff.people import Staff
from functions.staff.privacy.models import ContactRequest, KeptContact, KeptContacts
from shared_rules.findings import RuleError
from shared_rules.identity import phone


def find(staff: Staff, request: ContactRequest, now: datetime) -> KeptContacts:
    """All that is kept of whoever is, or was, called on a phone about a list or a claim.

    Raises:
        Problem: 422: it is no phone; 429: she has asked too often.
    """
    rate_limits.take(rate_limits.PERSON_SEARCHES, staff.subject, now)
    try:
        number = phone.parse(request.phone)
    except RuleError as error:
        raise of_rule(error, "phone") from error
    found = filter(None, (_told(staff, each, number, now) for each in _receipts(number)))
    return KeptContacts(on=now.date(), contacts=list(found))


def _receipts(number: str) -> list[str]:
    """The lists and claims that the index has under a phone."""
    counties = areas.all_names(areas.contact_ids())
    places = chain(
        *(finding.called_about("AK", county, number) for county in counties),
        *(finding.once_called_about("AK", county, number) for county in counties),
        finding.called_about("LP", desk_queue.ALL_COUNTIES, number),
    )
    heads = queue_index.everything(places, desk_queue.BY_UNIT)
    return sorted({read_partition(head["pk"]) for head in heads})


def _told(staff: Staff, receipt: str, number: str, now: datetime) -> KeptContact | None:
    """What one record says of her; None where it does so no more, as the index is a step behind."""
    if kind_of(receipt) == "LP":
        claim = claims_store.find(receipt)
        return _reporter(staff, claim, number, now) if claim else None
    kept = store.find(receipt)
    return _clerk(staff, kept, number, now) if kept else None


def _clerk(staff: Staff, kept: KeptRoster, number: str, now: datetime) -> KeptContact | None:
    """The clerk of a list with this phone, or who was it before."""
    roster = kept.roster
    is_hers = phone.compact(roster.unit.phone) == number
    clerks_asked = [roster.unit.clerk] if is_hers else clerks.former(kept)
    her = next((each for each in clerks_asked if phone.compact(each.phone) == number), None)
    if her is None:
        return None
    seen = Viewed(
        at=now, what="person_copied", version=roster.version, by=staff.actor, is_masked=False
    )
    viewings.put(roster.receipt, now, seen)
    return KeptContact(
        receipt=roster.receipt,
        what="clerk" if is_hers else "former_clerk",
        unit_name=roster.unit.name,
        county=roster.unit.county,
        name=her.contact_name,
        phone=her.phone,
        email=her.email,
        since=roster.submitted_at.date(),
        until=retention.ends("roster_records", roster.submitted_at).date(),
        state_label=roster_events.label(roster.state),
    )


def _reporter(staff: Staff, kept: KeptClaim, number: str, now: datetime) -> KeptContact | None:
    claim, said = kept.claim, claims_store.case_file(kept).now.reported.reporter
    if phone.compact(said.phone) != number:
        return None
    seen = ClaimViewed(
        at=now, what="copied_for_her", version=claim.version, by=staff.actor, is_masked=False
    )
    viewings.put(claim.receipt, now, seen)
    return KeptContact(
        receipt=claim.receipt,
        what="reporter",
        unit_name=claim.unit.name,
        county=claim.unit.county,
        name=said.name,
        phone=said.phone,
        email=said.email,
        since=claim.reported_at.date(),
        until=retention.ends("claim_records", claim.reported_at).date(),
        state_label=claim_events.label(kept.stands.state),
    )
