"""The dead-letter queue: its letters name an entry of the outbox, and nothing about people.

Lambda puts its own there, about stretches of the stream that it gave up; the sweeper looks after
what was in those.
"""

import json
from collections.abc import Iterator
from typing import NamedTuple

from functions.platform.aws import sqs
from functions.platform.environment import follow_up_environment
from functions.records.outbox import Entry


class Letter(NamedTuple):
    """A letter, to be deleted by its handle; `entry` is None in those of Lambda."""

    handle: str
    entry: Entry | None


def send(entry: Entry) -> None:
    """Say that an entry was given up; a message is named where it is about one."""
    words = {name: value for name, value in entry._asdict().items() if value}
    sqs().send_message(
        QueueUrl=follow_up_environment().dead_letters_url, MessageBody=json.dumps(words)
    )


def receive() -> Iterator[Letter]:
    """The letters that are there now, each once."""
    while received := _receive_some():
        yield from received


def delete(letter: Letter) -> None:
    """Take a letter away."""
    sqs().delete_message(
        QueueUrl=follow_up_environment().dead_letters_url, ReceiptHandle=letter.handle
    )


def _receive_some() -> list[Letter]:
    answer = sqs().receive_message(
        QueueUrl=follow_up_environment().dead_letters_url,
        MaxNumberOfMessages=10,
        VisibilityTimeout=60,
    )
    return [
        Letter(message["ReceiptHandle"], _entry(message["Body"]))
        for message in answer.get("Messages", [])
    ]


def _entry(body: str) -> Entry | None:
    words = json.loads(body)
    return Entry(**words) if {"receipt", "event"} <= words.keys() <= set(Entry._fields) else None
