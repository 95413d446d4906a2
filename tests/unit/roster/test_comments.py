"""What somebody has written to a cell (批注) is not read, and never lost unsaid."""

from collections.abc import Callable
from typing import Final

import pytest
from openpyxl.comments import Comment

from shared_rules.roster import entries
from tests.unit.roster.list_files import (
    FIXTURES,
    HEADER,
    PEOPLE,
    docx,
    lines_of,
    unzipped,
    with_parts,
    word_cell,
    word_row,
    word_table,
    workbook_bytes,
    workbook_of,
    zipped,
)

ROWS: Final = lines_of(PEOPLE[:3])
MADE: Final = "xl/comments/comment1.xml"
RELATIONS: Final = "xl/worksheets/_rels/sheet1.xml.rels"


def commented(*cells: str) -> bytes:
    book = workbook_of((*HEADER, "备注"), *ROWS)
    for cell in cells:
        book.worksheets[0][cell].comment = Comment("已离职", "人事")
    return workbook_bytes(book)


def threaded(*cells: str) -> bytes:
    data = commented(*cells)
    parts = unzipped(data)
    said = "".join(f'<threadedComment ref="{cell}" id="{{1}}"/>' for cell in cells)
    kind = b"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    usual = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    changed = {
        MADE: f"<ThreadedComments>{said}</ThreadedComments>".encode(),
        RELATIONS: parts[RELATIONS].replace(usual, kind),
    }
    return with_parts(data, changed)


def told(data: bytes) -> list[tuple[str, str | None, str | None]]:
    found = entries.read(data)
    assert len(found.people) == len(ROWS)
    return [(each.code, each.cell, each.field) for each in found.findings]


@pytest.mark.parametrize("make", [commented, threaded])
@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("B3",), [("cell.comment", "B3", "name")]),
        (("A3",), [("cell.comment", "A3", "number")]),
        (("E4",), [("cell.comment", "E4", None)]),
        (("C2", "D4"), [("cell.comment", "C2", "id_number"), ("cell.comment", "D4", "occupation")]),
        (("B1",), [("file.comments_elsewhere", None, None)]),
        (
            ("A9", "B3"),
            [("file.comments_elsewhere", None, None), ("cell.comment", "B3", "name")],
        ),
    ],
)
def test_a_comment_is_told_at_its_cell(
    make: Callable[..., bytes], cells: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert told(make(*cells)) == expected


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_however_a_program_writes_them(ending: str) -> None:
    found = entries.read((FIXTURES / f"comments.{ending}").read_bytes())
    assert len(found.people) == len(PEOPLE)
    told_of_comments = [each for each in found.findings if "comment" in each.code]
    assert [(each.code, each.cell) for each in told_of_comments] == [
        ("file.comments_elsewhere", None),
        ("cell.comment", "B4"),
        ("cell.comment", "E5"),
    ]


def test_so_have_tables_of_word() -> None:
    mark = '</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    first = "".join(word_cell(str(cell)) for cell in ROWS[0][:-1])
    last = word_cell("教师").replace("</w:t></w:r></w:p>", mark)
    rows = (word_row(HEADER), f"<w:tr>{first}{last}</w:tr>", *map(word_row, ROWS[1:]))
    assert told(docx(word_table(*rows))) == [("cell.comment", "D2", "occupation")]


def test_who_has_a_comment_is_counted_and_it_is_asked() -> None:
    [asked] = entries.read(commented("B3")).findings
    assert (asked.severity, asked.row) == ("warning", 3)


BOX: Final = (
    b'<xdr:wsDr xmlns:xdr="urn:x" xmlns:a="urn:a"><xdr:sp><a:p><a:r><a:t>%s</a:t></a:r>'
    b"<a:r><a:t>%s</a:t></a:r></a:p></xdr:sp></xdr:wsDr>"
)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (("李娜" + PEOPLE[4].id_number[:6], PEOPLE[4].id_number[6:]), {"file.outside_table"}),
        (("另：王芳，", "电话 0951-2090080"), {"file.names_outside"}),
        (("还有 王芳 教师", "、马兰"), {"file.names_outside"}),
        (("填表说明：", "请用黑色字迹填写"), set()),
        (("联系电话：", "0951-2090080"), set()),
        (("共 12 人", ""), set()),
    ],
)
def test_people_in_a_text_box_are_asked_about(said: tuple[str, str], asked: set[str]) -> None:
    data = commented("B1")
    parts = unzipped(data)
    relation = (
        b'<Relationship Id="rId9" Target="/xl/drawings/drawing1.xml" Type='
        b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"/>'
    )
    end = b"</Relationships>"
    changed = {
        RELATIONS: parts[RELATIONS].replace(end, relation + end),
        "xl/drawings/drawing1.xml": BOX % tuple(part.encode() for part in said),
    }
    codes = {code for code, *_ in told(with_parts(data, changed))}
    assert codes & {"file.outside_table", "file.names_outside"} == asked


def test_comments_that_cannot_be_read_cost_nobody_her_list() -> None:
    parts = unzipped(commented("B3"))
    assert told(zipped({**parts, MADE: "<comments/>".encode("utf-16")})) == []
