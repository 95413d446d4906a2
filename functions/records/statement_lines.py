"""Lines of bank statements (银行流水) that were recorded: that they were, and as which payments.

Of a line nothing is kept but its digest and the numbers of its payments, so that the same line in
another statement is known again. The digest is keyed: nobody who has it can guess the line.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from functions.platform import table
from functions.platform.keyed_hash import keyed_hashes
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


class Recorded(NamedTuple):
    """What is kept of lines, by their digests; `unreadable` are those that cannot be read."""

    found: dict[str, RecordedLine]
    unreadable: set[str]


def digests(lines: Sequence[Line]) -> list[str]:
    """By which each line is known in every statement that has it.

    Of one that was recorded it is the digest of then, also where another key makes those of today.
    """
    every = [keyed_hashes("statement-line", *line.identity) for line in lines]
    earlier = {_key(each)["pk"]: each for under in every for each in under[1:]}
    found = table.get_all([_key(each) for each in earlier.values()])
    recorded = {earlier[item["pk"]] for item in found}
    return [next((each for each in under if each in recorded), under[0]) for under in every]


def of(digests: Iterable[str]) -> Recorded:
    """Those of the lines that were recorded; a read for each hundred, and one stops no other."""
    recorded = Recorded({}, set())
    keys = {_key(each)["pk"]: each for each in sorted(set(digests))}
    for item in table.get_all([_key(each) for each in keys.values()]):
        digest_ = keys[item["pk"]]
        try:
            recorded.found[digest_] = kept.read(RecordedLine, item)
        except kept.UnreadableError:
            recorded.unreadable.add(digest_)
    return recorded


def recording(line: RecordedLine) -> "TransactWriteItemTypeDef":
    """The part of a transaction that keeps a line; it fails where somebody was faster."""
    item = kept.to_item(_key(line.digest), line)
    if line.times == 1:
        return table.put_new(item)
    return table.put_over(item, times=line.times - 1)


def _key(digest_: str) -> dict[str, str]:
    return {"pk": f"STATEMENT_LINE#{digest_}", "sk": "LINE"}
