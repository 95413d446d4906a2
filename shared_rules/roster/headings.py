"""What the header of a column says: which field stands below it, and whose.

A header is the core word of a field (姓名, 身份证号…) with words around it: whose it is (被保险人,
职工, 本人…), and how to fill it in (必填, 18位…). The insured's own is read; a relative's or a
contact's (配偶身份证号, 联系人姓名) never is. What says something else besides is `unsure`: it is
taken only where what stands below agrees, and told.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from shared_rules import patterns
from shared_rules.identity.writing import bare, standard
from shared_rules.roster.form import COLUMNS, Column, Field
from shared_rules.roster.form.words import WHOSE
from shared_rules.roster.sheets import Cell


class Heading(NamedTuple):
    """A field that a header names; of two for one field, the one of the higher `rank` is read.

    `is_sure` is false where the header may mean something else.
    """

    field: Field
    is_sure: bool = True
    rank: int = 1


_LONGEST: Final = 80
_FAMILY: Final = frozenset(("姓", "姓氏"))
_GIVEN: Final = frozenset(("名", "名字"))
_BRACKETS: Final = patterns.later(
    r"\(([^()]*)\)|\{([^{}]*)\}|【([^【】]*)】|\[([^\[\]]*)\]|〔([^〔〕]*)〕|<([^<>]*)>"
)
_OR: Final = patterns.later(r"[/|、或\\]")
_LATIN, _CHINESE = re.compile("[A-Za-z]+"), re.compile("[\u3400-\u9fff]+")
_NUMBERING: Final = patterns.later(
    r"^(?:(?:no\.?)?第?[0-9]{1,2}(?:项|列)?[)、.,:_-]?(?![0-9位代])|[一二三四五六七八九十]{1,2}[、.,:)]|[a-h][、.)])+"
)
_SIGNS: Final = patterns.later(
    r"""[\s*:·.,，、。;?!"'“”‘’#_\-—–~`^&+=(){}【】\[\]〔〕<>《》「」★☆※●○◆■□▲△▼▽√✓]"""
)
_TRADITIONAL: Final = str.maketrans(
    "證証號码碼職業種務崗稱參險單員會編個間與於聯係繫電話黨組織費類別據屬隊時寫請輸這裏親兒媽學師傭僱點處廠醫護",
    "证证号码码职业种务岗称参险单员会编个间与于联系系电话党组织费类别据属队时写请输这里亲儿妈学师佣雇点处厂医护",
)

# Somebody else than the insured, or something that is no field of the list.
_OTHER: Final = patterns.later(
    "联系人|联络|家属|家长|亲属|亲人|(?<!男职工)(?<!男职工的)配偶|男职工(?!的?(?:配偶|妻子))|丈夫|爱人|老公|先生|男方|子女|儿子|女儿|孩子|小孩|幼儿|儿童"
    "|父亲|母亲|父母|之父|之母|监护|户主|经办|填表|填报|制表|审核|审批|负责|法人|法定代表|领导|主管"
    "|班主任|介绍人|推荐人|受益|收款|开户|账户|帐户|户名|担保|紧急|代办|委托|受托|业务员|专员|经理姓名"
    "|单位(?!职工|员工|女职工|女工|人员)|企业名|公司名|学校名|部门|科室|班组|工会名|机构|银行"
    "|曾用|[原旧](?:来的?)?(?:身份|身分|证件|姓名|名字)|英文名|拼音|别名|昵称|微信|网名|学生|病人|患者|客户|spouse|contact|husband|father|mother"
    "|parent|child|unit|company|emergency|beneficiary|agent|bank"
)
_ABOUT_PAPER: Final = patterns.later(
    "类型|类别|种类|名称|有效[期至]|到期|截止|起止|地址|住址|照|复印|扫描|图|正面|反面|正反|签发|机关|性质"
    "|是否|年龄|性别|民族|生日|出生|籍贯|数$|数量|月份|电话|手机|type|date|address|copy|photo"
)

_GROUP: Final = patterns.later(
    f"(?:女?职工|员工)?(?:{_OTHER.pattern})(?:本人|个人|基本|的)*(?:信息|情况|资料|部分)?"
)


# Of a man and his wife in a row, she alone can be insured (第三条).
_INSURED: Final = patterns.later(r"被保|参保|投保|妻子|男职工")
# A header holds one of these; most cells of a list do not.
_MAY: Final = patterns.later("|".join(each.signs for each in COLUMNS), re.IGNORECASE)
# What might be a name or a number, such as 身份证姓名, is asked as a number first.
_ASKED: Final = sorted(COLUMNS, key=lambda column: column.field != "id_number")


