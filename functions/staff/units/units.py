"""A unit at the desk, found by its number or by any of its lists: what it has, and what it was.

Its lists are those that were put to it, and those with its name in its county that nothing was
looked for of yet. The current version of each says whose it is: the code decides where it has one.
"""

from collections.abc import Iterable
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final

from functions.platform import table
from functions.platform.clock import SHANGHAI
from functions.platform.problems import Problem
from functions.records import areas, desk_queue, industries, receipts, viewings
from functions.records.old_policies.models import OldPolicy
from functions.records.old_policies.models import label as old_policy_label
from functions.records.record_keys import item_key
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import label as roster_label
from functions.records.units import store
from functions.records.units.models import Event, Named, Viewed, label
from functions.records.units.store import Family, KeptUnit
from functions.staff import queue_index
from functions.staff.hidden import name as surname
from functions.staff.hidden import phone
from functions.staff.models import By, IndustryTold
from functions.staff.people import Staff
from functions.staff.units.models import ListTold, MemberTold, NameTold, UnitCase, UnitStep

_NAMES_SOUGHT: Final = 10
"""So many names of a unit lists are sought by, the newest."""


def view(staff: Staff, receipt_text: str, now: datetime) -> UnitCase:
    """A unit, by its number or the receipt of a list or old policy of it; logged.

    Raises:
        Problem: 404: there is none, or none of it is hers to see.
    """
    family = find(staff, receipt_text, now)
    case = shown(staff, family)
    seen = Viewed(at=now, by=staff.actor, is_masked=case.is_masked)
    viewings.put(case.receipt, now, seen)
    return case


def find(staff: Staff, receipt_text: str, now: datetime) -> Family:
    """A unit as it is now, by its number or by a list or old policy of it.

    Raises:
        Problem: as `view`.
    """
    receipt = receipts.read(receipt_text, "DW")
    family = store.family(receipt) if receipt else _of_list(staff, receipt_text, now)
    if family is None or (receipt and not _may_see(staff, family)):
        raise Problem(HTTPStatus.NOT_FOUND, "staff.not_found")
    return family


def _placed_by(staff: Staff) -> list[IndustryTold]:
    return IndustryTold.every(industries.every().values()) if staff.places_units else []


def _may_see(staff: Staff, family: Family) -> bool:
    counties = {named.county for unit in family.units for named in unit.named}
    return bool(counties & set(staff.counties))


def _of_list(staff: Staff, receipt_text: str, now: datetime) -> Family | None:
    """The unit of a list or old policy of her counties; one that nobody knew is known from now."""
    receipt = receipts.read(receipt_text, "AK") or receipts.read(receipt_text, "BL")
    head = table.get(item_key(receipt, "HEAD")) if receipt else None
    if receipt is None or head is None:
        return None
    named = Named.model_validate(head["unit"])
    if named.county not in staff.counties:
        return None
    return store.family(store.known_as(named) or store.place(receipt, named, now))


def shown(staff: Staff, family: Family) -> UnitCase:
    """A unit as somebody may see it."""
    root = family.root
    named = root.unit.named
    is_masked = not staff.sees_people_of(named.county)
    heads = {str(head["receipt"]): head for head in _heads(family)}
    own = {each for each in heads if family.has(Named.model_validate(heads[each]["unit"]))}
    seen = {each for each in heads if _county(heads[each]) in staff.counties}
    lists, unreadable = _told(staff, (heads[each] for each in sorted(own & seen)))
    return UnitCase(
        receipt=root.unit.receipt,
        revision=root.unit.revision,
        name=named.name,
        county=named.county,
        credit_code=root.credit_code,
        industry=industries.name_of(root.unit.industry),
        industries=_placed_by(staff),
        names=_names(family),
        members=[
            MemberTold(
                receipt=each.unit.receipt, name=each.unit.named.name, county=each.unit.named.county
            )
            for each in family.members
        ],
        lists=lists,
        lists_elsewhere=len(own - seen),
        alike=_told(staff, (heads[each] for each in sorted(seen - own)))[0],
        unreadable=unreadable,
        timeline=_timeline(family),
        may_decide=staff.decides_in(named.county),
        is_masked=is_masked,
    )


# ---- lists ----


