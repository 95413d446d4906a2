"""The emulator's table keeps what one client writes while another's transaction is undone."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from botocore.exceptions import ClientError

from functions.local.emulator import embedded_aws

FILLING = 300  # so that the emulator needs a while for its copy
WRITES = 100
TRANSACTIONS = 10


@pytest.fixture(autouse=True)
def threads_that_take_turns_often() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def make_table(dynamodb: Any, name: str) -> None:
    """Emulators of one process have their tables in common."""
    dynamodb.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
    )


def test_an_undone_transaction_takes_nothing_else_away() -> None:
    with embedded_aws() as endpoint:
        dynamodb = endpoint.client("dynamodb")
        make_table(dynamodb, "T")

        def write(number: int, partition: str = "first") -> None:
            item = {"pk": {"S": partition}, "sk": {"S": str(number)}}
            dynamodb.put_item(TableName="T", Item=item)

        def be_undone(_: int) -> None:
            item = {"pk": {"S": "first"}, "sk": {"S": "0"}}
            put = {"Item": item, "ConditionExpression": "attribute_not_exists(pk)"}
            parts: list[Any] = [{"Put": {"TableName": "T", **put}}]
            with pytest.raises(ClientError, match="TransactionCanceled"):
                dynamodb.transact_write_items(TransactItems=parts)

        write(0)
        for number in range(FILLING):
            write(number, f"filling {number}")
        with ThreadPoolExecutor(8) as pool:
            undone = pool.map(be_undone, range(TRANSACTIONS))
            written = pool.map(write, range(WRITES))
            assert [*undone, *written] == [None] * (TRANSACTIONS + WRITES)
        assert dynamodb.scan(TableName="T")["Count"] == FILLING + WRITES


def test_an_undone_transaction_leaves_everything_as_it_was() -> None:
    """What it put, changed and deleted before the part that was refused."""
    with embedded_aws() as endpoint:
        dynamodb = endpoint.client("dynamodb")
        make_table(dynamodb, "U")

        def key(name: str) -> dict[str, Any]:
            return {"pk": {"S": name}, "sk": {"S": "1"}}

        def kept() -> list[dict[str, Any]]:
            items: list[dict[str, Any]] = dynamodb.scan(TableName="U")["Items"]
            return sorted(items, key=lambda item: item["pk"]["S"])

        for name in ("changed", "deleted", "replaced"):
            dynamodb.put_item(TableName="U", Item={**key(name), "n": {"N": "1"}})
        before = kept()
        add = {
            "UpdateExpression": "SET n = n + :one",
            "ExpressionAttributeValues": {":one": {"N": "1"}},
        }
        changes: list[Any] = [
            {"Put": {"TableName": "U", "Item": key("new")}},
            {"Put": {"TableName": "U", "Item": key("replaced")}},
            {"Delete": {"TableName": "U", "Key": key("deleted")}},
            {"Update": {"TableName": "U", "Key": key("changed"), **add}},
        ]
        absent = {"ConditionExpression": "attribute_exists(pk)", "Key": key("nobody")}
        refused: Any = {"ConditionCheck": {"TableName": "U", **absent}}
        with pytest.raises(ClientError, match="TransactionCanceled"):
            dynamodb.transact_write_items(TransactItems=[*changes, refused])
        assert kept() == before
        dynamodb.transact_write_items(TransactItems=changes)
        after = {item["pk"]["S"]: item.get("n") for item in kept()}
        assert after == {"changed": {"N": "2"}, "new": None, "replaced": None}
