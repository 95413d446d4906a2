"""This year's list beside last year's, through the routes of the functions."""

import base64
import gzip
import json
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest

from functions.local import samples
from functions.local.stack import Stack
from functions.platform import rate_limits
from functions.rosters.handler import lambda_handler
from shared_rules import cover, days
from shared_rules.first_day import RENEWS_WITHIN
from shared_rules.roster.limits import MAX_PASTED_CHARACTERS
from tests.functional.lambda_context import CONTEXT
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    PLAN,
    TODAY,
    TOMORROW,
    as_bytes,
    new_key,
    rows_of,
    stored,
    submit,
    uploaded,
)
from tests.functional.staff_requests import accept

pytestmark = pytest.mark.usefixtures("aws")

LATEST: Final = cover.last_day(TOMORROW, PLAN)
STAYING, LEAVING, COMING = PEOPLE[:6], PEOPLE[6:8], PEOPLE[8:]


def person(born: date, order: int = 22) -> samples.Person:
    return samples.Person("王芳", samples.id_number(born, order), "教师")


def compare(
    last: dict[str, Any], this: dict[str, Any], last_day: object = TODAY, **headers: str
) -> Answer:
    said = {} if last_day is None else {"last_day": str(last_day)}
    body = {"this": this, "last": last, **said}
    return call("POST", "/api/rosters/renewal", body, **headers)


def people_of(answer: Answer) -> list[dict[str, Any]]:
    assert answer.status == 200, answer.body
    people: list[dict[str, Any]] = answer.body["people"]
    return people


def rows(people: list[samples.Person]) -> dict[str, Any]:
    return {"rows": rows_of(people)}


def text(people: list[samples.Person]) -> dict[str, Any]:
    return {"text": samples.csv_text(people).replace(",", "\t")}


def file(people: list[samples.Person]) -> dict[str, Any]:
    return {"upload_id": uploaded(as_bytes(people))}


def receipt(people: list[samples.Person]) -> dict[str, Any]:
    kept = submit(new_key(), rows=rows_of(people)).body
    return {"receipt": kept["receipt"].lower(), "access_code": kept["access_code"].lower()}


@pytest.mark.parametrize("this", [rows, text, file], ids=lambda source: source.__name__)
@pytest.mark.parametrize("last", [rows, text, file, receipt], ids=lambda source: source.__name__)
def test_every_source_gives_the_same_changes(last: Any, this: Any) -> None:
    answer = compare(last(STAYING + LEAVING), this(STAYING + COMING))
    changes = [each["change"] for each in people_of(answer)]
    assert changes == ["renewed"] * 6 + ["added"] * 2 + ["left"] * 2
    assert answer.body["counts"] == {
        "renewed": 6, "added": 2, "left": 2, "lapsed": 0, "too_old": 0,
        "this_not_compared": 0, "last_not_compared": 0,
    }  # fmt: skip
    assert [each["change_label"] for each in people_of(answer)][5:9] == [
        "续保", "新增", "新增", "退出",
    ]  # fmt: skip
    assert answer.body["cover_from"] == TOMORROW.isoformat()


@pytest.mark.parametrize(
    ("last_day", "change", "cover_from"),
    [
        (TODAY - DAY, "lapsed", TOMORROW),
        (TODAY, "renewed", TOMORROW),
        (TODAY + DAY, "renewed", TOMORROW + DAY),
        (TOMORROW + RENEWS_WITHIN, "renewed", TOMORROW + RENEWS_WITHIN + DAY),
        (TOMORROW + RENEWS_WITHIN + DAY, "renewed", TOMORROW),
        (LATEST, "renewed", TOMORROW),
        (PLAN.valid_from, "lapsed", TOMORROW),
    ],
)
def test_cover_begins_tomorrow_or_once_the_old_one_has_ended(
    last_day: date, change: str, cover_from: date
) -> None:
    answer = compare(rows(PEOPLE[:1]), rows(PEOPLE[:1]), last_day)
    [one] = people_of(answer)
    waiting = cover.waiting_last_day(cover_from, PLAN, continuous=change == "renewed")
    assert one["change"] == change
    assert one["waiting_last_day"] == (waiting and waiting.isoformat())
    assert answer.body["cover_from"] == cover_from.isoformat()
    told = f"{waiting.year}年{waiting.month}月{waiting.day}日" if waiting else "没有等待期"
    assert told in one["findings"][0]["message"]


