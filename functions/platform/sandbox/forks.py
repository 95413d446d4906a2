"""The reading process: it answers one request after another, each in a fork of itself.

The fork has limits of memory, processor time and time by the clock; what a file can harm is its own
fork. This process has one thread and no credentials.
"""

import gc
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from functions.platform.sandbox.pipes import ANSWERED, DEATH, OUT_OF_MEMORY, REFUSED, receive, send
from shared_rules import patterns
from shared_rules.findings import RuleError
from shared_rules.messages import catalogue
from shared_rules.records import build_models

Work = Callable[[bytes], bytes]

_MAX_ANSWER_BYTES: Final = 64 * 1024 * 1024


class Limits(NamedTuple):
    """What a fork may use: bytes of memory, seconds of the processor, bytes of its answer.

    By the clock it may take half as many seconds more. The function has to hold the answer.
    """

    memory: int
    seconds: int
    answer: int = _MAX_ANSWER_BYTES


def serve(work: Work, limits: Limits) -> None:
    """Answer what comes in at the standard input, until there is no more.

    Args:
        work: a request in, its answer out; it may raise RuleError to refuse.
        limits: for each request.
    """
    catalogue()  # read now, so that no fork has to
    build_models()
    patterns.compile_all()
    answers = _only_for_answers()
    gc.freeze()  # forks share what is not looked at
    while (request := receive(sys.stdin.buffer)) is not None:
        send(answers, _in_a_fork(work, request, limits))


def _only_for_answers() -> BinaryIO:
    """The standard output; what a library prints goes nowhere from now on."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _in_a_fork(work: Work, request: bytes, limits: Limits) -> bytes:
    reader, writer = os.pipe()
    fork = os.fork()
    if fork == 0:
        os.close(reader)
        _work_and_exit(work, request, limits, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        answered = answer.read(limits.answer + 1)
    _, status = os.waitpid(fork, 0)
    code = os.waitstatus_to_exitcode(status)
    if len(answered) > limits.answer:
        code = OUT_OF_MEMORY
    return answered if code == 0 else DEATH + str(code).encode()


def _work_and_exit(work: Work, request: bytes, limits: Limits, writer: int) -> None:
    status = 1
    try:
        _set(limits)
        with os.fdopen(writer, "wb") as answer:
            answer.write(_answer(work, request))
        status = 0
    except MemoryError:
        status = OUT_OF_MEMORY
    finally:
        try:
            # A library in another language tells a lack of memory in words of its own.
            if status == 1 and _was_full(limits):
                status = OUT_OF_MEMORY
        finally:
            # Not sys.exit: what else would run belongs to the process that was forked.
            os._exit(status)


def _was_full(limits: Limits) -> bool:
    """Whether this process once had nearly all the memory that it may have; Linux tells."""
    if sys.platform != "linux":
        return False
    lines = Path("/proc/self/status").read_text().splitlines()
    peak = next(line for line in lines if line.startswith("VmPeak:"))
    return int(peak.split()[1]) * 1024 >= limits.memory - limits.memory // 8


def _set(limits: Limits) -> None:
    """End this process, by a signal, where it takes too much."""
    gc.disable()  # this process ends before there is anything to collect
    signal.alarm(limits.seconds + limits.seconds // 2 + 1)
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # macOS knows the limit and refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


def _answer(work: Work, request: bytes) -> bytes:
    try:
        return ANSWERED + work(request)
    except RuleError as error:
        return REFUSED + json.dumps([error.code, error.params]).encode()
