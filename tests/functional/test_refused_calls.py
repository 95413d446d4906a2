"""What AWS refuses, or does not answer, is in the log by its own code, and is no fault of hers."""

from collections.abc import Callable
from typing import Any, cast

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from tests.functional import statement_requests
from tests.functional.faults import Fault, failing, refused
from tests.functional.requests_to_api import Answer, call, code_of
from tests.functional.rosters_requests import PEOPLE, as_bytes, uploaded
from tests.functional.staff_claim_requests import checked
from tests.functional.staff_requests import decide_claim
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


def bring_at_the_desk(upload_id: str) -> Answer:
    paper = {"kind": "bank_card", "upload_id": upload_id}
    return decide_claim(checked()["receipt"], 1, "documents", documents=[paper], reason="送来")


@pytest.mark.parametrize(
    ("purpose", "filename", "send"),
    [
        ("roster", "名单.xlsx", lambda it: call("POST", "/api/rosters/check", {"upload_id": it})),
        (
            "claim-document",
            "卡.pdf",
            lambda it: call("POST", "/api/claims/documents/check", {"upload_id": it}),
        ),
        ("claim-document", "卡.pdf", bring_at_the_desk),
        ("roster", "流水.xlsx", statement_requests.check),
    ],
)
def test_a_file_that_never_came_is_asked_for_again(
    caplog: pytest.LogCaptureFixture, purpose: str, filename: str, send: Callable[[str], Answer]
) -> None:
    asked = {"purpose": purpose, "filename": filename, "size": 10}
    answer = send(call("POST", "/api/uploads", asked).body["upload_id"])
    assert (answer.status, answer.codes) == (422, ["upload.unknown"])
    assert "AWS refused a call" not in caplog.messages
