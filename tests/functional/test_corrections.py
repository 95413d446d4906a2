"""A unit mends a list that it has submitted: every version stays, nobody overwrites another."""

from typing import Any

import pytest

from functions.local.stack import Stack
from functions.platform.aws import s3
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import (
    PEOPLE,
    UNIT,
    as_bytes,
    bearer,
    correct,
    new_key,
    printed,
    rows_of,
    status,
    stored,
    submission,
    submit,
    uploaded,
)

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def kept(aws: Stack) -> dict[str, Any]:
    return submit(new_key(), rows=rows_of(PEOPLE)).body


def test_a_correction_takes_the_place_and_the_earlier_version_stays(
    aws: Stack, kept: dict[str, Any]
) -> None:
    answer = correct(kept, 1, upload_id=uploaded(as_bytes(PEOPLE[2:])))
    assert answer.status == 200
    assert (answer.body["version"], answer.body["people"]) == (2, 8)
    assert [step["state"] for step in answer.body["timeline"]] == ["submitted", "corrected"]
    assert printed(kept) == rows_of(PEOPLE[2:])
    listed = s3().list_objects_v2(
        Bucket=aws.resources["RecordsBucket"], Prefix=f"rosters/{kept['receipt']}/"
    )
    assert sorted("/".join(each["Key"].split("/")[2:4]) for each in listed["Contents"]) == [
        "v1/original",
        "v1/rows",
        "v2/original",
        "v2/rows",
    ]


def test_the_state_tells_the_unit_what_it_said_of_itself(kept: dict[str, Any]) -> None:
    assert status(kept)["unit"] == {**UNIT, "email": "", "credit_code": "", "old_last_day": None}
    moved = {**UNIT, "contact_name": "马晓燕", "phone": "0951-2090081"}
    assert correct(kept, 1, rows=rows_of(PEOPLE[1:]), unit=moved).status == 200
    assert status(kept)["unit"] == {**moved, "email": "", "credit_code": "", "old_last_day": None}


def test_the_same_correction_again_changes_nothing(aws: Stack, kept: dict[str, Any]) -> None:
    first = correct(kept, 1, rows=rows_of(PEOPLE[1:]))
    before = stored(aws)
    again = correct(kept, 1, rows=rows_of(PEOPLE[1:]))
    assert again == first
    assert stored(aws) == before


def test_a_correction_of_an_older_version_is_refused(kept: dict[str, Any]) -> None:
    assert correct(kept, 1, rows=rows_of(PEOPLE[1:])).status == 200
    refused = correct(kept, 1, rows=rows_of(PEOPLE[2:]))
    assert (refused.status, refused.body["code"]) == (412, "roster.version_conflict")
    assert status(kept)["people"] == 9


@pytest.mark.parametrize(("version", "expected"), [("", 428), ("x", 428), (0, 412), (2, 412)])
def test_a_correction_must_name_the_version_it_corrects(
    kept: dict[str, Any], version: object, expected: int
) -> None:
    assert correct(kept, version, rows=rows_of(PEOPLE[1:])).status == expected
    assert status(kept)["version"] == 1


def test_a_correction_needs_the_code_and_a_list_without_errors(
    aws: Stack, kept: dict[str, Any]
) -> None:
    before = stored(aws)
    path = f"/api/rosters/{kept['receipt']}"
    body = submission(rows=rows_of(PEOPLE[1:]))
    stranger = call("PUT", path, body, authorization="Bearer 00000-00000", if_match='"1"')
    assert (stranger.status, stranger.body["code"]) == (401, "access.denied")
    wrong = call(
        "PUT", path, submission(rows=[{"name": "王"}]), authorization=bearer(kept), if_match='"1"'
    )
    assert wrong.status == 422
    assert stored(aws) == before


def test_the_first_answer_is_given_again_after_a_correction(aws: Stack) -> None:
    key = new_key()
    first = submit(key, rows=rows_of(PEOPLE))
    assert correct(first.body, 1, rows=rows_of(PEOPLE[1:])).status == 200
    assert submit(key, rows=rows_of(PEOPLE)) == first
