"""The index of people: which lists a person is in, found by the keyed hash of her ID number only.

It tells the desk who is in two lists at once. No route takes an ID number to it: nobody may learn
by asking whether one is in a list. The desk of claims reads in it whose claim it has.
"""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

from functions.platform.aws import CALLS_AT_ONCE
from functions.platform.keyed_hash import keyed_hash
from functions.records import cover_history, person_index
from functions.records.person_index import Known, Listing
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from shared_rules import cover, first_day, plans
from shared_rules.roster.judging import Insured


def index(version: Roster, now: datetime) -> None:
    """Put the people of a version into the index, and take those out whom it no longer has.

    May be done again and in any order of versions: the newest has the last word on each person.
    """
    people = store.people(version)
    known = put_listings(version.receipt, people, _listing(version, version.cover_from))
    put_listings(version.receipt, removed(version, people), Listing(version=version.version))
    begins = cover_history.proposal(known, version.cover_from, without=version.receipt).day
    listing = _listing(version, begins)
    lists_of = {row: elsewhere(version.receipt, listing, each.lists) for row, each in known.items()}
    store.put_duplicates(version, lists_of, now)


def _listing(version: Roster, begins: date) -> Listing:
    ends = cover.last_day(begins, plans.in_force(version.plan))
    return Listing(version=version.version, cover_from=begins, cover_until=ends)


def take_out(ended: Roster) -> None:
    """Take the people of a list that was withdrawn or closed out of the index; may be done again.

    Their next list is then in nobody's way. Those of all versions, whatever of them was indexed
    before. No version comes after the last one: its number and one keeps what comes late from
    putting anybody back.
    """
    out = Listing(version=ended.version + 1)
    versions = [*store.earlier_versions(ended.receipt), ended]
    everybody = {each.id_number: each for version in versions for each in store.people(version)}
    put_listings(ended.receipt, everybody.values(), out)


def removed(version: Roster, people: Iterable[Insured]) -> Iterator[Insured]:
    """Who was in the version before this one and no longer is."""
    if version.version == 1:
        return
    kept = {person.id_number for person in people}
    before = store.earlier_version(version.receipt, version.version - 1)
    for person in store.people(before) if before else ():
        if person.id_number not in kept:
            yield person


def put_listings(receipt: str, people: Iterable[Insured], listing: Listing) -> dict[int, Known]:
    """Keep of everybody what a list says.

    Returns:
        What is known of each, by row; nothing of whom it came too late for.
    """

    def put(person: Insured) -> tuple[int, Known]:
        kept = person_index.put_listing(keyed_hash("person", person.id_number), receipt, listing)
        return person.row, kept or Known({}, {}, {})

    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        return dict(pool.map(put, people))


def elsewhere(receipt: str, listing: Listing, lists: Mapping[str, Listing]) -> list[str]:
    """The other lists, by receipt, that cover a person at the same time.

    Her next list is none, that came before this one's cover ends: its own will begin after it.
    """
    return [
        name
        for name, other in lists.items()
        if name != receipt and listing.overlaps(other) and not _will_follow(other, listing)
    ]


def _will_follow(next_one: Listing, accepted: Listing) -> bool:
    """Whether a list that is not accepted yet renews one that is: its first day can be agreed."""
    if next_one.policy_issued or not (accepted.policy_issued and accepted.cover_until):
        return False
    return next_one.cover_from is not None and first_day.renews(
        accepted.cover_until, next_one.cover_from
    )
