"""A list marked up, in the process where files are read: it is opened once more."""

import pickle
from contextlib import suppress
from dataclasses import replace
from time import monotonic
from typing import Final

from functions.rosters import parsing
from functions.rosters.jobs import MARK
from functions.rosters.marking import kept
from functions.rosters.marking.marks import MarkedFile, Marking
from shared_rules.findings import RuleError

# The API gives up after 30, and the file has still to be kept; a new workbook takes a few.
_SECONDS: Final = 26
_FOR_NEW_WORKBOOK: Final = 7


def mark(original: bytes | None, marking: Marking, spent: float = 0) -> MarkedFile:
    """Her own file with what was found in it; a new workbook where hers would take too much.

    Args:
        original: the file that was read; None for a list that was no file.
        marking: the people of that list and what was found in it.
        spent: how many seconds the request has taken before.

    Raises:
        RuleError: `file.too_much`.
    """
    started = monotonic() - spent
    left = _left(started)
    if original is None:
        return _marked(None, marking, left)
    with suppress(RuleError):
        if left > 2 * _FOR_NEW_WORKBOOK:
            return _marked(original, marking, left - _FOR_NEW_WORKBOOK)
    explained = replace(marking, findings=(*marking.findings, *kept.told((kept.TOO_LARGE,))))
    return _marked(None, explained, _left(started))._replace(told=(kept.TOO_LARGE,))


def _left(started: float) -> int:
    return max(1, round(_SECONDS - (monotonic() - started)))


def _marked(original: bytes | None, marking: Marking, seconds: int) -> MarkedFile:
    asked = pickle.dumps((original, marking, seconds))
    about, _, data = parsing.ask(MARK, asked).partition(b"\0")
    ending, *told = about.decode().split(" ")
    return MarkedFile(data, ending, tuple(told))
