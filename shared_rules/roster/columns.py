"""The columns of a roster, as the form of 附件2 names them and as people write them."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final, Literal

from shared_rules.findings import RuleError, column_letters
from shared_rules.records import Record
from shared_rules.roster.limits import HEADER_SEARCH_ROWS
from shared_rules.roster.sheets import Cell, Row

Field = Literal["number", "name", "id_number", "occupation"]

HEADERS: Final[dict[Field, tuple[str, ...]]] = {
    "number": ("序号", "编号", "行号", "no"),
    "name": (
        *("姓名", "名字", "职工姓名", "女职工姓名", "员工姓名", "人员姓名", "会员姓名", "女工姓名"),
        *("参保人", "参保人姓名", "参保人员姓名", "被保险人", "被保险人姓名", "投保人姓名"),
        *("参保人员", "参保职工姓名", "投保人", "name"),
    ),
    "id_number": (
        *("身份证号", "身份证号码", "身份证", "身份证件号", "身份证件号码", "居民身份证号"),
        *("居民身份证号码", "公民身份号码", "公民身份证号", "公民身份证号码", "证件号", "证件号码"),
        *("有效证件号码", "身份号码", "身份证编号", "身份证明号码", "二代身份证号"),
    ),
    "occupation": ("职业", "工种", "职务", "岗位", "职位", "工作岗位", "职业工种", "从事职业"),
}
"""What each field's header may say; the first is the one of 附件2."""

NEEDED: Final[tuple[Field, ...]] = ("name", "id_number")

_FIELDS: Final = {header: field for field, headers in HEADERS.items() for header in headers}
_DECORATION: Final = re.compile(r"\(.*?\)|【.*?】|\[.*?\]|[\s*:·.]")
_OR: Final = re.compile(r"[/|、或]")
_LONGEST_HEADER: Final = 40


class RecognisedColumn(Record):
    """Which column of the sheet holds which field; `column` counts from 1."""

    field: Field
    header: str
    column: int
    letters: str


def find_header(
    rows: Sequence[Row], hidden: Collection[int] = ()
) -> tuple[int, tuple[RecognisedColumn, ...]]:
    """The header's index in `rows` and its columns, sought in the first rows.

    A header of two rows, as merged cells make it, has the index of the second. Of two columns for
    one field the first that is not `hidden` is taken.

    Raises:
        RuleError: `file.no_header`: no row names both the name and the ID number.
    """
    for index, row in enumerate(rows[:HEADER_SEARCH_ROWS]):
        if columns := _needed(named_columns(row), hidden):
            return index, columns
        if columns := _of_two_rows(rows[index : index + 2], hidden):
            return index + 1, columns
    raise RuleError("file.no_header", rows=HEADER_SEARCH_ROWS)


def named_columns(row: Row) -> list[RecognisedColumn]:
    """Every column whose cell in this row names a field."""
    return [
        RecognisedColumn(
            field=field, header=str(cell).strip(), column=column, letters=column_letters(column)
        )
        for column, cell in enumerate(row, start=1)
        if (field := _field(cell))
    ]


def is_header(row: Row) -> bool:
    """Whether the row names both the name and the ID number."""
    return {column.field for column in named_columns(row)}.issuperset(NEEDED)


def _of_two_rows(rows: Sequence[Row], hidden: Collection[int]) -> tuple[RecognisedColumn, ...]:
    """The columns of a header whose upper row names one needed field and whose lower the other."""
    upper, lower = (named_columns(row) for row in rows) if len(rows) > 1 else ([], [])
    if not upper or not lower or is_header(rows[1]):
        return ()
    return _needed(sorted([*upper, *lower], key=lambda column: column.column), hidden)


def _needed(
    named: Sequence[RecognisedColumn], hidden: Collection[int]
) -> tuple[RecognisedColumn, ...]:
    """One column for each field that is named, or none at all where a needed one is not."""
    found: dict[Field, RecognisedColumn] = {}
    for column in sorted(named, key=lambda column: column.column in hidden):
        found.setdefault(column.field, column)
    return tuple(found.values()) if found.keys() >= set(NEEDED) else ()


def _field(cell: Cell) -> Field | None:
    return _field_of(cell) if isinstance(cell, str) and 0 < len(cell) <= _LONGEST_HEADER else None


@lru_cache(maxsize=1024)
def _field_of(header: str) -> Field | None:
    plain = _DECORATION.sub("", unicodedata.normalize("NFKC", header)).lower()
    fields = (_FIELDS.get(each) for each in (plain, *_OR.split(plain)))
    return next((field for field in fields if field), None)
