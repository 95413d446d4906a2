"""HTTP requests as events of API Gateway's HTTP API, and answers back."""

import base64
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from functions.local.events import (
    GATEWAY_PAYLOAD_LIMIT,
    LAMBDA_EVENT_LIMIT,
    Event,
    Route,
    TooLargeError,
    to_event,
    to_response,
)

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ROUTE = Route("POST", "/api/rosters/{receipt}", "unused")


def event_of(path_parameters: Mapping[str, str] | None = None, **parts: Any) -> Event:
    builder = EnvironBuilder(**({"path": "/api/x", "method": "POST"} | parts))
    request = Request(builder.get_environ())
    builder.close()
    return to_event(request, ROUTE, path_parameters or {}, NOW)


def test_the_whole_event_of_a_request() -> None:
    event = event_of(
        {"receipt": "AK-2026-7F3K9Q"},
        path="/api/rosters/AK-2026-7F3K9Q",
        query_string="a=1",
        headers={"Host": "site.test:8000", "User-Agent": "UA", "Content-Type": "application/json"},
        data=b"{}",
        environ_overrides={"REMOTE_ADDR": "192.0.2.1"},
    )
    request_id = event["requestContext"].pop("requestId")
    assert len(request_id) == 36
    assert event == {
        "version": "2.0",
        "routeKey": "POST /api/rosters/{receipt}",
        "rawPath": "/api/rosters/AK-2026-7F3K9Q",
        "rawQueryString": "a=1",
        "headers": {
            "host": "site.test:8000",
            "user-agent": "UA",
            "content-type": "application/json",
            "content-length": "2",
        },
        "queryStringParameters": {"a": "1"},
        "pathParameters": {"receipt": "AK-2026-7F3K9Q"},
        "requestContext": {
            "accountId": "000000000000",
            "apiId": "local",
            "domainName": "site.test",
            "domainPrefix": "local",
            "http": {
                "method": "POST",
                "path": "/api/rosters/AK-2026-7F3K9Q",
                "protocol": "HTTP/1.1",
                "sourceIp": "192.0.2.1",
                "userAgent": "UA",
            },
            "routeKey": "POST /api/rosters/{receipt}",
            "stage": "$default",
            "time": "02/Jan/2026:03:04:05 +0000",
            "timeEpoch": 1767323045000,
        },
        "body": "{}",
        "isBase64Encoded": False,
    }


def test_what_is_empty_is_left_out() -> None:
    absent = {"body", "cookies", "queryStringParameters", "pathParameters"}
    assert not absent & event_of().keys()


CASES = [
    ({"path": "/api/%E5%90%8D%20%E5%8D%95"}, "rawPath", "/api/名 单"),
    ({"query_string": "q=%E5%90%8D&q=b&e="}, "rawQueryString", "q=%E5%90%8D&q=b&e="),
    ({"query_string": "q=%E5%90%8D&q=b&e="}, "queryStringParameters", {"q": "名,b", "e": ""}),
    ({"headers": [("Cookie", "a=1; b=2")]}, "cookies", ["a=1", "b=2"]),
]


@pytest.mark.parametrize(("parts", "name", "expected"), CASES)
def test_a_part_of_the_event(parts: Mapping[str, Any], name: str, expected: object) -> None:
    assert event_of(**parts)[name] == expected


def test_repeated_headers_are_joined_and_cookies_are_none() -> None:
    headers = [("X-One", "1"), ("x-one", "2"), ("Cookie", "a=1")]
    event = event_of(headers=headers)
    assert event["headers"]["x-one"].replace(" ", "") == "1,2"
    assert "cookie" not in event["headers"]


@pytest.mark.parametrize(
    ("content_type", "body", "is_text"),
    [
        ("application/json", '{"name": "王"}'.encode(), True),
        ("application/json; charset=utf-8", b"{}", True),
        ("text/csv", "姓名".encode(), True),
        ("text/csv", "姓名".encode("gb18030"), False),
        ("application/json", b"\xff", False),
        ("application/octet-stream", b"text", False),
        ("application/x-www-form-urlencoded", b"a=1", False),
        (None, b"{}", False),
    ],
)
def test_bodies_that_are_not_text_come_in_base64(
    content_type: str | None, body: bytes, is_text: bool
) -> None:
    event = event_of(data=body, content_type=content_type)
    assert event["isBase64Encoded"] is not is_text
    expected = body.decode() if is_text else base64.b64encode(body).decode()
    assert event["body"] == expected


@pytest.mark.parametrize("content_type", ["text/plain", "application/octet-stream"])
def test_bodies_beyond_the_limits_are_refused(content_type: str) -> None:
    share = 1 if content_type == "text/plain" else 3 / 4
    fits = int((LAMBDA_EVENT_LIMIT - 2000) * share)
    assert event_of(data=b"x" * fits, content_type=content_type)["body"]
    for size in (int(LAMBDA_EVENT_LIMIT * share), GATEWAY_PAYLOAD_LIMIT + 1):
        with pytest.raises(TooLargeError):
            event_of(data=b"x" * size, content_type=content_type)


ANSWERS = [
    ({"statusCode": 204}, 204, b"", "text/plain; charset=utf-8"),
    (
        {"statusCode": 201, "headers": {"content-type": "application/json"}, "body": '"名"'},
        201,
        '"名"'.encode(),
        "application/json",
    ),
    (
        {
            "statusCode": "200",
            "headers": {"Content-Type": "image/png"},
            "body": "AP8=",
            "isBase64Encoded": True,
        },
        200,
        b"\x00\xff",
        "image/png",
    ),
    ({"statusCode": 200, "body": None, "headers": None}, 200, b"", "text/plain; charset=utf-8"),
    ({"ok": True}, 200, b'{"ok": true}', "application/json"),
    (
        {"statusCode": 200, "body": "not base64", "isBase64Encoded": True},
        500,
        json.dumps({"message": "Internal Server Error"}).encode(),
        "application/json",
    ),
]


@pytest.mark.parametrize(("answer", "status", "body", "content_type"), ANSWERS)
def test_an_answer_becomes_a_response(
    answer: Mapping[str, Any], status: int, body: bytes, content_type: str
) -> None:
    response = to_response(answer)
    assert (response.status_code, response.get_data()) == (status, body)
    assert response.headers["Content-Type"] == content_type


def test_cookies_become_headers_of_their_own() -> None:
    response = to_response({"statusCode": 200, "cookies": ["a=1", "b=2; Secure"]})
    assert response.headers.getlist("Set-Cookie") == ["a=1", "b=2; Secure"]
