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
_BOX = (
    '<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent></w:p>"
)


def row_of(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


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
        pytest.param(_BOX.format(word_table(HEAD, WANG, LI)), BOTH, id="a table in a text box"),
    ],
)
def test_the_people_of_a_word_table_are_read(body: str, people: list[tuple[str, str]]) -> None:
    found = entries.read(docx(body))
    assert [(entry.name, entry.id_number) for entry in found.people] == people


def test_rows_count_from_the_table_with_the_header() -> None:
    found = entries.read(docx(word_table(word_row(["说明"])) + word_table(TITLE, HEAD, WANG)))
    assert [entry.row for entry in found.people] == [3]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "file.no_table"),
        (word_table(), "file.no_table"),
        (word_table(word_row(["姓名", "电话"])), "file.no_header"),
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
