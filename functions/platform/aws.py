"""AWS clients, made once per container, and DynamoDB items as plain dicts."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

import boto3
from boto3.dynamodb.types import TypeDeserializer, TypeSerializer
from botocore.client import BaseClient
from botocore.config import Config

from functions.platform.failures import log_lost_call, log_refused_call

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient

Client = TypeVar("Client", bound=BaseClient)

type_serializer = TypeSerializer()
type_deserializer = TypeDeserializer()


TRIES: Final = 3
CONNECTED_WITHIN: Final = 2  # seconds
ANSWER_WITHIN = 5  # seconds
"""How long a call waits for its answer before it is made again.

With all its tries a call is lost before the API gives up: so who asked hears that it was.
"""


CALLS_AT_ONCE: Final = 10
"""As many as a client of botocore keeps connections."""


def _watched(client: Client) -> Client:
    """The client, whose refused and lost calls are logged."""
    client.meta.events.register("after-call", log_refused_call)
    client.meta.events.register("after-call-error", log_lost_call)
    return client


def _config(**more: Any) -> Config:
    return Config(
        retries={"mode": "standard", "total_max_attempts": TRIES},
        connect_timeout=CONNECTED_WITHIN,
        read_timeout=ANSWER_WITHIN,
        **more,
    )


@cache
def dynamodb() -> "DynamoDBClient":
    """The client for the table."""
    return _watched(boto3.client("dynamodb", config=_config()))


@cache
def s3() -> "S3Client":
    """The client for the buckets; it signs with SigV4, which posts to KMS buckets need.

    Browsers are sent to the bucket's own regional host: the global one redirects, and the site's
    content policy forbids it.
    """
    hosts = {"addressing_style": "virtual", "us_east_1_regional_endpoint": "regional"}
    return _watched(boto3.client("s3", config=_config(signature_version="s3v4", s3=hosts)))


@cache
def sns() -> "SNSClient":
    """The client for the topic of the areas' contacts."""
    return _watched(boto3.client("sns", config=_config()))


@cache
def sqs() -> "SQSClient":
    """The client for the dead-letter queue."""
    return _watched(boto3.client("sqs", config=_config()))


@cache
def _secrets_manager() -> "SecretsManagerClient":
    return _watched(boto3.client("secretsmanager", config=_config()))


def secret(secret_id: str) -> str:
    """A secret as it is now; what is asked for often is kept by who asks."""
    return _secrets_manager().get_secret_value(SecretId=secret_id)["SecretString"]


def secret_changed_at(secret_id: str) -> datetime:
    """When a secret got the value that it has."""
    about = _secrets_manager().describe_secret(SecretId=secret_id)
    return about.get("LastChangedDate") or about["CreatedDate"]


def to_item(values: Mapping[str, Any]) -> "dict[str, AttributeValueTypeDef]":
    """A DynamoDB item from plain values; None is left out."""
    return {
        name: type_serializer.serialize(value)
        for name, value in values.items()
        if value is not None
    }


def from_item(item: "Mapping[str, AttributeValueTypeDef]") -> dict[str, Any]:
    """Plain values from a DynamoDB item; whole numbers come back as int."""
    return {name: _plain(type_deserializer.deserialize(value)) for name, value in item.items()}


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return int(value)
        case dict():
            return {name: _plain(inner) for name, inner in value.items()}
        case list():
            return [_plain(inner) for inner in value]
        case _:
            return value
