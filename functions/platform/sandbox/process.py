"""The function's side: it starts the reading process and asks it, one request at a time."""

import atexit
import json
import subprocess
import sys
from contextlib import suppress
from os import environ
from pathlib import Path
from threading import Lock
from typing import Final

from functions.platform.api import logger
from functions.platform.sandbox.pipes import ANSWERED, OUT_OF_MEMORY, REFUSED, receive, send
from shared_rules.findings import RuleError

_ROOT: Final = Path(__file__).resolve().parents[3]
# What an interpreter needs to start; everything else, credentials first of all, stays here.
_PASSED_ON: Final = ("LD_LIBRARY_PATH", "LANG", "LC_ALL")
# A fork lives for one file: what it frees it keeps for what it reads next, which the kernel would
# have to clear for it anew. glibc reads these, in bytes; the first is as large as it takes.
_ALLOCATION: Final = {
    "MALLOC_MMAP_THRESHOLD_": str(32 * 1024**2),
    "MALLOC_TRIM_THRESHOLD_": str(32 * 1024**2),
}


class Died(Exception):
    """The fork ended without an answer: it `failed` by itself, or went beyond its limits."""

    def __init__(self, *, failed: bool) -> None:
        super().__init__()
        self.failed = failed


class ReadingProcess:
    """`python -m module`; started when it is first needed, and again when it has ended."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._one_at_a_time = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self._end)

    def ask(self, request: bytes) -> bytes:
        """Its answer.

        Raises:
            RuleError: it refused.
            Died: the request was too much for it.
        """
        with self._one_at_a_time:
            # A file only ends a fork. That the process itself is gone is no fault of this file.
            answer = self._asked(request) or self._asked(request)
        kind, content = answer[:1], answer[1:]
        if kind == ANSWERED:
            return content
        told = json.loads(content or b"null")
        if kind == REFUSED:
            code, params = told
            raise RuleError(code, **params)
        logger.warning("the reading of a file was ended", status=told)
        raise Died(failed=isinstance(told, int) and 0 < told != OUT_OF_MEMORY)

    def _asked(self, request: bytes) -> bytes:
        """Its answer; empty where it cannot be kept running."""
        process = self._running()
        with suppress(BrokenPipeError):
            send(process.stdin, request)  # type: ignore[arg-type]
            if answer := receive(process.stdout):  # type: ignore[arg-type]
                return answer
        self._end()
        return b""

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process and self._process.poll() is not None:
            self._end()
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - a module of ours
                [sys.executable, "-m", self._module],
                cwd=_ROOT,
                env=_ALLOCATION | {name: environ[name] for name in _PASSED_ON if name in environ},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # a parser that fails may quote what it read
                start_new_session=True,  # Ctrl-C in a terminal is for the server
            )
        return self._process

    def _end(self) -> None:
        if self._process:
            self._process.communicate()
            self._process = None
