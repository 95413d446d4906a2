"""The routes of `/api/staff/statements`."""

from http import HTTPStatus
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.platform import api
from functions.platform.clock import now
from functions.staff import routes
from functions.staff.statements import statements
from functions.staff.statements.models import (
    LinesRecorded,
    MatchedStatement,
    RecordLinesRequest,
    StatementRequest,
)

router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]


@router.post(
    "/api/staff/statements/check",
    summary="Which lists of one's counties the lines of a bank statement are for; nothing is kept",
    responses=routes.answers("Each line, with what it is for", MatchedStatement, 400),
    compress=True,
)
def check_statement(request: Annotated[StatementRequest, Body()]) -> Response[MatchedStatement]:
    """Match a statement."""
    staff = routes.signed_in(router)
    return api.answer(HTTPStatus.OK, statements.check(staff, request.upload_id, now()))


@router.post(
    "/api/staff/statements/record",
    summary="Record lines of a bank statement as payments of their lists, each line once",
    responses=routes.answers("What became of each", LinesRecorded, 400, 412),
)
def record_lines(request: Annotated[RecordLinesRequest, Body()]) -> Response[LinesRecorded]:
    """Record lines."""
    return api.answer(HTTPStatus.OK, statements.record(routes.signed_in(router), request, now()))
