"""Units as they are kept: the one place that reads and writes them.

A unit is known by its 统一社会信用代码, else by county and name: of each there is an item, under a
keyed hash, that leads to the unit; to those of an industry union leads an item for each. Under
`UNIT#<receipt>` lie its events, its head, and an item for each list and old policy; whoever asks
for a unit reads all of it with one query. What becomes of units moves nothing: a unit that was
merged leads to the one that it is part of.
"""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from functions.platform import table
from functions.platform.aws import CALLS_AT_ONCE
from functions.platform.keyed_hash import keyed_hashes
from functions.records import areas, kept, outbox, receipts
from functions.records.outbox import Entry
from functions.records.record_keys import item_key
from functions.records.units.models import Event, Happening, Named, Unit

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

_HEAD: Final = "HEAD"
_EVENT: Final = "EVENT#"
_LIST: Final = "LIST#"
_LAST: Final = "\U0010ffff"
_UNIT_KEY: Final = "UNIT_KEY#"
_KEY_SORT: Final = "UNIT"
_INDUSTRY: Final = "INDUSTRY#"
_ATTEMPTS: Final = 8
_OTHER_NAME: Final[tuple[Happening, ...]] = ("renamed", "merged_into")
"""After these a unit is called otherwise than its earlier lists say."""
_FOUND_OTHERWISE: Final = (*_OTHER_NAME, "separated_from")
"""After these its lists are found by another name."""
Parts = dict[str, "TransactWriteItemTypeDef"]
Key = tuple[str, ...]
"""By what a unit is known: the keyed hashes of it, that under which it is kept anew first."""


class KeptUnit(NamedTuple):
    """A unit, its events, the first first, and the receipts of its lists and old policies."""

    unit: Unit
    events: list[Event]
    lists: list[str]

    @property
    def codes(self) -> set[str]:
        """Its 统一社会信用代码, and those that it had before."""
        return {each.credit_code for each in self.named if each.credit_code}

    @property
    def credit_code(self) -> str:
        """Its 统一社会信用代码 as of now, else one that it was ever known by; empty for none."""
        return self.unit.named.credit_code or min(self.codes, default="")

    @property
    def named(self) -> list[Named]:
        """All that it was ever called, the first first."""
        return [each.named for each in self.events if each.named]


class Family(NamedTuple):
    """A unit as it is now, `root`, and those that are part of it.

    `written` are the counties and names that lead to it: another unit may bear one of its names.
    """

    root: KeptUnit
    members: list[KeptUnit]
    written: frozenset[tuple[str, str]]

    @property
    def units(self) -> list[KeptUnit]:
        """All of them, the unit as it is now first."""
        return [self.root, *self.members]

    @property
    def receipts(self) -> set[str]:
        """By which they are known."""
        return {each.unit.receipt for each in self.units}

    def has(self, named: Named) -> bool:
        """Whether who is called so is this unit: the code decides where there is one."""
        if named.credit_code:
            return any(named.credit_code in each.codes for each in self.units)
        return named.written in self.written


# ---- reading ----


def find(receipt: str) -> KeptUnit | None:
    """A unit.

    Raises:
        UnreadableError: it is there, and cannot be read.
    """
    items = table.between(item_key(receipt, _EVENT), _LIST + _LAST)
    head = next((item for item in items if item["sk"] == _HEAD), None)
    if head is None:
        return None
    events = [kept.read(Event, item) for item in items if item["sk"].startswith(_EVENT)]
    lists = [item["sk"].removeprefix(_LIST) for item in items if item["sk"].startswith(_LIST)]
    return KeptUnit(kept.read(Unit, head), events, lists)


def family(receipt: str) -> Family | None:
    """A unit as it is now, with all that is part of it; None where there is none.

    A query for each of them, and a read of where their names lead.
    """
    found = find(receipt)
    for _ in range(_ATTEMPTS):
        if found is None or not found.unit.merged_into:
            break
        found = find(found.unit.merged_into)
    if found is None:
        return None
    root, *members = _with_members(found)
    units = {each.unit.receipt for each in (root, *members)}
    keys = {
        key: named.written
        for unit in (root, *members)
        for named in unit.named
        for key in _name_keys(named)
    }
    leading = (keys[key] for key, unit in _lead(keys).items() if unit in units)
    return Family(root, members, frozenset(leading))


