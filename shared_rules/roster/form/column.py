"""A column of a list: all that is particular to it."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple, TypeGuard

from shared_rules.findings import Finding
from shared_rules.plans import Plan
from shared_rules.roster.sheets import Cell

Own = Literal["name", "id_number", "occupation"]
"""The columns that say something of the person, in the form's order."""

Field = Literal["number", Own]
"""What may stand below a header that is known."""


class Terms(NamedTuple):
    """Under which plan a list is judged, as if cover began on which day."""

    plan: Plan
    cover_from: date


class Sure(NamedTuple):
    """Headers that surely name a column; of two columns the one of the higher `rank` is read."""

    pattern: re.Pattern[str]
    rank: int = 1


Judge = Callable[[Cell, Terms, list[Finding]], str]
"""The value of a cell in its standard form; what is to be said of it is added to the list.

Raises a RuleError where the cell has no value at all.
"""

IsPlain = Callable[[Cell], TypeGuard[str]]
"""Whether a cell is its own value, of which `Judge` would say nothing."""


def as_written(text: str) -> str:
    """The mask of what everybody at the desk may see."""
    return text


def _never_plain(_terms: Terms) -> IsPlain:
    return _is_never


def _is_never(_cell: Cell) -> TypeGuard[str]:
    return False


def _not_judged(_cell: Cell, _terms: Terms, _found: list[Finding]) -> str:
    return ""


class Column(NamedTuple):
    """What its headers say, what its cells look like, how they are judged, and who sees them.

    Of headers, in small letters: `signs` says what stands in each of them, so that most cells are
    passed over at once; `sure` ones name this column; those that are `perhaps` as a whole, or hold
    what is `perhaps_in`, do where what stands below agrees: most of it `looks_like` a value.

    Most cells of a long list are `plain`, which takes less time to tell than to `judge` them.

    A list without an `is_needed` column is none. One that `is_shared` says the same of many people:
    it may be merged over their rows, and hold values before there are people. `is_said_by` tells of
    one word on a line without a header (接龙) that it is surely a value of this column. One that is
    `is_sensitive` stays on a device only where its owner says that it is her own. The form of 附件2
    has it where `is_in_form`, `width` centimetres wide. `handed_off` is its header for the insurer;
    without it, the insurer does not get it. `mask` leaves what those see who may not see people.
    """

    field: Field
    header: str
    signs: str
    sure: tuple[Sure, ...]
    width: float
    perhaps: re.Pattern[str] | None = None
    perhaps_in: re.Pattern[str] | None = None
    looks_like: Callable[[Sequence[Cell]], bool] = lambda _: False
    is_said_by: Callable[[str], bool] = lambda _: False
    judge: Judge = _not_judged
    plain: Callable[[Terms], IsPlain] = _never_plain
    is_needed: bool = False
    is_shared: bool = False
    is_sensitive: bool = False
    is_in_form: bool = True
    handed_off: str = ""
    mask: Callable[[str], str] = as_written


_HALF: Final = 2


def most(fits: Callable[[Cell], bool]) -> Callable[[Sequence[Cell]], bool]:
    """Whether at least half of some cells, none of them blank, fit."""
    return lambda cells: sum(map(fits, cells)) * _HALF >= len(cells) > 0
