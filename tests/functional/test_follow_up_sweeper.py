"""What the stream missed: swept later, given up after so many attempts, and put back to work."""

import json
import os
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import boto3
import pytest

from functions.operations import redrive
from functions.platform.aws import sqs
from functions.records import outbox
from functions.records.outbox import Entry
from functions.worker import handler, service
from tests.functional.follow_up_deliveries import (
    CONTEXT,
    Mailbox,
    calls,
    dead_letters,
    deliver,
    entry_of,
    kept,
    later,
    no_topic,
)
from tests.functional.operator_commands import run
from tests.functional.requests_to_api import turn_clock

pytestmark = pytest.mark.usefixtures("aws", "no_letters")

HAS_TIME_FOR_NONE: Any = SimpleNamespace(
    **{**vars(CONTEXT), "get_remaining_time_in_millis": lambda: 1}
)


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
        turn_clock(monkeypatch, later(minutes=minutes))
        receipts.append(kept()["receipt"])
    monkeypatch.undo()
    order = [receipts[1], receipts[2], receipts[0]]
    assert [entry.receipt for entry in outbox.waiting()] == order
    objects = boto3.resource("s3").Bucket(os.environ["RECORDS_BUCKET"]).object_versions
    objects.filter(Prefix=f"rosters/{order[0]}/").delete()
    assert service.sweep(later(hours=1), timedelta(0)) == (2, 1)
    subjects = [message["Subject"] for message in mailbox.read()]
    assert subjects == [f"Ankangbao {receipt} v1" for receipt in order[1:]]


def given_up(receipt: str) -> None:
    with calls(no_topic):
        for attempt in range(1, service.MAX_ATTEMPTS + 1):
            assert "pending" in entry_of(receipt)
            assert service.sweep(later(minutes=15 * attempt), timedelta(0)) == (0, 1)


def test_after_its_attempts_an_entry_is_dead_until_it_is_put_back(
    mailbox: Mailbox, capsys: pytest.CaptureFixture[str]
) -> None:
    first = kept()
    given_up(first["receipt"])
    dead = entry_of(first["receipt"])
    assert (dead["attempts"], dead["dead"], "pending" in dead) == (8, outbox.SHARD, False)
    assert deliver((first["receipt"], 1)) == []
    assert service.sweep(later(days=1), timedelta(0)) == (0, 0)
    assert mailbox.read() == []

    assert run(redrive, "ankangbao") == 0
    assert capsys.readouterr().out == "Back to work: 1\n"
    assert dead_letters() == []
    assert service.sweep(later(days=1), timedelta(0)) == (1, 0)
    assert len(mailbox.read()) == 1
    assert list(outbox.waiting(state="dead")) == []
    assert run(redrive, "ankangbao") == 0
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
        assert outbox.take(entry, later(hours=attempt)) is not None
    with pytest.raises(service.NotDone):
        service.follow_up(entry, later(hours=9))
    assert entry_of(first["receipt"])["dead"] == outbox.SHARD
    assert mailbox.read() == []


def test_redrive_takes_the_environment_of_a_stack_s_functions(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = kept()
    given_up(first["receipt"])
    variables = {name: os.environ[name] for name in ("TABLE_NAME", "DEAD_LETTERS_URL")}
    asked = []

    def client(service: str) -> Any:
        return SimpleNamespace(describe_stacks=stacks, get_function_configuration=function)

    def stacks(**about: str) -> Any:
        asked.append(about)
        output = {"OutputKey": "SweeperFunctionName", "OutputValue": "the-sweeper"}
        return {"Stacks": [{"Outputs": [output]}]}

    def function(**about: str) -> Any:
        asked.append(about)
        return {"Environment": {"Variables": variables}}

    monkeypatch.setattr(boto3, "client", client)
    monkeypatch.setattr("sys.argv", ["redrive", "ankangbao"])
    assert redrive.main() == 0
    assert capsys.readouterr().out == "Back to work: 1\n"
    assert asked == [{"StackName": "ankangbao"}, {"FunctionName": "the-sweeper"}]


def test_letters_of_lambda_go_away_and_those_of_entries_dying_now_stay() -> None:
    first = kept()
    entry = Entry(first["receipt"], 1)
    for attempt in range(service.MAX_ATTEMPTS):
        outbox.take(entry, later(hours=attempt))
    queue = os.environ["DEAD_LETTERS_URL"]
    ours = json.dumps(entry._asdict())
    for body in (ours, json.dumps({"DDBStreamBatchInfo": {"shardId": "1"}, "version": "1.0"})):
        sqs().send_message(QueueUrl=queue, MessageBody=body)
    assert service.redrive() == 0
    counts: Any = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    found = sqs().get_queue_attributes(QueueUrl=queue, AttributeNames=counts)["Attributes"]
    assert [found[count] for count in counts] == ["0", "1"], "looked at, and left"
    sqs().purge_queue(QueueUrl=queue)
