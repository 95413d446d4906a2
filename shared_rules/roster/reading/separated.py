"""Text whose cells are separated by a sign (RFC 4180 and what programs make of it).

The standard library's reader cannot tell a quote that is never closed from one in the middle of a
cell, takes no space before a separator, and treats line ends within quotes differently from one
version of Python to the next.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

from shared_rules.findings import RuleError
from shared_rules.roster.columns import find_header
from shared_rules.roster.limits import HEADER_SEARCH_ROWS
from shared_rules.roster.reading import lines
from shared_rules.roster.reading.decoding import check_lines, line_number
from shared_rules.roster.reading.workbooks import check_extent

SEPARATORS: Final = ("\t", ",", ";", "|", "，", "；", "、", "｜", "│", "┃")
_FULL_WIDTH: Final = "，；｜"
_PLAIN: Final = str.maketrans(_FULL_WIDTH, ",;|")
_LOOKED_AT: Final = 100_000
_BEGINNING: Final = HEADER_SEARCH_ROWS + 1
_LINE_END: Final = re.compile(r"\r\n?|\n|\Z")
_BLANK: Final = " \u3000\xa0\x1a"
# Lines between the rows of a table that is drawn with signs.
_RULED: Final = re.compile("[-+|=:\\s\u2500-\u257f]{3,}")
# A line that tells Excel the separator, and is not shown.
_TOLD: Final = re.compile(r'"?sep=([^\r\n])"?(?:\r\n?|\n|\Z)', re.IGNORECASE)
_LONG_NUMBER: Final = re.compile(r"[0-9]{15}")
# As many as a spreadsheet has columns; what is empty at the end of fewer is left away.
_MOST_CELLS: Final = 16_384
_AROUND_NUMBERS: Final = " \t='’‘`\"“”"
# ="6401…", by which programs keep long numbers whole.
# ="6401…" and '6401…, by which numbers are kept whole.
_KEPT_WHOLE: Final = re.compile(r"""\s*(?:="([^"]*)"|'([0-9０-９]{12,}))\s*""")


class Separated(NamedTuple):
    """The rows of a text, their separator, and the line that told it, if one did."""

    separator: str
    rows: list[list[str]]
    told: str = ""


class _Shape(NamedTuple):
    quoted: re.Pattern[str]
    plain: re.Pattern[str]


def by_header(text: str) -> str | None:
    """The separator that shows the header of a list in the first rows."""
    told, rest = _told(text)
    if told:
        return told
    return next((each for each in SEPARATORS if _is_table(rest, each)), None)


def alike(text: str) -> str:
    """The text; where only that shows a list, with one sign for those that mean the same.

    Who types a list changes between the keyboards of Chinese and of English: 姓名,身份证号 above
    王芳，6499….
    """
    if by_header(text) is None and any(sign in text[:_LOOKED_AT] for sign in _FULL_WIDTH):
        plain = text.translate(_PLAIN)
        return plain if by_header(plain) else text
    return text


def without_header(text: str) -> str | None:
    """The separator that gives every ID number a cell of its own, all in one column."""
    _, rest = _told(text)
    for separator in SEPARATORS:
        rows = beginning(rest, separator)
        holding = [row for row in rows if any(map(lines.holds_number, row))]
        places = {tuple(map(_is_number, row)).index(True) for row in holding if _is_split(row)}
        if all(map(_is_split, holding)) and len(places) == 1 and not _counts(rows):
            return separator
    return None


def most_used(text: str) -> str:
    """The separator that splits the first rows most."""
    return max(SEPARATORS, key=lambda separator: sum(map(len, beginning(text, separator))))


def split(text: str, separator: str) -> Separated:
    """All rows, as they are written; trailing empty ones are left away.

    Raises:
        RuleError: `file.quotes`: a quote is not closed; `file.quotes_over_rows`: only in the row
            of another person; `file.too_many_people`; `file.too_many_lines`.
    """
    told, rest = _told(text)
    rows: list[list[str]] = []
    filled = last = 0
    for row in _records(rest.rstrip(f"{separator}{_BLANK}\r\n"), separator):
        rows.append(row)
        check_lines(len(rows))
        if row:
            filled, last = filled + 1, len(rows)
            check_extent(filled, len(row))
    return Separated(separator, rows[:last], text[: len(text) - len(rest)] if told else "")


