"""People's names (姓名): Chinese, with or without “·” between their parts, or Latin.

A name is kept as it is written. What is read otherwise (kinds of dots, padding, radicals) is told
in `changes`; what only a person can know (a space where “·” may be missing) is kept and asked.

>>> parse("阿依古丽•买买提"), parse(" 马 兰 "), parse("Maria  Garcia"), parse("阿依古丽 买买提")
('阿依古丽·买买提', '马兰', 'Maria Garcia', '阿依古丽 买买提')
"""

import re
import unicodedata
from typing import Final, Literal, NamedTuple

from shared_rules import patterns
from shared_rules.findings import RuleError
from shared_rules.identity import characters, family_names
from shared_rules.identity.garbled import BEGINNINGS, is_garbled
from shared_rules.identity.writing import has_unseen, sample, single_spaces, standard

MINIMUM_LENGTH: Final = 2
MAXIMUM_LENGTH: Final = 50

Change = Literal["dots", "spaces", "unseen", "radicals", "private", "references", "compatible"]
Doubt = Literal[
    "name.space_inside",
    "name.stroke_inside",
    "name.private_use_read",
    "name.title",
    "name.perhaps_two_people",
]

_HAN: Final = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN: Final = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
# Of these, NFKC changes none.
_STANDARD_HAN: Final = "〇\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002f7ff"
_STANDARD_CHINESE: Final = patterns.later(f"[{_STANDARD_HAN}]+")
_ODD_HAN: Final = patterns.later("[〇丶丨丿]")
_CHINESE_NAME: Final = patterns.later(f"[{_HAN}]+(?:[· ][{_HAN}]+)*")
# These are wanted for unusual names alone: `re` compiles them then, and no process waits for them.
_LATIN_NAME: Final = f"[{_LATIN}](?:[{_LATIN}]|[ '.,-](?=[{_LATIN} ]|\\Z))*"
_HAN_CHARACTER: Final = f"[{_HAN}]"
_UNWANTED: Final = {"chinese": f"[^{_HAN}·]", "latin": f"[^{_LATIN} '.,-]"}

