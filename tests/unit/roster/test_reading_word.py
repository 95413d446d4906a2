"""Word documents: the form as a table, with what Word does to tables."""

import pytest

from shared_rules.findings import RuleError
from shared_rules.roster import entries
from tests.unit.roster.list_files import (
    HEADER,
    PEOPLE,
    docx,
    word_cell,
    word_row,
    word_table,
)

FIRST, SECOND = (person.id_number for person in PEOPLE[:2])
HEAD = word_row(HEADER)
WANG = word_row(["1", "王芳", FIRST, "教师"])
LI = word_row(["2", "李娜", SECOND, "护士"])
BOTH = [("王芳", FIRST), ("李娜", SECOND)]
SPLIT = f"<w:r><w:t>{FIRST[:6]}</w:t></w:r><w:r><w:t>{FIRST[6:]}</w:t></w:r>"
CHANGED = (
    f"<w:ins><w:r><w:t>{FIRST}</w:t></w:r></w:ins>"
    "<w:del><w:r><w:delText>640</w:delText></w:r></w:del>"
)
_SDT = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
_CELL = "<w:tc><w:p/>{}</w:tc>"
_LAYOUT = f"<w:tbl><w:tr>{word_cell('单位')}{word_cell('学校')}</w:tr><w:tr>{_CELL}</w:tr></w:tbl>"
_BOX = (
    '<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent></w:p>"
)


def row_of(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def number_cell(runs: str) -> str:
    return f"<w:tc><w:p>{runs}</w:p></w:tc>"


TITLE = row_of(word_cell("参保人员名单", '<w:gridSpan w:val="4"/>'))
SHIFTED = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>'


@pytest.mark.parametrize(
    ("body", "people"),
    [
        pytest.param(word_table(TITLE, HEAD, WANG, LI), BOTH, id="a title over all columns"),
        pytest.param(word_table(HEAD, WANG) + word_table(LI), BOTH, id="goes on in a table"),
        pytest.param(word_table(HEAD, WANG) + word_table(HEAD, LI), BOTH, id="a table a page"),
        pytest.param(
            word_table(word_row(["单位", "学校"])) + word_table(HEAD, WANG, LI),
            BOTH,
            id="another table before",
        ),
        pytest.param(
            word_table(HEAD, row_of(*map(word_cell, ("1", "王芳")), number_cell(SPLIT)), LI),
            BOTH,
            id="a number in pieces",
        ),
        pytest.param(
            word_table(HEAD, row_of(*map(word_cell, ("1", "王芳")), number_cell(CHANGED)), LI),
            BOTH,
            id="tracked changes",
        ),
        pytest.param(
            word_table(HEAD, WANG.replace("<w:tr>", SHIFTED).replace(word_cell("1"), ""), LI),
            BOTH,
            id="a row that begins further right",
        ),
        pytest.param(
            word_table(HEAD, _SDT.format(WANG), LI), BOTH, id="a row in a content control"
        ),
        pytest.param(
            _LAYOUT.format(word_table(HEAD, WANG)) + _LAYOUT.format(word_table(HEAD, LI)),
            BOTH,
            id="each page laid out by a table",
        ),
        pytest.param(
            word_table(row_of(*(_CELL.format(word_table(HEAD, each)) for each in (WANG, LI)))),
            BOTH,
            id="side by side",
        ),
        pytest.param(
            _LAYOUT.format(_LAYOUT.format(word_table(HEAD, WANG, LI))), BOTH, id="nested twice"
        ),
        pytest.param(_BOX.format(word_table(HEAD, WANG, LI)), BOTH, id="a table in a text box"),
    ],
)
def test_the_people_of_a_word_table_are_read(body: str, people: list[tuple[str, str]]) -> None:
    found = entries.read(docx(body))
    assert [(entry.name, entry.id_number) for entry in found.people] == people


VANISHED = WANG.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")


@pytest.mark.parametrize(
    "row", [VANISHED, WANG.replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>")]
)
def test_a_row_that_is_hidden_as_a_whole_is_asked_about(row: str) -> None:
    found = entries.read(docx(word_table(HEAD, row, LI)))
    assert [(entry.name, entry.id_number) for entry in found.people] == BOTH
    assert [(each.code, each.row) for each in found.findings] == [("roster.row_hidden", 2)]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (word_table(WANG) + word_table(HEAD, LI), ["file.other_tables"]),
        (
            word_table(word_row(["姓名", "电话"]), word_row(["王芳", "1"])) + word_table(HEAD, LI),
            ["file.other_tables"],
        ),
        (word_table(word_row(["经办人姓名", "王芳"])) + word_table(HEAD, LI), []),
        (word_table(word_row(["电话", "0951-2090080"])) + word_table(HEAD, LI), []),
        (word_table(HEAD, LI) + paragraph(f"另：王芳 {FIRST}"), ["file.outside_table"]),
        (word_table(HEAD, LI) + paragraph("另：王芳，电话 0951-2090080"), ["file.names_outside"]),
        (word_table(HEAD, LI) + paragraph("另外还有王芳"), ["file.names_outside"]),
        (word_table(HEAD, LI) + paragraph("新增人员另行报送"), []),
        (word_table(HEAD, LI) + paragraph("还有 王芳 教师、马兰"), ["file.names_outside"]),
        (word_table(HEAD, LI) + paragraph("经办人：王芳　　电话：0951-2090080"), []),
        (word_table(HEAD, LI) + paragraph("工会主席 马兰"), []),
        (paragraph("参保人员名单") + word_table(HEAD, LI) + paragraph("2026年3月1日"), []),
        (word_table(HEAD, LI) + paragraph("方便的话，请在月底前交回。"), []),
    ],
)
def test_numbers_that_are_not_read_are_asked_about(body: str, codes: list[str]) -> None:
    found = entries.read(docx(body))
    assert [entry.name for entry in found.people] == ["李娜"]
    assert [finding.code for finding in found.findings] == codes


