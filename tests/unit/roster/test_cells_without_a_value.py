"""A cell to which the reader can give no value is an error at its cell, never a blank."""

from itertools import cycle
from struct import unpack_from
from typing import Any

import pytest

from functions.rosters import parsing
from shared_rules import plans
from shared_rules.roster import judging
from shared_rules.roster.judging import Report
from shared_rules.roster.limits import MAX_FIELD_LENGTH, MAX_SHEET_NAME_LENGTH
from shared_rules.roster.reading import biff
from shared_rules.roster.reading.ole import OldOfficeFile
from shared_rules.roster.sheets import CellFault, is_blank
from tests.unit.roster.list_files import (
    FIXTURES,
    PEOPLE,
    TODAY,
    unzipped,
    with_parts,
    workbook_bytes,
    workbook_of,
    xlsx_cells,
    xlsx_of,
    zipped,
)

NUMBER = PEOPLE[0].id_number


def judge(data: bytes) -> Report:
    return judging.judge(parsing.read(data), plan=plans.in_force(TODAY), cover_from=TODAY)


def faults(report: Report) -> list[tuple[str, str | None, object]]:
    return [
        (each.code, each.cell, each.params.get("shown"))
        for each in report.errors
        if each.code.startswith("cell.")
    ]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_formulas_that_failed_are_errors_at_their_cells(ending: str) -> None:
    report = judge((FIXTURES / f"faults.{ending}").read_bytes())
    assert faults(report) == [
        *(("cell.error_value", cell, "#N/A") for cell in ("B4", "C4", "D4")),
        ("cell.error_value", "B6", "#DIV/0!"),
        ("cell.error_value", "C8", "#N/A"),
        ("cell.error_value", "D10", "#VALUE!"),
    ]
    assert report.counts.rows == len(PEOPLE)
    assert [each.row for each in report.people] == [3, 5, 7, 9, 11]
    assert ("roster.occupation_missing", "D11") in [(e.code, e.cell) for e in report.findings]


RESULT_IS_NOTHING = bytes.fromhex("030000000000ffff0000")
ZERO_UNTIL_OPENED = bytes.fromhex("00000000000000000200")


def with_results(*results: bytes) -> bytes:
    """The list of formulas that failed, with other results: D11's formula is one of “""”."""
    data = (FIXTURES / "faults.xls").read_bytes()
    file = OldOfficeFile.of(data)
    book = file.stream("Workbook")
    changed = bytearray(book)
    [place, *_] = [unpack_from("<I", r.content)[0] for r in biff.records(book) if r.kind == 0x85]
    formulas = [each.place + 10 for each in biff.records(book, place) if each.kind == 0x06]
    for formula, result in zip(formulas, cycle(results), strict=False):
        changed[formula : formula + len(result)] = result
    return file.with_stream("Workbook", bytes(changed), "Workbook")


@pytest.mark.parametrize("results", [(RESULT_IS_NOTHING,), (ZERO_UNTIL_OPENED,)])
def test_an_old_workbook_that_was_never_calculated_is_told_too(results: tuple[bytes]) -> None:
    report = judge(with_results(*results))
    without_value = {cell for code, cell, _ in faults(report)
                     if code == "cell.formula_without_value"}  # fmt: skip
    assert without_value - {"D11"} == {"B4", "C4", "D4", "B6", "C8", "D10"}
    assert report.counts.rows == len(PEOPLE)
    assert [each.row for each in report.people][:4] == [3, 5, 7, 9]


def test_in_a_calculated_workbook_nothing_is_a_result() -> None:
    """Excel keeps the text "" like that."""
    report = judge(with_results(bytes.fromhex("02002a000000ffff0000"), RESULT_IS_NOTHING))
    assert {code for code, *_ in faults(report)} == {"cell.error_value"}


NAME = '<c r="A2" t="inlineStr"><is><t>王芳</t></is></c>'
HEADER = "".join(
    f'<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>'
    for cell, text in (("A1", "姓名"), ("B1", "身份证号"))
)


@pytest.mark.parametrize(
    ("cell", "code", "shown"),
    [
        ('<c r="B2" t="e"><v>#REF!</v></c>', "cell.error_value", "#REF!"),
        ('<c r="B2" s="1" t="e"><f>A9</f><v>#N/A</v></c>', "cell.error_value", "#N/A"),
        ("<c t='e' r='B2'>\n <f>A9</f>\n <v>#NAME?</v></c>", "cell.error_value", "#NAME?"),
        ('<c r="B2" t="e" vm="1"><v>#VALUE!</v></c>', "cell.error_value", "#VALUE!"),
        ('<c r="B2" t="e" vm="1"><v>#SPILL!</v></c>', "cell.error_value", "#SPILL!"),
        ('<c r="B2"><f>A9</f></c>', "cell.formula_without_value", ""),
        ('<c r="B2"><f>A9</f><v/></c>', "cell.formula_without_value", ""),
        ('<c r="B2"><f>A9</f><v></v></c>', "cell.formula_without_value", ""),
        (
            '<c r="B2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
            "cell.picture",
            "",
        ),
        ('<c r="B2" t="str"><f>A9</f><v>#N/A</v></c>', "cell.error_value", "#N/A"),
        ('<c r="B2" t="inlineStr"><is><t> Err:502</t></is></c>', "cell.error_value", "Err:502"),
        ('<c r="B2" t="inlineStr"><is><t>错误：508</t></is></c>', "cell.error_value", "错误：508"),
    ],
)
def test_however_a_workbook_writes_it(cell: str, code: str, shown: str) -> None:
    rows = f'<row r="1">{HEADER}</row><row r="2">{NAME}{cell}</row>'
    assert faults(judge(xlsx_cells(rows))) == [(code, "B2", shown)]


