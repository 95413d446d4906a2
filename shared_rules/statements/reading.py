"""The lines of a bank statement, read from a file as a list's rows are."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from shared_rules.findings import Finding, RuleError
from shared_rules.identity.writing import bare, single_spaces, standard
from shared_rules.old_policies import cells
from shared_rules.roster.listing import cell_of
from shared_rules.roster.sheets import Cell, Row, Sheet, is_blank, text_of, too_far
from shared_rules.statements.columns import Columns, Field, find_columns
from shared_rules.statements.lines import Line, Statement

MAX_LINES: Final = 5_000
"""Of one statement: a year of an account that only premiums come to, several times over."""

_LONGEST: Final = 200
_AMOUNT: Final = re.compile(
    r"([+-]?)[¥￥]?([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,10})(\.[0-9]{1,2})?0*元?"
)
_TIME: Final = re.compile(r"(?<=[0-9日])[T]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
_CLOCK: Final = re.compile(r"([0-9]{8})[0-9]{6}")
_IN: Final = re.compile(r"[贷收入来进存+]|^c", re.IGNORECASE)
_OUT: Final = re.compile(r"[借支付出往取-]|^d", re.IGNORECASE)
_NO_NUMBER: Final = re.compile(r"[0\s-]*")
_FEN: Final = Decimal("0.01")
_SUMS: Final[tuple[Field, ...]] = ("income", "outgo", "amount")


def read(data: bytes) -> Statement:
    """The lines of the first visible sheet that has the header of a statement.

    Raises:
        RuleError: it is no file that tables are read from; `statement.no_header`;
            `statement.no_lines`; `statement.too_many_lines`, and what else a sheet may be too
            large for.
    """
    # Readers take long to import, and a function has its files read by another process.
    from shared_rules.roster.reading import read_sheets  # noqa: PLC0415

    sheets = [each for each in read_sheets(data) if not each.is_empty and not each.hidden]
    if not sheets:
        raise RuleError("file.no_text")
    refusals: list[RuleError] = []
    for sheet in sheets:
        try:
            columns = find_columns(sheet.rows)
        except RuleError as error:
            refusals.append(error)
        else:
            return of_sheet(sheet, columns)
    raise refusals[0]


def of_sheet(sheet: Sheet, columns: Columns) -> Statement:
    """The lines of a sheet whose columns are known.

    Raises:
        RuleError: as of `read`.
    """
    if sheet.beyond:
        raise too_far(sheet.beyond, sheet.name)
    lines: list[Line] = []
    findings: list[Finding] = []
    for number, row in enumerate(sheet.rows[columns.header :], start=columns.header + 1):
        try:
            lines += _lines(number, row, columns)
        except RuleError as error:
            findings.append(error.finding().at(row=number, sheet=sheet.name))
    if not lines and not findings:
        raise RuleError("statement.no_lines")
    if len(lines) > MAX_LINES:
        raise RuleError("statement.too_many_lines", limit=MAX_LINES)
    return Statement(sheet=sheet.name, lines=tuple(lines), findings=tuple(findings))


def _lines(number: int, row: Row, columns: Columns) -> Iterator[Line]:
    """The line of a row, if it is one: sums and remarks below a statement have no day."""
    said = _Said(row, columns)
    if said.is_blank("day") or all(map(said.is_blank, _SUMS)):
        return
    if not any(each.isdigit() for each in text_of(said.cell("day"))):
        return
    day = _day(said.cell("day"))
    is_out, amount = _money(said)
    if not amount:
        return
    serial = said.text("serial")
    yield Line(
        row=number,
        day=day,
        amount=amount,
        is_out=is_out,
        payer=said.text("payer"),
        account=bare(said.text("account")),
        note=" ".join(dict.fromkeys(filter(None, said.texts("note")))),
        serial="" if _NO_NUMBER.fullmatch(serial) else serial,
        balance=bare(said.text("balance")),
    )


class _Said:
    """What a row says, by field."""

    def __init__(self, row: Row, columns: Columns) -> None:
        self._row = row
        self._columns = columns.of

    def cell(self, field: Field) -> Cell:
        """The first cell of a field that says something."""
        found = [cell_of(self._row, each) for each in self._columns.get(field, [])]
        return next((each for each in found if not is_blank(each)), None)

    def is_blank(self, field: Field) -> bool:
        return is_blank(self.cell(field))

    def text(self, field: Field) -> str:
        return _text(self.cell(field))

    def texts(self, field: Field) -> list[str]:
        return [_text(cell_of(self._row, each)) for each in self._columns.get(field, [])]


def _text(cell: Cell) -> str:
    return single_spaces(standard(text_of(cell)))[:_LONGEST]


def _day(cell: Cell) -> date:
    if isinstance(cell, str):
        cell = _CLOCK.sub(r"\1", _TIME.sub("", bare(cell)))
    try:
        return cells.day(cell)
    except RuleError:
        raise RuleError("statement.day") from None


def _money(said: _Said) -> tuple[bool, Decimal]:
    """Whether money went out, and how much of it; nothing where the row says no sum."""
    came, went = _sum(said.cell("income")), _sum(said.cell("outgo"))
    if came or went:
        # A negative sum takes back one of the other side.
        sum_ = came or -went
        return sum_ < 0, abs(sum_)
    moved = _sum(said.cell("amount"))
    if said.is_blank("direction"):
        return moved < 0, abs(moved)
    return _is_out(said.text("direction")) != (moved < 0), abs(moved)


def _is_out(direction: str) -> bool:
    """Which way the money went.

    Raises:
        RuleError: `statement.direction`.
    """
    is_in, is_out = bool(_IN.search(direction)), bool(_OUT.search(direction))
    if is_in == is_out:
        raise RuleError("statement.direction")
    return is_out


def _sum(cell: Cell) -> Decimal:
    """Yuan, to the fen; nothing where the cell is blank.

    Raises:
        RuleError: `statement.amount`.
    """
    if is_blank(cell) or (isinstance(cell, str) and _bare_sum(cell) in ("", "-", "--")):
        return Decimal(0)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        rounded = Decimal(repr(cell)).quantize(_FEN)
        if abs(rounded - Decimal(repr(cell))) < _FEN / 100:
            return rounded
    match = _AMOUNT.fullmatch(_bare_sum(text_of(cell)))
    if not match:
        raise RuleError("statement.amount")
    sign, other, yuan, fen = match.groups()
    value = Decimal(yuan.replace(",", "") + (fen or ""))
    return -value if "-" in (sign, other) else value


def _bare_sum(text: str) -> str:
    return bare(text, "'")
