"""A reading process for the tests, that does what a file may do: `python -m`, as the real ones."""

import os
import signal
from collections.abc import Callable
from typing import Final

from functions.platform.sandbox.forks import Limits, serve
from functions.platform.sandbox.pipes import ANSWERED
from shared_rules.findings import RuleError
from shared_rules.roster.limits import MIB

LIMITS: Final = Limits(memory=256 * MIB, seconds=1, answer=20 * MIB)


def _busy() -> None:
    sum(range(10**12))


def _no_memory() -> None:
    bytearray(2 * LIMITS.memory)


def _full() -> None:
    """As a library does that panics where it gets no memory, and has freed its own by then."""
    piece, pieces = LIMITS.memory // 64, []
    try:
        while True:
            pieces.append(bytearray(piece))
    except MemoryError:
        pieces.clear()
    raise ZeroDivisionError


def _crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _fault() -> None:
    raise ZeroDivisionError


def _refuse() -> None:
    raise RuleError("upload.unknown", place="here")


def _print() -> None:
    os.write(1, b"what a library prints")


JOBS: Final[dict[bytes, Callable[[], object]]] = {
    b"busy": _busy,
    b"asleep": signal.pause,
    b"no memory": _no_memory,
    b"full": _full,
    b"crash": _crash,
    b"fault": _fault,
    b"refuse": _refuse,
    b"print": _print,
}


def _work(request: bytes) -> bytes:
    if request == b"environment":
        return " ".join(os.environ).encode()
    if request == b"longest":
        return b"x" * (LIMITS.answer - len(ANSWERED))
    if request == b"too long":
        return b"x" * LIMITS.answer
    if request == b"parent":
        return str(os.getppid()).encode()
    if job := JOBS.get(request):
        job()
    return request


if __name__ == "__main__":
    serve(_work, LIMITS)