_DOTS: Final = patterns.later("[·•‧・･∙⋅●˙ꞏ᛫◦∘⸱⸳⚬⚫⬤🞄°⦁·ㆍᆞᐧ▪ˑ﹅𐄁]")
# A ring stands for the dot only between two parts; between single characters it hides one (王○芳).
_RING_BETWEEN: Final = f"(?<=[{_HAN}][{_HAN}])[○◯〇](?=[{_HAN}][{_HAN}])"
# Strokes that are typed for the dot; between two parts they are no part of any name.
_STROKE_BETWEEN: Final = f"(?<=[{_HAN}][{_HAN}])[丶丨丿](?=[{_HAN}][{_HAN}])"
# This one is typed for the dot as well, but it is also a character of names.
_ONE_BETWEEN: Final = f"(?<=[{_HAN}][{_HAN}])一(?=[{_HAN}][{_HAN}])"
# A full stop stands for the dot only between two Chinese parts; in Latin names it abbreviates.
_STOP_BETWEEN: Final = f"(?<=[{_HAN}])[.。](?=[{_HAN}])"
_AROUND_DOT: Final = re.compile(r"\s*·[\s·]*")
_BETWEEN_PEOPLE: Final = patterns.later(r"[、,;/|\\&+]|(?<=..)[和与及](?=..)")
_POST: Final = (
    "主任|校长|园长|院长|厂长|站长|所长|科长|处长|局长|部长|班长|组长|队长|书记|主席|主管|经理|会计|出纳"
    "|老师|医生|护士长|护士|师傅|干事|馆长|店长|行长"
)
_TITLE: Final = patterns.later(
    rf".{{2,}}女|女.{{2,3}}|[小老].|.(?:姐|嫂|婶)"
    rf"|(?:{_POST}|职工|员工|女工|教师|家属|妻子|配偶|爱人|老婆|媳妇|本人|我是|我叫).{{2,3}}"
    r"|.{1,4}(?:妈|妈妈|爸爸|奶奶|姥姥|之妻|妻子|配偶|爱人|老婆|媳妇|家属)|.{2,}的"
    rf"|.{{1,4}}(?:女士|先生|小姐|同志|阿姨|大姐|{_POST})[男女]?"
    r"|.{2,4}(?:已婚|未婚|退休|返聘|离职|在职|辞职|病假|产假|请假|休假|停薪|怀孕|哺乳|死亡|去世|病故|已故|借调|外借"
    r"|外派|调出|调走|调入|转出|转入|退出|取消|不参加|不参保|不报|不交|未交|已交|未缴|已缴|停保|首保|续保|新增|新保"
    r"|减员|增员|本人|等)"
)
# Of somebody with a Han family name, more than four characters hold something besides.
_LONGEST_HAN: Final = 4
_ADDED: Final = "新退增减续原旧小老大"
_NOBODY: Final = patterns.later(
    "同上|同前|待定|待补.?|待填|暂无|不详|空缺|未知|姓名|测试|无名氏?|.?某.{0,2}|我的?|我们|自己|名单|如下"
    "|已?(?:离职|辞职|退休|调出|调走|去世|死亡|病故)|身份证号?码?|证件号码?|序号|性别|电话|必填"
    "|删除|作废|取消|撤销|空白|无人|不参加|不参保|合计|总计|小计|共计|总数|人数|金额|单位|部门|科室|职业|工种|备注"
    "|续保|首保|新[保增]|(?:联系)?(?:电话|手机)号?码?|联系方式|.{0,3}(?:车间|科室|教研组|年级组?)"
    "|(?:驾驶|营业|工程|厨|技术|业务|服务|保洁|管理|操作|收银|质检|仓管|统计|行政|售货|炊事|销售|检验)[员师]"
    "|后勤|文员|工人|职员|审核|经办|制表|填表|以下空白"
    f"|职工|员工|女工|教师|家属|本人|{_POST}"
    "|true|false|null|none|nan|undefined|test|name|n/?a",
    re.IGNORECASE,
)
# Whoever has none of these characters in her name has no title or remark beside it.
_OF_TITLES: Final = frozenset(_TITLE.pattern + _NOBODY.pattern)
_MASKS: Final = frozenset("*○")
# What programs show in the place of a character that they do not have.
_NOT_SHOWN: Final = frozenset("?□■◇◆▯▢〓")
_SEX_BEHIND: Final = re.compile(" ([男女])$")
_KNOWN: Final = ".．。﹒"
# Short Chinese ones that begin with nothing that is garbled or added to a name.
_MOST_NAMES: Final = patterns.later(
    f"(?![{_ADDED}{re.escape(''.join(sorted(BEGINNINGS)))}])[{_STANDARD_HAN}]{{{MINIMUM_LENGTH},3}}"
)
_JOINED: Final = patterns.later(f"(?:[{''.join(sorted(family_names.SINGLE))}][^ ]{{1,2}}){{2,}}")
_LONGEST_JOINED: Final = 12

CHANGE_MESSAGES: Final[dict[Change, str]] = {
    "dots": "name_writing.dots",
    "spaces": "name_writing.spaces",
    "unseen": "name_writing.unseen",
    "radicals": "name_writing.radicals",
    "private": "name_writing.private",
    "references": "name_writing.references",
    "compatible": "name_writing.compatible",
}
"""The message whose title is the word for each change."""


