"""Mobile numbers (手机号码) of mainland China: 11 digits, the second from 3 to 9.

>>> parse("+86 139-0000-0000")
'13900000000'
"""

import re
from typing import Final

from shared_rules.findings import RuleError
from shared_rules.identity.writing import APOSTROPHES, DASHES, bare

LENGTH: Final = 11
_SHAPE: Final = re.compile(r"1[3-9][0-9]{9}")
_COUNTRY_CODE: Final = re.compile(r"\A(?:\+|00)?86(?=1[0-9]{10}\Z)")
_SEPARATORS: Final = DASHES + "()"


def compact(text: str | None) -> str:
    """The number without separators and without the country code 86."""
    digits = bare(text or "", _SEPARATORS).lstrip(APOSTROPHES)
    return _COUNTRY_CODE.sub("", digits)


def parse(text: str | None) -> str:
    """The 11 digits.

    Raises:
        RuleError: `mobile.missing`, `mobile.characters`, `mobile.length`, `mobile.prefix`.
    """
    number = compact(text)
    if not number:
        raise RuleError("mobile.missing")
    if not re.fullmatch("[0-9]+", number):
        raise RuleError("mobile.characters")
    if len(number) != LENGTH:
        raise RuleError("mobile.length", length=len(number), expected=LENGTH)
    if not _SHAPE.fullmatch(number):
        raise RuleError("mobile.prefix")
    return number
