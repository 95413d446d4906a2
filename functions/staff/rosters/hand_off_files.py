"""The files of a hand-off, in one archive: .xlsx, .csv, what changed, and a manifest.

The same list handed off under the same circumstances gives the same bytes, so that a digest tells
whether two files are one.
"""

from collections.abc import Sequence
from typing import Any, Final

from functions.staff import delimited
from functions.staff.rosters.hand_off import CHANGES, HandedOff

_WIDTH: Final = 18.0  # of a column, in digits


def files(handed_off: HandedOff, *, is_first: bool) -> dict[str, bytes]:
    """The list as .xlsx and .csv, and what changed where it was handed off before."""
    roster = handed_off.roster
    stem = f"{roster.receipt}-v{roster.version}"
    table = handed_off.table()
    made = {
        f"{stem}-名单.xlsx": _workbook(table),
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


def _workbook(table: Sequence[Sequence[str]]) -> bytes:
    # Slow to import, and only wanted here.
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    from functions.rosters.marking.cells import write_row  # noqa: PLC0415
    from functions.rosters.marking.sheets import new_workbook, saved  # noqa: PLC0415

    book, sheet = new_workbook()
    sheet.title = "名单"
    for row, texts in enumerate(table, start=1):
        for cell in write_row(sheet, row, texts):
            cell.number_format = "@"
            if row == 1:
                cell.font = Font(bold=True)
    for column in range(1, len(table[0]) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
    sheet.freeze_panes = "A2"
    return saved(book)
