"""A call for items is answered as the emulator answers it by its whole way: done or refused."""

from collections.abc import Iterator
from typing import Any

import pytest
from botocore.exceptions import ClientError
from moto.dynamodb.models.table import Table

from functions.local import emulator, quick_table
from functions.local.emulator import Endpoint, embedded_aws
from tests.unit.local.test_isolated_table import make_table

TABLE = "Calls"
TO = {"TableName": TABLE}
HER = {"pk": {"S": "李"}, "sk": {"S": "1"}}
ANOTHER = {"pk": {"S": "李"}, "sk": {"S": "2"}}
NEW = {"pk": {"S": "王"}, "sk": {"S": "1"}}
ITEM = {**HER, "n": {"N": "3"}, "m": {"M": {"l": {"L": [{"BOOL": True}, {"NULL": True}]}}}}
ABSENT = "attribute_not_exists(pk)"
ADD: dict[str, Any] = {
    "Key": HER,
    "UpdateExpression": "SET #n = #n + :one, added = if_not_exists(added, :one)",
    "ExpressionAttributeNames": {"#n": "n"},
    "ExpressionAttributeValues": {":one": {"N": "1"}},
}
OF_HER: dict[str, Any] = {
    "KeyConditionExpression": "pk = :pk",
    "ExpressionAttributeValues": {":pk": HER["pk"]},
}
BETWEEN: dict[str, Any] = {
    "KeyConditionExpression": "pk = :pk AND sk BETWEEN :from AND :to",
    "ExpressionAttributeValues": {":pk": HER["pk"], ":from": {"S": "10"}, ":to": {"S": "2"}},
}
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("get_item", {"Key": HER}),
    ("get_item", {"Key": NEW}),
    ("get_item", {"Key": {"pk": HER["pk"]}}),
    ("get_item", {"Key": HER, "ProjectionExpression": "m"}),
    ("put_item", {"Item": NEW}),
    ("put_item", {"Item": {**ITEM, "n": {"N": "4"}}, "ReturnValues": "ALL_OLD"}),
    ("put_item", {"Item": {**NEW, "bytes": {"B": b"\x00\xff"}}}),
    ("put_item", {"Item": HER, "ConditionExpression": ABSENT}),
    ("put_item", {"Item": {**NEW, "long": {"S": "a" * 300_000}, "more": {"S": "b" * 110_000}}}),
    ("put_item", {"Item": {**NEW, "pk": {"S": ""}}}),
    ("put_item", {"Item": {"pk": {"S": "王"}}}),
    ("put_item", {"Item": {**NEW, "pk": {"N": "1"}}}),
    ("update_item", ADD),
    ("update_item", {**ADD, "ReturnValues": "ALL_NEW"}),
    ("update_item", {**ADD, "Key": NEW}),
    ("update_item", {**ADD, "UpdateExpression": "SET"}),
    ("update_item", {**ADD, "ConditionExpression": "#n > :one"}),
    ("update_item", {**ADD, "ConditionExpression": "#n < :one"}),
    ("delete_item", {"Key": HER, "ReturnValues": "ALL_OLD"}),
    ("delete_item", {"Key": NEW}),
    ("query", OF_HER),
    ("query", {**OF_HER, "Limit": 1}),
    ("query", {**OF_HER, "ScanIndexForward": False, "ProjectionExpression": "sk, m"}),
    ("query", {**OF_HER, "FilterExpression": "attribute_exists(n)"}),
    ("query", BETWEEN),
    ("query", {**BETWEEN, "ExclusiveStartKey": HER}),
    ("query", {**OF_HER, "Select": "COUNT"}),
    ("query", {**OF_HER, "KeyConditionExpression": "pk >"}),
    ("query", {**OF_HER, "IndexName": "none"}),
    ("scan", {}),
    ("scan", {"FilterExpression": "attribute_exists(n)"}),
]
TRANSACTIONS: list[list[dict[str, Any]]] = [
    [{"Put": {**TO, "Item": NEW, "ConditionExpression": ABSENT}}, {"Update": {**TO, **ADD}}],
    [{"Update": {**TO, **ADD}}, {"Put": {**TO, "Item": HER, "ConditionExpression": ABSENT}}],
    [{"Delete": {**TO, "Key": HER}}, {"Delete": {**TO, "Key": HER}}],
    [{"ConditionCheck": {**TO, "Key": NEW, "ConditionExpression": ABSENT}}],
]


