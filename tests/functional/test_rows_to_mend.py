"""Only the rows to mend, brought back: put into their list, never taken for the whole list."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from functions.local import samples
from functions.local.samples import Person
from tests.functional import requests_to_api
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import (
    PEOPLE,
    TODAY,
    as_bytes,
    correct,
    new_key,
    printed,
    rows_of,
    status,
    submit,
)
from tests.functional.test_marked_up import fetched
from tests.spreadsheet import opened_and_saved
from tests.unit.roster.list_files import workbook_bytes

pytestmark = pytest.mark.usefixtures("aws")

FLAWED = samples.flawed(PEOPLE, today=TODAY)
WRONG = [4, 5, 6, 7, 8, 10]  # row 1 is the title, 2 the header


def check(**body: Any) -> Answer:
    return call("POST", "/api/rosters/check", body)


def uploaded(name: str, data: bytes) -> str:
    return requests_to_api.uploaded(data, "roster", name)


def to_mend(**body: Any) -> bytes:
    return fetched(call("POST", "/api/rosters/marked-up", {**body, "only": "to_mend"}))[0]


def edited(data: bytes, edit: Callable[[Worksheet], None]) -> bytes:
    book = load_workbook(io.BytesIO(data))
    edit(book.worksheets[0])
    return workbook_bytes(book)


def header_of(sheet: Worksheet, text: str) -> int:
    return 1 + [str(cell.value)[: len(text)] for cell in sheet[1]].index(text)


def mend_all(sheet: Worksheet) -> None:
    """Put every row right, as its old number says who stands in it."""
    numbers = header_of(sheet, "原行号")
    for row in range(2, sheet.max_row + 1):
        right = PEOPLE[int(str(sheet.cell(row, numbers).value)) - 3]
        sheet.cell(row, header_of(sheet, "姓名")).value = right.name
        sheet.cell(row, header_of(sheet, "身份证号")).value = right.id_number


def codes(answer: Answer, *severities: str) -> list[str]:
    return [each["code"] for each in answer.body["findings"] if each["severity"] in severities]


@pytest.fixture
def base() -> str:
    return uploaded("名单.xlsx", as_bytes(FLAWED))


def test_mended_rows_are_put_into_the_list_they_came_from(base: str) -> None:
    rows = uploaded("要改的行.xlsx", edited(to_mend(upload_id=base), mend_all))
    report = check(upload_id=rows, base={"upload_id": base})
    assert report.status == 200, report.body
    assert codes(report, "error") == []
    assert report.body["counts"]["people"] == len(PEOPLE)
    assert report.body["merged"]["rows"] == WRONG
    assert "merge.merged" in codes(report, "info")
    again = check(upload_id=base, mends=report.body["merged"]["mends"])
    assert (again.body["counts"], again.body["ready"]) == (report.body["counts"], True)


def test_what_is_submitted_is_the_whole_list_and_the_form_shows_it(base: str) -> None:
    rows = uploaded("要改的行.xlsx", edited(to_mend(upload_id=base), mend_all))
    kept = submit(new_key(), upload_id=rows, base={"upload_id": base})
    assert kept.status == 201, kept.body
    assert printed(kept.body) == rows_of(PEOPLE)
    assert status(kept.body)["people"] == len(PEOPLE)
    other = uploaded("名单.xlsx", as_bytes(FLAWED))
    assert correct(kept.body, 1, upload_id=rows, base={"upload_id": other}).status == 200


def test_the_same_list_chosen_again_is_the_list_that_the_rows_came_from(base: str) -> None:
    rows = uploaded("要改的行.xlsx", edited(to_mend(upload_id=base), mend_all))
    again = uploaded("名单 (1).xlsx", as_bytes(FLAWED))
    assert check(upload_id=rows, base={"upload_id": again}).body["ready"]


def test_rows_alone_are_never_taken_for_a_list(base: str) -> None:
    kept = submit(new_key(), rows=rows_of(PEOPLE)).body
    rows = uploaded("要改的行.xlsx", edited(to_mend(upload_id=base), mend_all))
    for answer in (
        check(upload_id=rows),
        call("POST", "/api/rosters/marked-up", {"upload_id": rows}),
        submit(new_key(), upload_id=rows),
        correct(kept, 1, upload_id=rows),
        check(upload_id=base, base={"upload_id": rows}),
        check(upload_id=rows, base={"upload_id": rows}),
    ):
        assert answer.status == 422
        assert "merge.base_missing" in answer.codes


def without_numbers(sheet: Worksheet) -> None:
    sheet.delete_cols(header_of(sheet, "原行号"))


def emptied_numbers(sheet: Worksheet) -> None:
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, header_of(sheet, "原行号")).value = None


def twice(sheet: Worksheet) -> None:
    column = header_of(sheet, "原行号")
    sheet.cell(3, column).value = sheet.cell(2, column).value


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (without_numbers, "merge.no_row_numbers"),
        (emptied_numbers, "merge.no_row_numbers"),
        (twice, "merge.row_twice"),
    ],
)
def test_rows_whose_numbers_say_nothing_are_refused(
    base: str, edit: Callable[[Worksheet], None], code: str
) -> None:
    data = edited(to_mend(upload_id=base), edit)
    rows = uploaded("a.xlsx", data)
    assert check(upload_id=rows, base={"upload_id": base}).codes == [code]
    assert check(upload_id=rows).codes == ["merge.base_missing"]


@pytest.mark.parametrize("left", ["制表人：赵敏", "合计 0 人", None])
def test_a_file_that_brings_nobody_back_is_refused_as_such(base: str, left: str | None) -> None:
    def sign(sheet: Worksheet) -> None:
        sheet.delete_rows(2, sheet.max_row)
        sheet.cell(2, header_of(sheet, "姓名")).value = left

    rows = uploaded("a.xlsx", edited(to_mend(upload_id=base), sign))
    assert check(upload_id=rows, base={"upload_id": base}).codes == ["merge.nobody"]


def test_rows_of_another_list_are_refused(base: str) -> None:
    other = uploaded("别的.xlsx", as_bytes([*FLAWED, PEOPLE[0]]))
    rows = uploaded("a.xlsx", to_mend(upload_id=other))
    assert check(upload_id=rows, base={"upload_id": base}).codes == ["merge.other_list"]
    whole = uploaded("b.xlsx", as_bytes(PEOPLE))
    assert check(upload_id=whole, base={"upload_id": base}).codes == ["merge.no_mark"]


def test_a_row_that_was_added_is_an_error_and_one_that_was_left_out_is_told(base: str) -> None:
    def edit(sheet: Worksheet) -> None:
        mend_all(sheet)
        new = samples.people(1, seed=77, today=TODAY)[0]
        last = sheet.max_row + 1
        sheet.cell(last, header_of(sheet, "姓名")).value = new.name
        sheet.cell(last, header_of(sheet, "身份证号")).value = new.id_number
        sheet.delete_rows(2)

    rows = uploaded("a.xlsx", edited(to_mend(upload_id=base), edit))
    report = check(upload_id=rows, base={"upload_id": base})
    assert report.body["merged"]["rows"] == WRONG[1:]
    told = {each["code"]: each for each in report.body["findings"] if each["code"][:6] == "merge."}
    assert "第 7 行" in told["merge.added"]["message"]
    assert "第 4 行" in told["merge.left_out"]["message"]
    assert told["merge.added"]["severity"] == "error"
    assert report.body["ready"] is False
    left = check(upload_id=rows, base={"upload_id": base}, exclude_rows=[4])
    assert "merge.left_out" not in codes(left, "info")


def test_another_person_in_a_row_is_asked_about(base: str) -> None:
    def edit(sheet: Worksheet) -> None:
        mend_all(sheet)
        new = samples.people(1, seed=78, today=TODAY)[0]
        sheet.cell(2, header_of(sheet, "姓名")).value = new.name
        sheet.cell(2, header_of(sheet, "身份证号")).value = new.id_number

    rows = uploaded("a.xlsx", edited(to_mend(upload_id=base), edit))
    report = check(upload_id=rows, base={"upload_id": base})
    assert codes(report, "error") == []
    asked = [each for each in report.body["findings"] if each["code"] == "merge.person_changed"]
    assert [(each["row"], each["severity"]) for each in asked] == [(4, "warning")]


def test_what_was_mended_on_the_page_stays_where_the_rows_do_not_say_otherwise(base: str) -> None:
    file = to_mend(upload_id=base)  # before anything was mended
    earlier = [
        {"row": 4, "field": "id_number", "value": PEOPLE[1].id_number},
        {"row": 5, "field": "occupation", "value": "护士长"},
    ]

    def edit(sheet: Worksheet) -> None:
        mend_all(sheet)
        for row in (2, 3):
            old = FLAWED[row - 1]
            sheet.cell(row, header_of(sheet, "身份证号")).value = old.id_number

    rows = uploaded("a.xlsx", edited(file, edit))
    later = [{"row": 5, "field": "id_number", "value": PEOPLE[2].id_number}]
    report = check(upload_id=rows, base={"upload_id": base, "mends": earlier}, mends=later)
    assert report.body["ready"], report.body["findings"]
    mends = report.body["merged"]["mends"]
    assert [each for each in mends if each["row"] in (4, 5)] == [*earlier, *later]


def test_rows_come_back_through_a_spreadsheet_program() -> None:
    """Saved there unchanged they change nothing; so digits, marks and numbers are all kept."""
    csv = samples.csv_text(FLAWED).encode()
    lists: dict[str, dict[str, Any]] = {
        "book.xlsx": {"upload_id": uploaded("名单.xlsx", as_bytes(FLAWED))},
        "text.csv": {"upload_id": uploaded("名单.csv", csv)},
        "typed.xlsx": {"rows": rows_of(FLAWED)},
    }
    files = {name: to_mend(**body) for name, body in lists.items()}
    saved = opened_and_saved(files, times=2)
    for name, body in lists.items():
        for data in (files[name], saved[name]):
            rows = uploaded(name, data)
            assert check(upload_id=rows).codes == ["merge.base_missing"]
            report = check(upload_id=rows, base=body)
            assert report.status == 200, report.body
            assert len(report.body["merged"]["rows"]) == len(WRONG)
            assert report.body["merged"]["mends"] == []


def test_pasted_rows_are_put_into_their_list_too() -> None:
    text = samples.csv_text(FLAWED).replace(",", "\t")
    file = load_workbook(io.BytesIO(to_mend(text=text))).worksheets[0]
    mend_pasted(file)
    pasted = "\n".join("\t".join(str(cell or "") for cell in row) for row in one_line(file))
    assert check(text=pasted).codes == ["merge.base_missing"]
    report = check(text=pasted, base={"text": text})
    assert report.status == 200, report.body
    assert codes(report, "error") == []


def mend_pasted(sheet: Worksheet) -> None:
    numbers = header_of(sheet, "原行号")
    for row in range(2, sheet.max_row + 1):
        right: Person = PEOPLE[int(str(sheet.cell(row, numbers).value)) - 2]
        sheet.cell(row, header_of(sheet, "姓名")).value = right.name
        sheet.cell(row, header_of(sheet, "身份证号")).value = right.id_number


def one_line(sheet: Worksheet) -> list[list[str]]:
    return [[str(c or "").replace("\n", " ") for c in row] for row in sheet.values]
