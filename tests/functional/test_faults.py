"""Every AWS call of who submits, corrects or decides fails in turn; nothing is lost or doubled.

A call fails as tests.functional.faults says; the person then sends the same again.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from itertools import pairwise
from typing import Any, Final

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from functions.local.stack import Stack
from functions.platform import clock
from functions.records import outbox
from functions.records.rosters.roster_course import CLOSE_AFTER
from functions.worker import service
from tests.functional import claims_requests
from tests.functional.endorsement_requests import OUT, confirm, propose
from tests.functional.faults import (
    FAULTS,
    Act,
    Fault,
    SameStart,
    attempt,
    calls_of,
    failing,
    points,
    refused,
    sweep,
    tries_from,
)
from tests.functional.follow_up_deliveries import count_items, items, swept
from tests.functional.lifecycle import assert_all_is_kept
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import (
    PEOPLE,
    TODAY,
    as_bytes,
    correct,
    new_key,
    printed,
    rows_of,
    status,
    submit,
    uploaded,
    withdraw,
)
from tests.functional.staff_requests import (
    accept,
    at,
    case,
    close,
    new_code,
    pay,
    remind,
    send_back,
)
from tests.functional.test_clerks import change as change_clerk
from tests.functional.wire import Killed, wire

# Each is a call to the index of people or two, at every failure of every call.
A_FEW: Final = PEOPLE[:3]


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
    start = SameStart(lambda: uploaded(as_bytes(A_FEW)))

    def act_on(upload_id: str) -> Act:
        return partial(submit, new_key(), upload_id=upload_id)

    for call, _, got, act in start.failures(act_on, fault, done=201, least=6):
        again = act()
        assert again.status == 201, f"{call}: {again.body}"
        if got and got.status == 201:
            assert got == again
        assert counted() == {"HEAD": 1, "EVENT#": 1, "IDEMPOTENCY": 1, "OUTBOX#": 1}
        assert printed(again.body) == rows_of(A_FEW)
        swept()
        assert_told_in_order(again.body, "submitted")
        assert_all_is_kept()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_correction_survives_the_failure_of_each_of_its_calls(aws: Stack, fault: Fault) -> None:
    start = SameStart(lambda: submit(new_key(), rows=rows_of(A_FEW)).body)

    def act_on(kept: dict[str, Any]) -> Act:
        return partial(correct, kept, 1, rows=rows_of(A_FEW[1:]))

    for call, kept, _, act in start.failures(act_on, fault):
        assert status(kept)["version"] in (1, 2)
        again = act()
        assert (again.status, again.body["version"]) == (200, 2), call
        assert printed(kept) == rows_of(A_FEW[1:])
        swept()
        assert_told_in_order(kept, "submitted", "corrected")
        assert len(items("OUTBOX#", kept["receipt"])) == 2
        assert_all_is_kept()


Decide = Callable[[dict[str, Any]], Answer]
DECISIONS: Final[dict[str, tuple[Decide, str, int]]] = {
    "returned": (lambda kept: send_back(kept["receipt"], 1), "returned", 1),
    "accepted": (lambda kept: accept(kept["receipt"], 1), "accepted", 2),
    "withdrawn": (withdraw, "withdrawn", 2),
    "reminded": (lambda kept: remind(kept["receipt"], 2), "returned", 1),
    "closed": (lambda kept: close(kept["receipt"], 3), "closed", 2),
    "premium_received": (lambda kept: pay(kept["receipt"], 1), "submitted", 1),
    "clerk_changed": (change_clerk, "submitted", 2),
    "endorsed": (lambda kept: confirm(kept["receipt"], revision=3), "accepted", 3),
}
"""For each what is done, the state after it, and how many entries the outbox has then."""

BEFORE: Final = {
    "reminded": ["returned"],
    "closed": ["returned", "reminded"],
    "endorsed": ["accepted", "endorsement_proposed"],
}


def made(before: list[str]) -> dict[str, Any]:
    """A list to which this has happened since it was submitted, long ago where it went back."""
    with pytest.MonkeyPatch.context() as patch:
        if "returned" in before:
            at(patch, TODAY - CLOSE_AFTER)
        kept = submit(new_key(), rows=rows_of(PEOPLE[:2])).body
        for happened in before:
            if happened == "endorsement_proposed":
                answer = propose(kept["receipt"], OUT, revision=2)
            else:
                answer = DECISIONS[happened][0](kept)
            assert answer.status == 200
    return kept


@sweep(DECISIONS, "accepted")
def test_a_decision_survives_the_failure_of_each_of_its_calls(
    aws: Stack, fault: Fault, decided: str
) -> None:
    decide, after, entries = DECISIONS[decided]
    before = BEFORE.get(decided, [])
    start = SameStart(lambda: made(before))
    for call, kept, _, act in start.failures(lambda kept: partial(decide, kept), fault):
        assert status(kept)["state"] in ("submitted", "returned", after)
        again = act()
        assert (again.status, again.body["state"]) == (200, after), call
        steps = [step["state"] for step in status(kept)["timeline"]]
        assert steps == ["submitted", *before, decided]
        waiting = [entry for entry in outbox.waiting() if entry.receipt == kept["receipt"]]
        assert len(waiting) == entries
        assert_all_is_kept()


@pytest.mark.parametrize("kind", ["list", "claim"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_new_access_code_survives_the_failure_of_each_of_its_calls(
    aws: Stack, fault: Fault, kind: str
) -> None:
    def brought() -> dict[str, Any]:
        if kind == "list":
            return submit(new_key(), rows=rows_of(PEOPLE[:1])).body
        return claims_requests.submit(new_key()).body

    def act_on(kept: dict[str, Any]) -> Act:
        return partial(new_code, kept["receipt"], 1, key=new_key())

    seen = status if kind == "list" else claims_requests.status
    for call, kept, got, act in SameStart(brought).failures(act_on, fault):
        again = act()
        assert again.status == 200, call
        if got and got.status == 200:
            assert got == again
        told = seen({**kept, "access_code": again.body["access_code"]})
        assert [step["state"] for step in told["timeline"]].count("access_code_changed") == 1
        [head] = items("HEAD", kept["receipt"])
        assert head["revision"] == 2


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_giving_cover_survives_the_failure_of_each_of_its_calls(aws: Stack, fault: Fault) -> None:
    def accepted() -> str:
        kept = submit(new_key(), rows=rows_of(PEOPLE[:1])).body
        service.sweep(later, timedelta(0))
        assert accept(kept["receipt"], 1).status == 200
        return str(kept["receipt"])

    later = clock.now() + timedelta(hours=1)
    start = SameStart(accepted)
    with wire() as counted:
        assert service.sweep(later, timedelta(0)) == (1, 0)
    for number in points(fault, counted.sent):
        receipt = start.again()
        with failing(tries_from(number), fault), suppress(Killed, ClientError, BotoCoreError):
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
