"""The one table: reading items, making ones that must be new, all or nothing, refused conditions.

A transaction changes all of its items or none; which of its parts stood in the way, `Taken` says.
"""

import time
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any, Final

from botocore.exceptions import ClientError

from functions.platform.aws import dynamodb, from_item, to_item
from functions.platform.environment import environment

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import (
        PutItemInputTypeDef,
        TransactWriteItemTypeDef,
        UpdateItemInputTypeDef,
    )

_READ_AT_ONCE: Final = 100  # as many as DynamoDB gives at once
_CONFLICT_WAITS: Final = (0.05, 0.1, 0.2, 0.4)  # seconds; botocore does not retry conflicts


class Taken(Exception):
    """The transaction changed nothing, because the conditions of its parts `what` do not hold."""

    def __init__(self, what: Set[str]) -> None:
        super().__init__(", ".join(sorted(what)))
        self.what = what


def get(key: Mapping[str, str]) -> dict[str, Any] | None:
    """The item with this key as it is now, or None."""
    found = dynamodb().get_item(
        TableName=environment().table_name, Key=to_item(key), ConsistentRead=True
    )
    return from_item(found["Item"]) if "Item" in found else None


def get_all(keys: Sequence[Mapping[str, str]]) -> Iterator[dict[str, Any]]:
    """The items with these different keys as they are now, in any order; a read for each hundred.

    Raises:
        RuntimeError: the table is too busy to give them all.
    """
    name = environment().table_name
    for start in range(0, len(keys), _READ_AT_ONCE):
        batch = keys[start : start + _READ_AT_ONCE]
        asked: Any = {name: {"Keys": list(map(to_item, batch)), "ConsistentRead": True}}
        for wait in (*_CONFLICT_WAITS, None):
            answer = dynamodb().batch_get_item(RequestItems=asked)
            yield from map(from_item, answer["Responses"].get(name, []))
            asked = answer.get("UnprocessedKeys")
            if not asked:
                break
            if wait is None:
                raise RuntimeError("the table is too busy")
            time.sleep(wait)


def between(first: Mapping[str, str], last: str) -> list[dict[str, Any]]:
    """The items from the key `first` to the sort key `last` of its partition, in their order."""
    values = {":pk": first["pk"], ":first": first["sk"], ":last": last}
    return _query("pk = :pk AND sk BETWEEN :first AND :last", values)


def all_in(partition: str) -> list[dict[str, Any]]:
    """All items of a partition, in the order of their sort keys."""
    return _query("pk = :pk", {":pk": partition})


def _query(condition: str, values: Mapping[str, str]) -> list[dict[str, Any]]:
    pages = (
        dynamodb()
        .get_paginator("query")
        .paginate(
            TableName=environment().table_name,
            KeyConditionExpression=condition,
            ExpressionAttributeValues=to_item(values),
            ConsistentRead=True,
        )
    )
    return [from_item(item) for page in pages for item in page["Items"]]


def put(item: Mapping[str, Any]) -> None:
    """Write an item, over whatever was there."""
    dynamodb().put_item(TableName=environment().table_name, Item=to_item(item))


def put_if(
    condition: str,
    item: Mapping[str, Any],
    values: Mapping[str, Any] | None = None,
    names: Mapping[str, str] | None = None,
) -> bool:
    """Write an item where the condition holds for what is there; whether it did.

    `values` stand for the condition's `:names`, `names` for its `#names`.
    """
    request: PutItemInputTypeDef = {
        "TableName": environment().table_name,
        "Item": to_item(item),
        "ConditionExpression": condition,
    }
    if values:
        request["ExpressionAttributeValues"] = to_item(values)
    if names:
        request["ExpressionAttributeNames"] = names
    try:
        dynamodb().put_item(**request)
    except ClientError as error:
        if is_refused(error):
            return False
        raise
    return True


def update_if(
    condition: str,
    key: Mapping[str, str],
    change: str,
    values: Mapping[str, Any] | None = None,
    names: Mapping[str, str] | None = None,
) -> dict[str, Any] | None:
    """The item after a change, or None where the condition does not hold.

    `values` stand for the `:names` of condition and change, `names` for their `#names`.
    """
    request: UpdateItemInputTypeDef = {
        "TableName": environment().table_name,
        "Key": to_item(key),
        "ConditionExpression": condition,
        "UpdateExpression": change,
        "ReturnValues": "ALL_NEW",
    }
    if values:
        request["ExpressionAttributeValues"] = to_item(values)
    if names:
        request["ExpressionAttributeNames"] = names
    try:
        return from_item(dynamodb().update_item(**request)["Attributes"])
    except ClientError as error:
        if is_refused(error):
            return None
        raise


