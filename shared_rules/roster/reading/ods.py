"""OpenDocument spreadsheets (.ods): rows and cells may be written once and repeated."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree

from shared_rules.findings import RuleError
from shared_rules.roster.limits import MAX_COLUMNS, MAX_SHEET_ROWS
from shared_rules.roster.reading import relations, workbooks
from shared_rules.roster.reading.archive import Parts, packed
from shared_rules.roster.reading.ods_styles import Styles
from shared_rules.roster.reading.workbooks import Beside, Look, Merged
from shared_rules.roster.sheets import CellFault, Place, Sheet

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CALC_EXTENSION: Final = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_PREFIXES: Final = {"office": _OFFICE, "style": _STYLE, "table": _TABLE, "text": _TEXT}
_CELLS: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_TYPED: Final = (f"{_OFFICE}value-type", f"{_CALC_EXTENSION}value-type")
_MANIFEST: Final = (
    b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)


@dataclass(slots=True)
class _Table:
    """What a table holds beside its cells' values."""

    hidden_rows: set[int] = field(default_factory=set)
    faults: dict[Place, CellFault] = field(default_factory=dict)
    looks: list[tuple[Place, Look]] = field(default_factory=list)
    comments: list[Place] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    beyond: Place | None = None


def read(parts: Parts) -> list[Sheet]:
    """The sheets of a spreadsheet.

    Raises:
        RuleError: `file.damaged`.
    """
    content = relations.parsed(parts["content.xml"])
    for prefix, namespace in _PREFIXES.items():  # calamine knows elements by these alone
        ElementTree.register_namespace(prefix, namespace[1:-1])
    tables = content.findall(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table")
    styles = Styles.of(content)
    besides = [_taken_apart(table, styles) for table in tables]
    _take_indents_out(content)
    _take_readings_out(content)
    plain = {
        "mimetype": parts["mimetype"],
        "META-INF/manifest.xml": _MANIFEST,
        "content.xml": ElementTree.tostring(content, encoding="utf-8"),
    }
    return workbooks.read(packed(plain), besides)


def _take_indents_out(element: ElementTree.Element) -> None:
    """Take out the white space between elements, at which calamine stops."""
    for each in element.iter():
        if not each.tag.startswith(_TEXT):
            each.text = each.text if each.text and each.text.strip() else None
            for inner in each:
                inner.tail = inner.tail if inner.tail and inner.tail.strip() else None


def _take_readings_out(content: ElementTree.Element) -> None:
    """Take out what stands above characters to say how they are read (拼音)."""
    for ruby in content.iter(f"{_TEXT}ruby"):
        for reading in ruby.findall(f"{_TEXT}ruby-text"):
            ruby.remove(reading)


def _taken_apart(table: ElementTree.Element, styles: Styles) -> Beside:
    """What calamine would not tell of a table; what lies beyond the limits is taken out of it."""
    found = _Table()
    for first, last, row in _placed(table.iter(f"{_TABLE}table-row"), "rows"):
        if _is_hidden(row, styles):
            found.hidden_rows.update(range(first, min(last, MAX_SHEET_ROWS) + 1))
        for left, right, cell in list(_placed(_cells(row), "columns")):
            if cell.find(f"{_OFFICE}annotation") is not None:
                found.comments.append(Place(first, left))
            _take_apart(found, cell, range(first, last + 1), range(left, right + 1))
            if (look := _look(cell, styles)) and _says_something(cell):
                found.looks.append((Place(first, left), look))
    return Beside(
        hidden_rows=frozenset(found.hidden_rows),
        hidden_columns=frozenset(_hidden_columns(table, styles)),
        faults=found.faults,
        looks=found.looks,
        comments=found.comments,
        merged=found.merged,
        beyond=found.beyond,
    )


def _look(cell: ElementTree.Element, styles: Styles) -> Look | None:
    """Whether a cell, or a part of its text, is crossed out, or nothing of it is seen."""
    style = cell.get(f"{_TABLE}style-name")
    spans = (
        span.get(f"{_TEXT}style-name")
        for paragraph in (cell.findall(f"{_TEXT}p") if styles.struck else ())
        for span in paragraph.iter(f"{_TEXT}span")
    )
    if style in styles.struck or any(span in styles.struck for span in spans):
        return "cell.struck"
    is_empty = bool(cell.get(f"{_OFFICE}string-value", "").strip()) and not _shown(cell).strip()
    return "cell.unseen" if style in styles.white or is_empty else None


def _take_apart(found: _Table, cell: ElementTree.Element, rows: range, columns: range) -> None:
    """Note what there is to note of a cell, which may stand for many."""
    fault = _fault(cell)
    if not (fault or _says_something(cell)):
        _empty(cell)
    elif rows[-1] > MAX_SHEET_ROWS or columns[-1] > MAX_COLUMNS:
        far = Place(max(rows[0], MAX_SHEET_ROWS + 1), columns[0])
        wide = Place(rows[0], max(columns[0], MAX_COLUMNS + 1))
        found.beyond = found.beyond or (far if rows[-1] > MAX_SHEET_ROWS else wide)
        _empty(cell)
    elif fault:
        found.faults.update((Place(row, column), fault) for row in rows for column in columns)
    _note_merged(found, cell, rows[0], columns[0])


def _empty(cell: ElementTree.Element) -> None:
    """Leave nothing of a cell but its place: calamine spreads out also what says nothing."""
    for name in (*_TYPED, f"{_TABLE}formula"):
        cell.attrib.pop(name, None)
    for inner in list(cell):
        cell.remove(inner)


def _note_merged(found: _Table, cell: ElementTree.Element, row: int, column: int) -> None:
    rows, columns = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
    if rows > 1 or columns > 1:
        found.merged.append(((row - 1, column - 1), (row + rows - 2, column + columns - 2)))


def _says_something(cell: ElementTree.Element) -> bool:
    """Whether a cell has a value that is no blank text."""
    kind = cell.get(f"{_OFFICE}value-type")
    if kind not in (None, "string"):
        return True
    return bool(_shown(cell).strip()) or bool(cell.get(f"{_OFFICE}string-value", "").strip())


def _shown(cell: ElementTree.Element) -> str:
    return "".join("".join(each.itertext()) for each in cell.findall(f"{_TEXT}p"))


def _fault(cell: ElementTree.Element) -> CellFault | None:
    """A formula without a value, or the error that a cell shows.

    Programs write errors as an empty text, or as the number 0.
    """
    is_formula = f"{_TABLE}formula" in cell.attrib
    if is_formula and len(cell) == 0 and f"{_OFFICE}value-type" not in cell.attrib:
        return CellFault("cell.formula_without_value", "")
    if is_formula or cell.get(f"{_CALC_EXTENSION}value-type") == "error":
        return CellFault.of_text(_shown(cell))
    return None


def _cells(row: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return (each for each in row if each.tag in _CELLS)


def _hidden_columns(table: ElementTree.Element, styles: Styles) -> Iterator[int]:
    for first, last, column in _placed(table.iter(f"{_TABLE}table-column"), "columns"):
        if _is_hidden(column, styles):
            yield from range(first, min(last, MAX_COLUMNS) + 1)


def _is_hidden(element: ElementTree.Element, styles: Styles) -> bool:
    is_low = element.get(f"{_TABLE}style-name") in styles.low
    return is_low or element.get(f"{_TABLE}visibility") in ("collapse", "filter")


def _placed(
    elements: Iterable[ElementTree.Element], kind: str
) -> Iterator[tuple[int, int, ElementTree.Element]]:
    """Each element with its first and last place, counted from 1."""
    last = 0
    for element in elements:
        first, last = last + 1, last + _count(element, f"number-{kind}-repeated")
        yield first, last, element


def _count(element: ElementTree.Element, name: str) -> int:
    written = element.get(f"{_TABLE}{name}", "1")
    if not written.isdecimal() or len(written) > len(str(2**31)):
        raise RuleError("file.damaged")
    return int(written)
