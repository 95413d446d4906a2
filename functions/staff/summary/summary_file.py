"""The summary as a workbook: the same summary gives the same bytes."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from functions.staff.summary.models import Disease, Group, Pace, Summary, Waiting
from shared_rules.messages import written_day

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NOT_SHOWN: Final = "不显示"
GROUP_HEADERS: Final = (
    *("单位数", "名单份数", "人数", "首次参加", "连续续保", "到期未续", "保险费（元）"),
)
CLAIM_HEADERS: Final = (
    *("疾病", "报案", "给付", "不予给付", "退还保险费", "给付金额（元）", "退还金额（元）"),
)
PACE_HEADERS: Final = (
    "事项",
    "办结",
    "按时办结",
    "中位数",
    "九成在几天以内",
    "期限",
    "单位",
    "谁定的",
)
WAITING_HEADERS: Final = ("生成时没有办完的", "数量", "其中已经超期")
_WIDTH: Final = 16.0  # of a column, in digits
Cell = str | int | None
Table = list[Sequence[Cell]]


def written(summary: Summary) -> bytes:
    """The workbook: by place, by kind of unit, claims, days against the promise, and what waits."""
    # Slow to import, and only wanted here.
    from functions.rosters.marking.sheets import new_workbook, saved  # noqa: PLC0415

    book, first = new_workbook()
    for number, (title, table) in enumerate(_sheets(summary).items()):
        sheet = book.create_sheet() if number else first
        sheet.title = title
        _fill(sheet, [*_about(summary), *table])
    return saved(book)


def _sheets(summary: Summary) -> dict[str, Table]:
    places: Table = [("市", "县（区）", *GROUP_HEADERS)]
    for city in summary.cities:
        places += [(city.name, each.name, *_group(each)) for each in city.counties]
        places.append((city.name, "小计", *_group(city)))
    places.append(("合计", "", *_group(summary.total)))
    kinds = [(each.name, *_group(each)) for each in [*summary.kinds, summary.total]]
    claims = [_claims(each) for each in [*summary.diseases, summary.claims]]
    waits: dict[str, Table] = {"没有办完": [WAITING_HEADERS, *map(_waiting, summary.waiting)]}
    return {
        "按市县": places,
        "按单位性质": [("单位性质", *GROUP_HEADERS), *kinds],
        "理赔": [CLAIM_HEADERS, *claims],
        "办理时间": [PACE_HEADERS, *map(_pace, summary.paces)],
        **(waits if summary.waiting else {}),
    }


def _about(summary: Summary) -> Table:
    days = (
        f"{written_day(summary.first_day.isoformat())}至{written_day(summary.last_day.isoformat())}"
    )
    lines: Table = [(f"安康保投保情况汇总：{days}",)]
    said = [
        each.message for each in (summary.of_industry, summary.hidden, summary.two_sums) if each
    ]
    return [*lines, *((each,) for each in said), ()]


def _group(group: Group) -> tuple[Cell, ...]:
    return (
        *(group.units, group.lists, group.people, group.first_time, group.renewed),
        *(group.left, group.premium),
    )


def _claims(each: Disease) -> tuple[Cell, ...]:
    return (
        *(each.name, each.reported, each.paid, each.refused, each.refunded),
        *(each.paid_amount, each.refunded_amount),
    )


def _pace(pace: Pace) -> tuple[Cell, ...]:
    return (
        *(pace.label, pace.count, pace.in_time, pace.median, pace.ninetieth),
        *(pace.promise, pace.unit, pace.promised_by),
    )


def _waiting(waiting: Waiting) -> tuple[Cell, ...]:
    count = f"{waiting.count:,} 以上" if waiting.is_more else waiting.count
    return (waiting.label, count, waiting.overdue)


def _fill(sheet: "Worksheet", table: Iterable[Sequence[Cell]]) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    from functions.rosters.marking.cells import write_row  # noqa: PLC0415

    bold = {1}
    for row, values in enumerate(table, start=1):
        texts = [NOT_SHOWN if value is None else str(value) for value in values]
        for cell, value in zip(write_row(sheet, row, texts), values, strict=True):
            if isinstance(value, int):
                cell.value, cell.number_format = value, "#,##0"
            if row in bold:
                cell.font = Font(bold=True)
        if not values:  # what follows is the header
            bold.add(row + 1)
    for column in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
