"""People who do not exist, to fill in forms, to try the product with, and to test it on.

Their ID numbers carry the county code 649901, which was never given to a county, so that they are
nobody's; everything else about them is as in real lists.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from stdnum.iso7064 import mod_11_2

COUNTY_CODE: Final = "649901"
_SURNAMES: Final = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾"
_GIVEN: Final = "芳娜秀英敏静丽艳娟霞燕玲桂兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉"
OCCUPATIONS: Final = ("教师", "护士", "会计", "工人", "工程师", "驾驶员", "营业员", "厨师")


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
    """Women between 20 and 55, always the same for a seed and a day; no two with one number."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable sample, not a secret
    found: dict[str, Person] = {}
    while len(found) < count:
        born = today - timedelta(days=chance.randint(20 * 366, 55 * 365))
        number = id_number(born, chance.randrange(0, 1000, 2))
        given = "".join(chance.choices(_GIVEN, k=chance.randint(1, 2)))
        name = chance.choice(_SURNAMES) + given
        found[number] = Person(name, number, chance.choice(OCCUPATIONS))
    return list(found.values())
