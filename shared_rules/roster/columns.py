"""The columns of a roster, as the form of 附件2 names them and as people write them."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from shared_rules.findings import RuleError, column_letters
from shared_rules.roster.limits import HEADER_SEARCH_ROWS
from shared_rules.roster.reading import Cell, Row

Field = Literal["number", "name", "id_number", "occupation"]

HEADERS: Final[dict[Field, tuple[str, ...]]] = {
    "number": ("序号", "编号", "行号", "no"),
    "name": (
        *("姓名", "名字", "职工姓名", "女职工姓名", "员工姓名", "人员姓名", "会员姓名"),
        *("参保人", "参保人姓名", "参保人员姓名", "被保险人", "被保险人姓名", "投保人姓名"),
    ),
    "id_number": (
        *("身份证号", "身份证号码", "身份证", "身份证件号", "身份证件号码", "居民身份证号"),
        *("居民身份证号码", "公民身份号码", "公民身份证号码", "证件号", "证件号码"),
        *("有效证件号码", "身份号码"),
    ),
    "occupation": ("职业", "工种", "职务", "岗位", "职位", "工作岗位", "职业工种", "职业/工种"),
}
"""What each field's header may say; the first is the one of 附件2."""

_FIELDS: Final = {header: field for field, headers in HEADERS.items() for header in headers}
_DECORATION: Final = re.compile(r"\(.*?\)|[\s*:·.]")
_NEEDED: Final = {"name", "id_number"}


class RecognisedColumn(BaseModel):
    """Which column of the sheet holds which field; `column` counts from 1."""

    model_config = ConfigDict(frozen=True)

    field: Field
    header: str
    column: int
    letters: str


def find_header(rows: Sequence[Row]) -> tuple[int, tuple[RecognisedColumn, ...]]:
    """The header's index in `rows` and its columns, sought in the first rows.

    Raises:
        RuleError: `file.no_header`: no row names both the name and the ID number.
    """
    for index, row in enumerate(rows[:HEADER_SEARCH_ROWS]):
        columns = _recognise(row)
        if {column.field for column in columns} >= _NEEDED:
            return index, columns
    raise RuleError("file.no_header", rows=HEADER_SEARCH_ROWS)


def _recognise(row: Row) -> tuple[RecognisedColumn, ...]:
    found: dict[Field, RecognisedColumn] = {}
    for column, cell in enumerate(row, start=1):
        field = _FIELDS.get(_plain(cell))
        if field and field not in found:
            header = str(cell).strip()
            letters = column_letters(column)
            found[field] = RecognisedColumn(
                field=field, header=header, column=column, letters=letters
            )
    return tuple(found.values())


def _plain(cell: Cell) -> str:
    text = unicodedata.normalize("NFKC", cell) if isinstance(cell, str) else ""
    return _DECORATION.sub("", text).lower()
