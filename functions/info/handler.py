"""The routes of `GET /api/health`, `/api/sign-in`, `/api/openapi.json`, and of what is unknown."""

from http import HTTPStatus
from pathlib import Path
from typing import Final, Literal

from aws_lambda_powertools.event_handler import Response

from functions.info.version import version
from functions.platform import api
from functions.platform.environment import info_environment
from functions.platform.problems import Problem
from shared_rules.records import Model

OPENAPI_FILE: Final = Path(__file__).with_name("openapi.json")

app = api.resolver()


class Health(Model):
    """That the service answers, and which version of it.

    `sends_mail`: what happens to a list or a claim is told by e-mail to who leaves an address.
    """

    status: Literal["ok"]
    version: str
    sends_mail: bool


@app.get(
    "/api/health",
    summary="Whether the service answers",
    responses=api.answers(HTTPStatus.OK, "It does", Health),
)
def health() -> Response[Health]:
    """Say that the service answers, and what the pages must know of how it was set up."""
    config = info_environment()
    body = Health(status="ok", version=version(), sends_mail=bool(config.smtp_host))
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
    config = info_environment()
    if not config.staff_issuer:
        raise Problem(HTTPStatus.NOT_FOUND, "staff.closed")
    body = SignIn(
        issuer=config.staff_issuer, client_id=config.staff_audience, scope="openid profile"
    )
    return api.answer(HTTPStatus.OK, body)


@app.get("/api/openapi.json", include_in_schema=False)
def openapi() -> Response[str]:
    """Give the OpenAPI 3.1 document that `make generate` wrote."""
    return Response(
        status_code=HTTPStatus.OK,
        content_type="application/json",
        body=OPENAPI_FILE.read_text(encoding="utf-8"),
    )


lambda_handler = api.entry(app)