def _with_members(root: KeptUnit) -> Iterator[KeptUnit]:
    yield root
    others = dict.fromkeys(each.other for each in root.events if each.what == "merged")
    for other in others:
        member = find(other)
        if member and member.unit.merged_into == root.unit.receipt:
            yield from _with_members(member)


def known_as(named: Named) -> str | None:
    """The receipt of the unit that is called so; the code decides where there is one."""
    known = _units_of(named)
    return known.get(_code_key(named)) if named.credit_code else _by_name(named, known)


def led_to(named: Iterable[Named]) -> set[str]:
    """The receipts of the units that these names lead to; a read for each hundred."""
    keys = {key for each in named for key in _name_keys(each)}
    return set(_lead(sorted(keys)).values())


def led_by(named: Iterable[Named]) -> dict[Named, set[str]]:
    """The units that each of these leads to, by its code where it has one, else by its name.

    A read for each hundred.
    """
    keys: dict[Key, Named] = {
        key: each
        for each in named
        for key in ([_code_key(each)] if each.credit_code else _name_keys(each))
    }
    found: dict[Named, set[str]] = {}
    for key, unit in _lead(keys).items():
        found.setdefault(keys[key], set()).add(unit)
    return found


def called_now(named: Named) -> Named:
    """What the unit that was called so is called now, where it was renamed or is part of another.

    What else it is called, as lists write it, is no other name. A read of where its names lead, and
    a query for each unit that is part of it.
    """
    known = known_as(named)
    found = family(known) if known else None
    is_other = found and any(
        event.what in _OTHER_NAME for unit in found.units for event in unit.events
    )
    if not found or not is_other:
        return named
    return found.root.unit.named.model_copy(update={"credit_code": found.root.credit_code})


def of_industry(code: str) -> list[Family]:
    """The units that belong to an industry union now, each with all that is part of it.

    What a unit is part of decides for it. A query, and those of `family` for each unit.
    """
    receipts_told = [item["sk"] for item in table.all_in(f"{_INDUSTRY}{code}")]
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        found = [each for each in pool.map(family, receipts_told) if each]
    theirs = {each.root.unit.receipt: each for each in found if each.root.unit.industry == code}
    return list(theirs.values())


def units_of(named: Named) -> set[str]:
    """The receipts of all units that its code or its name leads to."""
    return set(_units_of(named).values())


# ---- writing ----


def place(receipt: str, named: Named, at: datetime, since: date | None = None) -> str:
    """Put a list, or an old policy, to the unit that it names; the unit's receipt.

    A unit that nobody knew is registered. A code that nobody knew is that of the unit of its name,
    where that has none. May be done again.

    Args:
        receipt: of the list or old policy.
        named: how it names its unit.
        at: when it came.
        since: the day from which the unit was called so, where that is another one.

    Raises:
        RuntimeError: the table is too busy.
    """
    for attempt in range(_ATTEMPTS):
        try:
            unit = _known(named, at, since) or _register(named, at, since, attempt)
        except table.Taken:
            continue  # somebody has just registered it, or its receipt is another's
        table.put({**item_key(unit, f"{_LIST}{receipt}"), "schema": kept.SCHEMA})
        return unit
    raise RuntimeError("a unit that nobody can register")


def register(named: Named, event: Event, attempt: int) -> tuple[str, Parts]:
    """The receipt of a new unit, and the parts of a transaction that make it known.

    Its first event is given, but for its number. They fail where it is known, or where the receipt
    is another's: the next attempt makes another one.
    """
    first = _own_key(named)[0]
    receipt = receipts.make("DW", event.at.year, first, str(attempt))
    begins = event.model_copy(update={"revision": 1, "named": named})
    unit = Unit(receipt=receipt, revision=1, named=named)
    parts = {
        f"unit {receipt}": table.put_new(kept.to_item(item_key(receipt, _HEAD), unit)),
        f"event {receipt}": table.put_new(_event_item(receipt, begins)),
    }
    return receipt, parts | _keys(named, receipt, _units_of(named))


