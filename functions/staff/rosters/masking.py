"""What of people is shown to who may not see them."""

from collections.abc import Iterable

from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.models import Unit
from functions.records.rosters.roster_events import (
    Acceptance,
    Clerk,
    ClerkChange,
    Endorsement,
    Event,
    PremiumPayment,
    SignedConsents,
)
from functions.staff.hidden import HIDDEN, name, phone
from shared_rules.roster.difference import Difference, Listed
from shared_rules.roster.form import OWN_COLUMNS
from shared_rules.roster.form.rows import Insured, in_order


def case(kept: KeptCase) -> KeptCase:
    """A roster without what people wrote in their own words, which may name somebody's illness.

    Nor with its papers: names and numbers stand on them, and may in what the files are called.
    """
    hidden = {
        "unit": unit(kept.roster.unit),
        "filename": None,
        "acceptance": _acceptance(kept.roster.acceptance),
    }
    return kept._replace(
        roster=kept.roster.model_copy(update=hidden),
        events=[_event(event) for event in kept.events],
        papers=[],
    )


def _event(event: Event) -> Event:
    hidden = {
        "reasons": [each.model_copy(update={"text": HIDDEN}) for each in event.reasons],
        "acceptance": _acceptance(event.acceptance),
        "endorsement": _endorsement(event.endorsement) if event.endorsement else None,
        "payment": _payment(event.payment) if event.payment else None,
        "clerk": _clerk_change(event.clerk) if event.clerk else None,
        "consents": _consents(event.consents) if event.consents else None,
    }
    return event.model_copy(update=hidden)


def _endorsement(endorsement: Endorsement) -> Endorsement:
    return endorsement.model_copy(update={"acceptance": _acceptance(endorsement.acceptance)})


def _payment(payment: PremiumPayment) -> PremiumPayment:
    return payment.model_copy(update={"payer": HIDDEN if payment.payer else ""})


def _clerk_change(change: ClerkChange) -> ClerkChange:
    return ClerkChange(before=_clerk(change.before), after=_clerk(change.after))


def _consents(consents: SignedConsents) -> SignedConsents:
    return consents.model_copy(update={"clerk": name(consents.clerk)})


def _clerk(clerk: Clerk) -> Clerk:
    return Clerk(contact_name=name(clerk.contact_name), phone=phone(clerk.phone))


def _acceptance(accepted: Acceptance | None) -> Acceptance | None:
    if accepted is None:
        return None
    hidden = {
        "refusals": [each.model_copy(update={"reason": HIDDEN}) for each in accepted.refusals],
        "old_covers_seen": [
            each.model_copy(update={"paper": HIDDEN}) for each in accepted.old_covers_seen
        ],
        "accepted_rows": [
            each.model_copy(update={"reason": HIDDEN}) for each in accepted.accepted_rows
        ],
    }
    return accepted.model_copy(update=hidden)


def person(insured: Insured) -> Insured:
    """Somebody of whom surname and both ends of the number are left."""
    said = zip(OWN_COLUMNS, in_order(insured), strict=True)
    return Insured(insured.row, *(column.mask(text) for column, text in said))


def difference(found: Difference) -> Difference:
    """Who left, came, or was changed, by surname."""

    def listed(people: Iterable[Listed]) -> tuple[Listed, ...]:
        return tuple(each.model_copy(update={"name": name(each.name)}) for each in people)

    hidden = {
        "gone": listed(found.gone),
        "added": listed(found.added),
        "changed": tuple(
            each.model_copy(update={"name": name(each.name), "name_before": name(each.name_before)})
            for each in found.changed
        ),
    }
    return found.model_copy(update=hidden)


def unit(shown: Unit) -> Unit:
    """The unit; of its contact person, surname and the end of the phone number are left."""
    return shown.model_copy(update=dict(_clerk(shown.clerk)))