def beginning(text: str, separator: str) -> list[list[str]]:
    """The rows among which a header is sought."""
    rows: list[list[str]] = []
    records = _records(text[:_LOOKED_AT], separator)
    with suppress(RuleError):  # what comes before a refusal counts
        rows.extend([shown(cell) for cell in row] for row in islice(records, _BEGINNING))
    return rows


def shown(cell: str) -> str:
    """A cell without the spaces by its separators, and without what keeps numbers whole."""
    whole = _KEPT_WHOLE.fullmatch(cell) if "=" in cell or "'" in cell else None
    return whole[1] or whole[2] or "" if whole else cell.strip(" ")


def _told(text: str) -> tuple[str, str]:
    """The separator that the first line tells, and the text behind it."""
    told = _TOLD.match(text)
    return (told[1], text[told.end() :]) if told else ("", text)


def _is_table(text: str, separator: str) -> bool:
    """Whether there is a header, and ID numbers have cells of their own."""
    rows = beginning(text, separator)
    try:
        find_header([list(row) for row in rows])
    except RuleError:
        return False
    holding = [cell for row in rows for cell in row if lines.holds_number(cell)]
    return sum(map(_is_number, holding)) * 2 >= len(holding)


def _is_number(cell: str) -> bool:
    return lines.is_number(cell.strip(_AROUND_NUMBERS))


def _is_split(row: list[str]) -> bool:
    """Whether the ID number in a row has a cell of its own, beside others."""
    return len(row) > 1 and any(map(_is_number, row))


def _counts(rows: list[list[str]]) -> bool:
    """Whether people are counted in the cell of their name: 1. 王芳."""
    return any(row and lines.is_counted(row[0]) for row in rows)


def _records(text: str, separator: str) -> Iterator[list[str]]:
    """Each row, without its trailing empty cells; an empty one where nobody sees anything."""
    empty: list[str] = []
    blank = separator + _BLANK
    position = 0
    while position < len(text):
        end = _LINE_END.search(text, position)
        line_end = end.start() if end else len(text)
        line = text[position:line_end].rstrip(blank)
        if '"' in line:
            cells, position = _quoted_record(text, position, separator)
        else:
            cells = line.split(separator) if line and not _RULED.fullmatch(line) else empty
            position = end.end() if end else len(text)
        yield cells


def _quoted_record(text: str, position: int, separator: str) -> tuple[list[str], int]:
    """A row in which there are quotes, and where the next one begins."""
    shape = _shape(separator)
    cells: list[str] = []
    while True:
        cell, position = _cell(text, position, shape)
        cells.append(cell)
        if len(cells) > _MOST_CELLS:
            check_extent(0, len(cells))
        if text[position : position + 1] != separator:
            break
        position += 1
    while cells and not cells[-1].strip():
        cells.pop()
    end = _LINE_END.match(text, position)
    return cells, end.end() if end else position


def _cell(text: str, position: int, shape: _Shape) -> tuple[str, int]:
    quoted = shape.quoted.match(text, position)
    if quoted:
        content = quoted[1].replace('""', '"')
        if "\n" in content or "\r" in content:
            _check_lines(text, position, content, shape)
        return content, quoted.end()
    plain = shape.plain.match(text, position)
    written = plain[0] if plain else ""
    if written.lstrip().startswith('"') and text.find('"', text.index('"', position) + 1) < 0:
        raise RuleError("file.quotes", line=line_number(text, position))
    return written, position + len(written)


def _check_lines(text: str, position: int, content: str, shape: _Shape) -> None:
    """Refuse a cell of several lines of which one looks like the row of a person."""
    for line in content.splitlines():
        if _LONG_NUMBER.search(line) and shape.plain.fullmatch(line) is None:
            raise RuleError("file.quotes_over_rows", line=line_number(text, position))


@cache
def _shape(separator: str) -> _Shape:
    sign = re.escape(separator)
    return _Shape(
        re.compile(rf'[ \u3000\xa0]*"([^"]*+(?:""[^"]*+)*+)"[ \u3000\xa0]*(?={sign}|\r|\n|\Z)'),
        re.compile(rf"[^{sign}\r\n]*"),
    )