@pytest.fixture(scope="module")
def endpoint() -> Iterator[Endpoint]:
    with embedded_aws() as endpoint:
        yield endpoint


@pytest.mark.parametrize(
    ("call", "params"),
    [
        *((call, TO | params) for call, params in CALLS),
        *(("transact_write_items", {"TransactItems": parts}) for parts in TRANSACTIONS),
        ("transact_get_items", {"TransactItems": [{"Get": {"TableName": TABLE, "Key": HER}}]}),
        ("batch_get_item", {"RequestItems": {TABLE: {"Keys": [HER, NEW, ANOTHER]}}}),
        ("batch_write_item", {"RequestItems": {TABLE: [{"PutRequest": {"Item": NEW}}]}}),
        ("get_item", {"TableName": "no such table", "Key": HER}),
    ],
)
def test_a_call_comes_to_the_same_both_ways(
    endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, call: str, params: dict[str, Any]
) -> None:
    dynamodb = endpoint.client("dynamodb")
    quick = what_comes_of(dynamodb, call, params)
    monkeypatch.setattr(emulator, "answer_item_call", lambda *_: None)
    assert what_comes_of(dynamodb, call, params) == quick


@pytest.mark.parametrize("params", [params for call, params in CALLS if call == "query"])
def test_a_query_finds_what_the_emulator_itself_finds(
    endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, params: dict[str, Any]
) -> None:
    dynamodb = endpoint.client("dynamodb")
    quick = what_comes_of(dynamodb, "query", TO | params)
    monkeypatch.setattr(Table, "query", quick_table._query)
    assert what_comes_of(dynamodb, "query", TO | params) == quick


def test_a_partition_that_is_too_much_for_one_answer_comes_in_pages(endpoint: Endpoint) -> None:
    dynamodb = endpoint.client("dynamodb")
    make_table(dynamodb, TABLE)
    for number in ("1", "2", "3"):
        dynamodb.put_item(TableName=TABLE, Item={**HER, "sk": {"S": number}})
        assert [len(page["Items"]) for page in pages(dynamodb)] == [int(number)]
        dynamodb.update_item(
            TableName=TABLE,
            Key={**HER, "sk": {"S": number}},
            UpdateExpression="SET filling = :filling",
            ExpressionAttributeValues={":filling": {"S": "a" * 400_000}},
        )
    assert [len(page["Items"]) for page in pages(dynamodb)] == [2, 1]
    dynamodb.delete_table(TableName=TABLE)


def pages(dynamodb: Any) -> list[dict[str, Any]]:
    return [*dynamodb.get_paginator("query").paginate(TableName=TABLE, **OF_HER)]


def what_comes_of(
    dynamodb: Any, call: str, params: dict[str, Any]
) -> tuple[Any, list[dict[str, Any]]]:
    """What is answered, and what a table of two items holds then."""
    make_table(dynamodb, TABLE)
    for item in (ITEM, ANOTHER):
        dynamodb.put_item(TableName=TABLE, Item=item)
    try:
        answer = getattr(dynamodb, call)(**params)
    except ClientError as refused:
        answer = refused.response
    answer["ResponseMetadata"] = answer["ResponseMetadata"]["HTTPStatusCode"]
    kept = dynamodb.scan(TableName=TABLE)["Items"]
    dynamodb.delete_table(TableName=TABLE)
    return answer, kept
