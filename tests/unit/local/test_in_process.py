"""A client in the emulator's process is answered as one that comes through its port."""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from functions.local.emulator import ACCESS_KEY, REGION, SECRET_KEY, Endpoint, embedded_aws
from functions.local.in_process import called_in_process
from tests.unit.local.test_isolated_table import make_table

KEY = "名单/第一 份+1.json"
ITEM: dict[str, Any] = {
    "pk": {"S": "李"},
    "sk": {"S": "1"},
    "number": {"N": "3"},
    "yes": {"BOOL": True},
    "nothing": {"NULL": True},
    "words": {"SS": ["甲", "乙"]},
    "bytes": {"B": b"\x00\xff"},
    "inside": {"M": {"list": {"L": [{"S": "x"}, {"M": {"n": {"N": "1"}}}, {"NULL": True}]}}},
}


@pytest.fixture(scope="module")
def endpoint() -> Iterator[Endpoint]:
    with embedded_aws() as endpoint:
        make_table(endpoint.client("dynamodb"), "In process")
        endpoint.client("s3").create_bucket(
            Bucket="in-process", CreateBucketConfiguration={"LocationConstraint": REGION}
        )
        yield endpoint


@pytest.fixture(params=["in process", "through the port"])
def there(request: pytest.FixtureRequest, endpoint: Endpoint) -> Endpoint:
    if request.param == "in process":
        return endpoint
    return Endpoint(endpoint.url.replace("127.0.0.1", "localhost"))  # another name of the same


def test_items_come_back(there: Endpoint) -> None:
    dynamodb = there.client("dynamodb")
    dynamodb.put_item(TableName="In process", Item=ITEM)
    dynamodb.update_item(
        TableName="In process",
        Key={name: ITEM[name] for name in ("pk", "sk")},
        UpdateExpression="ADD #n :one",
        ExpressionAttributeNames={"#n": "number"},
        ExpressionAttributeValues={":one": {"N": "1"}},
    )
    kept = {**ITEM, "number": {"N": "4"}}
    for [found] in (
        dynamodb.query(
            TableName="In process",
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": ITEM["pk"]},
        )["Items"],
        dynamodb.scan(TableName="In process")["Items"],
    ):
        assert {**found, "words": {"SS": sorted(found["words"]["SS"], reverse=True)}} == kept


def test_objects_come_back(there: Endpoint) -> None:
    s3 = there.client("s3")
    s3.put_object(Bucket="in-process", Key=KEY, Body=b"\x00" * 70_000, Metadata={"a": "b"})
    found = s3.get_object(Bucket="in-process", Key=KEY)
    assert found["Body"].read() == b"\x00" * 70_000
    assert (found["Metadata"], found["ContentLength"]) == ({"a": "b"}, 70_000)
    assert [each["Key"] for each in s3.list_objects_v2(Bucket="in-process")["Contents"]] == [KEY]
    assert s3.head_object(Bucket="in-process", Key=KEY)["ContentLength"] == 70_000
    with pytest.raises(ClientError, match="NoSuchKey"):
        s3.get_object(Bucket="in-process", Key="another")


def test_what_an_application_raises_is_an_answer() -> None:
    def fail(_environ: Any, _start_response: Any) -> Any:
        raise ZeroDivisionError

    url = "http://127.0.0.1:1"
    with called_in_process(fail, url):
        client = boto3.client(
            "sqs",
            endpoint_url=url,
            region_name=REGION,
            aws_access_key_id=ACCESS_KEY,
            aws_secret_access_key=SECRET_KEY,
            config=Config(retries={"total_max_attempts": 1}),
        )
        with pytest.raises(ClientError, match="500"):
            client.list_queues()
