"""The columns of a bank statement, found by what their headers mean, whatever bank wrote them."""

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from shared_rules.findings import RuleError
from shared_rules.identity.writing import bare
from shared_rules.roster.limits import HEADER_SEARCH_ROWS
from shared_rules.roster.sheets import Cell, Row

Field = Literal[
    "day", "income", "outgo", "amount", "direction", "payer", "account", "note", "serial", "balance"
]


class Columns(NamedTuple):
    """The number of the header's row, and of the columns of each field; all count from 1."""

    header: int
    of: dict[Field, list[int]]


_LONGEST: Final = 40
_ASIDE: Final = re.compile(
    r"\(.*?\)|\[.*?\]|【.*?】|人民币|(?<=[额入出方])/?元(?=$|\()|[\s*:/、,._-]|\brmb\b"
)
_SAME: Final = str.maketrans("帐賬戶號額", "账账户号额")
_DAY: Final = "交易|记账|入账|到账|来账|发生|业务"
_OTHER: Final = "(?:交易)?(?:对方|对手)|付款|付款人|付款方|付款单位|汇款人|汇款方|来款"
_SAID: Final = "附言|摘要|用途|备注|说明|留言"

# Of several columns for one field the first pattern's is read; of `note`, all are.
_MEANINGS: Final[Sequence[tuple[Field, str]]] = (
    ("day", rf"(?:{_DAY})?(?:日期?|日期时间)"),
    ("day", rf"(?:{_DAY})?时间|起息日"),
    ("income", "(?:贷方?|收入|存入|转入|来账|进账|入账|收款)(?:发生)?(?:金额|额|数)?"),
    ("outgo", "(?:借方?|支出|支取|转出|往账|取出|付款)(?:发生)?(?:金额|额|数)"),
    ("outgo", "借方?|支出|支取|转出|取出"),
    ("amount", "(?:交易|发生|本次)?(?:金额|发生额|额)"),
    ("direction", "(?:借贷|收支|收付|进出|资金收付)(?:标志|标识|标记|方向|别|类型)?"),
    ("direction", "(?:交易|资金|来往)方向|来往账(?:标志|标识)?"),
    ("account", rf"(?:{_OTHER})(?:人|方|单位)?(?:账户?号码?|账户|卡号|账号卡号)"),
    ("payer", rf"(?:{_OTHER})(?:人|方|单位)?(?:户名|名称|姓名|账户名称?|账号名称)"),
    ("payer", "对方|付款人|付款方|付款单位|汇款人|交易对[方手]|(?:对方|来款)单位"),
    ("note", rf"(?:(?:交易|客户|汇款|转账|业务|银行|款项)?(?:{_SAID}))+|个性化信息"),
    ("serial", "(?:交易|业务|核心|主机|企业|银行|电子|账户|明细|编号)*流水(?:序号|号码?)?"),
    ("serial", "(?:电子)?回单(?:编号|号码?)|交易(?:编号|序号|参考号)"),
    ("balance", "(?:账户|交易后|本次|当前|活期)?余额"),
)
_PATTERNS: Final = [(field, re.compile(pattern)) for field, pattern in _MEANINGS]
_TOLD: Final[Sequence[tuple[tuple[Field, ...], str]]] = (
    (("day",), "交易日期"),
    (("income", "amount"), "收入金额"),
    (("payer", "note"), "对方户名或附言"),
)
"""What a statement cannot do without: one of these each, and what people call it."""


def find_columns(rows: Sequence[Row]) -> Columns:
    """The header of a statement, sought in the first rows.

    Raises:
        RuleError: `statement.no_header`: no row names all that is needed; tells what is missing in
            the one that names most.
    """
    best: dict[Field, list[int]] = {}
    for number, row in enumerate(rows[:HEADER_SEARCH_ROWS], start=1):
        named = _named(row)
        if not _missing(named):
            return Columns(number, named)
        best = max(best, named, key=len)
    raise RuleError("statement.no_header", missing="、".join(_missing(best)))


def meaning(cell: Cell) -> tuple[Field, int] | None:
    """Which field a header names, and how well: of two columns the lower number is read.

    >>> meaning("贷方发生额（收入）"), meaning("借/贷标志"), meaning("凭证号")
    (('income', 2), ('direction', 6), None)
    """
    if not isinstance(cell, str) or not 0 < len(cell) <= _LONGEST:
        return None
    words = _ASIDE.sub("", bare(cell).lower().translate(_SAME))
    return next(
        ((field, rank) for rank, (field, each) in enumerate(_PATTERNS) if each.fullmatch(words)),
        None,
    )


def _named(row: Row) -> dict[Field, list[int]]:
    ranked = [(each, column) for column, cell in enumerate(row, 1) if (each := meaning(cell))]
    named: dict[Field, list[int]] = {}
    for (field, _), column in sorted(ranked, key=lambda each: each[0][1]):
        named.setdefault(field, []).append(column)
    return named


def _missing(named: dict[Field, list[int]]) -> list[str]:
    return [words for fields, words in _TOLD if not any(each in named for each in fields)]
