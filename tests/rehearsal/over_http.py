"""Requests of the tests' own helpers, sent over HTTP to the deployed functions."""

import base64
import json
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
import requests

from functions.local.mock_issuer import MockIssuer
from functions.platform import clock
from tests.functional import requests_to_api
from tests.functional.staff_requests import AUDIENCE
from tests.one_day import SET_BACK
from tests.rehearsal.deployment import Deployed

_WITHIN: Final = 60  # seconds: a function starts, on a busy machine
_LIFETIME: Final = 600  # seconds of a token


def use(patch: pytest.MonkeyPatch, deployed: Deployed, issuer: MockIssuer) -> None:
    """Have `requests_to_api.call`, `uploaded` and all that stands on them ask the deployed ones."""

    def answer(event: dict[str, Any], _: object) -> dict[str, Any]:
        return _answer(deployed, issuer, event)

    patch.setattr(requests_to_api, "handler_of", lambda _: answer)
    patch.setattr(requests_to_api, "uploaded", _posted)
    patch.setattr(requests_to_api, "given_challenge", requests_to_api.asked_challenge)


def _answer(deployed: Deployed, issuer: MockIssuer, event: dict[str, Any]) -> dict[str, Any]:
    """What the gateway answers to a request that stands in an event."""
    path = event["rawPath"]
    api = deployed.names["StaffApi" if path.startswith("/api/staff") else "Api"]
    url = urlsplit(deployed.endpoint.url)
    headers = event["headers"] | {"Host": f"{api}.execute-api.localhost:{url.port}"}
    if "authorizer" in event["requestContext"]:
        headers["Authorization"] = f"Bearer {_signed(issuer, headers['Authorization'])}"
    got = requests.request(
        event["requestContext"]["http"]["method"],
        f"{deployed.endpoint.url}{path}",
        params=event.get("queryStringParameters"),
        headers=headers,
        data=None if event["body"] is None else event["body"].encode(),
        timeout=_WITHIN,
    )
    return {"statusCode": got.status_code, "headers": dict(got.headers), "body": got.text}


def _signed(issuer: MockIssuer, unsigned: str) -> str:
    """A token of the issuer that says what one without a signature says."""
    said = unsigned.split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(said + "=" * (-len(said) % 4)))
    now = int((clock.now() + SET_BACK).timestamp())  # the gateway's clock
    return issuer.token(
        claims | {"iss": issuer.url, "aud": [AUDIENCE], "iat": now, "exp": now + _LIFETIME}
    )


def _posted(data: bytes, purpose: str, filename: str) -> str:
    """The id of an upload that was posted to its bucket by the form that the function signed."""
    asked = {"purpose": purpose, "filename": filename, "size": len(data)}
    ticket = requests_to_api.call("POST", "/api/uploads", asked)
    assert ticket.status == 201, ticket.body
    done = requests.post(
        ticket.body["url"], ticket.body["fields"], files={"file": data}, timeout=_WITHIN
    )
    assert done.status_code == 204, done.text
    return str(ticket.body["upload_id"])
