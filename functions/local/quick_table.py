"""The emulator's table, read without two things that took most of a test's time.

It keeps an item's attributes as DynamoDB writes them, and yet looks in each of them for every
possible type under every name that a model of its own might have. And before it looks for items
at all, it sorts all there are by keys that it makes anew for each comparison.
"""

from typing import Any, Final

from moto.core.serialize import BaseJSONSerializer
from moto.dynamodb.models.dynamo_type import Item
from moto.dynamodb.models.table import Table

# Bytes are written otherwise than they are kept; they may stand in a map or a list, too.
_AS_THEY_ARE: Final = {"S", "N", "BOOL", "NULL", "SS", "NS"}
_serialize_structure = BaseJSONSerializer._serialize_type_structure  # noqa: SLF001
_all_items = Table.all_items


def read_quickly() -> None:
    """Let every emulator of this process do so; to be called once or more."""
    BaseJSONSerializer._serialize_type_structure = _attribute_as_it_is  # type: ignore[method-assign, assignment]  # noqa: SLF001
    Table.all_items = _by_plain_keys  # type: ignore[method-assign, assignment]


def _attribute_as_it_is(
    serializer: BaseJSONSerializer, serialized: Any, value: Any, shape: Any, key: str
) -> None:
    if shape.name == "AttributeValue" and isinstance(value, dict) and value.keys() <= _AS_THEY_ARE:
        serialized[key] = value
    else:
        _serialize_structure(serializer, serialized, value, shape, key)


def _by_plain_keys(table: Table) -> list[Item]:
    """All items by their keys: each of text, as template.yaml has them."""
    if not table.range_key_attr:
        return _all_items(table)
    items = [item for kept in table.items.values() for item in kept.values()]
    return sorted(items, key=lambda item: (item.hash_key.value, item.range_key.value))
