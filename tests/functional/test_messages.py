"""Messages: who left an address is told of each event, once, and of no more than its receipt."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from functions.local.mailbox import Letter, Mailbox
from functions.local.stack import Stack
from functions.platform import clock
from functions.records import outbox, stopped_mail
from functions.records.outbox import Entry
from functions.worker import service
from tests.functional import claims_requests, staff_claim_requests
from tests.functional.faults import (
    Fault,
    answer_lost,
    failing,
    killed,
    points,
    refused,
    tries_from,
)
from tests.functional.follow_up_deliveries import dead_letters, items, kept, later, swept
from tests.functional.requests_to_api import Answer, call, code_of
from tests.functional.rosters_requests import PEOPLE, UNIT, new_key, rows_of, submit
from tests.functional.staff_requests import (
    accept,
    claim_case,
    decide_claim,
    desk,
    new_code,
    send_back,
)
from tests.functional.test_clerks import change
from tests.functional.wire import Killed, wire

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
    claim = reported("nobody@refused.example")["receipt"]
    swept()
    assert became(receipt) == became(claim) == ["refused"]
    assert letter_box.letters == []
    for path, role, title in (
        (f"/rosters/{receipt}", "federation", "名单已收到"),
        (f"/claims/{claim}", "claims", "已收到您提交的内容"),
    ):
        logged = desk(role, "GET", f"{path}/log")
        assert [each["label"] for each in logged.body["entries"] if each["what"] == "mailed"] == [
            f"邮件被对方邮箱拒收：{title}"
        ]
        assert "refused.example" not in str(logged.body)
        assert desk(role, "POST", f"{path}/log-file").status == 200


def test_an_address_that_is_refused_for_now_is_tried_again_then_given_up(
    letter_box: Mailbox, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
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
    assert "busy" not in letter + caplog.text + capsys.readouterr().out
    [dead] = outbox.waiting(state="dead")
    assert dead.message.startswith("received#")
    assert service.redrive() == 1
    assert change(first, email=ADDRESS).status == 200
    swept()
    assert became(receipt) == ["sent"]
    assert [letter.headers["To"] for letter in letter_box.letters] == [ADDRESS]


def test_pages_learn_whether_mail_is_sent(aws: Stack, request: pytest.FixtureRequest) -> None:
    assert call("GET", "/api/health").body["sends_mail"] is False
    request.getfixturevalue("letter_box")
    assert call("GET", "/api/health").body["sends_mail"] is True


def test_what_is_no_address_is_refused_where_it_stands(aws: Stack) -> None:
    for answer, field in (
        (submit(new_key(), unit={**UNIT, "email": "zhao"}, rows=rows_of(PEOPLE)), "unit.email"),
        (claims_requests.submit(new_key(), reporter={"email": "zhao"}), "reporter.email"),
    ):
        assert answer.status == 422
        [finding] = answer.body["findings"]
        assert (finding["code"], finding["field"]) == ("email.form", field)


def link_of(letter: Letter) -> str:
    """The token behind the link that stops messages, which mail programs have, too."""
    [_, token] = re.findall(r"#stop=([^\s\"]+)", letter.text + letter.html)
    assert f"/api/messages/{token}/unsubscribe>" in letter.headers["List-Unsubscribe"]
    assert letter.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    return str(token)


def unsubscribe(token: str) -> Answer:
    return call("POST", f"/api/messages/{token}/unsubscribe", {})


def test_who_wants_no_more_says_so_by_the_link_and_hears_of_other_lists_still(
    letter_box: Mailbox,
) -> None:
    first, other = a_list(), a_list()
    swept()
    [letter] = [each for each in letter_box.letters if first in each.headers["Subject"]]
    for _ in range(2):
        assert unsubscribe(link_of(letter)).body == {"receipt": first}
    for receipt in (first, other):
        assert send_back(receipt, 1).status == 200
    swept()
    assert f"{other} 名单退回，等您更正" in subjects(letter_box)
    assert f"{first} 名单退回，等您更正" not in subjects(letter_box)
    assert sorted(became(first)) == ["sent", "unsubscribed"]
    [kept_item] = items("UNSUBSCRIBED#", first)
    assert ADDRESS not in str(kept_item)


def test_who_reported_says_so_too(letter_box: Mailbox) -> None:
    receipt = a_claim()
    swept()
    [letter] = [each for each in letter_box.letters if receipt in each.headers["Subject"]]
    assert unsubscribe(link_of(letter)).body == {"receipt": receipt}
    assert len(items("UNSUBSCRIBED#", receipt)) == 1


def test_another_clerk_is_told_although_the_first_wanted_no_more(letter_box: Mailbox) -> None:
    first = listed()
    swept()
    assert unsubscribe(link_of(letter_box.letters[0])).status == 200
    assert change(first, email="ma@example.cn").status == 200
    assert send_back(first["receipt"], 2).status == 200
    swept()
    assert letter_box.letters[-1].headers["To"] == "ma@example.cn"


@pytest.mark.parametrize("cut", [0, -1, -20, 15, 1])
def test_a_token_that_is_not_whole_stops_nothing(letter_box: Mailbox, cut: int) -> None:
    receipt = a_list()
    swept()
    token = link_of(letter_box.letters[0])
    other = stopped_mail.token("AK-2026-7F3K9Q", ADDRESS)
    for wrong in (token[:cut] or "x", token[:cut] + "A" + token[cut:], receipt + other[14:]):
        assert code_of(unsubscribe(wrong)) == (404, "letter.no_such_link")
    assert items("UNSUBSCRIBED#", receipt) == []


@pytest.mark.parametrize("fault", [refused, answer_lost, killed], ids=lambda fault: fault.__name__)
def test_a_message_survives_the_failure_of_each_of_its_calls(
    letter_box: Mailbox, fault: Fault
) -> None:
    """Sent once; where it was killed or unheard between sending and keeping that, with one id."""

    def waiting() -> Entry:
        a_list()
        [entry] = [each for each in outbox.waiting() if each.message]
        for other in [each for each in outbox.waiting() if not each.message]:
            outbox.finish(other, clock.now())
        return entry

    entry = waiting()
    with wire() as counted:
        service.follow_up(entry, clock.now())
    for number in points(fault, counted.sent):
        letter_box.letters.clear()
        entry = waiting()
        given_up = suppress(Killed, ClientError, BotoCoreError, service.NotDone)
        with failing(tries_from(number), fault), given_up:
            service.follow_up(entry, clock.now())
        swept()
        assert became(entry.receipt) == ["sent"]
        assert len({letter.headers["Message-ID"] for letter in letter_box.letters}) == 1
        assert len(letter_box.letters) <= 2
