"""CSV files that Excel and WPS open and save as they are meant: UTF-8 with its mark, only text."""

import codecs
import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from functions.platform import spreadsheet_text


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """The file; the same rows give the same bytes."""
    target = StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerows(map(spreadsheet_text.kept, row) for row in rows)
    return codecs.BOM_UTF8 + target.getvalue().encode()
