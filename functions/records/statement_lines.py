"""Lines of bank statements (银行流水) that were recorded: that they were, and as which payments.

Of a line nothing is kept but its digest and the numbers of its payments, so that the same line in
another statement is known again. The digest is keyed: nobody who has it can guess the line.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from functions.platform import table
from functions.platform.keyed_hash import keyed_hash
from functions.records import kept
from shared_rules.records import Record
from shared_rules.statements.lines import Line

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef


class LinePayment(Record):
    """A payment that a line was recorded as: `number` is the revision of its event."""

    receipt: str
    number: int


class RecordedLine(Record):
    """What a line was recorded as, for all lists at once.

    `times` counts how often: once more after all of its payments were struck.
    """

    at: datetime
    digest: str
    times: int
    payments: list[LinePayment]


def digest(line: Line) -> str:
    """By which a line is known in every statement that has it."""
    return keyed_hash("statement-line", *line.identity)


def of(digests: Iterable[str]) -> dict[str, RecordedLine]:
    """Those of the lines that were recorded, by their digests; a read for each hundred."""
    items = table.get_all([_key(each) for each in sorted(set(digests))])
    found = (kept.read(RecordedLine, item) for item in items)
    return {each.digest: each for each in found}


def recording(line: RecordedLine) -> "TransactWriteItemTypeDef":
    """The part of a transaction that keeps a line; it fails where somebody was faster."""
    item = kept.to_item(_key(line.digest), line)
    if line.times == 1:
        return table.put_new(item)
    return table.put_over(item, times=line.times - 1)


def _key(digest_: str) -> dict[str, str]:
    return {"pk": f"STATEMENT_LINE#{digest_}", "sk": "LINE"}
