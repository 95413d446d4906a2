"""Dated plans (保险方案): each file holds every value with its unit and article.

A plan is valid from its date until the next one's; a policy keeps the plan under which it was
issued (第二十条).
"""

from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Annotated, Final, Literal, NamedTuple, Self

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from shared_rules import yaml_file
from shared_rules.articles import Article
from shared_rules.records import Record

PLANS_FOLDER: Final = Path(__file__).parent

Unit = Literal["cny", "day", "year", "workday", "lecture"]
ItemName = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$")]
"""The key of an item in the plans that have it; what people call it is the item's name."""


class PlanError(ValueError):
    """There is no plan for the day, or a plan file is not what it must be."""

    code = "plan.none_in_force"


class _Strict(Record):
    """Strict, frozen, and an unknown key is an error."""

    model_config = ConfigDict(strict=True, extra="forbid")


class Quantity(_Strict):
    """A number of the plan with the unit it counts in and the article that sets it."""

    value: int = Field(gt=0)
    unit: Unit
    article: Article


class Allowance(NamedTuple):
    """The terms of an item's daily allowance (住院津贴): yuan a day, and which days."""

    rate: Quantity
    unpaid_days_per_stay: Quantity
    paid_days_per_year: Quantity


class Item(_Strict):
    """One of the items (保险责任) that pay separately: 第五 to 第八条.

    It pays a lump sum, a daily allowance, or both; another kind of benefit needs a rule of its own.
    """

    name: str
    diseases: tuple[str, ...] = Field(strict=False, min_length=1)
    lump_sum: Quantity | None = None
    daily_allowance: Quantity | None = None
    unpaid_days_per_stay: Quantity | None = None
    paid_days_per_year: Quantity | None = None

    @property
    def allowance(self) -> Allowance | None:
        """What it pays for days in hospital."""
        rate, unpaid = self.daily_allowance, self.unpaid_days_per_stay
        most = self.paid_days_per_year
        return Allowance(rate, unpaid, most) if rate and unpaid and most else None

    @model_validator(mode="after")
    def _pays(self) -> Self:
        parts = (self.daily_allowance, self.unpaid_days_per_stay, self.paid_days_per_year)
        if any(parts) and not all(parts):
            raise ValueError("an allowance has a rate, days unpaid and days paid")
        if not self.lump_sum and not self.allowance:
            raise ValueError("an item pays a lump sum, an allowance, or both")
        return self


class Payment(_Strict):
    """Where the premium goes (第十二条)."""

    article: Article
    account_name: str
    bank: str
    account_number: str


class Hotline(_Strict):
    """Where a claim is reported by phone (第十四条)."""

    number: str
    article: Article


class PayoutBanks(_Strict):
    """Banks whose cards the insurer pays to (第十四条)."""

    names: tuple[str, ...] = Field(strict=False)
    article: Article


def _iso_date(value: object) -> object:
    # YAML reads an unquoted date as a date and other things as numbers: only text is taken.
    return date.fromisoformat(value) if isinstance(value, str) else value


class Plan(_Strict):
    """Every value of one 管理办法, as it is in force from `valid_from` on."""

    valid_from: Annotated[date, BeforeValidator(_iso_date)]
    name: str
    minimum_age: Quantity
    maximum_age: Quantity
    maximum_age_renewal: Quantity
    cover_length: Quantity
    waiting_period: Quantity
    premium: Quantity
    items: dict[ItemName, Item]
    report_within: Quantity
    payout_within: Quantity
    lectures_per_year: Quantity
    payment: Payment
    hotline: Hotline
    payout_banks: PayoutBanks

    @model_validator(mode="after")
    def _insures_each_disease_once(self) -> Self:
        named = [*chain.from_iterable(item.diseases for item in self.items.values())]
        if len(set(named)) < len(named):
            raise ValueError("a disease belongs to one item")
        return self


@cache
def load(folder: Path = PLANS_FOLDER) -> tuple[Plan, ...]:
    """All plans of a folder, the oldest first.

    Raises:
        PlanError: a file is not named for the day its plan is valid from.
        pydantic.ValidationError: a file holds an unknown key, lacks one, or has a wrong type.
    """
    plans = []
    for file in sorted(folder.glob("[0-9]*.yaml")):
        plan = Plan.model_validate(yaml_file.read(file))
        if plan.valid_from.isoformat() != file.stem:
            raise PlanError(f"{file.name} holds the plan of {plan.valid_from}")
        plans.append(plan)
    return tuple(plans)


def in_force(on: date, plans: tuple[Plan, ...] | None = None) -> Plan:
    """The plan that a policy issued on a day (Asia/Shanghai) is sold under.

    Raises:
        PlanError: the day is before the first plan, or no day.
    """
    if type(on) is not date:
        raise PlanError("a plan is in force on a day, and this is none")
    for plan in reversed(load() if plans is None else plans):
        if plan.valid_from <= on:
            return plan
    raise PlanError(f"no plan is in force on {on}")


def of_policy(issued: date, plans: tuple[Plan, ...] | None = None) -> Plan:
    """The plan that a policy issued on a day is reckoned by (第二十条): the one in force that day.

    Policies on paper are older than the first plan that is kept; they are reckoned by that one.

    Raises:
        PlanError: it is no day.
    """
    first = (load() if plans is None else plans)[0]
    is_older = type(issued) is date and issued < first.valid_from
    return first if is_older else in_force(issued, plans)


def known_item(name: ItemName, plan: Plan) -> Item:
    """An item as a plan has it; where that has none by this name, as the latest plan that has one.

    What is kept of a person names items of all the plans that she was ever insured under.

    Raises:
        KeyError: no plan has it.
    """
    having = [each for each in (*load(), plan) if name in each.items]
    if not having:
        raise KeyError(name)
    return having[-1].items[name]
