"""What follows a list: indexed and told, whatever is delivered twice, late, or dies half-way."""

import json
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import boto3
import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ConnectionClosedError

from functions.common import clock, outbox
from functions.common.aws import dynamodb, s3, sqs
from functions.common.keyed_hash import keyed_hash
from functions.common.outbox import Entry
from functions.common.person_index import Listing
from functions.followup import handler, redrive, service, store
from functions.local.follow_up import following_up
from functions.local.samples import Person
from functions.local.stack import Stack
from shared_rules import cover
from shared_rules.plans import in_force
from tests.functional.follow_up_doors import (
    CONTACT,
    CONTEXT,
    OTHER_CONTACT,
    Mailbox,
    dead_letters,
    deliver,
    entry_of,
    hashes,
    items,
    later,
    listed,
    subscribed,
)
from tests.functional.rosters_doors import (
    PEOPLE,
    TODAY,
    UNIT,
    correct,
    new_key,
    rows_of,
    status,
    submit,
)
from tests.functional.wire import Killed, Send, wire

pytestmark = pytest.mark.usefixtures("aws", "no_letters")

HAS_TIME_FOR_NONE: Any = SimpleNamespace(
    **{**vars(CONTEXT), "get_remaining_time_in_millis": lambda: 1}
)


# ---- what is sent, and where it is seen ----


def kept(people: list[Person] = PEOPLE, **changes: Any) -> dict[str, Any]:
    answer = submit(new_key(), rows=rows_of(people), **changes)
    assert answer.status == 201, answer.body
    return answer.body


def corrected(first: dict[str, Any], people: list[Person], version: int = 1) -> None:
    assert correct(first, version, rows=rows_of(people)).status == 200


def duplicates(receipt: str) -> list[int] | None:
    found = [each for each in items("DUPLICATES") if each["pk"] == f"ROSTER#{receipt}"]
    return found[0]["rows"] if found else None


# ---- what goes wrong ----


