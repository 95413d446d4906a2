"""Who is crossed out or cannot be seen in a spreadsheet is asked about, once for her row."""

from collections.abc import Callable

import pytest
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from shared_rules.roster import entries
from tests.unit.roster.list_files import (
    FIXTURES,
    HEADER,
    PEOPLE,
    unzipped,
    with_parts,
    workbook_bytes,
    workbook_of,
)

STYLES = "xl/styles.xml"


def book(change: Callable[[Worksheet], None]) -> bytes:
    people = [(n, p.name, p.id_number, p.occupation) for n, p in enumerate(PEOPLE[:2], start=1)]
    made = workbook_of(HEADER, *people)
    change(made.worksheets[0])
    return workbook_bytes(made)


def told(data: bytes) -> list[tuple[str, str | None]]:
    return [(each.code, each.cell) for each in entries.read(data).findings]


def font(cell: str, **attributes: bool | str) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet[cell].font = Font(**attributes)  # type: ignore[arg-type]

    return change


def white_on_blue(sheet: Worksheet) -> None:
    sheet["B3"].font = Font(color="FFFFFFFF")
    sheet["B3"].fill = PatternFill("solid", fgColor="FF0000FF")


def form(code: str) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet["B3"].number_format = code

    return change


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_who_is_crossed_out_is_asked_about(ending: str) -> None:
    found = entries.read((FIXTURES / f"struck.{ending}").read_bytes())
    assert len(found.people) == len(PEOPLE)
    asked = [each for each in found.findings if each.code == "cell.struck"]
    assert [(each.row, each.field, each.severity) for each in asked] == [(6, "name", "warning")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (font("B3", strike=True), [("cell.struck", "B3")]),
        (font("C3", strike=True), [("cell.struck", "C3")]),
        (font("A3", strike=True), []),
        (font("B1", strike=True), []),
        (font("B9", strike=True), []),
        (font("B3", color="FFFFFFFF"), [("cell.unseen", "B3")]),
        (font("B3", color="FFFFFFFF", strike=True), [("cell.struck", "B3")]),
        (font("B3", color="FFEEEEEE"), []),
        (white_on_blue, []),
        (form(";;;"), [("cell.unseen", "B3")]),
        (form("@"), []),
        (form("0;-0;;@"), []),
    ],
)
def test_what_cannot_be_seen_is_asked_about(
    change: Callable[[Worksheet], None], expected: list[tuple[str, str | None]]
) -> None:
    assert told(book(change)) == expected


def test_without_its_styles_a_list_is_read_all_the_same() -> None:
    data = book(font("B3", strike=True))
    broken = unzipped(data)[STYLES].replace(b"</fonts>", b"")
    assert len(entries.read(with_parts(data, {STYLES: broken})).people) == 2
