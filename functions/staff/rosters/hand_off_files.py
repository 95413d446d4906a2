"""The files of a hand-off, in one archive: .xlsx, .csv, what changed, and a manifest.

The same list handed off under the same circumstances gives the same bytes, so that a digest tells
whether two files are one.
"""

from typing import Any

from functions.staff import delimited
from functions.staff.rosters.hand_off import CHANGES, HandedOff


def files(handed_off: HandedOff, *, is_first: bool) -> dict[str, bytes]:
    """The list as .xlsx and .csv, and what changed where it was handed off before."""
    # Slow to import, and only wanted here.
    from functions.rosters.marking import plain  # noqa: PLC0415

    roster = handed_off.roster
    stem = f"{roster.receipt}-v{roster.version}"
    table = handed_off.table()
    made = {
        f"{stem}-名单.xlsx": plain.workbook("名单", table),
        f"{stem}-名单.csv": delimited.written(table),
    }
    if not is_first:
        changes = handed_off.table(only_changes=True)
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
