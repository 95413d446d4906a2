"""Columns of sex (性别), birth date (出生日期) and age that say otherwise than the ID number.

They are not read. But where only one column of a list was sorted, or a number was pasted a row too
high, every number is valid, and somebody else's: nothing but such a column shows it.
"""

import re
from collections.abc import Callable, Iterator
from statistics import median_low
from typing import Final

from shared_rules import patterns
from shared_rules.findings import Finding
from shared_rules.identity import id_number
from shared_rules.identity.writing import bare
from shared_rules.roster.columns import columns_of_others
from shared_rules.roster.listing import Listing, cell_of
from shared_rules.roster.sheets import Cell, text_of

_AGES_APART: Final = 3  # counted from birth or from the new year, of this year or the last

Differs = Callable[[str, str], bool]
"""Whether a cell, as text without spaces, says otherwise than a number in its spelling."""

_SEX: Final = patterns.later(r"\**性别\**(?:\(.*\))?")
_BIRTH: Final = patterns.later(r"\**(?:出生(?:年月日?|日期|时间)?|生日)\**(?:\(.*\))?")
_AGE: Final = patterns.later(r"\**(?:周岁|实足|实际)?年龄\**(?:\(.*\))?|周岁")
_YEARS: Final = patterns.later(r"([1-9][0-9])(?:\.0)?(?:周?岁)?")
_LUNAR: Final = patterns.later("[农阴]历")
_SEXES: Final = {"女": True, "女性": True, "男": False, "男性": False}
_DAY: Final = patterns.later(
    r"([12][0-9]{3})(?:([0-9]{2})([0-9]{2})?(?![0-9])|[-./年]([0-9]{1,2})(?:[-./月]([0-9]{1,2}))?)"
)


def asked(listing: Listing) -> Iterator[Finding]:
    """What is asked about numbers that another column of their row contradicts."""
    yield from _other_ages(listing)
    place = listing.place("id_number")
    for column, code, differs in _columns(listing):
        header = listing.header(column)
        for row, cells in listing.rows():
            number = cell_of(cells, place)
            if _differs(differs, cell_of(cells, column), number):
                about = Finding.of(code, field="id_number", header=header)
                yield about.at(row=row, column=place, sheet=listing.sheet.name)


def _other_ages(listing: Listing) -> Iterator[Finding]:
    """Ages that do not fit as others of their column do, in whatever year they were written."""
    place = listing.place("id_number")
    for column in _headed(listing, _AGE):
        about = Finding.of("roster.age_differs", field="id_number", header=listing.header(column))
        years = {
            row: int(number[6:10]) + int(age[1])
            for row, cells in listing.rows()
            if (age := _YEARS.fullmatch(_text(cell_of(cells, column))))
            and id_number.is_valid(number := _whole(cell_of(cells, place)))
        }
        written_in = median_low(years.values()) if years else 0
        for row, year in years.items():
            if abs(year - written_in) > _AGES_APART:
                yield about.at(row=row, column=place, sheet=listing.sheet.name)


def _columns(listing: Listing) -> Iterator[tuple[int, str, Differs]]:
    """The columns that tell of the insured what her number tells, too."""
    for column in _headed(listing, _SEX):
        yield column, "roster.sex_differs", _is_other_sex
    for column in _headed(listing, _BIRTH):
        yield column, "roster.birth_date_differs", _is_other_day


def _headed(listing: Listing, names: re.Pattern[str]) -> Iterator[int]:
    """The columns of the insured under such a header."""
    if not listing.header_row:
        return
    rows, index = listing.sheet.rows, listing.header_row - 1
    passed_over = columns_of_others(rows, index)
    for column, _ in enumerate(rows[index], start=1):
        header = bare(listing.header(column))
        if column not in passed_over and not _LUNAR.search(header) and names.fullmatch(header):
            yield column


def _differs(differs: Differs, cell: Cell, written: Cell) -> bool:
    """Whether a cell says otherwise than a number; one that is wrong by itself is not compared."""
    number = _whole(written)
    return bool(number) and differs(_text(cell), number) and id_number.is_valid(number)


def _whole(written: Cell) -> str:
    """A number in its spelling; nothing where a part of it is missing."""
    number = id_number.compact(written if isinstance(written, str) else None)
    return number if len(number) == id_number.LENGTH else ""


def _text(cell: Cell) -> str:
    return "".join(text_of(cell).split())


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
    return not number.startswith(tuple(may_be), 6)
