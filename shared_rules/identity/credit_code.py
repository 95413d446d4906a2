"""Unified social credit codes (统一社会信用代码, GB 32100-2015) of 18 characters, since 2015-10-01.

Two characters of authority and kind, six digits of place, nine of the body, one check character;
the letters I, O, S, V and Z are never used.

>>> parse("91110000600037341l")
'91110000600037341L'
"""

from typing import Final

from shared_rules import patterns
from shared_rules.findings import RuleError
from shared_rules.identity.writing import APOSTROPHES, DASHES, bare, capitals, sample

LENGTH: Final = 18
# The library asks for digits in the first two places, where the standard has letters too
# (N for rural collectives, for one): only its check character is used.
_ALPHABET: Final = "0-9A-HJ-NPQRTUWXY"
_SHAPE: Final = patterns.later(f"[{_ALPHABET}]{{2}}[0-9]{{6}}[{_ALPHABET}]{{10}}")
_UNWANTED: Final = patterns.later(f"[^{_ALPHABET}]")


def compact(text: str | None) -> str:
    """The code in capital letters, without spaces and hyphens."""
    return capitals(bare(text or "", DASHES).lstrip(APOSTROPHES))


def parse(text: str | None) -> str:
    """The code's 18 characters.

    Raises:
        RuleError: `credit_code.missing`, `credit_code.characters`, `credit_code.length`,
            `credit_code.check_character`.
    """
    code = compact(text)
    if not code:
        raise RuleError("credit_code.missing")
    if unwanted := sample(_UNWANTED.findall(code)):
        raise RuleError("credit_code.characters", characters=unwanted)
    if len(code) != LENGTH:
        raise RuleError("credit_code.length", length=len(code), expected=LENGTH)
    from stdnum.cn import uscc  # noqa: PLC0415 - few requests bring a code, and it takes time to load

    if not _SHAPE.fullmatch(code) or uscc.calc_check_digit(code[:-1]) != code[-1]:
        raise RuleError("credit_code.check_character")
    return code
