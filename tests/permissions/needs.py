"""Which rights a call to AWS needs, by the services' own lists of actions.

A transaction needs the rights of its parts; a copy reads and writes; what is encrypted with a key
needs that key as well.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

Parameters = Mapping[str, Any]


class Need(NamedTuple):
    """An action on a resource; `name` is what the resource is called, `path` what is in it."""

    action: str
    name: str
    path: str = ""
    key: str = ""


def needs(service: str, operation: str, parameters: Parameters) -> list[Need]:
    """What a call needs.

    Raises:
        KeyError: no function has made such a call before: say here what it needs.
    """
    return list(_NEEDS[service, operation](parameters))


def _object(*actions: str) -> Callable[[Parameters], Iterator[Need]]:
    def needed(parameters: Parameters) -> Iterator[Need]:
        for action in actions:
            yield Need(f"s3:{action}", parameters["Bucket"], f"/{parameters['Key']}")

    return needed


def _deleted(parameters: Parameters) -> Iterator[Need]:
    action = "DeleteObjectVersion" if parameters.get("VersionId") else "DeleteObject"
    return _object(action)(parameters)


def _all_deleted(parameters: Parameters) -> Iterator[Need]:
    for one in parameters["Delete"]["Objects"]:
        yield from _deleted({"Bucket": parameters["Bucket"], **one})


def _copy(parameters: Parameters) -> Iterator[Need]:
    source = parameters["CopySource"]
    yield Need("s3:GetObject", source["Bucket"], f"/{source['Key']}")
    yield from _object("PutObject")(parameters)


def _item(action: str, kept_in: str) -> Callable[[Parameters], Iterator[Need]]:
    def needed(parameters: Parameters) -> Iterator[Need]:
        key = parameters[kept_in]["pk"]["S"]
        yield Need(f"dynamodb:{action}", parameters["TableName"], "", key)

    return needed


_PARTS: Final = {
    "Put": _item("PutItem", "Item"),
    "Update": _item("UpdateItem", "Key"),
    "Delete": _item("DeleteItem", "Key"),
    "ConditionCheck": _item("ConditionCheckItem", "Key"),
}


def _transaction(parameters: Parameters) -> Iterator[Need]:
    for part in parameters["TransactItems"]:
        [(kind, asked)] = part.items()
        yield from _PARTS[kind](asked)


def _batch(parameters: Parameters) -> Iterator[Need]:
    for table, asked in parameters["RequestItems"].items():
        for key in asked["Keys"]:
            yield Need("dynamodb:BatchGetItem", table, "", key["pk"]["S"])


def _query(parameters: Parameters) -> Iterator[Need]:
    index = parameters.get("IndexName")
    named = re.search(r"= *(:\w+)", parameters["KeyConditionExpression"])
    if not named:
        raise KeyError(parameters["KeyConditionExpression"])
    key = parameters["ExpressionAttributeValues"][named[1]]["S"]
    place = f"/index/{index}" if index else ""
    yield Need("dynamodb:Query", parameters["TableName"], place, key)


def _whole(action: str, parameter: str) -> Callable[[Parameters], Iterator[Need]]:
    def needed(parameters: Parameters) -> Iterator[Need]:
        yield Need(action, parameters[parameter])

    return needed


_NEEDS: Final[Mapping[tuple[str, str], Callable[[Parameters], Iterator[Need]]]] = {
    ("s3", "GetObject"): _object("GetObject"),
    ("s3", "HeadObject"): _object("GetObject"),
    ("s3", "PutObject"): _object("PutObject"),
    ("s3", "DeleteObject"): _deleted,
    ("s3", "DeleteObjects"): _all_deleted,
    ("s3", "ListObjectsV2"): _whole("s3:ListBucket", "Bucket"),
    ("s3", "ListObjectVersions"): _whole("s3:ListBucketVersions", "Bucket"),
    ("s3", "CopyObject"): _copy,
    ("dynamodb", "GetItem"): _item("GetItem", "Key"),
    ("dynamodb", "PutItem"): _item("PutItem", "Item"),
    ("dynamodb", "UpdateItem"): _item("UpdateItem", "Key"),
    ("dynamodb", "DeleteItem"): _item("DeleteItem", "Key"),
    ("dynamodb", "BatchGetItem"): _batch,
    ("dynamodb", "TransactWriteItems"): _transaction,
    ("dynamodb", "Query"): _query,
    ("sns", "Publish"): _whole("sns:Publish", "TopicArn"),
    ("sqs", "SendMessage"): _whole("sqs:SendMessage", "QueueUrl"),
    ("secretsmanager", "DescribeSecret"): _whole("secretsmanager:DescribeSecret", "SecretId"),
    ("secretsmanager", "GetSecretValue"): _whole("secretsmanager:GetSecretValue", "SecretId"),
}

_READS: Final = ("s3:GetObject", "secretsmanager:GetSecretValue")
_WRITES: Final = ("s3:PutObject",)
_OF_NAMES: Final = ("s3:ListBucket", "s3:DeleteObject", "secretsmanager:DescribeSecret")


def of_key(action: str) -> tuple[str, ...]:
    """What an action needs of the key that its resource is encrypted with."""
    if action in _READS or action.startswith("dynamodb:"):
        return ("kms:Decrypt",)
    if action in _WRITES:
        return ("kms:GenerateDataKey",)
    if action.startswith(_OF_NAMES):
        return ()
    return ("kms:Decrypt", "kms:GenerateDataKey")  # a topic or a queue
