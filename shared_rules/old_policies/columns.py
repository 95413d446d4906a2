"""The columns of a workbook of old policies, and its header."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal, get_args

from shared_rules.findings import RuleError
from shared_rules.identity.writing import bare
from shared_rules.roster.form import BY_FIELD, OWN, Own
from shared_rules.roster.form import NEEDED as NEEDED_OF_PERSON
from shared_rules.roster.headings import meaning
from shared_rules.roster.limits import HEADER_SEARCH_ROWS
from shared_rules.roster.sheets import Cell, Row

NeededOfPolicy = Literal["unit", "county", "kind", "policy_number", "first_day", "last_day"]
OfPolicy = Literal[NeededOfPolicy, "plan", "credit_code"]
OfPayment = Literal["paid_items", "paid_as", "paid_on", "amount", "paid_to"]
Field = OfPolicy | Own | OfPayment

OF_POLICY: Final[tuple[OfPolicy, ...]] = get_args(OfPolicy)
OF_PAYMENT: Final[tuple[OfPayment, ...]] = get_args(OfPayment)

HEADERS: Final[Mapping[Field, str]] = {
    "unit": "单位名称",
    "county": "县（区）",
    "kind": "单位性质",
    "policy_number": "保险单号",
    "first_day": "生效日",
    "last_day": "到期日",
    "plan": "保障方案",
    "credit_code": "统一社会信用代码",
    **{field: BY_FIELD[field].header for field in OWN},
    "paid_items": "付过的责任",
    "paid_as": "付的是什么",
    "paid_on": "付款日期",
    "amount": "金额（元）",
    "paid_to": "付给谁",
}
"""The header of each field in the form, in its order."""

NEEDED: Final[tuple[Field, ...]] = (*get_args(NeededOfPolicy), *NEEDED_OF_PERSON)
"""What a workbook cannot do without."""

_ALSO: Final[Mapping[Field, tuple[str, ...]]] = {
    "unit": ("单位", "投保单位", "投保人"),
    "county": ("县区", "县", "所在县区"),
    "kind": ("单位类型", "单位类别", "性质"),
    "policy_number": ("保单号", "保单号码", "保险单号码", "团单号"),
    "first_day": ("生效日期", "保险起期", "起保日期", "保险起始日"),
    "last_day": ("到期日期", "终止日期", "保险止期", "终止日", "保险终止日"),
    "plan": ("方案",),
    "credit_code": ("信用代码", "社会信用代码", "单位信用代码"),
    "paid_items": ("付过的项目", "赔付责任"),
    "paid_on": ("付款日", "赔付日期"),
    "amount": ("金额", "付款金额"),
    "paid_to": ("收款人",),
}
_NAMED: Final[Mapping[str, Field]] = {
    bare(words, "（）()"): field
    for field, header in HEADERS.items()
    for words in (header, *_ALSO.get(field, ()))
}
_LONGEST: Final = 40


def find_header(rows: Sequence[Row]) -> tuple[int, dict[Field, int]]:
    """The number of the header's row, and of the column of each field; both count from 1.

    Raises:
        RuleError: `old_policies.no_header`: no row names all that is needed; tells what is missing
            in the one that names most.
    """
    best: dict[Field, int] = {}
    for number, row in enumerate(rows[:HEADER_SEARCH_ROWS], start=1):
        named = _named(row)
        if named.keys() >= set(NEEDED):
            return number, named
        best = max(best, named, key=len)
    missing = "、".join(HEADERS[field] for field in NEEDED if field not in best)
    raise RuleError("old_policies.no_header", missing=missing)


def _named(row: Row) -> dict[Field, int]:
    found: dict[Field, int] = {}
    for column, cell in enumerate(row, start=1):
        if field := _field(cell):
            found.setdefault(field, column)
    return found


def _field(cell: Cell) -> Field | None:
    if not isinstance(cell, str) or not 0 < len(cell) <= _LONGEST:
        return None
    if named := _NAMED.get(bare(cell, "（）()*＊")):
        return named
    said = meaning(cell)
    return said.field if said and said.is_sure and said.field != "number" else None
