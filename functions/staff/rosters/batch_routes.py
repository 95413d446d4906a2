"""The routes of `/api/staff/rosters` by which many lists go out, or are accepted, in one go.

They decide nothing: each list is handed off, and accepted, by the route that does it with one.
"""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.platform import api
from functions.platform.clock import now
from functions.staff import routes
from functions.staff.rosters import brought_lists, decisions, handed_together
from functions.staff.rosters.batch_models import (
    AcceptLook,
    AcceptLookRequest,
    BroughtLists,
    HandOffsMade,
    HandOffsRequest,
)
from functions.staff.rosters.models import RowStatesRequest
from functions.staff.rosters.routes import ReceiptInPath

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


@router.post(
    "/api/staff/rosters/<receipt>/accept/look",
    summary="What accepting a list would decide, and what stands in the way; nothing is stored",
    responses=routes.answers("What would be decided", AcceptLook, 400, 409),
)
def look_at_acceptance(
    receipt: ReceiptInPath, request: Annotated[AcceptLookRequest, Body()]
) -> Response[AcceptLook]:
    """Look at an acceptance before it is decided."""
    staff = routes.signed_in(router)
    found = decisions.look(staff, receipt, request, now().date())
    return api.answer(HTTPStatus.OK, found)


@router.post(
    "/api/staff/rosters/row-states",
    summary="What the insurer's file says of each list in it, and of its policy; nothing is stored",
    responses=routes.answers("List by list", BroughtLists, 400),
    compress=True,
)
def read_lists(request: Annotated[RowStatesRequest, Body()]) -> Response[BroughtLists]:
    """Read a file about many lists that the insurer has filled in."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, brought_lists.read(staff, request, now()))


@router.post(
    "/api/staff/rosters/hand-offs",
    summary="Lists that were handed off one by one, as one file for the insurer",
    responses=routes.answers("Where the archive is, and what is in it", HandOffsMade, 400, 409),
)
def hand_off_together(request: Annotated[HandOffsRequest, Body()]) -> Response[HandOffsMade]:
    """Make one archive of many lists; that each was handed off is kept already."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, handed_together.make(staff, request, now()))
