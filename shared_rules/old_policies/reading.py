"""The rows of a workbook of old policies, as they were written."""

from dataclasses import dataclass

from shared_rules.findings import Finding, RuleError
from shared_rules.identity.writing import standard
from shared_rules.old_policies.columns import Field, find_header
from shared_rules.roster.limits import MAX_PEOPLE
from shared_rules.roster.listing import cell_of
from shared_rules.roster.sheets import LEGEND, Cell, Sheet, is_blank, too_far


@dataclass(frozen=True, slots=True)
class Written:
    """What a workbook says: its columns, and each row that says something, by its number."""

    sheet: str | None
    columns: dict[Field, int]
    rows: tuple[tuple[int, dict[Field, Cell]], ...]

    def finding(self, found: Finding, row: int) -> Finding:
        """A finding at a row, and in the column of its field."""
        column = self.columns.get(found.field) if found.field else None  # type: ignore[call-overload]
        return found.at(row=row, column=column, sheet=self.sheet)


def read(data: bytes) -> Written:
    """The rows of the first visible sheet that has the header.

    Raises:
        RuleError: it is no file that lists are read from; `old_policies.no_header`;
            `old_policies.several_sheets`: another sheet has the header, too; `file.no_rows`;
            `file.too_many_people`, and what else a sheet may be too large for.
    """
    # Readers take long to import, and a function has its files read by another process.
    from shared_rules.roster.reading import read_sheets  # noqa: PLC0415

    sheets = [each for each in read_sheets(data) if not each.is_empty and each.name != LEGEND]
    visible = [each for each in sheets if not each.hidden]
    if not visible:
        raise RuleError("file.no_text")
    found = [each for each in visible if _has_header(each)]
    if len(found) > 1:
        raise RuleError("old_policies.several_sheets", sheet=found[1].name or "")
    return _rows_of(found[0] if found else visible[0])


def _has_header(sheet: Sheet) -> bool:
    try:
        find_header(sheet.rows)
    except RuleError:
        return False
    return True


def _rows_of(sheet: Sheet) -> Written:
    header, columns = find_header(sheet.rows)
    if sheet.beyond:
        raise too_far(sheet.beyond, sheet.name)
    rows = []
    for number, row in enumerate(sheet.rows[header:], start=header + 1):
        cells = {field: _seen(cell_of(row, column)) for field, column in columns.items()}
        if not all(map(is_blank, cells.values())):
            rows.append((number, cells))
    if not rows:
        raise RuleError("file.no_rows")
    if len(rows) > MAX_PEOPLE:
        raise RuleError("file.too_many_people", limit=MAX_PEOPLE)
    return Written(sheet.name, columns, tuple(rows))


def _seen(cell: Cell) -> Cell:
    """The cell; None where nobody sees what it holds, so that it counts as blank."""
    return None if isinstance(cell, str) and is_blank(standard(cell)) else cell
