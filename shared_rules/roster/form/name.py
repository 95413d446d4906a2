"""The name (姓名)."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeGuard

from shared_rules import patterns
from shared_rules.findings import Finding, RuleError
from shared_rules.identity import family_names, name
from shared_rules.identity.name import Name
from shared_rules.messages import catalogue
from shared_rules.roster import contents
from shared_rules.roster.form.column import Column, IsPlain, Sure, Terms, most
from shared_rules.roster.form.words import alone, around
from shared_rules.roster.sheets import Cell, text_of

_SEVERAL: Final = 4
_ENDS_DEPARTMENTS: Final = frozenset("处科部股办室组")
_IN_PARTS: Final = patterns.later("[㐀-鿿]{2,}(?:·[㐀-鿿]{2,})+")

_WORDS: Final = r"(?:姓名|名字|姓与?名|xm|xingming|name|fullname|names)"
_PERSON: Final = (
    r"(?:(?:被保险|被保|参保|投保|受保|报名)(?:人员?|者|对象|女?职工|女?员工|女工|会员|教师|家属)"
    r"|(?:insured|insuredperson))"
)
_PEOPLE: Final = (
    r"(?:(?:在职|在岗|工会|全体|女)*(?:职工|员工|教职员?工|教师|会员|人员|女工|工人|成员)(?:名称|名单)?"
    r"|名称|人名|称呼|employee|staff|member|insuredname)"
)


def judge(cell: Cell, _terms: Terms, found: list[Finding]) -> str:
    """The name in its standard spelling.

    Raises:
        RuleError: as of `identity.name.read`; `name.id_number`: an ID number stands there.
    """
    if contents.is_id_number(cell):
        raise RuleError("name.id_number")
    read = name.read(text_of(cell))
    if _is_department(read.value):
        found.append(Finding.of("name.department", field="name", text=read.value))
    if read.changes or read.doubts:
        found.extend(_about(read))
    return read.value


def _plain(_terms: Terms) -> IsPlain:
    return _is_plain


def _is_plain(cell: Cell) -> TypeGuard[str]:
    return isinstance(cell, str) and name.is_plain(cell) and not _is_department(cell)


def _is_department(text: str) -> bool:
    """Whether a text ends as departments do, and begins with no family name, as 李登科 does."""
    if text[-1:] not in _ENDS_DEPARTMENTS:
        return False
    return text[0] not in family_names.SINGLE and text[:2] not in family_names.COMPOUND


def surname(text: str) -> str:
    """The surname's first sign.

    >>> surname("王芳"), surname("阿依古丽·买买提"), surname("")
    ('王*', '阿*', '')
    """
    return f"{text[0]}*" if text else ""


def _about(read: Name) -> Iterator[Finding]:
    """What was changed in the writing of a name, and what she is asked about it."""
    pairs = "、".join(read.pairs)
    if read.changes:
        words = [catalogue()[name.CHANGE_MESSAGES[change]].title for change in read.changes]
        changed = "、".join(words) + (f"（{pairs}）" if pairs else "")
        yield Finding.of("name.normalised", field="name", changed=changed)
    for doubt in read.doubts:
        about = {"pairs": pairs} if doubt == "name.private_use_read" else {}
        yield Finding.of(doubt, field="name", **about)


def _looks_like(cells: Sequence[Cell]) -> bool:
    # Names differ, and departments repeat.
    differ = len(cells) < _SEVERAL or len(set(cells)) * 2 > len(cells)
    return differ and most(contents.looks_like_name)(cells)


def _is_said_by(word: str) -> bool:
    """Whether a word begins with a family name, or has the dot of a name in parts."""
    plain = name.compact(word)
    return family_names.begins_one(plain) or _IN_PARTS.fullmatch(plain) is not None


COLUMN: Final = Column(
    field="name",
    header="姓名",
    signs="[名工员員人者会會]|na|xm|xi|in|em|st|me",
    sure=(Sure(around(_WORDS), 2), Sure(alone(_PERSON), 0)),
    perhaps=alone(_PEOPLE),
    perhaps_in=patterns.later(r"姓名|名字|^名单$|name$"),
    looks_like=_looks_like,
    is_said_by=_is_said_by,
    judge=judge,
    plain=_plain,
    is_needed=True,
    width=4.0,
    handed_off="姓名",
    mask=surname,
)
