"""What the federation's summary (第十三条) is added up from: one small fact for each thing done.

A fact lies under `FACTS#<month>#<county>`, sorted by its day: so a period reads one partition for
each of its months and counties, and no partition takes all that a day brings. What is recorded is
not changed when its day is over; none of it says who somebody is. The fact is one text in its item:
a year of them is read in seconds.
"""

import secrets
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from itertools import chain, product
from typing import TYPE_CHECKING, Annotated, Final, Literal, NamedTuple, Protocol, Self

from pydantic import Field, TypeAdapter, ValidationError

from functions.platform import table
from functions.platform.aws import CALLS_AT_ONCE, dynamodb, from_item
from functions.platform.environment import environment
from functions.platform.keyed_hash import keyed_hash, keyed_hashes
from functions.records import areas, kept
from shared_rules import deadlines, plans
from shared_rules.funding import UnitKind
from shared_rules.identity.writing import bare
from shared_rules.records import Record
from shared_rules.two_sums import Holds

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef, TransactWriteItemTypeDef

Outcome = Literal["paid", "refused", "refunded"]
_PURPOSE: Final = "fact"
_UNIT_PURPOSE: Final = "fact.unit"
_ISO_MONTH: Final = len("2026-11")
_LAST: Final = "\U0010ffff"  # no text comes after one that begins with it


class Accepted(Record):
    """A list was accepted; `days` is how long that took since it was submitted.

    `lists` is 0 once the acceptance was withdrawn: it counts as none. `premium_holds` is
    there where two premiums were in question (第二十条).
    """

    what: Literal["accepted"] = "accepted"
    lists: int = 1
    kind: UnitKind
    unit: str
    people: int
    premium: int
    first_time: int
    renewed: int
    days: int
    premium_holds: Holds | None = None


class Leaving(Record):
    """So many people's cover ends with this day; below zero: so many of them go on after it."""

    what: Literal["leaving"] = "leaving"
    kind: UnitKind
    people: int


OPEN_DISEASE: Final = ""
"""In the place of the disease, while nobody has said which of the plan's it is."""


class Reported(Record):
    """A claim was reported; `claims` is -1 where it turned out to be a report of another one.

    `unit` is the `unit_key` of her unit; earlier ones have none.
    """

    what: Literal["reported"] = "reported"
    disease: str
    unit: str = ""
    claims: int = 1


class Settled(Record):
    """A claim came to its end, with so much money, in yuan.

    `workdays` is how many it took since the papers were complete; None where they never were. A
    claim that was reopened counts once: `claims` is 0 where a later decision ends it as before, and
    -1 takes back how it was counted where it ends otherwise; `amount` is what changes. `unit` is as
    that of `Reported`.
    """

    what: Literal["settled"] = "settled"
    disease: str
    outcome: Outcome
    amount: int
    workdays: int | None = None
    claims: int = 1
    unit: str = ""

    @classmethod
    def of(
        cls,
        disease: str,
        outcome: Outcome,
        amount: int,
        *,
        papers_complete_on: date | None,
        settled_on: date,
    ) -> Self:
        """A claim that was settled on a day.

        Raises:
            RuleError: `date.out_of_range`.
        """
        workdays = (
            deadlines.workdays(papers_complete_on, settled_on) if papers_complete_on else None
        )
        return cls(disease=disease, outcome=outcome, amount=amount, workdays=workdays)


Fact = Accepted | Leaving | Reported | Settled
_READER: TypeAdapter[Fact] = TypeAdapter(Annotated[Fact, Field(discriminator="what")])


class _UnitOfClaim(Protocol):
    """The unit that a claim names."""

    @property
    def name(self) -> str: ...
    @property
    def county(self) -> str: ...


class Recorded(NamedTuple):
    """A fact, and where it is counted."""

    county: str
    day: date
    fact: Fact


class Only(NamedTuple):
    """Of which units facts are read: their lists by receipt, their claims by the units' keys."""

    lists: frozenset[str]
    units: frozenset[str]

    def has(self, fact: Fact, name: str) -> bool:
        """Whether a fact, kept under a name, is about one of them."""
        if isinstance(fact, Reported | Settled):
            return fact.unit in self.units
        return name.partition("#")[0] in self.lists


