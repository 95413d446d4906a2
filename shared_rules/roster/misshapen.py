"""Sheets that are no list however their columns are chosen: what is wrong with them by itself."""

from collections.abc import Sequence
from itertools import chain, islice
from typing import Final

from shared_rules.findings import RuleError
from shared_rules.identity.garbled import is_garbled
from shared_rules.roster import contents
from shared_rules.roster.columns import named_columns
from shared_rules.roster.form import NEEDED, Field
from shared_rules.roster.headings import has_name_in_parts
from shared_rules.roster.limits import HEADER_SEARCH_ROWS
from shared_rules.roster.sheets import Row, Sheet

_LONGEST: Final = 80
_SEVERAL: Final = 2


def refusal(sheets: Sequence[Sheet]) -> RuleError | None:
    """Why none of the sheets can be a list, where their shape shows it.

    `file.vertical`: the fields of a person stand below each other; `file.name_in_two_columns`;
    `file.one_cell`: name and number stand in one cell; `file.garbled`.
    """
    for code, is_so in (
        ("file.vertical", _is_vertical),
        ("file.name_in_two_columns", _has_names_in_two_columns),
        ("file.one_cell", _has_all_in_one_cell),
        ("file.garbled", _is_garbled),
    ):
        if any(map(is_so, sheets)):
            return RuleError(code)
    return None


def _is_vertical(sheet: Sheet) -> bool:
    """Whether the name and the ID number of a person are named below each other."""
    rows = islice(enumerate(sheet.rows), HEADER_SEARCH_ROWS)
    named = chain.from_iterable(named_columns(sheet.rows, index) for index, _ in rows)
    found: dict[int, set[Field]] = {}
    for each in named:
        if each.heading.is_sure:
            found.setdefault(each.column, set()).add(each.field)
    return any(fields.issuperset(NEEDED) for fields in found.values())


def _has_names_in_two_columns(sheet: Sheet) -> bool:
    """Whether family and given names have columns of their own."""
    return any(map(has_name_in_parts, _first(sheet)))


def _has_all_in_one_cell(sheet: Sheet) -> bool:
    """Whether most cells with an ID number hold words besides."""
    holding = [cell for row in _first(sheet) for cell in row if contents.holds_id_number(cell)]
    return sum(not contents.is_id_number(cell) for cell in holding) * 2 > len(holding)


def _is_garbled(sheet: Sheet) -> bool:
    return (
        sum(is_garbled(text.strip()) for row in _first(sheet) for text in _texts(row)) >= _SEVERAL
    )


def _first(sheet: Sheet) -> Sequence[Row]:
    return sheet.rows[:HEADER_SEARCH_ROWS]


def _texts(row: Row) -> list[str]:
    return [cell for cell in row if isinstance(cell, str) and len(cell) <= _LONGEST]