@pytest.mark.parametrize("number", [FIRST, FIRST[:15], FIRST[:17] + "x"])
def test_a_number_in_boxes_is_read_whole(number: str) -> None:
    head = word_row(HEADER).replace(
        word_cell("身份证号"), word_cell("身份证号", f'<w:gridSpan w:val="{len(number)}"/>')
    )
    row = word_row(["1", "王芳", *number, "教师"])
    [entry] = entries.read(docx(word_table(head, row))).people
    assert entry[1:4] == ("王芳", number, "教师")


@pytest.mark.parametrize(
    "texts",
    [
        [f"1. 王芳 {FIRST} 教师", f"2. 李娜 {SECOND} 护士"],
        ["姓名，身份证号", f"王芳，{FIRST}", f"李娜，{SECOND}"],
        ["参保名单", f"王芳 {FIRST}", "", f"李娜 {SECOND}"],
    ],
)
def test_people_on_lines_without_a_table_are_read(texts: list[str]) -> None:
    found = entries.read(docx("".join(map(paragraph, texts))))
    assert [(entry.name, entry.id_number) for entry in found.people] == BOTH


def test_a_seal_over_an_empty_row_makes_nobody_of_it() -> None:
    seal = '<w:r><w:drawing><wp:anchor xmlns:wp="urn:wp"/></w:drawing></w:r>'
    row = row_of(word_cell(""), number_cell(seal), word_cell(""), word_cell(""))
    assert len(entries.read(docx(word_table(HEAD, LI, row))).people) == 1


def test_rows_count_from_the_table_with_the_header() -> None:
    found = entries.read(docx(word_table(word_row(["说明"])) + word_table(TITLE, HEAD, WANG)))
    assert [entry.row for entry in found.people] == [3]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "file.no_table"),
        (word_table(), "file.no_table"),
        (paragraph("王芳"), "file.no_table"),
        (paragraph(FIRST) + paragraph(FIRST), "file.no_name_beside"),
        (paragraph(f"王芳 {FIRST}") + "<w:p><w:r><w:drawing/></w:r></w:p>", "file.only_pictures"),
        ("<w:p><w:r><w:drawing/></w:r></w:p>", "file.only_pictures"),
        ("<w:p><w:r><w:object/></w:r></w:p>", "file.embedded"),
        ('<w:altChunk r:id="a" xmlns:r="urn:r"/>', "file.embedded"),
        (word_table(word_row(["姓名", "电话"])), "file.columns_unclear"),
        (word_table(HEAD), "file.no_rows"),
        (word_table(HEAD, word_row(["x"] * 101)), "file.too_many_columns"),
        (
            word_table(HEAD, row_of(word_cell("x", '<w:gridSpan w:val="999999999"/>'))),
            "file.too_many_columns",
        ),
        (word_table(HEAD, *[WANG] * 20_020), "file.too_many_people"),
    ],
)
def test_documents_without_a_list_are_refused(body: str, code: str) -> None:
    with pytest.raises(RuleError) as caught:
        entries.read(docx(body))
    assert caught.value.code == code


@pytest.mark.parametrize(
    "wrapping",
    ["<w:tbl><w:tr><w:tc>|</w:tc></w:tr></w:tbl>", "<w:sdt><w:sdtContent>|</w:sdtContent></w:sdt>"],
)
def test_what_is_nested_deeper_than_programs_nest_is_refused(wrapping: str) -> None:
    before, after = (piece * 3000 for piece in wrapping.split("|"))
    with pytest.raises(RuleError) as caught:
        entries.read(docx(before + word_table(HEAD, WANG) + after))
    assert caught.value.code == "file.unsafe"
