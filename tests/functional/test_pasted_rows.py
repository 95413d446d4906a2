"""Rows pasted from a spreadsheet, through every route that takes a list."""

import io
from urllib.request import urlopen

import pytest
from openpyxl import load_workbook

from functions.local import samples
from functions.local.stack import Stack
from functions.platform.aws import s3
from shared_rules.roster import entries
from shared_rules.roster.limits import MAX_PASTED_CHARACTERS, MAX_PEOPLE
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import (
    PEOPLE,
    TODAY,
    correct,
    new_key,
    printed,
    rows_of,
    status,
    submit,
)

pytestmark = pytest.mark.usefixtures("aws")

COPIED = samples.csv_text(PEOPLE).replace(",", "\t")
FLAWED = samples.csv_text(samples.flawed(PEOPLE, today=TODAY)).replace(",", "\t")
BODY_ONLY = COPIED.partition("\r\n")[2]


def check(text: str) -> dict[str, object]:
    answer = call("POST", "/api/rosters/check", {"text": text})
    assert answer.status == 200
    return answer.body


@pytest.mark.parametrize("text", [COPIED, BODY_ONLY, COPIED.replace("\r\n", "\n"), "\n" + COPIED])
def test_pasted_rows_are_judged_as_rows_are(text: str) -> None:
    typed = call("POST", "/api/rosters/check", {"rows": rows_of(PEOPLE)}).body
    pasted = check(text)
    for name in ("ready", "counts", "premium", "cover_from", "findings"):
        assert pasted[name] == typed[name]


def test_pasted_rows_are_read_by_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: str) -> None:
        raise AssertionError

    monkeypatch.setattr(entries, "pasted", never)
    assert check(COPIED)["ready"]


def test_a_finding_names_the_pasted_line() -> None:
    findings = call("POST", "/api/rosters/check", {"text": FLAWED}).body["findings"]
    errors = {each["cell"]: each["code"] for each in findings if each["severity"] == "error"}
    assert errors["C3"] == "id_number.check_character"
    assert errors["C4"] == "eligibility.male"
    assert {int(cell[1:]) for cell in errors} == {3, 4, 5, 6, 7, 9}


def test_the_text_is_kept_as_it_was_pasted(aws: Stack) -> None:
    kept = submit(new_key(), text=COPIED).body
    [original] = [
        s3().get_object(Bucket=aws.resources["RecordsBucket"], Key=each["Key"])
        for each in s3().list_objects_v2(
            Bucket=aws.resources["RecordsBucket"], Prefix=f"rosters/{kept['receipt']}/v1/original"
        )["Contents"]
    ]
    assert original["Body"].read() == COPIED.encode()
    assert printed(kept) == rows_of(PEOPLE)


def test_the_same_key_with_other_text_is_refused() -> None:
    key = new_key()
    first = submit(key, text=COPIED)
    assert submit(key, text=COPIED) == first
    assert submit(key, text=COPIED + "\n").body["code"] == "request.idempotency_conflict"


def test_a_correction_may_be_pasted() -> None:
    kept = submit(new_key(), rows=rows_of(PEOPLE[:3])).body
    assert correct(kept, 1, text=COPIED).status == 200
    assert status(kept)["people"] == len(PEOPLE)
    assert printed(kept) == rows_of(PEOPLE)


@pytest.mark.parametrize(("only", "lines"), [("all", 11), ("to_mend", 7)])
def test_pasted_rows_come_back_marked_as_a_workbook(only: str, lines: int) -> None:
    answer = call("POST", "/api/rosters/marked-up", {"text": FLAWED, "only": only})
    with urlopen(answer.body["url"]) as response:  # noqa: S310 - the emulator's own address
        assert load_workbook(io.BytesIO(response.read())).worksheets[0].max_row == lines


def long_list(people: int) -> str:
    # The people need not be different to be counted.
    return "姓名\t身份证号\n" + f"王芳\t{PEOPLE[0].id_number}\n" * people


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "request.field"),
        ("\ud800", "request.field"),
        ("\n", "file.no_header"),
        ("你好", "file.no_header"),
        ("姓名\t身份证号\n", "file.no_rows"),
        ('姓名\t身份证号\n"王芳\t1\n', "file.quotes"),
        ("姓名\t身份证号\n王\ufffd\t1\n", "file.encoding"),
        ("姓名\t身份证号\n王\x00\t1\n", "file.control_character"),
        ("\t" * 101 + "备注", "file.too_many_columns"),
        (long_list(MAX_PEOPLE + 1), "file.too_many_people"),
        ("x" * (MAX_PASTED_CHARACTERS + 1), "file.pasted_too_long"),
    ],
)
def test_text_that_is_no_list_gets_a_sentence(text: str, code: str) -> None:
    refused = call("POST", "/api/rosters/check", {"text": text})
    assert refused.status == 422
    assert [(each["code"], each["field"]) for each in refused.body["findings"]] == [(code, "text")]


def test_half_a_character_is_refused_before_anything_is_kept() -> None:
    refused = submit(new_key(), text=COPIED + "\ud800")
    assert (refused.status, refused.codes) == (422, ["request.field"])


def test_the_largest_list_may_be_pasted() -> None:
    text = long_list(MAX_PEOPLE).rstrip()
    assert len(text) < MAX_PASTED_CHARACTERS
    assert call("POST", "/api/rosters/check", {"text": text}).body["counts"]["rows"] == MAX_PEOPLE
    padded = text + ("\t" + " " * 9_999) * 75
    padded += " " * (MAX_PASTED_CHARACTERS - len(padded))
    assert len(padded) == MAX_PASTED_CHARACTERS
    assert call("POST", "/api/rosters/check", {"text": padded}).status == 200
