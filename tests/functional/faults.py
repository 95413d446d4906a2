"""How a call to AWS can fail, and how the tests let each call of an action fail in turn.

A call fails before it is sent, after it took effect, by throttling, or with the whole process. A
process that is killed after a call leaves what it leaves when it is killed before the next one, so
a sweep kills it before each call, and once after the last.
"""

import copy
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar, cast

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ConnectionClosedError, ReadTimeoutError

from tests import storage
from tests.functional.requests_to_api import Answer
from tests.functional.wire import Killed, Send, wire

SDK_ATTEMPTS = 3  # as functions.platform.aws configures it


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


def killed(send: Send, request: AWSPreparedRequest) -> AWSResponse:
    raise Killed


def killed_after(send: Send, request: AWSPreparedRequest) -> AWSResponse:
    send(request)
    raise Killed


Got = TypeVar("Got")
Fault = Callable[[Send, AWSPreparedRequest], AWSResponse]
FAULTS: tuple[Fault, ...] = (refused, answer_lost, throttled, killed)


class SameStart(Generic[Got]):
    """What leads to an action: made once from nothing, and put back before each failure of it."""

    def __init__(self, make: Callable[[], Got]) -> None:
        storage.empty()
        self._made = make()
        self._stored = storage.stored()

    def again(self) -> Got:
        """What was made, stored as it was then, and nothing else."""
        self._stored.put_back()
        return copy.deepcopy(self._made)


def sweep(decisions: Iterable[str], by_all: str) -> pytest.MarkDecorator:
    """Let each decision meet faults, as the parameters `fault` and `decided` of a test.

    Decisions differ by what is written only: but for one, which meets all, two stand for the rest.
    """
    met = [
        pytest.param(fault, decided, id=f"{fault.__name__}-{decided}")
        for fault in FAULTS
        for decided in decisions
        if decided == by_all or fault in (answer_lost, killed)
    ]
    return pytest.mark.parametrize(("fault", "decided"), met)


def attempt(act: Callable[[], Got], failing: range, fault: Fault) -> Got | None:
    """What the action gave; nothing where the process was killed."""

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


def points(fault: Fault, calls: int) -> range:
    """The numbers of the calls at which an action fails in turn.

    The number after the last is the process that is killed when all calls have been made.
    """
    return range(calls + 1) if fault is killed else range(calls)


def tries_from(number: int) -> range:
    """A call and the SDK's own repetitions of it, by their numbers."""
    return range(number, number + SDK_ATTEMPTS)
