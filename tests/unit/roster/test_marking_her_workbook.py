"""Marked up is hers: what is in her workbook stays in it, whatever other libraries make of it."""

import io
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from functions.local.samples import people as sample_people
from functions.rosters.marking import files, kept
from functions.rosters.marking.marks import HEADERS, MarkedFile, Marking, Only
from shared_rules import plans
from shared_rules.roster import entries, judging
from shared_rules.roster.entries import Entries
from shared_rules.roster.mends import Mend, apply
from shared_rules.roster.reading import read_sheets
from shared_rules.roster.sheets import text_of
from tests.spreadsheet import opened_and_saved
from tests.unit.roster.list_files import (
    FIXTURES,
    TODAY,
    unzipped,
    with_parts,
    workbook_bytes,
    workbook_of,
    xlsx_of,
    zipped,
)

BOOKS = sorted((FIXTURES / "marking").glob("*.xlsx"))
GOOD = sample_people(6, seed=41, today=TODAY)
HEADER = ("姓名", "身份证号", "职业")
SHEET = "xl/worksheets/sheet1.xml"
STYLES = "xl/styles.xml"
# These name the sheets, or say how cells look.
CHANGED = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", STYLES, SHEET}


def marked(data: bytes, only: Only = "all", found: Entries | None = None) -> MarkedFile:
    found = found or entries.read(data)
    plan, tomorrow = plans.in_force(TODAY), TODAY + timedelta(days=1)
    findings = judging.judge(found, plan=plan, cover_from=tomorrow).findings
    return files.mark(data, Marking(found, findings, only, (), "ABCDEFGHJK"))


def listed(*people: object) -> list[tuple[str, str, str]]:
    return [(each.name, each.id_number, each.occupation) for each in people]  # type: ignore[attr-defined]


def book_of(count: int = 3) -> bytes:
    return xlsx_of(HEADER, *listed(*GOOD[:count]))


def elements(sheet: bytes) -> list[bytes]:
    """The names of everything in a sheet but rows, cells and columns, with what they say."""
    behind = sheet[: sheet.index(b"<sheetData")] + sheet[sheet.index(b"</sheetData>") :]
    found = re.findall(rb"<(?!/|\?xml|cols?\b|dimension|worksheet)[^>]+>", behind)
    return [re.sub(rb"\s*xmlns(:\w+)?=\"[^\"]*\"|\s|/", b"", each) for each in found]


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_every_part_but_those_that_name_sheets_or_looks_stays_byte_for_byte(path: Path) -> None:
    data = path.read_bytes()
    file = marked(data)
    assert (file.ending, file.told) == (".xlsx", ())
    before, after = unzipped(data), unzipped(file.data)
    assert {name: after[name] for name in before.keys() - CHANGED} == {
        name: before[name] for name in before.keys() - CHANGED
    }
    assert len([name for name in after.keys() - before.keys() if "styles" not in name]) == 1
    assert elements(after[SHEET]) == elements(before[SHEET])
    assert entries.read(file.data).people == entries.read(data).people


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_marked_again_and_again_the_file_stays_as_large(path: Path) -> None:
    data = path.read_bytes()
    once = marked(data).data
    twice = marked(once).data
    assert {name: len(part) for name, part in unzipped(marked(twice).data).items()} == {
        name: len(part) for name, part in unzipped(twice).items()
    }
    assert unzipped(twice).keys() == unzipped(once).keys()
    assert entries.read(twice).people == entries.read(data).people


def test_a_spreadsheet_program_opens_what_was_made_and_shows_the_marks() -> None:
    made = {
        f"{only} {path.name}": marked(path.read_bytes(), only).data
        for path in BOOKS
        for only in ("all", "to_mend")
    }
    for name, data in opened_and_saved(made).items():
        texts = [text_of(cell) for sheet in read_sheets(data) for row in sheet.rows for cell in row]
        assert set(HEADERS) <= set(texts), name
        if name.startswith("all"):
            path = FIXTURES / "marking" / name.removeprefix("all ")
            assert entries.read(data).people == entries.read(path.read_bytes()).people, name


