"""A row of a list as a report names it: its number, whose it is, and what it says."""

from collections.abc import Iterable
from typing import Final, Self

from shared_rules import patterns
from shared_rules.identity import id_number
from shared_rules.identity.writing import single_spaces
from shared_rules.records import Record
from shared_rules.roster.sheets import Cell, CellFault, is_blank

_LONGEST_NAME: Final = 50
_LONGEST_ROW: Final = 80
_LONG_NUMBER: Final = patterns.later(r"[0-9](?:[ -]?[0-9]){6,}[Xx]?")


class ListedRow(Record):
    """A row by its number, the name in it where there is one, and its beginning.

    Long numbers are masked. It goes only to those who may see the list.
    """

    row: int
    name: str
    says: str

    @classmethod
    def of(cls, row: int, name: Cell, cells: Iterable[Cell]) -> Self:
        """The row with these cells."""
        texts = (shown(cell, _LONGEST_ROW) for cell in cells if not is_blank(cell))
        says = _shortened(" ".join(texts), _LONGEST_ROW)
        return cls(row=row, name=shown(name, _LONGEST_NAME), says=says)


def shown(cell: Cell, longest: int) -> str:
    """The beginning of a cell on one line, with long numbers masked.

    >>> shown("王芳  64010419900307068X", 40), shown(3.0, 9), shown("好" * 9, 3)
    ('王芳 6401**********068X', '3', '好好…')
    """
    if cell is None:
        return ""
    if isinstance(cell, CellFault):
        cell = cell.shown
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = single_spaces(str(cell)[: 4 * longest])
    return _shortened(_LONG_NUMBER.sub(lambda number: id_number.mask(number[0]), text), longest)


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
