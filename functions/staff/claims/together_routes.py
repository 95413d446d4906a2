"""The routes of `/api/staff/claims` by which the desk's people work together on a claim."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Path
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.platform import api
from functions.staff import routes, teamwork
from functions.staff.claims import cases, decisions
from functions.staff.claims.case_models import ClaimCase
from functions.staff.routes import IfMatch
from functions.staff.teamwork import Teamwork, TeamworkRequest

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]

ReceiptInPath = Annotated[str, Path(description="such as LP-2026-7F3K9Q")]


@router.post(
    "/api/staff/claims/<receipt>/teamwork",
    summary="Leave a note for the others, or say who has a claim in hand; she is not told",
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
    told = teamwork.do(decision, kept.claim.receipt, request)
    return api.answer(HTTPStatus.OK, told, ETag=api.etag(told.number))


@router.post(
    "/api/staff/claims/<receipt>/undo",
    summary="Undo what one has just decided, where nothing has followed from it",
    responses=routes.answers("It is as it was before", ClaimCase, 400, 409, 412, 428),
)
def undo(receipt: ReceiptInPath, if_match: IfMatch = "") -> Response[ClaimCase]:
    """Undo the last decision on a claim; it stays in the log."""
    decision = routes.decision(router, receipt, if_match)
    undone = decisions.undo(decision)
    return api.answer(HTTPStatus.OK, undone, ETag=api.etag(undone.revision))
