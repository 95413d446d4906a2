"""What is kept of a record, or of somebody, each with its kind: every item, and every object.

Here it is deleted, too, once its time is over.

Objects are looked for where a record's are, and not only where it points: what an attempt that
died has left is kept, too.
"""

from collections.abc import Callable, Iterable, Iterator, Set
from typing import Any, Final, NamedTuple

from functions.platform import objects, table
from functions.records import kept, kinds, person_places
from functions.records.kinds import Kind
from functions.records.person_index import Known
from functions.records.person_places import Person
from functions.records.record_keys import folder_of, has_objects, partition_of, quarantine_of

_HEAD: Final = "HEAD"
_ROW: Final = "row"
_ROWS: Final = "rows"


class KeptItem(NamedTuple):
    """An item of the table and its kind."""

    kind: Kind
    item: dict[str, Any]


class KeptObject(NamedTuple):
    """An object of the records bucket, by its key, and its kind."""

    kind: Kind
    key: str


def records_of(known: Known) -> list[str]:
    """The receipts of all that she is in: lists, old policies, claims.

    Also of those that she has left, and of those that were not accepted.
    """
    return sorted({*known.lists, *known.cases})


def items_of(receipt: str) -> list[KeptItem]:
    """Every item of a record, in the order of their keys."""
    return _with_kinds(table.all_in(partition_of(receipt)))


def objects_of(receipt: str) -> list[KeptObject]:
    """Every object of a record, also those still in quarantine."""
    if not has_objects(receipt):
        return []
    places = (f"{folder_of(receipt)}/", quarantine_of(receipt))
    return [
        KeptObject(_kind(key, kinds.of_object, key), key)
        for place in places
        for key in objects.keys(place)
    ]


def items_of_person(person: Person) -> list[KeptItem]:
    """What lies under the keyed hashes of her ID number."""
    return _with_kinds(item for keyed in person for item in person_places.under(keyed))


def once_in_quarantine(receipt: str) -> set[str]:
    """The keys of a record's files as they came: looked at, they leave earlier versions behind."""
    return objects.ever(quarantine_of(receipt))


class Removed(NamedTuple):
    """How much of a record was deleted."""

    items: int
    objects: int


def remove(receipt: str) -> Removed:
    """Delete all that is kept under a record; may be done again.

    Its head goes last: as long as something is left, it is found by it. What is in quarantine goes
    by a rule of its own.
    """
    left = [each for each in objects_of(receipt) if each.kind.line != "quarantine"]
    for each in left:
        objects.remove(each.key)
    items = sorted(items_of(receipt), key=lambda each: each.item["sk"] == _HEAD)
    for found in items:
        table.delete({name: found.item[name] for name in ("pk", "sk")})
    return Removed(len(items), len(left))


def bytes_of(found: KeptObject) -> bytes:
    """What an object holds."""
    return objects.get(found.key)


def about(said: Any, rows: Set[int]) -> Iterator[dict[str, Any]]:
    """What is said of these rows of a list in something that is kept of all of it.

    Each part that names one of them: whole where it is of one row (`row`) or of some (`rows`), and
    of a plain list of rows (`attention_rows`) those that are asked for.
    """
    if isinstance(said, dict):
        if said.get(_ROW) in rows:
            yield said
            return
        if hers := _among(said.get(_ROWS), rows):
            yield {**said, _ROWS: hers}
            return
        for name, part in said.items():
            if _ROWS in name and (hers := _among(part, rows)):
                yield {name: hers}
            else:
                yield from about(part, rows)
    elif isinstance(said, list):
        for part in said:
            yield from about(part, rows)


def _among(part: Any, rows: Set[int]) -> list[int]:
    return [each for each in part if each in rows] if _is_rows(part) else []


def _is_rows(part: Any) -> bool:
    return isinstance(part, list) and all(isinstance(each, int) for each in part)


def _with_kinds(items: Iterable[dict[str, Any]]) -> list[KeptItem]:
    return [
        KeptItem(_kind(f"{item['pk']} {item['sk']}", kinds.of_item, item["pk"], item["sk"]), item)
        for item in items
    ]


def _kind(place: str, find: Callable[..., Kind], *key: str) -> Kind:
    try:
        return find(*key)
    except LookupError:
        kept.note_unreadable(place, None)
        return kinds.UNKNOWN
