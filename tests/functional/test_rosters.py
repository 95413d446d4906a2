"""A list through the routes, against the emulator: kept once, whole, or refused."""

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from botocore.exceptions import BotoCoreError

from functions.local import samples
from functions.local.stack import Stack
from functions.platform import objects
from functions.platform.aws import s3
from functions.platform.clock import now
from functions.records import uploads
from functions.records.areas import contact_of
from functions.records.consent import current_version
from functions.records.rosters import store
from functions.rosters import service
from functions.rosters.models import Receipt, RosterSubmitRequest
from shared_rules.plans import in_force
from shared_rules.roster.limits import MAX_FILE_BYTES, MAX_PEOPLE
from tests import kept_forms
from tests.functional.requests_to_api import call, solved_challenge
from tests.functional.rosters_requests import (
    CONSENT,
    PEOPLE,
    TODAY,
    UNIT,
    as_bytes,
    new_key,
    rows_of,
    stored,
    submission,
    submit,
    uploaded,
)

LONGEST_ANSWER = 6 * 1024 * 1024  # of AWS Lambda

pytestmark = pytest.mark.usefixtures("aws")


def test_a_list_is_checked_submitted_printed_and_looked_up(aws: Stack) -> None:
    original = as_bytes(PEOPLE)
    upload_id = uploaded(original)

    report = call("POST", "/api/rosters/check", {"upload_id": upload_id, "unit": UNIT})
    assert (report.status, report.body["ready"]) == (200, True)
    assert report.body["counts"] == {
        "seen": 11, "rows": 10, "people": 10, "to_mend": 0, "left_out": 1, "template": 0,
        "excluded": 0, "errors": 0, "warnings": 0,
    }  # fmt: skip

    kept = submit(new_key(), upload_id=upload_id)
    assert kept.status == 201
    assert kept.body["people"] == 10
    assert kept.body["premium"] == {"amount": 1000, "per_person": 100, "capitals": "壹仟元整"}
    assert kept.body["contact"]["name"] == contact_of("贺兰县").name
    assert kept.body["payment"]["account_number"] == in_force(TODAY).payment.account_number

    path = f"/api/rosters/{kept.body['receipt']}"
    bearer = f"Bearer {kept.body['access_code']}"
    status = call("GET", path, authorization=bearer)
    assert (status.status, status.body["state"], status.body["people"]) == (200, "submitted", 10)
    assert [step["state"] for step in status.body["timeline"]] == ["submitted"]

    form = call("GET", f"{path}/form", authorization=bearer)
    assert form.body["unit_name"] == UNIT["name"]
    assert [(row["number"], row["name"], row["id_number"], row["occupation"]) for row in
            form.body["rows"]] == [
        (number, each.name, each.id_number, each.occupation)
        for number, each in enumerate(PEOPLE, start=1)
    ]  # fmt: skip

    assert objects.get(store.current(kept.body["receipt"]).original_object) == original


def test_a_check_stores_nothing(aws: Stack) -> None:
    before = stored(aws)
    assert call("POST", "/api/rosters/check", {"rows": rows_of(PEOPLE)}).status == 200
    assert stored(aws) == before


@pytest.mark.parametrize("accepts", [{}, {"accept_encoding": "identity"}])
def test_an_answer_is_never_longer_than_lambda_gives_back(accepts: dict[str, str]) -> None:
    rows = [{"name": "1", "id_number": "1" * 17, "occupation": ""}] * MAX_PEOPLE
    for report in (
        call("POST", "/api/rosters/check", {"rows": rows}, **accepts),
        call("POST", "/api/rosters", submission(rows=rows), idempotency_key=new_key(), **accepts),
    ):
        assert report.status in (200, 422)
        assert len(report.body["findings"]) >= 2 * MAX_PEOPLE
        assert report.sent_bytes < LONGEST_ANSWER


def test_the_same_key_gives_the_same_answer_and_one_record(aws: Stack) -> None:
    before = stored(aws)["heads"]
    key, upload_id = new_key(), uploaded(as_bytes(PEOPLE))
    answers = [submit(key, upload_id=upload_id) for _ in range(3)]
    assert [answer.status for answer in answers] == [201] * 3
    assert answers[0] == answers[1] == answers[2]
    assert stored(aws)["heads"] == before + 1


