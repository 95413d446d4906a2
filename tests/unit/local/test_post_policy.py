"""S3's checks of browser posts, on AWS's published example and on forms that boto3 signs."""

import base64
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3
import pytest
from botocore.credentials import Credentials

from functions.local.post_error import PostError
from functions.local.post_form import PostForm
from functions.local.post_policy import check
from functions.local.post_signature import Signer, post_signature

# The S3 guide, "Example: Browser-based upload using HTTP POST (using AWS Signature Version 4)".
EXAMPLE_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"  # noqa: S105
EXAMPLE_SIGNATURE = "8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e"
EXAMPLE_LINES = [
    '{ "expiration": "2015-12-30T12:00:00.000Z",',
    '  "conditions": [',
    '    {"bucket": "sigv4examplebucket"},',
    '    ["starts-with", "$key", "user/user1/"],',
    '    {"acl": "public-read"},',
    '    {"success_action_redirect": '
    '"http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},',
    '    ["starts-with", "$Content-Type", "image/"],',
    '    {"x-amz-meta-uuid": "14365123651274"},',
    '    {"x-amz-server-side-encryption": "AES256"},',
    '    ["starts-with", "$x-amz-meta-tag", ""],',
    "",
    '    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},',
    '    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},',
    '    {"x-amz-date": "20151229T000000Z" }',
    "  ]",
    "}",
]
EXAMPLE_POLICY = base64.b64encode("\r\n".join(EXAMPLE_LINES).encode()).decode()
EXAMPLE_FORM = PostForm(
    bucket="sigv4examplebucket",
    fields={
        "key": "user/user1/photo.jpg",
        "acl": "public-read",
        "success_action_redirect": (
            "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"
        ),
        "content-type": "image/jpeg",
        "x-amz-meta-uuid": "14365123651274",
        "x-amz-server-side-encryption": "AES256",
        "x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request",
        "x-amz-algorithm": "AWS4-HMAC-SHA256",
        "x-amz-date": "20151229T000000Z",
        "x-amz-meta-tag": "",
        "policy": EXAMPLE_POLICY,
        "x-amz-signature": EXAMPLE_SIGNATURE,
    },
    file=b"image",
)
EXAMPLE_SIGNER = Signer({"AKIAIOSFODNN7EXAMPLE": EXAMPLE_SECRET}, "us-east-1")
EXAMPLE_END = datetime(2015, 12, 30, 12, tzinfo=UTC)


def test_the_published_policy_has_the_published_signature() -> None:
    key = Credentials("AKIAIOSFODNN7EXAMPLE", EXAMPLE_SECRET)
    signature = post_signature(EXAMPLE_POLICY, key, "20151229", "us-east-1")
    assert signature == EXAMPLE_SIGNATURE


def test_the_published_form_passes_until_it_expires() -> None:
    check(EXAMPLE_FORM, EXAMPLE_SIGNER, EXAMPLE_END - timedelta(seconds=1))
    with pytest.raises(PostError, match="Policy expired") as refused:
        check(EXAMPLE_FORM, EXAMPLE_SIGNER, EXAMPLE_END)
    assert (refused.value.status, refused.value.code) == (403, "AccessDenied")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"key": "user/user2/photo.jpg"}, '["starts-with", "$key", "user/user1/"]'),
        ({"acl": "private"}, '["eq", "$acl", "public-read"]'),
        ({"content-type": "text/html"}, '["starts-with", "$Content-Type", "image/"]'),
        ({"content-type": "image/png,text/html"}, '["starts-with", "$Content-Type", "image/"]'),
        ({"x-amz-meta-uuid": "1"}, '["eq", "$x-amz-meta-uuid", "14365123651274"]'),
    ],
)
def test_the_published_form_changed_is_refused(changed: Mapping[str, str], reason: str) -> None:
    form = replace(EXAMPLE_FORM, fields={**EXAMPLE_FORM.fields, **changed})
    with pytest.raises(PostError) as refused:
        check(form, EXAMPLE_SIGNER, EXAMPLE_END - timedelta(days=1))
    assert refused.value.message == (
        f"Invalid according to Policy: Policy Condition failed: {reason}"
    )