def meaning(cell: Cell) -> Heading | None:
    """Which field a cell names as a header, if it names one.

    >>> meaning("*被保险人姓名（必填）")
    Heading(field='name', is_sure=True, rank=3)
    >>> meaning("2、身份證號碼：") == Heading("id_number", rank=2), meaning("配偶身份证号")
    (True, None)
    """
    if not isinstance(cell, str) or not 0 < len(cell) <= _LONGEST:
        return None
    if not (_MAY.search(cell) or _MAY.search(bare(cell))):
        return None
    return _meaning(cell)


def is_of_others(cell: Cell) -> bool:
    """Whether a cell above several headers says that what they name is not the insured's.

    >>> is_of_others("配偶信息"), is_of_others("联系人：赵敏"), is_of_others("职工信息")
    (True, False, False)
    """
    return isinstance(cell, str) and bool(
        _GROUP.fullmatch("".join(standard(cell[:_LONGEST]).split()))
    )


def speaks_of_others(cell: Cell) -> bool:
    """Whether a header names somebody else than the insured, or what is no person's at all.

    >>> speaks_of_others("配偶身份证号"), speaks_of_others("證件號碼"), speaks_of_others(None)
    (True, False, False)
    """
    if not isinstance(cell, str):
        return False
    return bool(_OTHER.search(_bare(standard(cell[:_LONGEST]).lower().translate(_TRADITIONAL))))


def is_about_paper(cell: Cell) -> bool:
    """Whether a cell names something else that is known of a person or a paper: 性别, 证件类型."""
    return isinstance(cell, str) and bool(_ABOUT_PAPER.search(cell[:_LONGEST]))


def has_name_in_parts(row: Iterable[Cell]) -> bool:
    """Whether a header has columns of their own for family and for given names.

    >>> has_name_in_parts(["姓*", "名", "身份证号"]), has_name_in_parts(["姓名", "名字"])
    (True, False)
    """
    said = {
        _bare(standard(cell)) for cell in row if isinstance(cell, str) and len(cell) <= _LONGEST
    }
    return not _FAMILY.isdisjoint(said) and not _GIVEN.isdisjoint(said)


@lru_cache(maxsize=2048)
def _meaning(header: str) -> Heading | None:
    plain = standard(header).lower().translate(_TRADITIONAL)
    outside, inside = (
        _BRACKETS.sub(" ", plain),
        [text for each in _BRACKETS.findall(plain) for text in each if text],
    )
    heading = _of_words(outside)
    of_brackets = [found for text in inside if (found := _of_words(text))]
    if heading is None or heading.rank < max(
        (each.rank for each in of_brackets if each.is_sure), default=0
    ):
        return of_brackets[0] if of_brackets and not _OTHER.search(_bare(outside)) else heading
    if any(_OTHER.search(text) and not re.search(WHOSE, text) for text in map(_bare, inside)):
        return heading._replace(is_sure=False)
    return heading


def _of_words(words: str) -> Heading | None:
    """What the words outside of brackets say, or each of several with “/” or “或” between them."""
    found = _of_word(words)
    if not (found and found.is_sure) and (both := _of_two_scripts(words)):
        return both
    parts = [part for each in _OR.split(words) if (part := _of_word(each))]
    if (found and found.is_sure) or len(parts) < 2:  # noqa: PLR2004 - one or the other
        return found or next(iter(parts), None)
    best = max(parts, key=lambda part: (part.is_sure, part.rank))
    return best if len({part.field for part in parts}) == 1 else None


def _of_two_scripts(words: str) -> Heading | None:
    """What a header says first in Chinese, then in English, if both surely say the same."""
    chinese, english = (_of_word(each.sub(" ", words)) for each in (_LATIN, _CHINESE))
    if chinese and english and chinese.is_sure and english.is_sure:
        return chinese if chinese.field == english.field else None
    return None


def _of_word(words: str) -> Heading | None:
    text = _bare(words)
    if not text or _OTHER.search(text):
        return None
    for column in COLUMNS:
        for pattern, rank in column.sure:
            if pattern.fullmatch(text):
                more = bool(column.is_needed and _INSURED.search(text))
                return Heading(column.field, rank=rank + more)
    perhaps = next((column for column in _ASKED if _may_be(column, text)), None)
    return Heading(perhaps.field, is_sure=False) if perhaps else None


def _may_be(column: Column, text: str) -> bool:
    if column.perhaps and column.perhaps.fullmatch(text):
        return True
    if column.perhaps_in is None or _ABOUT_PAPER.search(text):
        return False
    return column.perhaps_in.search(text) is not None


def _bare(words: str) -> str:
    numbered = "".join(words.split())
    return re.sub("(?<=[名号码证])[0-9]{1,2}$", "", _SIGNS.sub("", _NUMBERING.sub("", numbered)))
