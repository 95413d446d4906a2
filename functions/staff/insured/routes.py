"""The route of `/api/staff/people`."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.platform import api
from functions.platform.clock import now
from functions.staff import routes
from functions.staff.insured import search
from functions.staff.insured.models import PersonFound, PersonRequest

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


@router.post(
    "/api/staff/people/search",
    summary="What is known of somebody, by her whole ID number",
    responses=routes.answers("As far as whoever asks may see it", PersonFound, 400, 422, 429),
)
def find(request: Annotated[PersonRequest, Body()]) -> Response[PersonFound]:
    """Find somebody by her exact number; who asked is kept."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, search.find(staff, request, now()))
