"""The process in which files from outside are read: `python -m functions.rosters.sandbox`.

It answers one request after another: a file's bytes come in, what was read of them goes out. Each
file is read in a fork of this process, which has limits of memory, processor time and time by the
clock; what a file can harm is its own fork. This process has one thread and no credentials.

A message is its length in eight bytes, big-endian, and that many bytes. A request is one letter
and its content: a file to R(ead) as a list, or as T(ables) of texts, or one to M(ark), pickled with
what is to be marked in it. An answer is one letter and JSON: E(ntries, or tables), R(efused: code
and params), or a D(eath) and the exit status of the fork; or F(ile), its ending, a zero byte, and
its bytes.
"""

import gc
import json
import os
import pickle
import resource
import signal
import sys
from typing import BinaryIO, Final

from shared_rules.findings import RuleError
from shared_rules.messages import catalogue
from shared_rules.roster import entries
from shared_rules.roster.entries import Entries
from shared_rules.roster.judging import text_of
from shared_rules.roster.limits import MAX_READING_BYTES, MAX_READING_SECONDS
from shared_rules.roster.reading import read_sheets

LENGTH_BYTES: Final = 8
READ: Final = b"R"
MARK: Final = b"M"
TABLES: Final = b"T"
OUT_OF_MEMORY: Final = 3


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    catalogue()  # read now, so that no fork has to
    gc.freeze()  # forks share what is not looked at
    while (data := receive(requests)) is not None:
        send(answers, _in_a_fork(data))


def send(stream: BinaryIO, message: bytes) -> None:
    """Write one message."""
    stream.write(len(message).to_bytes(LENGTH_BYTES, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """The next message; None at the end of the stream."""
    length = stream.read(LENGTH_BYTES)
    return stream.read(int.from_bytes(length, "big")) if length else None


def _in_a_fork(data: bytes) -> bytes:
    reader, writer = os.pipe()
    fork = os.fork()
    if fork == 0:
        os.close(reader)
        _read_and_exit(data, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        answered = answer.read()
    _, status = os.waitpid(fork, 0)
    return answered if status == 0 else b"D" + str(os.waitstatus_to_exitcode(status)).encode()


def _read_and_exit(data: bytes, writer: int) -> None:
    status = 1
    try:
        _limit()
        with os.fdopen(writer, "wb") as answer:
            answer.write(_answer(data))
        status = 0
    except MemoryError:
        status = OUT_OF_MEMORY
    finally:
        # Not sys.exit: what else would run belongs to the process that was forked.
        os._exit(status)


def _limit() -> None:
    """End this process, by a signal, where it takes too much."""
    gc.disable()  # this process ends before there is anything to collect
    signal.alarm(MAX_READING_SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_READING_SECONDS, MAX_READING_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # macOS knows the limit and refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (MAX_READING_BYTES, MAX_READING_BYTES))


def _answer(request: bytes) -> bytes:
    job, content = request[:1], request[1:]
    try:
        if job == MARK:
            return b"F" + _marked(content)
        if job == TABLES:
            return b"E" + _tables(content)
        return b"E" + _written(entries.read(content))
    except RuleError as error:
        return b"R" + json.dumps([error.code, error.params]).encode()


def _written(found: Entries) -> bytes:
    columns = [column.model_dump() for column in found.columns]
    findings = [finding.model_dump(round_trip=True) for finding in found.findings]
    # Four long lists are faster to read again than thousands of short ones.
    people = list(zip(*found.people, strict=True))
    return json.dumps([people, columns, found.sheet, findings]).encode()


def _tables(content: bytes) -> bytes:
    sheets = [sheet for sheet in read_sheets(content) if not sheet.hidden]
    return json.dumps(
        [[[text_of(c) for c in row] for row in sheet.rows] for sheet in sheets]
    ).encode()


def _marked(content: bytes) -> bytes:
    # openpyxl is slow to import, and wanted in this fork only.
    from functions.rosters.marking import files  # noqa: PLC0415

    file = files.mark(*pickle.loads(content))  # noqa: S301 - pickled by our own side
    return file.ending.encode() + b"\0" + file.data


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
