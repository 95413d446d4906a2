"""A bank statement (银行流水) to learn with: all of it is made up, and one line of each kind."""

from datetime import date
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Font

from shared_rules.plans import Plan
from shared_rules.premium import premium

_TITLE: Final = "银行流水（示例，都是虚构的，只用来学，不要记下）"
_HEADERS: Final = ("交易日期", "收入金额", "支出金额", "对方户名", "附言", "交易流水号")
_WIDTHS: Final = (14, 12, 12, 28, 32, 14)


def workbook(plan: Plan, day: date, unit: str, people: int) -> Workbook:
    """The statement of a day.

    Args:
        plan: by whose premium people pay.
        day: of all of its lines.
        unit: that pays for all of its people at once, by its name.
        people: so many.
    """
    one = premium(1, plan).amount
    lines = (
        (people * one, None, unit, "安康保保险费"),
        (2 * one, None, "李示例", "AK-2026-7F3K9Q"),
        (3 * one, None, "示例幼儿园工会委员会", "女职工保险"),
        (None, one, "示例幼儿园工会委员会", "退款"),
        ("叁佰元", None, "示例供水有限公司", "安康保"),
        (0.35, None, "", "结息"),
    )
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "明细"
    sheet.append([_TITLE])
    sheet.append(_HEADERS)
    for number, line in enumerate(lines, start=1):
        sheet.append([day, *line, f"示例{number:04d}"])
    for cell in (sheet["A1"], *sheet[2]):
        cell.font = Font(bold=True)
    for column, width in zip("ABCDEF", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    return book
