"""What goes in and out of the desk's routes of units."""

from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import Field

from functions.platform.request_values import Day, Request, Text, Words
from functions.records.areas import County
from functions.records.units.models import Happening
from functions.rosters.check_models import UnitName
from functions.staff.models import By, IndustryTold
from shared_rules.records import Model

MOST_LINES: Final = 100
"""So many are found in a few seconds."""


class NamedIn(Request):
    """What a unit is called, and where it is; a code that is not given stays as it is."""

    name: UnitName
    county: County
    credit_code: Text = ""


class RenamedIn(NamedIn):
    """The unit has another name, county or 统一社会信用代码."""

    change: Literal["renamed"]


class SplitIn(NamedIn):
    """Another unit came out of it (分立), which is known so, or from now on."""

    change: Literal["split"]


class MergedIn(Request):
    """Another unit is part of it (合并); `other` is its number, or the receipt of a list of it."""

    change: Literal["merged"]
    other: Text


class SeparatedIn(Request):
    """A unit that was merged into it in error is one of its own again; `other` is its number."""

    change: Literal["separated"]
    other: Text


class IndustryIn(Request):
    """It belongs to an industry union (产业工会), by its code; empty: to none."""

    change: Literal["industry"]
    industry: Text


class UnitRequest(Request):
    """What became of a unit, since when, and why the desk says so."""

    reason: Words
    since: Day
    what: Annotated[
        RenamedIn | SplitIn | MergedIn | SeparatedIn | IndustryIn, Field(discriminator="change")
    ]


class UnitsSought(Request):
    """Lines of a list that names units: each by its name, its 统一社会信用代码, or both."""

    lines: Annotated[list[Text], Field(min_length=1, max_length=MOST_LINES)]


class UnitFound(Model):
    """A unit that a line may mean, as it is now; `industry` is the code of its industry union."""

    receipt: str
    revision: int
    name: str
    county: str
    credit_code: str
    industry: str
    industry_name: str


class LineFound(Model):
    """The units that a line may mean: none where nobody is known so."""

    units: list[UnitFound]


class UnitsFound(Model):
    """What each line may mean, in their order; `industries` are those that one may record."""

    lines: list[LineFound]
    industries: list[IndustryTold]


class NameTold(Model):
    """A name of a unit, and since when it was known by it."""

    name: str
    county: str
    credit_code: str
    since: date


class MemberTold(Model):
    """A unit that is part of this one."""

    receipt: str
    name: str
    county: str


class ListTold(Model):
    """A list of a unit, or an old policy that was brought in (补录).

    `day` is that on which it came, `clerk` who sent it, with her phone; masked where the unit is.
    """

    receipt: str
    is_brought_in: bool
    unit_name: str
    county: str
    credit_code: str
    day: date
    state_label: str
    people: int
    policy_number: str
    first_day: date | None
    last_day: date | None
    clerk: str


class UnitStep(Model):
    """Something that happened to a unit, or to one that is part of it; `by` is null: a list did."""

    at: datetime
    what: Happening
    label: str
    receipt: str
    revision: int
    by: By | None
    reason: str
    since: date | None
    name: str
    other: str


class UnitCase(Model):
    """A unit as the desk sees it: of its lists and policies those of one's own counties.

    `lists_elsewhere` counts the others. `alike` are lists with a name of it that are another
    unit's, as their 统一社会信用代码 says. `industry` is its industry union (产业工会),
    `industries` are those that one may record. `unreadable` are the receipts of what cannot be
    read.
    """

    receipt: str
    revision: int
    name: str
    county: str
    credit_code: str
    industry: str
    industries: list[IndustryTold]
    names: list[NameTold]
    members: list[MemberTold]
    lists: list[ListTold]
    lists_elsewhere: int
    alike: list[ListTold]
    unreadable: list[str]
    timeline: list[UnitStep]
    may_decide: bool
    is_masked: bool
