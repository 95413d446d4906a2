"""Browser posts over HTTP: what S3 would refuse is not stored."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
import requests

from functions.local.emulator import Endpoint, PortTakenError, embedded_aws, listening

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

BUCKET = "posted-files"
ORIGIN = "http://127.0.0.1:8000"
EVERY_BYTE = bytes(range(256)) + b"\r\n--x--\r\n"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[Endpoint]:
    with embedded_aws() as endpoint:
        yield endpoint


@pytest.fixture
def s3(endpoint: Endpoint) -> "Iterator[S3Client]":
    client: S3Client = endpoint.client("s3")
    client.create_bucket(
        Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "cn-northwest-1"}
    )
    rule: Any = {"AllowedMethods": ["POST"], "AllowedOrigins": [ORIGIN], "AllowedHeaders": ["*"]}
    client.put_bucket_cors(Bucket=BUCKET, CORSConfiguration={"CORSRules": [rule]})
    yield client
    for found in client.list_objects_v2(Bucket=BUCKET).get("Contents", []):
        client.delete_object(Bucket=BUCKET, Key=found["Key"])
    client.delete_bucket(Bucket=BUCKET)
    client.close()


def presigned(s3: "S3Client", key: str = "uploads/U1") -> tuple[str, dict[str, str]]:
    fields = {"Content-Type": "text/csv", "x-amz-meta-purpose": "roster"}
    conditions: list[Any] = [{name: value} for name, value in fields.items()]
    post = s3.generate_presigned_post(
        BUCKET, key, fields, [*conditions, ["content-length-range", 1, 300]]
    )
    return post["url"], dict(post["fields"])


def stored_keys(s3: "S3Client") -> list[str]:
    return [one["Key"] for one in s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])]


@pytest.mark.parametrize("key", ["uploads/U1", "uploads/名单 100%.csv"])
def test_a_good_post_is_stored_byte_for_byte(s3: "S3Client", key: str) -> None:
    url, fields = presigned(s3, key)
    answer = requests.post(url, data=fields, files={"file": ("名单.csv", EVERY_BYTE)}, timeout=5)
    assert (answer.status_code, answer.content) == (204, b"")
    stored = s3.get_object(Bucket=BUCKET, Key=key)
    assert stored["Body"].read() == EVERY_BYTE
    assert stored["ContentType"] == "text/csv"
    assert stored["Metadata"] == {"purpose": "roster"}
    assert stored["ETag"] == answer.headers["ETag"]


@pytest.mark.parametrize(
    ("changed", "file", "status", "code"),
    [
        ({}, b"", 400, "EntityTooSmall"),
        ({}, b"x" * 301, 400, "EntityTooLarge"),
        ({"key": "uploads/other"}, b"x", 403, "AccessDenied"),
        ({"Content-Type": "text/html"}, b"x", 403, "AccessDenied"),
        ({"x-amz-signature": "0"}, b"x", 403, "SignatureDoesNotMatch"),
    ],
)
def test_a_refused_post_stores_nothing(
    s3: "S3Client", changed: Mapping[str, str], file: bytes, status: int, code: str
) -> None:
    url, fields = presigned(s3)
    answer = requests.post(url, data={**fields, **changed}, files={"file": file}, timeout=5)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/xml"
    assert ET.fromstring(answer.content).findtext("Code") == code  # noqa: S314 -- our own text
    assert stored_keys(s3) == []


@pytest.mark.parametrize(
    ("request_parts", "status", "code"),
    [
        ({"data": {"key": "a"}}, 412, "PreconditionFailed"),
        ({"data": b"{}", "headers": {"Content-Type": "application/json"}}, 412, None),
        ({"files": {"other": b"x"}}, 400, "InvalidArgument"),
        ({"files": {"file": b"x"}}, 400, "InvalidArgument"),
        (
            {"data": b"x", "headers": {"Content-Type": "multipart/form-data"}},
            400,
            "MalformedPOSTRequest",
        ),
        (
            {"data": b"x", "headers": {"Content-Type": "multipart/form-data; boundary=b"}},
            400,
            None,
        ),
    ],
)
def test_what_is_no_form_is_refused(
    s3: "S3Client",
    endpoint: Endpoint,
    request_parts: Mapping[str, Any],
    status: int,
    code: str | None,
) -> None:
    answer = requests.post(f"{endpoint.url}/{BUCKET}", timeout=5, **request_parts)
    assert answer.status_code == status
    assert code is None or f"<Code>{code}</Code>" in answer.text
    assert stored_keys(s3) == []


@pytest.mark.parametrize(
    ("query", "headers"),
    [
        ("", {"Authorization": "AWS4-HMAC-SHA256 Credential=a/20260101/r/s3/aws4_request"}),
        ("", {"Authorization": "Bearer x"}),
        ("", {"X-Amz-Target": "DynamoDB_20120810.PutItem"}),
        ("?other=1", {}),
        ("?X-Amz-Signature=0", {}),
        ("/", {}),
        ("/key", {}),
    ],
)
def test_no_way_leads_past_the_checks(
    s3: "S3Client", endpoint: Endpoint, query: str, headers: Mapping[str, str]
) -> None:
    answer = requests.post(
        f"{endpoint.url}/{BUCKET}{query}",
        data={"key": "uploads/other"},
        files={"file": b"x"},
        headers=headers,
        timeout=5,
    )
    assert 400 <= answer.status_code < 500
    assert stored_keys(s3) == []


def test_nothing_is_public(s3: "S3Client", endpoint: Endpoint) -> None:
    s3.put_object(Bucket=BUCKET, Key="a", Body=b"1")
    address = f"{endpoint.url}/{BUCKET}/a"
    assert requests.get(address, timeout=5).status_code == 403
    assert requests.put(address, data=b"2", timeout=5).status_code == 403
    signed = s3.generate_presigned_url("get_object", {"Bucket": BUCKET, "Key": "a"})
    assert requests.get(signed, timeout=5).content == b"1"


def test_fields_after_the_file_do_not_count(s3: "S3Client") -> None:
    url, fields = presigned(s3)
    parts: list[tuple[str, Any]] = [(name, (None, value)) for name, value in fields.items()]
    parts += [("file", ("a.csv", b"x")), ("acl", (None, "public-read"))]
    assert requests.post(url, files=parts, timeout=5).status_code == 204
    parts = [("file", ("a.csv", b"x")), *parts[:-2]]
    assert requests.post(url, files=parts, timeout=5).status_code == 400


@pytest.mark.parametrize(("origin", "allowed"), [(ORIGIN, ORIGIN), ("http://other", None)])
def test_only_the_origins_of_the_bucket_may_read_the_answer(
    s3: "S3Client", origin: str, allowed: str | None
) -> None:
    url, fields = presigned(s3)
    sent = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    preflight = requests.options(url, headers=sent, timeout=5)
    posted = requests.post(
        url, data=fields, files={"file": b"x"}, headers={"Origin": origin}, timeout=5
    )
    for answer in (preflight, posted):
        assert answer.headers.get("Access-Control-Allow-Origin") == allowed


def test_a_taken_port_is_said(endpoint: Endpoint) -> None:
    port = int(endpoint.url.rpartition(":")[2])
    with pytest.raises(PortTakenError) as taken, listening(lambda *_: [], port):
        pass
    assert taken.value.port == port
