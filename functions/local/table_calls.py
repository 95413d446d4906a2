"""Calls for items of the emulator's table, answered without what it does for every service alike.

Of a call's time the emulator took two thirds to route it, to take it apart by the service's model
and to write the answer by that. What these calls say and are told is JSON as DynamoDB has it.
"""

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final, NamedTuple, NoReturn

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models.utilities import DynamoJsonEncoder
from moto.dynamodb.responses import DynamoHandler

logger = logging.getLogger(__name__)
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


class Answered(NamedTuple):
    """What such a call is answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def answer_item_call(target: str, region: str, asked: bytes) -> Answered | None:
    """Answer a request for this target with this body.

    Nothing where it is another call, or bytes are sent: they stand otherwise in JSON than kept.
    """
    if target not in _CALLS or b'"B"' in asked or b'"BS"' in asked:
        return None
    try:
        status, headers, body = _call(target, region, json.loads(asked))
    except Exception:  # as a server does: whatever an application raises becomes a 500
        logger.exception("the emulator failed")
        return Answered(HTTPStatus.INTERNAL_SERVER_ERROR, {}, b"")
    answer = body.encode()
    lines = {**headers, "Content-Type": _JSON, "Content-Length": str(len(answer))}
    return Answered(status, lines, answer)


def _call(target: str, region: str, params: dict[str, Any]) -> Any:
    """What the emulator gives: status, headers, body."""
    handler: Any = DynamoHandler()
    handler.current_account = DEFAULT_ACCOUNT_ID
    handler.region = region
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
