"""Text that spreadsheet programs leave as it is, when they open a file and save it again."""

import re
from typing import Final

# Spreadsheets and the programs that import from them take these for the beginning of a formula.
_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
# They show no more than 11 digits of a number, keep 15, and save what they show.
_LONG_NUMBER: Final = re.compile(r"\s*(?:\d{12,}(?:\.\d*)?|\d+(?:\.\d*)?[Eｅe]\d+)\s*")
# ="6401…", by which programs keep long numbers whole once.
_TEXT_FORMULA: Final = re.compile(r'\s*="([^"]*)"\s*')


def looks_like_formula(text: str) -> bool:
    """Whether some program would take the text for a formula.

    >>> [looks_like_formula(text) for text in ("=1+1", "＠SUM(A1)", "-", "王芳", "1-2")]
    [True, True, True, False, False]
    """
    return _FORMULA.match(text) is not None


def loses_digits(text: str) -> bool:
    """Whether a program would make a number of the text and not keep all its digits.

    >>> [loses_digits(text) for text in ("649901199003070021", "64990119900307002X", "12E5", "07")]
    [True, False, True, False]
    """
    return _LONG_NUMBER.fullmatch(text) is not None


def kept(text: str) -> str:
    """The text as a CSV file holds it: with an apostrophe before what would not stay text.

    An apostrophe stays, however often the file is opened and saved; the sign of a text formula
    (="6401…") stays only once.

    >>> [kept(text) for text in ("王芳", "649901199003070021", "=1+1")]
    ['王芳', "'649901199003070021", "'=1+1"]
    """
    formula = _TEXT_FORMULA.fullmatch(text)
    plain = formula[1] if formula else text
    return f"'{plain}" if formula or looks_like_formula(plain) or loses_digits(plain) else plain
