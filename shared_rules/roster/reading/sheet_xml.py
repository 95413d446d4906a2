"""A sheet of an .xlsx as XML: what the values of its cells do not tell, and how far it reaches.

Regular expressions, because an XML parser of Python's takes several times as long as all the rest.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import Final, NamedTuple

from shared_rules.findings import RuleError, column_letters
from shared_rules.roster.limits import MAX_COLUMNS, MAX_SHEET_ROWS
from shared_rules.roster.reading.shared_texts import SharedTexts, is_blank
from shared_rules.roster.reading.workbooks import Beside
from shared_rules.roster.sheets import CellFault, Place, column_number

_COLUMN: Final = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_ATTRIBUTE: Final = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")
# Hidden, or so low or narrow that nothing is seen.
_UNSEEN: Final = re.compile(
    rb"""\s(?:hidden=["'](?:1|true)|ht=["'][0-2](?:\.[0-9]+)?|width=["']0(?:\.[0-4][0-9]*)?)["']""",
    re.ASCII,
)
_FORMULA: Final = rb"<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
# A formula's cell that has no value, or an empty one that is not the text "".
_UNVALUED: Final = re.compile(
    rb"""<(?:\w+:)?c\s(?![^>]*\bt=["']str["'])([^>]*[^/])>\s*"""
    + _FORMULA
    + rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>\s*)?</(?:\w+:)?c>"""
)
# A cell of type “error”: its attributes, and what it shows.
_ERROR: Final = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*?\bt=["']e["'][^>]*)>\s*(?:"""
    + _FORMULA
    + rb""")?<(?:\w+:)?v>([^<]{1,40})<"""
)
_OLD_ERROR: Final = b"#N/A<"
_ANY_ERROR: Final = re.compile(rb"""t=["']e["']""")
_ANY_FORMULA: Final = re.compile(rb"<f\b")
_ANY_PREFIXED_FORMULA: Final = re.compile(rb":f\b")
_ADDRESS: Final = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")
_COMMENT: Final = re.compile(
    rb"""<(?:\w+:)?(?:c|threadedC)omment\s[^<>]*?\bref=["']([A-Z]{1,3})([0-9]{1,7})["']"""
)
_PLAIN_ROOT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*)?<worksheet\b")
_UNADDRESSED: Final = re.compile(rb'<(?:c|row)(?:>| (?!r="))')
_PLACED: Final = re.compile(rb"""<((?:\w+:)?)(row|c)\b([^>]*)>""")
# Of each row, its number and its other attributes.
_PLAIN_ROW: Final = re.compile(rb'<row r="([0-9]+)"([^>]*)>')
_PREFIXED_ROW: Final = re.compile(rb'<\w+:row r="([0-9]+)"([^>]*)>')
_ENDS_OF_DATA: Final = 2
_PLAIN_CELL: Final = re.compile(rb'<c r="([A-Z]+[0-9]+)"')
_PREFIXED_CELL: Final = re.compile(rb'<\w+:c r="([A-Z]+[0-9]+)"')
# To look at more takes seconds; a list of MAX_PEOPLE with thirty columns has fewer.
_MOST_COMPARED: Final = 300_000
_NUMBER: Final = re.compile(rb"""\s(?<![\w:])r\s*=\s*["']([A-Z]*)([0-9]*)["']""")


class Found(NamedTuple):
    """What a sheet holds beside its cells' values."""

    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    faults: Mapping[Place, CellFault]
    beyond: Place | None

    def of_sheet(self, name: str, *, hidden: bool) -> Beside:
        """The same, with the sheet's name."""
        return Beside(
            name, hidden, self.hidden_rows, self.hidden_columns, self.faults, beyond=self.beyond
        )


