"""All that is kept, gone through item by item: nobody but an operator does."""

from collections.abc import Iterator
from typing import Any

from functions.platform.aws import dynamodb, from_item
from functions.platform.environment import environment
from functions.records.receipts import kind_of
from functions.records.record_keys import read_partition


def receipts() -> Iterator[str]:
    """The receipts of all lists, claims and imports of old policies."""
    for item in scanned(
        FilterExpression="sk = :head OR pk = :imports",
        ExpressionAttributeValues={":head": {"S": "HEAD"}, ":imports": {"S": "IMPORTS"}},
    ):
        receipt = item["sk"] if item["pk"] == "IMPORTS" else read_partition(item["pk"])
        if kind_of(receipt) in ("AK", "LP", "DR"):
            yield receipt


def scanned(**asked: Any) -> Iterator[dict[str, Any]]:
    """The keys of items."""
    pages = (
        dynamodb()
        .get_paginator("scan")
        .paginate(
            TableName=environment().table_name,
            ProjectionExpression="pk, sk",
            ConsistentRead=True,
            **asked,
        )
    )
    for page in pages:
        yield from map(from_item, page["Items"])
