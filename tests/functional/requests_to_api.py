"""HTTP API events and the answers to them, for tests that go through the functions' doors."""

import json
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from functions.info.handler import lambda_handler as info
from functions.rosters.handler import lambda_handler as rosters
from functions.uploads.handler import lambda_handler as uploads

HANDLERS = {"/api/uploads": uploads, "/api/rosters": rosters}
CONTEXT = SimpleNamespace(
    function_name="test",
    memory_limit_in_mb=256,
    invoked_function_arn="test",
    aws_request_id="test",
)


@dataclass(frozen=True)
class Answer:
    """What a function answered."""

    status: int
    media_type: str
    body: dict[str, Any]

    @property
    def codes(self) -> list[str]:
        """The codes of the findings of a problem document."""
        return [finding["code"] for finding in self.body["findings"]]


def call(
    method: str, path: str, body: object = None, *, raw: str | None = None, **headers: str
) -> Answer:
    """Send a request as API Gateway would; `raw` instead of `body` for what is not JSON."""
    text = raw if raw is not None or body is None else json.dumps(body)
    event = {
        "version": "2.0",
        "routeKey": f"{method} {path}",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {
            "content-type": "application/json",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        },
        "requestContext": {
            "http": {"method": method, "path": path, "sourceIp": "192.0.2.1", "userAgent": "test"},
            "stage": "$default",
            "requestId": "test",
        },
        "body": text,
        "isBase64Encoded": False,
    }
    handler = next((each for prefix, each in HANDLERS.items() if path.startswith(prefix)), info)
    answer = handler(event, CONTEXT)  # type: ignore[arg-type]
    media_type = answer["headers"]["Content-Type"]
    return Answer(answer["statusCode"], media_type, json.loads(answer["body"]))
