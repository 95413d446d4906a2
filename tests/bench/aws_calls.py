"""How many calls to AWS a submission makes, for lists of different lengths."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any, Final

from functions.common.aws import dynamodb, s3
from functions.local import samples
from tests.functional.rosters_doors import TODAY, as_bytes, new_key, submit, uploaded

LISTS: Final = (1, 10, 100)


def per_submission() -> dict[int, int]:
    """The calls of one submission of an upload, by the number of its people."""
    return {people: _calls_for(people) for people in LISTS}


def _calls_for(people: int) -> int:
    upload_id = uploaded(as_bytes(samples.people(people, seed=9, today=TODAY)))
    with _counted() as calls:
        answer = submit(new_key(), upload_id=upload_id)
    assert answer.status == HTTPStatus.CREATED
    return len(calls)


@contextmanager
def _counted() -> Iterator[list[str]]:
    """The names of the calls that are made in the block, those of retries too."""
    calls: list[str] = []

    def sent(event_name: str, **_: Any) -> None:
        calls.append(event_name)

    buses = [client.meta.events for client in (dynamodb(), s3())]
    for bus in buses:
        bus.register("before-send", sent)
    yield calls
    for bus in buses:
        bus.unregister("before-send", sent)
