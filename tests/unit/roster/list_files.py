"""Files of lists for tests, made in memory: workbooks, Word documents, and any archive."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from openpyxl import Workbook

from functions.local import samples
from functions.local.samples import Person

TODAY: Final = date(2026, 3, 2)
PEOPLE: Final = samples.people(9, seed=7, today=TODAY)
FIXTURES: Final = Path(__file__).resolve().parents[2] / "fixtures" / "rosters"
HEADER: Final = ("序号", "姓名", "身份证号", "职业")
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def workbook_bytes(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def workbook_of(*rows: Sequence[Any], title: str = "Sheet1") -> Workbook:
    book = Workbook()
    book.worksheets[0].title = title
    for row in rows:
        book.worksheets[0].append(list(row))
    return book


def xlsx_of(*rows: Sequence[Any]) -> bytes:
    return workbook_bytes(workbook_of(*rows))


def lines_of(people: Iterable[Person]) -> list[tuple[int, str, str, str]]:
    """Of each one what stands below HEADER."""
    return [(n, p.name, p.id_number, p.occupation) for n, p in enumerate(people, start=1)]


def form_rows() -> list[Sequence[Any]]:
    """The form of 附件2, filled in: title, header, people, the unit's name."""
    return [
        ("关爱女职工“安康保”参保人员名单",),
        HEADER,
        *lines_of(PEOPLE),
        ("单位名称：", "贺兰县示例小学", "", ""),
    ]


def zipped(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def xlsx_cells(sheet_data: str) -> bytes:
    """A workbook whose one sheet has these rows, as XML of SpreadsheetML."""
    parts = unzipped(xlsx_of())
    name = "xl/worksheets/sheet1.xml"
    sheet = re.sub(
        "<sheetData ?/>|<sheetData>.*</sheetData>",
        lambda _: f"<sheetData>{sheet_data}</sheetData>",
        parts[name].decode(),
    )
    return zipped({**parts, name: sheet.encode()})


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The same archive with parts added or put in place of others."""
    return zipped({**unzipped(data), **parts})


def word_row(cells: Sequence[Any]) -> str:
    return "<w:tr>" + "".join(word_cell(str(cell)) for cell in cells) + "</w:tr>"


def word_cell(text: str, properties: str = "") -> str:
    run = f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{run}</w:tc>"


def word_table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def docx(body: str) -> bytes:
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()})
