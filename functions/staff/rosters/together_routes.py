"""The routes of `/api/staff/rosters` by which the desk's people work together on a list."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.platform import api
from functions.staff import routes, teamwork
from functions.staff.rosters import cases, noting
from functions.staff.rosters.models import Case
from functions.staff.rosters.routes import ReceiptInPath, case_answer
from functions.staff.routes import IfMatch
from functions.staff.teamwork import Teamwork, TeamworkRequest

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


@router.post(
    "/api/staff/rosters/<receipt>/teamwork",
    summary="Leave a note for the others, or say who has a list in hand; the unit is not told",
    responses=routes.answers("Notes, and who has it in hand", Teamwork, 400, 409, 412, 428),
)
def work_together(
    receipt: ReceiptInPath,
    request: Annotated[TeamworkRequest, Body()],
    if_match: IfMatch = "",
) -> Response[Teamwork]:
    """Keep it; If-Match names the number of what she has seen of it."""
    decision = routes.decision(router, receipt, if_match)
    kept = cases.decidable(decision.staff, receipt)
    told = teamwork.do(decision, kept.roster.receipt, request)
    return api.answer(HTTPStatus.OK, told, ETag=api.etag(told.number))


@router.post(
    "/api/staff/rosters/<receipt>/undo",
    summary="Undo what one has just decided, where nothing has followed from it",
    responses=routes.answers("It is as it was before", Case, 400, 409, 412, 428),
)
def undo(receipt: ReceiptInPath, if_match: IfMatch = "") -> Response[Case]:
    """Undo the last decision on a list; it stays in the log."""
    decision = routes.decision(router, receipt, if_match)
    return case_answer(noting.undo(decision))


@router.post(
    "/api/staff/rosters/<receipt>/stamped-sheets",
    summary="Note that the stamped sheets of a list came on paper",
    responses=routes.answers("It is noted", Case, 400, 409, 412, 428),
)
def sheets_arrived(receipt: ReceiptInPath, if_match: IfMatch = "") -> Response[Case]:
    """Note that they came; who was slower notes nothing."""
    decision = routes.decision(router, receipt, if_match)
    return case_answer(noting.sheets_arrived(decision))
