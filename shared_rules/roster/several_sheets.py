"""Sheets of a workbook that are one list together, such as one for each workshop (一车间, 二车间).

`docs/decisions/0079-…` says which are read together, and how their rows are numbered.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from shared_rules import patterns
from shared_rules.findings import Finding, RuleError
from shared_rules.identity import id_number
from shared_rules.roster import contents, examples, people
from shared_rules.roster.form.rows import Entry
from shared_rules.roster.listed_rows import ListedRow
from shared_rules.roster.listing import Listing
from shared_rules.roster.sheets import Cell, text_of

_SUMS_UP: Final = patterns.later("汇总|合计|总表|总名单|总册|全部|全体|统计")
# Other years' lists, those who leave or stay out, and what is no list to be sent.
_APART: Final = patterns.later(
    "旧|去年|上年|往年|历史|备份|副本|作废|草稿|模板|测试|空白|离职|辞职|调出|调离|死亡|退保|停保|减员|删除"
    "|放弃|退出|[不未](?:参|报|投|买|交|缴|同意|愿|续)|已(?:参保|投保|报|交|缴)|重复|错误|异常|^男(?:职工|工|性)?$"
)
_YEAR: Final = re.compile("20[0-9]{2}")
_MOST: Final = 90
_STEPS: Final = (1_000, 10_000, 100_000)
_FEW: Final = 3
_PART_OF_THEM: Final = 10


class Part(NamedTuple):
    """A sheet of a list of several; `added` to its rows' numbers makes each of the list its own."""

    sheet: str
    header_row: int
    added: int

    def placed(self, finding: Finding, row: int, column: int | None) -> Finding:
        """The same at a row of the list, with the cell as spreadsheets name it: 二车间!C4."""
        at = finding.at(row=row - self.added, column=column, sheet=self.sheet)
        cell = at.cell and f"{self.sheet}!{at.cell}"
        return at.model_copy(update={"row": row, "cell": cell})

    def told(self, finding: Finding) -> Finding:
        """What was found in the sheet alone, as a finding of the list."""
        if finding.row is not None:
            return self.placed(finding, finding.row + self.added, finding.column)
        places = {
            name: f"{self.sheet}!{value}" if name == "cell" else int(value) + self.added
            for name, value in finding.params.items()
            if name in ("cell", "first", "last")
        }
        return finding.model_copy(update={"params": {**finding.params, **places}})

    def moved(self, entry: Entry) -> Entry:
        """A person's row of the sheet as one of the list."""
        return entry._replace(row=entry.row + self.added)

    def listed(self, row: ListedRow) -> ListedRow:
        """A row of the sheet as one of the list."""
        return row.model_copy(update={"row": row.row + self.added})

    def alone(self, finding: Finding) -> Finding:
        """What was found in the list, as a finding of the sheet alone."""
        row = (finding.row or 0) - self.added
        return finding.at(row=row, column=finding.column, sheet=self.sheet)


def part_of(parts: Sequence[Part], row: int) -> Part | None:
    """The sheet in which a row of the list stands; None where the list is of one sheet."""
    return next((each for each in reversed(parts) if row > each.added), None)


def numbered(listings: Sequence[Listing]) -> tuple[Part, ...]:
    """The sheets as parts of one list: before the number of a row stands that of its sheet.

    Row 4 of the second sheet is 2004.
    """
    longest = max(len(each.sheet.rows) for each in listings)
    step = next(each for each in _STEPS if longest < each)
    return tuple(
        Part(each.sheet.name or "", each.header_row, place * step)
        for place, each in enumerate(listings, start=1)
    )


def is_set_apart(sheet: str | None) -> bool:
    """Whether a sheet's name says that it is no part of a list, or explains how it is filled in.

    >>> [is_set_apart(name) for name in ("去年", "填写说明", "一车间", None)]
    [True, True, False, False]
    """
    return _APART.search(sheet or "") is not None or examples.explains(sheet)


def of_one_list(best: Listing, with_people: Iterable[Listing]) -> list[Listing]:
    """The sheets that are read as one list, in their order; `best` is the one read without others.

    A sheet that sums up the others is the list, if it has as many people as they have.
    """
    if best.sheet.name is None or best.sheet.hidden or not _is_sure(best):
        return [best]
    alike = [each for each in with_people if each is best or _goes_with(each, best)]
    if all(each is best for each in alike):
        return [best]
    sums = next(filter(_sums_up, alike), None)
    parts = _without_repetition(each for each in alike if _may_be_part(each))
    everybody = set().union(*map(_numbers, parts))
    if sums and len(_numbers(sums)) >= len(everybody):
        return [sums]
    return parts if sums is best or any(each is best for each in parts) else [best]


def persons(listing: Listing) -> frozenset[tuple[str, str]] | None:
    """Name and number of everybody on a sheet; None where that is not sure of each."""
    with suppress(RuleError):
        found = frozenset(map(_person, people.read(listing).entries))
        return found if all(number for _, number in found) else None
    return None


def names(sheets: Iterable[str | None]) -> str:
    """Sheets as a message names them, which has quotation marks around it."""
    return "”“".join(sheet or "" for sheet in sheets)


def told(parts: Sequence[Part], people: Sequence[int]) -> Finding:
    """That several sheets were read as one list, with how many people each, and its numbering."""
    counts = (f"“{part.sheet}”{count} 人" for part, count in zip(parts, people, strict=True))
    last, header = parts[-1], parts[-1].header_row
    return Finding.of(
        "file.sheets_together",
        count=len(parts),
        sheets="、".join(counts),
        sheet=last.sheet,
        row=header + 1,
        as_row=last.added + header + 1,
    )


def _may_be_part(listing: Listing) -> bool:
    return not (is_set_apart(listing.sheet.name) or _sums_up(listing))


def _sums_up(listing: Listing) -> bool:
    return _SUMS_UP.search(listing.sheet.name or "") is not None


def _is_sure(listing: Listing) -> bool:
    return not any(column.is_guess for column in listing.columns)


def _goes_with(listing: Listing, best: Listing) -> bool:
    """Whether a sheet is of the same form, and not hidden, another year's, or too far."""
    sheet = listing.sheet
    years, of_best = (set(_YEAR.findall(each.sheet.name or "")) for each in (listing, best))
    is_of_form = listing.places == best.places and _is_sure(listing)
    return is_of_form and years == of_best and not (sheet.hidden or sheet.beyond)


def _without_repetition(parts: Iterable[Listing]) -> list[Listing]:
    """The sheets without those that are a list again, such as a copy or last year's."""
    known: set[str] = set()
    found: list[Listing] = []
    for each in parts:
        numbers = _numbers(each)
        again, fewest = len(numbers & known), min(len(numbers), len(known))
        is_half = again and 2 * again >= fewest
        is_copy = is_half or (again >= _FEW and again * _PART_OF_THEM > fewest)
        if not is_copy and len(found) < _MOST:
            known |= numbers
            found.append(each)
    return found


def _numbers(listing: Listing) -> set[str]:
    """The ID numbers that a sheet says, without those that have lost digits."""
    return {number for each in listing.entries() if (number := _number(each.id_number))}


def _person(entry: Entry) -> tuple[str, str]:
    """Name and number, empty where there is no whole one."""
    return text_of(entry.name).strip(), _number(entry.id_number)


def _number(cell: Cell) -> str:
    return id_number.compact(cell) if isinstance(cell, str) and contents.is_id_number(cell) else ""
