"""What goes in and out of the routes of the summary (第十三、十六条).

A number of claims is null where it is not shown: see `functions/staff/summary/small_groups.py`.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from functions.platform.request_values import Day, Request, Text
from shared_rules.findings import Finding
from shared_rules.records import Model

Month = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]


class Period(Request):
    """From a day until another, both inclusive."""

    model_config = ConfigDict(frozen=True)

    first: Day = Field(alias="from")
    last: Day = Field(alias="until")


class Asked(Period):
    """A period of one's counties, or of the units of an industry union (产业工会), by its code."""

    industry: Text = ""


class Group(Model):
    """The lists that were accepted in a place, or of a kind of unit; `premium` in yuan.

    `left` are people whose cover ended in the period and who did not go on.
    """

    name: str
    units: int
    lists: int
    people: int
    first_time: int
    renewed: int
    left: int
    premium: int


class City(Group):
    """A city, and each of its counties."""

    counties: list[Group]


class Disease(Model):
    """The claims about a disease: reported in the period, or settled in it; amounts in yuan."""

    name: str
    reported: int | None
    paid: int | None
    refused: int | None
    refunded: int | None
    paid_amount: int | None
    refunded_amount: int | None


class Pace(Model):
    """How many days something took, beside how many were promised, and by whom: an article, or us.

    `count` is of how many; `in_time` of these, how many took no longer than promised.
    """

    what: Literal["lists", "claims"]
    label: str
    unit: Literal["天", "个工作日"]
    promise: int
    promised_by: str
    count: int | None
    in_time: int | None
    median: int | None
    ninetieth: int | None


class Waiting(Model):
    """What waits for its next step, and how much of that is past its day.

    With `is_more` there are more that wait; what is overdue was counted first.
    """

    label: str
    count: int
    overdue: int
    is_more: bool


class Summary(Model):
    """What was accepted, ended, reported and settled from a day until another, both inclusive.

    `waiting` is of no period, but of `made_at`. `of_industry` is there, and nothing waits, where it
    is that of an industry union, and says of how many units. `hidden` is there where numbers of
    claims are not shown, and says which. `two_sums` says how many lists had two premiums
    (第二十条).
    """

    first_day: date
    last_day: date
    made_at: datetime
    total: Group
    cities: list[City]
    kinds: list[Group]
    claims: Disease
    diseases: list[Disease]
    paces: list[Pace]
    waiting: list[Waiting]
    of_industry: Finding | None = None
    hidden: Finding | None = None
    two_sums: Finding | None = None


class MonthlySummary(Model):
    """The summary of a month of all counties, as the schedule made it."""

    month: Month
    made_at: datetime


class MonthlySummaries(Model):
    """Every month's, the latest first; `unreadable` are the months whose record cannot be read."""

    months: list[MonthlySummary]
    unreadable: list[str]
