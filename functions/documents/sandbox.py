"""The process in which papers are read: `python -m functions.documents.sandbox`.

A request is one letter and a file: one to I(nspect), one to C(lean), or one to H(and on). The
answer is the paper as JSON; or the kind of the clean copy, the paper as JSON, how long its
thumbnail is, and the bytes of thumbnail and copy, with zero bytes between; or the format of what is
handed on.
"""

from typing import Final, Protocol

from functions.documents import handed_on, heic, jpeg, pdf, pictures, png, webp
from functions.documents.jobs import CLEAN, HAND_ON
from functions.documents.kinds import kind_of
from functions.documents.opened import Cleaned, Opened
from functions.documents.paper import Kind, Paper
from functions.platform.sandbox.forks import Limits, serve
from shared_rules.claim.limits import MAX_READING_BYTES, MAX_READING_SECONDS


class _Reader(Protocol):
    """What each of the modules that open a file does."""

    def inspect(self, data: bytes) -> Opened: ...
    def clean(self, data: bytes) -> Cleaned: ...


_READERS: Final[dict[Kind, _Reader]] = {
    "pdf": pdf,
    "jpeg": jpeg,
    "png": png,
    "heic": heic,
    "webp": webp,
}
_KINDS_OF_COPIES: Final[dict[Kind, Kind]] = {"heic": "jpeg", "webp": "jpeg"}
_PICTURES: Final[dict[Kind, str]] = {"jpeg": "JPEG", "png": "PNG"}


def _answer(request: bytes) -> bytes:
    job, data = request[:1], request[1:]
    if job == HAND_ON:
        return handed_on.format_of(data).encode()
    kind = kind_of(data)
    reader = _READERS[kind]
    if job != CLEAN:
        return _as_json(kind, reader.inspect(data))
    copy, opened = reader.clean(data)
    kind_of_copy = _KINDS_OF_COPIES.get(kind, kind)
    format_ = _PICTURES.get(kind_of_copy)
    small = pictures.thumbnail(copy, format_) if format_ else b""
    told = [kind_of_copy.encode(), _as_json(kind, opened), str(len(small)).encode()]
    return b"\0".join([*told, small + copy])


def _as_json(kind: Kind, opened: Opened) -> bytes:
    paper = Paper(kind=kind, pages=opened.pages, findings=opened.findings)
    return paper.model_dump_json(round_trip=True).encode()


if __name__ == "__main__":
    serve(_answer, Limits(MAX_READING_BYTES, MAX_READING_SECONDS))
