"""A list was printed offline and stamped before it was submitted: the service knows it again."""

import json
from dataclasses import replace
from typing import Any, Final

import pytest

from functions.local.samples import Person
from functions.platform import clock
from functions.records.rosters import offline_texts
from functions.rosters import in_browser
from tests.functional import erasure_requests
from tests.functional.claims_requests import paper
from tests.functional.endorsement_requests import accepted, propose
from tests.functional.follow_up_deliveries import swept
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import (
    DAY,
    PEOPLE,
    TODAY,
    UNIT,
    as_bytes,
    correct,
    form,
    new_key,
    rows_of,
    status,
    submit,
    uploaded,
)
from tests.functional.staff_requests import accept, acts_on, at, case, desk
from tests.functional.stamped_sheets_requests import bring
from tests.functional.test_printed_sheets import UNKNOWN, verify
from tests.unit.papers.paper_files import pdf

pytestmark = pytest.mark.usefixtures("aws")

FEW: Final = PEOPLE[:3]
OTHERS: Final = PEOPLE[3:5]
PRINTED_UNIT: Final = {name: UNIT[name] for name in ("name", "kind", "funding")}


def offline(brought: dict[str, Any], file: bytes | None, **unit: str) -> dict[str, Any]:
    """What the file without a network answers where a list is to be printed."""
    asked = json.dumps({"unit": PRINTED_UNIT | unit, **brought})
    answer = in_browser.answer("print", asked, [file], clock.now().isoformat())
    return dict(json.loads(answer))


def printed(people: list[Person] = FEW, **unit: str) -> str:
    """The check text of a list that was printed offline."""
    return str(offline({"rows": rows_of(people)}, None, **unit)["report"]["check_text"])


def kept(people: list[Person] = FEW, **unit: Any) -> dict[str, Any]:
    answer = submit(new_key(), rows=rows_of(people), unit=UNIT | unit)
    assert answer.status == 201, answer.body
    return answer.body


def stamped(list_: dict[str, Any], text: str, version: int = 1) -> Answer:
    """Bring a sheet that bears a text."""
    return bring(list_, {"check_text": text, "upload_ids": [paper(pdf())]}, version)


def rows_page(role: str, receipt: str) -> dict[str, Any]:
    return desk(role, "GET", f"/rosters/{receipt}/rows").body


def test_a_list_that_was_printed_offline_is_taken_as_the_one_that_was_submitted() -> None:
    text, list_ = printed(), kept()
    assert [len(group) for group in text.split("-")] == [4, 4, 4, 4]
    assert form(list_)["offline_text"] == text
    answer = stamped(list_, text.lower().replace("-", " "))
    assert answer.status == 200, answer.body
    assert [each["is_current"] for each in status(list_)["sheets"]] == [True]
    [sheet] = case("contact", list_["receipt"])["sheets"]
    assert (sheet["check_text"], sheet["is_printed_offline"]) == (text, True)
    assert stamped(list_, form(list_)["check_text"].lower()).status == 200
    sheet = case("contact", list_["receipt"])["sheets"][1]
    told = (sheet["check_text"], sheet["is_printed_offline"])
    assert told == (form(list_)["check_text"], False)


SPACED: Final = replace(FEW[0], name=" ".join(FEW[0].name))
SAME: Final[dict[str, dict[str, Any]]] = {
    "a workbook": {"upload_id": as_bytes(FEW)},
    "rows of others left out": {"rows": rows_of([*OTHERS, *FEW]), "exclude_rows": [1, 2]},
    "a cell put right on the page": {
        "rows": rows_of([replace(FEW[0], name=""), *FEW[1:]]),
        "mends": [{"row": 1, "field": "name", "value": FEW[0].name}],
    },
    "a name written with a space": {"rows": rows_of([SPACED, *FEW[1:]])},
    "text": {"text": "\n".join(f"{e.name},{e.id_number},{e.occupation}" for e in FEW)},
}


@pytest.mark.parametrize("way", SAME)
def test_the_text_is_of_the_people_however_they_came(way: str) -> None:
    brought, file = SAME[way], None
    if isinstance(file := brought.get("upload_id"), bytes):
        on_paper = offline({"upload_id": "here"}, file)
        brought = {"upload_id": uploaded(file)}
    else:
        on_paper = offline(brought, None)
    assert on_paper["report"]["check_text"] == printed()
    sent = submit(new_key(), confirmations=["name.space_removed"], **brought)
    assert sent.status == 201, sent.body
    assert form(sent.body)["offline_text"] == printed()


UNIT_DIFFERS, PEOPLE_DIFFER = "stamped_sheets.offline_unit", "stamped_sheets.offline_people"
OTHERWISE: Final[dict[str, tuple[list[Person], dict[str, str], str]]] = {
    "the same": (FEW, {}, ""),
    "spaces and wide signs in the unit's name": (FEW, {"name": "贺兰县 示例\u3000小学 "}, ""),
    "another name": (FEW, {"name": "贺兰县示例中学"}, UNIT_DIFFERS),
    "somebody else pays": (FEW, {"kind": "企业", "funding": "union"}, UNIT_DIFFERS),
    "one person less": (FEW[:2], {}, PEOPLE_DIFFER),
    "one person more": (PEOPLE[:4], {}, PEOPLE_DIFFER),
    "another order": (FEW[::-1], {}, PEOPLE_DIFFER),
    "another name of somebody": ([replace(FEW[0], name="马晓兰"), *FEW[1:]], {}, PEOPLE_DIFFER),
    "another number": (
        [replace(FEW[0], id_number=OTHERS[0].id_number), *FEW[1:]],
        {},
        PEOPLE_DIFFER,
    ),
    "another occupation": ([replace(FEW[0], occupation="园艺师"), *FEW[1:]], {}, PEOPLE_DIFFER),
    "other people of another unit": (OTHERS, {"name": "贺兰县示例中学"}, PEOPLE_DIFFER),
}


