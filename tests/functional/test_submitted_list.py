"""A unit goes on mending the list that it has submitted: it gets it back as it stands."""

from typing import Any

import pytest

from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import (
    PEOPLE,
    as_bytes,
    bearer,
    correct,
    form,
    made_file,
    new_key,
    rows_of,
    submit,
    uploaded,
)
from tests.functional.staff_requests import desk, send_back

pytestmark = pytest.mark.usefixtures("aws")

FEW = PEOPLE[:4]
HEADERS = ("序号", "姓名", "身份证号", "职业")
REASON = "请去掉已经退休的"


def workbook(kept: dict[str, Any]) -> list[tuple[Any, ...]]:
    path = f"/api/rosters/{kept['receipt']}/form/file"
    answer = call("POST", path, authorization=bearer(kept))
    assert answer.status == 200, answer.body
    return made_file(answer.body["url"])


def lines_of(people: list[dict[str, str]]) -> list[tuple[str, ...]]:
    return [(str(number), *each.values()) for number, each in enumerate(people, start=1)]


@pytest.fixture
def kept() -> dict[str, Any]:
    """What was mended on the page and left out is nowhere but in what was submitted."""
    mends = [{"row": 3, "field": "occupation", "value": "护士长"}]
    body = {"upload_id": uploaded(as_bytes(FEW)), "mends": mends, "exclude_rows": [4]}
    answer = submit(new_key(), **body)
    assert answer.status == 201, answer.body
    return answer.body


def test_the_workbook_is_the_list_as_it_was_mended(kept: dict[str, Any]) -> None:
    rows = rows_of(FEW)
    rows[0]["occupation"] = "护士长"
    del rows[1]
    assert workbook(kept) == [HEADERS, *lines_of(rows)]
    assert correct(kept, 1, rows=rows[1:]).status == 200
    assert workbook(kept) == [HEADERS, *lines_of(rows[1:])]


def test_why_the_desk_sent_it_back_stands_beside_whom_it_speaks_of(kept: dict[str, Any]) -> None:
    reasons = [{"text": REASON, "rows": [5, 6]}, {"text": "缺工种", "rows": [6]}]
    reasons.append({"text": "请盖公章", "rows": []})
    assert send_back(kept["receipt"], 1, reasons=reasons).status == 200
    header, *lines = workbook(kept)
    assert header == (*HEADERS, "退回的原因")
    assert [line[-1] for line in lines] == [None, REASON, f"{REASON}；缺工种"]
    # By these rows the page knows whom it shows first.
    assert [each["row"] for each in form(kept)["rows"]] == [3, 5, 6]


def test_the_workbook_chosen_again_says_the_same_people(kept: dict[str, Any]) -> None:
    reasons = [{"text": REASON, "rows": [5]}]
    assert send_back(kept["receipt"], 1, reasons=reasons).status == 200
    header, *lines = workbook(kept)
    text = "\n".join("\t".join(cell or "" for cell in line) for line in [header, *lines])
    answer = call(
        "POST", f"/api/rosters/{kept['receipt']}/check", {"text": text}, authorization=bearer(kept)
    )
    assert answer.status == 200, answer.body
    difference = answer.body["difference"]
    assert (difference["unchanged"], difference["changed"], answer.body["ready"]) == (3, [], True)


def test_that_the_list_was_looked_at_and_taken_along_is_logged(kept: dict[str, Any]) -> None:
    form(kept)
    workbook(kept)
    entries = desk("admin", "GET", f"/rosters/{kept['receipt']}/log").body["entries"]
    seen = {(each["what"], each["is_masked"]) for each in entries if each["what"] != "submitted"}
    assert seen == {("unit_exported_list", False), ("unit_viewed_list", False)}
    wrong = {**kept, "access_code": "AAAAA-AAAAA"}
    path = f"/api/rosters/{kept['receipt']}/form/file"
    assert call("POST", path, authorization=bearer(wrong)).status == 401
    again = desk("admin", "GET", f"/rosters/{kept['receipt']}/log").body["entries"]
    assert again == entries
