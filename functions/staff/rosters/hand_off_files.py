"""The files of a hand-off, in one archive: .xlsx, .csv, what changed, and a manifest.

The same list handed off under the same circumstances gives the same bytes, so that a digest tells
whether two files are one.
"""

from collections.abc import Sequence
from typing import Any

from functions.staff import delimited
from functions.staff.rosters.hand_off import CHANGES, HEADERS, HandedOff


def files(stem: str, lists: Sequence[HandedOff], *, is_first: bool) -> dict[str, bytes]:
    """The lists, one after the other, as .xlsx and .csv; from the second time on what changed.

    Args:
        stem: with which the files' names begin.
        lists: that go out.
        is_first: whether none of them went out before.
    """
    # Slow to import, and only wanted here.
    from functions.rosters.marking import plain  # noqa: PLC0415

    table = [HEADERS, *(line for each in lists for line in each.lines_told())]
    made = {
        f"{stem}-名单.xlsx": plain.workbook("名单", table),
        f"{stem}-名单.csv": delimited.written(table),
    }
    if not is_first:
        changes = [HEADERS, *(line for each in lists for line in each.changes_told())]
        made[f"{stem}-变化.csv"] = delimited.written(changes)
    return made


def about(handed_off: HandedOff, since_version: int | None) -> dict[str, Any]:
    """What the archive's manifest says of the list."""
    roster = handed_off.roster
    return {
        "receipt": roster.receipt,
        "version": roster.version,
        "revision": roster.revision,
        "state": roster.state,
        "since_version": since_version,
        "changes": {change: handed_off.count(change) for change in CHANGES},
    }