@pytest.mark.parametrize("what", OTHERWISE)
def test_another_list_is_refused_with_what_differs(what: str) -> None:
    people, unit, code = OTHERWISE[what]
    list_ = kept()
    answer = stamped(list_, printed(people, **unit))
    if code:
        assert (answer.status, answer.codes) == (422, [code])
    assert len(status(list_)["sheets"]) == (0 if code else 1)


def test_a_refusal_says_what_was_submitted() -> None:
    list_ = kept()
    [unit] = stamped(list_, printed(name="贺兰县示例中学")).body["findings"]
    assert "“贺兰县示例小学”，保险费 300 元" in unit["message"]
    [people] = stamped(list_, printed(FEW[:2])).body["findings"]
    assert "提交的是 3 人" in people["message"]


def test_what_was_printed_offline_before_a_correction_is_outdated() -> None:
    list_, text = kept(), printed()
    assert stamped(list_, text).status == 200
    assert correct(list_, 1, rows=rows_of(PEOPLE[1:4])).status == 200
    [told] = status(list_)["sheets"]
    assert not told["is_current"]
    assert stamped(list_, text, version=2).codes == ["stamped_sheets.outdated"]
    assert stamped(list_, printed(PEOPLE[1:4]), version=2).status == 200
    assert correct(list_, 2, rows=rows_of(FEW)).status == 200
    assert stamped(list_, text, version=3).status == 200, "the same people again"


def test_only_the_last_few_lists_are_looked_at() -> None:
    list_, first = kept(), printed()
    lists = [PEOPLE[: 4 + number] for number in range(offline_texts.LOOKED_BACK)]
    for number, people in enumerate(lists, start=1):
        assert correct(list_, number, rows=rows_of(people)).status == 200
    now = len(lists) + 1
    assert stamped(list_, first, version=now).codes == ["stamped_sheets.outdated"]
    assert correct(list_, now, rows=rows_of(PEOPLE)).status == 200
    assert stamped(list_, first, version=now + 1).codes == ["stamped_sheets.offline_people"]


def test_what_was_printed_offline_before_a_name_was_put_right_is_outdated() -> None:
    list_, text = accepted(), printed()
    assert form(list_)["offline_text"] == text
    what = {"change": "person", "row": 2, "name": "马晓兰"}
    assert propose(list_["receipt"], what).status == 200
    assert stamped(list_, text).codes == ["stamped_sheets.outdated"]
    after = printed([FEW[0], replace(FEW[1], name="马晓兰"), FEW[2]])
    assert form(list_)["offline_text"] == after
    assert stamped(list_, after).status == 200


def test_once_somebody_was_erased_nobody_says_that_the_people_are_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long_ago = TODAY - 400 * DAY
    with monkeypatch.context() as patch:
        at(patch, long_ago)
        list_ = kept()
        assert accept(list_["receipt"], 1, **acts_on(long_ago)).status == 200
    swept()
    text, her = form(list_)["offline_text"], FEW[1]
    seen = erasure_requests.look(number=her.id_number)["seen"]
    assert erasure_requests.propose(seen, her.id_number).status == 200
    assert erasure_requests.confirm(number=her.id_number).status == 200
    for typed in (text, printed(OTHERS)):
        answer = stamped(list_, typed)
        assert (answer.status, answer.codes) == (422, ["stamped_sheets.offline_erased"])
        assert not [each for each in (her.name, her.id_number) if each in str(answer.body)]
    assert stamped(list_, form(list_)["check_text"]).status == 200


def test_who_holds_only_a_receipt_learns_nothing_from_a_list_that_she_guesses() -> None:
    list_ = kept()
    right, wrong = printed(), printed(OTHERS)
    answers = [
        verify(receipt, text).body
        for receipt in (list_["receipt"], UNKNOWN)
        for text in (right, wrong)
    ]
    assert [each["standing"] for each in answers] == ["offline"] * 4
    assert answers == [answers[0]] * 4


def test_the_desk_is_told_the_text_where_it_sees_the_people() -> None:
    list_ = kept()
    assert rows_page("contact", list_["receipt"])["offline_text"] == printed()
    assert rows_page("federation", list_["receipt"])["offline_text"] == ""


def test_a_list_that_cannot_be_submitted_is_not_printed() -> None:
    def codes(answer: dict[str, Any]) -> list[str]:
        return [each["code"] for each in answer["problem"]["findings"]]

    flawed = {"rows": rows_of([replace(FEW[0], name=""), *FEW[1:]])}
    assert codes(offline(flawed, None)) == ["offline_form.to_mend"]
    assert codes(offline({"rows": rows_of(FEW)}, None, funding="union")) == ["funding.public_money"]
    assert codes(offline(flawed, None, funding="unit")) == [
        *("offline_form.to_mend", "funding.public_money"),
    ]
    assert codes(offline({"rows": rows_of(FEW)}, None, name=" ")) == ["unit.name"]
