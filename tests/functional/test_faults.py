"""Every AWS call of who submits, corrects or decides fails in turn; nothing is lost or doubled.

A call fails before it is sent, after it took effect, by throttling, or with the whole process; the
person then sends the same again.
"""

from contextlib import suppress
from datetime import timedelta
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import BotoCoreError, ClientError

from functions.local.stack import Stack
from functions.platform import clock
from functions.records import outbox
from functions.worker import service
from tests.functional.faults import FAULTS, Fault, attempt, calls_of, refused, tries_from
from tests.functional.follow_up_deliveries import count_items, items, swept
from tests.functional.lifecycle import assert_all_is_kept
from tests.functional.rosters_requests import (
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
from tests.functional.staff_requests import accept, case, send_back
from tests.functional.wire import Killed, Send, wire


def counted() -> dict[str, int]:
    """How many rosters, events, idempotency keys and entries of the outbox there are."""
    return count_items("HEAD", "EVENT#", "IDEMPOTENCY", "OUTBOX#")


def assert_told_in_order(kept: dict[str, Any], *happened: str) -> None:
    """The timeline holds what happened, once each, and never goes backwards."""
    timeline = status(kept)["timeline"]
    assert [step["state"] for step in timeline] == list(happened)
    assert [step["version"] for step in timeline] == list(range(1, len(happened) + 1))
    assert all(one["at"] <= next_one["at"] for one, next_one in pairwise(timeline))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_submission_survives_the_failure_of_each_of_its_calls(aws: Stack, fault: Fault) -> None:
    data = as_bytes(PEOPLE)
    first_id = uploaded(data)
    total = calls_of(lambda: submit(new_key(), upload_id=first_id))
    assert total >= 6
    for number in range(total):
        key, upload_id, before = new_key(), uploaded(data), counted()
        act = partial(submit, key, upload_id=upload_id)
        got = attempt(act, tries_from(number), fault)
        assert got is None or got.status in (201, 503), f"call {number}"
        again = act()
        assert again.status == 201, f"call {number}: {again.body}"
        if got and got.status == 201:
            assert got == again
        assert counted() == {kind: count + 1 for kind, count in before.items()}
        assert printed(again.body) == rows_of(PEOPLE)
        swept()
        assert_told_in_order(again.body, "submitted")
    assert_all_is_kept()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_correction_survives_the_failure_of_each_of_its_calls(aws: Stack, fault: Fault) -> None:
    kept = submit(new_key(), rows=rows_of(PEOPLE)).body
    total = calls_of(lambda: correct(kept, 1, rows=rows_of(PEOPLE[1:])))
    for number in range(total):
        kept = submit(new_key(), rows=rows_of(PEOPLE)).body
        act = partial(correct, kept, 1, rows=rows_of(PEOPLE[1:]))
        got = attempt(act, tries_from(number), fault)
        assert got is None or got.status in (200, 503), f"call {number}"
        assert status(kept)["version"] in (1, 2)
        again = act()
        assert (again.status, again.body["version"]) == (200, 2), f"call {number}"
        assert printed(kept) == rows_of(PEOPLE[1:])
        swept()
        assert_told_in_order(kept, "submitted", "corrected")
        assert len(items("OUTBOX#", kept["receipt"])) == 2
    assert_all_is_kept()


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
        got = attempt(act, tries_from(number), fault)
        assert got is None or got.status in (200, 503), f"call {number}"
        assert status(kept)["state"] in ("submitted", decided)
        again = act()
        assert (again.status, again.body["state"]) == (200, decided), f"call {number}"
        assert [step["state"] for step in status(kept)["timeline"]] == ["submitted", decided]
        waiting = [entry for entry in outbox.waiting() if entry.receipt == kept["receipt"]]
        assert len(waiting) == (2 if decided == "accepted" else 1)
    assert_all_is_kept()


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
            return fault(send, request) if sent in tries_from(first) else send(request)

        with wire(carry), suppress(Killed, ClientError, BotoCoreError):
            service.sweep(later, timedelta(0))
        service.sweep(later + timedelta(hours=1), timedelta(0))
        assert list(outbox.waiting()) == []
        cover = case("contact", receipt)["cover"]
        assert (cover["first_time"], cover["attention_rows"]) == (1, [])
    assert_all_is_kept()


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
