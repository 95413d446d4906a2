"""Text that stands beside the tables of a file, such as in a text box: nobody in it is read."""

import re
from collections.abc import Iterable
from typing import Final

from shared_rules.identity import id_number
from shared_rules.roster.reading import line_words

# 另外还有王芳
_ANOTHER: Final = re.compile(
    r"\s*(?:另外?|还有|补[充报]|外加|新增|增[加补]|追加|漏报|加上)+(?:的|了|一[人位名])*[:：,，、\s]*"
)


def message(texts: Iterable[str]) -> str | None:
    """The message that asks about people in texts outside of all tables, a line each."""
    lines = [_ANOTHER.sub("", text, count=1) for text in texts]
    if any(map(id_number.occurs_in, lines)):
        return "file.outside_table"
    return "file.names_outside" if any(map(line_words.names_somebody, lines)) else None
