"""Takes somebody out of what is kept, as an erasure says; may be done again, as often as need be.

A row keeps its number and its object its key, so that lists, check texts and covers of the others
stay what they are: docs/decisions/0054-an-erased-row-keeps-its-number.md.
"""

import json
from collections.abc import Collection, Iterator, Set
from contextlib import suppress
from datetime import datetime
from typing import Any, Final

from functions.platform import objects, table
from functions.platform.keyed_hash import key_of, keyed_hash, keyed_hashes
from functions.records import erasures, holdings, kinds, person_index
from functions.records.erasures import Erasure, Places
from functions.records.person_places import person_of
from functions.records.receipts import kind_of
from functions.records.record_keys import item_key
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from functions.records.rosters.roster_events import Event, Reason
from shared_rules.findings import Finding
from shared_rules.messages import catalogue

_WORDS: Final = ("text", "reason", "paper", "filename", "payer")
"""Under these names stands what people wrote in their own words."""
_TEXT: Final = "erased-text"
_ATTEMPTS: Final = 5
_JSON: Final = "application/json"


def carry_out(erasure: Erasure) -> None:
    """Take her out of every place that an erasure names.

    Raises:
        UnreadableError: a record cannot be read.
        TimeoutError: a list was changed again and again meanwhile.
    """
    for places in erasure.places:
        if kind_of(places.receipt) == "AK":
            _note(places, erasure)
        for key, rows in places.rows.items():
            if objects.is_there(key):
                _take_out(key, places.receipt, rows)
        for key in places.objects:
            objects.remove_wholly(key)
        for sort in places.items:
            table.delete(item_key(places.receipt, sort))
        _blank_items(places)
        _forget(places, erasure)


def erase_again(at: datetime) -> int:
    """After a restore, which brings back what was erased since: take out anew whoever was erased.

    Args:
        at: when that is done.

    Returns:
        How many erasures were carried out again.
    """
    number = 0
    for number, erasure in enumerate(erasures.buried(), 1):  # noqa: B007
        carry_out(erasure)
        erasures.note_done(erasure, at)
    return number


def texts_about(said: Any, words: Collection[str], rows: Set[int]) -> Iterator[str]:
    """What was written about her, as keyed hashes: of her rows alone, or with one of her words.

    Args:
        said: what is kept of a list.
        words: her names and numbers.
        rows: hers.
    """
    if isinstance(said, list):
        for part in said:
            yield from texts_about(part, words, rows)
    elif isinstance(said, dict):
        is_hers = said.get("row") in rows or _is_among(said.get("rows"), rows)
        for name, part in said.items():
            if name in _WORDS and isinstance(part, str):
                if part and (is_hers or any(word in part for word in words)):
                    yield keyed_hash(_TEXT, part)
            else:
                yield from texts_about(part, words, rows)


def _is_among(part: Any, rows: Set[int]) -> bool:
    return isinstance(part, list) and bool(part) and all(each in rows for each in part)


def _blanked(said: Any, texts: Collection[str]) -> Any:
    """The same without what was written about her."""
    if isinstance(said, list):
        return [_blanked(part, texts) for part in said]
    if not isinstance(said, dict):
        return said
    return {
        name: catalogue()["erasure.erased"].title
        if name in _WORDS and isinstance(part, str) and _is_one(part, texts)
        else _blanked(part, texts)
        for name, part in said.items()
    }


def _is_one(text: str, texts: Collection[str]) -> bool:
    return any(each in texts for each in keyed_hashes(_TEXT, text))


def _note(places: Places, erasure: Erasure) -> None:
    """Add to a list's story that somebody was taken out of it; the first time stands.

    Whoever decides on what she read before gets a conflict, and puts nothing back.
    """
    person, number = erasure.person[0], str(erasure.number)
    asked = keyed_hash("erasure", person, number, key=key_of(person))
    for _ in range(_ATTEMPTS):
        found = store.find(places.receipt)
        if found is None or any(each.asked == asked for each in found.events):
            return
        said = _blanked(found.roster.model_dump(mode="json"), places.texts)
        roster = Roster.model_validate(said)
        event = _event(roster, places, erasure).model_copy(update={"asked": asked})
        with suppress(table.Taken):
            store.add(found, roster.after(event), event)
    raise TimeoutError("the list was changed meanwhile")


def _forget(places: Places, erasure: Erasure) -> None:
    """Take her out of the index; not where the list has her again, whom it covers or will."""
    found = store.find(places.receipt) if kind_of(places.receipt) == "AK" else None
    people = store.people(found.roster) if found else []
    listed = {keyed for each in people for keyed in person_of(each.id_number)}
    for person in (erasure.person, *places.persons):
        if listed.isdisjoint(person):
            person_index.forget(person, places.receipt)


def _event(roster: Roster, places: Places, erasure: Erasure) -> Event:
    confirmed = erasure.steps[-1]
    return Event(
        at=confirmed.at,
        state="person_erased",
        version=roster.version,
        revision=roster.revision + 1,
        before=roster.state,
        after=roster.state,
        by=confirmed.by,
        reasons=[Reason(text=Finding.of("state.person_erased").message, rows=places.listed)],
    )


def _take_out(key: str, receipt: str, rows: Collection[int]) -> None:
    """Take her rows out of an object, and what it was before out of the bucket."""

    def change(data: bytes) -> bytes:
        before = json.loads(data)
        after = {**before, **_without(before, receipt, rows)}
        if kinds.of_object(key) == kinds.ROWS:
            there = {each["row"] for each in before["people"]}
            after["erased"] = sorted({*before.get("erased", []), *there.intersection(rows)})
        return data if after == before else json.dumps(after, ensure_ascii=False).encode()

    objects.rewrite(key, change, _JSON)


def _without(said: dict[str, Any], receipt: str, rows: Collection[int]) -> dict[str, Any]:
    """The parts of a list's people, mends and covers, or of old policies, without her rows."""
    if "policies" in said:
        return {
            "policies": [
                {**each, **_without(each, receipt, rows)} if each["receipt"] == receipt else each
                for each in said["policies"]
            ]
        }
    return {
        name: [each for each in said[name] if each["row"] not in rows]
        for name in ("people", "mends")
        if name in said
    }


def _blank_items(places: Places) -> None:
    """Take what was written about her out of a record's items, whoever changes them meanwhile."""
    for _ in range(_ATTEMPTS):
        items = holdings.items_of(places.receipt) if places.texts else []
        if all(_blank_item(item, places) for _, item in items):
            return
    raise TimeoutError("an item was changed meanwhile")


def _blank_item(item: dict[str, Any], places: Places) -> bool:
    """Take what was written about her out of an item; whether it still was as it was read."""
    after = _blanked(item, places.texts)
    changed = [name for name in item if after[name] != item[name]]
    if not changed:
        return True
    names = {f"#n{number}": name for number, name in enumerate(changed)}
    before = {f":b{number}": item[name] for number, name in enumerate(changed)}
    now = {f":a{number}": after[name] for number, name in enumerate(changed)}
    kept = table.update_if(
        " AND ".join(f"#n{number} = :b{number}" for number in range(len(changed))),
        {name: item[name] for name in ("pk", "sk")},
        "SET " + ", ".join(f"#n{number} = :a{number}" for number in range(len(changed))),
        {**before, **now},
        names,
    )
    return kept is not None
