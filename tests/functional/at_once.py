"""Two requests in the same moment: both have read the same before either writes."""

from collections.abc import Callable

from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from tests.functional.requests_to_api import Answer
from tests.functional.wire import Send, wire

Act = Callable[[], Answer]


def meanwhile(act: Act, other: Act) -> tuple[Answer, Answer]:
    """What somebody gets whose transaction goes out after another one's, and what the other."""
    done: list[Answer] = []

    def carry(_: int, send: Send, request: AWSPreparedRequest) -> AWSResponse:
        if not done and "TransactItems" in str(request.body):
            done.append(Answer(0, "", {}))
            done.append(other())
        return send(request)

    with wire(carry):
        slower = act()
    return slower, done[1]
