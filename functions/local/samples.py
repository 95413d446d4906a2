"""Sample rosters of people who do not exist, to try the product with and to test it on.

Their ID numbers carry the county code 649901, which was never given to a county, so that they are
nobody's; everything else about them is as in real lists.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Font
from stdnum.iso7064 import mod_11_2

from shared_rules.roster import examples
from shared_rules.roster.form import HEADERS

COUNTY_CODE: Final = "649901"
_SURNAMES: Final = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾"
_GIVEN: Final = "芳娜秀英敏静丽艳娟霞燕玲桂兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉"
OCCUPATIONS: Final = ("教师", "护士", "会计", "工人", "工程师", "驾驶员", "营业员", "厨师")
_HEADER: Final = tuple(HEADERS.values())


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented; `id_number` is valid."""

    name: str
    id_number: str
    occupation: str


def id_number(birth_date: date, order: int, county_code: str = COUNTY_CODE) -> str:
    """A valid ID number; `order` is 0 to 999, even for women."""
    body = f"{county_code}{birth_date:%Y%m%d}{order:03d}"
    return body + mod_11_2.calc_check_digit(body)


def people(count: int, seed: int, *, today: date) -> list[Person]:
    """Women between 20 and 55, always the same for a seed and a day; no two with one number.

    None has a number of the filled-in sample's people, whom a list is refused for.
    """
    chance = random.Random(seed)  # noqa: S311 - a repeatable sample, not a secret
    taken = {each.id_number for each in examples.people()}
    found: dict[str, Person] = {}
    while len(found) < count:
        born = today - timedelta(days=chance.randint(20 * 366, 55 * 365))
        number = id_number(born, chance.randrange(0, 1000, 2))
        given = "".join(chance.choices(_GIVEN, k=chance.randint(1, 2)))
        name = chance.choice(_SURNAMES) + given
        person = Person(name, number, chance.choice(OCCUPATIONS))
        if number not in taken:
            found[number] = person
    return list(found.values())


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
    above = sheet.max_row  # asked once: each answer goes through all cells
    for number, person in enumerate(rows, start=1):
        sheet.append([number, person.name, person.id_number, person.occupation])
        sheet.cell(above + number, 3).number_format = "@"
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
