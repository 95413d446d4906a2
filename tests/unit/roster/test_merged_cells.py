"""What a cell that is merged over several rows or columns says of each of them."""

import pytest

from shared_rules.roster import entries
from tests.unit.roster.list_files import (
    FIXTURES,
    PEOPLE,
    docx,
    form_rows,
    word_cell,
    word_table,
    workbook_bytes,
    workbook_of,
)

NUMBER = PEOPLE[0].id_number


def merged_in_word() -> bytes:
    """The form in Word with D3:D6 and B8:C9 merged, on two pages."""
    goes_on, two_columns = "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    begins = '<w:vMerge w:val="restart"/>'
    rows = [list(map(str, cells)) for cells in form_rows()]
    written = [[word_cell(text) for text in row] for row in rows]
    written[2][3] = word_cell(rows[2][3], begins)
    for row in written[3:6]:
        row[3] = word_cell("", goes_on)
    written[7][1:3] = [word_cell(rows[7][1], two_columns + begins)]
    written[8][1:3] = [word_cell("", two_columns + goes_on)]
    lines = [f"<w:tr>{''.join(row)}</w:tr>" for row in written]
    return docx(word_table(*lines[:5]) + word_table(*lines[5:]))


@pytest.mark.parametrize(
    "data",
    [
        *(
            pytest.param((FIXTURES / f"merged.{ending}").read_bytes(), id=ending)
            for ending in ("xlsx", "xls", "ods")
        ),
        pytest.param(merged_in_word(), id="docx"),
    ],
)
def test_an_occupation_merged_over_rows_is_everybodys_and_a_number_is_nobody_elses(
    data: bytes,
) -> None:
    found = {entry.row: entry for entry in entries.read(data).people}
    expected = {row: person.occupation for row, person in enumerate(PEOPLE, start=3)}
    for row in (4, 5, 6):
        expected[row] = PEOPLE[0].occupation
    del expected[9]
    assert {row: entry.occupation for row, entry in found.items()} == expected
    assert [row for row, entry in found.items() if not entry.id_number] == [8]


@pytest.mark.parametrize(
    ("merged", "occupations"),
    [
        pytest.param("C2:C3", ["教师", "教师", "会计"], id="two of three"),
        pytest.param("C2:D4", ["教师"] * 3, id="with the column beside it"),
        pytest.param("C1:C4", ["", "", ""], id="with the header"),
        pytest.param("B2:C4", ["", "", ""], id="with the number"),
        pytest.param("B2:B4", ["教师", "护士", "会计"], id="the number"),
        pytest.param("C2:C3 C3:C4", ["教师", "教师", ""], id="over each other"),
    ],
)
def test_only_the_occupation_is_taken_from_a_merged_cell(
    merged: str, occupations: list[str]
) -> None:
    book = workbook_of(
        ["姓名", "身份证号", "职业", ""],
        ["王芳", NUMBER, "教师", ""],
        ["李娜", NUMBER, "护士", ""],
        ["张敏", NUMBER, "会计", ""],
    )
    for area in merged.split():
        book.worksheets[0].merge_cells(area)
    found = entries.read(workbook_bytes(book)).people
    assert [entry.occupation or "" for entry in found] == occupations
    merged_number = merged.startswith("B")
    assert [bool(entry.id_number) for entry in found] == [True, *[not merged_number] * 2]
