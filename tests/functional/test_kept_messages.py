"""What earlier code kept of messages, and of who is not told by e-mail, is read by today's."""

from datetime import datetime
from decimal import Decimal

from functions.local.stack import Stack
from functions.platform import clock, table
from functions.records import messages, stopped_mail
from functions.records.actors import Actor
from functions.records.messages import Addressee, Message
from functions.records.record_keys import item_key
from functions.records.stopped_mail import Stopped
from tests.functional.follow_up_deliveries import items
from tests.functional.kept_sets import GOES_ON, loaded
from tests.functional.staff_requests import HER_COUNTY, desk


def test_which_messages_were_sent_and_who_wants_none_is_read(aws: Stack) -> None:
    address = "zhao.min@example.cn"
    [receipt, *_] = loaded(GOES_ON).rosters
    noon = datetime(2026, 11, 30, 12, tzinfo=clock.SHANGHAI)
    reminder = Message(receipt=receipt, occasion="renewal_60", about="2027-11-29", queued_at=noon)
    to = Addressee(address, HER_COUNTY)
    assert messages.remind(reminder, to, 3)
    assert stopped_mail.unsubscribe(stopped_mail.token(receipt, address), noon) == receipt
    [message, stop] = [*items("MESSAGE#", receipt), *items("UNSUBSCRIBED#", receipt)]
    assert message == {
        **item_key(receipt, "MESSAGE#renewal_60#2027-11-29"),
        "schema": 1,
        "receipt": receipt,
        "occasion": "renewal_60",
        "about": "2027-11-29",
        "queued_at": "2026-11-30T12:00:00+08:00",
        "became": "waiting",
    }
    key = {"pk": stop["pk"], "sk": stop["sk"]}
    assert stop == {**key, "schema": 1, "at": noon.isoformat(), "why": "unsubscribed"}
    # Once nothing was kept but when.
    for item in (message, {**key, "schema": 1, "at": noon.isoformat()}):
        table.put({**item, "later": {"added": 1}})
    assert stopped_mail.mail_to(receipt, address.upper()) == "unsubscribed"
    assert not messages.remind(reminder, to, 4)
    [found] = messages.of_record(receipt)
    assert (found.name, found.became) == ("renewal_60#2027-11-29", "waiting")


def test_that_an_e_mail_came_back_is_read(aws: Stack) -> None:
    receipt = next(iter(loaded(GOES_ON).rosters))
    noon = datetime(2026, 11, 30, 12, tzinfo=clock.SHANGHAI)
    by = Actor(subject="s", name="示例", roles=["contact"])
    stopped = Stopped(at=noon, why="bounced", by=by)
    stopped_mail.say(receipt, "zhao.min@example.cn", stopped)
    [item] = items("UNSUBSCRIBED#", receipt)
    assert item == {
        "pk": item["pk"],
        "sk": item["sk"],
        "schema": 1,
        "at": noon.isoformat(),
        "why": "bounced",
        "by": by.model_dump(),
    }
    table.put({**item, "later": {"added": 1}})
    assert stopped_mail.mail_to(receipt, "zhao.min@example.cn") == "bounced"
    assert stopped_mail.of_record(receipt) == [stopped]


def test_who_is_to_be_told_and_of_whose_premium_a_part_is_there_is_read(aws: Stack) -> None:
    receipt = next(iter(loaded(GOES_ON).rosters))
    noon = datetime(2026, 11, 30, 12, tzinfo=clock.SHANGHAI)
    reminder = Message(
        receipt=receipt,
        occasion="payment_short",
        about="2026-11-29",
        queued_at=noon,
        due=Decimal("100.50"),
    )
    assert messages.remind(reminder, Addressee("", HER_COUNTY), 3)
    [told, place] = [*items("MESSAGE#", receipt), *items("TO_TELL", receipt)]
    assert (told["became"], told["due"]) == ("no_address", "100.50")
    assert place == {
        **item_key(receipt, "TO_TELL"),
        "schema": 1,
        "receipt": receipt,
        "last": "payment_short#2026-11-29",
        "queue": f"AK#to_tell#{HER_COUNTY}",
        "queue_order": f"2026-11-30#{receipt}",
    }
    for item in (told, place):
        table.put({**item, "later": {"added": 1}})
    query = {"state": "to_tell"}
    [queued] = desk("admin", "GET", "/rosters", query=query).body["items"]
    assert (queued["receipt"], queued["to_tell"]) == (receipt, ["保险费还没有到齐"])
    table.put({**place, "receipt": 1})
    page = desk("admin", "GET", "/rosters", query=query).body
    assert (page["items"], page["unreadable"]) == ([], [receipt])


def test_what_was_told_on_paper_is_read(aws: Stack) -> None:
    noon = datetime(2026, 11, 30, 12, tzinfo=clock.SHANGHAI)
    by = Actor(subject="s", name="示例", roles=["contact"])
    told = Message(
        receipt=next(iter(loaded(GOES_ON).rosters)),
        occasion="returned",
        about="000002",
        queued_at=noon,
        became="no_address",
    )
    messages.tell(told, "printed", by, noon)
    [message] = items("MESSAGE#", told.receipt)
    assert message == {
        **item_key(told.receipt, "MESSAGE#returned#000002"),
        "schema": 1,
        "receipt": told.receipt,
        "occasion": "returned",
        "about": "000002",
        "queued_at": "2026-11-30T12:00:00+08:00",
        "became": "printed",
        "became_at": "2026-11-30T12:00:00+08:00",
        "by": by.model_dump(),
    }
    table.put({**message, "later": {"added": 1}})
    messages.tell(told, "told", by, noon)
    [found] = messages.of_record(told.receipt)
    assert (found.became, found.by) == ("printed", by)
