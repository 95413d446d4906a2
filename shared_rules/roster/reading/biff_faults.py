"""Cells of a BIFF workbook to which no value can be given: formulas that failed, or never ran.

A formula's record holds its result. Programs that cannot calculate leave it empty, or put 0 there
and ask to be calculated when the file is opened.
"""

from collections.abc import Callable, Iterable
from struct import unpack_from
from typing import Final

from shared_rules.roster.sheets import CellFault

_FORMULA, _TRUTH_OR_ERROR = 0x0006, 0x0205
MAY_FAIL: Final = (_FORMULA, _TRUTH_OR_ERROR)
"""The kinds of the records of cells that `fault` knows."""
_ERRORS: Final = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!",
                  0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}  # fmt: skip
_NO_NUMBER: Final = 0xFFFF
_ERROR, _NOTHING = 2, 3
_ZERO: Final = bytes(8)
_WHEN_OPENED: Final = 0x02
# A text "" that the formula itself names; and a formula that is kept elsewhere.
_EMPTY_TEXTS: Final = (b"\x17\x00\x00", b"\x17\x00\x01")
_KEPT_ELSEWHERE: Final = 0x01
_WITHOUT_VALUE: Final = CellFault("cell.formula_without_value", "")


def is_calculated(cells: Iterable[tuple[int, bytes]]) -> bool:
    """Whether some formula among the cells' records, as kind and content, has a result."""
    return any(kind == _FORMULA and _has_result(content) for kind, content in cells)


def fault(kind: int, content: bytes, is_calculated: Callable[[], bool]) -> CellFault | None:
    """Why a cell has no value; None where it has one, which may be the text "".

    Args:
        kind: of the cell's record.
        content: of the cell's record.
        is_calculated: whether the workbook's formulas have results: then nothing is one, too.
    """
    if kind == _TRUTH_OR_ERROR:
        code, is_error = unpack_from("<BB", content, 6)
        return _failed(code) if is_error else None
    what, code, is_no_number = unpack_from("<BxBxxxH", content, 6)
    if is_no_number == _NO_NUMBER and what == _ERROR:
        return _failed(code)
    if _has_result(content) or (what == _NOTHING and is_calculated()):
        return None
    return None if what == _NOTHING and _may_be_empty(content[22:]) else _WITHOUT_VALUE


def _failed(code: int) -> CellFault:
    return CellFault.error(_ERRORS.get(code, ""))


def _has_result(content: bytes) -> bool:
    what, is_no_number = unpack_from("<BxxxxxH", content, 6)
    if is_no_number == _NO_NUMBER:
        return bool(what != _NOTHING)
    (options,) = unpack_from("<H", content, 14)
    return content[6:14] != _ZERO or not options & _WHEN_OPENED


def _may_be_empty(formula: bytes) -> bool:
    """Whether a formula's result may well be the text ""."""
    return formula[:1] == bytes((_KEPT_ELSEWHERE,)) or any(map(formula.__contains__, _EMPTY_TEXTS))
