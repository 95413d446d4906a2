"""Reading a list's file in a process of its own, so that no file can take the function down.

A workbook of 1.5 kB can make its parser ask for more memory than there is, which ends the process
without an exception. docs/decisions/0006-files-are-read-in-a-fork.md says why it is done this way.
"""

import atexit
import json
import subprocess
import sys
from contextlib import suppress
from os import environ
from pathlib import Path
from threading import Lock
from typing import Final

from functions.common.api import logger
from functions.rosters.sandbox import OUT_OF_MEMORY, READ, TABLES, receive, send
from shared_rules.findings import Finding, RuleError
from shared_rules.roster.columns import RecognisedColumn
from shared_rules.roster.entries import Entries, Entry

_ROOT: Final = Path(__file__).resolve().parents[2]
# What an interpreter needs to start; everything else, credentials first of all, stays here.
_PASSED_ON: Final = ("LD_LIBRARY_PATH", "LANG", "LC_ALL")


def read(data: bytes) -> Entries:
    """The entries of a file.

    Raises:
        RuleError: as of `entries.read`; `file.too_much`: reading it took too much memory or time;
            `file.damaged`: the parser failed.
    """
    return _entries(*json.loads(ask(READ, data)))


def tables(data: bytes) -> list[list[list[str]]]:
    """The visible tables of a file, as rows of the texts that a person sees.

    Raises:
        RuleError: as of `read`.
    """
    found: list[list[list[str]]] = json.loads(ask(TABLES, data))
    return found


def ask(job: bytes, content: bytes) -> bytes:
    """What the sandbox answers to `READ`, `TABLES` or `MARK`.

    Raises:
        RuleError: it refused; `file.too_much`, `file.damaged`: it died of it.
    """
    answer = _sandbox.ask(job + content)
    kind, content = answer[:1], answer[1:]
    if kind in (b"E", b"F"):
        return content
    told = json.loads(content or b"null")
    if kind == b"R":
        code, params = told
        raise RuleError(code, **params)
    logger.warning("the reading of a file was ended", status=told)
    failed = isinstance(told, int) and 0 < told != OUT_OF_MEMORY
    raise RuleError("file.damaged" if failed else "file.too_much")


def _entries(
    people: list[list[str | float | None]],  # a list for each field
    columns: list[dict[str, object]],
    sheet: str | None,
    findings: list[dict[str, object]],
) -> Entries:
    return Entries(
        tuple(map(Entry, *people)),
        tuple(map(RecognisedColumn.model_validate, columns)),
        sheet,
        tuple(map(Finding.model_validate, findings)),
    )


class _Sandbox:
    """The process that reads; started when it is first needed, and again when it has ended."""

    def __init__(self) -> None:
        self._one_at_a_time = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self._end)

    def ask(self, data: bytes) -> bytes:
        """Its answer about a file; empty where it cannot be kept running."""
        with self._one_at_a_time:
            # A file only ends a fork. That the process itself is gone is no fault of this file.
            return self._asked(data) or self._asked(data)

    def _asked(self, data: bytes) -> bytes:
        process = self._running()
        with suppress(BrokenPipeError):
            send(process.stdin, data)  # type: ignore[arg-type]
            if answer := receive(process.stdout):  # type: ignore[arg-type]
                return answer
        self._end()
        return b""

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process and self._process.poll() is not None:
            self._end()
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "functions.rosters.sandbox"],
                cwd=_ROOT,
                env={name: environ[name] for name in _PASSED_ON if name in environ},
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


_sandbox: Final = _Sandbox()
