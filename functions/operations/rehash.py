"""`make rehash STACK=…`: put everybody under the newest key of the keyed hashes.

Her ID number is taken from every list, claim and old policy that names her; whom none names any
more stays under the key of her time. So is whom one calls about a list or claim, by whom the desk
finds it. It may be run again, and while the service runs.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from functions.operations import every_record
from functions.operations.deployed import take_environment_of
from functions.platform import keyed_hash
from functions.platform.aws import CALLS_AT_ONCE
from functions.records import holdings, kept, kinds, person_index, person_places
from functions.records.claims import store as claims
from functions.records.old_policies import store as old_policies
from functions.records.person_places import Person, person_of
from functions.records.receipts import kind_of
from functions.records.rosters import store as rosters
from functions.worker import finding


def main() -> int:
    """Do it; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stack", help="name of the deployed stack")
    take_environment_of(parser.parse_args().stack)
    newest, *older = keyed_hash.keys()
    if not older:
        sys.stderr.write(f"Nothing to do: the stack knows no key but {newest} (HashKeys).\n")
        return 1
    done = rehash()
    sys.stdout.write("".join(f"{what}: {count}\n" for what, count in sorted(done.items())))
    return 0


def rehash() -> Counter[str]:
    """Move everybody; how many items were moved, and how many people are left under which key."""
    done: Counter[str] = Counter(
        {"items moved": 0, "found under the newest key": 0, "records that cannot be read": 0}
    )
    seen: set[Person] = set()
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        for receipt in every_record.receipts():
            try:
                persons = set(_persons(receipt))
                done["items moved"] += sum(pool.map(person_places.move, persons - seen))
                seen |= persons
                done["found under the newest key"] += _found_anew(receipt, persons)
            except kept.UnreadableError:
                done["records that cannot be read"] += 1
    done.update(_left())
    return done


def _found_anew(receipt: str, persons: set[Person]) -> bool:
    """Have the desk find a list or claim under the newest key; whether that changed anything."""
    if kind_of(receipt) == "LP":
        for newest, *_ in persons:
            claims.note_person(receipt, newest)
    return kind_of(receipt) != "DR" and finding.keep(receipt)


def _persons(receipt: str) -> Iterator[Person]:
    """Everybody whom a record names, in whichever version."""
    match kind_of(receipt):
        case "AK":
            rows = [each.key for each in holdings.objects_of(receipt) if each.kind == kinds.ROWS]
            yield from (
                person_of(each.id_number) for key in rows for each in rosters.people_in(key)
            )
        case "LP":
            if found := claims.find(receipt):
                yield person_index.insured_of(found.claim, claims.get_report(found.claim))
        case _:
            if imported := old_policies.find(receipt):
                lines = old_policies.lines(imported)
                yield from (person_of(each.id_number) for line in lines for each in line.people)


def _left() -> Counter[str]:
    """How many people are still under each older key."""
    newest = keyed_hash.keys()[0]
    people = every_record.scanned(
        FilterExpression="begins_with(pk, :person) AND sk = :index",
        ExpressionAttributeValues={":person": {"S": "PERSON#"}, ":index": {"S": "LISTS"}},
    )
    under = Counter(keyed_hash.key_of(person_places.hash_in(each)) for each in people)
    return Counter({f"people under key {key}": n for key, n in under.items() if key != newest})


if __name__ == "__main__":
    sys.exit(main())
