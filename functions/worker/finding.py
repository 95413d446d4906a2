"""The desk finds lists and claims by what they say now: their items in the index are kept so."""

from collections.abc import Iterator

from functions.records import cover_history, found_by, person_index
from functions.records.claims import store as claims
from functions.records.desk_queue import ALL_COUNTIES
from functions.records.found_by import Terms
from functions.records.old_policies import store as old_policies
from functions.records.receipts import kind_of
from functions.records.rosters import clerks
from functions.records.rosters import store as rosters
from functions.records.units import store as units
from functions.records.units.models import Named


def keep(receipt: str) -> bool:
    """Have the desk find a list or a claim by what it says now; whether that changed anything.

    Raises:
        LookupError: there is no such record.
        RuntimeError: as of `found_by.keep`.
    """
    terms_of = _of_claim if kind_of(receipt) == "LP" else _of_list
    return found_by.keep(receipt, lambda: terms_of(receipt))


def follow(receipt: str) -> None:
    """The same; of a unit for all its lists, and those of what is part of it.

    Raises:
        LookupError: there is no such record.
        RuntimeError: as of `found_by.keep`.
    """
    if kind_of(receipt) == "DW":
        _keep_lists_of(receipt)
    else:
        keep(receipt)


def _keep_lists_of(receipt: str) -> None:
    family = units.family(receipt)
    if family is None:
        raise LookupError("no such unit")
    lists = {each for unit in family.units for each in unit.lists if kind_of(each) == "AK"}
    there, _ = rosters.readable(lists)  # a list whose time is over is gone
    for roster in there:
        keep(roster.receipt)


def _of_list(receipt: str) -> Terms:
    found = rosters.find(receipt)
    if found is None:
        raise LookupError("no such list")
    roster = found.roster
    unit, accepted = roster.unit, roster.acceptance
    return Terms(
        county=unit.county,
        names=(unit.name, units.called_now(Named.of(unit)).name),
        numbers=(accepted.policy_number,) if accepted else (),
        person=unit.contact_name,
        phone=unit.phone,
        former_phones=[each.phone for each in clerks.former(found)],
    )


def _of_claim(receipt: str) -> Terms:
    found = claims.find(receipt)
    if found is None:
        raise LookupError("no such claim")
    report = claims.get_report(found.claim)
    person = person_index.insured_of(found.claim, report)
    return Terms(
        county=ALL_COUNTIES,
        names=(found.claim.unit.name,),
        numbers=tuple(_policy_numbers(person_index.known(person))),
        phone=report.reported.reporter.phone,
    )


def _policy_numbers(known: person_index.Known) -> Iterator[str]:
    """The numbers of all policies that she has, or had; none that was brought in by mistake."""
    for roster in rosters.many(cover_history.accepted_lists(known)):
        if roster.acceptance:
            yield roster.acceptance.policy_number
    for receipt in known.lists:
        old = old_policies.policy(receipt) if kind_of(receipt) == "BL" else None
        if old and not old.is_reversed:
            yield old.number
