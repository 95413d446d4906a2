"""A printed sheet of a list: what stands on it, and whether it is of the list as it stands."""

import re
from typing import Any, Final

import pytest
import segno

from functions.local.samples import Person
from tests.functional.endorsement_requests import accepted, propose
from tests.functional.requests_to_api import Answer, call
from tests.functional.rosters_requests import (
    PEOPLE,
    UNIT,
    correct,
    form,
    new_key,
    rows_of,
    submit,
)

pytestmark = pytest.mark.usefixtures("aws")

UNKNOWN: Final = "AK-2026-7F3K9Q"


def kept(people: list[Person] = PEOPLE, **unit: Any) -> dict[str, Any]:
    return submit(new_key(), rows=rows_of(people), unit=UNIT | unit).body


def verify(receipt: str, text: str) -> Answer:
    answer = call("POST", "/api/rosters/verify", {"receipt": receipt, "check_text": text})
    assert answer.status == 200, answer.body
    return answer


def standing(receipt: str, text: str) -> str:
    return str(verify(receipt, text).body["standing"])


def test_a_sheet_is_known_however_its_text_is_typed() -> None:
    list_ = kept()
    text = form(list_)["check_text"]
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}", text)
    assert form(list_)["check_text"] == text, "always the same"
    for typed in (text, text.lower(), text.replace("-", ""), f" {text} ", text.replace("0", "O")):
        assert standing(list_["receipt"], typed) == "matches"
    assert standing(list_["receipt"].lower().replace("-", ""), text) == "matches"


def test_all_else_is_answered_the_same() -> None:
    list_, same_people = kept(), kept()
    text = form(list_)["check_text"]
    assert form(same_people)["check_text"] != text
    for receipt, typed in (
        (list_["receipt"], text[:-1] + ("0" if text[-1] != "0" else "1")),
        (list_["receipt"], text[:-1]),
        (list_["receipt"], ""),
        (list_["receipt"], "核对码"),
        (same_people["receipt"], text),
        (UNKNOWN, text),
        ("LP-2026-7F3K9Q", text),
        ("nonsense", text),
    ):
        assert verify(receipt, typed).body == verify(UNKNOWN, text).body, (receipt, typed)
    assert standing(UNKNOWN, text) == "differs"


def test_what_was_printed_before_a_correction_is_outdated() -> None:
    list_ = kept()
    before = form(list_)["check_text"]
    assert correct(list_, 1, rows=rows_of(PEOPLE[1:])).status == 200
    second = form(list_)["check_text"]
    assert correct(list_, 2, rows=rows_of(PEOPLE)).status == 200, "the same people again"
    found = [standing(list_["receipt"], each) for each in (before, second)]
    assert found == ["outdated", "outdated"]
    assert standing(list_["receipt"], form(list_)["check_text"]) == "matches"


def test_what_was_printed_before_a_name_was_put_right_is_outdated() -> None:
    list_ = accepted()
    before = form(list_)["check_text"]
    what = {"change": "person", "row": 2, "name": "马晓兰"}
    assert propose(list_["receipt"], what).status == 200
    assert standing(list_["receipt"], before) == "outdated"
    assert standing(list_["receipt"], form(list_)["check_text"]) == "matches"


@pytest.mark.parametrize(
    ("site", "words"), [("https://ankangbao.example", "/verify/#"), ("", "AK-")]
)
def test_the_code_leads_to_where_sheets_are_compared(
    monkeypatch: pytest.MonkeyPatch, site: str, words: str
) -> None:
    drawn: list[str] = []
    list_ = kept()
    monkeypatch.setenv("PUBLIC_URL", site)
    make = segno.make

    def noted(said: str, **how: Any) -> segno.QRCode:
        drawn.append(said)
        return make(said, **how)

    monkeypatch.setattr(segno, "make", noted)
    printed = form(list_)
    assert printed["code"].startswith("<svg viewBox=")
    [said] = drawn
    assert said.startswith(site + words)
    assert said.endswith(printed["check_text"])
    assert list_["access_code"] not in said


def test_the_form_says_what_the_unit_declared() -> None:
    assert form(kept(kind="企业", funding="unit"))["funding"]["code"] == "funding_declared.unit"
