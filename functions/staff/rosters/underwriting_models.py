"""What the desk sees of people before it accepts their list, and what it decides of some."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from functions.platform.request_values import Day, Request, Words
from shared_rules.findings import Finding
from shared_rules.records import Model
from shared_rules.roster.limits import MAX_PEOPLE

Row = Annotated[int, Field(ge=1, strict=True)]
Rows = Annotated[list[Row], Field(min_length=1, max_length=MAX_PEOPLE)]
Standing = Literal["continuous", "lapsed", "first_time"]


class OldCoverSeenIn(Request):
    """Papers of old cover (原保障凭证) that the desk has seen: these people renew it."""

    rows: Rows
    last_day: Day
    paper: Words


class RowsAcceptedIn(Request):
    """Why people are insured about whom there was something to decide."""

    rows: Rows
    reason: Words


class OtherList(Model):
    """Another list that covers her at the same time; which one is told to who may see it."""

    receipt: str | None
    unit_name: str | None
    is_accepted: bool
    cover_from: date
    cover_until: date


class UnderwrittenRow(Model):
    """How somebody stands to the old cover, and what of her must be decided before acceptance.

    `old_last_day` is the last day of all cover that she has had; `to_decide` are the findings that
    stop acceptance until she is refused, or until what they ask for is there.
    """

    row: int
    name: str
    id_number: str
    standing: Standing
    old_last_day: date | None
    waiting_last_day: date | None
    to_decide: list[Finding]
    others: list[OtherList]


class Underwriting(Model):
    """The people of a list if cover began on `first_day`: `rows` has who does not simply renew."""

    first_day: date
    continuous: int
    lapsed: int
    first_time: int
    rows: list[UnderwrittenRow]
