"""Work that is done again and again on a thread of its own, as AWS starts it by itself."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from botocore.exceptions import BotoCoreError, ClientError

Going = Callable[[], bool]
logger = logging.getLogger(__name__)


@contextmanager
def repeating(work: Callable[[Going], object], every: float, name: str) -> Iterator[None]:
    """Do the work now, and every so many seconds until the block ends.

    Args:
        work: gets a function that tells whether to go on. What AWS refuses it, it tries again in
            the next round.
        every: seconds between the rounds.
        name: what it is called in the log.
    """
    stopped = Event()

    def is_going() -> bool:
        return not stopped.is_set()

    def run() -> None:
        while is_going():
            try:
                work(is_going)
            except (ClientError, BotoCoreError) as error:
                logger.warning("%s: %s", name, type(error).__name__)
            stopped.wait(every)

    thread = Thread(target=run, name=name)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()
