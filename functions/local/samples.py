"""Sample rosters of people who do not exist, to try the product with and to test it on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Font

from shared_rules.invented import COUNTY_CODE, OCCUPATIONS, Person, id_number, people
from shared_rules.roster.columns import FORM_HEADERS

__all__ = ["COUNTY_CODE", "OCCUPATIONS", "Person", "id_number", "people"]

_HEADER: Final = tuple(FORM_HEADERS.values())


def flawed(good: Sequence[Person], *, today: date) -> list[Person]:
    """The same list with what goes wrong in real ones; needs at least eight people."""
    bad = list(good)
    number = good[1].id_number
    other = "1" if number[-1] != "1" else "2"
    bad[1] = replace(good[1], id_number=number[:-1] + other)
    bad[2] = replace(good[2], id_number=id_number(today - timedelta(days=40 * 365), 11))
    bad[3] = replace(good[3], id_number=good[0].id_number)
    bad[4] = replace(good[4], id_number=id_number(today - timedelta(days=15 * 365), 12))
    bad[5] = replace(good[5], id_number="")
    bad[6] = replace(good[6], id_number=" ".join((good[6].id_number[:6], good[6].id_number[6:])))
    bad[7] = replace(good[7], name="")
    return bad


def workbook(rows: Iterable[Person], unit: str) -> Workbook:
    """A list as units make them: a title, the header of 附件2, the people, the unit's name."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "名单"
    sheet.append(["关爱女职工“安康保”参保人员名单"])
    sheet.merge_cells("A1:D1")
    sheet["A1"].font = Font(bold=True, size=16)
    sheet.append(_HEADER)
    for number, person in enumerate(rows, start=1):
        sheet.append([number, person.name, person.id_number, person.occupation])
        sheet.cell(sheet.max_row, 3).number_format = "@"
    sheet.append(["单位名称：", unit])
    for column, width in zip("ABCD", (8, 14, 24, 14), strict=True):
        sheet.column_dimensions[column].width = width
    return book


def csv_text(rows: Iterable[Person]) -> str:
    """The same list as Excel writes CSV."""
    lines = [",".join(_HEADER)]
    lines += [
        f"{number},{person.name},{person.id_number},{person.occupation}"
        for number, person in enumerate(rows, start=1)
    ]
    return "\r\n".join(lines) + "\r\n"


def write_samples(folder: Path, *, today: date) -> None:
    """A flawed list and the same one mended, as .xlsx and as .csv in GB18030."""
    folder.mkdir(parents=True, exist_ok=True)
    good = people(12, seed=1, today=today)
    for name, rows in {"有错的名单": flawed(good, today=today), "改好的名单": good}.items():
        workbook(rows, "贺兰县示例小学").save(folder / f"{name}.xlsx")
        (folder / f"{name}.csv").write_bytes(csv_text(rows).encode("gb18030"))
