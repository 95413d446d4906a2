"""What people's typing adds to a number or a name without meaning it."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from shared_rules import patterns

# Controls, soft hyphens, joiners, direction marks and the byte order mark come along with text
# copied from chats and web pages; nobody sees them.
_UNSEEN: Final = patterns.later(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef]"
)
_SPACES: Final = re.compile(r"\s+")
_SHOWN: Final = 5

DASHES: Final = "-‐‑‒–—−"
APOSTROPHES: Final = "'’‘`"
"""Excel marks text with a leading one."""
QUOTES: Final = APOSTROPHES + '"“”'
"""Programs put what they write out between two of them."""


def standard(text: str) -> str:
    """Full-width and other compatible forms as plain ones (NFKC), without unseen characters.

    Those go first: without one between them two characters may combine.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", text))


def has_unseen(text: str) -> bool:
    """Whether the text holds characters that nobody sees."""
    return _UNSEEN.search(text) is not None


def bare(text: str, separators: str = "") -> str:
    """The standard form without any kind of space, and without the separators.

    Standard again at the end: without a space between them two characters may combine.
    """
    if text.isascii() and text.isalnum():
        return text
    plain = (c for c in standard(text) if not c.isspace() and c not in separators)
    return standard("".join(plain))


def capitals(text: str) -> str:
    """The text in capitals, unless a letter of it has none of its own length (ß, ŉ)."""
    return text.upper() if text.isascii() else text


def single_spaces(text: str) -> str:
    """The text with one plain space where there were any, and none at its ends."""
    return _SPACES.sub(" ", text).strip()


def sample(characters: Iterable[str]) -> str:
    """The first few different ones of unwanted characters, to be shown in a message."""
    return "".join(list(dict.fromkeys(characters))[:_SHOWN])
