"""The index of people: which lists a person is in, found by the keyed hash of her ID number only.

It tells the desk who is in two lists at once. No route takes an ID number to it: nobody may learn
by asking whether one is in a list. The desk of claims reads in it whose claim it has.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime

from functions.platform.aws import CALLS_AT_ONCE
from functions.records import cover_history, other_lists, person_index
from functions.records.person_index import Known, Listing
from functions.records.person_places import person_of
from functions.records.receipts import kind_of
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from shared_rules import cover, plans
from shared_rules.roster.form.rows import Insured


def index(version: Roster, now: datetime, *, ends_policy: bool = False) -> None:
    """Put the people of a version into the index, and take those out whom it no longer has.

    May be done again and in any order of versions: the newest has the last word on each person.
    `ends_policy` as of `person_index.put_listing`.
    """
    people = store.people(version)
    listing, out = _listing(version, version.cover_from), Listing(version=version.version)
    known = put_listings(version.receipt, people, listing, ends_policy=ends_policy)
    left = put_listings(version.receipt, removed(version, people), out, ends_policy=ends_policy)
    begins = cover_history.proposal(known, version.cover_from, without=version.receipt).day
    proposed = _listing(version, begins)
    lists_of = {
        row: other_lists.elsewhere(version.receipt, proposed, each.lists)
        for row, each in known.items()
    }
    store.put_duplicates(version, lists_of, now)
    _unflag(version.receipt, left.values(), now)


def _listing(version: Roster, begins: date) -> Listing:
    ends = cover.last_day(begins, plans.in_force(version.plan))
    return Listing(version=version.version, cover_from=begins, cover_until=ends)


def reopen(version: Roster, gone: Iterable[Insured], now: datetime) -> None:
    """Put the people of a list whose acceptance was withdrawn back to what waits for the desk.

    `gone` stood in it under other numbers before an endorsement.
    """
    put_listings(version.receipt, gone, Listing(version=version.version), ends_policy=True)
    index(version, now, ends_policy=True)


def take_out(ended: Roster, now: datetime) -> None:
    """Take the people of a list that was withdrawn or closed out of the index; may be done again.

    Their next list is then in nobody's way, and other lists are not flagged for this one any more.
    Those of all versions, whatever of them was indexed before. No version comes after the last
    one: its number and one keeps what comes late from putting anybody back.
    """
    out = Listing(version=ended.version + 1)
    versions = [*store.earlier_versions(ended.receipt), ended]
    everybody = {each.id_number: each for version in versions for each in store.people(version)}
    # Rows of different versions may have one number.
    numbered = [replace(each, row=row) for row, each in enumerate(everybody.values())]
    known = put_listings(ended.receipt, numbered, out, ends_policy=True)
    _unflag(ended.receipt, known.values(), now)


def _unflag(receipt: str, left: Iterable[Known], now: datetime) -> None:
    """Look again at the lists that were flagged because people were in a list that they left."""
    others = {name for known in left for name in known.lists} - {receipt}
    # An old policy that was brought in is no list.
    for name in sorted(each for each in others if kind_of(each) == "AK"):
        found = store.case(name)
        if found and found.duplicates and receipt in found.duplicates.lists:
            look_again(found.roster, now)


def look_again(roster: Roster, now: datetime) -> None:
    """Keep which people of a list are in others now, as the index of people has them."""
    receipt = roster.receipt
    lists_of = {
        row: other_lists.elsewhere(receipt, known.lists[receipt], known.lists)
        for row, known in cover_history.of_people(store.people(roster)).items()
        if receipt in known.lists
    }
    store.put_duplicates(roster, lists_of, now)


def removed(version: Roster, people: Iterable[Insured]) -> Iterator[Insured]:
    """Who was in the version before this one and no longer is."""
    if version.version == 1:
        return
    kept = {person.id_number for person in people}
    before = store.earlier_version(version.receipt, version.version - 1)
    for person in store.people(before) if before else ():
        if person.id_number not in kept:
            yield person


def put_listings(
    receipt: str, people: Iterable[Insured], listing: Listing, *, ends_policy: bool = False
) -> dict[int, Known]:
    """Keep of everybody what a list says; `ends_policy` as of `person_index.put_listing`.

    Returns:
        What is known of each, by row; nothing of whom it came too late for.
    """

    def put(person: Insured) -> tuple[int, Known]:
        who = person_of(person.id_number)
        kept = person_index.put_listing(who, receipt, listing, ends_policy=ends_policy)
        return person.row, kept or Known({}, {}, {})

    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        return dict(pool.map(put, people))
