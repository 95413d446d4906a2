"""The door of the daily schedule."""

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.common.clock import now
from functions.staff import clocks

logger = Logger()


@logger.inject_lambda_context(log_event=False)
def clocks_handler(_: dict[str, Any], context: LambdaContext) -> None:  # noqa: ARG001
    """Tell the contacts what is due."""
    logger.info("told of deadlines", contacts=clocks.tell_all(now()))
