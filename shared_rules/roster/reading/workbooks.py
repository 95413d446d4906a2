"""Workbooks through python-calamine, which reads the cells of .xlsx, .xls and .ods."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import accumulate, chain, islice, pairwise, repeat
from operator import le
from typing import Final, Literal

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from shared_rules.findings import Finding, RuleError, column_letters
from shared_rules.roster.limits import (
    MAX_CELL_LENGTH,
    MAX_COLUMNS,
    MAX_PEOPLE,
    MAX_SHEET_NAME_LENGTH,
    MAX_SHEET_ROWS,
)
from shared_rules.roster.sheets import Cell, CellFault, Place, Row, Sheet, is_blank

Merged = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of a merged one, as calamine has them: counted from 0."""
Look = Literal["cell.struck", "cell.unseen"]
"""How a cell looks that is crossed out or shows nothing: the message of that."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of a sheet beside its cells' values; see `Sheet`.

    `name` and `hidden` are None where calamine knows them; `faults` are the cells without a value,
    `looks` those that look like nobody's, `comments` those that somebody has written a comment to.
    `outside` is the message about people in text boxes, if there are any; `merged` is for the kinds
    of which calamine does not tell it.
    """

    name: str | None = None
    hidden: bool | None = None
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    faults: Mapping[Place, CellFault] = field(default_factory=dict)
    looks: Sequence[tuple[Place, Look]] = ()
    comments: Sequence[Place] = ()
    outside: str | None = None
    merged: Sequence[Merged] = ()
    beyond: Place | None = None


_NOTHING: Final = Beside()


def read(data: bytes, besides: Iterable[Beside]) -> list[Sheet]:
    """The sheets of a workbook, with what is known beside; calamine counts the sheets alike.

    Raises:
        RuleError: `file.damaged`, `file.password`.
    """
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        about = zip(workbook.sheets_metadata, chain(besides, repeat(_NOTHING)), strict=False)
        return [
            _sheet(each, workbook.get_sheet_by_index(number), beside)
            for number, (each, beside) in enumerate(about)
            if each.typ is SheetTypeEnum.WorkSheet
        ]
    except PasswordError as error:
        raise RuleError("file.password") from error
    except (CalamineError, ValueError) as error:
        raise RuleError("file.damaged") from error


def check_extent(rows: int, columns: int) -> None:
    """Refuse a table of so many filled rows, or of so many columns.

    Raises:
        RuleError: `file.too_many_columns` or `file.too_many_people`.
    """
    if columns > MAX_COLUMNS:
        cell = column_letters(columns)
        raise RuleError("file.too_many_columns", limit=MAX_COLUMNS, cell=cell)
    if rows > MAX_SHEET_ROWS:
        raise RuleError("file.too_many_people", limit=MAX_PEOPLE)


def within_limits(
    rows: list[Row], last_row: int = MAX_SHEET_ROWS
) -> tuple[list[Row], Place | None]:
    """The rows without blank ones at the end, and the first cell that is beyond the limits.

    A text that is longer than any of Excel's is a fault of its cell.
    """
    while rows and all(map(is_blank, rows[-1])):
        rows.pop()
    texts = [cell for row in rows for cell in row if cell.__class__ is str]
    if max(map(len, texts), default=0) > MAX_CELL_LENGTH:
        for row in rows:
            row[:] = [_of_bounded_length(cell) for cell in row]
    is_wide = max(map(len, rows), default=0) > MAX_COLUMNS
    beyond = next(_beyond(rows, last_row), None) if is_wide or len(rows) > last_row else None
    if is_wide:
        rows = [row[:MAX_COLUMNS] for row in rows]
    return rows[:last_row], beyond


def _of_bounded_length(cell: Cell) -> Cell:
    is_long = isinstance(cell, str) and len(cell.strip()) > MAX_CELL_LENGTH
    return CellFault("cell.too_long", "…") if is_long else cell


def _beyond(rows: Sequence[Row], last_row: int) -> Iterator[Place]:
    for number, row in enumerate(rows, start=1):
        first = 0 if number > last_row else MAX_COLUMNS
        if len(row) > first:
            for column, cell in enumerate(row[first:], start=first + 1):
                if not is_blank(cell):
                    yield Place(number, column)


