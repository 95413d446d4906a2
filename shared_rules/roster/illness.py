"""Remarks that somebody in a list has or had cancer: she declares to be in good health (第三条).

What is written there is not quoted: the finding goes further than the list.
"""

from collections.abc import Iterator
from typing import Final

from shared_rules import patterns
from shared_rules.findings import Finding, column_letters
from shared_rules.roster.columns import columns_of_others
from shared_rules.roster.listing import Listing

_LONGEST: Final = 60
_ILL: Final = patterns.later("癌|恶性?肿瘤|化疗|放疗")
# No illness of hers: screening, insurance, where she works, and what others have.
_NONE: Final = patterns.later(
    "[无否未没非]|筛|检查|查体|[险保防抗]|科|基金|中心|医院|正常|阴性|良性|家族|父|母|丈夫|配偶|子女|护士|医生"
)
_OF_OTHER: Final = patterns.later("筛|检查|险|保障|科|部门|单位|岗|职|家族|专业|学历")


def asked(listing: Listing) -> Iterator[Finding]:
    """What is asked about rows with such a remark in a column that is not read."""
    above = listing.sheet.rows, listing.header_row - 1
    passed_over = columns_of_others(*above) if listing.header_row else set()
    for column, header in listing.columns_beside():
        if column in passed_over or _OF_OTHER.search(header):
            continue
        about = Finding.of("roster.illness_remarked", letters=column_letters(column))
        for number, cell in listing.cells(column):
            if _says_ill(cell):
                yield about.at(row=number, column=column, sheet=listing.sheet.name)


def _says_ill(cell: object) -> bool:
    is_remark = isinstance(cell, str) and len(cell) <= _LONGEST
    return is_remark and _ILL.search(str(cell)) is not None and not _NONE.search(str(cell))
