"""Lists as text, and what is read in them."""

import pytest

from shared_rules.findings import RuleError
from shared_rules.roster import entries
from shared_rules.roster.sheets import Cell, CellFault
from tests.unit.roster.list_files import PEOPLE

FIRST, SECOND, THIRD = (person.id_number for person in PEOPLE[:3])
HEADER = "姓名,身份证号,职业\n"
UNCLEAR = CellFault("roster.line_unclear", "")


def people(text: str | bytes) -> list[tuple[int, Cell, Cell, Cell]]:
    found = entries.read(text if isinstance(text, bytes) else text.encode()).people
    return [(e.row, _without_words(e.name), e.id_number, e.occupation) for e in found]


def _without_words(name: Cell) -> Cell:
    return name._replace(shown="") if isinstance(name, CellFault) else name


def refusal(data: bytes) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(RuleError) as caught:
        entries.read(data)
    return caught.value.code, caught.value.params
