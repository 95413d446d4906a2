"""What cells look like by themselves, whatever their header says."""

import re
from typing import Final

from shared_rules import patterns
from shared_rules.identity import id_number
from shared_rules.identity.writing import bare
from shared_rules.roster.sheets import DIGITS_OF_A_NUMBER, Cell

_SHAPE: Final = patterns.later("[0-9]{15,20}X?")
_SCIENTIFIC: Final = patterns.later(
    r"[+'’]?[0-9](?:[.,。·][0-9]*)?(?:E|[*×X]10\^?)[+]?0*1[4-8](?:\.0+)?"
    r"|[0-9]{15}000\.0{1,4}|[0-9]{3}(?:,[0-9]{3}){4},000(?:\.0{1,4})?",
    re.IGNORECASE,
)
_SMALLEST: Final = 10 ** (id_number.LENGTH - 1)
_LONGEST_NUMBER: Final = 40
_NAME: Final = patterns.later(
    r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]{2,4}|[㐀-鿿·.]{2,20}|[A-Za-z][A-Za-z '.,-]{1,40}"
)
_LONGEST_NAME: Final = 40
# When: 2025年12月, 于2025.12, 12月底.
_WHEN: Final = (
    "(?:[于自从在])?(?:[12][0-9]{3}[年./-]?(?:[0-9]{1,2}[月./-]?(?:[0-9]{1,2}[日号]?)?)?"
    "|[0-9]{1,2}月(?:[0-9]{1,2}[日号])?|[今去本上]年|[本上]月)(?:[起份底初末中])?"
)
_NO: Final = patterns.later(
    f"(?:{_WHEN})?"
    "(?:已经?|自愿|主动|本人|此人|家属|今年|本次|这次|暂时?)*"
    "(?:[不勿](?:想|愿意?|打算|再|用|同意)*(?:参[加与保]?|[投入]?保|投|入|报名?|买|购买|要|续保?|续费)"
    "|不(?:同意|愿意?|想)|不[交缴]费?|弃|划掉|误报"
    "|放弃|弃保|弃权|退出|退保|取消|停保|断保|(?:暂停|中断|终止)(?:参保|投保|缴费)"
    "|离[职岗司]|无效|失效|停用|注销|辞职|辞退|解聘|减员|调出|调离|调走|转出|死亡|去世|病故|已故|身故|亡故|过世"
    "|删除?|作废|撤[销回]|拒绝|驳回|[未不]通过|退款|[待未]支付|[待未]付款|支付失败)(?:参保|投保|参加|报名)?了?"
)
# One of these is in each; most cells of a list have none.
_MAY_SAY_NO: Final = patterns.later("[不勿弃划误退消停断止离效注辞解减调转亡故世删废撤拒驳未待失]")
_LONGEST_NO: Final = 20
_LONGEST_REMARK: Final = 60
_BETWEEN_PARTS: Final = patterns.later(r"[，。；;,!！\n]+")


def is_id_number(cell: Cell) -> bool:
    """Whether a cell has the shape of an ID number, also of one that has lost digits."""
    if isinstance(cell, str):
        return (
            len(cell) <= _LONGEST_NUMBER and _SHAPE.fullmatch(id_number.compact(cell)) is not None
        )
    return isinstance(cell, int | float) and _SMALLEST <= cell < 10 * _SMALLEST


def holds_id_number(cell: Cell) -> bool:
    """Whether a cell has the shape of an ID number, or holds a valid one among words."""
    return is_id_number(cell) or (isinstance(cell, str) and id_number.occurs_in(cell))


def is_long_number(cell: Cell) -> bool:
    """Whether a cell holds a number too long for one, or how a program shows it: 6.4E+17.

    >>> [is_long_number(cell) for cell in (6.4e17, "6.40121E+17", "6，40121 × 10^17", "64")]
    [True, True, True, False]
    >>> is_long_number("640,121,199,003,070,000.00")
    True
    """
    if isinstance(cell, str):
        if len(cell) > _LONGEST_NUMBER or cell.isdigit():
            return False
        return _SCIENTIFIC.fullmatch(bare(cell)) is not None
    return isinstance(cell, int | float) and abs(cell) >= 10**DIGITS_OF_A_NUMBER


def opts_out(cell: Cell) -> bool:
    """Whether a cell says that whoever stands in its row takes no part.

    >>> [opts_out(cell) for cell in ("不参加了", "自愿放弃", "已离职", "退休", "教师")]
    [True, True, True, False, False]
    >>> opts_out("2025.12离职"), opts_out("离职率统计员")
    (True, False)
    """
    return (
        isinstance(cell, str)
        and 0 < len(cell) <= _LONGEST_NO
        and _NO.fullmatch(cell.strip(" ()（）。！!")) is not None
    )


def remarks_no(cell: Cell) -> bool:
    """The same, or a part of what it says does.

    >>> remarks_no("本人不愿意参加，请不要报"), remarks_no("愿意参加，请报")
    (True, False)
    """
    if not isinstance(cell, str) or len(cell) > _LONGEST_REMARK or not _MAY_SAY_NO.search(cell):
        return False
    return any(map(opts_out, _BETWEEN_PARTS.split(cell)))


def looks_like_name(cell: Cell) -> bool:
    """Whether a cell may be somebody's name.

    >>> [looks_like_name(cell) for cell in ("王 芳", "阿依古丽·买买提", "合计：2人", 3.0)]
    [True, True, False, False]
    """
    if not isinstance(cell, str) or not 1 < len(cell) <= _LONGEST_NAME:
        return False
    return _NAME.fullmatch(bare(cell)) is not None
