"""Amounts in capital numerals (大写), as banks and accountants want them.

A library of this (cn2an, with which the tests compare it) takes as long to import as a whole list
takes to check, for whoever writes the first sum.
"""

import re
from decimal import Decimal
from typing import Final

_NUMERALS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = "仟佰拾亿仟佰拾万仟佰拾元"


def capitals(amount: int | Decimal) -> str:
    """An amount in yuan, to the fen, in capital numerals.

    >>> capitals(101_000), capitals(Decimal("100010.05"))
    ('壹拾万壹仟元整', '壹拾万零壹拾元零伍分')

    Raises:
        ValueError: it is less than nothing, or more than can be written out.
    """
    yuan, fen = divmod(int(amount * 100), 100)
    if not 0 <= yuan < 10 ** len(_PLACES):
        raise ValueError("no amount that can be written out")
    if fen == 0:
        return f"{_yuan(yuan) or '零元'}整"
    return (_yuan(yuan) + _fen(fen)).lstrip("零")


def _yuan(yuan: int) -> str:
    """Each digit with its place; of noughts only one is written, and none before a large place."""
    digits = f"{yuan:0{len(_PLACES)}}"
    written = "".join(_NUMERALS[int(digits[n])] + at for n, at in enumerate(_PLACES))
    written = re.sub("零[仟佰拾]", "零", written)
    written = re.sub("零*([亿万元])", r"\1", written)
    written = re.sub("零+", "零", written.replace("亿万", "亿"))
    return written.lstrip("亿万零") if yuan else ""


def _fen(fen: int) -> str:
    jiao, rest = divmod(fen, 10)
    return (f"{_NUMERALS[jiao]}角" if jiao else "零") + (f"{_NUMERALS[rest]}分" if rest else "")
