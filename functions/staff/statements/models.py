"""What goes in and out of the desk's routes of bank statements (银行流水)."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from functions.platform.request_values import Request
from functions.records.rosters.roster_events import State
from functions.staff.rosters.payment_models import Amount
from shared_rules.findings import Finding
from shared_rules.funding import PayingAccount
from shared_rules.records import Model
from shared_rules.statements.matching import Standing
from shared_rules.statements.open_lists import Proposal

MOST_RECORDED = 50
"""Lines in one request: so many are recorded in a few seconds."""
MOST_PARTS = 20
"""Lists that one line is for."""


class StatementRequest(Request):
    """A bank statement that was uploaded as a list is."""

    upload_id: str


class PartAsked(Request):
    """What of a line is to be recorded for a list, in yuan."""

    receipt: str
    amount: Amount


class LineAsked(Request):
    """A line to be recorded: `row` as the check gave it, `parts` add up to its amount."""

    row: Annotated[int, Field(ge=1, strict=True)]
    parts: Annotated[list[PartAsked], Field(min_length=1, max_length=MOST_PARTS)]


class RecordLinesRequest(Request):
    """Lines of an uploaded statement to be recorded.

    `is_looked_at` says that somebody has looked at each of them, and knows that it was not written
    down by hand before.
    """

    upload_id: str
    lines: Annotated[list[LineAsked], Field(min_length=1, max_length=MOST_RECORDED)]
    is_looked_at: Annotated[bool, Field(strict=True)] = False


class MatchedLine(Model):
    """A line, why it stands so, and what it may be for; a certain one has one proposal."""

    row: int
    day: date
    amount: Decimal
    is_out: bool
    payer: str
    account: PayingAccount
    note: str
    standing: Standing
    reason: Finding
    proposals: list[Proposal]


class MatchedList(Model):
    """A list that a line may be for; `due` is what is still missing of its premium, in yuan."""

    receipt: str
    unit_name: str
    county: str
    state: State
    due: Decimal


class MatchedStatement(Model):
    """A statement beside the lists of her counties: nothing was recorded.

    `findings` are about lines that cannot be read, at their rows, and about such lists.
    """

    sheet: str | None
    lines: list[MatchedLine]
    lists: list[MatchedList]
    findings: list[Finding]


class LineRecorded(Model):
    """What became of a line that was to be recorded; `finding` says why where it was not."""

    row: int
    outcome: Literal["recorded", "known", "refused"]
    finding: Finding | None = None


class LinesRecorded(Model):
    """What became of each line."""

    lines: list[LineRecorded]
