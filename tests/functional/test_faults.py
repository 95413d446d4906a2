"""Every AWS call of who submits, corrects or decides fails in turn; nothing is lost or doubled.

A call fails before it is sent, after it took effect, by throttling, or with the whole process; the
person then sends the same again.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any, cast

import boto3
import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectionClosedError,
    ReadTimeoutError,
)

from functions.common import clock
from functions.followup import service, store
from functions.local.stack import Stack
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_doors import (
    PEOPLE,
    as_bytes,
    correct,
    new_key,
    printed,
    rows_of,
    status,
    submit,
    uploaded,
)
from tests.functional.staff_doors import accept, case, send_back
from tests.functional.wire import Killed, Send, wire

SDK_ATTEMPTS = 3  # as functions.common.aws configures it


def refused(send: Send, request: AWSPreparedRequest) -> AWSResponse:
    raise ConnectionClosedError(endpoint_url=request.url)


def answer_lost(send: Send, request: AWSPreparedRequest) -> AWSResponse:
    send(request)
    raise ReadTimeoutError(endpoint_url=request.url)


def throttled(send: Send, request: AWSPreparedRequest) -> AWSResponse:
    headers: Any = {}
    answer: Any = AWSResponse(request.url, 503, headers, None)
    answer._content = b"<Error><Code>SlowDown</Code></Error>"
    return cast("AWSResponse", answer)


def killed_before(send: Send, request: AWSPreparedRequest) -> AWSResponse:
    raise Killed


def killed_after(send: Send, request: AWSPreparedRequest) -> AWSResponse:
    send(request)
    raise Killed


Fault = Callable[[Send, AWSPreparedRequest], AWSResponse]
FAULTS: tuple[Fault, ...] = (refused, answer_lost, throttled, killed_before, killed_after)


def attempt(act: Callable[[], Answer], failing: range, fault: Fault) -> Answer | None:
    """What the clerk's browser got; nothing where the process was killed."""

    def carry(number: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        return fault(send, request) if number in failing else send(request)

    with wire(carry):
        try:
            return act()
        except Killed:
            return None


def calls_of(act: Callable[[], Answer]) -> int:
    """How many AWS calls an action makes when all goes well."""
    with wire() as counted:
        assert act().status in (200, 201)
    return counted.sent


def heads(aws: Stack) -> list[dict[str, Any]]:
    table = boto3.client("dynamodb").scan(TableName=aws.resources["Table"])["Items"]
    return [item for item in table if item["sk"]["S"] == "HEAD"]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_submission_survives_the_failure_of_each_of_its_calls(aws: Stack, fault: Fault) -> None:
    data = as_bytes(PEOPLE)
    first_id = uploaded(data)
    total = calls_of(lambda: submit(new_key(), upload_id=first_id))
    assert total >= 6
    for number in range(total):
        key, upload_id, before = new_key(), uploaded(data), len(heads(aws))
        act = partial(submit, key, upload_id=upload_id)
        got = attempt(act, range(number, number + SDK_ATTEMPTS), fault)
        assert got is None or got.status in (201, 503), f"call {number}"
        again = act()
        assert again.status == 201, f"call {number}: {again.body}"
        if got and got.status == 201:
            assert got == again
        assert len(heads(aws)) == before + 1
        assert printed(again.body) == rows_of(PEOPLE)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_correction_survives_the_failure_of_each_of_its_calls(aws: Stack, fault: Fault) -> None:
    kept = submit(new_key(), rows=rows_of(PEOPLE)).body
    total = calls_of(lambda: correct(kept, 1, rows=rows_of(PEOPLE[1:])))
    for number in range(total):
        kept = submit(new_key(), rows=rows_of(PEOPLE)).body
        act = partial(correct, kept, 1, rows=rows_of(PEOPLE[1:]))
        got = attempt(act, range(number, number + SDK_ATTEMPTS), fault)
        assert got is None or got.status in (200, 503), f"call {number}"
        assert status(kept)["version"] in (1, 2)
        again = act()
        assert (again.status, again.body["version"]) == (200, 2), f"call {number}"
        assert len(again.body["timeline"]) == 2
        assert printed(kept) == rows_of(PEOPLE[1:])


DECISIONS = {"returned": send_back, "accepted": accept}


@pytest.mark.parametrize("decided", DECISIONS)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_decision_survives_the_failure_of_each_of_its_calls(
    aws: Stack, fault: Fault, decided: str
) -> None:
    decide = DECISIONS[decided]
    kept = submit(new_key(), rows=rows_of(PEOPLE[:2])).body
    total = calls_of(lambda: decide(kept["receipt"], 1))
    for number in range(total):
        kept = submit(new_key(), rows=rows_of(PEOPLE[:2])).body
        act = partial(decide, kept["receipt"], 1)
        got = attempt(act, range(number, number + SDK_ATTEMPTS), fault)
        assert got is None or got.status in (200, 503), f"call {number}"
        assert status(kept)["state"] in ("submitted", decided)
        again = act()
        assert (again.status, again.body["state"]) == (200, decided), f"call {number}"
        assert [step["state"] for step in status(kept)["timeline"]] == ["submitted", decided]
        waiting = [entry for entry in store.waiting() if entry.receipt == kept["receipt"]]
        assert len(waiting) == (2 if decided == "accepted" else 1)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_giving_cover_survives_the_failure_of_each_of_its_calls(aws: Stack, fault: Fault) -> None:
    def accepted() -> str:
        kept = submit(new_key(), rows=rows_of(PEOPLE[:1])).body
        service.sweep(later, timedelta(0))
        assert accept(kept["receipt"], 1).status == 200
        return str(kept["receipt"])

    later = clock.now() + timedelta(hours=1)
    receipt = accepted()
    with wire() as counted:
        assert service.sweep(later, timedelta(0)) == (1, 0)
    for number in range(counted.sent):
        receipt = accepted()

        def carry(
            sent: int, send: Send, request: AWSPreparedRequest, first: int = number
        ) -> AWSResponse:
            failing = range(first, first + SDK_ATTEMPTS)
            return fault(send, request) if sent in failing else send(request)

        with wire(carry), suppress(Killed, ClientError, BotoCoreError):
            service.sweep(later, timedelta(0))
        service.sweep(later + timedelta(hours=1), timedelta(0))
        assert list(store.waiting()) == []
        cover = case("contact", receipt)["cover"]
        assert (cover["first_time"], cover["attention_rows"]) == (1, [])


def test_one_failed_try_is_absorbed_by_the_sdk(aws: Stack) -> None:
    total = calls_of(lambda: submit(new_key(), rows=rows_of(PEOPLE)))
    for number in range(total):
        got = attempt(
            lambda: submit(new_key(), rows=rows_of(PEOPLE)), range(number, number + 1), refused
        )
        assert got
        assert got.status == 201


def test_the_number_of_calls_does_not_grow_with_the_people(aws: Stack) -> None:
    few, many = PEOPLE[:1], PEOPLE
    counts = {
        calls_of(partial(submit, new_key(), upload_id=upload_id))
        for upload_id in (uploaded(as_bytes(few)), uploaded(as_bytes(many)))
    }
    assert len(counts) == 1
