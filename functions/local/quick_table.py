"""The emulator's table, without five things that took most of a test's time.

Before it looks for items at all, it sorts all there are by keys that it makes anew for each
comparison, and then compares the partition of each with the one that is asked for. It measures an
item anew with each attribute that it gets, and to measure a value makes a copy of each that is
inside. And to give values as JSON it imports their class for each of them.
"""

from base64 import b64decode
from collections.abc import Callable
from inspect import signature
from typing import Any, Final

from moto.dynamodb import responses
from moto.dynamodb.models.dynamo_type import DynamoType, Item, LimitedSizeDict
from moto.dynamodb.models.table import Table

_all_items = Table.all_items
_query = Table.query
# Its place behind the table and the partition.
_INDEX_NAME: Final = [*signature(_query).parameters].index("index_name") - 2


def read_quickly() -> None:
    """Let every emulator of this process do so; to be called once or more."""
    Table.all_items = _by_plain_keys  # type: ignore[method-assign, assignment]
    Table.query = _in_one_partition  # type: ignore[method-assign, assignment]
    Item.__init__ = _measured_once  # type: ignore[method-assign, assignment]
    DynamoType.size = _size  # type: ignore[method-assign, assignment]
    responses.dynamo_to_dict = _as_dict  # type: ignore[attr-defined, assignment]


def _by_plain_keys(table: Table) -> list[Item]:
    """All items by their keys: each of text, as template.yaml has them."""
    if not table.range_key_attr:
        return _all_items(table)
    items = [item for kept in table.items.values() for item in kept.values()]
    return sorted(items, key=lambda item: (item.hash_key.value, item.range_key.value))


def _in_one_partition(table: Table, partition: DynamoType, *asked: Any, **named: Any) -> Any:
    """What it finds by the table's own keys, looked for in one partition: it has them apart."""
    if not table.range_key_attr or asked[_INDEX_NAME] is not None:
        return _query(table, partition, *asked, **named)
    found = [*table.items[partition].values()] if partition in table.items else []
    table.all_items = lambda: found  # type: ignore[method-assign]
    try:
        return _query(table, partition, *asked, **named)
    finally:
        del table.all_items


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
