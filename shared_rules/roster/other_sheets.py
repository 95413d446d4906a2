"""What is told of the sheets of a workbook beside those that are read."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from shared_rules.findings import Finding
from shared_rules.identity import id_number
from shared_rules.roster import contents, people, several_sheets
from shared_rules.roster.columns import holds_names
from shared_rules.roster.listing import Listing
from shared_rules.roster.sheets import LEGEND, Cell, Sheet


def tell(
    read: Sequence[Listing], sheets: Sequence[Sheet], listings: Sequence[Listing]
) -> Iterator[Finding]:
    """Which sheet was read if it is a hidden one, and which others there are.

    Args:
        read: the sheets that are read as one list.
        sheets: all that hold anything.
        listings: those of them whose header was found.
    """
    name = several_sheets.names(each.sheet.name for each in read)
    if read[0].sheet.hidden:
        yield Finding.of("file.hidden_sheet", sheet=name)
    chosen = {id(each.sheet) for each in read}
    rest = [sheet for sheet in sheets if id(sheet) not in chosen and sheet.name != LEGEND]
    if not rest:
        return
    lists = {id(each.sheet): each for each in listings if people.any_in(each)}
    again = _again(read, [sheet for sheet in rest if id(sheet) in lists], lists)
    asked = [sheet for sheet in rest if sheet not in again and _may_hold_people(sheet, lists)]
    unread = [sheet for sheet in rest if sheet not in again and sheet not in asked]
    is_all = again and _everybody(lists[id(each)] for each in again) == _everybody(read)
    for code, others in (
        ("file.other_sheets", asked),
        ("file.other_sheets_repeat" if is_all else "file.other_sheets_part", again),
        ("file.other_sheets_unread", unread),
    ):
        if others:
            names = several_sheets.names(sheet.name for sheet in others)
            yield Finding.of(code, sheet=name, others=names)


def _again(
    read: Sequence[Listing], others: Sequence[Sheet], lists: Mapping[int, Listing]
) -> list[Sheet]:
    """The sheets on which nobody else stands, and whose names do not set them apart."""
    known = _everybody(read) if others else set()
    return [
        sheet
        for sheet in others
        if not (sheet.hidden or several_sheets.is_set_apart(sheet.name))
        and (hers := several_sheets.persons(lists[id(sheet)])) is not None
        and hers <= known
    ]


def _everybody(listings: Iterable[Listing]) -> set[tuple[str, str]]:
    return set().union(*(several_sheets.persons(each) or () for each in listings))


def holds_numbers(sheet: Sheet) -> bool:
    """Whether a sheet holds ID numbers all the same, also such as have lost digits."""
    return any(_holds_number(cell) for row in sheet.rows for cell in row)


def _may_hold_people(sheet: Sheet, lists: Collection[int]) -> bool:
    return id(sheet) in lists or holds_numbers(sheet) or holds_names(sheet.rows)


def _holds_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return id_number.occurs_in(cell)
    return contents.is_id_number(cell)