def unit_keys(county: str, name: str) -> tuple[str, ...]:
    """By what facts of claims name a unit, however it was spaced; that of what is new first."""
    return keyed_hashes(_UNIT_PURPOSE, county, bare(name))


def keep(fact: Fact, county: str, day: date, name: str) -> None:
    """Keep a fact; under the same name again, the later one counts.

    Args:
        fact: what to keep.
        county: and
        day: where it is counted.
        name: tells it from others of its kind on this day; it begins with the list's receipt.
    """
    table.put(item(fact, county, day, name))


def claim_part(
    fact: Reported | Settled, unit: "_UnitOfClaim", day: date
) -> "TransactWriteItemTypeDef":
    """The part of a transaction that keeps a fact of a claim: both are there, or neither.

    The table knows of no illness: the fact has a random name and not the receipt, and keeps a keyed
    hash in the place of the disease, which is another one under each name. That of her unit is
    always the same: heads of claims name it anyway.
    """
    name = secrets.token_hex(8)
    disease = keyed_hash(_PURPOSE, name, fact.disease)
    sealed = fact.model_copy(
        update={"disease": disease, "unit": unit_keys(unit.county, unit.name)[0]}
    )
    return table.put_new(item(sealed, unit.county, day, name))


def read(
    counties: Iterable[str],
    first: date,
    last: date,
    only: Only | None = None,
    *,
    names_diseases: bool = True,
) -> Iterator[Recorded]:
    """The facts of counties from a day to another, both inclusive, in no order.

    `only`: of which units, if not of all. `names_diseases`: whether hashes of diseases are opened,
    which takes the secret.
    """
    places = list(product(_months(first, last), areas.all_names(counties)))
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        pages = pool.map(lambda place: _items(_partition(*place), first, last), places)
        for (month, county), items in zip(places, pages, strict=True):
            for sort, text in items:
                day, _, name = sort.split("#", 2)
                fact = _read_one(text, f"{_partition(month, county)} {sort}")
                if fact and (only is None or only.has(fact, name)):
                    where = areas.current_name(county)
                    told = _opened(fact, name) if names_diseases else fact
                    yield Recorded(where, date.fromisoformat(day), told)


def _read_one(text: str, key: str) -> Fact | None:
    try:
        return _READER.validate_json(text)
    except ValidationError as error:
        kept.note_unreadable(key, error)
        return None


def _opened(fact: Fact, name: str) -> Fact:
    """A fact with the name of its disease; one that no plan insures stays a hash."""
    if not isinstance(fact, Reported | Settled):
        return fact
    for disease in _diseases():
        if fact.disease in keyed_hashes(_PURPOSE, name, disease):
            return fact.model_copy(update={"disease": disease})
    return fact


@cache
def _diseases() -> frozenset[str]:
    """Every disease that some plan insures or insured, and that of a claim where it is open."""
    items = chain.from_iterable(plan.items.values() for plan in plans.load())
    return frozenset(chain(*(item.diseases for item in items), [OPEN_DISEASE]))


def count_months(first: date, last: date) -> int:
    """How many months a period touches."""
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _months(first: date, last: date) -> list[str]:
    begin = first.year * 12 + first.month - 1
    months = range(begin, begin + count_months(first, last))
    return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in months]


def _items(partition: str, first: date, last: date) -> list[tuple[str, str]]:
    values: dict[str, AttributeValueTypeDef] = {
        ":pk": {"S": partition},
        ":first": {"S": first.isoformat()},
        ":last": {"S": f"{last.isoformat()}{_LAST}"},
    }
    pages = (
        dynamodb()
        .get_paginator("query")
        .paginate(
            TableName=environment().table_name,
            KeyConditionExpression="pk = :pk AND sk BETWEEN :first AND :last",
            ProjectionExpression="sk, fact",
            ExpressionAttributeValues=values,
        )
    )
    items = (from_item(item) for page in pages for item in page["Items"])
    return [(item["sk"], str(item.get("fact"))) for item in items]


def item(fact: Fact, county: str, day: date, name: str) -> dict[str, str]:
    """A fact as the table keeps it."""
    return {
        "pk": _partition(day.isoformat()[:_ISO_MONTH], county),
        "sk": f"{day.isoformat()}#{fact.what}#{name}",
        "fact": fact.model_dump_json(),
    }


def _partition(month: str, county: str) -> str:
    return f"FACTS#{month}#{county}"
