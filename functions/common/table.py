"""The one table: reading an item, making one that must be new, and telling a refused condition."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from functions.common.aws import dynamodb, from_item, to_item
from functions.common.environment import environment

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef


def get(key: Mapping[str, str]) -> dict[str, Any] | None:
    """The item with this key as it is now, or None."""
    found = dynamodb().get_item(
        TableName=environment().table_name, Key=to_item(key), ConsistentRead=True
    )
    return from_item(found["Item"]) if "Item" in found else None


def put_new(item: Mapping[str, Any]) -> "TransactWriteItemTypeDef":
    """The part of a transaction that makes an item, and fails where there is one."""
    return {
        "Put": {
            "TableName": environment().table_name,
            "Item": to_item(item),
            "ConditionExpression": "attribute_not_exists(pk)",
        }
    }


def is_refused(error: ClientError) -> bool:
    """Whether a single write changed nothing because its condition does not hold."""
    return error.response["Error"]["Code"] == "ConditionalCheckFailedException"