FIRST_LIMIT, RENEWAL_LIMIT = PLAN.maximum_age.value, PLAN.maximum_age_renewal.value


@pytest.mark.parametrize(
    ("limit", "later", "was_there", "change"),
    [
        (FIRST_LIMIT, 1, False, "added"),
        (FIRST_LIMIT, 0, True, "renewed"),
        (RENEWAL_LIMIT, 1, True, "renewed"),
        (RENEWAL_LIMIT, 0, True, "too_old"),
        (RENEWAL_LIMIT, 0, False, "too_old"),
    ],
)
def test_who_is_too_old_is_said_and_does_not_look_as_if_she_had_left(
    limit: int, later: int, *, was_there: bool, change: str
) -> None:
    one = person(days.years_before(TOMORROW, limit + 1) + later * DAY)
    last = rows([one, PEOPLE[0]] if was_there else PEOPLE[:1])
    compared = people_of(compare(last, rows([PEOPLE[0], one])))
    assert [each["change"] for each in compared] == ["renewed", change]
    assert (compared[1]["row"], compared[1]["last_row"]) == (2, 1 if was_there else None)


def test_who_lapsed_is_judged_as_for_the_first_time() -> None:
    one = person(days.years_before(TOMORROW, FIRST_LIMIT + 1))
    [lapsed] = people_of(compare(rows([one]), rows([one]), TODAY - DAY))
    assert (lapsed["change"], lapsed["maximum_age"]) == ("too_old", FIRST_LIMIT)


def test_rows_that_cannot_be_compared_are_counted() -> None:
    flawed = samples.flawed(PEOPLE, today=TODAY)
    wrong = 6
    for last, this, key in ((flawed, PEOPLE, "last"), (PEOPLE, flawed, "this")):
        counts = compare(rows(last), rows(this)).body["counts"]
        assert counts[f"{key}_not_compared"] == wrong
        assert counts["renewed"] == len(PEOPLE) - wrong


def test_another_name_on_the_same_number_is_told() -> None:
    renamed = replace(PEOPLE[0], name="马小燕")
    same, changed = people_of(compare(rows(PEOPLE[:2]), rows([PEOPLE[1], renamed])))
    assert (same["name_before"], [each["code"] for each in same["findings"]]) == (
        "",
        ["renewal.renewed"],
    )
    assert (changed["change"], changed["name_before"]) == ("renewed", PEOPLE[0].name)
    told = changed["findings"][1]
    assert (told["code"], told["row"], told["field"]) == ("renewal.name_changed", 2, "name")
    assert f"姓名变了：{PEOPLE[0].name} → 马小燕" in told["message"]


ONE: Final = rows(PEOPLE[:1])