class Name(NamedTuple):
    """A name as it is read, what was changed in its writing, and what she is asked about it.

    `pairs` are the characters that were read as others: ⻢→马, U+E863→䶮.
    """

    value: str
    changes: tuple[Change, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    pairs: tuple[str, ...] = ()


def compact(text: str | None) -> str:
    """The name in its standard spelling: one kind of dot, no padding.

    Chinese names lose the spaces that pad them (between single characters, after a family name);
    between longer parts one stays, as in Latin names.
    """
    if not text or (_STANDARD_CHINESE.fullmatch(text) and not _ODD_HAN.search(text)):
        return text or ""
    plain = standard(characters.read(_DOTS.sub("·", _without_references(text))))
    plain = single_spaces(plain).replace("’", "'")
    if not re.search(_HAN_CHARACTER, plain):
        return plain
    for between in (_STOP_BETWEEN, _RING_BETWEEN, _STROKE_BETWEEN):
        plain = re.sub(between, "·", plain)
    return _without_padding(_AROUND_DOT.sub("·", plain))


def _without_references(text: str) -> str:
    """The text with the characters of a web page's references in their places: &middot; is ·."""
    if "&" not in text:
        return text
    from html import unescape  # noqa: PLC0415 - hardly any name has one, and its table is long

    return unescape(text)


def read(text: str | None) -> Name:
    """The name, what was changed in it, and what is to be asked.

    Raises:
        RuleError: `name.missing`, `name.garbled`, `name.two_people`, `name.private_use`,
            `name.characters`, `name.masked`, `name.not_shown`, `name.length` (2 to 50 characters),
            `name.nobody`.
    """
    typed = text or ""
    if is_plain(typed):
        return Name(typed)
    if is_garbled(typed.strip()):
        raise RuleError("name.garbled")
    _check_lines(typed)
    value = _checked(compact(typed))
    written = typed.strip()
    changes = tuple(_changes(written, value)) if written != value else ()
    return Name(value, changes, tuple(_doubts(value, changes)), tuple(characters.pairs(written)))


def is_plain(text: str) -> bool:
    """Whether a text is a short Chinese name about which there is nothing to say."""
    return _MOST_NAMES.fullmatch(text) is not None and (
        _OF_TITLES.isdisjoint(text) or not (_TITLE.fullmatch(text) or _NOBODY.fullmatch(text))
    )


def parse(text: str | None) -> str:
    """The name in its standard spelling.

    Raises:
        RuleError: as of `read`.
    """
    return read(text).value


def same(one: str | None, other: str | None) -> bool:
    """Whether two spellings are one name, whatever stands between its parts.

    >>> same("阿依古丽 买买提", "阿依古丽·买买提"), same("王芳", "王方")
    (True, False)
    """
    return re.sub("[ ·]", "", compact(one)) == re.sub("[ ·]", "", compact(other))


def mask(text: str | None) -> str:
    """The name with all but its first character hidden.

    >>> mask("王小丽"), mask("Maria Garcia")
    ('王**', 'M***********')
    """
    name = compact(text)
    return name[:1] + "*" * (len(name) - 1)


def _checked(name: str) -> str:
    if not name:
        raise RuleError("name.missing")
    _check_one(name)
    if unknown := characters.private(name):
        place = name.index(unknown[0]) + 1
        raise RuleError("name.private_use", place=place, character=characters.code(unknown[0]))
    if not (_CHINESE_NAME.fullmatch(name) or re.fullmatch(_LATIN_NAME, name)):
        raise _of_unwanted(name)
    if not MINIMUM_LENGTH <= len(name) <= MAXIMUM_LENGTH:
        raise RuleError(
            "name.length", minimum=MINIMUM_LENGTH, maximum=MAXIMUM_LENGTH, length=len(name)
        )
    if sex := _SEX_BEHIND.search(name):
        raise RuleError("name.characters", characters=sex[1])
    if _NOBODY.fullmatch(name):
        raise RuleError("name.nobody", text=name)
    return name


def _check_lines(text: str) -> None:
    """Refuse names below each other; a single one may be broken into lines by its cell's width."""
    lines = [compact(line) for line in text.splitlines() if line.strip()]
    whole = [line for line in lines if len(line) >= MINIMUM_LENGTH]
    if len(whole) > 1 and not any(each.endswith("·") for each in lines[:-1]):
        is_latin = all(re.fullmatch(_LATIN_NAME, each) and " " not in each for each in whole)
        if not is_latin:
            raise RuleError("name.two_people")


def _check_one(name: str) -> None:
    """Refuse what reads like several people's names."""
    parts = [part.strip() for part in _BETWEEN_PEOPLE.split(name)]
    if len(parts) > 1 and all(len(part) > 1 and _CHINESE_NAME.fullmatch(part) for part in parts):
        is_word = not re.search(r"[、,;/|\\&+]", name)
        if not is_word or all(map(family_names.begins_one, parts)):
            raise RuleError("name.two_people")
    words = name.split()
    if len(words) > 1 and all(map(family_names.begins_one, words)):
        raise RuleError("name.two_people")


def _without_padding(name: str) -> str:
    """The name without the spaces that only align it with others."""
    words = name.split()
    if len(words) == 1:
        return name
    first, rest = words[0], words[1:]
    is_family = len(first) == 1 or first in family_names.COMPOUND
    is_given = len("".join(rest)) <= MINIMUM_LENGTH
    is_padding = all(len(word) == 1 for word in words) or (is_family and is_given)
    return ("" if is_padding and re.fullmatch(f"[{_HAN} ]+", name) else " ").join(words)


def _changes(written: str, value: str) -> list[Change]:
    told = (characters.radicals(written), _DOTS.findall(written), _KNOWN)
    found: dict[Change, bool] = {
        "dots": value.count("·") != written.count("·") or "··" in written,
        "spaces": _spaces(written) != value.count(" "),
        "unseen": has_unseen(written),
        "radicals": bool(characters.radicals(written)),
        "private": bool(characters.private(written)),
        "references": written != _without_references(written),
        "compatible": any(
            not (each.isspace() or unicodedata.is_normalized("NFKC", each))
            for each in set(written).difference(*told)
        ),
    }
    changes: list[Change] = [change for change, is_made in found.items() if is_made]
    return changes or ["compatible"]


def _spaces(text: str) -> int:
    return sum(map(str.isspace, text))


def _doubts(value: str, changes: tuple[Change, ...]) -> list[Doubt]:
    is_chinese = bool(re.search(_HAN_CHARACTER, value))
    found: dict[Doubt, bool] = {
        "name.space_inside": is_chinese and " " in value,
        "name.stroke_inside": re.search(_ONE_BETWEEN, value) is not None,
        "name.private_use_read": "private" in changes,
        "name.title": _holds_more(value),
        "name.perhaps_two_people": _may_be_several(value),
    }
    return [doubt for doubt, is_there in found.items() if is_there]


def _holds_more(name: str) -> bool:
    """Whether a title or a remark may stand beside the name."""
    if _TITLE.fullmatch(name):
        return True
    if "·" in name or " " in name or _may_be_several(name):
        return False
    is_long = len(name) > _LONGEST_HAN and name[0] in family_names.SINGLE
    return is_long or (name[0] in _ADDED and family_names.begins_one(name[1:]))


def _may_be_several(name: str) -> bool:
    """Whether a name may be several ones, without anything or with a dot between."""
    parts = name.split("·")
    if len(parts) > 1:
        return all(map(family_names.begins_one, parts))
    return len(name) <= _LONGEST_JOINED and _JOINED.fullmatch(name) is not None


def _of_unwanted(name: str) -> RuleError:
    """The refusal of characters that no name has."""
    unwanted = _unwanted(name)
    if re.search(_HAN_CHARACTER, name):
        if not set(unwanted) - _MASKS and name[0] not in _MASKS:
            return RuleError("name.masked", characters=unwanted)
        if not set(unwanted) - _NOT_SHOWN:
            return RuleError("name.not_shown", characters=unwanted)
    return RuleError("name.characters", characters=unwanted)


def _unwanted(name: str) -> str:
    script = "chinese" if re.search(_HAN_CHARACTER, name) else "latin"
    return sample(re.findall(_UNWANTED[script], name)) or sample(re.findall("[·'.,-]", name))
