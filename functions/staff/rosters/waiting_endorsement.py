"""The endorsement (批改) of a list that waits for a second person, as the desk sees it."""

from functions.records.rosters import endorsements, store
from functions.records.rosters.kept_roster import KeptCase
from functions.records.rosters.roster_events import CHANGES, Endorsement
from functions.staff.models import By
from functions.staff.people import Staff
from functions.staff.rosters import contradictions, masking, renewing_still
from functions.staff.rosters.models import PersonChange, ProposedEndorsement
from shared_rules.messages import catalogue
from shared_rules.roster.form.rows import Insured, Values, values


def shown(staff: Staff, kept: KeptCase, *, is_masked: bool) -> ProposedEndorsement | None:
    """What whoever is to confirm it reads of it; None: nothing waits."""
    event = endorsements.proposed(kept.events)
    if event is None or event.endorsement is None or event.by is None:
        return None
    endorsement = event.endorsement
    changed = _changed(endorsement)
    decides = staff.decides_in(kept.roster.unit.county)
    return ProposedEndorsement(
        change=endorsement.change,
        label=catalogue()[CHANGES[endorsement.change]].title,
        reasons=event.reasons,
        by=By.of(event.by),
        at=event.at,
        leavers=endorsement.leavers,
        gaps=endorsement.gaps,
        open_claims=endorsement.open_claims,
        decided_claims=endorsement.decided_claims,
        renewals=contradictions.lists_in_words(staff, endorsement.renewals),
        acceptance=endorsement.acceptance,
        waits_until=renewing_still.waits_until(kept.roster, *changed) if changed else None,
        person=_person_change(*changed, is_masked=is_masked) if changed else None,
        may_confirm=decides and event.by.subject != staff.subject,
    )


def _changed(endorsement: Endorsement) -> tuple[Insured, Insured] | None:
    """Somebody's row before it is put right, and after."""
    if endorsement.change != "person":
        return None
    pairs = zip(
        *map(store.people_in, (endorsement.rows_before, endorsement.rows_object)), strict=True
    )
    return next((was, now) for was, now in pairs if was != now)


def _person_change(was: Insured, now: Insured, *, is_masked: bool) -> PersonChange:
    if is_masked:
        was, now = masking.person(was), masking.person(now)
    return PersonChange(row=now.row, before=Values(**values(was)), after=Values(**values(now)))
