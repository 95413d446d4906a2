"""What the doors of the desk have in common: who is let in, and what a route may answer."""

from http import HTTPStatus
from typing import Any

from aws_lambda_powertools.event_handler.openapi.types import (
    OpenAPIResponse,
    OpenAPIResponseContentModel,
)
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter
from pydantic import BaseModel

from functions.common import api
from functions.common.problems import Problem
from functions.staff.models import GatewayRefusal
from functions.staff.people import Role, Staff


def new_router() -> APIGatewayHttpRouter:
    """Routes that the handler takes in with its own."""
    return APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


def answers(description: str, model: type[BaseModel], *refusals: int) -> dict[int, OpenAPIResponse]:
    """What a route of the desk may answer; what is not hers is as if it was not there."""
    refused = OpenAPIResponse(
        description="No token of the issuer, or one that does not pass",
        content={"application/json": OpenAPIResponseContentModel(model=GatewayRefusal)},
    )
    return {**api.answers(HTTPStatus.OK, description, model, 404, 503, *refusals), 401: refused}


def admitted(event: Any, *roles: Role) -> Staff:
    """Whoever asks, if she has one of the roles.

    Raises:
        Problem: no authorizer has let her in; or she has none of them.
    """
    claims = event["requestContext"].get("authorizer", {}).get("jwt", {}).get("claims")
    if not claims:
        raise Problem(HTTPStatus.UNAUTHORIZED, "staff.signed_out")
    staff = Staff.of(claims)
    staff.require(*roles)
    return staff