@contextmanager
def calls(
    fail: Callable[[int, AWSPreparedRequest], None], *, after: bool = False
) -> Iterator[None]:
    """Let `fail` raise at calls of its choice, before they are sent or after they took effect."""

    def carry(number: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        if not after:
            fail(number, request)
        answer = send(request)
        if after:
            fail(number, request)
        return answer

    with wire(carry):
        yield


def no_topic(_: int, request: AWSPreparedRequest) -> None:
    if "Action=Publish" in str(request.body):
        raise ConnectionClosedError(endpoint_url=request.url)


# ---- the stories ----


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
    assert ["修改" in message for message in messages] == [False, True]
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


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_process_may_be_killed_at_any_call(mailbox: Mailbox, *, after: bool) -> None:
    """Told once or, where it died between telling and keeping that it did, twice; never not."""
    died = 0
    for number in range(100):
        first = kept(PEOPLE[:2])

        def kill(count: int, _: AWSPreparedRequest, number: int = number) -> None:
            if count == number:
                raise Killed

        with calls(kill, after=after):
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
    assert store.claim(entry, now) is not None
    service.follow_up(entry, now + store.LEASE - timedelta(seconds=1))
    assert mailbox.read() == []
    service.follow_up(entry, now + store.LEASE)
    assert len(mailbox.read()) == 1


@pytest.mark.parametrize(
    ("age", "context", "told"),
    [
        (timedelta(minutes=9, seconds=59), CONTEXT, 0),
        (timedelta(minutes=10), CONTEXT, 1),
        (timedelta(days=30), CONTEXT, 1),
        (timedelta(minutes=10), HAS_TIME_FOR_NONE, 0),
    ],
)
def test_the_sweeper_finds_what_the_stream_missed(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, age: timedelta, context: Any, told: int
) -> None:
    created = datetime.fromisoformat(entry_of(kept()["receipt"])["created_at"])
    monkeypatch.setattr(handler, "now", lambda: created + age)
    handler.sweeper_handler({}, context)
    assert len(mailbox.read()) == told


def test_the_oldest_is_first_and_one_that_fails_stops_no_other(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipts = []
    for minutes in (3, 1, 2):
        monkeypatch.setattr("functions.rosters.handler.now", lambda m=minutes: later(minutes=m))
        receipts.append(kept()["receipt"])
    monkeypatch.undo()
    order = [receipts[1], receipts[2], receipts[0]]
    assert [entry.receipt for entry in store.waiting()] == order
    objects = boto3.resource("s3").Bucket(os.environ["RECORDS_BUCKET"]).object_versions
    objects.filter(Prefix=f"rosters/{order[0]}/v1/rows.json").delete()
    assert service.sweep(later(hours=1), timedelta(0)) == (2, 1)
    subjects = [message["Subject"] for message in mailbox.read()]
    assert subjects == [f"Ankangbao {receipt} v1" for receipt in order[1:]]


def given_up(receipt: str) -> None:
    with calls(no_topic):
        for attempt in range(1, service.MAX_ATTEMPTS + 1):
            assert "pending" in entry_of(receipt)
            assert service.sweep(later(minutes=15 * attempt), timedelta(0)) == (0, 1)


def test_after_its_attempts_an_entry_is_dead_until_it_is_put_back(
    mailbox: Mailbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = kept()
    given_up(first["receipt"])
    dead = entry_of(first["receipt"])
    assert (dead["attempts"], dead["dead"], "pending" in dead) == (8, outbox.SHARD, False)
    assert deliver((first["receipt"], 1)) == []
    assert service.sweep(later(days=1), timedelta(0)) == (0, 0)
    assert mailbox.read() == []

    monkeypatch.setattr("sys.argv", ["redrive"])
    assert redrive.main() == 0
    assert capsys.readouterr().out == "Back to work: 1\n"
    assert dead_letters() == []
    assert service.sweep(later(days=1), timedelta(0)) == (1, 0)
    assert len(mailbox.read()) == 1
    assert list(store.waiting(state="dead")) == []
    assert redrive.main() == 0
    assert capsys.readouterr().out == "Back to work: 0\n"


def test_a_dead_letter_names_the_entry_and_nothing_else() -> None:
    first = kept()
    given_up(first["receipt"])
    assert [json.loads(letter) for letter in dead_letters()] == [
        {"receipt": first["receipt"], "event": 1}
    ]


def test_an_entry_whose_last_attempt_was_killed_is_given_up(mailbox: Mailbox) -> None:
    first = kept()
    entry = Entry(first["receipt"], 1)
    for attempt in range(service.MAX_ATTEMPTS):
        assert store.claim(entry, later(hours=attempt)) is not None
    with pytest.raises(service.NotDone):
        service.follow_up(entry, later(hours=9))
    assert entry_of(first["receipt"])["dead"] == outbox.SHARD
    assert mailbox.read() == []


def test_redrive_takes_the_environment_of_a_deployed_function(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = kept()
    given_up(first["receipt"])
    variables = {name: os.environ[name] for name in ("TABLE_NAME", "DEAD_LETTERS_URL")}
    asked = []

    def client(service: str) -> Any:
        asked.append(service)
        configuration = {"Environment": {"Variables": variables}}
        return SimpleNamespace(get_function_configuration=lambda **_: configuration)

    monkeypatch.setattr(boto3, "client", client)
    monkeypatch.setattr("sys.argv", ["redrive", "the-sweeper"])
    assert redrive.main() == 0
    assert capsys.readouterr().out == "Back to work: 1\n"
    assert asked == ["lambda"]


def test_letters_of_lambda_go_away_and_those_of_entries_dying_now_stay() -> None:
    first = kept()
    entry = Entry(first["receipt"], 1)
    for attempt in range(service.MAX_ATTEMPTS):
        store.claim(entry, later(hours=attempt))
    queue = os.environ["DEAD_LETTERS_URL"]
    ours = json.dumps(entry._asdict())
    for body in (ours, json.dumps({"DDBStreamBatchInfo": {"shardId": "1"}, "version": "1.0"})):
        sqs().send_message(QueueUrl=queue, MessageBody=body)
    assert service.redrive() == 0
    counts: Any = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    found = sqs().get_queue_attributes(QueueUrl=queue, AttributeNames=counts)["Attributes"]
    assert [found[count] for count in counts] == ["0", "1"], "looked at, and left"
    sqs().purge_queue(QueueUrl=queue)


# ---- people ----


def test_who_is_in_two_lists_is_kept_for_the_desk_by_row() -> None:
    first = kept(PEOPLE[:6])
    deliver((first["receipt"], 1))
    second = kept(PEOPLE[4:], unit={**UNIT, "name": "另一所示例小学", "county": "平罗县"})
    before = status(second)
    deliver((second["receipt"], 1))
    assert duplicates(first["receipt"]) == []
    assert duplicates(second["receipt"]) == [1, 2]
    assert status(second) == before
    deliver((second["receipt"], 1), (first["receipt"], 1))
    assert duplicates(second["receipt"]) == [1, 2]


def test_a_list_is_no_duplicate_of_itself() -> None:
    first = kept()
    corrected(first, PEOPLE[:5])
    deliver((first["receipt"], 1), (first["receipt"], 2), (first["receipt"], 1))
    assert duplicates(first["receipt"]) == []


def test_who_left_the_other_list_is_no_duplicate() -> None:
    first = kept(PEOPLE[:6])
    deliver((first["receipt"], 1))
    corrected(first, PEOPLE[:2])
    deliver((first["receipt"], 2))
    second = kept(PEOPLE)
    deliver((second["receipt"], 1))
    assert duplicates(second["receipt"]) == [1, 2]


@pytest.mark.parametrize(("days", "rows"), [(-1, [1]), (0, []), (1, [])])
def test_cover_after_cover_is_no_duplicate(
    monkeypatch: pytest.MonkeyPatch, days: int, rows: list[int]
) -> None:
    first = kept(PEOPLE[:1])
    deliver((first["receipt"], 1))
    tomorrow = TODAY + timedelta(days=1)
    next_year = cover.last_day(tomorrow, in_force(TODAY)) + timedelta(days=days)
    moment = clock.now().replace(year=next_year.year, month=next_year.month, day=next_year.day)
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: moment)
        patch.setattr("functions.rosters.handler.now", lambda: moment)
        second = kept(PEOPLE[:1])
    deliver((second["receipt"], 1))
    assert duplicates(second["receipt"]) == rows


def test_people_are_in_no_index_no_message_no_letter_and_no_log(
    mailbox: Mailbox, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    first, second = kept(), kept()
    deliver((first["receipt"], 1))
    rows = f"rosters/{second['receipt']}/v1/rows.json"
    version = store.current_version(second["receipt"]).rows_version
    found = s3().get_object(Bucket=os.environ["RECORDS_BUCKET"], Key=rows, VersionId=version)
    spoilt = found["Body"].read().replace(b'"row":', b'"Row":')
    answer = s3().put_object(Bucket=os.environ["RECORDS_BUCKET"], Key=rows, Body=spoilt)
    point_to(second["receipt"], answer["VersionId"])
    for _ in range(service.MAX_ATTEMPTS):
        service.sweep(later(hours=1), timedelta(0))
    output = capsys.readouterr()
    ours = [vars(record) for record in caplog.records if "boto" not in record.name]
    letters = dead_letters()
    assert len(letters) == 1
    words = output.out + output.err + str(ours) + str(mailbox.read()) + str(letters) + str(items())
    assert "ValidationError" in words, "the log says what it was"
    secrets = [text for each in PEOPLE for text in (each.name, each.id_number)]
    assert not [secret for secret in secrets if secret in words]
    seen = output.out + output.err + str(ours) + str(letters)
    assert not [
        each for each in (UNIT["name"], UNIT["contact_name"], UNIT["phone"]) if each in seen
    ]


def point_to(receipt: str, rows_version: str) -> None:
    dynamodb().update_item(
        TableName=os.environ["TABLE_NAME"],
        Key={"pk": {"S": f"ROSTER#{receipt}"}, "sk": {"S": "HEAD"}},
        UpdateExpression="SET rows_version = :version",
        ExpressionAttributeValues={":version": {"S": rows_version}},
    )


def test_an_id_number_s_key_is_no_hash_that_others_could_make() -> None:
    first = kept(PEOPLE[:1])
    deliver((first["receipt"], 1))
    [person] = items("LISTS")
    assert person["pk"] == f"PERSON#{keyed_hash('person', PEOPLE[0].id_number)}"
    assert person.keys() == {"pk", "sk", first["receipt"]}


@pytest.mark.parametrize(
    ("mine", "other", "overlap"),
    [
        (("2026-01-01", "2026-12-31"), ("2026-12-31", "2027-12-30"), True),
        (("2026-01-01", "2026-12-31"), ("2027-01-01", "2027-12-31"), False),
        (("2026-01-01", "2026-12-31"), ("2025-01-02", "2026-01-01"), True),
        (("2026-01-01", "2026-12-31"), ("2025-01-01", "2025-12-31"), False),
        (("2026-01-01", "2026-12-31"), (None, None), False),
    ],
)
def test_when_cover_overlaps(
    mine: tuple[str, str], other: tuple[str | None, str | None], *, overlap: bool
) -> None:
    one, two = (
        Listing(
            version=1,
            cover_from=first and date.fromisoformat(first),
            cover_until=last and date.fromisoformat(last),
        )
        for first, last in (mine, other)
    )
    assert one.overlaps(two) == two.overlaps(one) == overlap


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


# ---- on this machine ----


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
