"""Where the index of people has somebody: under a keyed hash of her ID number, and nothing else.

While one key gives way to the next (docs/decisions/0057-a-key-gives-way-to-the-next.md) it may be
the hash under either: what is kept stays where it is until it is moved, reading looks under both,
and what is new goes where she is.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from functions.platform import table
from functions.platform.keyed_hash import keyed_hashes

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

Person = tuple[str, ...]
"""Somebody, by the keyed hashes of her ID number: under each key alive, the newest first."""

_PERSON: Final = "PERSON#"
_INDEX: Final = "LISTS"
RESTRICTED_ON: Final = "restricted_on"
"""The attribute of her item that is there while processing is restricted (`restrictions`)."""
_CHANGES: Final = "changes"
_ATTEMPTS: Final = 8
STILL_HERE: Final = "attribute_exists(pk)"
"""The condition that she was not moved meanwhile."""


def person_of(id_number: str) -> Person:
    """Who has this ID number."""
    return keyed_hashes("person", id_number)


def hash_in(key: Mapping[str, Any]) -> str:
    """The hash under which an item lies."""
    return str(key["pk"]).removeprefix(_PERSON)


def key_under(keyed: str) -> dict[str, str]:
    """The key of her item under one of her hashes."""
    return {"pk": f"{_PERSON}{keyed}", "sk": _INDEX}


def key_of(person: Person) -> dict[str, str]:
    """The key of her item, as it is made anew."""
    return key_under(person[0])


def place_of(person: Person) -> dict[str, str]:
    """The key of her item where it is, or where it is made anew."""
    keys = list(map(key_under, person))
    if len(keys) == 1:
        return keys[0]
    return next(filter(table.get, keys), keys[0])


def items_of(persons: Iterable[Person]) -> dict[Person, list[dict[str, Any]]]:
    """The items of many people, of each the newest first; a read for each hundred of them."""
    asked = list(dict.fromkeys(persons))
    hashes = dict.fromkeys(keyed for person in asked for keyed in person)
    items = table.get_all(list(map(key_under, hashes)))
    found = {hash_in(item): item for item in items}
    return {person: [found[keyed] for keyed in person if keyed in found] for person in asked}


def restricted_on(item: Mapping[str, Any]) -> date | None:
    """Since when processing is restricted, as her item says; None: it is not."""
    day = item.get(RESTRICTED_ON)
    return date.fromisoformat(day) if day else None


def is_to_be_moved(key: Mapping[str, str], person: Person) -> bool:
    """Whether an item lies where it stays only until it is moved."""
    return key != key_of(person)


def change_if(
    condition: str,
    place: Mapping[str, str],
    change: str,
    values: Mapping[str, Any],
    names: Mapping[str, str],
) -> dict[str, Any] | None:
    """Her item after a change that is counted, or None where the condition does not hold."""
    return table.update_if(condition, place, _counted(change), {**values, ":one": 1}, names)


def change_where(
    condition: str, place: Mapping[str, str], change: str, names: Mapping[str, str], **values: Any
) -> "TransactWriteItemTypeDef":
    """The part of a transaction that changes her item, which is counted."""
    return table.update_where(condition, place, _counted(change), names, **values, one=1)


def _counted(change: str) -> str:
    """The same, counted, so that whoever moves her item sees it; `:one` is 1."""
    return f"{change} ADD {_CHANGES} :one"


def under(keyed: str) -> list[dict[str, Any]]:
    """All items under one of her hashes."""
    return table.all_in(f"{_PERSON}{keyed}")


def adding(key: Mapping[str, str], item: Mapping[str, Any]) -> "TransactWriteItemTypeDef":
    """The part of a transaction that lets her item say what another one says, where it does not."""
    said = {name: part for name, part in item.items() if name not in ("pk", "sk", _CHANGES)}
    names = {f"#n{number}": name for number, name in enumerate(said)}
    values = {f"n{number}": part for number, part in enumerate(said.values())}
    sets = ", ".join(f"#{each} = if_not_exists(#{each}, :{each})" for each in values)
    return table.update_part(key, _counted(f"SET {sets}" if sets else ""), names, **values, one=1)


def move(person: Person) -> int:
    """Move all that lies under her older hashes under the newest one; how many items there were.

    May be done again, and while others read and write.

    Raises:
        RuntimeError: her item does not come to rest.
    """
    newest, *older = person
    found = [(keyed, item) for keyed in older for item in under(keyed)]
    for keyed, item in found:
        if item["sk"] == _INDEX:
            _move_index(keyed, newest)
        else:
            moved = {**item, "pk": key_under(newest)["pk"]}
            old = {name: item[name] for name in ("pk", "sk")}
            table.transact({"new": table.put_part(moved), "old": table.delete_part(old)})
    return len(found)


def _move_index(old: str, newest: str) -> None:
    for _ in range(_ATTEMPTS):
        item = table.get(key_under(old))
        if item is None:
            return
        unchanged = table.delete_counted(key_under(old), _CHANGES, item.get(_CHANGES))
        try:
            table.transact({"new": adding(key_under(newest), item), "old": unchanged})
        except table.Taken:
            continue  # something was just kept of her
        return
    raise RuntimeError("somebody's item that does not come to rest")