def test_the_same_submission_fifty_times_at_once_is_one_record(aws: Stack) -> None:
    before = stored(aws)["heads"]
    key = new_key()
    request = RosterSubmitRequest.model_validate(submission(upload_id=uploaded(as_bytes(PEOPLE))))
    proofs = [solved_challenge() for _ in range(50)]

    def send(proof: str) -> Receipt | None:
        # Behind the route: a Lambda takes one event at a time, so its resolver is no good for
        # threads. AWS may be too busy for so many; the route says so, and they are sent again.
        with suppress(BotoCoreError):
            return service.submit(request, key, proof, now())
        return None

    with ThreadPoolExecutor(len(proofs)) as pool:
        at_once = list(pool.map(send, proofs))
    kept = service.submit(request, key, "", now())
    assert any(at_once)
    assert all(answer in (kept, None) for answer in at_once)
    assert stored(aws)["heads"] == before + 1


def test_a_key_used_with_another_body_is_refused(aws: Stack) -> None:
    key = new_key()
    assert submit(key, rows=rows_of(PEOPLE)).status == 201
    refused = submit(key, rows=rows_of(PEOPLE[1:]))
    assert (refused.status, refused.body["code"]) == (422, "request.idempotency_conflict")


def test_an_upload_is_submitted_only_once(aws: Stack) -> None:
    upload_id = uploaded(as_bytes(PEOPLE))
    assert submit(new_key(), upload_id=upload_id).status == 201
    before = stored(aws)
    again = submit(new_key(), upload_id=upload_id)
    assert (again.status, again.codes) == (409, ["upload.used"])
    assert stored(aws) == before


@pytest.mark.parametrize("key", ["", "short", "x" * 65, "has spaces in it…"])
def test_a_submission_needs_a_proper_key(key: str) -> None:
    refused = submit(key, rows=rows_of(PEOPLE))
    assert (refused.status, refused.body["code"]) == (400, "request.idempotency_key")


def unit(**changes: Any) -> dict[str, Any]:
    return {"unit": {**UNIT, **changes}, "rows": rows_of(PEOPLE)}


