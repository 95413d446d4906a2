"""What is logged of an error: its type and its place, as its words may quote what people sent."""

import traceback

from aws_lambda_powertools import Logger


def log_failure(logger: Logger, what: str, error: Exception) -> None:
    """Log that something failed, without a word of the error's own."""
    places = [
        f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    operation = getattr(error, "operation_name", None)
    logger.error(what, error=type(error).__name__, operation=operation, places=places[-5:])
