"""A phone (联系电话) on which a unit can be reached: a mobile number, or a landline with area code.

>>> parse("（0951）2090080"), parse("0951-2090080转8001")
('0951-2090080', '0951-2090080-8001')
"""

from typing import Final

from shared_rules import patterns
from shared_rules.findings import RuleError
from shared_rules.identity import mobile
from shared_rules.identity.writing import DASHES, bare

# Area codes: 010 and 02x have three digits, the others four.
_LANDLINE: Final = patterns.later(
    r"(?:\+?86-?(?=0))?\(?(0(?:10|2[0-9]|[3-9][0-9]{2}))\)?-?([2-9][0-9]{6,7})"
    r"(?:(?:-|转|ext\.?|#)([0-9]{1,6}))?"
)
_DASHES: Final = patterns.later(f"[{DASHES}]")


def compact(text: str | None) -> str:
    """The number in its standard spelling: 13900000000, 0951-2090080 or 0951-2090080-8001."""
    plain = _DASHES.sub("-", bare(text or ""))
    if landline := _LANDLINE.fullmatch(plain.lower()):
        return "-".join(part for part in landline.groups() if part)
    return mobile.compact(plain)


def parse(text: str | None) -> str:
    """The number in its standard spelling.

    Raises:
        RuleError: `unit.phone`, it is neither kind of number.
    """
    number = compact(text)
    if _LANDLINE.fullmatch(number):
        return number
    try:
        return mobile.parse(number)
    except RuleError:
        raise RuleError("unit.phone") from None
