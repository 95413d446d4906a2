"""A wire between the functions' clients and the emulator, on which calls can be made to fail."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from functions.platform.aws import dynamodb, s3, sns, sqs

Send = Callable[[AWSPreparedRequest], AWSResponse]
Carry = Callable[[int, Send, AWSPreparedRequest], AWSResponse]


class Killed(BaseException):
    """The process ended here."""


@dataclass
class Wire:
    """How many calls have gone over it."""

    sent: int = 0


def _deliver(_: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
    return send(request)


@contextmanager
def wire(carry: Carry = _deliver) -> Iterator[Wire]:
    """Let `carry` decide what becomes of each call, which it gets with its number from 0."""
    made = Wire()

    def passing(send: Send) -> Send:
        def pass_on(request: AWSPreparedRequest) -> AWSResponse:
            number, made.sent = made.sent, made.sent + 1
            return carry(number, send, request)

        return pass_on

    clients: list[Any] = [dynamodb(), s3(), sns(), sqs()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("botocore.endpoint.time.sleep", lambda _: None)
        for client in clients:
            session = client._endpoint.http_session
            patch.setattr(session, "send", passing(session.send))
        yield made
