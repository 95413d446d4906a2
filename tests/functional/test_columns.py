"""Where it is not clear which column is which, the page is given what the person chooses from."""

from typing import Any

import pytest

from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import PEOPLE, new_key, printed, submission, submit, uploaded

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
        ({"header_row": 2}, "file.header_is_person"),
        ({"name": 0}, "request.field"),
        ({"name": None}, "request.field"),
        ({"who": 1}, "request.field"),
    ],
)
def test_a_choice_that_cannot_be_is_refused_in_words(changes: dict[str, Any], code: str) -> None:
    refused = check({"text": LIST, "columns": {**CHOSEN, **changes}})
    assert (refused.status, refused.codes) == (422, [code])
    assert "sheets" not in call("POST", "/api/rosters", submission(text="x")).body


TWO = PEOPLE[:2], PEOPLE[2:4]


def side_by_side(header: list[str]) -> str:
    """Four people on two lines, two on each; no header where it is empty."""
    lines = [
        [left.id_number, left.name, right.id_number, right.name]
        for left, right in zip(*TWO, strict=True)
    ]
    return "\n".join(",".join(line) for line in ([header] if header else []) + lines)


@pytest.mark.parametrize(
    ("header", "refused"),
    [
        pytest.param(["身份证号", "姓名"] * 2, True, id="the same headers again"),
        pytest.param(["号", "谁"] * 2, True, id="the same unknown headers again"),
        pytest.param(["号", "谁", "身份证号码", "职工姓名"], True, id="headers that are known"),
        pytest.param(["号", "谁", "", ""], True, id="no headers above the right half"),
        pytest.param([], True, id="no header at all"),
        pytest.param(["号", "谁", "代缴", "代缴者"], False, id="headers nobody knows"),
    ],
)
@pytest.mark.parametrize("kind", ["upload_id", "text"])
def test_people_beside_the_chosen_columns_are_not_lost_in_silence(
    kind: str, header: list[str], *, refused: bool
) -> None:
    listed = side_by_side(header)
    source = {"upload_id": uploaded(listed.encode())} if kind == "upload_id" else {"text": listed}
    columns = {"header_row": int(bool(header)), "id_number": 1, "name": 2}
    answer = check({**source, "columns": columns})
    if refused:
        assert (answer.status, answer.codes) == (422, ["file.lists_side_by_side"])
        return
    (asked,) = [each for each in answer.body["findings"] if each["code"] == "file.numbers_beside"]
    assert (asked["severity"], asked["column"]) == ("warning", 3)
    assert submit(new_key(), **source, columns=columns).status == 422


@pytest.mark.parametrize(
    ("header", "beside"),
    [
        pytest.param("配偶身份证号", TWO[1][0].id_number, id="a husband's number"),
        pytest.param("社保号", PEOPLE[0].id_number, id="her number once more"),
        pytest.param("银行卡号", "6222022916000123456", id="a bank card"),
    ],
)
def test_other_numbers_beside_the_chosen_columns_are_no_people(header: str, beside: str) -> None:
    person = PEOPLE[0]
    text = f"号,谁,{header}\n{person.id_number},{person.name},{beside}"
    report = check({"text": text, "columns": {"header_row": 1, "id_number": 1, "name": 2}}).body
    assert [each["code"] for each in report["findings"]] == ["roster.occupation_missing"]
