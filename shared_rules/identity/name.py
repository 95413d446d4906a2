"""People's names (姓名): Chinese, with or without “·” between their parts, or Latin.

>>> parse("阿依古丽•买买提"), parse(" 马 兰 "), parse("Maria  Garcia")
('阿依古丽·买买提', '马兰', 'Maria Garcia')
"""

import re
from typing import Final

from shared_rules.findings import RuleError
from shared_rules.identity.writing import bare, sample, single_spaces, standard

MINIMUM_LENGTH: Final = 2
MAXIMUM_LENGTH: Final = 50

_HAN: Final = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN: Final = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
# Of these, NFKC changes none.
_STANDARD_HAN: Final = "〇\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002f7ff"
_STANDARD_CHINESE: Final = re.compile(f"[{_STANDARD_HAN}]+")
_CHINESE_NAME: Final = re.compile(f"[{_HAN}]+(?:·[{_HAN}]+)*")
# Sets as large are slow to compile: `re` does it when one of these is wanted, and keeps it.
_LATIN_NAME: Final = f"[{_LATIN}](?:[{_LATIN}]|[ '.,-](?=[{_LATIN} ]|\\Z))*"
_HAN_CHARACTER: Final = f"[{_HAN}]"
_UNWANTED: Final = {"chinese": f"[^{_HAN}·]", "latin": f"[^{_LATIN} '.,-]"}
_DOTS: Final = re.compile("[·•‧・∙⋅●]")
# A full stop stands for the dot only between two Chinese parts; in Latin names it abbreviates.
_STOP_BETWEEN: Final = f"(?<=[{_HAN}])[.。](?=[{_HAN}])"


def compact(text: str | None) -> str:
    """The name in its standard spelling: one kind of dot, no padding.

    Chinese names lose all their spaces (lists pad names of two characters), others keep one
    between words.
    """
    if text and _STANDARD_CHINESE.fullmatch(text):
        return text
    plain = _DOTS.sub("·", single_spaces(standard(text or ""))).replace("’", "'")
    if not re.search(_HAN_CHARACTER, plain):
        return plain
    return re.sub(_STOP_BETWEEN, "·", bare(plain))


def parse(text: str | None) -> str:
    """The name in its standard spelling.

    Raises:
        RuleError: `name.missing`, `name.characters`, or `name.length` (2 to 50 characters).
    """
    name = compact(text)
    if not name:
        raise RuleError("name.missing")
    if not (_CHINESE_NAME.fullmatch(name) or re.fullmatch(_LATIN_NAME, name)):
        raise RuleError("name.characters", characters=_unwanted(name))
    if not MINIMUM_LENGTH <= len(name) <= MAXIMUM_LENGTH:
        raise RuleError(
            "name.length", minimum=MINIMUM_LENGTH, maximum=MAXIMUM_LENGTH, length=len(name)
        )
    return name


def mask(text: str | None) -> str:
    """The name with all but its first character hidden.

    >>> mask("王小丽"), mask("Maria Garcia")
    ('王**', 'M***********')
    """
    name = compact(text)
    return name[:1] + "*" * (len(name) - 1)


def _unwanted(name: str) -> str:
    script = "chinese" if re.search(_HAN_CHARACTER, name) else "latin"
    return sample(re.findall(_UNWANTED[script], name)) or sample(re.findall("[·'.,-]", name))
