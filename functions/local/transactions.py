"""The emulator's transactions, undone item by item.

Before each part of a transaction, the emulator makes a copy of the whole table, which it puts back
where a condition does not hold. That takes longer with every item kept, and most of a test's time.
Here only the items that a transaction names are remembered, and put back.
"""

import copy
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

_transact = DynamoDBBackend.transact_write_items


class _Remembered(NamedTuple):
    """One item as it was before: nothing where there was none."""

    table: Table
    hash_key: DynamoType
    range_key: DynamoType | None
    item: Item | None

    def put_back(self) -> None:
        """Undo whatever was done to it."""
        if self.item is None:
            self.table.delete_item(self.hash_key, self.range_key)
        elif self.range_key:
            self.table.items[self.hash_key][self.range_key] = self.item
        else:
            self.table.items[self.hash_key] = self.item  # type: ignore[assignment]


def undo_item_by_item() -> None:
    """Let every emulator of this process do so; to be called once or more."""
    DynamoDBBackend.transact_write_items = _transact_remembering  # type: ignore[method-assign, assignment]


def _transact_remembering(backend: DynamoDBBackend, transact_items: list[dict[str, Any]]) -> None:
    remembered = [_remember(backend, part) for part in transact_items]
    try:
        with _tables_not_copied():
            _transact(backend, transact_items)
    except Exception:
        for each in remembered:
            each.put_back()
        raise


def _remember(backend: DynamoDBBackend, part: Mapping[str, Any]) -> _Remembered:
    operation = next(iter(part.values()))
    table = backend.get_table(operation["TableName"])
    key = operation.get("Key") or operation["Item"]
    hash_key = DynamoType(key[table.hash_key_attr])
    range_key = DynamoType(key[table.range_key_attr]) if table.range_key_attr else None
    item = copy.deepcopy(table.get_item(hash_key, range_key))
    return _Remembered(table, hash_key, range_key, item)


@contextmanager
def _tables_not_copied() -> Iterator[None]:
    """A copy of a table is the table itself: putting it back changes nothing."""
    Table.__deepcopy__ = lambda table, _memo: table  # type: ignore[attr-defined]
    try:
        yield
    finally:
        del Table.__deepcopy__  # type: ignore[attr-defined]
