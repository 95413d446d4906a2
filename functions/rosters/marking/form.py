"""A marked list as a new workbook in the layout of 附件2, for what is no .xlsx and no text."""

from typing import Final

from functions.rosters.marking import layout, new_book, stylesheet
from functions.rosters.marking.marks import HEADERS as MARK_HEADERS
from functions.rosters.marking.marks import WIDTHS, Marking
from functions.rosters.marking.sheet_cells import SheetCells, write_row
from functions.rosters.marking.stylesheet import Styles
from functions.rosters.marking.workbook import colour, write_mark
from shared_rules.findings import Finding
from shared_rules.roster.form import COLUMNS
from shared_rules.roster.form.rows import Entry
from shared_rules.roster.sheets import text_of

_TITLE: Final = "名单"
_COLUMNS: Final = {each.field: place for place, each in enumerate(COLUMNS, start=1)}
_FIRST_OF_MARKS: Final = len(COLUMNS) + 1
_CHARACTERS_A_CENTIMETRE: Final = 4


def mark(marking: Marking) -> bytes:
    """The people as they were written, each with what was found and the row of her list."""
    styles = Styles(stylesheet.empty(new_book.NAMESPACE))
    sheet = new_book.blank(new_book.NAMESPACE, styles)
    own_widths = (each.width * _CHARACTERS_A_CENTIMETRE for each in COLUMNS)
    layout.make_room(sheet, 1, (*own_widths, *WIDTHS))
    headers = (*(each.header for each in COLUMNS), *MARK_HEADERS, marking.row_header)
    for cell in write_row(sheet, 1, headers):
        cell.set("s", styles.framed(styles.bold("0")))
    people = [entry for entry in marking.entries.people if entry.row in marking.rows]
    for row, entry in enumerate(people, start=2):
        _write_person(sheet, row, entry)
        found = marking.rows[entry.row]
        write_mark(sheet, row, _FIRST_OF_MARKS, found, (*found.texts, str(entry.row)))
        colour(sheet, row, found.cells(_column))
    return new_book.packed(_TITLE, sheet, marking)


def _write_person(sheet: SheetCells, row: int, entry: Entry) -> None:
    for cell in write_row(sheet, row, (str(row - 1), *map(text_of, entry[1:]))):
        cell.set("s", sheet.styles.framed(cell.get("s", "0")))
    number = sheet.cell(row, _COLUMNS["id_number"])
    number.set("s", sheet.styles.as_text(number.get("s")))


def _column(finding: Finding) -> int | None:
    return next((place for field, place in _COLUMNS.items() if field == finding.field), None)
