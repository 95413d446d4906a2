"""The occupation (职业), of which a list of thousands repeats a few."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, TypeGuard

from shared_rules import patterns
from shared_rules.findings import Finding
from shared_rules.identity import family_names
from shared_rules.roster import contents
from shared_rules.roster.form.column import Column, IsPlain, Sure, Terms, most
from shared_rules.roster.form.words import around
from shared_rules.roster.limits import MAX_OCCUPATION_LENGTH
from shared_rules.roster.sheets import Cell, text_of

_WORDS: Final = (
    r"(?:(?:现|现任|所在|从事|所从事|目前|主要|工作|担任)*"
    r"(?:职业|工种|职务|岗位|职位|行业工种|职称|及|和|与)+(?:类别|名称|类型|情况|职务)?|从事工作|工作内容"
    r"|occupation|jobtitle|job|position|post|profession|title)"
)
_VALUE: Final = patterns.later(r"[㐀-鿿A-Za-z/、（）()]{2,20}")
# Words for what somebody does. Few names end so, and a family name alone before one is a title.
_DOES: Final = patterns.later(
    r".{0,6}(?:教师|老师|护师|药师|技师|医师|律师|厨师|讲师|教练|医生|护士|医士|药士|助产士|护工|护理|教授|导师"
    r"|工程师|设计师|会计师?|出纳|审计|统计|文秘|秘书|助理|翻译|编辑|记者|导游|客服|干部|干事|干警|民警|交警"
    r"|辅警|法官|书记员?|主席|主任|主管|总监|经理|科级|处级|班主任|工人|职工|员工|女工|农民|司机|保安|保洁|保管|库管|学徒"
    r"|实习生|大夫|阿姨|保姆|月嫂|园丁|个体户|退休|待业|代课|幼教|支教|特岗|自由职业)"
    r"|.{2,6}(?:员|师|工)|[文科教社职柜店]员|[电焊钳车木瓦技力]工"
    r"|.{0,4}(?:校|园|院|所|班|组|科|股|处|局|厂|店|站|队|部|行|村|区|镇|乡|会|团|馆|台|护士|董事|社|总务|教导|秘书)长"
    r"|财务|人事|行政|后勤|销售|采购|内勤|外勤|前台|收银|质检|仓管|出版|宣传|组织委员|党务|工会专干"
)
# What programs and people write where there is nothing to say, and what has no letter at all.
_NOTHING: Final = patterns.later(
    r"[\W\d_]+|同[上前]|更正|更改|修改|重填|以此为准|null|none|nan|nil|n/?a|\\n|undefined|\(?(?:空|跳过|未填写?|待填|待补)\)?",
    re.IGNORECASE,
)
_ADDRESSED: Final = patterns.later(".{1,3}(?:老师|医生|护士|师傅|阿姨|主任|校长|园长|经理)")


def _is_said_by(word: str) -> bool:
    """Whether a word says what somebody does, and is not how somebody is called: 王老师."""
    if _DOES.fullmatch(word) is None:
        return False
    return not (word[0] in family_names.SINGLE and _ADDRESSED.fullmatch(word))


def judge(cell: Cell, _terms: Terms, found: list[Finding]) -> str:
    """The occupation on one line."""
    text = _standard(text_of(cell))
    found.extend(_about(text))
    return text


def _about(text: str) -> Iterator[Finding]:
    """What there is to say about an occupation on one line."""
    if not text:
        yield Finding.of("roster.occupation_missing", field="occupation")
    if len(text) > MAX_OCCUPATION_LENGTH:
        about = {"maximum": MAX_OCCUPATION_LENGTH, "length": len(text)}
        yield Finding.of("roster.occupation_length", field="occupation", **about)
    if any(map(contents.opts_out, text.split())):
        yield Finding.of("roster.row_opts_out", field="occupation", text=text)
    elif _NOTHING.fullmatch(text):
        yield Finding.of("roster.occupation_doubt", field="occupation")


def _plain(_terms: Terms) -> IsPlain:
    return _is_plain


def _is_plain(cell: Cell) -> TypeGuard[str]:
    return isinstance(cell, str) and _says_one(cell)


@lru_cache(maxsize=256)
def _says_one(text: str) -> bool:
    """Whether a text is an occupation about which there is nothing to say."""
    return _standard(text) == text and next(_about(text), None) is None


@lru_cache(maxsize=256)
def _standard(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split()).rstrip("。;,、")


def _looks_like(cell: Cell) -> bool:
    return isinstance(cell, str) and _VALUE.fullmatch(cell) is not None


COLUMN: Final = Column(
    field="occupation",
    header="职业",
    signs="[职職业業岗崗工]|oc|jo|po|pr|ti",
    sure=(Sure(around(_WORDS)),),
    perhaps_in=patterns.later(r"职业|工种|职务|岗位"),
    looks_like=most(_looks_like),
    is_said_by=_is_said_by,
    judge=judge,
    plain=_plain,
    is_shared=True,
    width=4.0,
    handed_off="职业",
)
