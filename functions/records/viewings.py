"""The log of what the desk's people saw of a record.

An entry lies under the record, `VIEWED#<when>#<random>`: after the head, so that whoever asks for
state and events does not read it.
"""

import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Final, TypeVar

from pydantic import BaseModel

from functions.platform import table
from functions.platform.aws import dynamodb, from_item, to_item
from functions.platform.environment import environment
from functions.records import kept
from functions.records.record_keys import item_key

_VIEWED: Final = "VIEWED#"


Seen = TypeVar("Seen", bound=BaseModel)


def put(receipt: str, at: datetime, seen: BaseModel) -> None:
    """Keep that somebody saw something."""
    sort = f"{_VIEWED}{at.isoformat()}#{secrets.token_hex(8)}"
    table.put(kept.to_item(item_key(receipt, sort), seen))


def of(receipt: str, model: type[Seen]) -> Iterator[Seen | None]:
    """What was seen of a record, the newest first; None for what cannot be read, and is logged."""
    key = item_key(receipt, _VIEWED)
    pages = (
        dynamodb()
        .get_paginator("query")
        .paginate(
            TableName=environment().table_name,
            KeyConditionExpression="pk = :pk AND begins_with(sk, :viewed)",
            ExpressionAttributeValues=to_item({":pk": key["pk"], ":viewed": key["sk"]}),
            ScanIndexForward=False,
            ConsistentRead=True,
        )
    )
    for page in pages:
        for item in page["Items"]:
            found, _ = kept.readable(model, [from_item(item)])
            yield found[0] if found else None
