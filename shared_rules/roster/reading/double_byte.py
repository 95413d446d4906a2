"""Text in the two encodings of Chinese before Unicode: GB18030, and Big5 of traditional writing.

The bytes of one are often valid in the other, as characters that nobody writes. Which it is shows
in the characters: those in use everywhere come first in both, and are few of all.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from shared_rules.findings import RuleError

GB18030: Final = "gb18030"
BIG5: Final = "big5hkscs"
_LOOKED_AT: Final = 20_000
_MOST_UNUSUAL: Final = 0.5
_ASCII: Final = 128


class _Foreign(NamedTuple):
    """An encoding of other languages, whose bytes are often valid in GB18030 as well.

    A text is in it where it has `fewest` of its own letters, and they are that share of all; of
    Chinese in GB18030, half would be Hangul and none kana.
    """

    encoding: str
    own: str
    fewest: int
    share: float

    def reads(self, data: bytes) -> bool:
        """Whether a text is in this encoding."""
        try:
            letters = list(filter(_is_letter, data.decode(self.encoding)[:_LOOKED_AT]))
        except UnicodeDecodeError:
            return False
        own = sum(self.own[0] <= letter <= self.own[1] for letter in letters)
        return own >= max(self.fewest, self.share * len(letters))


_FOREIGN: Final = (_Foreign("euc_kr", "가힣", 12, 0.95), _Foreign("euc_jp", "ぁヿ", 3, 0.1))


class _Reading(NamedTuple):
    """A text in one encoding; the least of several is the likeliest.

    `unusual` is the share of its letters that are usual in neither encoding, `foreign` of those
    that are not usual in its own.
    """

    unusual: float
    foreign: float
    encoding: str
    text: str


def decode(data: bytes) -> tuple[str, str]:
    """The text, and the encoding in which it makes the most sense.

    Raises:
        UnicodeDecodeError: it is possible in neither; that of GB18030.
        RuleError: `file.encoding_unknown`: it makes sense in neither, or is Korean or Japanese.
    """
    if any(each.reads(data) for each in _FOREIGN):
        raise RuleError("file.encoding_unknown")
    try:
        readings = [_reading(data, GB18030)]
    except UnicodeDecodeError as error:
        readings, failure = [], error
    try:
        readings.append(_reading(data, BIG5))
    except UnicodeDecodeError:
        if not readings:
            raise failure from None
    best = min(readings, key=lambda each: (each.unusual, each.foreign, each.encoding != GB18030))
    if best.unusual > _MOST_UNUSUAL:
        raise RuleError("file.encoding_unknown")
    return best.text, best.encoding


def _reading(data: bytes, encoding: str) -> _Reading:
    text = data.decode(encoding)
    letters = Counter(filter(_is_letter, text[:_LOOKED_AT]))
    in_gb, in_big5 = _usual_in_gb18030(), _usual_in_big5()
    own = in_gb if encoding == GB18030 else in_big5
    return _Reading(_share(letters, in_gb | in_big5), _share(letters, own), encoding, text)


def _is_letter(character: str) -> bool:
    """Whether it is a letter beyond ASCII, or of private use."""
    return ord(character) >= _ASCII and (
        character.isalpha() or unicodedata.category(character) == "Co"
    )


def _share(letters: Counter[str], usual: frozenset[str]) -> float:
    """The share of the letters that are not among the usual ones."""
    unusual = sum(count for letter, count in letters.items() if letter not in usual)
    return unusual / max(letters.total(), 1)


@cache
def _usual_in_gb18030() -> frozenset[str]:
    """The characters of GB 2312, of which simplified Chinese gets by with."""
    return frozenset(_all(range(0xB0, 0xF8), range(0xA1, 0xFF), "gb2312"))


@cache
def _usual_in_big5() -> frozenset[str]:
    """The characters of Big5's first plane, 常用字."""
    return frozenset(_all(range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)), "big5"))


def _all(firsts: Iterable[int], seconds: Iterable[int], encoding: str) -> Iterator[str]:
    for first in firsts:
        for second in seconds:
            yield from bytes((first, second)).decode(encoding, "ignore")
