"""Messages: who left an address is told of each event, once, and of no more than its receipt."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

import pytest

from functions.local.mailbox import Mailbox
from functions.local.stack import Stack
from functions.platform import clock
from functions.records import outbox
from functions.worker import service
from tests.functional import claims_requests, staff_claim_requests
from tests.functional.follow_up_deliveries import dead_letters, items, kept, later, swept
from tests.functional.rosters_requests import PEOPLE, UNIT, new_key, rows_of, submit
from tests.functional.staff_requests import accept, claim_case, decide_claim, new_code, send_back
from tests.functional.test_clerks import change

pytestmark = pytest.mark.usefixtures("aws", "no_letters")

ADDRESS: Final = "zhao.min@example.cn"
# What a letter never says: who, and that it is about an illness.
UNSAID: Final = (UNIT["contact_name"], UNIT["name"], "癌", "病", "理赔", "报案")


def listed(email: str = ADDRESS, **unit: Any) -> dict[str, Any]:
    """A list whose clerk has left her address."""
    return kept(PEOPLE[:2], unit={**UNIT, "email": email, **unit})


def reported(email: str = ADDRESS) -> dict[str, Any]:
    """A claim whose reporter has left her address, with all its papers."""
    return staff_claim_requests.checked(reporter={"email": email})


def became(receipt: str) -> list[str]:
    """What became of the messages of a record."""
    return [item["became"] for item in items("MESSAGE#", receipt)]


def subjects(letter_box: Mailbox) -> list[str]:
    return [letter.headers["Subject"] for letter in letter_box.letters]


def a_list() -> str:
    return str(listed()["receipt"])


def a_returned_list() -> str:
    receipt = a_list()
    assert send_back(receipt, 1).status == 200
    return receipt


def an_accepted_list() -> str:
    receipt = a_list()
    assert accept(receipt, 1).status == 200
    return receipt


def a_list_with_another_code() -> str:
    receipt = a_list()
    assert new_code(receipt, 1).status == 200
    return receipt


def a_claim() -> str:
    return str(reported()["receipt"])


def a_claim_with_a_paper_sent_back() -> str:
    receipt = a_claim()
    case = claim_case("claims", receipt)
    path = "documents/0001-01/send-back"
    assert decide_claim(receipt, case["revision"], path, reason="看不清").status == 200
    return receipt


def a_refused_claim() -> str:
    receipt = a_claim()
    refused: dict[str, Any] = {**staff_claim_requests.NOTHING, "outcome": "refuse"}
    said = {"reason": "不在保险期间", "article": "article-4"}
    revision = claim_case("claims", receipt)["revision"]
    assert staff_claim_requests.propose(receipt, revision, **refused, **said).status == 200
    assert staff_claim_requests.confirm(receipt, revision + 1).status == 200
    return receipt


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        (a_list, ["名单已收到"]),
        (a_returned_list, ["名单已收到", "名单退回，等您更正"]),
        (an_accepted_list, ["名单已收到", "名单已承保"]),
        (a_list_with_another_code, ["名单已收到", "查询码换过了"]),
        (a_claim, ["已收到您提交的内容"]),
        (a_claim_with_a_paper_sent_back, ["已收到您提交的内容", "有材料要补"]),
        (a_refused_claim, ["已收到您提交的内容", "有了新的结果"]),
    ],
)
def test_who_left_an_address_is_told_of_what_happens(
    letter_box: Mailbox, happened: Callable[[], str], told: list[str]
) -> None:
    receipt = happened()
    swept()
    assert sorted(subjects(letter_box)) == sorted(f"{receipt} {title}" for title in told)
    assert became(receipt) == ["sent"] * len(told)
    for letter in letter_box.letters:
        assert letter.headers["To"] == ADDRESS
        assert letter.headers["Auto-Submitted"] == "auto-generated"
        for text in (letter.text, letter.html):
            assert receipt in text
            assert f"/status/?receipt={receipt}" in text
            assert not [word for word in UNSAID if word in text]


def test_who_left_none_is_sent_nothing(letter_box: Mailbox) -> None:
    receipt = kept(PEOPLE[:2])["receipt"]
    assert send_back(receipt, 1).status == 200
    claim = staff_claim_requests.checked()["receipt"]
    swept()
    assert letter_box.letters == []
    assert became(receipt) == became(claim) == []


def test_what_is_delivered_twice_is_told_once(letter_box: Mailbox) -> None:
    receipt = a_list()
    [entry] = [each for each in outbox.waiting() if each.message]
    swept()
    service.follow_up(entry, later(hours=1))
    outbox.bury(entry, clock.now())
    assert service.redrive() == 1
    swept()
    assert subjects(letter_box) == [f"{receipt} 名单已收到"]


def test_without_a_relay_nothing_is_sent_and_nothing_waits(aws: Stack) -> None:
    receipt = a_list()
    swept()
    assert became(receipt) == ["off"]


def test_an_address_that_is_refused_for_good_is_not_tried_again(letter_box: Mailbox) -> None:
    receipt = listed("nobody@refused.example")["receipt"]
    swept()
    assert became(receipt) == ["refused"]
    assert letter_box.letters == []


def test_an_address_that_is_refused_for_now_is_tried_again_then_given_up(
    letter_box: Mailbox,
) -> None:
    first = listed("full@busy.example")
    receipt = first["receipt"]
    moment = clock.now()
    for number in range(service.MAX_ATTEMPTS):
        done = service.sweep(moment + timedelta(hours=number), timedelta(0))
        assert done.failed == 1
    assert became(receipt) == ["waiting"]
    [letter] = dead_letters()
    assert receipt in letter
    assert "busy" not in letter
    [dead] = outbox.waiting(state="dead")
    assert dead.message.startswith("received#")
    assert service.redrive() == 1
    assert change(first, email=ADDRESS).status == 200
    swept()
    assert became(receipt) == ["sent"]
    assert [letter.headers["To"] for letter in letter_box.letters] == [ADDRESS]


def test_what_is_no_address_is_refused_where_it_stands(aws: Stack) -> None:
    for answer, field in (
        (submit(new_key(), unit={**UNIT, "email": "zhao"}, rows=rows_of(PEOPLE)), "unit.email"),
        (claims_requests.submit(new_key(), reporter={"email": "zhao"}), "reporter.email"),
    ):
        assert answer.status == 422
        [finding] = answer.body["findings"]
        assert (finding["code"], finding["field"]) == ("email.form", field)
