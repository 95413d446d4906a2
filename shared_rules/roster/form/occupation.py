"""The occupation (职业), of which a list of thousands repeats a few."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from shared_rules.findings import Finding
from shared_rules.roster.form.column import Column, Sure, Terms, most
from shared_rules.roster.form.words import around
from shared_rules.roster.limits import MAX_OCCUPATION_LENGTH
from shared_rules.roster.sheets import Cell, text_of

_WORDS: Final = (
    r"(?:(?:现|现任|所在|从事|所从事|目前|主要|工作|担任)*"
    r"(?:职业|工种|职务|岗位|职位|行业工种|职称|及|和|与)+(?:类别|名称|类型|情况|职务)?|从事工作|工作内容"
    r"|occupation|jobtitle|job|position|post|profession|title)"
)
_VALUE: Final = re.compile(r"[㐀-鿿A-Za-z/、（）()]{2,20}")


def judge(cell: Cell, _terms: Terms, found: list[Finding]) -> str:
    """The occupation on one line."""
    text = _standard(text_of(cell))
    if not text:
        found.append(Finding.of("roster.occupation_missing", field="occupation"))
    if len(text) > MAX_OCCUPATION_LENGTH:
        about = {"maximum": MAX_OCCUPATION_LENGTH, "length": len(text)}
        found.append(Finding.of("roster.occupation_length", field="occupation", **about))
    return text


@lru_cache(maxsize=256)
def _standard(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _looks_like(cell: Cell) -> bool:
    return isinstance(cell, str) and _VALUE.fullmatch(cell) is not None


COLUMN: Final = Column(
    field="occupation",
    header="职业",
    signs="[职職业業岗崗工]|oc|jo|po|pr|ti",
    sure=(Sure(around(_WORDS)),),
    perhaps_in=re.compile(r"职业|工种|职务|岗位"),
    looks_like=most(_looks_like),
    judge=judge,
    is_shared=True,
    width=4.0,
    handed_off="职业",
)
