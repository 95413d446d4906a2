"""Calls for items of the emulator's table, answered without what it does for every service alike.

Of a call's time the emulator took two thirds to route it, to take it apart by the service's model
and to write the answer by that. What these calls say and are told is JSON as DynamoDB has it.
"""

import json
from collections.abc import Iterable
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NoReturn

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models.utilities import DynamoJsonEncoder
from moto.dynamodb.responses import DynamoHandler

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_SERVICE: Final = "DynamoDB_20120810."
_CALLS: Final = {
    f"{_SERVICE}{name}": method
    for name, method in {
        "BatchGetItem": "batch_get_item",
        "BatchWriteItem": "batch_write_item",
        "DeleteItem": "delete_item",
        "GetItem": "get_item",
        "PutItem": "put_item",
        "Query": "query",
        "Scan": "scan",
        "TransactGetItems": "transact_get_items",
        "TransactWriteItems": "transact_write_items",
        "UpdateItem": "update_item",
    }.items()
}
_JSON: Final = "application/x-amz-json-1.0"


def is_item_call(environ: "WSGIEnvironment") -> bool:
    """Whether a request (WSGI) is one of these, signed in its header as an SDK does."""
    return environ.get("HTTP_X_AMZ_TARGET") in _CALLS and "HTTP_AUTHORIZATION" in environ


def answer_item_call(
    environ: "WSGIEnvironment", start_response: "StartResponse"
) -> Iterable[bytes] | None:
    """Answer it (WSGI); nothing where bytes are sent, which stand otherwise in JSON than kept."""
    asked = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
    if b'"B"' in asked or b'"BS"' in asked:
        environ["wsgi.input"] = BytesIO(asked)
        return None
    status, headers, body = _call(environ, json.loads(asked))
    answer = body.encode()
    lines = {**headers, "Content-Type": _JSON, "Content-Length": str(len(answer))}
    start_response(f"{status} {HTTPStatus(status).phrase}", list(lines.items()))
    return [answer]


def _call(environ: "WSGIEnvironment", params: dict[str, Any]) -> Any:
    """What the emulator gives: status, headers, body."""
    target = environ["HTTP_X_AMZ_TARGET"]
    handler: Any = DynamoHandler()
    handler.current_account = DEFAULT_ACCOUNT_ID
    handler.region = environ["HTTP_AUTHORIZATION"].split("/")[2]
    handler.params = handler.body = params
    try:
        result = getattr(handler, _CALLS[target])().result
    except Exception as error:  # noqa: BLE001 - the emulator itself says what becomes of each
        handler.headers = {"x-amz-target": target, "Content-Type": _JSON}
        handler.querystring, handler.response_headers = {}, {}
        return _refused(handler, _CALLS[target], error)
    return HTTPStatus.OK, {}, json.dumps(result, cls=DynamoJsonEncoder)


def _refused(handler: Any, method: str, error: Exception) -> Any:
    """What it gives where its method has raised this."""

    def fail() -> NoReturn:
        raise error

    setattr(handler, method, fail)
    return handler.call_action()
