"""The doors of `GET /api/health`, `/api/sign-in`, `/api/openapi.json`, and of what is unknown."""

import os
from http import HTTPStatus
from pathlib import Path
from typing import Final, Literal

from aws_lambda_powertools.event_handler import Response

from functions.platform import api
from functions.platform.problems import Problem
from shared_rules.records import Model

OPENAPI_FILE: Final = Path(__file__).with_name("openapi.json")

app = api.resolver()


class Health(Model):
    """That the service answers, and which version of it."""

    status: Literal["ok"]
    version: str


@app.get(
    "/api/health",
    summary="Whether the service answers",
    responses=api.answers(HTTPStatus.OK, "It does", Health),
)
def health() -> Response[Health]:
    """Say that the service answers."""
    body = Health(status="ok", version=os.environ.get("APP_VERSION", "unknown"))
    return api.answer(HTTPStatus.OK, body)


class SignIn(Model):
    """Where the desk's people sign in: what a page gives its OIDC client.

    The ID token that comes back is the bearer token of /api/staff.
    """

    issuer: str
    client_id: str
    scope: str


@app.get(
    "/api/sign-in",
    summary="Where the desk's people sign in",
    responses=api.answers(HTTPStatus.OK, "The issuer and the client", SignIn, 404),
)
def sign_in() -> Response[SignIn]:
    """Tell the desk's page of its issuer, where there is one."""
    issuer = os.environ.get("STAFF_ISSUER", "")
    if not issuer:
        raise Problem(HTTPStatus.NOT_FOUND, "staff.closed")
    client_id = os.environ["STAFF_AUDIENCE"]
    return api.answer(
        HTTPStatus.OK, SignIn(issuer=issuer, client_id=client_id, scope="openid profile")
    )


@app.get("/api/openapi.json", include_in_schema=False)
def openapi() -> Response[str]:
    """Give the OpenAPI 3.1 document that `make generate` wrote."""
    return Response(
        status_code=HTTPStatus.OK,
        content_type="application/json",
        body=OPENAPI_FILE.read_text(encoding="utf-8"),
    )


lambda_handler = api.entry(app)
