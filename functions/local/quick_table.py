"""The emulator's table, without two things that took most of a test's time.

Before it looks for items at all, it sorts all there are by keys that it makes anew for each
comparison. And it measures an item anew with each attribute that it gets.
"""

from typing import Any

from moto.dynamodb.models.dynamo_type import DynamoType, Item, LimitedSizeDict
from moto.dynamodb.models.table import Table

_all_items = Table.all_items


def read_quickly() -> None:
    """Let every emulator of this process do so; to be called once or more."""
    Table.all_items = _by_plain_keys  # type: ignore[method-assign, assignment]
    Item.__init__ = _measured_once  # type: ignore[method-assign, assignment]


def _by_plain_keys(table: Table) -> list[Item]:
    """All items by their keys: each of text, as template.yaml has them."""
    if not table.range_key_attr:
        return _all_items(table)
    items = [item for kept in table.items.values() for item in kept.values()]
    return sorted(items, key=lambda item: (item.hash_key.value, item.range_key.value))


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
