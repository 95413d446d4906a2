"""A list marked up, in the process where files are read: openpyxl opens what came from outside."""

import pickle
from dataclasses import replace

from functions.rosters import parsing
from functions.rosters.jobs import MARK
from functions.rosters.marking import kept
from functions.rosters.marking.marks import MarkedFile, Marking
from shared_rules.findings import RuleError


def mark(original: bytes | None, marking: Marking) -> MarkedFile:
    """Her own file with what was found in it; a new workbook where hers would take too much.

    Args:
        original: the file that was read; None for a list that was no file.
        marking: the people of that list and what was found in it.

    Raises:
        RuleError: `file.too_much`.
    """
    try:
        return _marked(original, marking)
    except RuleError:
        if original is None:
            raise
        explained = replace(marking, findings=(*marking.findings, *kept.told((kept.TOO_LARGE,))))
        return replace(_marked(None, explained), told=(kept.TOO_LARGE,))


def _marked(original: bytes | None, marking: Marking) -> MarkedFile:
    about, _, data = parsing.ask(MARK, pickle.dumps((original, marking))).partition(b"\0")
    ending, *told = about.decode().split(" ")
    return MarkedFile(data, ending, tuple(told))
