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


def test_an_undone_transaction_takes_nothing_else_away() -> None:
    with embedded_aws() as endpoint:
        dynamodb = endpoint.client("dynamodb")
        dynamodb.create_table(
            TableName="T",
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