def test_rows_to_mend_come_in_her_looks_without_anything_else_of_hers() -> None:
    people = listed(*GOOD[:3])
    people[1] = (people[1][0], people[1][1][:-1], people[1][2])
    book = workbook_of(HEADER, *people)
    book.create_sheet("工资")["A1"] = "秘密"
    book.worksheets[0]["A3"].number_format = "0.000"
    book.worksheets[0].column_dimensions["B"].width = 31
    file = marked(workbook_bytes(book), "to_mend")
    assert file.told == (kept.ROWS_ONLY,)
    parts = unzipped(file.data)
    for text in ("秘密", GOOD[0].name, GOOD[0].id_number):
        assert not [name for name, part in parts.items() if text.encode() in part]
    sheet = load_workbook(io.BytesIO(file.data)).worksheets[0]
    assert (sheet["A2"].number_format, sheet.column_dimensions["B"].width) == ("0.000", 31)
    assert [str(cell.value) for cell in sheet[1]][3:] == [*HEADERS, "原行号〔ABCDEFGHJK〕"]


def test_an_occupation_merged_over_rows_stands_in_each_row_to_mend() -> None:
    people = listed(*GOOD[:2])
    book = workbook_of(HEADER, people[0], (people[1][0], people[1][1][:-1], None))
    book.worksheets[0].merge_cells("C2:C3")
    data = workbook_bytes(book)
    again = entries.read(marked(data, "to_mend").data)
    assert [each.occupation for each in again.people] == [people[0][2]]


def test_a_mended_cell_of_a_merge_stands_apart_and_the_others_keep_what_it_said() -> None:
    people = listed(*GOOD[:3])
    book = workbook_of(HEADER, people[0], *((each[0], each[1], None) for each in people[1:]))
    book.worksheets[0].merge_cells("C2:C4")
    data = workbook_bytes(book)
    mends = (Mend(row=3, field="occupation", value="护士长"),)
    found = apply(entries.read(data), mends)
    file = files.mark(data, Marking(found, (), "all", mends))
    sheet = load_workbook(io.BytesIO(file.data)).worksheets[0]
    assert not sheet.merged_cells.ranges
    assert [sheet.cell(row, 3).value for row in (2, 3, 4)] == [people[0][2], "护士长", people[0][2]]


def test_formulas_and_their_results_stay() -> None:
    parts = unzipped(book_of())
    formula = b'<c r="D2"><f>LEN(B2)</f><v>18</v></c></row>'
    parts[SHEET] = parts[SHEET].replace(b"</row>", formula, 2).replace(formula, b"</row>", 1)
    sheet = unzipped(marked(zipped(parts)).data)[SHEET]
    assert b"<f>LEN(B2)</f><v>18</v>" in sheet


CHAIN = "xl/calcChain.xml"


def with_formula(kind: str = "") -> bytes:
    """The occupation of the first is a formula, and the program has noted when to work it out."""
    parts = unzipped(book_of())
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts[CHAIN] = b'<calcChain xmlns="%s"><c r="C2" i="1"/></calcChain>' % main
    formula = f'<c r="C2" t="str"><f{kind}>"教"&amp;"师"</f><v>教师</v></c>'.encode()
    parts[SHEET] = re.sub(rb'<c r="C2".*?</c>', formula, parts[SHEET])
    types, rels = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
    parts[types] = parts[types].replace(
        b"</Types>",
        b'<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.spreadsheetml.calcChain+xml"/></Types>',
    )
    parts[rels] = parts[rels].replace(
        b"</Relationships>",
        b'<Relationship Id="rId77" Target="calcChain.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/calcChain"/></Relationships>',
    )
    return zipped(parts)


def test_the_order_of_formulas_stays_until_one_of_them_is_mended() -> None:
    data = with_formula()
    mends = (Mend(row=2, field="occupation", value="护士长"),)
    found = apply(entries.read(data), mends)
    kept_parts = unzipped(marked(data).data)
    mended = unzipped(files.mark(data, Marking(found, (), "all", mends)).data)
    assert CHAIN in kept_parts
    assert b"<f>" in kept_parts[SHEET]
    assert CHAIN not in mended
    assert not [name for name, part in mended.items() if b"calcChain" in part or b"<f>" in part]


def test_where_one_formula_stands_for_several_cells_a_mended_one_makes_a_new_workbook() -> None:
    data = with_formula(' t="shared" ref="C2:C4" si="0"')
    mends = (Mend(row=2, field="occupation", value="护士长"),)
    found = apply(entries.read(data), mends)
    assert marked(data).told == ()
    assert files.mark(data, Marking(found, (), "all", mends)).told == (kept.FAILED,)


