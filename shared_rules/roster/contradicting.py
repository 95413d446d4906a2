"""Columns of sex (性别) and birth date (出生日期) that say otherwise than the ID number.

They are not read. But where only one column of a list was sorted, or a number was pasted a row too
high, every number is valid, and somebody else's: nothing but such a column shows it.
"""

from collections.abc import Callable, Iterator
from typing import Final

from shared_rules import patterns
from shared_rules.findings import Finding
from shared_rules.identity import id_number
from shared_rules.identity.writing import bare
from shared_rules.roster.columns import columns_of_others
from shared_rules.roster.listing import Listing, cell_of
from shared_rules.roster.sheets import Cell, text_of

Differs = Callable[[str, str], bool]
"""Whether a cell, as text without spaces, says otherwise than a number in its spelling."""

_SEX: Final = patterns.later(r"\**性别\**(?:\(.*\))?")
_BIRTH: Final = patterns.later(r"\**(?:出生(?:年月日?|日期|时间)?|生日)\**(?:\(.*\))?")
_LUNAR: Final = patterns.later("[农阴]历")
_SEXES: Final = {"女": True, "女性": True, "男": False, "男性": False}
_DAY: Final = patterns.later(
    r"([12][0-9]{3})(?:([0-9]{2})([0-9]{2})?(?![0-9])|[-./年]([0-9]{1,2})(?:[-./月]([0-9]{1,2}))?)"
)


def asked(listing: Listing) -> Iterator[Finding]:
    """What is asked about numbers that another column of their row contradicts."""
    place = listing.place("id_number")
    for column, code, differs in _columns(listing):
        header = listing.header(column)
        for row, cells in listing.rows():
            number = cell_of(cells, place)
            if isinstance(number, str) and _differs(differs, cell_of(cells, column), number):
                about = Finding.of(code, field="id_number", header=header)
                yield about.at(row=row, column=place, sheet=listing.sheet.name)


def _columns(listing: Listing) -> Iterator[tuple[int, str, Differs]]:
    """The columns that tell of the insured what her number tells, too."""
    if not listing.header_row:
        return
    rows, index = listing.sheet.rows, listing.header_row - 1
    passed_over = columns_of_others(rows, index)
    for column in range(1, len(rows[index]) + 1):
        header = bare(listing.header(column))
        if column in passed_over or _LUNAR.search(header):
            continue
        if _SEX.fullmatch(header):
            yield column, "roster.sex_differs", _is_other_sex
        elif _BIRTH.fullmatch(header):
            yield column, "roster.birth_date_differs", _is_other_day


def _differs(differs: Differs, cell: Cell, written: str) -> bool:
    """Whether a cell says otherwise than a number; one that is wrong by itself is not compared."""
    said = "".join(text_of(cell).split())
    number = id_number.compact(written)
    return len(number) == id_number.LENGTH and differs(said, number) and id_number.is_valid(number)


def _is_other_sex(said: str, number: str) -> bool:
    is_womans = _SEXES.get(said)
    return is_womans is not None and is_womans != id_number.is_womans(number)


def _is_other_day(said: str, number: str) -> bool:
    """Whether a cell begins with another day; a year and a month alone are compared as such."""
    day = _DAY.match(said)
    if day is None:
        return False
    year, *parts = filter(None, day.groups())
    may_be = [year + "".join(part.zfill(2) for part in parts)]
    if said == f"{year}.1":  # a spreadsheet makes the number 1990.1 of 1990.10
        may_be.append(f"{year}10")
    return not number[6:14].startswith(tuple(may_be))
