"""The files that pages offer: made for the intake, and the same from build to build."""

import io
import re
from decimal import Decimal
from pathlib import Path

import downloads
import offline_check
import pytest
from docx import Document
from openpyxl import load_workbook
from roster_form import FORM_HEADERS, workbook_form

from shared_rules import plans
from shared_rules.findings import RuleError
from shared_rules.old_policies import reading
from shared_rules.old_policies.columns import HEADERS
from shared_rules.premium import premium
from shared_rules.roster import examples
from shared_rules.roster.limits import MAX_PEOPLE
from shared_rules.statements.matching import match
from shared_rules.statements.open_lists import OpenList
from shared_rules.statements.reading import read as read_statement

PLAN = plans.load()[-1]
NOTICE = "content/notice.md"
ROOT = Path(__file__).parents[3]


def test_the_headers_are_those_of_the_notice() -> None:
    notice = (ROOT / NOTICE).read_text(encoding="utf-8")
    assert "".join(f'<th scope="col">{header}</th>' for header in FORM_HEADERS) in notice


@pytest.mark.parametrize("name", downloads.FILES)
def test_a_file_is_the_same_byte_for_byte(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = downloads.FILES[name]()
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    assert downloads.FILES[name]() == first


@pytest.mark.parametrize("name", ["roster-form.xlsx", "roster-sample.xlsx"])
def test_the_longest_list_is_taken_as_text_and_helped_down_to_its_last_row(name: str) -> None:
    sheet = load_workbook(io.BytesIO(downloads.FILES[name]()))["名单"]
    assert sheet.column_dimensions["C"].number_format == "@"
    assert sheet.column_dimensions["A"].number_format != "@"
    last = 3 + MAX_PEOPLE
    ranges = [str(each.sqref) for each in sheet.data_validations.dataValidation]
    assert ranges == [f"C4:C{last}", f"D4:D{last}"]


def test_every_row_of_the_blank_form_takes_an_id_number_as_text() -> None:
    sheet = load_workbook(io.BytesIO(downloads.roster_form_xlsx()))["名单"]
    rows = list(sheet.iter_rows())
    header = [tuple(cell.value for cell in row) for row in rows].index(FORM_HEADERS)
    below = rows[header + 1 :]
    assert len(below) >= 200
    assert {row[2].number_format for row in below} == {"@"}


def test_the_cells_say_what_they_expect() -> None:
    sheet = workbook_form(PLAN).worksheets[0]
    length, occupations = sheet.data_validations.dataValidation
    assert (length.type, length.formula1, length.showErrorMessage) == ("textLength", "18", True)
    assert f"{PLAN.maximum_age_renewal.value} 周岁" in length.prompt
    assert (occupations.type, occupations.showErrorMessage) == ("list", False)
    # Excel refuses a list of more.
    assert len(occupations.formula1) <= 255


def test_the_sample_holds_people_who_do_not_exist() -> None:
    sheet = load_workbook(io.BytesIO(downloads.roster_sample_xlsx()))["名单"]
    numbers = [row[2] for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert len(numbers) == 12
    assert all(str(number).startswith("649901") for number in numbers)


def test_the_word_form_is_the_table_of_the_notice() -> None:
    (table,) = Document(io.BytesIO(downloads.roster_form_docx())).tables
    assert tuple(cell.text for cell in table.rows[0].cells) == FORM_HEADERS
    assert [cell.text for cell in table.rows[1].cells] == ["1", "", "", ""]
    assert table.rows[-1].cells[0].text == "单位名称："


def test_a_filled_form_keeps_who_stands_in_it() -> None:
    who = examples.people()[:3]
    sheet = workbook_form(PLAN, who, "示例小学").worksheets[0]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert [row[1:] for row in rows] == [(p.name, p.id_number, p.occupation) for p in who]
    assert sheet["B2"].value == "示例小学"


def test_the_form_for_old_policies_is_read_by_the_desk_and_holds_nobody() -> None:
    with pytest.raises(RuleError, match=r"file\.no_rows"):
        reading.read(downloads.old_policies_xlsx())
    book = load_workbook(io.BytesIO(downloads.old_policies_xlsx()))
    sheet = book.worksheets[0]
    assert sheet.column_dimensions["J"].number_format == "@"
    sheet.append(
        ["某单位", "贺兰县", "企业", "NX-1", "2016-03-01", "2017-02-28", None, None, "王芳"]
    )
    target = io.BytesIO()
    book.save(target)
    written = reading.read(target.getvalue())
    assert written.columns.keys() == HEADERS.keys()
    assert [row for row, _ in written.rows] == [4]


def test_the_sample_statement_is_read_and_pays_for_the_sample_list() -> None:
    found = read_statement(downloads.statement_sample_xlsx())
    [first, *others] = found.lines
    people = premium(len(examples.people()), plans.in_force(first.day)).amount
    unit = OpenList("AK-2026-000000", "贺兰县", ("贺兰县示例小学",), Decimal(people), first.day)
    assert [each.standing for each in match(found.lines, [unit], set())] == [
        "certain",
        *["unmatched"] * len(others),
    ]
    assert [each.code for each in found.findings] == ["statement.amount"]


def test_the_offline_check_is_as_large_as_the_page_says(site: Path) -> None:
    enrol = (ROOT / "content" / "enrol.md").read_text(encoding="utf-8")
    [megabytes] = re.findall(r"约 ([0-9]+) MB", enrol)
    size = (site / offline_check.NAME).stat().st_size / 1_000_000
    assert 0.9 * int(megabytes) < size <= int(megabytes)
