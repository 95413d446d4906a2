"""The text of bytes in Unicode or in what Chinese programs wrote before it.

Never is a character put in place of another.
"""

import re
from typing import Final, NamedTuple

from shared_rules.findings import RuleError
from shared_rules.roster.limits import MAX_TEXT_LINES
from shared_rules.roster.reading import double_byte

# The first of these begins as the third does.
_MARKS: Final = {
    b"\xff\xfe\0\0": "utf-32",
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"\0\0\xfe\xff": "utf-32",
}
_MANY_OF: Final = 10
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_FEW: Final = 3
# The end mark of DOS, vertical tabs and form feeds do come along; nobody sees them.
_NOT_TEXT: Final = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_LOOKED_AT: Final = 10_000
_MOST_CONTROLS: Final = 20
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")
# What stands for a character that could not be read, or is half of one.
_LOST: Final = re.compile("[\ufffd\ud800-\udfff]")
_BYTE_ORDER_MARK: Final = "\ufeff"
_LINE_END: Final = re.compile(r"\r\n?|\n")


class Decoded(NamedTuple):
    """The text of a file, and whether it was written in Big5, which no mark tells for sure."""

    text: str
    is_big5: bool


def decode(data: bytes) -> Decoded:
    """The text of a file.

    Raises:
        RuleError: as of `check`; `file.not_a_list`: the bytes are not text;
            `file.encoding_unknown`: they are text, but not in an encoding that we know.
    """
    text, encoding = _decoded(data)
    # One or two come along with a text; of a program's own format there are many.
    if len(_NOT_TEXT.findall(text, 0, _LOOKED_AT)) > _MOST_CONTROLS:
        raise RuleError("file.not_a_list")
    return Decoded(check(text), encoding == double_byte.BIG5)


def check(text: str) -> str:
    """The text, without a mark at its beginning, if a person could have written it.

    Raises:
        RuleError: `file.encoding`, `file.control_character`: with the first line that has one.
    """
    for pattern, code in ((_NOT_TEXT, "file.control_character"), (_LOST, "file.encoding")):
        if found := pattern.search(text):
            raise RuleError(code, line=line_number(text, found.start()))
    return text.removeprefix(_BYTE_ORDER_MARK)


def check_lines(lines: int) -> None:
    """Refuse a text that goes on behind more lines, empty ones counted, than a spreadsheet has.

    Raises:
        RuleError: `file.too_many_lines`.
    """
    if lines > MAX_TEXT_LINES:
        raise RuleError("file.too_many_lines", limit=MAX_TEXT_LINES)


def line_number(text: str, place: int) -> int:
    """The number of the line in which a place of the text is, counted from 1."""
    return len(_LINE_END.findall(text, 0, place)) + 1


def _decoded(data: bytes) -> tuple[str, str]:
    encoding = _encoding(data)
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        readable = data[: error.start].decode(encoding)
        # Damaged UTF-8 is often possible GB18030, of other characters; so it must not begin well.
        if encoding != "utf-8" or len(_HAN.findall(readable)) >= _FEW:
            raise RuleError("file.encoding", line=_lines(readable)) from error
    try:
        return double_byte.decode(data)
    except UnicodeDecodeError as error:
        if _CONTROLS.search(data):
            raise RuleError("file.not_a_list") from error
        in_gb18030 = data[: error.start].decode(double_byte.GB18030)
        line = max(_lines(readable), _lines(in_gb18030))
        raise RuleError("file.encoding", line=line) from error


def _encoding(data: bytes) -> str:
    """UTF-16 where a mark or the zero bytes of its digits and commas show it, else UTF-8."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if data[first::2].count(0) * _MANY_OF >= len(data):
            return encoding
    return "utf-8"


def _lines(text: str) -> int:
    return line_number(text, len(text))
