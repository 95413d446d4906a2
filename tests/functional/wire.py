"""A wire between the functions' clients and the emulator, on which calls can be made to fail."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from functions.platform.aws import dynamodb, s3, sns, sqs

Send = Callable[[AWSPreparedRequest], AWSResponse]
Carry = Callable[[int, Send, AWSPreparedRequest], AWSResponse]


_aside: ContextVar[bool] = ContextVar("aside", default=False)


class Killed(BaseException):
    """The process ended here."""


@dataclass
class Wire:
    """The calls that have gone over it."""

    requests: list[AWSPreparedRequest] = field(default_factory=list)

    @property
    def sent(self) -> int:
        """How many they are."""
        return len(self.requests)


def _deliver(_: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
    return send(request)


@contextmanager
def wire(carry: Carry = _deliver) -> Iterator[Wire]:
    """Let `carry` decide what becomes of each call, which it gets with its number from 0."""
    made = Wire()

    def passing(send: Send) -> Send:
        def pass_on(request: AWSPreparedRequest) -> AWSResponse:
            if _aside.get():
                return send(request)
            number = made.sent
            made.requests.append(request)
            return carry(number, send, request)

        return pass_on

    clients: list[Any] = [dynamodb(), s3(), sns(), sqs()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("botocore.endpoint.time.sleep", lambda _: None)
        for client in clients:
            session = client._endpoint.http_session
            patch.setattr(session, "send", passing(session.send))
        yield made


@contextmanager
def aside() -> Iterator[None]:
    """What is called until the block ends is not of what is watched: no wire knows of it."""
    before = _aside.set(True)
    try:
        yield
    finally:
        _aside.reset(before)
