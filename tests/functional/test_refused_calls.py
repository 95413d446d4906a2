"""What AWS refuses, or does not answer, is in the log by its own code, and is no fault of hers."""

from typing import Any, cast

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from tests.functional.faults import Fault, failing, refused
from tests.functional.requests_to_api import call, code_of
from tests.functional.rosters_requests import PEOPLE, as_bytes, uploaded
from tests.functional.wire import Send

pytestmark = pytest.mark.usefixtures("aws")

ALL_CALLS = range(100)


def denied(send: Send, request: AWSPreparedRequest) -> AWSResponse:
    """A file that may not be decrypted; everything else is answered."""
    if "/uploads/" not in request.url:
        return send(request)
    headers: Any = {}
    answer: Any = AWSResponse(request.url, 403, headers, None)
    answer._content = b"<Error><Code>AccessDenied</Code></Error>"
    return cast("AWSResponse", answer)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (denied, {"operation": "s3.GetObject", "codes": ["AccessDenied"]}),
        (refused, {"operation": "dynamodb.UpdateItem", "error": "ConnectionClosedError"}),
    ],
)
def test_what_fails_in_aws_is_logged_by_its_code(
    caplog: pytest.LogCaptureFixture, fault: Fault, said: dict[str, Any]
) -> None:
    upload_id = uploaded(as_bytes(PEOPLE))
    with failing(ALL_CALLS, fault):
        answer = call("POST", "/api/rosters/check", {"upload_id": upload_id})
    assert code_of(answer) == (503, "request.busy")
    assert any(said.items() <= vars(record).items() for record in caplog.records)


def test_a_file_that_never_came_is_asked_for_again(caplog: pytest.LogCaptureFixture) -> None:
    asked = {"purpose": "roster", "filename": "名单.xlsx", "size": 10}
    ticket = call("POST", "/api/uploads", asked).body
    answer = call("POST", "/api/rosters/check", {"upload_id": ticket["upload_id"]})
    assert (answer.status, answer.codes) == (422, ["upload.unknown"])
    assert "AWS refused a call" not in caplog.messages