@pytest.mark.parametrize(
    ("last", "this", "found"),
    [
        ({}, ONE, [("request.last_list_missing", "last.upload_id")]),
        ({**ONE, "receipt": "AK-2026-000000"}, ONE,
            [("request.last_list_missing", "last.upload_id")]),
        (ONE, {}, [("request.list_missing", "this.upload_id")]),
        (ONE, {**ONE, "text": "甲"}, [("request.list_missing", "this.rows")]),
        ({"upload_id": "x" * 22}, ONE, [("upload.unknown", "last.upload_id")]),
        ({"rows": []}, ONE, [("file.no_rows", "last.rows")]),
        (ONE, {"text": "姓名\t身份证号\n"}, [("file.no_rows", "this.text")]),
        (ONE, {"text": "甲\t乙\n"}, [("file.no_header", "this.text")]),
        (ONE, {"text": "\ud800"}, [("request.field", "this.text")]),
        (ONE, {"text": "x" * (MAX_PASTED_CHARACTERS + 1)},
            [("file.pasted_too_long", "this.text")]),
        ({"rows": [{"relation": "本人"}]}, ONE, [("request.field", "last.rows.0.relation")]),
        (ONE, {**ONE, "unit": {}}, [("request.field", "this.unit")]),
    ],
)  # fmt: skip
def test_a_list_that_cannot_be_read_is_named(
    last: dict[str, Any], this: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    refused = compare(last, this)
    assert refused.status == 422
    assert [(each["code"], each["field"]) for each in refused.body["findings"]] == found


@pytest.mark.parametrize(
    ("last_day", "code"),
    [
        (PLAN.valid_from - DAY, "renewal.last_day"),
        (LATEST + DAY, "renewal.last_day"),
        ("9999-12-31", "renewal.last_day"),
        ("2026-02-30", "request.field"),
        ("2026-2-3", "request.field"),
        ("20260203", "request.field"),
        ("1767225600", "request.field"),
        ("今天", "request.field"),
        ("", "request.field"),
    ],
)
def test_a_last_day_that_cannot_be_is_refused(last_day: object, code: str) -> None:
    refused = compare(ONE, ONE, last_day)
    assert refused.status == 422
    assert [(each["code"], each["field"]) for each in refused.body["findings"]] == [
        (code, "last_day")
    ]


def test_an_answer_is_packed_for_whoever_can_unpack_it() -> None:
    # 10 000 people in plain text are more than a function may answer.
    event = {
        "version": "2.0",
        "rawPath": "/api/rosters/renewal",
        "headers": {"accept-encoding": "gzip"},
        "requestContext": {
            "http": {"method": "POST", "sourceIp": "192.0.2.1"},
            "stage": "$default",
        },
        "body": json.dumps({"this": ONE, "last": ONE, "last_day": str(TODAY)}),
    }
    answer = lambda_handler(event, CONTEXT)
    assert (answer["headers"]["Content-Encoding"], answer["isBase64Encoded"]) == ("gzip", True)
    unpacked = json.loads(gzip.decompress(base64.b64decode(answer["body"])))
    assert unpacked["counts"]["renewed"] == 1


# ---- By a receipt ----


def test_of_an_accepted_list_the_last_day_is_known_and_what_is_said_of_it_does_not_count() -> None:
    last = receipt(STAYING)
    assert accept(last["receipt"].upper(), 1).status == 200
    ends = cover.last_day(TOMORROW, PLAN)
    for said in (None, TODAY):
        answer = compare(last, rows(STAYING), said)
        assert (answer.status, answer.body["last_day"]) == (200, str(ends))


def test_where_no_policy_says_the_last_day_it_is_asked_for() -> None:
    for last in (receipt(STAYING), rows(STAYING)):
        refused = compare(last, rows(STAYING), None)
        assert refused.status == 422
        assert [(each["code"], each["field"]) for each in refused.body["findings"]] == [
            ("renewal.last_day_missing", "last_day")
        ]


def test_a_receipt_asks_for_work_and_a_list_does_not() -> None:
    assert compare(receipt(PEOPLE), ONE, x_proof_of_work="").status == 428
    assert compare(ONE, ONE, x_proof_of_work="").status == 200


def test_an_unknown_receipt_and_a_wrong_code_get_the_answer_of_a_look_up() -> None:
    known = receipt(PEOPLE)["receipt"]
    looked_up = call("GET", f"/api/rosters/{known}", authorization="Bearer 00000-00000")
    assert looked_up.status == 401
    for name in (known, "AK-2026-000000", "nonsense"):
        assert compare({"receipt": name, "access_code": "00000-00000"}, ONE) == looked_up
    assert compare({"receipt": known}, ONE) == looked_up


def test_a_wrong_code_counts_as_a_try() -> None:
    wrong = {**receipt(PEOPLE), "access_code": "00000-00000"}
    for _ in range(rate_limits.WRONG_CODES.most):
        assert compare(wrong, ONE).status == 401
    assert compare(wrong, ONE).status == 429


def test_nothing_is_stored_and_nobodys_number_is_answered(aws: Stack) -> None:
    last = receipt(STAYING + LEAVING)
    before = stored(aws)
    answer = compare(last, rows(STAYING + COMING))
    assert stored(aws) == before
    assert not [each for each in PEOPLE if each.id_number in str(answer.body)]
