"""What calls the follow-up: the table's stream, and the schedule for what the stream missed."""

from datetime import timedelta
from typing import Any, Final

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.dynamo_db_stream_event import DynamoDBRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.platform.clock import now
from functions.platform.failures import wordless
from functions.records import outbox
from functions.worker import service

MISSED_AFTER: Final = timedelta(minutes=10)
_ONE_LIST_MS: Final = 120_000
"""Milliseconds in which the longest list is worked off."""

logger = Logger()
# Where all of a batch fails, the answer names all: an error would say no more.
processor = BatchProcessor(EventType.DynamoDBStreams, raise_on_entire_batch_failure=False)


@wordless
@logger.inject_lambda_context(log_event=False)
def stream_handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
    """Follow up new entries of the outbox, which is all that the stream's filter lets through."""
    return process_partial_response(event, _follow_up, processor, context)


@wordless
@logger.inject_lambda_context(log_event=False)
def sweeper_handler(_: dict[str, Any], context: LambdaContext) -> None:
    """Follow up what has waited too long."""
    swept = service.sweep(
        now(), MISSED_AFTER, lambda: context.get_remaining_time_in_millis() > _ONE_LIST_MS
    )
    logger.info("swept", done=swept.done, failed=swept.failed)


def _follow_up(record: DynamoDBRecord) -> None:
    keys = record.dynamodb.keys if record.dynamodb else None
    service.follow_up(outbox.read_key(keys or {}), now())