def adding(unit: Unit, event: Event) -> Parts:
    """The parts of a transaction by which something happens to a unit, on what it was until then.

    They fail where it is no longer what it was, or a name is another unit's meanwhile.
    """
    head = kept.to_item(item_key(unit.receipt, _HEAD), unit.after(event))
    parts = {
        f"unit {unit.receipt}": table.put_over(head, revision=unit.revision),
        f"event {unit.receipt}": table.put_new(_event_item(unit.receipt, event)),
    }
    if event.what in _FOUND_OTHERWISE:
        waiting = Entry(unit.receipt, event.revision)
        parts[f"outbox {unit.receipt}"] = outbox.entry(waiting, event.at, task="find")
    if event.industry:
        told = {"pk": f"{_INDUSTRY}{event.industry}", "sk": unit.receipt, "schema": kept.SCHEMA}
        parts[f"industry {unit.receipt}"] = table.put_part(told)
    if event.named is None:
        return parts
    return parts | _keys(event.named, unit.receipt, _units_of(event.named))


def _known(named: Named, at: datetime, since: date | None) -> str | None:
    """The unit that a list names, if it is known; from now on by all that the list says."""
    known = _units_of(named)
    by_name = _by_name(named, known)
    receipt = known.get(_code_key(named)) if named.credit_code else by_name
    if receipt is None and by_name:
        found = find(by_name)
        receipt = by_name if found and not found.codes else None
    is_told = by_name and (not named.credit_code or _code_key(named) in known)
    if receipt is None or is_told:
        return receipt
    found = find(receipt)
    if found is None:
        raise LookupError("a key without its unit")
    following = found.unit.revision + 1
    event = Event(at=at, what="known_as", revision=following, since=since, named=named)
    table.transact(adding(found.unit, event))
    return receipt


def _register(named: Named, at: datetime, since: date | None, attempt: int) -> str:
    event = Event(at=at, what="registered", revision=1, since=since, named=named)
    receipt, parts = register(named, event, attempt)
    table.transact(parts)
    return receipt


# ---- what a unit is known by ----


def _keys(named: Named, receipt: str, known: Mapping[Key, str]) -> Parts:
    """The parts that lead from code and name to a unit; a name that another unit has stays so."""
    wanted = [_code_key(named)] if named.credit_code else []
    wanted += _name_keys(named)[:1]
    return {
        f"key {number}": table.put_new({**_key_item(key[0]), "unit": receipt})
        for number, key in enumerate(wanted)
        if key not in known
    }


def _units_of(named: Named) -> dict[Key, str]:
    """The units that code and name lead to, by key; one read."""
    return _lead([*([_code_key(named)] if named.credit_code else []), *_name_keys(named)])


def _by_name(named: Named, known: Mapping[Key, str]) -> str | None:
    """The unit of these that its name leads to, under any name of its county."""
    return next((known[key] for key in _name_keys(named) if key in known), None)


def _lead(keys: Iterable[Key]) -> dict[Key, str]:
    """The units that keys lead to."""
    places = {_key_item(each)["pk"]: key for key in keys for each in key}
    return {
        places[item["pk"]]: item["unit"]
        for item in table.get_all([{"pk": pk, "sk": _KEY_SORT} for pk in places])
    }


def _own_key(named: Named) -> Key:
    return _code_key(named) if named.credit_code else _name_keys(named)[0]


def _code_key(named: Named) -> Key:
    return keyed_hashes("unit", "code", named.credit_code)


def _name_keys(named: Named) -> list[Key]:
    """By county and name, under all names that the county has had; today's first."""
    _, name = named.written
    return [keyed_hashes("unit", "name", county, name) for county in areas.names(named.county)]


def _key_item(keyed: str) -> dict[str, str]:
    return {"pk": f"{_UNIT_KEY}{keyed}", "sk": _KEY_SORT}


def _event_item(receipt: str, event: Event) -> dict[str, Any]:
    return kept.to_item(item_key(receipt, f"{_EVENT}{event.revision:06d}"), event)
