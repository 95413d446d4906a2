"""Where it is not clear which column is which, the page is given what the person chooses from."""

from typing import Any

import pytest

from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_doors import PEOPLE, new_key, printed, submission, submit, uploaded

pytestmark = pytest.mark.usefixtures("aws")

HEADER = ["号", "部门", "谁", "干什么"]
LIST = "\n".join(
    ",".join(row)
    for row in (HEADER, *([each.id_number, "一组", each.name, each.occupation] for each in PEOPLE))
)
CHOSEN = {"header_row": 1, "name": 3, "id_number": 1, "occupation": 4}


def source(kind: str) -> dict[str, Any]:
    return {"upload_id": uploaded(LIST.encode())} if kind == "upload_id" else {"text": LIST}


def check(body: dict[str, Any]) -> Answer:
    return call("POST", "/api/rosters/check", body)


@pytest.mark.parametrize("kind", ["upload_id", "text"])
def test_the_refusal_shows_the_first_rows_with_masked_numbers_and_a_guess(kind: str) -> None:
    refused = check(source(kind))
    assert refused.status == 422
    assert [each["field"] for each in refused.body["findings"]] == [kind]
    (sheet,) = refused.body["sheets"]
    assert sheet["rows"][0] == HEADER
    assert {each["field"]: each["column"] for each in sheet["columns"] if each["field"]} == {
        "id_number": 1, "name": 3,
    }  # fmt: skip
    assert not any(each.id_number in str(refused.body) for each in PEOPLE)


@pytest.mark.parametrize("kind", ["upload_id", "text"])
def test_what_she_says_is_taken_and_the_list_can_be_submitted(kind: str) -> None:
    brought = {**source(kind), "columns": CHOSEN}
    report = check(brought).body
    assert (report["ready"], report["counts"]["people"]) == (True, len(PEOPLE))
    kept = submit(new_key(), **brought)
    assert kept.status == 201
    assert [each["id_number"] for each in printed(kept.body)] == [each.id_number for each in PEOPLE]


def test_every_route_that_takes_a_list_takes_columns() -> None:
    this = {"text": LIST, "columns": CHOSEN}
    body = {"this": this, "last": this, "last_day": "2026-11-01"}
    assert call("POST", "/api/rosters/marked-up", this).status == 200
    assert call("POST", "/api/rosters/renewal", body).body["counts"]["lapsed"] == len(PEOPLE)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": 1}, "file.columns_wrong"),
        ({"name": 9}, "file.columns_wrong"),
        ({"header_row": 99}, "file.columns_wrong"),
        ({"name": 0}, "request.field"),
        ({"name": None}, "request.field"),
        ({"who": 1}, "request.field"),
    ],
)
def test_a_choice_that_cannot_be_is_refused_in_words(changes: dict[str, Any], code: str) -> None:
    refused = check({"text": LIST, "columns": {**CHOSEN, **changes}})
    assert (refused.status, refused.codes) == (422, [code])
    assert "sheets" not in call("POST", "/api/rosters", submission(text="x")).body
