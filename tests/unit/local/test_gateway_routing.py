"""Which route takes a request: the most specific one, as API Gateway chooses."""

import json
import logging
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from werkzeug.test import Client

from functions.local.events import GATEWAY_PAYLOAD_LIMIT, Event, Route
from functions.local.gateway import Gateway, Handler, LambdaContext, load_handlers
from functions.local.stack import Function

PATHS = [
    ("POST", "/api/rosters"),
    ("POST", "/api/rosters/check"),
    ("GET", "/api/rosters/{receipt}"),
    ("GET", "/api/rosters/{receipt}/form"),
    ("GET", "/api/health"),
    ("ANY", "/api/{proxy+}"),
]
ROUTES = tuple(Route(method, path, "echo.handler") for method, path in PATHS)
ECHO = Function("Echo", "echo.handler", ROUTES, {})


def echo(event: Event, context: LambdaContext) -> Event:
    names = (context.function_name, event["routeKey"], event.get("pathParameters", {}))
    return {"statusCode": 200, "body": json.dumps(names)}


def client_of(handler: Handler, function: Function = ECHO) -> Client:
    return Client(Gateway([function], {function.name: handler}))


UNKNOWN = "ANY /api/{proxy+}"
CASES = [
    ("POST", "/api/rosters", "POST /api/rosters", {}),
    ("POST", "/api/rosters/check", "POST /api/rosters/check", {}),
    ("GET", "/api/rosters/check", "GET /api/rosters/{receipt}", {"receipt": "check"}),
    ("GET", "/api/rosters/AK-1", "GET /api/rosters/{receipt}", {"receipt": "AK-1"}),
    ("GET", "/api/rosters/%E5%90%8D", "GET /api/rosters/{receipt}", {"receipt": "名"}),
    ("GET", "/api/rosters/AK-1/form", "GET /api/rosters/{receipt}/form", {"receipt": "AK-1"}),
    ("GET", "/api/health", "GET /api/health", {}),
    ("HEAD", "/api/health", None, None),
    ("PUT", "/api/rosters", UNKNOWN, {"proxy": "rosters"}),
    ("GET", "/api/rosters/AK-1/more", UNKNOWN, {"proxy": "rosters/AK-1/more"}),
    ("DELETE", "/api/nothing", UNKNOWN, {"proxy": "nothing"}),
    ("GET", "/api/rosters/AK-1/form/", UNKNOWN, {"proxy": "rosters/AK-1/form/"}),
]


@pytest.mark.parametrize(("method", "path", "key", "parameters"), CASES)
def test_the_most_specific_route_takes_the_request(
    method: str, path: str, key: str | None, parameters: dict[str, str] | None
) -> None:
    answer = client_of(echo).open(path, method=method)
    assert answer.status_code == 200
    if key is not None:  # an answer to HEAD has no body to look at
        assert json.loads(answer.data) == ["Echo", key, parameters]


def test_no_route_is_404_in_the_gateway_s_words() -> None:
    answer = client_of(echo).get("/elsewhere")
    assert (answer.status_code, answer.json) == (404, {"message": "Not Found"})


def test_too_much_is_413_in_the_gateway_s_words() -> None:
    answer = client_of(echo).post("/api/rosters", data=b"x" * (GATEWAY_PAYLOAD_LIMIT + 1))
    assert (answer.status_code, answer.json) == (413, {"message": "Request Entity Too Large"})


def test_a_handler_that_raises_is_a_500_without_details(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def failing(event: Event, context: LambdaContext) -> Event:
        raise RuntimeError("secret")

    with caplog.at_level(logging.ERROR):
        answer = client_of(failing).get("/api/health")
    assert (answer.status_code, answer.json) == (500, {"message": "Internal Server Error"})
    assert caplog.messages == ["Echo failed"]


def test_an_unknown_handler_stops_the_start() -> None:
    with pytest.raises(ImportError, match="no_such_module"):
        load_handlers([Function("Lost", "no_such_module.handler", (), {})])


def test_the_context_says_what_powertools_asks() -> None:
    context = LambdaContext("Echo")
    assert context.invoked_function_arn.endswith(":function:Echo")
    assert context.get_remaining_time_in_millis() > 0
    assert context.aws_request_id != LambdaContext("Echo").aws_request_id


def test_a_function_takes_one_event_at_a_time() -> None:
    under_way: list[str] = []
    seen: list[int] = []

    def slow(event: Event, context: LambdaContext) -> Event:
        under_way.append(event["rawPath"])
        time.sleep(0.01)
        seen.append(len(under_way))
        under_way.pop()
        return {"statusCode": 200, "body": ""}

    client = client_of(slow)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: client.get("/api/health"), range(8)))
    assert seen == [1] * 8
