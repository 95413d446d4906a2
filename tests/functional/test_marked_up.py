"""A list given back marked up, through the routes of the functions."""

import io
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

import pytest
from openpyxl import load_workbook

from functions.local import samples
from functions.local.stack import Stack
from functions.platform.aws import s3
from functions.rosters.marking.marks import HEADERS
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import (
    PEOPLE,
    TODAY,
    UNIT,
    as_bytes,
    rows_of,
    stored,
    uploaded,
)
from tests.unit.roster.list_files import FIXTURES

FLAWED = samples.flawed(PEOPLE, today=TODAY)

pytestmark = pytest.mark.usefixtures("aws")


def mark_up(**body: object) -> Answer:
    return call("POST", "/api/rosters/marked-up", body)


def fetched(answer: Answer) -> tuple[bytes, dict[str, str]]:
    assert answer.status == 200
    with urlopen(answer.body["url"]) as response:  # noqa: S310 - the emulator's own address
        return response.read(), {name.title(): text for name, text in response.headers.items()}


@pytest.mark.parametrize(
    ("only", "rows", "filename"),
    [("all", 13, "名单-已标注.xlsx"), ("to_mend", 7, "名单-要改的行.xlsx")],
)
def test_a_workbook_comes_back_under_its_name(only: str, rows: int, filename: str) -> None:
    answer = mark_up(upload_id=uploaded(as_bytes(FLAWED)), unit=UNIT, only=only)
    data, headers = fetched(answer)
    assert f"filename*=UTF-8''{quote(filename)}" in headers["Content-Disposition"]
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["Cache-Control"] == "no-store"
    sheet = load_workbook(io.BytesIO(data))["名单"]
    assert sheet.max_row == rows
    assert [cell.value for cell in sheet[2 if only == "all" else 1]][4:8] == [*HEADERS]


def test_rows_come_back_as_a_workbook_in_the_forms_layout() -> None:
    data, headers = fetched(mark_up(rows=rows_of(FLAWED)))
    assert quote("参保人员名单-已标注.xlsx") in headers["Content-Disposition"]
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [cell.value for cell in sheet["C"][1:]] == [each.id_number or None for each in FLAWED]


def test_nothing_of_a_person_is_in_the_address_and_no_record_is_made(aws: Stack) -> None:
    before = stored(aws)
    answer = mark_up(upload_id=uploaded(as_bytes(FLAWED)))
    path = urlsplit(answer.body["url"]).path
    assert path.rpartition("/")[0].endswith("/marked-up")
    assert quote("名单") not in answer.body["url"]
    assert stored(aws) == before
    objects = s3().list_objects_v2(Bucket=aws.resources["UploadsBucket"], Prefix="marked-up/")
    assert objects["KeyCount"] == 1


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ({}, ["request.list_missing"]),
        ({"upload_id": "x" * 22}, ["upload.unknown"]),
        ({"rows": []}, ["file.no_rows"]),
        ({"rows": rows_of(PEOPLE), "only": "none"}, ["request.field"]),
        ({"rows": rows_of(PEOPLE), "more": 1}, ["request.field"]),
    ],
)
def test_what_cannot_be_marked_is_refused_as_a_check_refuses_it(
    body: dict[str, object], found: list[str]
) -> None:
    refused = mark_up(**body)
    assert (refused.status, refused.codes) == (422, found)


@pytest.mark.parametrize(
    ("data", "only", "before", "told"),
    [
        (as_bytes(FLAWED), "all", [], []),
        (as_bytes(FLAWED), "to_mend", [], ["marked_up.rows_only"]),
        (samples.csv_text(FLAWED).encode(), "all", [], []),
        ((FIXTURES / "list.xls").read_bytes(), "all", *[["marked_up.new_workbook"]] * 2),
    ],
)
def test_what_is_not_in_the_marked_up_file_is_told(
    data: bytes, only: str, before: list[str], told: list[str]
) -> None:
    upload_id = uploaded(data)
    report = call("POST", "/api/rosters/check", {"upload_id": upload_id}).body
    assert [each["code"] for each in report["marking"]] == before
    made = mark_up(upload_id=upload_id, only=only).body
    assert [each["code"] for each in made["findings"]] == told
