"""What the schedules call."""

from typing import Any, Final

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.platform.clock import now
from functions.platform.failures import wordless
from functions.platform.metrics import measured
from functions.staff import clocks, reminders, retention, watching
from functions.staff.summary import monthly_summary, paces

_ONE_RECORD_MS: Final = 60_000
"""Milliseconds in which the longest list is deleted."""

logger = Logger()


@wordless
@logger.inject_lambda_context(log_event=False)
def clocks_handler(_: dict[str, Any], context: LambdaContext) -> None:  # noqa: ARG001
    """Tell the contacts what is due, remind who left an address, publish how long things took.

    None of them stops another.
    """
    moment = now()
    try:
        logger.info("told of deadlines", contacts=clocks.tell_all(moment))
    finally:
        try:
            logger.info("reminded", messages=reminders.queue(moment))
        finally:
            logger.info("published how long things took", things=paces.publish(moment))


@wordless
@logger.inject_lambda_context(log_event=False)
def summary_handler(_: dict[str, Any], context: LambdaContext) -> None:  # noqa: ARG001
    """Make and announce the summary of last month, and of months that were missed."""
    logger.info("made monthly summaries", months=monthly_summary.make_missing(now()))


@wordless
@logger.inject_lambda_context(log_event=False)
def retention_handler(_: dict[str, Any], context: LambdaContext) -> None:
    """Delete what is kept no longer."""
    carried = retention.carry_out(
        now(), lambda: context.get_remaining_time_in_millis() > _ONE_RECORD_MS
    )
    logger.info("retention was carried out", **carried.model_dump(mode="json", exclude={"at"}))


@wordless
@logger.inject_lambda_context(log_event=False)
def watch_handler(_: dict[str, Any], context: LambdaContext) -> None:  # noqa: ARG001
    """Measure what only a look tells."""
    for values in watching.look(now()):
        logger.info("looked", **measured(values))