def _heads(family: Family) -> Iterable[dict[str, Any]]:
    """The heads of all that was put to a unit, and of lists that bear a name of it."""
    sought = {
        (county, named.name): None
        for unit in family.units
        for named in reversed(unit.named)
        for county in areas.names(named.county)
    }
    places = [
        queue_index.units("AK", county, f"{name}#", "")
        for county, name in list(sought)[:_NAMES_SOUGHT]
    ]
    found = queue_index.read(desk_queue.BY_UNIT, places, queue_index.PAGE)
    named = {str(head["receipt"]) for each in found for head in each.heads}
    placed = {receipt for unit in family.units for receipt in unit.lists}
    return table.get_all([item_key(receipt, "HEAD") for receipt in sorted(placed | named)])


def _county(head: dict[str, Any]) -> str:
    return areas.current_name(head["unit"]["county"])


def _told(staff: Staff, heads: Iterable[dict[str, Any]]) -> tuple[list[ListTold], list[str]]:
    """The lists and old policies of these heads, the newest first, and what cannot be read."""
    standing = [head for head in heads if not head.get("is_reversed")]
    told, unreadable = queue_index.read_heads(standing, lambda head: _one(staff, head))
    return sorted(told, key=lambda each: (each.day, each.receipt), reverse=True), unreadable


def _one(staff: Staff, head: dict[str, Any]) -> ListTold:
    if receipts.kind_of(head["receipt"]) == "BL":
        return _old_policy(OldPolicy.model_validate(head))
    return _list(staff, Roster.model_validate(head))


def _list(staff: Staff, roster: Roster) -> ListTold:
    unit, accepted = roster.unit, roster.acceptance
    is_masked = not staff.sees_people_of(unit.county)
    clerk = (surname(unit.contact_name), phone(unit.phone)) if is_masked else None
    return ListTold(
        receipt=roster.receipt,
        is_brought_in=False,
        unit_name=unit.name,
        county=unit.county,
        credit_code=unit.credit_code,
        day=roster.submitted_at.astimezone(SHANGHAI).date(),
        state_label=roster_label(roster.state),
        people=accepted.people if accepted else roster.people,
        policy_number=accepted.policy_number if accepted else "",
        first_day=accepted.first_day if accepted else None,
        last_day=accepted.last_day if accepted else None,
        clerk=" ".join(clerk or (unit.contact_name, unit.phone)),
    )


def _old_policy(policy: OldPolicy) -> ListTold:
    return ListTold(
        receipt=policy.receipt,
        is_brought_in=True,
        unit_name=policy.unit.name,
        county=policy.unit.county,
        credit_code=policy.unit.credit_code,
        day=policy.first_day,
        state_label=old_policy_label("imported"),
        people=policy.people,
        policy_number=policy.number,
        first_day=policy.first_day,
        last_day=policy.last_day,
        clerk="",
    )


# ---- what happened ----


def _names(family: Family) -> list[NameTold]:
    """All names, the newest first, each once."""
    told: dict[Named, Event] = {}
    for unit in family.units:
        for event in unit.events:
            if event.named:
                told.setdefault(event.named, event)
    return sorted(
        (
            NameTold(
                name=named.name,
                county=named.county,
                credit_code=named.credit_code,
                since=event.since or event.at.astimezone(SHANGHAI).date(),
            )
            for named, event in told.items()
        ),
        key=lambda each: each.since,
        reverse=True,
    )


def _timeline(family: Family) -> list[UnitStep]:
    steps = [
        _step(unit, event)
        for unit in family.units
        for event in unit.events
        # What happens to two units is told once, as it happened to the one that is shown.
        if unit is family.root or event.what not in ("merged_into", "separated_from")
    ]
    return sorted(steps, key=lambda each: (each.at, each.receipt, each.revision))


def _step(unit: KeptUnit, event: Event) -> UnitStep:
    return UnitStep(
        at=event.at,
        what=event.what,
        label=label(event.what),
        receipt=unit.unit.receipt,
        revision=event.revision,
        by=By.of(event.by) if event.by else None,
        reason=event.reason,
        since=event.since,
        name=event.named.name if event.named else industries.name_of(event.industry),
        other=event.other,
    )
