"""The texts that a workbook's sheets share (sharedStrings): which are blank, or crossed out."""

import re
from functools import cached_property
from html import unescape
from typing import Final

_TEXT: Final = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_END_OF_RUN: Final = re.compile(rb"</(?:\w+:)?r>")
_STRUCK: Final = re.compile(rb"""<(?:\w+:)?strike(?:\s+val=["'](?:1|true)["'])?\s*/>""")
STRIKE: Final = b"strike"
"""Without which nothing is crossed out."""
_TAG: Final = re.compile(rb"<[^>]*>")


class SharedTexts:
    """The texts by their numbers; they are looked at only where a sheet asks for it."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    @cached_property
    def _are_blank(self) -> list[bool]:
        return [is_blank(text) for text in _TEXT.findall(self._content)]

    def is_blank(self, number: bytes) -> bool:
        """Whether the text of that number is blank; a number that there is not is blank, too."""
        place = int(number) if number.isdigit() and len(number) < 9 else len(self._are_blank)  # noqa: PLR2004
        return place >= len(self._are_blank) or self._are_blank[place]

    @cached_property
    def struck(self) -> frozenset[bytes]:
        """The numbers of the texts of which a part is crossed out."""
        if STRIKE not in self._content:
            return frozenset()
        texts = enumerate(_TEXT.findall(self._content))
        return frozenset(b"%d" % number for number, text in texts if is_struck(text))


def is_struck(xml: bytes) -> bool:
    """Whether some of what is seen in a piece of XML is crossed out."""
    return STRIKE in xml and any(
        _STRUCK.search(run) and not is_blank(run) for run in _END_OF_RUN.split(xml)[:-1]
    )


def is_blank(xml: bytes) -> bool:
    """Whether nothing is seen in a piece of XML."""
    return not unescape(_TAG.sub(b"", xml).decode("utf-8", "replace")).strip()
