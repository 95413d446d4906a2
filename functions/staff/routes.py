"""What the routes of the desk share: who asks, and what every route may answer."""

from datetime import date
from http import HTTPStatus
from typing import Annotated, Final

from aws_lambda_powertools.event_handler.api_gateway import BaseRouter, Route
from aws_lambda_powertools.event_handler.openapi.params import Header
from aws_lambda_powertools.event_handler.openapi.types import (
    OpenAPIResponse,
    OpenAPIResponseContentModel,
)
from pydantic import BaseModel, TypeAdapter, ValidationError

from functions.platform import api
from functions.platform.clock import now
from functions.platform.environment import staff_environment
from functions.platform.problems import MEDIA_TYPE, Problem, ProblemDocument, unprocessable
from functions.platform.request_values import Day
from functions.staff import tokens
from functions.staff.decision import Decision
from functions.staff.models import GatewayRefusal
from functions.staff.people import Staff
from functions.staff.roles import ROLES
from shared_rules.findings import Finding

IfMatch = Annotated[
    str, Header(alias="If-Match", description='the revision that is decided on, such as "3"')
]
IdempotencyKey = Annotated[
    str, Header(alias="Idempotency-Key", description="the same for the same request sent again")
]
_DAY: Final[TypeAdapter[date]] = TypeAdapter(Day)


def answers(description: str, model: type[BaseModel], *refusals: int) -> dict[int, OpenAPIResponse]:
    """What a route of the desk may answer; what somebody may not see is as if it was not there."""
    refused = OpenAPIResponse(
        description="No token of the issuer, or one that does not pass",
        content={
            "application/json": OpenAPIResponseContentModel(model=GatewayRefusal),
            # The function's own, where no authorizer stands before it.
            MEDIA_TYPE: OpenAPIResponseContentModel(model=ProblemDocument),
        },
    )
    return {**api.answers(HTTPStatus.OK, description, model, 404, 503, *refusals), 401: refused}


def day_in_query(name: str, text: str) -> date | None:
    """A day in an address, written 2026-11-24; None where there is none.

    Raises:
        Problem: it is no day.
    """
    if not text:
        return None
    try:
        return _DAY.validate_python(text)
    except ValidationError as error:
        raise unprocessable([Finding.of("request.field", field=name)]) from error


def decision(app: BaseRouter, receipt: str, if_match: str) -> Decision:
    """What somebody decides now, on the revision that her If-Match names.

    Raises:
        Problem: as `signed_in`; there is no If-Match.
    """
    return Decision(signed_in(app), receipt, api.if_match(if_match), now())


def signed_in(app: BaseRouter) -> Staff:
    """Whoever asks, if she has one of the roles of the route that she asks.

    Raises:
        Problem: no authorizer has let her in; or she has none of them.
        KeyError: nobody has said who may ask this route.
    """
    route: Route = app.context["_route"]
    context = app.current_event["requestContext"]
    claims = context.get("authorizer", {}).get("jwt", {}).get("claims")
    if not claims:
        raise Problem(HTTPStatus.UNAUTHORIZED, "staff.signed_out")
    authorization = app.current_event.headers.get("authorization", "")
    staff = Staff.of(claims, tokens.values(authorization, staff_environment().staff_roles_claim))
    staff.require(*ROLES[f"{route.method} {route.openapi_path}"])
    return staff
