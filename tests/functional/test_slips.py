"""Slips: on paper, in the words of the letter, the desk tells whom no e-mail reaches."""

from typing import Any, Final

import pytest

from functions.local.mailbox import Mailbox
from functions.platform import clock
from functions.records import stopped_mail
from functions.records.messages import TABLE
from shared_rules.messages import catalogue
from tests.functional.endorsement_requests import NOT_ACCEPTED, endorsed
from tests.functional.follow_up_deliveries import kept, swept
from tests.functional.requests_to_api import Answer, code_of, turn_clock
from tests.functional.rosters_requests import PEOPLE, correct, rows_of
from tests.functional.staff_claim_requests import checked
from tests.functional.staff_requests import (
    accept,
    case,
    claim_case,
    counted,
    decide_claim,
    desk,
    new_code,
    send_back,
)
from tests.functional.test_clerks import change
from tests.functional.test_messages import ADDRESS, UNSAID, listed, unsubscribe

pytestmark = pytest.mark.usefixtures("aws", "no_letters")

UNTOLD: Final = {"is_told": False, "told_at": None}


def returned(given: dict[str, Any]) -> str:
    """A list that was sent back, and of which all messages that can be were sent."""
    assert send_back(given["receipt"], 1).status == 200
    swept()
    return str(given["receipt"])


def tell(path: str, role: str, name: str, how: str = "printed") -> Answer:
    return desk(role, "POST", f"{path}/slips", {"name": name, "how": how})


def bounced(path: str, role: str = "contact", *, is_over: bool = False) -> Answer:
    return desk(role, "POST", f"{path}/bounced", {"is_over": is_over})


def titles(receipt: str) -> list[str]:
    return [each["title"] for each in case("contact", receipt)["slips"]]


def test_who_left_no_address_is_told_on_paper_once() -> None:
    receipt = returned(kept(PEOPLE[:2]))
    [slip] = case("federation", receipt)["slips"]
    words = catalogue()["letter.returned"]
    assert slip.items() >= {**UNTOLD, "title": words.title, "fix": words.fix}.items()
    assert slip["why"] == "没有邮箱，没有发邮件"
    assert not [word for word in UNSAID if word in f"{slip}"]
    path = f"/rosters/{receipt}"
    [told] = tell(path, "contact", slip["name"]).body["slips"]
    assert (told["is_told"], told["why"]) == (True, "打印了通知单")
    [again] = tell(path, "admin", slip["name"], "told").body["slips"]
    assert again == told
    log = desk("contact", "GET", f"{path}/log").body["entries"]
    [logged] = [each for each in log if each["what"] == "mailed"]
    assert logged["label"] == "打印了通知单：名单退回，等您更正"
    assert logged["by"]["roles"] == ["contact"]


def test_what_she_has_seen_herself_since_needs_no_paper() -> None:
    given = kept(PEOPLE[:2])
    receipt = returned(given)
    assert titles(receipt) == ["名单退回，等您更正"]
    assert correct(given, 1, rows=rows_of(PEOPLE[:1])).status == 200
    assert titles(receipt) == []
    answer = tell(f"/rosters/{receipt}", "contact", "returned#000002")
    assert code_of(answer) == (404, "staff.not_found")


def test_who_is_told_by_e_mail_needs_no_paper_but_who_refuses_it_does(
    letter_box: Mailbox,
) -> None:
    assert titles(returned(listed())) == []
    assert titles(returned(listed("nobody@refused.example"))) == ["名单退回，等您更正"]
    given = listed()
    assert unsubscribe(stopped_mail.token(given["receipt"], ADDRESS)).status == 200
    assert titles(returned(given)) == ["名单退回，等您更正"]


def waiting(desk_name: str = "rosters") -> list[tuple[str, list[str]]]:
    """What the desk has to tell itself."""
    page = desk("admin", "GET", f"/{desk_name}", query={"state": "to_tell"}).body
    return [(each["receipt"], each["to_tell"]) for each in page["items"]]


def to_tell(desk_name: str = "rosters") -> int:
    """How much of it the desk counts."""
    return counted("admin", "to_tell", desk_name)


def test_who_is_to_be_told_otherwise_stands_in_the_queue_until_somebody_tells_her() -> None:
    receipt = returned(kept(PEOPLE[:2]))
    assert new_code(receipt, 2).status == 200
    assert waiting() == [(receipt, ["名单退回，等您更正", "查询码换过了"])]
    for name, left in (("returned#000002", 1), ("code_replaced#000003", 0)):
        assert tell(f"/rosters/{receipt}", "contact", name, "told").status == 200
        assert to_tell() == left
    assert waiting() == []


