"""How high a row must be for texts on several lines."""

import math
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_LINE_HEIGHT: Final = 15.0  # points
_HIGHEST: Final = 409.0  # that a row may be


def needed(texts: Sequence[str], widths: Sequence[float]) -> float:
    """The height in points for texts in columns of these widths; 0 where one line is enough."""
    fitted = zip(texts, widths, strict=False)
    lines = max((_lines(text, width) for text, width in fitted), default=0)
    return min(lines * _LINE_HEIGHT, _HIGHEST) if lines > 1 else 0


@lru_cache(maxsize=1024)
def _lines(text: str, width: float) -> int:
    return sum(math.ceil(_digits(line) / width) or 1 for line in text.split("\n"))


def _digits(line: str) -> float:
    """How wide a line is, in digits; Chinese characters take two, and a little."""
    return sum(2.1 if unicodedata.east_asian_width(sign) in "WF" else 1.1 for sign in line)
