"""HTTP API events and the answers to them, for tests that go through the functions' routes."""

import base64
import gzip
import json
from contextvars import Context
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest

from functions.challenges import handler as challenges
from functions.claims import handler as claims
from functions.info import handler as info
from functions.local.proofs import solved
from functions.messages import handler as messages
from functions.platform import proof_of_work
from functions.platform.api import Entry
from functions.platform.aws import s3
from functions.platform.clock import real
from functions.rosters import handler as rosters
from functions.services import handler as services
from functions.staff import handler as staff
from functions.staff.claims import handler as staff_claims
from functions.staff.privacy import handler as privacy
from functions.uploads import handler as uploads
from tests.functional.declared import assert_declared
from tests.functional.lambda_context import CONTEXT
from tests.functional.wire import aside

MODULES = {
    "/api/challenges": challenges,
    "/api/claims": claims,
    "/api/messages": messages,
    "/api/rosters": rosters,
    "/api/services": services,
    "/api/staff/claims": staff_claims,
    "/api/staff/people/copy": privacy,
    "/api/staff/people/contacts": privacy,
    "/api/staff/people/restrictions": privacy,
    "/api/staff/people/erasures": privacy,
    "/api/staff": staff,
    "/api/uploads": uploads,
}
ADDRESS = "192.0.2.1"


@dataclass(frozen=True)
class Answer:
    """What a function answered."""

    status: int
    media_type: str
    body: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    sent_bytes: int = field(default=0, compare=False, repr=False)

    @property
    def codes(self) -> list[str]:
        """The codes of the findings of a problem document."""
        return [finding["code"] for finding in self.body["findings"]]


def turn_clock(patch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Have the routes of lists, claims, uploads and desk believe that it is this moment."""
    for module in (
        "platform.admission",
        "staff.routes",
        "staff.rosters.routes",
        "staff.rosters.batch_routes",
        "staff.rosters.paper_routes",
        "staff.claims.handler",
        "staff.privacy.handler",
        "staff.imports.routes",
        "staff.statements.routes",
    ):
        patch.setattr(f"functions.{module}.now", lambda: moment)


def code_of(answer: Answer) -> tuple[int, str]:
    """The status and code of a problem document."""
    return answer.status, answer.body["code"]


def given_challenge() -> dict[str, Any]:
    """What the route of challenges gives, but for counting it: thousands are asked for."""
    return proof_of_work.new_challenge(real())


def asked_challenge() -> dict[str, Any]:
    """What that route gives: for `given_challenge` where another process answers."""
    return call("GET", "/api/challenges").body


def solved_challenge() -> str:
    """A proof of work, as a browser makes one."""
    with aside():  # whatever becomes of the request that it is for
        challenge = given_challenge()
    return solved(challenge)


def call(
    method: str,
    path: str,
    body: object = None,
    *,
    raw: str | None = None,
    address: str = ADDRESS,
    **headers: str,
) -> Answer:
    """Send a request as API Gateway would, with a new proof of work where none is given.

    `raw` instead of `body` is for what is not JSON.
    """
    text = raw if raw is not None or body is None else json.dumps(body)
    if path.startswith(("/api/rosters", "/api/claims")) and "x_proof_of_work" not in headers:
        headers["x_proof_of_work"] = solved_challenge()
    return send(event(method, path, text, headers, address=address))


def uploaded(data: bytes, purpose: str, filename: str) -> str:
    """The id of an upload whose bytes have arrived (what a browser's post does, at S3's side)."""
    asked = {"purpose": purpose, "filename": filename, "size": max(len(data), 1)}
    ticket = call("POST", "/api/uploads", asked)
    assert ticket.status == 201, ticket.body
    bucket = ticket.body["url"].rstrip("/").rpartition("/")[2]
    # Of the browser, whatever is running here meanwhile.
    key = ticket.body["fields"]["key"]
    Context().run(s3().put_object, Bucket=bucket, Key=key, Body=data)
    return str(ticket.body["upload_id"])


def event(
    method: str, path: str, text: str | None, headers: dict[str, str], *, address: str = ADDRESS
) -> dict[str, Any]:
    """A request as API Gateway hands it on; header names are written with underscores."""
    return {
        "version": "2.0",
        "routeKey": f"{method} {path}",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {
            "content-type": "application/json",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        },
        "requestContext": {
            "http": {"method": method, "path": path, "sourceIp": address, "userAgent": "test"},
            "stage": "$default",
            "requestId": "test",
        },
        "body": text,
        "isBase64Encoded": False,
    }


def handler_of(path: str) -> Entry:
    """The function that answers under a path."""
    module = next((each for prefix, each in MODULES.items() if path.startswith(prefix)), info)
    handler: Entry = module.lambda_handler
    return handler


def send(request: dict[str, Any]) -> Answer:
    """What the function answers that the request is for."""
    answer = handler_of(request["rawPath"])(request, CONTEXT)
    media_type = answer["headers"]["Content-Type"]
    method = request["requestContext"]["http"]["method"]
    assert_declared(method, request["rawPath"], answer["statusCode"], media_type)
    text = answer["body"]
    if answer.get("isBase64Encoded"):
        text = gzip.decompress(base64.b64decode(text)).decode()
    sent_bytes = len(json.dumps(answer))
    return Answer(answer["statusCode"], media_type, json.loads(text), answer["headers"], sent_bytes)
