"""The emulator's table, without what took most of a test's time.

Before it looks for items at all, it sorts all there are by keys that it makes anew for each
comparison, and then compares the partition of each with the one that is asked for. What it finds
it measures twice, and copies before it is written as JSON. It measures an item anew with each
attribute that it gets, and to measure a value makes a copy of each that is inside. It asks a value
seven times of what type it is, and copies what cannot change. And to give values as JSON it imports
their class for each of them.
"""

from base64 import b64decode
from collections.abc import Callable
from typing import Any, Final

from moto.dynamodb import responses
from moto.dynamodb.comparisons import get_comparison_func
from moto.dynamodb.models.dynamo_type import DynamoType, Item, LimitedSizeDict
from moto.dynamodb.models.table import RESULT_SIZE_LIMIT, Table
from moto.dynamodb.parsing.executors import UpdateExpressionExecutor

_all_items = Table.all_items
_query = Table.query
_will_change = UpdateExpressionExecutor.__init__
_compared_as = DynamoType.cast_value.fget  # type: ignore[attr-defined]
# What a condition on keys is told as; whatever else a query has is of an older kind.
_KEY_CONDITIONS: Final = frozenset({"hash_key_conditions", "range_key_conditions"})
# Values that consist of others, and are changed in their places.
_OF_OTHERS: Final = frozenset({"L", "M", "SS", "NS", "BS"})


def read_quickly() -> None:
    """Let every emulator of this process do so; to be called once or more."""
    Table.all_items = _by_plain_keys  # type: ignore[method-assign, assignment]
    Table.query = _in_one_partition  # type: ignore[method-assign, assignment]
    Item.__init__ = _measured_once  # type: ignore[method-assign, assignment]
    Item.__deepcopy__ = _copied_item  # type: ignore[method-assign, assignment]
    Item.size = _size_of_item  # type: ignore[method-assign, assignment]
    UpdateExpressionExecutor.__init__ = _to_be_measured  # type: ignore[method-assign, assignment]
    DynamoType.__init__ = _typed  # type: ignore[method-assign, assignment]
    DynamoType.__deepcopy__ = _copied  # type: ignore[method-assign, assignment]
    DynamoType.cast_value = property(_compared_by)  # type: ignore[method-assign, assignment]
    DynamoType.size = _size  # type: ignore[method-assign, assignment]
    responses.dynamo_to_dict = _as_dict  # type: ignore[attr-defined, assignment]


def _by_plain_keys(table: Table) -> list[Item]:
    """All items by their keys: each of text, as template.yaml has them."""
    if not table.range_key_attr:
        return _all_items(table)
    items = [item for kept in table.items.values() for item in kept.values()]
    return sorted(items, key=_by_keys)


def _by_keys(item: Item) -> tuple[Any, Any]:
    return item.hash_key.value, _sort_key(item)


def _in_one_partition(  # noqa: PLR0913, PLR0917 - the emulator's own
    table: Table,
    partition: DynamoType,
    comparison: str | None,
    bounds: list[DynamoType],
    limit: int | None,
    start: dict[str, Any] | None,
    forward: bool,  # noqa: FBT001
    parts: Any,
    index: str | None,
    consistent: bool,  # noqa: FBT001
    chosen: Any,
    **conditions: Any,
) -> Any:
    """What it finds, looked for in one partition, which the table has apart and an index has not.

    All of it at once, where that is asked for and is not too much for one answer.
    """
    asked = (partition, comparison, bounds, limit, start, forward, parts, index, consistent, chosen)
    if not table.range_key_attr:
        return _query(table, *asked, **conditions)  # type: ignore[arg-type]
    found = of_index(table, conditions) if index else _in_partition(table, partition)
    if index is None and limit is None and start is None and conditions.keys() <= _KEY_CONDITIONS:
        between = _between(found, comparison, bounds)
        if sum(map(_size_of_item, between)) <= RESULT_SIZE_LIMIT:
            given = [each for each in between if chosen.expr(each)]
            shown = [each.project(parts) for each in given] if parts else given
            return shown if forward else shown[::-1], len(between), None
    table.all_items = lambda: found  # type: ignore[method-assign]
    try:
        return _query(table, *asked, **conditions)  # type: ignore[arg-type]
    finally:
        del table.all_items


def _in_partition(table: Table, partition: DynamoType) -> list[Item]:
    kept = table.items[partition].values() if partition in table.items else ()
    return sorted(kept, key=_sort_key)


