"""ID numbers at every edge: each kind, date and check character; wrong in one way; odd writing.

The valid ones carry place codes that were never given out, so that they belong to nobody.
"""

import random
from collections.abc import Iterator
from itertools import product
from typing import Final

from stdnum.iso7064 import mod_11_2

from shared_rules.plans import Plan

Edge = tuple[str, dict[str, str]]


def _with_check(body: str) -> str:
    return str(body + mod_11_2.calc_check_digit(body))


GOOD: Final = _with_check("64000019900307002")
GOOD_X: Final = _with_check("64000019900307038")


def edges(plan: Plan) -> Iterator[Edge]:
    """Texts to read, texts to mask, and phones; the plan says nothing about them."""
    del plan
    for text in (*_kinds(), *_dates(), *_flawed(), *_written_oddly(), *_random_texts()):
        yield "id_number", {"text": text}
    for length in range(21):
        yield "id_number_mask", {"text": "640000199003070021X9"[:length]}
    for text in ("", "x", " 640000 199003070021", "马兰" * 9, "马𠮷" * 8, "𠮷" * 14):
        yield "id_number_mask", {"text": text}
    for text in _phones():
        yield "phone", {"text": text}
    for text in _free_words():
        yield "free_words", {"text": text}


def _free_words() -> Iterator[str]:
    """Numbers among words, right and wrong; and what is as long and is none."""
    years = ("1899", "1900", "1985", "2009", "2010", "2014", "2015", "2026", "2099")
    days = ("0000", "0101", "0132", "1231", "1301")
    for year, rest in product(years, days):
        yield from (
            f"张三{_with_check(f'640000{year}{rest}002')}不对",
            f"是640000{year}{rest}0021。",
        )
    wide = GOOD.translate({ord(sign): ord(sign) + 0xFEE0 for sign in GOOD})
    for whole in (GOOD, GOOD_X, GOOD_X.lower(), wide, f"{GOOD[:6]} {GOOD[6:14]} {GOOD[14:]}"):
        yield from (whole, f"第3行{whole}", f"3 {whole}", f"号码{whole}，有误", f"1{whole}")
        yield from (
            f"{whole}1",
            f"{whole}A",
            f"PICC{whole}",
            whole[:-1],
            f"{whole[:6]}-{whole[6:]}",
        )
    for short in ("640000850307002", "640000390307002", "640000400307002", "640000261201001"):
        yield from (
            short,
            f"旧号{short}，",
            f"保单NX{short}",
            f"{short}-1",
            f"{short[:6]} {short[6:]}",
        )
    for other in (
        "13900000000",
        "0951-2090080",
        "6222021985010112345",
        "NX-2026-0001",
        "第 3、5-8 行",
    ):
        yield f"请打{other}"
    yield from ("", "请核对", "末四位 0021", "PICC640100202600000123", "640100202612010001")


def _phones() -> Iterator[str]:
    """Each length, area code and beginning; with what is written before, between and behind."""
    for length in range(14):
        yield from (begins[:length].ljust(length, "0") for begins in ("139", "0951", "010", "2"))
    yield from (f"1{second}900000000" for second in range(10))
    for area in ("010", "020", "029", "0951", "0310", "0299", "0110", "951", "00951"):
        yield from (f"{area}{number}" for number in ("2090080", "20900801", "1090080", "209008"))
    for whole in ("13900000000", "0951-2090080", "(0951)2090080", "09512090080"):
        wide = "".join(chr(ord(sign) + 0xFEE0) for sign in whole)
        yield from (wide, *(before + whole for before in ("+86", "86", "0086", "+86-", "'", "’")))
        yield from (
            whole + behind for behind in ("转8001", "-8001", "#1", "EXT.12", "ext1234567", "转")
        )
        for stray in _STRAYS:
            yield from (stray + whole, whole + stray, whole[:4] + stray + whole[4:])
    yield from (
        "",
        " ",
        "-",
        "()",
        "无",
        "同上",
        "139 0000 0000",
        "139-0000-0000",
        "(0951)-(2090080)",
    )


