"""Whole ID numbers (身份证号) in free words: reasons and notes that many read, and for good.

Words are often about a number that is written wrong, so its check character is not asked for: the
shape and a birth date are enough. Numbers of policies, phones and bank cards are taken: refusing
one of those would be worse. Policies carry years since the cover began, so of who was born since,
only a number that is right in all is known.

>>> holds_id_number("第 3 行写成640102 19850307 2345"), holds_id_number("末四位是 0021")
(True, False)
"""

from typing import Final

from shared_rules import patterns
from shared_rules.findings import RuleError
from shared_rules.identity import id_number
from shared_rules.identity.writing import standard

_DAY: Final = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
# Whoever is insured was born before there was the cover; who had 15 digits, decades before.
_BORN: Final = "(?:19[0-9]{2}|200[0-9]|201[0-4])"
_WHOLE: Final = patterns.later(f"[1-9][0-9]{{5}}{_BORN}{_DAY}[0-9]{{3}}[0-9Xx]")
_OLD: Final = patterns.later(f"[1-9][0-9]{{5}}[4-9][0-9]{_DAY}[0-9]{{3}}")
_PARTS: Final = patterns.later("[0-9A-Za-z-]+")
_NUMBERS: Final = patterns.later("[0-9]+[Xx]?")
_SPACES_WITHIN: Final = patterns.later("(?<=[0-9]) +(?=[0-9Xx])")


def holds_id_number(text: str) -> bool:
    """Whether a whole number stands among these words: of 18 characters, or the old one of 15."""
    plain = standard(text)
    return any(map(_is_held_in, _PARTS.findall(f"{plain} {_SPACES_WITHIN.sub('', plain)}")))


def _is_held_in(part: str) -> bool:
    return bool(_OLD.fullmatch(part)) or any(
        _WHOLE.fullmatch(number) or id_number.is_valid(number) for number in _NUMBERS.findall(part)
    )


def check(text: str, code: str = "words.id_number") -> str:
    """The words as they are; `code` says what to write instead, of people of a list by default.

    Raises:
        RuleError: with this code, they hold a whole number.
    """
    if holds_id_number(text):
        raise RuleError(code)
    return text
