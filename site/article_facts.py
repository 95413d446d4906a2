"""Which functions carry an article out: the table of shared_rules/README.md, as pages show it."""

import re
from pathlib import Path
from typing import Final, NamedTuple

_BY_PERSON: Final = "not decided by machine"


class CarriedOut(NamedTuple):
    """How one article is carried out; `functions` is empty where a person decides."""

    functions: list[str]
    cases: list[str]
    by_person: bool


def read_table(readme: Path) -> dict[str, CarriedOut]:
    """The table's rows by the article's label: 第五条."""
    rows = (line.split("|")[1:-1] for line in readme.read_text(encoding="utf-8").splitlines())
    return {row[0].strip(): _carried_out(row) for row in rows if row and row[0].startswith(" 第")}


def _carried_out(row: list[str]) -> CarriedOut:
    by_person = _BY_PERSON in row[2]
    functions = [] if by_person else _quoted(row[2])
    return CarriedOut(functions, _quoted(row[3]), by_person)


def _quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)