def test_several_content_types_pass_when_each_does() -> None:
    fields = {**EXAMPLE_FORM.fields, "content-type": "image/png,image/gif"}
    check(replace(EXAMPLE_FORM, fields=fields), EXAMPLE_SIGNER, EXAMPLE_END - timedelta(days=1))


REGION = "cn-northwest-1"
SIGNER = Signer({"AKLOCAL": "secret"}, REGION)
CSV = "text/csv"


def presigned(conditions: list[Any] | None = None, key: str = "uploads/U1") -> dict[str, str]:
    """The fields that boto3 gives for one CSV of 1 to 10 bytes."""
    s3 = boto3.client(
        "s3",
        region_name=REGION,
        endpoint_url="http://127.0.0.1:9",
        aws_access_key_id="AKLOCAL",
        aws_secret_access_key=SIGNER.secrets["AKLOCAL"],
    )
    own = [{"Content-Type": CSV}, ["content-length-range", 1, 10]]
    post = s3.generate_presigned_post(
        "bucket", key, {"Content-Type": CSV}, conditions or own, ExpiresIn=600
    )
    return dict(post["fields"])


def posted(fields: Mapping[str, str], file: bytes = b"12345", bucket: str = "bucket") -> None:
    lower = {name.lower(): value for name, value in fields.items()}
    sent = {name.lower(): name for name in fields}
    check(PostForm(bucket, lower, file, sent), SIGNER, datetime.now(UTC))


@pytest.mark.parametrize("size", [1, 10])
def test_sizes_at_the_bounds_pass(size: int) -> None:
    posted(presigned(), b"x" * size)


def test_fields_to_ignore_need_no_condition() -> None:
    posted(presigned() | {"x-ignore-me": "1"})


REFUSALS = [
    ({"key": "uploads/U2"}, 403, "AccessDenied", '["eq", "$key", "uploads/U1"]'),
    ({"Content-Type": "text/html"}, 403, "AccessDenied", '["eq", "$Content-Type", "text/csv"]'),
    ({"acl": "public-read"}, 403, "AccessDenied", "Extra input fields: acl"),
    ({"Success_Action_Status": "201"}, 403, "AccessDenied", "fields: Success_Action_Status"),
    ({"key": None}, 400, "InvalidArgument", "a field named 'key'"),
    ({"key": ""}, 400, "InvalidArgument", "a field named 'key'"),
    ({"policy": None}, 400, "InvalidArgument", "a field named 'Policy'"),
    ({"x-amz-signature": None}, 400, "InvalidArgument", "a field named 'X-Amz-Signature'"),
    ({"x-amz-date": None}, 400, "InvalidArgument", "a field named 'X-Amz-Date'"),
    ({"x-amz-date": "20200101T000000Z"}, 403, "AccessDenied", '["eq", "$x-amz-date"'),
    ({"x-amz-algorithm": "AWS4-HMAC-SHA1"}, 400, "InvalidArgument", "X-Amz-Algorithm"),
    ({"x-amz-credential": "AKLOCAL/x"}, 400, "InvalidArgument", "mal-formed"),
    (
        {"x-amz-credential": "AKLOCAL/20200101/us-east-1/s3/aws4_request"},
        400,
        "InvalidArgument",
        "the region 'us-east-1' is wrong; expecting 'cn-northwest-1'",
    ),
    (
        {"x-amz-credential": "AKOTHER/20200101/cn-northwest-1/s3/aws4_request"},
        403,
        "InvalidAccessKeyId",
        "does not exist in our records",
    ),
    (
        {"x-amz-credential": "AKLOCAL/20200101/cn-northwest-1/s3/aws4_request"},
        403,
        "SignatureDoesNotMatch",
        "does not match the signature you provided",
    ),
    ({"x-amz-signature": "0" * 64}, 403, "SignatureDoesNotMatch", "does not match"),
    ({"x-amz-signature": "é"}, 403, "SignatureDoesNotMatch", "does not match"),
    ({"policy": EXAMPLE_POLICY}, 403, "SignatureDoesNotMatch", "does not match"),
]


