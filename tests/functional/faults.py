"""How a call to AWS can fail, and how the tests let each call of an action fail in turn.

A call fails before it is sent, after it took effect, by throttling, or with the whole process. A
process that is killed after a call leaves what it leaves when it is killed before the next one, so
a sweep kills it before each call, and once after the last.
"""

import copy
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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
Act = Callable[[], Answer]
Fault = Callable[[Send, AWSPreparedRequest], AWSResponse]
FAULTS: tuple[Fault, ...] = (refused, answer_lost, throttled, killed)


class SameStart(Generic[Got]):
    """What leads to an action: made once from nothing, and put back before each case of it."""

    def __init__(self, make: Callable[[], Got]) -> None:
        storage.empty()
        self._made = make()
        self._stored = storage.stored()

    def again(self) -> Got:
        """What was made, stored as it was then, and nothing else."""
        self._stored.put_back()
        return copy.deepcopy(self._made)

    def failures(
        self, act_on: Callable[[Got], Act], fault: Fault, *, done: int = 200, least: int = 1
    ) -> Iterator[tuple[str, Got, Answer | None, Act]]:
        """Let each call of an action fail in turn: its answer is that it is done, or that it fails.

        Gives which call it was, what was made, what the action gave, and the action to try again.

        Args:
            act_on: gives the action on what was made.
            fault: what becomes of the call.
            done: the status of the action's answer where it is done.
            least: how many calls it is known to make at the least.
        """
        total = calls_of(act_on(self.again()))
        assert total >= least
        for number in points(fault, total):
            made = self.again()
            act = act_on(made)
            got = attempt(act, tries_from(number), fault)
            assert got is None or got.status in (done, 503), f"call {number}"
            yield f"call {number}", made, got, act


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


@contextmanager
def failing(calls: range, fault: Fault) -> Iterator[None]:
    """Let the calls of these numbers fail until the block ends."""

    def carry(number: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        return fault(send, request) if number in calls else send(request)

    with wire(carry):
        yield


def attempt(act: Callable[[], Got], calls: range, fault: Fault) -> Got | None:
    """What the action gave whose calls of these numbers fail; nothing where it was killed."""
    with failing(calls, fault):
        try:
            return act()
        except Killed:
            return None


def calls_of(act: Act) -> int:
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
