"""The index of people: which lists a person is in, found by the keyed hash of her ID number only.

It tells the desk who is in two lists at once. No route takes an ID number to it: nobody may learn
by asking whether one is in a list. The desk of claims reads in it whose claim it has.
"""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Final

from functions.platform.keyed_hash import keyed_hash
from functions.records import person_index
from functions.records.person_index import Known, Listing
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from shared_rules import cover, plans
from shared_rules.roster.judging import Insured

CALLS_AT_ONCE: Final = 10  # as many connections as botocore keeps


def index(version: Roster, now: datetime) -> None:
    """Put the people of a version into the index, and take those out whom it no longer has.

    May be done again and in any order of versions: the newest has the last word on each person.
    """
    people = store.people(version)
    plan = plans.in_force(version.plan)
    listing = Listing(
        version=version.version,
        cover_from=version.cover_from,
        cover_until=cover.last_day(version.cover_from, plan),
    )
    changes = [(person, listing) for person in people]
    changes += [(person, Listing(version=version.version)) for person in removed(version, people)]
    store.put_duplicates(version, _make(version.receipt, changes), now)


def removed(version: Roster, people: Iterable[Insured]) -> Iterator[Insured]:
    """Who was in the version before this one and no longer is."""
    if version.version == 1:
        return
    kept = {person.id_number for person in people}
    before = store.earlier_version(version.receipt, version.version - 1)
    for person in store.people(before) if before else ():
        if person.id_number not in kept:
            yield person


def _make(receipt: str, changes: Iterable[tuple[Insured, Listing]]) -> dict[int, list[str]]:
    """Make the changes; the lists, by row, that cover somebody at the same time."""

    def change(person_and_listing: tuple[Insured, Listing]) -> tuple[int, list[str]]:
        person, listing = person_and_listing
        lists = put_listing(person, receipt, listing).lists
        return person.row, elsewhere(receipt, listing, lists)

    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        return {row: others for row, others in pool.map(change, changes) if others}


def put_listing(person: Insured, receipt: str, listing: Listing) -> Known:
    """Keep what a list says of a person; what is known of her, nothing where it came late."""
    kept = person_index.put_listing(keyed_hash("person", person.id_number), receipt, listing)
    return kept or Known({}, {}, {})


def elsewhere(receipt: str, listing: Listing, lists: Mapping[str, Listing]) -> list[str]:
    """The other lists, by receipt, that cover a person at the same time."""
    return [name for name, other in lists.items() if name != receipt and listing.overlaps(other)]
