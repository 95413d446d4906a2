"""Every AWS call of a submission and of a correction fails in turn, and nothing is lost or doubled.

A call fails before it is sent, after it took effect, by throttling, or with the whole process; the
clerk then sends the same again.
"""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any

import pytest

from functions.local.stack import Stack
from tests.functional.faults import FAULTS, Fault, attempt, refused, tries_from
from tests.functional.follow_ups import items, swept
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
from tests.functional.wire import wire


def calls_of(act: Callable[[], Answer]) -> int:
    """How many AWS calls an action makes when all goes well."""
    with wire() as counted:
        assert act().status in (200, 201)
    return counted.sent


def counted(aws: Stack) -> dict[str, int]:
    """How many rosters, events, idempotency keys and entries of the outbox there are."""
    kinds = ("HEAD", "EVENT#", "IDEMPOTENCY", "OUTBOX#")
    return {kind: len(items(kind)) for kind in kinds}


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
        key, upload_id, before = new_key(), uploaded(data), counted(aws)
        act = partial(submit, key, upload_id=upload_id)
        got = attempt(act, tries_from(number), fault)
        assert got is None or got.status in (201, 503), f"call {number}"
        again = act()
        assert again.status == 201, f"call {number}: {again.body}"
        if got and got.status == 201:
            assert got == again
        assert counted(aws) == {kind: count + 1 for kind, count in before.items()}
        assert printed(again.body) == rows_of(PEOPLE)
        swept()
        assert_told_in_order(again.body, "submitted")


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
