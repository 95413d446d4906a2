"""No log holds a value of a request, and everything is answered, whatever is sent or breaks."""

import json
import logging
import traceback
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, Final

import pytest
from botocore.client import BaseClient
from botocore.exceptions import ClientError, ReadTimeoutError

from functions.local.stack import Stack
from functions.platform.problems import MEDIA_TYPE
from functions.staff import schedule
from functions.worker import handler as worker
from tests.functional import canaries
from tests.functional.canaries import ALL, CANARIES, ROUTES, Route
from tests.functional.lambda_context import CONTEXT
from tests.functional.requests_to_api import call, handler_of, solved_challenge

Broken = Callable[..., None]
Logged = Callable[[], str]
_ADDRESSES: Final = (f"198.51.{n // 250}.{n % 250 + 1}" for n in count())


class _Kept(logging.Handler):
    """Keeps what is logged, with everything that a record carries."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said += [logging.Formatter().format(record), repr(vars(record))]


@pytest.fixture
def logged(capfd: pytest.CaptureFixture[str]) -> Iterator[Logged]:
    """All that the functions say: to any logger, and to stdout and stderr."""
    kept = _Kept()
    every = [logging.getLogger(), *map(logging.getLogger, list(logging.root.manager.loggerDict))]
    for each in every:
        each.addHandler(kept)
    try:
        yield lambda: "\n".join([*kept.said, *capfd.readouterr()])
    finally:
        for each in every:
            each.removeHandler(kept)


def _aws_refuses(*_: object, **__: object) -> None:
    raise ClientError({"Error": {"Code": "ValidationException", "Message": ALL}}, "PutItem")


def _aws_is_silent(*_: object, **__: object) -> None:
    raise ReadTimeoutError(endpoint_url=ALL)


def _code_fails(*_: object, **__: object) -> None:
    raise RuntimeError(ALL) from KeyError(ALL)


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    """What the gateway gets, as Lambda would write it down."""
    answer = handler_of(request["rawPath"])(request, CONTEXT)
    json.dumps(answer, ensure_ascii=False).encode()
    return answer


def _assert_told(route: Route, answer: dict[str, Any], most: int) -> None:
    assert answer["statusCode"] <= most, (route, answer)
    if answer["statusCode"] >= 400:
        assert answer["headers"]["Content-Type"] == MEDIA_TYPE, (route, answer)
        assert not [each for each in CANARIES[:2] if each in answer["body"]], (route, answer)


def _assert_silent(said: str) -> None:
    assert not [each for each in CANARIES if each in said or ascii(each)[1:-1] in said], said


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_whatever_is_sent_is_answered_and_not_logged(
    aws: Stack, logged: Logged, route: Route
) -> None:
    takes_work = "X-Proof-Of-Work" in route.named("header")
    for text in canaries.bodies(route) if route.body else (None, ALL):
        asked = canaries.request_of(route, text, address=next(_ADDRESSES))
        _assert_told(route, _answer(asked), 499)
        if takes_work:
            proof = {"x_proof_of_work": solved_challenge(), "idempotency_key": "canary-" * 4}
            asked = canaries.request_of(
                route, text, address=next(_ADDRESSES), if_match='"1"', **proof
            )
            _assert_told(route, _answer(asked), 499)
    _assert_silent(logged())


@pytest.mark.parametrize("key", ["report.late", "unit.name", "insured.name", "consent.version"])
@pytest.mark.parametrize(
    ("method", "path"),
    [(each.method, each.path) for each in ROUTES if each.body and not each.is_desk],
)
def test_a_key_is_no_code(aws: Stack, method: str, path: str, key: str) -> None:
    refused = call(method, path, {key: 1}, if_match='"1"')
    assert refused.status == 422
    assert ("request.field", "…") in {
        (one["code"], one["field"]) for one in refused.body["findings"]
    }


@pytest.mark.parametrize("broken", [_aws_refuses, _aws_is_silent, _code_fails])
def test_whatever_fails_is_answered_and_not_logged(
    emulated_aws: Stack, logged: Logged, monkeypatch: pytest.MonkeyPatch, broken: Broken
) -> None:
    statuses = set()
    for route in ROUTES:
        proof = solved_challenge()
        for headers in ({}, {"x_proof_of_work": proof, "if_match": '"1"'}):
            asked = canaries.request_of(
                route,
                canaries.nearly_right(route) if route.body else None,
                address=next(_ADDRESSES),
                **headers,
            )
            with monkeypatch.context() as patched:
                patched.setattr(BaseClient, "_make_api_call", broken)
                answer = _answer(asked)
            _assert_told(route, answer, 503)
            statuses.add(answer["statusCode"])
    assert statuses & {500, 503}
    _assert_silent(logged())


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_a_route_that_breaks_is_answered_and_not_logged(
    emulated_aws: Stack, logged: Logged, monkeypatch: pytest.MonkeyPatch, route: Route
) -> None:
    # Before any route is found, and again while the failure is told.
    monkeypatch.setattr("functions.platform.api.of_rule", _code_fails)
    monkeypatch.setattr("functions.platform.api.of_validation", _code_fails)
    text = json.dumps({ALL: ALL})
    asked = canaries.request_of(route, text, address=next(_ADDRESSES))
    _assert_told(route, _answer(asked), 503)
    for broken in ({}, {**asked, "headers": None}, {**asked, "requestContext": {ALL: ALL}}):
        answer = handler_of(route.path)(broken, CONTEXT)
        assert (answer["statusCode"], answer["headers"]["Content-Type"]) == (500, MEDIA_TYPE)
    _assert_silent(logged())


_STREAM: Final = {
    "Records": [
        {
            "eventID": "1",
            "eventName": "INSERT",
            "eventSource": "aws:dynamodb",
            "dynamodb": {
                "SequenceNumber": "1",
                "Keys": {"pk": {"S": f"ROSTER#{ALL}"}, "sk": {"S": f"OUTBOX#{ALL}"}},
            },
        }
    ]
}


@pytest.mark.parametrize("event", [_STREAM, {"Records": [ALL]}, {ALL: ALL}])
@pytest.mark.parametrize(
    "handler",
    [
        worker.stream_handler,
        worker.sweeper_handler,
        schedule.clocks_handler,
        schedule.retention_handler,
        schedule.summary_handler,
    ],
)
def test_what_no_one_waits_for_fails_without_a_word_of_its_data(
    emulated_aws: Stack,
    logged: Logged,
    monkeypatch: pytest.MonkeyPatch,
    handler: Callable[..., object],
    event: dict[str, Any],
) -> None:
    monkeypatch.setattr(BaseClient, "_make_api_call", _code_fails)
    words = ""
    try:
        handler(event, CONTEXT)
    except Exception as error:  # noqa: BLE001 -- as Lambda logs whatever it is
        words = "".join(traceback.format_exception(error))
    _assert_silent(logged() + words)