def _sheet(about: SheetMetadata, table: CalamineSheet, beside: Beside) -> Sheet:
    """A sheet; what is refused of it is said in it, as another one may be the list."""
    name = (beside.name or about.name)[:MAX_SHEET_NAME_LENGTH]
    is_hidden = about.visible is not SheetVisibleEnum.Visible
    read_: list[Row] = table.to_python(skip_empty_area=False) if table.end else []  # type: ignore[assignment]
    rows, beyond = within_limits(_with_faults(read_, beside.faults))
    merged = beside.merged or table.merged_cell_ranges or ()
    return Sheet(
        name,
        rows,
        hidden=is_hidden if beside.hidden is None else beside.hidden,
        hidden_rows=beside.hidden_rows,
        hidden_columns=beside.hidden_columns,
        tall=frozenset(_tall(merged)),
        findings=(
            *_covered(name, rows, merged),
            *_looking_so(name, rows, beside.looks),
            *_commented(name, beside.comments),
            *((_outside(name, beside.outside),) if beside.outside else ()),
        ),
        beyond=beside.beyond or beyond,
    )


def _with_faults(rows: list[Row], faults: Mapping[Place, CellFault]) -> list[Row]:
    """The rows, with each fault in its cell, which the parser leaves empty or makes a zero."""
    for (number, column), fault in faults.items():
        if number <= MAX_SHEET_ROWS and column <= MAX_COLUMNS:
            rows.extend([] for _ in range(number - len(rows)))
            row = rows[number - 1]
            row.extend(None for _ in range(column - len(row)))
            row[column - 1] = fault
    return rows


def _tall(merged: Sequence[Merged]) -> Iterator[tuple[int, int, int]]:
    for (first_row, first_column), (last_row, _) in merged:
        if first_row < last_row:
            yield first_row + 1, first_column + 1, last_row + 1


def _covered(name: str, rows: Sequence[Row], merged: Sequence[Merged]) -> Iterator[Finding]:
    """The cells with something in them that nobody sees, as merged ones lie over them."""
    whole = [area for area in merged if all(map(le, *area))]  # others end before they begin
    begun = Counter(first for first, _ in whole)  # each shows its first cell
    for number, over in _rows_under(len(rows), whole):
        for column, (cell, count) in enumerate(zip(rows[number], over, strict=False)):
            if count > begun[number, column] and not is_blank(cell):
                yield Finding.of("cell.covered").at(row=number + 1, column=column + 1, sheet=name)


def _rows_under(height: int, merged: Sequence[Merged]) -> Iterator[tuple[int, list[int]]]:
    """The rows under merged cells, each with how many lie over its columns; counted from 0.

    Only the edges of each are noted: to go through the cells under each would take hours where
    somebody merges a long list over and over.
    """
    edges: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for (first_row, first_column), (last_row, last_column) in merged:
        for row, step in ((first_row, 1), (last_row + 1, -1)):
            changes = edges[min(row, height)]
            changes[min(first_column, MAX_COLUMNS)] += step
            changes[min(last_column + 1, MAX_COLUMNS)] -= step
    steps = [0] * (MAX_COLUMNS + 1)
    for row, following in pairwise(sorted(edges)):
        for column, change in edges[row].items():
            steps[column] += change
        if any(steps):
            over = list(accumulate(steps))
            yield from ((each, over) for each in range(row, following))


def _looking_so(
    name: str, rows: Sequence[Row], looks: Sequence[tuple[Place, Look]]
) -> Iterator[Finding]:
    """The cells with something in them that is crossed out, or that nobody sees."""
    for (row, column), code in looks:
        if (
            row <= len(rows)
            and column <= len(rows[row - 1])
            and not is_blank(rows[row - 1][column - 1])
        ):
            yield Finding.of(code).at(row=row, column=column, sheet=name)


def _commented(name: str, comments: Iterable[Place]) -> Iterator[Finding]:
    """The cells, empty ones too, to which somebody has written a comment; each once.

    As many as there may be rows: who confirms one kind of warning confirms all of it.
    """
    for row, column in islice(sorted(set(comments)), MAX_SHEET_ROWS):
        yield Finding.of("cell.comment").at(row=row, column=column, sheet=name)


def _outside(name: str, asked: str) -> Finding:
    return Finding.of(asked).model_copy(update={"sheet": name})
