"""Cells put right on the page: judged, kept, printed and marked, with the file as it came."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from functions.local import samples
from functions.local.stack import Stack
from functions.platform.aws import s3
from functions.records.rosters.models import People
from functions.records.submissions import fingerprint_of
from functions.rosters.check_models import MendIn
from functions.rosters.models import RosterSubmitRequest
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import (
    PEOPLE,
    TODAY,
    UNIT,
    as_bytes,
    correct,
    new_key,
    printed,
    rows_of,
    status,
    submission,
    submit,
    uploaded,
)
from tests.functional.test_marked_up import fetched

pytestmark = pytest.mark.usefixtures("aws")

FLAWED = samples.flawed(PEOPLE, today=TODAY)
# What puts every mistake of `samples.flawed` right; row 1 is the title, 2 the header.
MENDS: list[dict[str, Any]] = [
    *({"row": row, "field": "id_number", "value": PEOPLE[row - 3].id_number}
      for row in (4, 5, 6, 7, 8)),
    {"row": 10, "field": "name", "value": PEOPLE[7].name},
]  # fmt: skip


def check(**body: Any) -> Answer:
    return call("POST", "/api/rosters/check", body)


def errors(report: Answer) -> set[str]:
    return {each["cell"] for each in report.body["findings"] if each["severity"] == "error"}


def test_a_check_says_what_the_failing_rows_hold_and_who_stands_where() -> None:
    body = check(upload_id=uploaded(as_bytes(FLAWED))).body
    assert body["names"] == {str(row): each.name for row, each in enumerate(FLAWED, start=3)}
    rows = {each["row"]: each for each in body["rows"]}
    assert set(rows) == {4, 5, 6, 7, 8, 10}
    assert rows[4] == {"row": 4, **rows_of(FLAWED)[1]}


def test_a_mended_row_is_judged_anew_and_still_says_what_was_read() -> None:
    upload_id = uploaded(as_bytes(FLAWED))
    report = check(upload_id=upload_id, mends=MENDS[:1])
    assert errors(report) == {"C5", "C6", "C7", "C8", "B10"}
    told = [each["cell"] for each in report.body["findings"] if each["code"] == "roster.mended"]
    assert told == ["C4"]
    assert report.body["rows"][0] == {"row": 4, **rows_of(FLAWED)[1]}
    assert check(upload_id=upload_id, mends=MENDS).body["ready"]


def test_any_row_may_be_left_out_of_a_check() -> None:
    report = check(upload_id=uploaded(as_bytes(PEOPLE)), exclude_rows=[3, 12])
    assert (report.body["counts"]["rows"], report.body["counts"]["people"]) == (8, 8)
    assert [(each["row"], each["severity"]) for each in report.body["findings"]
            if each["code"] == "roster.row_excluded"] == [(3, "info"), (12, "info")]  # fmt: skip


def test_a_mended_list_is_kept_with_its_file_and_its_mends(aws: Stack) -> None:
    original = as_bytes(FLAWED)
    kept = submit(new_key(), upload_id=uploaded(original), mends=MENDS)
    assert (kept.status, kept.body["people"]) == (201, 10)
    assert printed(kept.body)[1]["id_number"] == PEOPLE[1].id_number
    assert printed(kept.body)[7]["name"] == PEOPLE[7].name
    bucket = aws.resources["RecordsBucket"]
    found = s3().list_objects_v2(Bucket=bucket, Prefix=f"rosters/{kept.body['receipt']}/v1/")
    bodies = {
        each["Key"]: s3().get_object(Bucket=bucket, Key=each["Key"])["Body"].read()
        for each in found["Contents"]
    }
    rows = next(body for key, body in bodies.items() if "/rows" in key)
    assert original in bodies.values()
    assert [dict(each) for each in People.model_validate_json(rows).mends] == MENDS


def test_rows_kept_before_there_were_mends_are_still_read() -> None:
    old = People.model_validate_json('{"receipt": "AK", "version": 1, "people": []}')
    assert old.mends == []


def test_a_correction_may_be_mended() -> None:
    kept = submit(new_key(), rows=rows_of(PEOPLE)).body
    change = {"row": 1, "field": "occupation", "value": "护士长"}
    answer = correct(kept, 1, rows=rows_of(PEOPLE), mends=[change])
    assert (answer.status, status(kept)["version"]) == (200, 2)
    assert printed(kept)[0]["occupation"] == "护士长"


def test_a_mended_list_that_still_has_errors_is_refused() -> None:
    wrong = [*MENDS[:-1], {"row": 10, "field": "name", "value": " "}]
    refused = submit(new_key(), upload_id=uploaded(as_bytes(FLAWED)), mends=wrong)
    assert (refused.status, errors(refused)) == (422, {"B10"})


def test_the_marked_up_file_shows_the_mended_cells_and_the_rows_left_out() -> None:
    answer = call(
        "POST",
        "/api/rosters/marked-up",
        {"upload_id": uploaded(as_bytes(FLAWED)), "mends": MENDS[:1], "exclude_rows": [5]},
    )
    sheet = load_workbook(io.BytesIO(fetched(answer)[0]))["名单"]
    assert sheet["C4"].value == PEOPLE[1].id_number
    assert "在网页上改过" in str(sheet["F4"].value)
    assert "这次不报" in str(sheet["F5"].value)
    assert sheet["E5"].value == "提示"


def test_a_comparison_reads_the_mended_list_without_the_rows_left_out() -> None:
    this = {"upload_id": uploaded(as_bytes(FLAWED)), "mends": MENDS, "exclude_rows": [3]}
    body = {"this": this, "last": {"rows": rows_of(PEOPLE)}, "last_day": TODAY.isoformat()}
    report = call("POST", "/api/rosters/renewal", body)
    assert report.status == 200
    counts = report.body["counts"]
    assert (counts["renewed"], counts["left"], counts["this_not_compared"]) == (9, 1, 0)


@pytest.mark.parametrize(
    ("mends", "found"),
    [
        ([{"row": 11, "field": "name", "value": "王芳"}], ("roster.mend_unknown", "mends")),
        ([{"row": 1, "field": "county", "value": "王芳"}], ("roster.mend_field", "mends")),
        ([{"row": 1, "field": "name", "value": "王芳"}] * 2, ("roster.mend_twice", "mends")),
        ([{"row": 0, "field": "name", "value": ""}], ("request.field", "mends.0.row")),
        ([{"row": 1, "field": "name", "value": "王" * 201}], ("request.too_long", "mends.0.value")),
        ([{"row": 1, "field": "name"}], ("request.field", "mends.0.value")),
        ([{"row": 1, "field": "name", "value": "", "x": 1}], ("request.field", "mends.0.x")),
        ({}, ("request.field", "mends")),
    ],
)
@pytest.mark.parametrize("path", ["check", "marked-up", ""])
def test_mends_that_fit_nowhere_are_refused_in_words(
    path: str, mends: object, found: tuple[str, str]
) -> None:
    body: dict[str, Any] = {"rows": rows_of(PEOPLE), "mends": mends}
    refused = call("POST", f"/api/rosters/{path}", body) if path else submit(new_key(), **body)
    assert refused.status == 422
    assert [(each["code"], each["field"]) for each in refused.body["findings"]] == [found]
    assert all(each["message"] and each["fix"] for each in refused.body["findings"])


def test_the_same_request_without_mends_keeps_its_fingerprint() -> None:
    plain = RosterSubmitRequest.model_validate(submission(rows=rows_of(PEOPLE), exclude_rows=[1]))
    written = plain.model_dump_json(exclude_defaults=True)
    order = [written.index(f'"{name}"') for name in ("rows", "unit", "exclude_rows", "consent")]
    assert order == sorted(order)
    assert "mends" not in written
    changed = plain.model_copy(update={"mends": [MendIn(row=1, field="name", value="王芳")]})
    assert fingerprint_of(changed) != fingerprint_of(plain)


def test_unit_findings_name_no_row(aws: Stack) -> None:
    body = {"rows": rows_of(PEOPLE), "unit": {**UNIT, "union": False}}
    assert call("POST", "/api/rosters/check", body).body["rows"] == []
