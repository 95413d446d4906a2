"""Receipts: `AK-2026-7F3K9Q` is a kind, a year, five signs and a check character.

The signs are Crockford's base32 and the check is Luhn modulo 32 over them, so that a receipt read
out over the phone is refused at once when one sign is wrong.
"""

import re
from typing import Final, Literal, cast

from stdnum import luhn

from functions.platform.keyed_hash import code
from shared_rules import crockford

Kind = Literal["AK", "LP", "BL", "DR", "DW"]

_LENGTH: Final = 5
_WRITTEN: Final = re.compile(rf"(AK|LP|BL|DR|DW)-?([0-9]{{4}})-?(\w{{{_LENGTH + 1}}})")


def make(kind: Kind, year: int, *parts: str, key: int | None = None) -> str:
    """The receipt that belongs to these parts: the same ones give the same, under one key."""
    signs = code(_LENGTH, "receipt", *parts, key=key)
    return f"{kind}-{year}-{signs}{luhn.calc_check_digit(signs, crockford.SIGNS)}"


def kind_of(receipt: str) -> Kind:
    """What it was given for: AK a roster, LP a claim, BL an old policy, DR an import, DW a unit."""
    return cast("Kind", receipt[:2])


def read(text: str, wanted: Kind) -> str | None:
    """The receipt as it was given out, from what a person typed; None where it cannot be one."""
    match = _WRITTEN.fullmatch(text.strip().upper())
    if not match or match[1] != wanted:
        return None
    kind, year, signs = match[1], match[2], crockford.read(match[3])
    return f"{kind}-{year}-{signs}" if luhn.is_valid(signs, crockford.SIGNS) else None
