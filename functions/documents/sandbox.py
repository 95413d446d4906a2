"""The process in which papers are read: `python -m functions.documents.sandbox`.

A request is one letter and a file: one to I(nspect), or one to C(lean). The answer is the paper as
JSON; or the kind of the clean copy, a zero byte, and its bytes.
"""

from typing import Final, Protocol

from functions.documents import heic, jpeg, pdf, png
from functions.documents.jobs import CLEAN
from functions.documents.kinds import kind_of
from functions.documents.paper import Kind, Paper
from functions.platform.sandbox.forks import Limits, serve
from shared_rules.claim.limits import MAX_READING_BYTES, MAX_READING_SECONDS
from shared_rules.findings import Finding


class _Reader(Protocol):
    """What each of the modules that open a file does."""

    def inspect(self, data: bytes) -> tuple[int, tuple[Finding, ...]]: ...
    def clean(self, data: bytes) -> bytes: ...


_READERS: Final[dict[Kind, _Reader]] = {"pdf": pdf, "jpeg": jpeg, "png": png, "heic": heic}


def _answer(request: bytes) -> bytes:
    job, data = request[:1], request[1:]
    kind = kind_of(data)
    reader = _READERS[kind]
    if job == CLEAN:
        kind_of_copy = "jpeg" if kind == "heic" else kind
        return kind_of_copy.encode() + b"\0" + reader.clean(data)
    pages, findings = reader.inspect(data)
    paper = Paper(kind=kind, pages=pages, findings=findings)
    return paper.model_dump_json(round_trip=True).encode()


if __name__ == "__main__":
    serve(_answer, Limits(MAX_READING_BYTES, MAX_READING_SECONDS))