@pytest.mark.parametrize(
    ("changes", "status", "found"),
    [
        (unit(county="不存在县"), 422, [("unit.county", "unit.county")]),
        (unit(county=""), 422, [("unit.county", "unit.county")]),
        (unit(name="一"), 422, [("unit.name", "unit.name")]),
        (unit(name="  "), 422, [("unit.name", "unit.name")]),
        (unit(kind="公司"), 422, [("unit.kind", "unit.kind")]),
        (unit(phone="12345"), 422, [("unit.phone", "unit.phone")]),
        (unit(contact_name=""), 422, [("unit.contact_name", "unit.contact_name")]),
        (unit(phone="12345", union=False, funding="union"), 422,
            [("unit.phone", "unit.phone"), ("unit.no_union", "unit.union"),
             ("funding.public_money", "unit.funding")]),
        (unit(name="一", kind="社会团体", funding="mixed"), 422,
            [("unit.name", "unit.name"), ("funding.ask", "unit.funding")]),
        (unit(kind=["机关"], union=False), 422,
            [("unit.kind", "unit.kind"), ("unit.no_union", "unit.union")]),
        ({"unit": "小学", "rows": rows_of(PEOPLE)}, 422, [("request.field", "unit")]),
        (unit(funding=None), 422, [("unit.funding", "unit.funding")]),
        (unit(credit_code="123"), 422, [("unit.credit_code", "unit.credit_code")]),
        (unit(more="x"), 422, [("request.field", "unit.more")]),
        (unit(union=False), 422, [("unit.no_union", "unit.union")]),
        (unit(union="yes"), 422, [("request.field", "unit.union")]),
        (unit(kind="机关", funding="unit"), 422, [("funding.public_money", "unit.funding")]),
        (unit(kind="机关", funding="mixed"), 422, [("funding.public_money", "unit.funding")]),
        (unit(funding="union"), 422, [("funding.public_money", "unit.funding")]),
        (unit(kind="社会团体", funding="unit"), 422, [("confirmation.missing", "confirmations")]),
        ({}, 422, [("request.list_missing", "upload_id")]),
        ({"rows": [], "upload_id": "x"}, 422, [("request.list_missing", "upload_id")]),
        ({"rows": []}, 422, [("file.no_rows", "rows")]),
        ({"upload_id": "x" * 22}, 422, [("upload.unknown", "upload_id")]),
        ({"rows": [{}] * (MAX_PEOPLE + 1)}, 422, [("file.too_many_people", "rows")]),
        ({"rows": [{"who": 1}]}, 422, [("request.field", "rows.0.who")]),
        ({"rows": rows_of(PEOPLE), "exclude_rows": [11]}, 422,
            [("roster.exclude_unknown", "exclude_rows")]),
        ({"rows": rows_of(PEOPLE), "consent": None}, 422, [("request.field", "consent")]),
        ({"rows": rows_of(PEOPLE), "consent": {**CONSENT, "sensitive_information": False}}, 422,
            [("consent.sensitive_information", "consent.sensitive_information")]),
        ({"rows": rows_of(PEOPLE), "consent": {**CONSENT, "version": "2019-01-03"}}, 422,
            [("consent.version", "consent.version")]),
        ({"rows": rows_of(PEOPLE), "consent": {"version": current_version("roster")}}, 422,
            [("consent.personal_information", "consent.personal_information"),
             ("consent.sensitive_information", "consent.sensitive_information")]),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_at_its_field_and_nothing_is_stored(
    aws: Stack, changes: dict[str, Any], status: int, found: list[tuple[str, str]]
) -> None:
    before = stored(aws)
    refused = submit(new_key(), **changes)
    assert (refused.status, refused.media_type) == (status, "application/problem+json")
    assert [(each["code"], each["field"]) for each in refused.body["findings"]] == found
    assert all(each["message"] and each["fix"] for each in refused.body["findings"])
    assert stored(aws) == before


def test_a_list_with_errors_is_refused_with_all_of_them_and_may_leave_rows_out(aws: Stack) -> None:
    flawed = samples.flawed(PEOPLE, today=TODAY)
    refused = submit(new_key(), upload_id=uploaded(as_bytes(flawed)))
    assert refused.status == 422
    errors = [each for each in refused.body["findings"] if each["severity"] == "error"]
    assert {each["cell"] for each in errors} == {"C4", "C5", "C6", "C7", "C8", "B10"}

    upload_id = uploaded(as_bytes(flawed))
    kept = submit(new_key(), upload_id=upload_id, exclude_rows=[4, 5, 6, 7, 8, 10])
    assert (kept.status, kept.body["people"], kept.body["premium"]["amount"]) == (201, 4, 400)


def test_a_refused_row_is_told_with_the_name_that_stands_in_it() -> None:
    rows = rows_of(PEOPLE)
    rows[1]["id_number"] = "12345"
    refused = submit(new_key(), rows=rows)
    assert (refused.status, refused.body["names"]) == (422, {"2": PEOPLE[1].name})
    assert "names" in submit(new_key(), rows=rows, consent={**CONSENT, "version": "x"}).body


def test_a_warning_must_be_confirmed() -> None:
    born = date(TODAY.year - 63, 1, 1)
    rows = [{"name": "王芳", "id_number": samples.id_number(born, 22), "occupation": "教师"}]
    refused = submit(new_key(), rows=rows)
    assert (refused.status, refused.codes) == (422, ["confirmation.missing"])
    kept = submit(new_key(), rows=rows, confirmations=["eligibility.renewal_only"])
    assert kept.status == 201


@pytest.mark.parametrize("path", ["/api/uploads", "/api/rosters/check", "/api/rosters"])
@pytest.mark.parametrize(
    "raw", [None, "", "nonsense", "[1]", "null", '"x"', "{", "[" * 100_000, "\x00"]
)
def test_a_body_that_is_no_json_object_is_a_400(path: str, raw: str | None) -> None:
    refused = call("POST", path, raw=raw, idempotency_key=new_key())
    assert (refused.status, refused.body["code"]) == (400, "request.not_json")


@pytest.mark.parametrize(
    ("size", "found"),
    [
        (1, None),
        (MAX_FILE_BYTES, None),
        (MAX_FILE_BYTES + 1, "file.too_large"),
        (0, "file.empty"),
        (-1, "request.field"),
        ("7", "request.field"),
    ],
)
def test_the_size_of_an_upload_has_its_limits(size: object, found: str | None) -> None:
    answer = call("POST", "/api/uploads", {"purpose": "roster", "filename": "a", "size": size})
    assert answer.status == (422 if found else 201)
    assert (answer.codes == [found]) if found else (answer.body["max_size"] == size)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("名", "名"),
        ("名" * 195 + ".xlsx", "名" * 195 + ".xlsx"),
        ("名" * 196 + ".xlsx", "名" * 195 + ".xlsx"),
        ("名" * 300, "名" * 200),
        ("a." + "x" * 300, "a." + "x" * 198),
    ],
)
def test_a_long_name_of_a_file_is_shortened(name: str, kept: str) -> None:
    asked = {"purpose": "roster", "filename": name, "size": 1}
    answer = call("POST", "/api/uploads", asked)
    assert answer.status == 201
    assert uploads.find(answer.body["upload_id"], "roster", now()).filename == kept


