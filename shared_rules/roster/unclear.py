"""A file in which it is not clear which column is which: what she is shown, to say it herself."""

from collections.abc import Collection, Sequence
from itertools import islice
from typing import Final

from shared_rules.findings import ParamValue, RuleError, column_letters
from shared_rules.records import Record
from shared_rules.roster import contents, misshapen
from shared_rules.roster.columns import NamedColumn, agrees, columns_of_others, named_columns
from shared_rules.roster.form import BY_FIELD, NEEDED, Field
from shared_rules.roster.limits import HEADER_SEARCH_ROWS
from shared_rules.roster.listed_rows import shown
from shared_rules.roster.sheets import Cell, Row, Sheet, is_blank

_SHEETS: Final = 5
_ROWS: Final = 8
_COLUMNS: Final = 30
_CHARACTERS: Final = 30
_LOOKED_AT: Final = 50


class GuessedColumn(Record):
    """A column that is shown, and the field that it seems to hold, if it seems to hold one."""

    column: int
    letters: str
    header: str
    field: Field | None


class SheetBeginning(Record):
    """The first rows of a sheet, as texts in which long numbers are masked.

    `first_row` is the number of the first of `rows`; `header_row` the guessed header's, or 0.
    It is for the person who brought the file, in the answer to her own request: never for a log.
    """

    sheet: str | None
    first_row: int
    header_row: int
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[GuessedColumn, ...]


class ColumnsUnclear(RuleError):
    """`file.no_header`, `file.columns_unclear`: say which column is which, and read it again.

    `sheets` are the beginnings to choose in; the choice is a `columns.ChosenColumns`, for
    `entries.read(data, chosen)` or `entries.pasted(text, chosen)`.
    """

    def __init__(self, code: str, sheets: tuple[SheetBeginning, ...], **params: ParamValue) -> None:
        super().__init__(code, **params)
        self.sheets = sheets


def unclear(sheets: Sequence[Sheet]) -> RuleError:
    """The refusal of sheets of which none has a clear header.

    As of `misshapen.refusal`, or `file.no_header`, where there are fewer columns than a list needs:
    there is nothing to choose then.
    """
    if (cause := misshapen.refusal(sheets)) is not None:
        return cause
    visible_first = sorted(sheets, key=lambda sheet: sheet.hidden)
    beginnings = tuple(map(beginning, visible_first[:_SHEETS]))
    if all(len(each.columns) < len(NEEDED) for each in beginnings):
        return RuleError("file.no_header", rows=HEADER_SEARCH_ROWS)
    for each, sheet in zip(beginnings, visible_first, strict=False):
        named = named_columns(sheet.rows, each.header_row - 1) if each.header_row else []
        if any(column.field in NEEDED for column in named):
            found = {column.field for column in named if column.heading.is_sure}
            missing = [field for field in NEEDED if field not in found] or NEEDED
            words = "”“".join(BY_FIELD[field].header for field in missing)
            return ColumnsUnclear(
                "file.columns_unclear", beginnings, row=each.header_row, missing=words
            )
    return ColumnsUnclear("file.no_header", beginnings, rows=HEADER_SEARCH_ROWS)


def beginning(sheet: Sheet) -> SheetBeginning:
    """What is shown of a sheet."""
    header = _header_index(sheet.rows)
    first = max(0, (header or 0) - 1)
    rows = sheet.rows[first : first + _ROWS]
    width = min(_COLUMNS, max((_filled(row) for row in sheet.rows[first:]), default=0))
    texts = [[shown(cell, _CHARACTERS) for cell in row[:width]] for row in rows]
    return SheetBeginning(
        sheet=sheet.name,
        first_row=first + 1,
        header_row=0 if header is None else header + 1,
        rows=tuple(tuple(row + [""] * (width - len(row))) for row in texts),
        columns=_guessed(sheet.rows, header, width),
    )


def _filled(row: Row) -> int:
    """How many columns a row takes, without blank ones at its end."""
    return max((place for place, cell in enumerate(row, 1) if not is_blank(cell)), default=0)


def _header_index(rows: Sequence[Row]) -> int | None:
    """The row that names most, else the row above the first one with an ID number."""
    searched = range(min(len(rows), HEADER_SEARCH_ROWS))
    numbered = [index for index in searched if any(map(contents.is_id_number, rows[index]))]
    # A person's row names nothing, though her occupation (工人) may read like a header.
    plain = [index for index in searched if index not in numbered]
    named = {index: {each.field for each in named_columns(rows, index)} for index in plain}
    best = max(plain, key=lambda index: len(named[index]), default=None)
    if best is not None and named[best] & set(NEEDED):
        return best
    above = next(iter(numbered), 0) - 1
    filled = sum(not is_blank(cell) for cell in rows[above]) if above >= 0 else 0
    return above if filled >= len(NEEDED) else None


def _guessed(rows: Sequence[Row], header: int | None, width: int) -> tuple[GuessedColumn, ...]:
    """Each column with the field that its header names, or what stands in it looks like."""
    first = 0 if header is None else header + 1
    below, headers = rows[first : first + _LOOKED_AT], rows[header] if header is not None else []
    fields = _named_fields(rows, header, below)
    for field in reversed(NEEDED):
        columns = (column for column in range(1, width + 1) if column not in fields)
        if field not in fields.values():
            fitting = (
                column for column in columns if BY_FIELD[field].looks_like(_cells(below, column))
            )
            fields.update(dict.fromkeys(islice(fitting, 1), field))
    if header is not None:
        _put_name_beside_number(fields, columns_of_others(rows, header), below)
    return tuple(
        GuessedColumn(
            column=column,
            letters=column_letters(column),
            header=shown(headers[column - 1], _CHARACTERS) if column <= len(headers) else "",
            field=fields.get(column),
        )
        for column in range(1, width + 1)
    )


def _put_name_beside_number(
    fields: dict[int, Field], of_others: Collection[int], below: Sequence[Row]
) -> None:
    """Guess the name of whose number it is, where that is a relative's (配偶身份证号).

    Else a man's name and his wife's number would be offered together.
    """
    number = next((column for column in of_others if fields.get(column) == "id_number"), 0)
    names = [each for each in of_others if BY_FIELD["name"].looks_like(_cells(below, each))]
    if not (number and names):
        return
    for column in [each for each, field in fields.items() if field == "name"]:
        del fields[column]
    fields[min(names, key=lambda each: abs(each - number))] = "name"


def _named_fields(
    rows: Sequence[Row], header: int | None, below: Sequence[Row]
) -> dict[int, Field]:
    named = named_columns(rows, header) if header is not None else []
    good = [each for each in named if each.heading.is_sure or agrees(each, below)]
    fields: dict[Field, NamedColumn] = {}
    for each in sorted(good, key=lambda each: (not each.heading.is_sure, -each.heading.rank)):
        fields.setdefault(each.field, each)
    return {each.column: field for field, each in fields.items()}


def _cells(rows: Sequence[Row], column: int) -> list[Cell]:
    cells = (row[column - 1] for row in rows if column <= len(row))
    return [cell for cell in cells if not is_blank(cell)]
