"""What the schedules call, daily and monthly."""

from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.platform.clock import now
from functions.platform.failures import wordless
from functions.staff import clocks
from functions.staff.summary import monthly_summary

logger = Logger()


@wordless
@logger.inject_lambda_context(log_event=False)
def clocks_handler(_: dict[str, Any], context: LambdaContext) -> None:  # noqa: ARG001
    """Tell the contacts what is due."""
    logger.info("told of deadlines", contacts=clocks.tell_all(now()))


@wordless
@logger.inject_lambda_context(log_event=False)
def summary_handler(_: dict[str, Any], context: LambdaContext) -> None:  # noqa: ARG001
    """Make and announce the summary of last month."""
    logger.info("made the monthly summary", made=monthly_summary.make(now()))
