"""Rows of people who do not take part (不参加), as a column says that is not read.

Lists come from systems and chats that keep everybody: who has left, has died, or said no stays in
her row.
"""

import re
from collections.abc import Iterator
from typing import Final

from shared_rules import patterns
from shared_rules.findings import Finding
from shared_rules.identity.writing import bare
from shared_rules.roster import contents
from shared_rules.roster.columns import header_text
from shared_rules.roster.listing import Listing, cell_of
from shared_rules.roster.sheets import Cell, is_blank, text_of

_ASKS: Final = patterns.later("参加|参保|投保|购买|报名|入保|是否在职")
# What it asks is something else; whose answer is no may take part all the same.
_ASKS_OTHER: Final = patterns.later(
    "医保|社保|养老|医疗|失业|工伤|生育|公积金|其[他它]|去年|上年|往年|曾|续|首次|工会|单位|工作"
)
# Whatever stands below 离职日期 says that she has left, but for what says no.
_SAYS_LEFT: Final = patterns.later(
    "(?:是否)?(?:已经?)?(?:离职|辞职|调离|调出|减员|死亡|去世|退保|停保)(?:日期|时间|年月|原因|类型|去向|情况)?"
)
_NO: Final = patterns.later("否|不|不是|没有|×|✗|✘|✕|x|n|no|0", re.IGNORECASE)
# A formula that finds no day shows the first one that there is.
_NOT_LEFT: Final = patterns.later(
    r"无|未离职|在职|正常|[-—/\\]+|0|(?:1899-12-3[01])? ?(?:00:00:00)?|1900[-/.]0?1[-/.]0?0"
)

_LONGEST_SHOWN: Final = 40


def asked(listing: Listing) -> Iterator[Finding]:
    """What is asked about rows in which a cell that is not read says no."""
    rows = list(listing.rows())
    for column in range(1, max((len(row) for _, row in rows), default=0) + 1):
        if column in (*listing.places, listing.number):
            continue
        header = _header(listing, column)
        is_question = bool(_ASKS.search(header)) and not _ASKS_OTHER.search(header)
        says_left = _SAYS_LEFT.fullmatch(bare(header)) is not None
        for number, row in rows:
            cell = cell_of(row, column)
            if contents.opts_out(cell) or (is_question and _is_no(cell)):
                yield _asked(listing, number, column, text_of(cell).strip())
            elif says_left and not (is_blank(cell) or _is_no(cell) or _is_not_left(cell)):
                yield _asked(listing, number, column, f"{header}：{text_of(cell).strip()}")


def _header(listing: Listing, column: int) -> str:
    if not listing.header_row:
        return ""
    return header_text(cell_of(listing.sheet.rows[listing.header_row - 1], column))


def _asked(listing: Listing, row: int, column: int, text: str) -> Finding:
    about = Finding.of("roster.row_opts_out", text=text[:_LONGEST_SHOWN])
    return about.at(row=row, column=column, sheet=listing.sheet.name)


def _is_no(cell: Cell) -> bool:
    return isinstance(cell, str) and _NO.fullmatch(cell.strip()) is not None


def _is_not_left(cell: Cell) -> bool:
    return _NOT_LEFT.fullmatch(text_of(cell).strip()) is not None
