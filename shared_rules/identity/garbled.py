"""Names that are garbled (乱码): Chinese whose bytes a program has read in another encoding.

Its characters are letters like any others, so that nothing else would tell them from a name.
"""

import re
from typing import Final

from shared_rules import patterns

_HAN: Final = patterns.later("[\u4e00-\u9fff]{2,}")
# What garbled Chinese has none of, and a Latin name with a few accents has: Ömür.
_ASCII_LETTER: Final = re.compile("[A-Za-z]")
# What stands for a byte that was left over.
_LEFT_OVER: Final = "?\ufffd"
_BYTES_OF_ONE: Final = 3
BEGINNINGS: Final = frozenset(
    bytes((first, second)).decode("gb18030", "ignore")
    for first in range(0xE4, 0xEA)
    for second in range(0x80, 0xC0)
)
"""Characters whose two bytes begin a Chinese character in UTF-8: no other Chinese is garbled."""


def is_garbled(text: str) -> bool:
    """Whether a text is what becomes of a Chinese one in a wrong encoding.

    >>> [is_garbled(text) for text in ("鐜嬭姵", "鐜嬪皬鑺?", "ÍõÁõ", "王芳", "Müller", "Ömür")]
    [True, True, True, False, False, False]
    """
    if text[:1] in BEGINNINGS:
        return _was(text, "gb18030", "utf-8")
    if text.isascii() or _HAN.search(text) or _ASCII_LETTER.search(text):
        return False
    return _was(text, "cp1252", "utf-8") or _was(text, "cp1252", "gb18030")


def _was(text: str, taken_for: str, written_in: str) -> bool:
    """Whether a text is Chinese that was written in one encoding, and taken for another."""
    whole = text.rstrip(_LEFT_OVER)
    # Of a byte that was left over, those before it are left over as well.
    errors = "strict" if whole == text else "ignore"
    try:
        data = whole.encode(taken_for)
        meant = data.decode(written_in, errors)
    except UnicodeError:
        return False
    lost = len(data) - len(meant.encode(written_in))
    return _HAN.fullmatch(meant) is not None and lost < _BYTES_OF_ONE
