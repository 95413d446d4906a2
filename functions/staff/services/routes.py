"""The routes of `/api/staff/services`."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Path
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.platform import api
from functions.platform.clock import now
from functions.records.service_entries import EntryId, Kind
from functions.staff import routes
from functions.staff.services import services
from functions.staff.services.models import (
    Entered,
    EnteredServices,
    LectureIn,
    SpecialistIn,
    WithdrawRequest,
)

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


@router.get(
    "/api/staff/services",
    summary="Lectures and specialists that were entered for one's counties, those withdrawn too",
    responses=routes.answers("All of them", EnteredServices),
)
def list_entered() -> Response[EnteredServices]:
    """Give what was entered, by whom, and what was withdrawn."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, services.entered(staff))


@router.post(
    "/api/staff/services/lectures",
    summary="Enter a lecture; the public page shows it",
    responses=routes.answers("It is entered", Entered, 400, 409),
)
def add_lecture(request: Annotated[LectureIn, Body()]) -> Response[Entered]:
    """Enter a lecture."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, services.add(staff, request, now()))


@router.post(
    "/api/staff/services/specialists",
    summary="Enter a service specialist; the public page shows her",
    responses=routes.answers("She is entered", Entered, 400, 409),
)
def add_specialist(request: Annotated[SpecialistIn, Body()]) -> Response[Entered]:
    """Enter a specialist."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, services.add(staff, request, now()))


@router.post(
    "/api/staff/services/<kind>/<entry_id>/withdraw",
    summary="Take an entry back; the public page shows it no more",
    responses=routes.answers("It is withdrawn", Entered, 400),
)
def withdraw(
    kind: Annotated[Kind, Path(description="lectures or specialists")],
    entry_id: Annotated[EntryId, Path(description="as the list of entries gives it")],
    request: Annotated[WithdrawRequest, Body()],
) -> Response[Entered]:
    """Withdraw a lecture or a specialist."""
    staff = routes.signed_in(router)
    done = services.withdraw(staff, kind, entry_id, request.reason, now())
    return api.answer(HTTPStatus.OK, done)