def of_index(table: Table, conditions: dict[str, Any]) -> list[Item]:
    """What has the values that an index's partition has, by the table's keys."""
    [*wanted] = conditions["hash_key_conditions"]
    found = [
        item
        for kept in table.items.values()
        for item in kept.values()
        if all(name in item.attrs and item.attrs[name] == value for name, value in wanted)
    ]
    return sorted(found, key=_by_keys)


def _between(found: list[Item], comparison: str | None, bounds: list[DynamoType]) -> list[Item]:
    if not comparison:
        return found
    holds, values = get_comparison_func(comparison), [each.cast_value for each in bounds]
    return [item for item in found if holds(_sort_key(item), *values)]


def _sort_key(item: Item) -> Any:
    """A text, as template.yaml has them."""
    key: Any = item.range_key
    return key.value


def _measured_once(
    item: Item, hash_key: DynamoType, range_key: DynamoType | None, attrs: dict[str, Any]
) -> None:
    """Make an item; its last attribute is added as the emulator adds each, measuring the whole."""
    item.hash_key, item.range_key, item.attrs = hash_key, range_key, LimitedSizeDict()
    for name, value in attrs.items():
        dict.__setitem__(item.attrs, name, DynamoType(value))
    if attrs:
        last, value = item.attrs.popitem()
        item.attrs[last] = value


def _copied_item(item: Item, _memo: Any) -> Item:
    copied: Item = object.__new__(Item)
    copied.hash_key, copied.range_key, copied.attrs = (
        item.hash_key,
        item.range_key,
        LimitedSizeDict(),
    )
    for name, value in item.attrs.items():
        dict.__setitem__(copied.attrs, name, _copied(value))
    return copied


def _size_of_item(item: Item) -> int:
    """How many bytes it takes, counted once until it is changed."""
    kept = item.__dict__
    if "bytes" not in kept:
        kept["bytes"] = sum(
            _bytes_of(name) + _bytes_of(value) for name, value in item.attrs.items()
        )
    measured: int = kept["bytes"]
    return measured


def _to_be_measured(executor: Any, update: Any, item: Item, names: Any) -> None:
    """Go on to change an item in its place."""
    item.__dict__.pop("bytes", None)
    _will_change(executor, update, item, names)


def _typed(made: DynamoType, said: DynamoType | dict[str, Any]) -> None:
    """Make a value of what DynamoDB's JSON says, or of another value."""
    if type(said) is DynamoType:
        kind, value = said.type, said.value
    else:
        kind, value = next(iter(said.items()))  # type: ignore[union-attr]
    if kind == "L":
        value = [DynamoType(each) for each in value]
    elif kind == "M":
        value = {name: DynamoType(each) for name, each in value.items()}
    made.type, made.value = kind, value


def _copied(value: DynamoType, _memo: Any = None) -> DynamoType:
    """A copy where a value can change in its place; else the same."""
    if value.type not in _OF_OTHERS:
        return value
    copied: DynamoType = object.__new__(DynamoType)
    copied.type = value.type
    if value.type == "M":
        copied.value = {name: _copied(each) for name, each in value.value.items()}
    else:
        copied.value = [_copied(each) if value.type == "L" else each for each in value.value]
    return copied


def _compared_by(value: DynamoType) -> Any:
    """What a value is compared by: a text by itself."""
    return value.value if value.type == "S" else _compared_as(value)


def _size(of: DynamoType) -> int:
    """How many bytes a value takes, as the emulator counts them."""
    return _bytes_of(of.value)


def _bytes_of(value: Any) -> int:
    if isinstance(value, str):
        return len(value) if value.isascii() else len(value.encode())
    if isinstance(value, DynamoType):
        return _bytes_of(value.value)
    if isinstance(value, bool):
        return 1
    if isinstance(value, list):
        return sum(map(_bytes_of, value))
    if isinstance(value, dict):
        return sum(_bytes_of(name) + _bytes_of(inside) for name, inside in value.items())
    return len(value)  # bytes


def _as_dict(found: Any) -> Any:
    """What the emulator found as plain data: values as in DynamoDB's JSON, bytes as bytes."""
    if isinstance(found, DynamoType):
        return {found.type: _BYTES.get(found.type, _as_dict)(found.value)}
    if isinstance(found, dict):
        return {name: _as_dict(inside) for name, inside in found.items()}
    if isinstance(found, list):
        return [_as_dict(inside) for inside in found]
    return _as_dict(found.to_json()) if hasattr(found, "to_json") else found


def _raw(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else b64decode(value)


_BYTES: Final[dict[str, Callable[[Any], Any]]] = {
    "B": _raw,
    "BS": lambda values: [_raw(each) for each in values],
}
