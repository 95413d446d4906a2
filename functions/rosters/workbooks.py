"""Workbooks of nothing but texts, for whoever has a list's access code: they are gone in a day."""

from collections.abc import Sequence
from datetime import datetime

from functions.platform import downloads
from functions.platform.downloads import Download


def offer(title: str, table: Sequence[Sequence[str]], filename: str, now: datetime) -> Download:
    """Where the workbook is; the first line of the table are the headers."""
    # Slow to import, and only wanted here.
    from functions.rosters.marking import plain  # noqa: PLC0415

    return downloads.offer(plain.workbook(title, table), "marked-up", filename, now)
