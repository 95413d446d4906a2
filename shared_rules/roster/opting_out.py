"""Rows of people who do not take part (不参加), as a column says that is not read.

Lists come from systems and chats that keep everybody: who has left, has died, or said no stays in
her row.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from shared_rules import patterns
from shared_rules.findings import Finding
from shared_rules.identity.writing import bare
from shared_rules.roster import contents
from shared_rules.roster.listing import Listing
from shared_rules.roster.sheets import Cell, is_blank, text_of

_ASKS: Final = patterns.later("参加|参保|投保|购买|报名|入保|是否在[职岗]|在岗(?:情况|状态)")
# What it asks is something else; whose answer is no may take part all the same.
_ASKS_OTHER: Final = patterns.later(
    "医保|社保|养老|医疗|失业|工伤|生育|公积金|其[他它]|去年|上年|往年|曾|续|首次|工会|单位|工作"
    "|筛查|体检|检查|培训|活动|险种|婚|(?:病|健康)(?!.*[保险助])|学历|政治|党|电话|手机|地址|住址|备注|说明"
)
# Whatever stands below 离职日期 or 不参保 says that she has left or stays out, unless it says no.
_SAYS_LEFT: Final = patterns.later(
    "(?:是否)?(?:已经?)?(?:离职|辞职|调离|调出|减员|死亡|去世|退保|停保)(?:日期|时间|年月|原因|类型|去向|情况)?"
)
_IS_CHOSEN: Final = patterns.later("(?:是否)?(?:选择|勾选|选中|打[√✓勾])")
_YES: Final = patterns.later(
    "[是对有√✓✔☑]|(?:愿意|自愿|同意)?(?:参加|参保|购买|报名)?|1|y|yes|true", re.IGNORECASE
)
_NO: Final = patterns.later(
    "[否无×✗✘✕☐□]|(?!不[限变]|没(?:问题|意见))[不没未].{0,6}|x|n|no|0|false", re.IGNORECASE
)
_SAYS_CHANGE: Final = patterns.later(
    "(?:人员|名单|参保|本次)?(?:增减|变动|变更|异动|操作|调整)(?:情况|类[型别]|标志|状态|方式)?"
)
_TAKES_OUT: Final = patterns.later("减(?:少|员|人|退)?|[删退停](?:除|出|保|止|掉)?|移除|转出|调出")
_SAYS_PAID: Final = patterns.later(
    r"(?:是否|已|应|实|本次|本人|个人|人均|参保|投保|安康保|保险)*"
    r"(?:[缴交付](?:费|纳|款|钱)|保险?费|费用|金额|份数)"
    r"(?:情况|状态|标志|与否|金额|\(.{1,8}\)|/?[元人份])*"
)
_PAID: Final = patterns.later(
    r"[¥￥]?0*[1-9][0-9]*(?:\.[0-9]+)?[元份]?|已?[缴交付](?:[清纳费款讫]|了)*"
)
_UNPAID: Final = patterns.later(r"[¥￥]?0+(?:\.0+)?[元份]?")
# A formula that finds no day shows the first one that there is; of who stays, programs keep a last.
_NOT_LEFT: Final = patterns.later(
    r"无|未离职|在职|正常|长期|至今|[-—/\\]+|0|(?:1899-12-3[01])? ?(?:00:00:00)?"
    r"|1900[-/.]0?1[-/.]0?0|(?:2[09]|99)99[-/.年]?12[-/.月]?31日?(?: 00:00:00)?"
)
_LONGEST_SHOWN: Final = 40

_SaysNo = Callable[[Cell], bool]


def asked(listing: Listing) -> Iterator[Finding]:
    """What is asked about rows in which a cell that is not read says no."""
    for column, header in listing.columns_beside():
        cells = listing.cells(column)
        says_no = _under(header, (cell for _, cell in cells))
        for number, cell in cells:
            if contents.remarks_no(cell):
                yield _asked(listing, number, column, text_of(cell).strip())
            elif says_no and says_no(cell):
                said = text_of(cell).strip() or "（空白）"
                yield _asked(listing, number, column, f"{header}：{said}")


def _under(header: str, column: Iterable[Cell]) -> _SaysNo | None:
    """Which cells under a header say no; None where it is about something else."""
    text = bare(header)
    if contents.opts_out(header) or _SAYS_LEFT.fullmatch(text):
        return _says_left
    if _SAYS_CHANGE.fullmatch(text):
        return _takes_out
    if _ASKS_OTHER.search(header):
        return None
    if _SAYS_PAID.fullmatch(text):
        # Where most have paid, who has not may stay out; before, nobody has.
        cells = list(column)
        return _is_unpaid if sum(map(_is_paid, cells)) * 2 > len(cells) else None
    if not (_ASKS.search(header) or _IS_CHOSEN.fullmatch(text)):
        return None
    filled = [cell for cell in column if not is_blank(cell)]
    # Where those who take part are ticked, the others do not.
    are_ticked = sum(map(_is_yes, filled)) * 2 > len(filled)
    return _is_no_or_blank if are_ticked else _is_no


def _asked(listing: Listing, row: int, column: int, text: str) -> Finding:
    about = Finding.of("roster.row_opts_out", text=text[:_LONGEST_SHOWN])
    return about.at(row=row, column=column, sheet=listing.sheet.name)


def _is_yes(cell: Cell) -> bool:
    return _YES.fullmatch(text_of(cell).strip()) is not None


def _is_no(cell: Cell) -> bool:
    return _NO.fullmatch(text_of(cell).strip()) is not None


def _takes_out(cell: Cell) -> bool:
    return _TAKES_OUT.fullmatch(text_of(cell).strip()) is not None


def _is_paid(cell: Cell) -> bool:
    said = text_of(cell).strip()
    return bool(said) and (_is_yes(said) or _PAID.fullmatch(said) is not None)


def _is_unpaid(cell: Cell) -> bool:
    return _is_no_or_blank(cell) or _UNPAID.fullmatch(text_of(cell).strip()) is not None


def _is_no_or_blank(cell: Cell) -> bool:
    return is_blank(cell) or _is_no(cell)


def _says_left(cell: Cell) -> bool:
    return not (is_blank(cell) or _is_no(cell) or _NOT_LEFT.fullmatch(text_of(cell).strip()))
