"""Lists that would take much memory or time, each of them much less than a file may have."""

import re
from collections.abc import Callable
from typing import Final

from shared_rules.roster.limits import MAX_FIELD_LENGTH, MAX_PEOPLE
from tests.unit.roster.list_files import unzipped, with_parts, xlsx_cells

SHEET: Final = "xl/worksheets/sheet1.xml"
STYLES: Final = "xl/styles.xml"
GROWING: Final = "\ufdfa"
"""Eighteen characters once NFKC has taken it apart."""


def list_of(*people: tuple[str, str, str], times: int = 1) -> bytes:
    """A workbook of people, each so often."""
    rows = [("姓名", "身份证号", "职业"), *people * times]
    return xlsx_cells("".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows))


def _cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def _all_wrong(name: str, number: str, occupation: str) -> bytes:
    return list_of((name, number, occupation), times=MAX_PEOPLE)


def _in_a_sheet_of_long_name() -> bytes:
    data = _all_wrong("王芳1", "12345", "")
    part = "xl/workbook.xml"
    named = unzipped(data)[part].replace(b"Sheet1", ("名" * 3_000).encode())
    assert named != unzipped(data)[part]
    return with_parts(data, {part: named})


def _all_crossed_out() -> bytes:
    data = list_of(("王芳", "649901200604264808", "教师"), times=MAX_PEOPLE)
    parts = unzipped(data)
    fonts = re.sub(b"<fonts.*</fonts>", b"<fonts><font><strike/></font></fonts>", parts[STYLES])
    return with_parts(data, {STYLES: fonts, SHEET: parts[SHEET].replace(b"<c ", b'<c s="0" ')})


def _merged_over_and_over() -> bytes:
    """One cell over all of a full list, again and again, and as many others over parts of it."""
    data = list_of(("王芳", "649901200604264808", "教师"), times=MAX_PEOPLE)
    areas = (
        f"{'BC'[n % 2]}{2 + n // 2 % 5_000}:C{MAX_PEOPLE - n // 10_000}" for n in range(300_000)
    )
    others = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    whole = '<mergeCell ref="A1:XFD1048576"/>' * 300_000
    merges = f"</sheetData><mergeCells>{whole}{others}</mergeCells>".encode()
    return with_parts(data, {SHEET: unzipped(data)[SHEET].replace(b"</sheetData>", merges)})


FILES: Final[dict[str, Callable[[], bytes]]] = {
    "one number of a million signs": lambda: list_of(("王芳", GROWING * 1_300_000, "教师")),
    "a sheet of a long name": _in_a_sheet_of_long_name,
    "as long as may be, and all wrong": lambda: _all_wrong(
        *(sign * MAX_FIELD_LENGTH for sign in ("𠮷", "😀", "职"))
    ),
    "everybody is crossed out": _all_crossed_out,
    "merged over and over": _merged_over_and_over,
    "all that grows": lambda: _all_wrong(*[GROWING * MAX_FIELD_LENGTH] * 3),
}
