"""How the tests of the follow-up deliver what the stream tells, and read what was announced."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ConnectionClosedError

from functions.local.samples import Person
from functions.platform import clock, table
from functions.platform.aws import dynamodb, from_item, sns, sqs
from functions.records import outbox, person_index
from functions.records.areas import contact_ids
from functions.records.outbox import Entry
from functions.records.person_index import Known
from functions.records.person_places import person_of
from functions.records.record_keys import item_key
from functions.worker import handler, service
from tests.functional.rosters_requests import PEOPLE, UNIT, correct, new_key, rows_of, submit
from tests.functional.wire import Send, wire

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

OTHER_CONTACT: Final = contact_ids()["大武口区"]
CONTACT: Final = contact_ids()[UNIT["county"]]
CONTEXT: Any = SimpleNamespace(
    function_name="follow-up",
    memory_limit_in_mb=256,
    invoked_function_arn="follow-up",
    aws_request_id="follow-up",
    get_remaining_time_in_millis=lambda: 600_000,
)


def kept(people: list[Person] = PEOPLE, **changes: Any) -> dict[str, Any]:
    """A list that was just submitted."""
    answer = submit(new_key(), rows=rows_of(people), **changes)
    assert answer.status == 201, answer.body
    return answer.body


def corrected(first: dict[str, Any], people: list[Person], version: int = 1) -> None:
    """Have a list corrected."""
    confirmed = ["correction.large_loss"]
    answer = correct(first, version, rows=rows_of(people), confirmations=confirmed)
    assert answer.status == 200, answer.body


class Mailbox:
    """Who subscribed to a contact; `read` takes what came."""

    def __init__(self, client: "SQSClient", url: str) -> None:
        self.client = client
        self.url = url

    def read(self) -> list[dict[str, Any]]:
        """The messages since the last time."""
        return [json.loads(body) for body in taken(self.client, self.url)]


def taken(client: "SQSClient", url: str) -> list[str]:
    """What a queue holds, which holds nothing then."""
    bodies = []
    while found := client.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
        for message in found:
            bodies.append(message["Body"])
            client.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    return bodies


@contextmanager
def subscribed(contact: str) -> Iterator[Mailbox]:
    queue = sqs().create_queue(QueueName=new_key())["QueueUrl"]
    found = sqs().get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])
    subscription = sns().subscribe(
        TopicArn=os.environ["CONTACTS_TOPIC_ARN"],
        Protocol="sqs",
        Endpoint=found["Attributes"]["QueueArn"],
        Attributes={"FilterPolicy": json.dumps({"contact": [contact]})},
        ReturnSubscriptionArn=True,
    )
    yield Mailbox(sqs(), queue)
    sns().unsubscribe(SubscriptionArn=subscription["SubscriptionArn"])
    sqs().delete_queue(QueueUrl=queue)


def dead_letters() -> list[str]:
    """The dead letters, which are gone then."""
    return taken(sqs(), os.environ["DEAD_LETTERS_URL"])


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
    """The items of the table whose sort key begins so; of one record where one is named."""
    if receipt:
        return table.between(item_key(receipt, prefix or " "), f"{prefix}\U0010ffff")
    # The emulator writes out what it gives: an idempotency key holds a whole answer.
    asked: dict[str, Any] = {"TableName": os.environ["TABLE_NAME"]}
    if prefix:
        asked["FilterExpression"] = "begins_with(sk, :prefix)"
        asked["ExpressionAttributeValues"] = {":prefix": {"S": prefix}}
    found = dynamodb().get_paginator("scan").paginate(**asked)
    return [from_item(item) for page in found for item in page["Items"]]


def count_items(*prefixes: str) -> dict[str, int]:
    """How many items there are whose sort key begins so, by each beginning."""
    found = dynamodb().get_paginator("scan")
    pages = found.paginate(TableName=os.environ["TABLE_NAME"], ProjectionExpression="sk")
    keys = [item["sk"]["S"] for page in pages for item in page["Items"]]
    return {prefix: sum(key.startswith(prefix) for key in keys) for prefix in prefixes}


def swept() -> None:
    """Let the sweeper work, when nobody else can be at it; nothing waits then, or is given up."""
    assert service.sweep(clock.now() + outbox.LEASE, timedelta(0)).failed == 0
    assert list(outbox.waiting()) == []
    assert list(outbox.waiting(state="dead")) == []


def listed(receipt: str) -> set[str]:
    """The keyed hashes of those whom the index has in a list now."""
    return {
        item["pk"].removeprefix("PERSON#")
        for item in items("LISTS")
        if "cover_from" in item.get(receipt, {})
    }


def known(id_number: str) -> Known:
    """What the index of people has of somebody."""
    return person_index.known(person_of(id_number))


def hashes(people: list[Person]) -> set[str]:
    """The keyed hashes of these people."""
    return {person_of(person.id_number)[0] for person in people}


def entry_of(receipt: str, version: int = 1) -> dict[str, Any]:
    key = outbox.key_of(Entry(receipt, version))
    return next(item for item in items("OUTBOX#") if {"pk": item["pk"], "sk": item["sk"]} == key)


def later(**time: float) -> datetime:
    return clock.now() + timedelta(**time)


@contextmanager
def calls(fail: Callable[[int, AWSPreparedRequest], None]) -> Iterator[None]:
    """Let `fail` raise at calls of its choice, before they are sent."""

    def carry(number: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        fail(number, request)
        return send(request)

    with wire(carry):
        yield


def no_topic(_: int, request: AWSPreparedRequest) -> None:
    """Fail where somebody is told."""
    if "Action=Publish" in str(request.body):
        raise ConnectionClosedError(endpoint_url=request.url)
