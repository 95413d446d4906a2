"""What is logged of an error: its type and its place, as its words may quote what people sent."""

import traceback
from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any, Final, TypeVar

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.platform.metrics import time_watched

Given = TypeVar("Given")
_logger: Final = Logger()
_ANSWERS: Final = frozenset(
    {
        "ConditionalCheckFailed",
        "ConditionalCheckFailedException",
        "InvalidRange",
        "NoSuchKey",
        "PreconditionFailed",
    }
)
"""Codes by which AWS answers what was asked."""


class HandlerFailed(Exception):
    """A handler failed with an error of this type, which is logged; Lambda tries again."""


def log_failure(logger: Logger, what: str, error: Exception) -> None:
    """Log that something failed, without a word of the error's own."""
    places = [
        f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    operation = getattr(error, "operation_name", None)
    logger.error(what, error=type(error).__name__, operation=operation, places=places[-5:])


def log_refused_call(
    event_name: str, http_response: Any, parsed: Mapping[str, Any], **_: Any
) -> None:
    """Log which call AWS refused, and by which code, for botocore's event `after-call`.

    What callers ask by a condition, or whether something is there, is answered by such codes too.
    """
    if http_response.status_code < HTTPStatus.BAD_REQUEST:
        return
    reasons = {each["Code"] for each in parsed.get("CancellationReasons", [])} - {"None"}
    codes = reasons or {parsed["Error"]["Code"]}
    if codes - _ANSWERS:
        called = event_name.removeprefix("after-call.")
        _logger.warning("AWS refused a call", operation=called, codes=sorted(codes))


def log_lost_call(event_name: str, exception: Exception, **_: Any) -> None:
    """Log which call got no answer at all, for botocore's event `after-call-error`."""
    called = event_name.removeprefix("after-call-error.")
    _logger.warning("AWS did not answer a call", operation=called, error=type(exception).__name__)


def wordless(
    handler: Callable[[dict[str, Any], LambdaContext], Given],
) -> Callable[[dict[str, Any], LambdaContext], Given]:
    """A handler of events that fails without the words of what it failed by.

    Lambda logs what a handler raises, and what that was raised from: so it is raised from nothing.
    """

    @wraps(handler)
    def handle(event: dict[str, Any], context: LambdaContext) -> Given:
        try:
            with time_watched(context):
                return handler(event, context)
        except Exception as error:  # noqa: BLE001 -- whatever it is, its words stay here
            log_failure(_logger, "a handler failed", error)
            failed = HandlerFailed(type(error).__name__)
        raise failed

    return handle
