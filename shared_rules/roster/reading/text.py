"""Text that holds a list: .csv and .txt files, and what is pasted into the page.

Its cells are `separated` by a sign, `spaced` under a header, or words on `lines` as in a chat.
"""

import re
from typing import Final

from shared_rules.findings import Finding, RuleError
from shared_rules.roster.reading import lines, separated, spaced
from shared_rules.roster.reading.decoding import decode
from shared_rules.roster.reading.workbooks import within_limits
from shared_rules.roster.sheets import Sheet

# Exported lists begin with a style, a comment, or words, before their table.
_HTML: Final = re.compile(r"(?is)\s*(?:<[a-z!]|mime-version:)|.*<(?:html|table)\b")
_BEGINNING: Final = 1000
_XML: Final = re.compile(r"\s*<\?xml\b")
# What programs write for programs: JSON, SQL, and SYLK, in which words for them stand among names.
_FOR_PROGRAMS: Final = re.compile(
    r"(?i)\s*(?:\[\s*)?\{\s*\"[^\"]{0,80}\"\s*:|ID;P"
    r"|\s*(?:insert\s+into|create\s+table|drop\s+table)\b"
)
_XML_SPREADSHEET: Final = "urn:schemas-microsoft-com:office:spreadsheet"


def read(data: bytes) -> Sheet:
    """The rows of a text file.

    Raises:
        RuleError: `file.html`, `file.xml_spreadsheet`, `file.not_a_list`, as of `decode`, or as of
            `table`.
    """
    text, is_big5 = decode(data)
    beginning = text[:_BEGINNING]
    is_xml = _XML.match(beginning)
    if is_xml and _XML_SPREADSHEET in beginning:
        raise RuleError("file.xml_spreadsheet")
    if _HTML.match(beginning):
        raise RuleError("file.html")
    if is_xml or _FOR_PROGRAMS.match(beginning):
        raise RuleError("file.not_a_list")
    sheet = table(text)
    if is_big5:
        return sheet._replace(findings=(*sheet.findings, Finding.of("file.read_as_big5")))
    return sheet


def table(text: str) -> Sheet:
    """The rows of a text.

    Raises:
        RuleError: `file.quotes`, `file.quotes_over_rows`, `file.no_name_beside`,
            `file.too_many_lines`.
    """
    sheet = _table(text)
    # Blank rows between are no part of a list; the filled ones were counted.
    rows, beyond = within_limits(sheet.rows, len(sheet.rows))
    return sheet._replace(rows=rows, beyond=beyond)


def separator_of(text: str) -> str | None:
    """The sign between the cells of a text; None where spaces or words show what is what."""
    if separator := separated.by_header(text):
        return separator
    if spaced.has_header(text):
        return None
    if separator := separated.without_header(text):
        return separator
    return None if lines.holds_number(text) else separated.most_used(text)


def _table(text: str) -> Sheet:
    text = separated.alike(text)
    separator = separator_of(text)
    if separator:
        rows = separated.split(text, separator).rows
        return Sheet(None, [[separated.shown(cell) for cell in row] for row in rows])
    return spaced.read(text) or lines.read(text)
