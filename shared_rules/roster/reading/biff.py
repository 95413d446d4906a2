"""The records of a workbook stream of Excel 5 to 2003 (BIFF5 and BIFF8, MS-XLS)."""

import struct
from collections.abc import Callable, Iterator
from functools import cache
from struct import unpack_from
from typing import Final, NamedTuple

from shared_rules.roster.limits import MAX_COLUMNS
from shared_rules.roster.reading import biff_faults
from shared_rules.roster.reading.cell_styles import NOTHING_SHOWN
from shared_rules.roster.reading.workbooks import Beside, Look
from shared_rules.roster.sheets import CellFault, Place

_BEGIN, _END, _SHEET, _COLUMNS, _ROW = 0x0809, 0x000A, 0x0085, 0x007D, 0x0208
_FILE_PASS: Final = 0x002F
_CODE_PAGE: Final = 0x0042
_PICTURES: Final = 0x00EB
_FONT, _FORMAT, _STYLE = 0x0031, 0x041E, 0x00E0
_IS_STRUCK: Final = 0x08
_WHITES: Final = (1, 9)
_STYLE_OF_BIFF8, _PATTERN, _PATTERN_BITS = 20, 17, 2
# Cells of a text, a number or a formula; the last kind holds many numbers beside each other.
_CELLS: Final = (0x00FD, 0x00D6, 0x0204, 0x0203, 0x027E, 0x0006)
_NUMBERS: Final = 0x00BD
_COMMENT: Final = 0x001C
_GOES_ON: Final = 0xFFFF
_ROW_IS_HIDDEN: Final = 0x20
_COLUMN_IS_HIDDEN: Final = 0x01
# In twentieths of a point, and in 256ths of a character: nothing is seen of what is less.
_LOWEST, _NARROWEST = 60, 128
_BIFF8: Final = 0x0600
_UNICODE: Final = 1200


class Record(NamedTuple):
    """A record's place in the stream, its kind and its content."""

    place: int
    kind: int
    content: bytes


def records(book: bytes, place: int = 0) -> Iterator[Record]:
    """The records of one part of the stream, up to the part's end."""
    while place + 4 <= len(book):
        kind, length = unpack_from("<HH", book, place)
        if kind == _END:
            return
        yield Record(place, kind, book[place + 4 : place + 4 + length])
        place += 4 + length


def has_password(book: bytes) -> bool:
    """Whether what follows is encrypted."""
    return any(record.kind == _FILE_PASS for record in records(book))


def has_pictures(book: bytes) -> bool:
    """Whether there are pictures or drawings in the workbook."""
    return any(record.kind == _PICTURES for record in records(book))


def is_unicode(book: bytes) -> bool:
    """Whether texts are Unicode, as since Excel 97; before they were in a code page."""
    first = next(records(book), None)
    return bool(
        first and first.kind == _BEGIN and first.content[:2] == _BIFF8.to_bytes(2, "little")
    )


def as_unicode(book: bytes) -> bytes:
    """The stream with the code page that its texts have, whatever its writer says.

    JExcelApi and others name the code page of the machine that they ran on.
    """
    if not is_unicode(book):
        return book
    changed = bytearray(book)
    for record in records(book):
        if record.kind == _CODE_PAGE and len(record.content) == 2:  # noqa: PLR2004
            changed[record.place + 4 : record.place + 6] = _UNICODE.to_bytes(2, "little")
    return bytes(changed)


def sheets(book: bytes) -> list[Beside]:
    """What is to be told of each sheet; nothing where the records cannot be followed."""
    try:
        styles = _looks_of_styles(book)
        places = [
            place
            for record in records(book)
            if record.kind == _SHEET
            for place in unpack_from("<I", record.content)
        ]

        @cache
        def is_calculated() -> bool:  # asked by few books, and then all of them is gone through
            cells = (each[1:] for place in places for each in records(book, place))
            return biff_faults.is_calculated(cells)

        return [_sheet(book, styles, place, is_calculated) for place in places]
    except struct.error:
        return []


def _looks_of_styles(book: bytes) -> dict[int, Look]:
    """The styles, by their numbers, that are crossed out or white."""
    fonts: list[Look | None] = []
    looks: dict[int, Look] = {}
    blank_formats: set[int] = set()
    styles = 0
    for _, kind, content in records(book):
        if kind == _FONT:
            is_struck, is_white = content[2] & _IS_STRUCK, content[4] in _WHITES
            fonts.append("cell.struck" if is_struck else "cell.unseen" if is_white else None)
        elif kind == _FORMAT and NOTHING_SHOWN.fullmatch(content[5:].decode("latin-1")):
            blank_formats.update(unpack_from("<H", content))
        elif kind == _STYLE:
            font, format_ = unpack_from("<HH", content)
            place = font - (font > 4)  # noqa: PLR2004 - there is no font of the number 4
            look = fonts[place] if place < len(fonts) else None
            if look == "cell.struck" or (look and _has_no_colour(content)):
                looks[styles] = look
            elif format_ in blank_formats:
                looks[styles] = "cell.unseen"
            styles += 1
    return looks


def _has_no_colour(style: bytes) -> bool:
    """Whether cells of a style have no pattern; in what was before Excel 97, who knows."""
    return len(style) == _STYLE_OF_BIFF8 and not style[_PATTERN] >> _PATTERN_BITS


def _styled(kind: int, content: bytes) -> Iterator[tuple[Place, int]]:
    """The cells of a record, each with the number of its style."""
    if kind in _CELLS:
        row, column, style = unpack_from("<HHH", content)
        yield Place(row + 1, column + 1), style
    elif kind == _NUMBERS:
        row, first = unpack_from("<HH", content)
        for column, place in enumerate(range(4, len(content) - 6, 6), start=first):
            yield Place(row + 1, column + 1), unpack_from("<H", content, place)[0]


def _sheet(
    book: bytes, styles: dict[int, Look], place: int, is_calculated: Callable[[], bool]
) -> Beside:
    rows: set[int] = set()
    columns: set[int] = set()
    faults: dict[Place, CellFault] = {}
    looks: list[tuple[Place, Look]] = []
    comments: list[Place] = []
    for _, kind, content in records(book, place):
        if styles:
            looks += [(cell, styles[s]) for cell, s in _styled(kind, content) if s in styles]
        if kind == _ROW and _is_row_unseen(content):
            rows.add(unpack_from("<H", content)[0] + 1)
        elif kind == _COLUMNS and _is_column_unseen(content):
            first, last = unpack_from("<HH", content)
            columns.update(range(first + 1, min(last + 1, MAX_COLUMNS) + 1))
        elif kind in biff_faults.MAY_FAIL:
            if fault := biff_faults.fault(kind, content, is_calculated):
                row, column = unpack_from("<HH", content)
                faults[Place(row + 1, column + 1)] = fault
        elif kind == _COMMENT:
            row, column = unpack_from("<HH", content)
            comments += [Place(row + 1, column + 1)] if row != _GOES_ON else []
    return Beside(
        hidden_rows=frozenset(rows),
        hidden_columns=frozenset(columns),
        faults=faults,
        looks=looks,
        comments=comments,
    )


def _is_row_unseen(row: bytes) -> bool:
    (height, options) = unpack_from("<HxxxxH", row, 6)
    return bool(options & _ROW_IS_HIDDEN) or 0 < height < _LOWEST


def _is_column_unseen(columns: bytes) -> bool:
    width, _, options = unpack_from("<HHH", columns, 4)
    return bool(options & _COLUMN_IS_HIDDEN) or width < _NARROWEST