@pytest.mark.parametrize(("changed", "status", "code", "reason"), REFUSALS)
def test_a_changed_form_is_refused(
    changed: Mapping[str, str | None], status: int, code: str, reason: str
) -> None:
    fields: dict[str, str | None] = {**presigned(), **changed}
    with pytest.raises(PostError) as refused:
        posted({name: value for name, value in fields.items() if value is not None})
    assert (refused.value.status, refused.value.code) == (status, code)
    assert reason in refused.value.message


def test_an_unsigned_form_is_refused() -> None:
    with pytest.raises(PostError, match=r"^Access Denied$") as refused:
        posted({"key": "uploads/U1"})
    assert refused.value.status == 403


def test_a_form_for_another_bucket_is_refused() -> None:
    with pytest.raises(PostError, match=r'\["eq", "\$bucket", "bucket"\]'):
        posted(presigned(), bucket="records")


@pytest.mark.parametrize(
    ("size", "code", "elements"),
    [
        (0, "EntityTooSmall", {"ProposedSize": "0", "MinSizeAllowed": "1"}),
        (11, "EntityTooLarge", {"ProposedSize": "11", "MaxSizeAllowed": "10"}),
    ],
)
def test_sizes_beyond_the_bounds_are_refused(
    size: int, code: str, elements: Mapping[str, str]
) -> None:
    with pytest.raises(PostError) as refused:
        posted(presigned(), b"x" * size)
    assert (refused.value.status, refused.value.code) == (400, code)
    assert refused.value.elements == elements


def signed(policy: bytes) -> dict[str, str]:
    """A correctly signed form around any policy text."""
    encoded = base64.b64encode(policy).decode()
    key = Credentials("AKLOCAL", "secret")
    return {
        "key": "uploads/U1",
        "policy": encoded,
        "x-amz-algorithm": "AWS4-HMAC-SHA256",
        "x-amz-credential": f"AKLOCAL/20260101/{REGION}/s3/aws4_request",
        "x-amz-date": "20260101T000000Z",
        "x-amz-signature": post_signature(encoded, key, "20260101", REGION),
    }


def policy_with(condition: Any) -> bytes:
    return json.dumps({"expiration": "2100-01-01T00:00:00Z", "conditions": [condition]}).encode()


BAD_POLICIES = [
    (b"\xff", "invalid Base64 encoding."),
    (b"{", "Invalid JSON."),
    (b"[]", "Invalid JSON."),
    (b"{}", "Policy document must have an expiration."),
    (b'{"expiration": 1}', "Invalid 'expiration' value."),
    (b'{"expiration": "tomorrow"}', "Invalid 'expiration' value."),
    (b'{"expiration": "2100-01-01T00:00:00"}', "Invalid 'expiration' value."),
    (b'{"expiration": "2100-01-01T00:00:00Z"}', "Policy document must have conditions."),
    (policy_with({}), "Invalid Simple-Condition: Simple-Conditions must have exactly one"),
    (policy_with({"a": "1", "b": "2"}), "must have exactly one property specified."),
    (policy_with({"a": 1}), "Invalid Simple-Condition: value must be a string."),
    (policy_with([]), "Invalid Condition: missing operation identifier."),
    (policy_with(["eq", "$key"]), "Invalid eq: wrong number of arguments."),
    (policy_with(["like", "$key", "u"]), "Invalid Condition: unknown operation 'like'."),
    (policy_with("key"), "Invalid condition test: must be a List or Object."),
]


@pytest.mark.parametrize(("policy", "reason"), BAD_POLICIES)
def test_a_bad_policy_is_refused_although_signed(policy: bytes, reason: str) -> None:
    with pytest.raises(PostError) as refused:
        posted(signed(policy))
    assert (refused.value.status, refused.value.code) == (400, "InvalidPolicyDocument")
    assert reason in refused.value.message


@pytest.mark.parametrize(
    "condition",
    [["eq", "key", "uploads/U1"], ["content-length-range", "one", 10], ["eq", "$absent", ""]],
)
def test_a_condition_that_cannot_hold_is_refused(condition: list[Any]) -> None:
    with pytest.raises(PostError, match="Policy Condition failed") as refused:
        posted(signed(policy_with(condition)))
    assert (refused.value.status, refused.value.code) == (403, "AccessDenied")
