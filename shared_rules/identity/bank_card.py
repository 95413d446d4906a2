"""Bank cards (银行卡, UnionPay and older) that a benefit can be paid to: 16 to 19 digits.

Which bank issued a card cannot be read from its number with certainty; the claimant names it. Nor
do all banks' older numbers end in the check digit of Luhn: one that does not is asked about.

>>> parse("6222 0000 0000 0009")
'6222000000000009'
"""

import re
from typing import Final

from stdnum import luhn

from shared_rules.findings import Finding, RuleError
from shared_rules.identity.writing import APOSTROPHES, DASHES, bare

MINIMUM_LENGTH: Final = 16
MAXIMUM_LENGTH: Final = 19


def compact(text: str | None) -> str:
    """The digits without spaces and hyphens."""
    return bare(text or "", DASHES).lstrip(APOSTROPHES)


def parse(text: str | None) -> str:
    """The card's digits.

    Raises:
        RuleError: `bank_card.missing`, `bank_card.characters`, `bank_card.length`.
    """
    number = compact(text)
    if not number.strip("0"):
        raise RuleError("bank_card.missing")
    if not re.fullmatch("[0-9]+", number):
        raise RuleError("bank_card.characters")
    if not MINIMUM_LENGTH <= len(number) <= MAXIMUM_LENGTH:
        raise RuleError(
            "bank_card.length", length=len(number), minimum=MINIMUM_LENGTH, maximum=MAXIMUM_LENGTH
        )
    return number


def judge(number: str) -> tuple[Finding, ...]:
    """A warning, `bank_card.check_digit`, where the last digit of a card does not fit the others.

    >>> judge("6222000000000009"), judge("6222000000000008")[0].severity
    ((), 'warning')
    """
    return () if luhn.is_valid(number) else (Finding.of("bank_card.check_digit"),)
