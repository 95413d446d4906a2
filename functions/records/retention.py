"""How long what people give us is kept: content/data/retention.yaml, which /privacy/ shows."""

from functools import cache
from typing import Final, Literal

from functions.records.areas import DATA
from functions.records.kinds import Line
from shared_rules import yaml_file
from shared_rules.records import Record

_FILE: Final = DATA / "retention.yaml"


class Term(Record):
    """How long a line of it is kept, and what it is, in words."""

    what: str
    value: int
    unit: Literal["minute", "day", "year"]
    note: str = ""

    @property
    def told(self) -> str:
        """保存 4 年（提交以后起算）."""
        note = f"（{self.note}）" if self.note else ""
        return f"{self.value} {_units()[self.unit]}{note}"


@cache
def terms() -> dict[Line, Term]:
    """Each line by its name, in the order of the file."""
    kept = yaml_file.read(_FILE)["kept"]
    return {name: Term.model_validate(said) for name, said in kept.items()}


@cache
def _units() -> dict[str, str]:
    units: dict[str, str] = yaml_file.read(_FILE)["units"]
    return units
