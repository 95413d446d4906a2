"""Rows of people who do not take part (不参加), as a column says that is not read.

Lists come from systems and chats that keep everybody: who has left, has died, or said no stays in
her row.
"""

import re
from collections.abc import Iterator
from typing import Final

from shared_rules import patterns
from shared_rules.findings import Finding
from shared_rules.roster import contents
from shared_rules.roster.columns import header_text
from shared_rules.roster.listing import Listing, cell_of
from shared_rules.roster.sheets import Cell

_ASKS: Final = patterns.later("参加|参保|投保|购买|报名|入保")
# What it asks is something else; whose answer is no may take part all the same.
_ASKS_OTHER: Final = patterns.later(
    "医保|社保|养老|医疗|失业|工伤|生育|公积金|其[他它]|去年|上年|往年|曾|续|首次|工会|单位|工作"
)
_NO: Final = patterns.later("否|不|不是|没有|×|✗|✘|✕|x|n|no|0", re.IGNORECASE)


def asked(listing: Listing) -> Iterator[Finding]:
    """What is asked about rows in which a cell that is not read says no."""
    rows = list(listing.rows())
    for column in range(1, max((len(row) for _, row in rows), default=0) + 1):
        if column in (*listing.places, listing.number):
            continue
        is_question = _is_question(listing, column)
        for number, row in rows:
            cell = cell_of(row, column)
            if contents.opts_out(cell) or (is_question and _is_no(cell)):
                about = Finding.of("roster.row_opts_out", text=str(cell).strip())
                yield about.at(row=number, column=column, sheet=listing.sheet.name)


def _is_question(listing: Listing, column: int) -> bool:
    """Whether a header asks who takes part: 是否参保."""
    if not listing.header_row:
        return False
    header = header_text(cell_of(listing.sheet.rows[listing.header_row - 1], column))
    return bool(_ASKS.search(header)) and not _ASKS_OTHER.search(header)


def _is_no(cell: Cell) -> bool:
    return isinstance(cell, str) and _NO.fullmatch(cell.strip()) is not None
