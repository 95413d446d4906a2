"""No text of a list becomes a formula in what is given back."""

import re

import pytest

from functions.rosters.marking import files
from functions.rosters.marking.marks import MarkedFile, Marking, Only
from shared_rules.roster import entries
from tests.unit.roster.list_files import HEADER, unzipped, workbook_bytes, workbook_of
from tests.unit.roster.marked_lists import findings_of, marked, opened

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
    " =1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://192.0.2.1","x")',
]


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("only", ["all", "to_mend"])
def test_no_text_becomes_a_formula_in_her_workbook(text: str, only: Only) -> None:
    book = workbook_of(HEADER, [1, "王芳", "6401", ""])
    for place in ("B2", "D2"):
        book.worksheets[0][place].value = text
        book.worksheets[0][place].data_type = "s"
    assert_harmless(marked(workbook_bytes(book), only), text)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_in_a_new_workbook(text: str) -> None:
    found = entries.typed([(text, text, text)])
    assert_harmless(files.mark(None, Marking(found, findings_of(found))), text)


def assert_harmless(file: MarkedFile, text: str) -> None:
    assert not [part for part in unzipped(file.data).values() if b"<f>" in part or b"<f " in part]
    cells = [cell for row in opened(file).worksheets[0].iter_rows() for cell in row]
    hers = [cell for cell in cells if str(cell.value or "").strip() == text.strip()]
    assert hers
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in hers)


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("only", ["all", "to_mend"])
def test_no_text_becomes_a_formula_in_csv(text: str, only: Only) -> None:
    quoted = text.replace('"', '""')
    data = f'姓名,身份证号,职业\n"{quoted}",6401,"{quoted}"\n'.encode()
    rows = marked(data, only).data.decode().split("\n")
    assert f"'{text}" in marked(data, only).data.decode().replace('""', '"')
    assert not [row for row in rows if re.match(r"[\s\"]*[=+\-@＝＋－＠]", row)]
