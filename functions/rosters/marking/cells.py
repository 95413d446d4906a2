"""Cells of marked-up workbooks: text that is never a formula, and looks shared between cells."""

from collections.abc import Sequence
from copy import copy
from typing import Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from functions.platform.spreadsheet_text import looks_like_formula
from functions.rosters.marking.colours import COLOURS, INK, LINES
from functions.rosters.marking.marks import Status

_FILLS: Final = {status: PatternFill("solid", fgColor=colour) for status, colour in COLOURS.items()}
_SIDE: Final = Side(style="thin", color=LINES)
LINE: Final = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_WRAPPED: Final = Alignment(wrap_text=True, vertical="center")


class Painter:
    """Gives cells their looks; each look is made once, as a workbook may hold very many cells."""

    def __init__(self) -> None:
        self._looks: dict[tuple[bytes, Status | None, bool, bool], StyleArray] = {}

    def colour(self, cell: Cell, status: Status) -> None:
        """Colour one of her cells; all else about it stays, but for ink that could be too pale."""
        self._paint(cell, status)

    def frame(self, cells: Sequence[Cell]) -> None:
        """Frame cells of ours."""
        for cell in cells:
            self._paint(cell, framed=True)

    def dress(self, cells: Sequence[Cell], status: Status) -> None:
        """Frame our cells of a row and colour the first, which says the status."""
        for place, cell in enumerate(cells):
            self._paint(cell, None if place else status, framed=True, wrapped=True)

    def _paint(
        self,
        cell: Cell,
        status: Status | None = None,
        *,
        framed: bool = False,
        wrapped: bool = False,
    ) -> None:
        key = (look_of(cell).tobytes(), status, framed, wrapped)
        if key not in self._looks:
            self._make_look(cell, status, framed=framed, wrapped=wrapped)
            self._looks[key] = look_of(cell)
        put_look(cell, self._looks[key])

    def _make_look(self, cell: Cell, status: Status | None, *, framed: bool, wrapped: bool) -> None:
        if status:
            font: Font = copy(cell.font)  # type: ignore[assignment]
            font.color = INK
            cell.font, cell.fill = font, _FILLS[status]
        if framed:
            cell.border = LINE
        if wrapped:
            cell.alignment = _WRAPPED


def look_of(cell: Cell) -> StyleArray:
    """All that a cell looks like, for cells of the same workbook.

    Never ask for `style_id` of a cell that changes afterwards: openpyxl files the cell's own array
    under it, and the change would go to every cell with that id.
    """
    return copy(cell._style) or StyleArray()  # type: ignore[attr-defined] # noqa: SLF001


def put_look(cell: Cell, look: StyleArray) -> None:
    """Have a cell look like another of the same workbook."""
    cell._style = copy(look)  # type: ignore[attr-defined] # noqa: SLF001


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell | None:
    """The cell there; None where a merged cell covers it."""
    cell = sheet.cell(row, column)
    return cell if isinstance(cell, Cell) else None


def write_text(cell: Cell, text: str) -> None:
    """Write text that stays text, whatever it begins with."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    quote(cell)


def quote(cell: Cell) -> None:
    """Have spreadsheets keep as text, also after an edit, what could be taken for a formula."""
    if cell.data_type == "s" and looks_like_formula(str(cell.value)):
        cell.quotePrefix = True


def write_row(
    sheet: Worksheet, row: int, texts: Sequence[str], first_column: int = 1
) -> list[Cell]:
    """Write texts beside each other; the cells."""
    cells = [cell_at(sheet, row, column) for column, _ in enumerate(texts, start=first_column)]
    written = [cell for cell in cells if cell]
    for cell in written:
        write_text(cell, texts[cell.column - first_column])
    return written
