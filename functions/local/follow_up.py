"""What the table's stream and the sweeper do in AWS, as one thread on this machine."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread

from botocore.exceptions import BotoCoreError, ClientError

from functions.common.clock import now
from functions.followup import service

EVERY_SECONDS = 1.0
logger = logging.getLogger(__name__)


@contextmanager
def following_up(every: float = EVERY_SECONDS) -> Iterator[None]:
    """Follow up what is submitted, every so many seconds until the block ends."""
    stopped = Event()
    thread = Thread(target=_run, args=(stopped, every), name="follow-up")
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


def _run(stopped: Event, every: float) -> None:
    while not stopped.wait(every):
        try:
            service.sweep(now(), timedelta(0), lambda: not stopped.is_set())
        except (ClientError, BotoCoreError) as error:  # the next round may have more luck
            logger.warning("follow-up: %s", type(error).__name__)
