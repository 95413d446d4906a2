"""CSV files that Excel and WPS open as they are meant: UTF-8 with its mark, and no formulas."""

import codecs
import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from functions.rosters.marking.marks import looks_like_formula


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """The file; the same rows give the same bytes."""
    target = StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return codecs.BOM_UTF8 + target.getvalue().encode()


def _harmless(cell: str) -> str:
    """The cell with an apostrophe before what a program would take for a formula."""
    return f"'{cell}" if looks_like_formula(cell) else cell
