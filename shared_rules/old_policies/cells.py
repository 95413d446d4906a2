"""What single cells of a workbook of old policies say: days, sums, and words that are given."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, TypeVar

from shared_rules import days
from shared_rules.findings import RuleError
from shared_rules.identity.writing import bare, single_spaces, standard
from shared_rules.roster.sheets import Cell, CellFault, text_of

_DAY: Final = re.compile(
    r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:00:00(?::00)?)?|([0-9]{4})([0-9]{2})([0-9]{2})"
)
_SUM: Final = re.compile(r"[¥￥]?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\.0{1,2})?元?")
# Where a spreadsheet counts days from, and the numbers that can be meant as one.
_ZERO: Final = date(1899, 12, 30)
_FIRST_SERIAL: Final = 10_000
_BEYOND_SERIALS: Final = 100_000
Meant = TypeVar("Meant")


def text(cell: Cell, longest: int) -> str:
    """A text on one line.

    Raises:
        RuleError: the cell holds no text that can be read, or too long a one.
    """
    if isinstance(cell, CellFault):
        raise cell.refusal()
    words = single_spaces(standard(text_of(cell)))
    if len(words) > longest:
        raise RuleError("cell.too_long", limit=longest)
    return words


def day(cell: Cell) -> date:
    """A day as people and spreadsheets write it.

    >>> [str(day(cell)) for cell in ("2016-03-01 00:00:00", "2016年3月1日", "2016/3/1", 42430.0)]
    ['2016-03-01', '2016-03-01', '2016-03-01', '2016-03-01']

    Raises:
        RuleError: `old_policies.day`.
    """
    if isinstance(cell, int | float) and _FIRST_SERIAL <= cell < _BEYOND_SERIALS:
        return _ZERO + timedelta(days=int(cell))
    written = bare(text_of(cell))
    if not (match := _DAY.fullmatch(written)):
        raise RuleError("old_policies.day")
    try:
        year, month, number = (int(part) for part in match.groups() if part)
        return days.check(date(year, month, number))
    except ValueError:
        raise RuleError("old_policies.day") from None


def amount(cell: Cell) -> int:
    """A sum in whole yuan.

    >>> amount("100,000.00 元"), amount(50000.0)
    (100000, 50000)

    Raises:
        RuleError: `old_policies.amount`.
    """
    match = _SUM.fullmatch(bare(text_of(cell)))
    if not match or not (yuan := int(match[1].replace(",", ""))):
        raise RuleError("old_policies.amount")
    return yuan


def word(cell: Cell, meanings: Mapping[str, Meant], code: str) -> Meant:
    """What one of the words that are given stands for.

    Raises:
        RuleError: `code`: it is none of them.
    """
    try:
        return meanings[bare(text_of(cell))]
    except KeyError:
        raise RuleError(code, words="、".join(meanings)) from None
