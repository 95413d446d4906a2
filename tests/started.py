"""Waiting for a server in a process of its own."""

import socket
import time
from contextlib import suppress
from typing import Final

from functions.local.emulator import HOST

_TRIES: Final = 300
_BETWEEN_TRIES: Final = 0.2  # seconds


def wait_for(port: int, what: str) -> None:
    """Wait until something listens on a port.

    Raises:
        TimeoutError: nothing does, for a minute; `what` should have.
    """
    for _ in range(_TRIES):
        with suppress(OSError), socket.create_connection((HOST, port)):
            return
        time.sleep(_BETWEEN_TRIES)
    raise TimeoutError(f"does not start: {what}")
