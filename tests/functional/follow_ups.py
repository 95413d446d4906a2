"""The stream and the sweeper as AWS drives them, and what the follow-up leaves in the table."""

import os
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from functions.common import clock, outbox
from functions.common.aws import dynamodb, from_item
from functions.common.keyed_hash import keyed_hash
from functions.common.outbox import Entry
from functions.followup import handler, service, store
from functions.local.samples import Person

CONTEXT: Any = SimpleNamespace(
    function_name="follow-up",
    memory_limit_in_mb=256,
    invoked_function_arn="follow-up",
    aws_request_id="follow-up",
    get_remaining_time_in_millis=lambda: 600_000,
)


def deliver(*entries: tuple[str, int]) -> list[object]:
    """Deliver a batch of the stream; the sequence numbers that failed."""
    records = [
        {
            "eventName": "INSERT",
            "eventSource": "aws:dynamodb",
            "dynamodb": {
                "Keys": {
                    name: {"S": value} for name, value in outbox.key_of(Entry(*entry)).items()
                },
                "SequenceNumber": str(number),
                "StreamViewType": "KEYS_ONLY",
            },
        }
        for number, entry in enumerate(entries)
    ]
    answer = handler.stream_handler({"Records": records}, CONTEXT)
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def items(prefix: str = "", receipt: str = "") -> list[dict[str, Any]]:
    """The items of the table whose sort key begins so; of one roster where one is named."""
    found = dynamodb().get_paginator("scan").paginate(TableName=os.environ["TABLE_NAME"])
    everything = [from_item(item) for page in found for item in page["Items"]]
    return [
        item
        for item in everything
        if item["sk"].startswith(prefix) and item["pk"].endswith(receipt)
    ]


def swept() -> None:
    """Let the sweeper work, when nobody else can be at it; nothing waits then, or is given up."""
    assert service.sweep(clock.now() + store.LEASE, timedelta(0)).failed == 0
    assert list(store.waiting()) == []
    assert list(store.waiting(state="dead")) == []


def listed(receipt: str) -> set[str]:
    """The keyed hashes of those whom the index has in a list now."""
    return {
        item["pk"].removeprefix("PERSON#")
        for item in items("LISTS")
        if "cover_from" in item.get(receipt, {})
    }


def hashes(people: list[Person]) -> set[str]:
    """The keyed hashes of these people."""
    return {keyed_hash("person", person.id_number) for person in people}
