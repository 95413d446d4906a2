"""HTTP requests as API Gateway's HTTP API gives them to Lambda (payload 2.0), and answers back.

As the gateway does: `rawPath` and path parameters come decoded, header names in lower case,
repeated headers and query values joined by commas, cookies apart, bodies that are not text in
base64.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from werkzeug.wrappers import Request, Response

from functions.local.authorizer import Authorizer

Event = dict[str, Any]

# Limits of the services, in bytes: the gateway's payload, and the whole event to Lambda.
GATEWAY_PAYLOAD_LIMIT = 10 * 1024 * 1024
LAMBDA_EVENT_LIMIT = 6 * 1024 * 1024
TEXT_TYPES = frozenset({"application/json", "application/javascript", "application/xml"})
ACCOUNT = "000000000000"


@dataclass(frozen=True)
class Route:
    """One route of an API: a method (or ANY), a path such as `/api/rosters/{receipt}`.

    `authorizer` is None where anybody may come.
    """

    method: str
    path: str
    handler: str
    authorizer: Authorizer | None = None

    @property
    def key(self) -> str:
        """As the gateway names it: `GET /api/health`."""
        return f"{self.method} {self.path}"


class TooLargeError(Exception):
    """The request is larger than the gateway or Lambda takes."""


def to_event(
    request: Request,
    route: Route,
    path_parameters: Mapping[str, str],
    now: datetime,
    claims: Mapping[str, str] | None = None,
) -> Event:
    """The event of a request that a route took.

    Args:
        request: what came.
        route: the route that matched.
        path_parameters: what stands for its {names}.
        now: the moment, with a time zone.
        claims: of the token, where the route has an authorizer.

    Raises:
        TooLargeError: the gateway would answer 413.
    """
    event: Event = {
        "version": "2.0",
        "routeKey": route.key,
        "rawPath": request.path,
        "rawQueryString": request.query_string.decode("latin-1"),
        "headers": _headers(request),
        "requestContext": _context(request, route, now),
        **_body(request),
    }
    if claims is not None:
        authorized = {"jwt": {"claims": dict(claims), "scopes": None}}
        event["requestContext"]["authorizer"] = authorized
    optional = {
        "cookies": [one.strip() for one in request.headers.get("Cookie", "").split(";") if one],
        "queryStringParameters": _joined_query(request),
        "pathParameters": dict(path_parameters),
    }
    event |= {name: value for name, value in optional.items() if value}
    if len(json.dumps(event)) > LAMBDA_EVENT_LIMIT:
        raise TooLargeError
    return event


def _headers(request: Request) -> dict[str, str]:
    """Header names in lower case; WSGI has joined the repeated ones already."""
    headers = {name.lower(): value for name, value in request.headers.items()}
    headers.pop("cookie", None)
    return headers


def _joined_query(request: Request) -> dict[str, str]:
    return {name: ",".join(values) for name, values in request.args.lists()}


def _context(request: Request, route: Route, now: datetime) -> dict[str, Any]:
    return {
        "accountId": ACCOUNT,
        "apiId": "local",
        "domainName": request.host.partition(":")[0],
        "domainPrefix": "local",
        "http": {
            "method": request.method,
            "path": request.path,
            "protocol": request.environ.get("SERVER_PROTOCOL", "HTTP/1.1"),
            "sourceIp": request.remote_addr or "",
            "userAgent": request.headers.get("User-Agent", ""),
        },
        "requestId": str(uuid4()),
        "routeKey": route.key,
        "stage": "$default",
        "time": now.astimezone(UTC).strftime("%d/%b/%Y:%H:%M:%S %z"),
        "timeEpoch": int(now.timestamp() * 1000),
    }


def _body(request: Request) -> dict[str, Any]:
    if (request.content_length or 0) > GATEWAY_PAYLOAD_LIMIT:
        raise TooLargeError
    body = request.get_data()
    if not body:
        return {"isBase64Encoded": False}
    text = _text(body) if _is_text(request.mimetype) else None
    if text is not None:
        return {"body": text, "isBase64Encoded": False}
    return {"body": base64.b64encode(body).decode("ascii"), "isBase64Encoded": True}


def _is_text(mimetype: str) -> bool:
    return mimetype.startswith("text/") or mimetype in TEXT_TYPES


def _text(body: bytes) -> str | None:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def to_response(answer: Any) -> Response:
    """The HTTP response to what a handler returned.

    An answer without `statusCode` is itself the JSON body of a 200, as the gateway infers it.
    """
    if not isinstance(answer, dict) or "statusCode" not in answer:
        return message_response(200, answer)
    try:
        body = _answer_body(answer)
    except (binascii.Error, TypeError):
        return message_response(500, {"message": "Internal Server Error"})
    response = Response(body, int(answer["statusCode"]))
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    for name, value in (answer.get("headers") or {}).items():
        response.headers[name] = str(value)
    for cookie in answer.get("cookies") or ():
        response.headers.add("Set-Cookie", cookie)
    return response


def _answer_body(answer: Mapping[str, Any]) -> bytes:
    body = answer.get("body") or ""
    if answer.get("isBase64Encoded"):
        return base64.b64decode(body, validate=True)
    return str(body).encode("utf-8")


def message_response(status: int, body: Any) -> Response:
    """An answer in JSON that the gateway gives by itself."""
    return Response(json.dumps(body, ensure_ascii=False), status, content_type="application/json")
