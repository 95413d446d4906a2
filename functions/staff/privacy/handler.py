"""The route of `/api/staff/people/copy`: the gateway checks the token, roles are checked here."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.platform import api
from functions.platform.clock import now
from functions.staff import routes
from functions.staff.privacy import copies
from functions.staff.privacy.models import CopyRequest, PersonCopy

app = api.resolver()


@app.post(
    "/api/staff/people/copy",
    summary="A copy of all that is kept of somebody who has asked for it",
    responses=routes.answers("Where it is to be fetched from", PersonCopy, 400, 422, 429),
)
def copy(request: Annotated[CopyRequest, Body()]) -> Response[PersonCopy]:
    """Copy what is kept of somebody; who did so, and why, is kept."""
    staff = routes.signed_in(app)
    return api.answer(HTTPStatus.OK, copies.make(staff, request, now()))


lambda_handler = api.entry(app)