def unnumbered(data: bytes) -> bytes:
    """As programs write it that leave rows and cells without their numbers."""
    parts = unzipped(data)
    return with_parts(
        data, {SHEET: re.sub(rb'(<(?:row|c)\b[^>]*?) r="[A-Z0-9]+"', rb"\1", parts[SHEET])}
    )


def without_styles(data: bytes) -> bytes:
    parts = unzipped(data)
    del parts[STYLES]
    for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        parts[name] = re.sub(rb"<[^<>]*styles[^<>]*/>", b"", parts[name])
    parts[SHEET] = re.sub(rb' s="[0-9]+"', b"", parts[SHEET])
    return zipped(parts)


def few_styles(data: bytes) -> bytes:
    bare = re.sub(
        rb"<(fonts|fills|borders|cellXfs)\b.*?</\1>", b"", unzipped(data)[STYLES], flags=re.DOTALL
    )
    return with_parts(data, {STYLES: bare})


def prefixed(data: bytes) -> bytes:
    """As Microsoft's own SDK writes it: every element with a prefix."""
    sheet = unzipped(data)[SHEET]
    named = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", sheet).replace(b"xmlns=", b"xmlns:x=", 1)
    return with_parts(data, {SHEET: named})


def strict(data: bytes) -> bytes:
    """The strict standard's names."""
    names = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    parts = unzipped(data)
    for old, new in names.items():
        parts = {name: part.replace(old, new) for name, part in parts.items()}
    return zipped(parts)


def far_away(data: bytes) -> bytes:
    """An empty cell with a look at the sheet's very corner, and a title over its whole width."""
    sheet = unzipped(data)[SHEET]
    corner = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    areas = b'<mergeCell ref="A9:XFD9"/><mergeCell ref="C10:C1048576"/>'
    merges = b"<mergeCells>" + areas + b"</mergeCells>"
    return with_parts(data, {SHEET: sheet.replace(b"</sheetData>", corner + merges)})


@pytest.mark.parametrize(
    "change", [unnumbered, without_styles, few_styles, prefixed, strict, far_away]
)
@pytest.mark.parametrize("only", ["all", "to_mend"])
def test_workbooks_of_every_writer_come_back_marked(
    change: Callable[[bytes], bytes], only: Only
) -> None:
    people = listed(*GOOD)
    people[1] = (people[1][0], people[1][1][:-1], people[1][2])
    data = change(xlsx_of(HEADER, *people))
    file = marked(data, only)
    assert file.told == (() if only == "all" else (kept.ROWS_ONLY,))
    again = entries.read(file.data).people
    assert [each[1:4] for each in again] == (people if only == "all" else people[1:2])


@pytest.mark.parametrize(
    "part",
    [
        "xl/ctrlProps/ctrlProp1.xml",
        "xl/slicers/slicer1.xml",
        "xl/pivotCache/pivotCacheDefinition1.xml",
        "xl/threadedComments/threadedComment1.xml",
        "xl/persons/person.xml",
        "xl/activeX/activeX1.bin",
        "xl/media/image1.emf",
        "customXml/item1.xml",
        "xl/of/tomorrow.xml",
    ],
)
def test_parts_of_any_kind_stay(part: str) -> None:
    content = b"<anything/>" if part.endswith(".xml") else bytes(range(256))
    file = marked(with_parts(book_of(), {part: content}))
    assert (unzipped(file.data)[part], file.told) == (content, ())


def test_a_signature_that_the_marks_break_is_told() -> None:
    data = with_parts(book_of(), {"_xmlsignatures/sig1.xml": b"<Signature/>"})
    assert marked(data).told == (kept.SIGNED,)
    assert kept.foreseen(data, entries.read(data), fits=True) == (kept.SIGNED,)


@pytest.mark.parametrize("name", ["list.xls", "list.ods", "marking/sparkline.xlsx"])
def test_what_is_told_before_is_what_comes(name: str) -> None:
    data = (FIXTURES / name).read_bytes()
    found = entries.read(data)
    assert marked(data).told == kept.foreseen(data, found, fits=True)
    assert marked(data).told == (() if name.endswith(".xlsx") else (kept.NEW_WORKBOOK,))
