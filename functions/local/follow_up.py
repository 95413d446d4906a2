"""What the table's stream and the sweeper do in AWS, on this machine."""

from contextlib import AbstractContextManager
from datetime import timedelta

from functions.local.repeating import repeating
from functions.platform.clock import now
from functions.worker import service

EVERY_SECONDS = 1.0


def following_up(every: float = EVERY_SECONDS) -> AbstractContextManager[None]:
    """Follow up what is submitted, every so many seconds until the block ends."""
    return repeating(lambda going: service.sweep(now(), timedelta(0), going), every, "follow-up")
