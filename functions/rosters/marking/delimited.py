"""Marking a list that is text (.csv): same encoding, delimiter and line ends, four columns more."""

import codecs
import csv
from collections.abc import Sequence
from io import StringIO
from typing import Final

from functions.platform import spreadsheet_text
from functions.rosters.marking.marks import HEADERS, Marking
from shared_rules.roster.reading.decoding import decode
from shared_rules.roster.reading.separated import alike, split
from shared_rules.roster.reading.text import separator_of

_ENCODINGS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"", "utf-8"),
    (b"", "gb18030"),
    (b"", "utf-16-le"),
    (b"", "utf-16-be"),
)
_BOTH_ENDS: Final = "\r\n"


def mark(original: bytes, marking: Marking) -> bytes | None:
    """The list with four columns at its right; rows without people stay as they are.

    None where it has no header beside which ours could stand, or only words on lines.
    """
    own, header = decode(original).text, marking.entries.header_row - 1
    text = alike(own)
    separator = separator_of(text)
    if separator is None or header < 0:
        return None
    separated = split(text, separator)
    rows = separated.rows
    _mend(rows, marking)
    width = _width(rows[header:])
    made: dict[int, list[str]] = {header + 1: _beside(rows[header], width, HEADERS)}
    for number, each in marking.rows.items():
        texts = [text.replace("\n", " ") for text in each.texts]
        made[number] = _beside(rows[number - 1], width, texts)
    if marking.only == "to_mend":
        chosen = [[*row, str(number)] for number, row in made.items()]
        chosen[0][-1] = marking.row_header
    else:
        chosen = [made.get(number, row) for number, row in enumerate(rows, start=1)]
    marked = separated.told + _written(chosen, separator, _line_end(text))
    return _encoded(marked, original, own)


def _mend(rows: list[list[str]], marking: Marking) -> None:
    for number, cells in marking.mended.items():
        row = rows[number - 1]
        rows[number - 1] = mended = [*row, *[""] * (max(cells) - len(row))]
        for column, value in cells.items():
            mended[column - 1] = value


def _width(rows: Sequence[Sequence[str]]) -> int:
    """How many columns are hers; those of an earlier marking are not."""
    header = tuple(rows[0])
    for place in range(len(header)):
        if header[place : place + len(HEADERS)] == HEADERS:
            return place
    return max(map(len, rows))


def _beside(row: Sequence[str], width: int, texts: Sequence[str]) -> list[str]:
    own = [*row[:width], *[""] * (width - len(row))]
    return [*own, *texts]


def _written(rows: Sequence[Sequence[str]], delimiter: str, line_end: str) -> str:
    return "".join(_line(row, delimiter) + line_end for row in rows)


def _line(row: Sequence[str], delimiter: str) -> str:
    """A line without its end.

    Before Python 3.13 csv put a cell into quotes only for what ends the lines of its own file;
    readers take each of the two for an end.
    """
    target = StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter, lineterminator=_BOTH_ENDS)
    writer.writerow(map(spreadsheet_text.kept, row))
    return target.getvalue().removesuffix(_BOTH_ENDS)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _encoded(marked: str, original: bytes, text: str) -> bytes:
    """The text as the original was encoded, with its mark where it had one."""
    for byte_mark, encoding in _ENCODINGS:
        if original.startswith(byte_mark) and _decodes(original[len(byte_mark) :], encoding, text):
            return byte_mark + marked.encode(encoding)
    return codecs.BOM_UTF8 + marked.encode()


def _decodes(data: bytes, encoding: str, text: str) -> bool:
    try:
        return data.decode(encoding) == text
    except UnicodeDecodeError:
        return False
