"""Workbooks through python-calamine, which reads the cells of .xlsx, .xls and .ods."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from shared_rules.findings import RuleError
from shared_rules.roster.limits import (
    MAX_COLUMNS,
    MAX_PEOPLE,
    MAX_SHEET_NAME_LENGTH,
    MAX_SHEET_ROWS,
)
from shared_rules.roster.sheets import CellFault, Row, Sheet


@dataclass(frozen=True, slots=True)
class Unseen:
    """What a file holds beside its cells' values; fields as of `Sheet`.

    `faults` are the cells without a value, by row and column counted from 1.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    tall: frozenset[tuple[int, int, int]] = frozenset()
    faults: Mapping[tuple[int, int], CellFault] = field(default_factory=dict)


NOTHING_UNSEEN: Final = Unseen()


def read(data: bytes, unseen: dict[str, Unseen]) -> list[Sheet]:
    """The sheets of a workbook, with what is unseen in them by the sheet's name.

    Raises:
        RuleError: `file.damaged`, `file.password`, `file.too_many_columns`,
            `file.too_many_people`.
    """
    try:
        return list(_sheets(CalamineWorkbook.from_filelike(BytesIO(data)), unseen))
    except PasswordError as error:
        raise RuleError("file.password") from error
    except (CalamineError, ValueError) as error:
        raise RuleError("file.damaged") from error


def check_extent(rows: int, columns: int) -> None:
    """Refuse a sheet that reaches too far.

    Raises:
        RuleError: `file.too_many_columns` or `file.too_many_people`.
    """
    if columns > MAX_COLUMNS:
        raise RuleError("file.too_many_columns", limit=MAX_COLUMNS)
    if rows > MAX_SHEET_ROWS:
        raise RuleError("file.too_many_people", limit=MAX_PEOPLE)


def _sheets(workbook: CalamineWorkbook, unseen: dict[str, Unseen]) -> Iterator[Sheet]:
    for about in workbook.sheets_metadata:
        if about.typ is SheetTypeEnum.WorkSheet:
            beside = unseen.get(about.name, NOTHING_UNSEEN)
            yield Sheet(
                about.name[:MAX_SHEET_NAME_LENGTH],
                _with_faults(_rows(workbook.get_sheet_by_name(about.name)), beside.faults),
                hidden=about.visible is not SheetVisibleEnum.Visible,
                hidden_rows=beside.hidden_rows,
                hidden_columns=beside.hidden_columns,
                tall=beside.tall,
            )


def _rows(sheet: CalamineSheet) -> list[Row]:
    if sheet.end is None:
        return []
    last_row, last_column = sheet.end
    check_extent(last_row + 1, last_column + 1)
    return sheet.to_python(skip_empty_area=False)  # type: ignore[return-value]


def _with_faults(rows: list[Row], faults: Mapping[tuple[int, int], CellFault]) -> list[Row]:
    """The rows, with each fault in its cell, which the parser leaves empty or makes a zero."""
    for (number, column), fault in faults.items():
        check_extent(number, column)
        rows.extend([] for _ in range(number - len(rows)))
        row = rows[number - 1]
        row.extend(None for _ in range(column - len(row)))
        row[column - 1] = fault
    return rows
