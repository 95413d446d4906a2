"""What follows a list: indexed and told, whatever is delivered twice, late, or dies half-way."""

from datetime import timedelta

import pytest
from botocore.awsrequest import AWSPreparedRequest

from functions.local.follow_up import following_up
from functions.local.stack import Stack
from functions.platform import clock
from functions.records import outbox
from functions.records.outbox import Entry
from functions.worker import service
from shared_rules import cover
from shared_rules.plans import in_force
from tests.functional.follow_up_deliveries import (
    CONTACT,
    OTHER_CONTACT,
    Mailbox,
    calls,
    corrected,
    deliver,
    entry_of,
    hashes,
    items,
    kept,
    later,
    listed,
    no_topic,
    subscribed,
)
from tests.functional.rosters_requests import PEOPLE, TODAY, UNIT, status
from tests.functional.wire import Killed

pytestmark = pytest.mark.usefixtures("aws", "no_letters")


def test_a_list_is_indexed_and_its_contact_told(mailbox: Mailbox) -> None:
    first = kept()
    before = status(first)
    assert entry_of(first["receipt"])["pending"] == outbox.SHARD
    assert deliver((first["receipt"], 1)) == []
    assert listed(first["receipt"]) == hashes(PEOPLE)
    [message] = mailbox.read()
    assert message["Subject"] == f"Ankangbao {first['receipt']} v1"
    assert message["MessageAttributes"]["contact"]["Value"] == CONTACT
    for word in (first["receipt"], "贺兰县", f"{len(PEOPLE)} 人"):
        assert word in message["Message"]
    done = entry_of(first["receipt"])
    assert "pending" not in done
    assert done["expires_at"] > clock.now().timestamp()
    assert status(first) == before


def test_only_the_contact_of_the_county_is_told(mailbox: Mailbox) -> None:
    with subscribed(OTHER_CONTACT) as other:
        first = kept(unit={**UNIT, "county": "平罗县"})
        deliver((first["receipt"], 1))
        assert len(other.read()) == 1
    assert mailbox.read() == []


def test_the_index_knows_for_how_long(aws: Stack) -> None:
    first = kept()
    deliver((first["receipt"], 1))
    cover_from = TODAY + timedelta(days=1)
    assert [item[first["receipt"]] for item in items("LISTS")] == len(PEOPLE) * [
        {
            "version": 1,
            "cover_from": cover_from.isoformat(),
            "cover_until": cover.last_day(cover_from, in_force(TODAY)).isoformat(),
        }
    ]


def test_what_is_delivered_twice_is_told_once(mailbox: Mailbox) -> None:
    first = kept()
    entry = (first["receipt"], 1)
    assert deliver(entry, entry) == []
    assert deliver(entry) == []
    assert service.sweep(later(hours=1), timedelta(0)) == (0, 0)
    assert len(mailbox.read()) == 1
    assert listed(first["receipt"]) == hashes(PEOPLE)


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ((1, 2, 3), [3]),
        ((3, 2, 1), [3]),
        ((2, 3, 1), [3]),
        ((3, 1, 2, 1, 3), [3]),
        ((2, 1), []),
    ],
)
def test_versions_in_any_order_leave_what_the_newest_says(
    mailbox: Mailbox, order: tuple[int, ...], told: list[int]
) -> None:
    first = kept(PEOPLE[:6])
    corrected(first, PEOPLE[3:])
    corrected(first, PEOPLE[2:8], version=2)
    for version in order:
        assert deliver((first["receipt"], version)) == []
    subjects = [message["Subject"] for message in mailbox.read()]
    assert subjects == [f"Ankangbao {first['receipt']} v{version}" for version in told]
    assert listed(first["receipt"]) == hashes(PEOPLE[2:8] if 3 in order else PEOPLE[3:])


def test_a_correction_is_told_as_one_and_who_left_is_out(mailbox: Mailbox) -> None:
    first = kept()
    deliver((first["receipt"], 1))
    corrected(first, PEOPLE[2:])
    deliver((first["receipt"], 2))
    messages = [message["Message"] for message in mailbox.read()]
    assert ["更正" in message for message in messages] == [False, True]
    assert f"{len(PEOPLE) - 2} 人" in messages[1]
    assert listed(first["receipt"]) == hashes(PEOPLE[2:])


def test_what_failed_half_way_goes_on_where_it_was(mailbox: Mailbox) -> None:
    first, second = kept(), kept(PEOPLE[:1])
    both = ((first["receipt"], 1), (second["receipt"], 1))
    with calls(no_topic):
        assert deliver(*both) == ["0", "1"]
    half = entry_of(first["receipt"])
    assert half["attempts"] == 1
    assert half["indexed_at"]
    assert listed(first["receipt"]) == hashes(PEOPLE)

    def no_listing(_: int, request: AWSPreparedRequest) -> None:
        assert "PERSON#" not in str(request.body), "indexed again"

    with calls(no_listing):
        assert deliver(*both) == []
    assert len(mailbox.read()) == 2


def test_a_process_may_be_killed_at_any_call(mailbox: Mailbox) -> None:
    """Told once or, where it died between telling and keeping that it did, twice; never not.

    It is killed before each of its calls in turn, and at last after all.
    """
    died = 0
    for number in range(100):
        first = kept(PEOPLE[:2])

        def kill(count: int, _: AWSPreparedRequest, number: int = number) -> None:
            if count == number:
                raise Killed

        with calls(kill):
            try:
                deliver((first["receipt"], 1))
            except Killed:
                died += 1
        assert service.sweep(later(minutes=16), timedelta(0)).failed == 0
        assert "pending" not in entry_of(first["receipt"])
        assert listed(first["receipt"]) == hashes(PEOPLE[:2])
        assert len(mailbox.read()) in (1, 2)
        if died == number:
            break
    assert died > 5


def test_an_entry_in_anothers_hands_is_left_alone(mailbox: Mailbox) -> None:
    first = kept()
    entry = Entry(first["receipt"], 1)
    now = clock.now()
    assert outbox.take(entry, now) is not None
    service.follow_up(entry, now + outbox.LEASE - timedelta(seconds=1))
    assert mailbox.read() == []
    service.follow_up(entry, now + outbox.LEASE)
    assert len(mailbox.read()) == 1


@pytest.mark.parametrize(
    "key",
    [
        {"pk": "ROSTER#AK-2026-000000", "sk": "HEAD"},
        {"pk": "PERSON#x", "sk": "OUTBOX#000001"},
        {"pk": "ROSTER#AK-2026-000000", "sk": "OUTBOX#x"},
    ],
)
def test_the_key_of_something_else_is_no_entry(key: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"entry|record|invalid literal"):
        outbox.read_key(key)


def test_the_local_product_follows_up_by_itself_and_stops(mailbox: Mailbox) -> None:
    first = kept()
    with following_up(every=0.05):
        deadline = clock.now() + timedelta(seconds=20)
        while "pending" in entry_of(first["receipt"]) and clock.now() < deadline:
            pass
    assert "pending" not in entry_of(first["receipt"])
    assert len(mailbox.read()) == 1
    second = kept()
    assert "pending" in entry_of(second["receipt"])
