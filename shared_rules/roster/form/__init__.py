"""The form of a list (附件2): which columns there are, and all that is particular to each.

A column is a module with its `COLUMN`, and its place in `Own` and `COLUMNS`; `rows` has what a row
says in each of them. Whatever reads, judges, compares, masks or shows a list goes over the table.
"""

from typing import Final, get_args

from shared_rules.roster.form import id_number, name, number, occupation
from shared_rules.roster.form.column import Column, Field, Own, Terms

__all__ = [
    "BY_FIELD",
    "COLUMNS",
    "HEADERS",
    "NEEDED",
    "OWN",
    "OWN_COLUMNS",
    "Column",
    "Field",
    "Own",
    "Terms",
]

COLUMNS: Final = (number.COLUMN, name.COLUMN, id_number.COLUMN, occupation.COLUMN)
BY_FIELD: Final[dict[Field, Column]] = {each.field: each for each in COLUMNS}

OWN: Final[tuple[Own, ...]] = get_args(Own)
"""The fields of a person; a row's own number is none."""

OWN_COLUMNS: Final = tuple(BY_FIELD[field] for field in OWN)
NEEDED: Final = tuple(field for field in OWN if BY_FIELD[field].is_needed)

HEADERS: Final[dict[Field, str]] = {each.field: each.header for each in COLUMNS if each.is_in_form}
"""The header of each field in the form of 附件2, in its order."""
