"""A workbook with a list on several sheets: checked, submitted, printed, marked and mended."""

import io

import openpyxl
import pytest

from functions.local import samples
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import (
    TODAY,
    correct,
    new_key,
    printed,
    submit,
    uploaded,
)
from tests.functional.test_marked_up import fetched, mark_up

pytestmark = pytest.mark.usefixtures("aws")

PEOPLE = samples.people(9, seed=41, today=TODAY)


def workbook(*sheets: list[samples.Person]) -> str:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, people in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"第{number}车间")
        sheet.append(["序号", "姓名", "身份证号", "职业"])
        for place, each in enumerate(people, start=1):
            sheet.append([place, each.name, each.id_number, each.occupation])
    target = io.BytesIO()
    book.save(target)
    return uploaded(target.getvalue())


def check(**body: object) -> Answer:
    return call("POST", "/api/rosters/check", body)


def test_all_sheets_are_checked_submitted_printed_and_corrected_as_one_list() -> None:
    upload = workbook(PEOPLE[:4], PEOPLE[4:7])
    report = check(upload_id=upload, exclude_rows=[2003]).body
    assert (report["ready"], report["counts"]["people"], report["counts"]["excluded"]) == (
        True,
        6,
        1,
    )
    assert report["sheet"] == "第1车间”“第2车间"
    assert report["names"]["2002"] == PEOPLE[4].name
    confirmed = ["file.sheets_together"]
    assert submit(new_key(), upload_id=upload).status == 422
    kept = submit(new_key(), upload_id=upload, exclude_rows=[2003], confirmations=confirmed).body
    assert [each["name"] for each in printed(kept)] == [
        each.name for each in (*PEOPLE[:5], PEOPLE[6])
    ]
    again = workbook(PEOPLE[:4], PEOPLE[4:7], PEOPLE[7:])
    corrected = correct(kept, 1, upload_id=again, confirmations=confirmed)
    assert (corrected.status, len(printed(kept))) == (200, 9)


def test_rows_to_mend_of_all_sheets_come_back_into_the_list() -> None:
    wrong = samples.Person(PEOPLE[5].name, PEOPLE[5].id_number[:-1], PEOPLE[5].occupation)
    upload = workbook(PEOPLE[:4], [PEOPLE[4], wrong])
    rows, _ = fetched(mark_up(upload_id=upload, only="to_mend"))
    book = openpyxl.load_workbook(io.BytesIO(rows))
    book.worksheets[0]["C2"].value = PEOPLE[5].id_number
    target = io.BytesIO()
    book.save(target)
    merged = check(upload_id=uploaded(target.getvalue()), base={"upload_id": upload}).body
    assert (merged["ready"], merged["counts"]["people"]) == (True, 6)
    assert merged["merged"]["rows"] == [2003]
