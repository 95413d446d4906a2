"""Text with separated columns: .csv and .txt files, and rows copied from a spreadsheet."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Final

from shared_rules.findings import RuleError
from shared_rules.roster.columns import find_header
from shared_rules.roster.limits import HEADER_SEARCH_ROWS, MAX_FILE_BYTES
from shared_rules.roster.reading.workbooks import check_extent
from shared_rules.roster.sheets import Row, Sheet

DELIMITERS: Final = ("\t", ",", ";", "，", "；")
_MARKS: Final = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_MANY_OF: Final = 10
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_FEW: Final = 3
_LOOKED_AT: Final = 100_000
# The end mark of DOS, vertical tabs and form feeds do come along; nobody sees them.
_NOT_TEXT: Final = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
# What stands for a character that could not be read, or is half of one.
_LOST: Final = re.compile("[\ufffd\ud800-\udfff]")
# Exported lists begin with a style, a comment, or words, before their table.
_HTML: Final = re.compile(r"(?is)\s*(?:<[a-z!]|mime-version:)|.*<(?:html|table)\b")
_BEGINNING: Final = 1000
_XML: Final = re.compile(r"\s*<\?xml\b")
_XML_SPREADSHEET: Final = "urn:schemas-microsoft-com:office:spreadsheet"
# A remark may be longer than csv's own limit; a file has one.
csv.field_size_limit(MAX_FILE_BYTES)
_FORMULA: Final = re.compile(r'\s*="([^"]*)"\s*')


def read(data: bytes) -> Sheet:
    """The rows of a text file.

    Raises:
        RuleError: `file.encoding`, `file.html`, `file.xml_spreadsheet`, `file.not_a_list`, or as
            of `table`.
    """
    text = decode(data)
    beginning = text[:_BEGINNING]
    is_xml = _XML.match(beginning)
    if is_xml and _XML_SPREADSHEET in beginning:
        raise RuleError("file.xml_spreadsheet")
    if _HTML.match(beginning):
        raise RuleError("file.html")
    if is_xml:
        raise RuleError("file.not_a_list")
    return table(text)


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, GB18030 or UTF-16; never a character put in place of another.

    Raises:
        RuleError: `file.encoding`, or `file.not_a_list` where the bytes are not text.
    """
    return check(_decoded(data))


def check(text: str) -> str:
    """The text, unchanged, if a person could have written it.

    Raises:
        RuleError: `file.not_a_list`, `file.encoding`.
    """
    if _NOT_TEXT.search(text):
        raise RuleError("file.not_a_list")
    if _LOST.search(text):
        raise RuleError("file.encoding")
    return text


def table(text: str) -> Sheet:
    """The rows of a text, by the delimiter that its header shows.

    Raises:
        RuleError: `file.quotes`, `file.too_many_columns`, `file.too_many_people`.
    """
    rows: list[Row] = []
    columns = 0
    for row in _records(text, _delimiter(text)):
        rows.append(row)
        columns = max(columns, len(row))
        check_extent(len(rows), columns)
    return Sheet(None, rows)


def _decoded(data: bytes) -> str:
    encoding = _encoding(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        # Damaged UTF-8 is often possible GB18030, of other characters; so it must not begin well.
        if encoding != "utf-8" or _begins_well(data[: error.start].decode()):
            raise RuleError("file.encoding") from error
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise RuleError("file.encoding") from error


def _encoding(data: bytes) -> str:
    """UTF-16 where a mark or the zero bytes of its digits and commas show it, else UTF-8."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if data[first::2].count(0) * _MANY_OF >= len(data):
            return encoding
    return "utf-8"


def _begins_well(text: str) -> bool:
    return len(_HAN.findall(text)) >= _FEW


def _delimiter(text: str) -> str:
    """The delimiter that shows a header in the first rows, else the one that splits most."""
    return max(DELIMITERS, key=lambda delimiter: _clearness(text, delimiter))


def _clearness(text: str, delimiter: str) -> tuple[bool, int]:
    records = csv.reader(StringIO(text[:_LOOKED_AT], newline=""), delimiter=delimiter)
    rows: list[Row] = [list(row) for row in islice(records, HEADER_SEARCH_ROWS + 1)]
    try:
        find_header(rows)
    except RuleError:
        return False, sum(map(len, rows))
    return True, 0


def _records(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield [_shown(cell) for cell in row]
    except csv.Error as error:
        raise RuleError("file.quotes", line=max(reader.line_num, 1)) from error


def _shown(cell: str) -> str:
    """What a spreadsheet shows of a cell: of ="…", which keeps numbers whole, its text."""
    formula = _FORMULA.fullmatch(cell) if "=" in cell else None
    return formula[1] if formula else cell