def test_a_file_without_a_name_is_refused() -> None:
    answer = call("POST", "/api/uploads", {"purpose": "roster", "filename": "", "size": 1})
    assert (answer.status, answer.codes) == (422, ["upload.filename"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.empty"),
        (b"%PDF-1.7", "file.pdf"),
        ("姓名,电话\n".encode(), "file.columns_unclear"),
        ("姓名,身份证号\n".encode(), "file.no_rows"),
        (b"x" * (MAX_FILE_BYTES + 1), "file.too_large"),
    ],
)
def test_bytes_are_checked_again_when_they_are_used(aws: Stack, data: bytes, code: str) -> None:
    ticket = call("POST", "/api/uploads", {"purpose": "roster", "filename": "a", "size": 1}).body
    bucket = aws.resources["UploadsBucket"]
    s3().put_object(Bucket=bucket, Key=ticket["fields"]["key"], Body=data)
    body = {"upload_id": ticket["upload_id"]}
    refused = call("POST", "/api/rosters/check", body)
    assert (refused.status, refused.body["code"], refused.codes) == (422, code, [code])


def test_an_upload_whose_bytes_never_came_is_unknown() -> None:
    ticket = call("POST", "/api/uploads", {"purpose": "roster", "filename": "a", "size": 1}).body
    refused = call("POST", "/api/rosters/check", {"upload_id": ticket["upload_id"]})
    assert (refused.status, refused.codes) == (422, ["upload.unknown"])


def test_unknown_receipts_and_wrong_codes_cannot_be_told_apart_and_tries_are_limited() -> None:
    kept = submit(new_key(), rows=rows_of(PEOPLE)).body
    other = submit(new_key(), rows=rows_of(PEOPLE)).body
    unknown = "AK-2026-000000"
    wrong = f"Bearer {other['access_code']}"
    answers = [
        call("GET", f"/api/rosters/{receipt}{end}", authorization=words)
        for receipt in (kept["receipt"], unknown)
        for end in ("", "/form")
        for words in (wrong, "", "Bearer", "Basic abc", "Bearer \x00")
    ]
    assert {(each.status, json.dumps(each.body)) for each in answers} == {
        (401, json.dumps(answers[0].body))
    }
    for receipt in (kept["receipt"], unknown):
        blocked = call("GET", f"/api/rosters/{receipt}", authorization=wrong)
        assert (blocked.status, blocked.body["code"]) == (429, "access.too_many_tries")
    free = call("GET", f"/api/rosters/{other['receipt']}", authorization=wrong)
    assert free.status == 200


def test_codes_may_be_typed_as_people_type_them() -> None:
    kept = submit(new_key(), rows=rows_of(PEOPLE)).body
    spoken = kept["access_code"].lower().replace("-", " ").replace("0", "o").replace("1", "l")
    receipt = kept["receipt"].lower()
    answer = call("GET", f"/api/rosters/{receipt}", authorization=f"Bearer {spoken}")
    assert answer.status == 200


def test_personal_data_are_in_no_log_and_no_refusal(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    flawed = samples.flawed(PEOPLE, today=TODAY)
    kept = submit(new_key(), rows=rows_of(PEOPLE)).body
    refused = submit(new_key(), rows=rows_of(flawed), consent={"who": PEOPLE[0].id_number})
    refused_rows = submit(new_key(), rows=rows_of(flawed))
    call("GET", "/api/rosters/AK-2026-ZZZZZZ", authorization=f"Bearer {kept['access_code']}")
    output = capsys.readouterr()
    ours = [record.getMessage() for record in caplog.records if "boto" not in record.name]
    # Whose row it is, she who sent the list is told, and there only.
    told = {**refused_rows.body, "names": {}}
    words = output.out + output.err + str(ours) + str(refused.body) + str(told)
    secrets = [kept["access_code"], UNIT["contact_name"], UNIT["phone"]]
    secrets += [text for each in flawed for text in (each.name, each.id_number) if text]
    assert not [secret for secret in secrets if str(secret) in words]


def test_unknown_addresses_and_health() -> None:
    health = call("GET", "/api/health").body
    assert (health["status"], health["version"]) == ("ok", kept_forms.version())
    nowhere = call("GET", "/api/nowhere")
    assert (nowhere.status, nowhere.body["code"]) == (404, "request.not_found")
    assert call("GET", "/api/openapi.json").body["openapi"] == "3.1.0"


def test_the_mark_of_a_receipt_is_that_of_every_list_with_the_same_people() -> None:
    def mark(**brought: Any) -> str:
        return str(call("POST", "/api/rosters/check", brought).body["list_mark"])

    key, same = new_key(), {"upload_id": uploaded(as_bytes([*reversed(PEOPLE)]))}
    first = submit(key, rows=rows_of(PEOPLE)).body
    assert mark(**same) == first["list_mark"] == submit(key, rows=rows_of(PEOPLE)).body["list_mark"]
    assert mark(rows=rows_of(PEOPLE[1:])) != first["list_mark"]
    assert mark(**same, exclude_rows=[3]) != first["list_mark"]
    assert mark(rows=[{"name": "王芳", "id_number": "1", "occupation": "教师"}]) == ""