def test_who_has_seen_it_herself_or_need_not_hear_of_it_leaves_the_queue(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All of it within one second."""
    turn_clock(monkeypatch, clock.now())
    given = kept(PEOPLE[:2])
    returned(given)
    assert to_tell() == 1
    assert correct(given, 1, rows=rows_of(PEOPLE[:1])).status == 200
    assert (to_tell(), waiting()) == (0, [])
    accepted = kept(PEOPLE[2:4])["receipt"]
    assert accept(accepted, 1).status == 200
    assert waiting() == [(accepted, ["名单已承保"])]
    endorsed(accepted, NOT_ACCEPTED)
    assert (waiting(), to_tell()) == ([], 0)


def test_what_comes_back_is_told_otherwise_and_no_more_is_sent(letter_box: Mailbox) -> None:
    given = listed()
    receipt = returned(given)
    assert (titles(receipt), case("contact", receipt)["mail"]) == ([], "used")
    for _ in range(2):
        answer = bounced(f"/rosters/{receipt}")
        assert answer.body["mail"] == "bounced"
        assert [each["why"] for each in answer.body["slips"]] == ["邮件被退回"]
    assert waiting() == [(receipt, ["名单退回，等您更正"])]
    log = desk("contact", "GET", f"/rosters/{receipt}/log").body["entries"]
    assert {each["label"] for each in log if each["what"] == "mailed" and each["by"]} == {
        "记下了邮箱退信，不再发邮件",
        "邮件被退回：名单退回，等您更正",
        "邮件被退回：名单已收到",
    }
    assert ADDRESS not in str(log)
    sent = len(letter_box.letters)
    assert new_code(receipt, 2).status == 200
    swept()
    assert len(letter_box.letters) == sent
    assert waiting() == [(receipt, ["名单退回，等您更正", "查询码换过了"])]


def test_another_address_is_written_to_although_the_first_came_back(letter_box: Mailbox) -> None:
    given = listed()
    swept()
    assert bounced(f"/rosters/{given['receipt']}").status == 200
    assert change(given, email="ma@example.cn").status == 200
    assert send_back(given["receipt"], 2).status == 200
    swept()
    assert letter_box.letters[-1].headers["To"] == "ma@example.cn"
    assert case("contact", given["receipt"])["mail"] == "used"
    assert waiting() == []


def test_an_address_that_was_said_to_come_back_in_error_is_written_to_again(
    letter_box: Mailbox,
) -> None:
    given = listed()
    receipt = returned(given)
    path = f"/rosters/{receipt}"
    assert code_of(bounced(path, is_over=True)) == (409, "slips.no_bounce")
    for _ in range(2):  # it may come back again later
        assert bounced(path).body["mail"] == "bounced"
        assert bounced(path, is_over=True).body["mail"] == "used"
    sent = len(letter_box.letters)
    assert new_code(receipt, 2).status == 200
    swept()
    assert len(letter_box.letters) == sent + 1
    log = desk("contact", "GET", f"{path}/log").body["entries"]
    labels = [each["label"] for each in log if each["what"] == "mailed" and each["by"]]
    assert labels.count("取消了退信的记录，照常发邮件") == 2
    assert labels.count("记下了邮箱退信，不再发邮件") == 2


def test_who_wants_no_more_hears_no_more_and_what_came_back_is_still_known() -> None:
    given = listed()
    receipt = returned(given)
    path = f"/rosters/{receipt}"
    assert bounced(path).status == 200
    for _ in range(2):
        assert unsubscribe(stopped_mail.token(receipt, ADDRESS)).status == 200
    labels = [each["label"] for each in desk("contact", "GET", f"{path}/log").body["entries"]]
    assert labels.count("记下了邮箱退信，不再发邮件") == 1
    assert labels.count("收信人退订了邮件") == 1
    assert case("contact", receipt)["mail"] == "unsubscribed"
    assert code_of(bounced(path, is_over=True)) == (409, "slips.no_bounce")


def test_where_no_e_mail_goes_none_comes_back() -> None:
    receipt = kept(PEOPLE[:2])["receipt"]
    assert case("contact", receipt)["mail"] == "none"
    answer = bounced(f"/rosters/{receipt}")
    assert code_of(answer) == (409, "slips.no_mail")


def test_without_a_relay_there_is_paper() -> None:
    assert titles(returned(listed())) == ["名单退回，等您更正"]


def test_whoever_reported_a_claim_is_told_on_paper() -> None:
    receipt = checked()["receipt"]
    assert claim_case("claims", receipt)["slips"] == []
    answer = decide_claim(receipt, 1, "documents/0001-01/send-back", reason="看不清")
    [slip] = answer.body["slips"]
    assert slip.items() >= {**UNTOLD, "title": "有材料要补"}.items()
    assert waiting("claims") == [(receipt, ["有材料要补"])]
    [told] = tell(f"/claims/{receipt}", "claims", slip["name"], "told").body["slips"]
    assert (told["is_told"], told["why"]) == (True, "当面或者打电话告知了")
    assert (waiting("claims"), to_tell("claims")) == ([], 0)


def test_a_slip_has_the_words_of_the_letter() -> None:
    for its in TABLE.values():
        assert its.words.get("slip", its.words.get("email")) == its.words.get("email")