def taken_apart(content: bytes, texts: SharedTexts, *, pictures: bool) -> tuple[bytes, Found]:
    """The sheet for calamine, no larger than a list may be, and what it would not tell.

    Args:
        content: the sheet's part.
        texts: those of the workbook.
        pictures: whether the workbook has pictures that are put into cells.

    Raises:
        RuleError: `file.row_twice`, `file.damaged`.
    """
    if content.count(b"sheetData>") > _ENDS_OF_DATA:
        raise RuleError("file.damaged")  # calamine would read the first of them alone
    if not _is_addressed(content):
        content = _addressed(content)
    rows = _rows(content)
    content, beyond = _cut(content, rows, texts)
    found = Found(
        frozenset(_hidden_rows(rows)),
        frozenset(_hidden_columns(content)),
        {**dict(_faults(content, pictures=pictures)), **dict(_twice(content))},
        beyond,
    )
    return _with_old_errors(content) if found.faults else content, found


def _is_addressed(content: bytes) -> bool:
    """Whether each row and cell has its address, written as most programs write it."""
    return _PLAIN_ROOT.match(content) is not None and not _UNADDRESSED.search(content)


def _addressed(content: bytes) -> bytes:
    """The sheet with an address at each row and cell, which some programs leave out."""
    row = column = 0

    def placed(tag: re.Match[bytes]) -> bytes:
        nonlocal row, column
        prefix, kind, attributes = tag.groups()
        said = _NUMBER.search(attributes)
        if kind == b"row":
            row, column = int(said[2] or 0) if said else row + 1, 0
            address = b"%d" % row
        else:
            column = column_number(said[1].decode()) if said else column + 1
            address = b"%s%d" % (column_letters(column).encode(), row)
        return b'<%s%s r="%s"%s>' % (prefix, kind, address, _NUMBER.sub(b"", attributes))

    return _PLACED.sub(placed, content)


def _rows(content: bytes) -> list[tuple[bytes, bytes]]:
    """The number of each row, and its other attributes.

    A sheet that has a row twice is refused: calamine would keep the last alone.
    """
    row = _PLAIN_ROW if _PLAIN_ROOT.match(content) else _PREFIXED_ROW
    rows = row.findall(content)
    numbers = [number for number, _ in rows]
    if len(set(numbers)) < len(numbers):
        number, _ = Counter(numbers).most_common(1)[0]
        raise RuleError("file.row_twice", row=int(number))
    return rows


def _beyond(limit: str, first: str, last: str) -> str:
    """A pattern of the counts after `limit`, written with the signs from `first` to `last`."""
    longer = f"[{first}-{last}]{{{len(limit) + 1},}}"
    same_length = (
        f"{limit[:place]}[{chr(ord(sign) + 1)}-{last}][{first}-{last}]{{{len(limit) - place - 1}}}"
        for place, sign in enumerate(limit)
        if sign != last
    )
    return f"(?:{'|'.join((*same_length, longer))})"


# Formatted cells without a value reach to the end of the sheet in many files: no harm in them.
_FAR_COLUMN: Final = _beyond(column_letters(MAX_COLUMNS), "A", "Z")
_FAR_ROW: Final = _beyond(str(MAX_SHEET_ROWS), "0", "9")
_FAR_CELL: Final = re.compile(
    rf"""<(?:\w+:)?c(?:\s[^>]*)? r="(?:{_FAR_COLUMN}[0-9]+|[A-Z]+{_FAR_ROW})\""""
    r"(?:[^>]*/>|[^>]*>.*?</(?:\w+:)?c>)".encode(),
    re.DOTALL,
)
_FAR_COLUMN_STARTS: Final = re.compile(rf'r="{_FAR_COLUMN}[0-9]'.encode())
_LAST_ROW: Final = str(MAX_SHEET_ROWS).encode()


def _cut(
    content: bytes, rows: Iterable[tuple[bytes, bytes]], texts: SharedTexts
) -> tuple[bytes, Place | None]:
    """The sheet without what lies beyond the limits, and the first cell there that says something.

    calamine spreads a sheet out as far as it reaches, also over what is blank.
    """
    last = max((number for number, _ in rows), key=lambda each: (len(each), each), default=b"")
    is_long = (len(last), last) > (len(_LAST_ROW), _LAST_ROW)
    if not is_long and not _FAR_COLUMN_STARTS.search(content):
        return content, None
    says = (cell[0] for cell in _FAR_CELL.finditer(content) if not _says_nothing(cell[0], texts))
    first = next(says, None)
    attributes = dict(_ATTRIBUTE.findall(first[: first.index(b">")])) if first else {}
    return _FAR_CELL.sub(b"", content), _place(attributes)