def delete(key: Mapping[str, str]) -> dict[str, Any] | None:
    """Delete an item; what it was, or None where there was none."""
    answer = dynamodb().delete_item(
        TableName=environment().table_name, Key=to_item(key), ReturnValues="ALL_OLD"
    )
    return from_item(answer["Attributes"]) if "Attributes" in answer else None


def put_new(item: Mapping[str, Any]) -> "TransactWriteItemTypeDef":
    """The part of a transaction that makes an item, and fails where there is one."""
    return {
        "Put": {
            "TableName": environment().table_name,
            "Item": to_item(item),
            "ConditionExpression": "attribute_not_exists(pk)",
        }
    }


def put_over(item: Mapping[str, Any], **held: str | int) -> "TransactWriteItemTypeDef":
    """The part that puts an item in the place of one whose attributes still are what `held` says.

    For example `put_over(item, version=1)`.
    """
    return {
        "Put": {
            "TableName": environment().table_name,
            "Item": to_item(item),
            "ConditionExpression": " AND ".join(f"#{name} = :{name}" for name in held),
            "ExpressionAttributeNames": {f"#{name}": name for name in held},
            "ExpressionAttributeValues": to_item(
                {f":{name}": value for name, value in held.items()}
            ),
        }
    }


def put_part(item: Mapping[str, Any]) -> "TransactWriteItemTypeDef":
    """The part of a transaction that writes an item, over whatever was there."""
    return {"Put": {"TableName": environment().table_name, "Item": to_item(item)}}


def put_where(
    condition: str, item: Mapping[str, Any], values: Mapping[str, Any]
) -> "TransactWriteItemTypeDef":
    """The part that writes an item where the condition, whose `:names` are `values`, holds."""
    return {
        "Put": {
            "TableName": environment().table_name,
            "Item": to_item(item),
            "ConditionExpression": condition,
            "ExpressionAttributeValues": to_item(values),
        }
    }


def update_where(
    condition: str, key: Mapping[str, str], change: str, names: Mapping[str, str], **values: Any
) -> "TransactWriteItemTypeDef":
    """The part that changes an item, or makes it, where the condition holds.

    `names` stand for the `#names` of condition and change, `values` for their `:names`.
    """
    part = update_part(key, change, names, **values)
    part["Update"]["ConditionExpression"] = condition
    return part


def update_part(
    key: Mapping[str, str], change: str, names: Mapping[str, str], **values: Any
) -> "TransactWriteItemTypeDef":
    """The part that changes an item whatever it is, or makes it; names and values as above."""
    return {
        "Update": {
            "TableName": environment().table_name,
            "Key": to_item(key),
            "UpdateExpression": change,
            "ExpressionAttributeNames": dict(names),
            "ExpressionAttributeValues": to_item(
                {f":{name}": value for name, value in values.items()}
            ),
        }
    }


def delete_part(key: Mapping[str, str]) -> "TransactWriteItemTypeDef":
    """The part of a transaction that deletes an item."""
    return {"Delete": {"TableName": environment().table_name, "Key": to_item(key)}}


def delete_counted(
    key: Mapping[str, str], counter: str, seen: int | None
) -> "TransactWriteItemTypeDef":
    """The part that deletes an item of whose changes as many were counted as were seen."""
    part = delete_part(key)
    part["Delete"]["ExpressionAttributeNames"] = {"#counter": counter}
    if seen is None:
        part["Delete"]["ConditionExpression"] = "attribute_not_exists(#counter)"
    else:
        part["Delete"]["ConditionExpression"] = "#counter = :seen"
        part["Delete"]["ExpressionAttributeValues"] = to_item({":seen": seen})
    return part


def transact(parts: "Mapping[str, TransactWriteItemTypeDef]") -> None:
    """Write all parts or none.

    Raises:
        Taken: the conditions of some do not hold.
    """
    for wait in (*_CONFLICT_WAITS, None):
        try:
            dynamodb().transact_write_items(TransactItems=list(parts.values()))
        except ClientError as error:
            reasons = [each["Code"] for each in error.response.get("CancellationReasons", [])]
            if "TransactionConflict" in reasons and wait is not None:
                time.sleep(wait)
                continue
            if "ConditionalCheckFailed" not in reasons:
                raise
            pairs = zip(parts, reasons, strict=True)
            raise Taken({name for name, reason in pairs if reason != "None"}) from error
        return


def is_refused(error: ClientError) -> bool:
    """Whether a single write changed nothing because its condition does not hold."""
    return error.response["Error"]["Code"] == "ConditionalCheckFailedException"
