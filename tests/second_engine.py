"""DynamoDB Local in the place of the emulator's table: AWS's own reading of what DynamoDB takes.

`make test-engines` names its folder in the variable DYNAMODB_LOCAL; nothing else asks for it. The
rest of AWS stays the emulator's.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from functions.local.emulator import HOST, Endpoint, free_port
from functions.local.stack import Stack
from functions.platform import aws
from functions.platform.environment import environment
from tests.started import wait_for

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

Item = Mapping[str, Any]

_FOLDER: Final = os.environ.get("DYNAMODB_LOCAL", "")
IS_CHOSEN: Final = bool(_FOLDER)
_WRITTEN_AT_ONCE: Final = 25  # as many as DynamoDB takes


@contextmanager
def second_engine(stack: Stack) -> Iterator[None]:
    """Have the stack's table there until the block ends, where this engine is chosen."""
    if not IS_CHOSEN:
        yield
        return
    with _running() as endpoint:
        _make_table(stack, endpoint.client("dynamodb"))
        os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = endpoint.url  # put back with the stack's others
        aws.dynamodb.cache_clear()
        yield
        aws.dynamodb.cache_clear()


def items() -> list[Item]:
    """All that is kept, as the engine says it."""
    pages = aws.dynamodb().get_paginator("scan").paginate(TableName=environment().table_name)
    return [item for page in pages for item in page["Items"]]


def put(kept: Iterable[Item]) -> None:
    """Keep these, too."""
    _write([{"PutRequest": {"Item": item}} for item in kept])


def forget(beginning: str = "") -> None:
    """Remove every item whose partition begins so."""
    _write(
        [
            {"DeleteRequest": {"Key": {"pk": item["pk"], "sk": item["sk"]}}}
            for item in items()
            if item["pk"]["S"].startswith(beginning)
        ]
    )


def _write(requests: Sequence[Mapping[str, Any]]) -> None:
    rest = iter(requests)
    while part := list(islice(rest, _WRITTEN_AT_ONCE)):
        asked: Any = {environment().table_name: part}
        assert not aws.dynamodb().batch_write_item(RequestItems=asked)["UnprocessedItems"]


@contextmanager
def _running() -> Iterator[Endpoint]:
    port = free_port()
    process = subprocess.Popen(
        [
            *("java", "-Xmx512m", "-Djava.library.path=DynamoDBLocal_lib"),
            *("-jar", "DynamoDBLocal.jar", "-inMemory", "-sharedDb", "-disableTelemetry"),
            *("-port", str(port)),
        ],
        cwd=Path(_FOLDER),
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(port, "DynamoDB Local: is there a Java of version 17 or newer?")
        yield Endpoint(f"http://{HOST}:{port}")
    finally:
        process.terminate()
        process.wait()


def _make_table(stack: Stack, engine: "DynamoDBClient") -> None:
    """Make the table that the emulator has made from the template."""
    emulated: DynamoDBClient = stack.endpoint.client("dynamodb")
    made = emulated.describe_table(TableName=stack.resources["Table"])["Table"]
    indexes: Any = [
        {name: index[name] for name in ("IndexName", "KeySchema", "Projection")}
        for index in made["GlobalSecondaryIndexes"]
    ]
    engine.create_table(
        TableName=made["TableName"],
        AttributeDefinitions=made["AttributeDefinitions"],
        KeySchema=made["KeySchema"],
        GlobalSecondaryIndexes=indexes,
        BillingMode="PAY_PER_REQUEST",
    )
