"""What cells look like by themselves, whatever their header says."""

import re
from collections.abc import Sequence
from typing import Final

from shared_rules.identity import id_number
from shared_rules.identity.writing import bare
from shared_rules.roster.headings import Field
from shared_rules.roster.sheets import Cell

_SHAPE: Final = re.compile("[0-9]{15,20}X?")
_SMALLEST: Final = 10 ** (id_number.LENGTH - 1)
_LONGEST_NUMBER: Final = 40
_NAME: Final = re.compile(
    r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]{2,4}|[㐀-鿿·.]{2,20}|[A-Za-z][A-Za-z '.,-]{1,40}"
)
_WORDS: Final = re.compile(r"[㐀-鿿A-Za-z/、（）()]{2,20}")
_LONGEST_NAME: Final = 40
_SEVERAL: Final = 4


def is_id_number(cell: Cell) -> bool:
    """Whether a cell has the shape of an ID number, also of one that has lost digits."""
    if isinstance(cell, str):
        return (
            len(cell) <= _LONGEST_NUMBER and _SHAPE.fullmatch(id_number.compact(cell)) is not None
        )
    return isinstance(cell, int | float) and _SMALLEST <= cell < 10 * _SMALLEST


def looks_like_name(cell: Cell) -> bool:
    """Whether a cell may be somebody's name.

    >>> [looks_like_name(cell) for cell in ("王 芳", "阿依古丽·买买提", "合计：2人", 3.0)]
    [True, True, False, False]
    """
    if not isinstance(cell, str) or not 1 < len(cell) <= _LONGEST_NAME:
        return False
    return _NAME.fullmatch(bare(cell)) is not None


def look_like(field: Field, cells: Sequence[Cell]) -> bool:
    """Whether at least half of the cells, none of them blank, look like what a field holds."""
    match field:
        case "id_number":
            fitting = sum(map(is_id_number, cells))
        case "name":
            # Names differ, and departments repeat.
            differ = len(cells) < _SEVERAL or len(set(cells)) * 2 > len(cells)
            fitting = sum(map(looks_like_name, cells)) if differ else 0
        case "occupation":
            fitting = sum(isinstance(c, str) and _WORDS.fullmatch(c) is not None for c in cells)
        case "number":
            return False
    return fitting * 2 >= len(cells) > 0
