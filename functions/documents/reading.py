"""Looking at a paper and cleaning it, in a process of its own: no paper takes the function down."""

from typing import Final, cast

from functions.documents.jobs import CLEAN, HAND_ON, INSPECT
from functions.documents.paper import CleanPaper, Kind, Paper
from functions.platform.sandbox.process import Died, ReadingProcess
from shared_rules.claim.limits import MAX_DOCUMENT_BYTES
from shared_rules.findings import RuleError
from shared_rules.policy_papers import MAX_BYTES, PaperFormat
from shared_rules.roster.limits import MIB

__all__ = ["CleanPaper", "Kind", "Paper", "clean", "format_to_hand_on", "inspect"]

_process: Final = ReadingProcess("functions.documents.sandbox")


def inspect(data: bytes) -> Paper:
    """What a file is, and what is to be said about it.

    Raises:
        RuleError: `document.…`: it cannot be taken.
    """
    return Paper.model_validate_json(_ask(INSPECT, data))


def clean(data: bytes) -> CleanPaper:
    """The copy for the desks, and what the file is.

    A photo loses what tells where, when and by what it was taken, and what hangs on behind it, and
    keeps its pixels; HEIC and WebP become JPEG, which every browser shows; a PDF stays as it is.

    Raises:
        RuleError: as of `inspect`.
    """
    kind, paper, length, content = _ask(CLEAN, data).split(b"\0", 3)
    small, copy = content[: int(length)], content[int(length) :]
    read = Paper.model_validate_json(paper)
    return CleanPaper(copy, cast("Kind", kind.decode()), read, small or None)


def format_to_hand_on(data: bytes) -> PaperFormat:
    """What a policy or invoice is that is handed on as it came.

    Raises:
        RuleError: `policy_paper.…`: it cannot be.
    """
    if len(data) > MAX_BYTES:
        raise RuleError("policy_paper.too_large", limit_mb=MAX_BYTES // MIB)
    try:
        return cast("PaperFormat", _process.ask(HAND_ON + data).decode())
    except Died as death:
        raise RuleError("policy_paper.damaged") from death


def _ask(job: bytes, data: bytes) -> bytes:
    if len(data) > MAX_DOCUMENT_BYTES:
        raise RuleError("document.too_large", limit_mb=MAX_DOCUMENT_BYTES // MIB)
    try:
        return _process.ask(job + data)
    except Died as death:
        raise RuleError("document.damaged" if death.failed else "document.unreadable") from death