def _kinds() -> Iterator[str]:
    places = ("640000", "110000", "810000", "820000", "830000", "911864", "940000")
    orders = ("002", "001", "998", "999")
    yield from (_with_check(f"{p}19900307{order}") for p, order in product(places, orders))
    for place in ("000000", "800000", "840000", "890000", "700000"):
        yield _with_check(f"{place}19900307002")
    for order in range(0, 60, 2):  # every check character
        yield _with_check(f"64000019900307{order:03d}")


def _dates() -> Iterator[str]:
    years = (0, 1899, 1900, 2000, 2023, 2024, 2100, 9999)
    for year, rest in product(years, _MONTHS_AND_DAYS):
        yield _with_check(f"640000{year:04d}{rest}002")


def _flawed() -> Iterator[str]:
    """Each single wrong character, each adjacent swap, every length."""
    for place, sign in product(range(18), "0123456789Xx"):
        yield GOOD[:place] + sign + GOOD[place + 1 :]
    for place in range(17):
        yield GOOD[:place] + GOOD[place + 1] + GOOD[place] + GOOD[place + 2 :]
    for length in (*range(22), 10_000):
        yield (GOOD * 600)[:length]


_MONTHS_AND_DAYS: Final = (
    *("0000", "0001", "0100", "0101", "0131", "0132", "0228", "0229", "0230", "0301", "0430"),
    *("0431", "0631", "1130", "1131", "1231", "1232", "1301", "9999"),
)


def _written_oddly() -> Iterator[str]:
    good = GOOD_X
    wide = good.translate({ord(sign): ord(sign) + 0xFEE0 for sign in good})
    for whole in (good, good.lower(), wide, wide.lower()):
        yield whole
        for stray in _STRAYS:
            yield from (stray + whole, whole + stray, whole[:6] + stray + whole[6:])
    for look in "ХхΧχ×✕✖Ｘｘⅹ𝐗𝟎Ⓧ":
        yield from (good[:-1] + look, good[:-1] + look + " ", look + good[:-1], good[:-2] + look)
    for zero in (0x660, 0x966, 0x1D7CE, 0x1D7EC, 0xFF10, 0x2070, 0x2460):
        yield "".join(chr(zero + int(sign)) for sign in good[:-1]) + "X"
    yield from (
        "马" * 18,
        "😀" * 18,
        "😀" * 15,
        "𠮷" * 17 + "X",
        "𠮷" * 17 + "×",
        "a¨" * 9,
        "身份证丢失补办中",
        "6.4E+17",
    )
    yield from (
        good[:-1] + "ß",
        "ß" * 9,
        "ŉ" * 3,
        "ﬁ",
        "640000900307002",
        "６４００００９００３０７００２",
    )


# What comes along with copied text: spaces, marks that nobody sees, dashes, apostrophes.
_STRAYS: Final = (
    *" \t\n\r\v\f\x00\x1c\x1f\x7f\x85\xa0\xad",
    *("\u034f", "\u061c", "\u1680", "\u180e", "\u180b", "\u2003", "\u200b", "\u200d", "\u200e"),
    *("\u2028", "\u202f", "\u202c", "\u205f", "\u2060", "\u2800", "\u3000", "\u3164", "\ufe0f"),
    *("\ufeff", "\uffa0", "\U000e0041", "\U000e01ef", "-", "‐", "'", "’", "‘", "`", "＇", "·"),
    *('"', "“", "”"),
    *("\u0301", "é", "e\u0301", "X", "马", "😀", "\u115f", "\u17b4", "\u206f", "\u1d173"),
)


def _random_texts() -> Iterator[str]:
    chance = random.Random(18)  # noqa: S311 - repeatable, not a secret
    signs = [*"0123456789", *"0123456789", *_STRAYS, *"xXｘ０１９Х×①²½一ßﬃ"]
    for _ in range(500):
        yield "".join(chance.choices(signs, k=chance.randint(1, 22)))
