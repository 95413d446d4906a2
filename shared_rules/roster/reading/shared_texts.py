"""The texts that a workbook's sheets share (sharedStrings): which of them are blank."""

import re
from functools import cached_property
from html import unescape
from typing import Final

_TEXT: Final = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
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


def is_blank(xml: bytes) -> bool:
    """Whether nothing is seen in a piece of XML."""
    return not unescape(_TAG.sub(b"", xml).decode("utf-8", "replace")).strip()