def test_a_picture_that_excel_put_into_a_cell_is_told_as_one() -> None:
    cell = '<c r="B2" t="e" vm="1"><v>#VALUE!</v></c>'
    book = xlsx_cells(f'<row r="1">{HEADER}</row><row r="2">{NAME}{cell}</row>')
    structures = {"xl/richData/rdrichvaluestructure.xml": b'<s t="_localImage"/>'}
    assert faults(judge(with_parts(book, structures))) == [("cell.picture", "B2", "")]


@pytest.mark.parametrize(
    "cell",
    ['<c r="B2" t="str"><f>A9</f><v></v></c>', '<c r="B2"/>', '<c r="B2" t="str"><v/></c>'],
)
def test_an_empty_text_is_no_fault(cell: str) -> None:
    rows = f'<row r="1">{HEADER}</row><row r="2">{NAME}{cell}</row>'
    assert [each.code for each in judge(xlsx_cells(rows)).errors] == ["id_number.missing"]


@pytest.mark.parametrize(
    ("name", "number"), [("#N/A", "#N/A"), ("#N/A", ""), ("", "#DIV/0!"), ("=DISPIMG(1)", "")]
)
def test_a_row_of_nothing_but_faults_is_a_person_with_errors(name: Any, number: Any) -> None:
    report = judge(f"姓名,身份证号\n王芳,{NUMBER}\n{name},{number}\n".encode())
    assert (report.counts.rows, report.counts.people) == (2, 1)
    assert {each.row for each in report.errors} == {3}


def test_a_total_that_failed_is_no_person() -> None:
    report = judge(f"姓名,身份证号\n王芳,{NUMBER}\n合计,#REF!\n".encode())
    assert (report.counts.rows, report.counts.left_out) == (1, 1)


def test_formulas_of_a_workbook_that_was_never_calculated_are_told_at_each_cell() -> None:
    report = judge(xlsx_of(["姓名", "身份证号"], ["=A9", "=B9"], ["王芳", NUMBER]))
    assert faults(report) == [
        ("cell.formula_without_value", "A2", ""),
        ("cell.formula_without_value", "B2", ""),
    ]
    assert [each.row for each in report.people] == [3]


@pytest.mark.parametrize(
    ("occupation", "code"),
    [
        ("教" * MAX_FIELD_LENGTH, "roster.occupation_length"),
        ("教" * MAX_FIELD_LENGTH + " " * 999, "roster.occupation_length"),
        ("教" * (MAX_FIELD_LENGTH + 1), "cell.too_long"),
        ("x" * MAX_FIELD_LENGTH, "roster.occupation_length"),
        ("x" * (MAX_FIELD_LENGTH + 1), "cell.too_long"),
        ("\ufdfa" * (MAX_FIELD_LENGTH // 18), "roster.occupation_length"),
        ("\ufdfa" * (MAX_FIELD_LENGTH // 18 + 1), "cell.too_long"),
        ("\ufdfa" * 1_300_000, "cell.too_long"),
    ],
)
def test_a_text_is_judged_only_up_to_a_length(occupation: str, code: str) -> None:
    data = f"姓名,身份证号,职业\n王芳,{NUMBER},{occupation}\n".encode()
    assert [(each.code, each.cell) for each in judge(data).errors] == [(code, "C2")]


@pytest.mark.parametrize("field", ["name", "id_number", "occupation"])
def test_nobody_is_quoted_who_stands_in_a_long_cell(field: str) -> None:
    written = {"name": "王芳", "id_number": NUMBER, "occupation": "教师", field: NUMBER * 20}
    found = judge(f"姓名,身份证号,职业\n{','.join(written.values())}\n".encode()).errors
    assert [(each.code, each.field) for each in found] == [("cell.too_long", field)]
    assert NUMBER not in found[0].model_dump_json()


def test_a_cell_longer_than_any_of_excel_is_told_soon() -> None:
    rows = f'<row r="1">{HEADER}</row><row r="2">{NAME}{{}}</row>'
    long = '<c r="B2" t="inlineStr"><is><t>' + "\ufdfa" * 1_300_000 + "</t></is></c>"
    errors = judge(xlsx_cells(rows.format(long))).errors
    assert [(each.code, each.cell) for each in errors] == [("cell.too_long", "B2")]


def test_a_sheets_name_is_cut_to_the_length_that_excel_allows() -> None:
    book = workbook_of(["姓名", "身份证号"], ["王芳", NUMBER])
    parts = unzipped(workbook_bytes(book))
    long = parts["xl/workbook.xml"].replace(b"Sheet1", ("名" * 3_000).encode())
    found = judge(zipped({**parts, "xl/workbook.xml": long}))
    assert found.sheet == "名" * MAX_SHEET_NAME_LENGTH


def test_a_fault_is_not_blank() -> None:
    assert not is_blank(CellFault("cell.picture", ""))
