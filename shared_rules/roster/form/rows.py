"""What is said of each column: a cell as it was written, its value, its place in a sheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Annotated, Final, NamedTuple, Self

from pydantic import Field as Constraint

from shared_rules.records import Record
from shared_rules.roster.form import OWN
from shared_rules.roster.limits import MAX_COLUMNS
from shared_rules.roster.sheets import Cell

Place = Annotated[int, Constraint(ge=1, le=MAX_COLUMNS)]
"""A column of a sheet, counted from 1."""


class Entry(NamedTuple):
    """One person's row as it was written; `row` is Excel's row number."""

    row: int
    name: Cell = None
    id_number: Cell = None
    occupation: Cell = None

    @classmethod
    def of_columns(cls, *columns: Iterable[Cell]) -> Iterator[Self]:
        """The rows whose numbers and cells stand in columns, made without a call for each."""
        return map(partial(tuple.__new__, cls), zip(*columns, strict=True))

    def changed(self, cells: Mapping[str, Cell]) -> Self:
        """The same row with other cells."""
        return self._replace(**cells)  # type: ignore[arg-type]


# Nobody changes one, so that one may stand in a set; a frozen one takes five times as long to make,
# and a list has thousands.
@dataclass(slots=True, unsafe_hash=True)
class Insured:
    """One person as she will be insured: every value in its standard form.

    `name_written` is what her name was written as, where it was read otherwise; for report, receipt
    and printed form: 原来写作…. What was kept before there was a column says nothing in it.
    """

    row: int
    name: str
    id_number: str
    occupation: str = ""
    name_written: str = ""


class Values(Record):
    """What one person's row says, for requests and answers."""

    name: str
    id_number: str
    occupation: str = ""


in_order: Final[Callable[[Insured | Values], tuple[str, ...]]] = attrgetter(*OWN)
"""What is said of a person, column by column."""


def values(person: Insured | Values) -> dict[str, str]:
    """What is said of a person, by column."""
    return dict(zip(OWN, in_order(person), strict=True))


class Places(Record):
    """Where the columns are in a sheet; one that is not needed may be nowhere."""

    name: Place
    id_number: Place
    occupation: Place | None = None
    number: Place | None = None