_INSIDE: Final = re.compile(rb"<(?:\w+:)?(v|is)(?:\s[^>]*)?>(.*?)</(?:\w+:)?\1>", re.DOTALL)
_SHARED: Final = re.compile(rb"""\st=["']s["']""")


def _says_nothing(cell: bytes, texts: SharedTexts) -> bool:
    inside = _INSIDE.search(cell)
    if inside is None:
        return True
    if _SHARED.search(cell, 0, cell.index(b">")):
        return texts.is_blank(inside[2].strip())
    return is_blank(inside[2])


def _hidden_rows(rows: Sequence[tuple[bytes, bytes]]) -> Iterator[int]:
    unseen = set(filter(_UNSEEN.search, {attributes for _, attributes in rows}))
    if unseen:
        yield from (int(number) for number, attributes in rows if attributes in unseen)


def _hidden_columns(content: bytes) -> Iterator[int]:
    before_the_cells = content[: content.find(b"sheetData")]
    for attributes in _unseen_columns(before_the_cells):
        first, last = int(attributes.get(b"min", 0)), int(attributes.get(b"max", 0))
        yield from range(first, min(last, MAX_COLUMNS) + 1)


def _unseen_columns(content: bytes) -> Iterator[dict[bytes, bytes]]:
    """The attributes of columns that are hidden, or have no width."""
    for attributes in _COLUMN.findall(content):
        if _UNSEEN.search(b" " + attributes):
            yield dict(_ATTRIBUTE.findall(attributes))


def _faults(content: bytes, *, pictures: bool) -> Iterator[tuple[Place, CellFault]]:
    any_formula = _ANY_FORMULA if _PLAIN_ROOT.match(content) else _ANY_PREFIXED_FORMULA
    if any_formula.search(content):
        for cell in _UNVALUED.finditer(content):
            if place := _place(dict(_ATTRIBUTE.findall(cell[1]))):
                yield place, CellFault("cell.formula_without_value", "")
    if not _ANY_ERROR.search(content):
        return
    for cell in _ERROR.finditer(content):
        attributes = dict(_ATTRIBUTE.findall(cell[1]))
        if place := _place(attributes):
            # Excel keeps a picture that is put into a cell as #VALUE! with metadata.
            is_picture = pictures and b"vm" in attributes and cell[2] == b"#VALUE!"
            yield place, CellFault.picture() if is_picture else CellFault.error(cell[2].decode())


def _twice(content: bytes) -> Iterator[tuple[Place, CellFault]]:
    """The cells that a sheet has twice: calamine would keep the last alone."""
    cell = _PLAIN_CELL if _PLAIN_ROOT.match(content) else _PREFIXED_CELL
    addresses = list(map(itemgetter(1), islice(cell.finditer(content), _MOST_COMPARED)))
    if len(set(addresses)) < len(addresses):
        for address, times in Counter(addresses).items():
            if times > 1 and (place := _place({b"r": address})):
                yield place, CellFault("cell.twice", "")


def commented(comments: bytes) -> Iterator[Place]:
    """The cells to which a part of comments, or of threaded ones, belongs."""
    for address in _COMMENT.finditer(comments):
        yield Place(int(address[2]), column_number(address[1].decode()))


def _place(attributes: dict[bytes, bytes]) -> Place | None:
    address = _ADDRESS.fullmatch(attributes.get(b"r", b""))
    return Place(int(address[2]), column_number(address[1].decode())) if address else None


def _with_old_errors(content: bytes) -> bytes:
    """The sheet with only such errors as calamine knows; of others it refuses the whole file."""
    return _ERROR.sub(lambda cell: content[cell.start() : cell.start(2)] + _OLD_ERROR, content)
