"""What is logged of an error: its type and its place, as its words may quote what people sent."""

import traceback
from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeVar

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

Given = TypeVar("Given")
_logger: Final = Logger()


class HandlerFailed(Exception):
    """A handler failed with an error of this type, which is logged; Lambda tries again."""


def log_failure(logger: Logger, what: str, error: Exception) -> None:
    """Log that something failed, without a word of the error's own."""
    places = [
        f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    operation = getattr(error, "operation_name", None)
    logger.error(what, error=type(error).__name__, operation=operation, places=places[-5:])


def wordless(
    handler: Callable[[dict[str, Any], LambdaContext], Given],
) -> Callable[[dict[str, Any], LambdaContext], Given]:
    """A handler of events that fails without the words of what it failed by.

    Lambda logs what a handler raises, and what that was raised from: so it is raised from nothing.
    """

    @wraps(handler)
    def handle(event: dict[str, Any], context: LambdaContext) -> Given:
        try:
            return handler(event, context)
        except Exception as error:  # noqa: BLE001 -- whatever it is, its words stay here
            log_failure(_logger, "a handler failed", error)
            failed = HandlerFailed(type(error).__name__)
        raise failed

    return handle
