"""Summaries of months (第十三条) as they were made: a workbook each, and when."""

from datetime import datetime
from typing import Final

from functions.platform import objects, table
from functions.records import kept
from shared_rules.records import Record

FOLDER: Final = "summaries"
_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARTITION: Final = "SUMMARIES"


class KeptSummary(Record):
    """The summary of a month, such as 2026-11, and the key of its workbook."""

    month: str
    made_at: datetime
    file_object: str


def put_file(month: str, data: bytes) -> str:
    """Keep the workbook of a month; the key of its object."""
    return objects.put(f"{FOLDER}/{month}", data, _MEDIA_TYPE)


def put(summary: KeptSummary) -> None:
    """Keep that the summary of a month was made."""
    table.put(kept.to_item(_key(summary.month), summary))


def find(month: str) -> KeptSummary | None:
    """The summary of a month, if it was made."""
    item = table.get(_key(month))
    return kept.read(KeptSummary, item) if item else None


def every() -> tuple[list[KeptSummary], list[str]]:
    """What was made, the latest month first; the months of those that cannot be read."""
    made, unreadable = kept.readable(KeptSummary, reversed(table.all_in(_PARTITION)))
    return made, [item["sk"] for item in unreadable]


def file(summary: KeptSummary) -> bytes:
    """The workbook of a month, as it was made."""
    return objects.get(summary.file_object)


def _key(month: str) -> dict[str, str]:
    return {"pk": _PARTITION, "sk": month}
