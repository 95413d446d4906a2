"""The doors of `/api/staff`: the gateway checks the token, roles and areas are checked here."""

from http import HTTPStatus
from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.types import (
    OpenAPIResponse,
    OpenAPIResponseContentModel,
)
from aws_lambda_powertools.utilities.typing import LambdaContext
from pydantic import BaseModel

from functions.common import api
from functions.common.problems import Problem
from functions.staff.models import GatewayRefusal, Me
from functions.staff.people import Staff

app = api.resolver()


def _answers(
    description: str, model: type[BaseModel], *refusals: int
) -> dict[int, OpenAPIResponse]:
    """What a route of the desk may answer; what is not hers is as if it was not there."""
    refused = OpenAPIResponse(
        description="No token of the issuer, or one that does not pass",
        content={"application/json": OpenAPIResponseContentModel(model=GatewayRefusal)},
    )
    return {**api.answers(HTTPStatus.OK, description, model, 404, 503, *refusals), 401: refused}


@app.get(
    "/api/staff/me",
    summary="Who is signed in",
    responses=_answers("Roles and counties", Me),
)
def me() -> Response[Me]:
    """Say who the token says that somebody is."""
    staff = _staff()
    return api.answer(
        HTTPStatus.OK,
        Me(
            name=staff.name,
            roles=sorted(staff.roles),
            counties=list(staff.counties),
            decides=any(map(staff.decides_in, staff.counties)),
        ),
    )


def _staff() -> Staff:
    """Whoever asks.

    Raises:
        Problem: no authorizer has let her in; or she has no role here.
    """
    context = app.current_event["requestContext"]
    claims = context.get("authorizer", {}).get("jwt", {}).get("claims")
    if not claims:
        raise Problem(HTTPStatus.UNAUTHORIZED, "staff.signed_out")
    staff = Staff.of(claims)
    staff.require("contact", "claims", "federation", "admin")
    return staff


@api.logger.inject_lambda_context(log_event=False)
def lambda_handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Take an API Gateway HTTP API event (payload 2.0)."""
    return app.resolve(event, context)
