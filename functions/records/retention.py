"""How long what people give us is kept: content/data/retention.yaml, which /privacy/ shows.

What was deleted when its time was over is kept as numbers: nobody can be told by them.
"""

import secrets
from datetime import datetime, timedelta
from functools import cache
from math import inf
from typing import Final, Literal, Self

from pydantic import model_validator

from functions.platform import table
from functions.records import kept
from functions.records.areas import DATA
from functions.records.kinds import Line
from shared_rules import days, yaml_file
from shared_rules.records import Record

_PARTITION: Final = "RETENTION"
_FILE: Final = DATA / "retention.yaml"


_Unit = Literal["minute", "day", "year", "always"]
_DAYS: Final = {"minute": 1 / (24 * 60), "day": 1, "year": 365}


class _Least(Record):
    """The shortest time that a law allows."""

    value: int
    unit: _Unit
    law: str


class Term(Record):
    """How long a line of it is kept, and what it is, in words."""

    what: str
    value: int | None = None
    unit: _Unit
    at_least: _Least | None = None
    note: str = ""

    @model_validator(mode="after")
    def _not_shorter_than_the_law(self) -> Self:
        least = self.at_least
        if least and _days(self.value, self.unit) < _days(least.value, least.unit):
            raise ValueError(
                f"{self.what}: kept for {self.value} {self.unit}, and {least.law} asks for"
                f" {least.value} {least.unit} at least (content/data/retention.yaml)"
            )
        return self

    @property
    def told(self) -> str:
        """4 年（提交以后起算）."""
        note = f"（{self.note}）" if self.note else ""
        value = "" if self.value is None else f"{self.value} "
        return f"{value}{_units()[self.unit]}{note}"


@cache
def terms() -> dict[Line, Term]:
    """Each line by its name, in the order of the file.

    Raises:
        pydantic.ValidationError: a line is kept shorter than its law asks.
    """
    lines = yaml_file.read(_FILE)["kept"]
    return {name: Term.model_validate(said) for name, said in lines.items()}


def ends(line: Line, since: datetime) -> datetime:
    """When the days or years of a line are over for what is kept since then; until then it stays.

    Raises:
        LookupError: the line is kept neither for days nor for years.
    """
    match terms()[line]:
        case Term(unit="day", value=int(number)):
            return since + timedelta(days=number)
        case Term(unit="year", value=int(number)):
            return datetime.combine(days.anniversary(since.date(), number), since.timetz())
    raise LookupError("kept neither for days nor for years")


class Carried(Record):
    """What was deleted in a run: so many records, of so many people, items and objects.

    `kept_back` are those whose time is over and that are needed still, `unreadable` those of which
    nobody can tell.
    """

    at: datetime
    lists: int = 0
    claims: int = 0
    imports: int = 0
    people: int = 0
    items: int = 0
    objects: int = 0
    kept_back: int = 0
    unreadable: int = 0


def note(carried: Carried) -> None:
    """Keep what was deleted."""
    sort = f"{carried.at.isoformat()}#{secrets.token_hex(4)}"
    table.put(kept.to_item({"pk": _PARTITION, "sk": sort}, carried))


def _days(value: int | None, unit: _Unit) -> float:
    return inf if unit == "always" or value is None else value * _DAYS[unit]


@cache
def _units() -> dict[str, str]:
    units: dict[str, str] = yaml_file.read(_FILE)["units"]
    return units
