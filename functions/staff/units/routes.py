"""The routes of `/api/staff/units`."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Path
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.platform import api
from functions.platform.clock import now
from functions.staff import routes
from functions.staff.routes import IfMatch
from functions.staff.units import changing, seeking, units
from functions.staff.units.models import UnitCase, UnitRequest, UnitsFound, UnitsSought

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]

UnitInPath = Annotated[
    str, Path(description="such as DW-2026-7F3K9Q, or the receipt of a list of the unit")
]


@router.get(
    "/api/staff/units/<receipt>",
    summary="One unit, by its number or by a list of it; that it was looked at is logged",
    responses=routes.answers("Its names, lists and policies, and what became of it", UnitCase),
)
def view_unit(receipt: UnitInPath) -> Response[UnitCase]:
    """Give a unit, and its revision as ETag."""
    return _case(units.view(routes.signed_in(router), receipt, now()))


@router.post(
    "/api/staff/units/search",
    summary="Units by the lines of a list that names them, and whose they are now",
    responses=routes.answers("What each line may mean", UnitsFound, 400),
)
def find_units(sought: Annotated[UnitsSought, Body()]) -> Response[UnitsFound]:
    """Look for many units at once; what becomes of each is said one by one."""
    routes.signed_in(router)
    return api.answer(HTTPStatus.OK, seeking.find(sought))


@router.post(
    "/api/staff/units/<receipt>/events",
    summary="Say what became of a unit: renamed, merged, separated again, split",
    responses=routes.answers("It is so from now on", UnitCase, 400, 409, 412, 428),
)
def change_unit(
    receipt: UnitInPath,
    request: Annotated[UnitRequest, Body()],
    if_match: IfMatch = "",
) -> Response[UnitCase]:
    """Keep what became of a unit, and why."""
    return _case(changing.change(routes.decision(router, receipt, if_match), request))


def _case(case: UnitCase) -> Response[UnitCase]:
    return api.answer(HTTPStatus.OK, case, ETag=api.etag(case.revision))
