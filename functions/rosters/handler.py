"""The doors of `/api/rosters`."""

from http import HTTPStatus
from typing import Annotated, Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body, Header, Path
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.common import api
from functions.common.clock import now
from functions.rosters import service
from functions.rosters.models import (
    CheckReport,
    CheckRequest,
    PrintedForm,
    Receipt,
    RosterStatus,
    SubmitRequest,
)

app = api.resolver()

ReceiptInPath = Annotated[str, Path(description="such as AK-2026-7F3K9Q")]
Authorization = Annotated[str, Header(description="Bearer and the access code")]


@app.post(
    "/api/rosters/check",
    summary="Check a list; nothing is stored",
    responses=api.answers(HTTPStatus.OK, "What was found", CheckReport, 400, 422, 503),
)
def check(request: Annotated[CheckRequest, Body()]) -> Response[CheckReport]:
    """Report on every row of a list."""
    return api.answer(HTTPStatus.OK, service.check(request, now()))


@app.post(
    "/api/rosters",
    summary="Submit a list, once",
    responses=api.answers(
        HTTPStatus.CREATED,
        "The list is kept",
        Receipt,
        *(400, 409, 422, 503),
    ),
)
def submit(
    request: Annotated[SubmitRequest, Body()],
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key")] = "",
) -> Response[Receipt]:
    """Keep a list; the same Idempotency-Key gives the same answer and one record."""
    return api.answer(HTTPStatus.CREATED, service.submit(request, idempotency_key, now()))


@app.get(
    "/api/rosters/<receipt>",
    summary="Where a list stands",
    responses=api.answers(HTTPStatus.OK, "State and next step", RosterStatus, 401, 429, 503),
)
def status(receipt: ReceiptInPath, authorization: Authorization = "") -> Response[RosterStatus]:
    """Tell the state to whoever has the access code."""
    return api.answer(HTTPStatus.OK, service.status(receipt, api.bearer(authorization), now()))


@app.get(
    "/api/rosters/<receipt>/form",
    summary="附件2 as it was submitted, for printing",
    responses=api.answers(HTTPStatus.OK, "The form's lines", PrintedForm, 401, 429, 503),
)
def printed_form(
    receipt: ReceiptInPath, authorization: Authorization = ""
) -> Response[PrintedForm]:
    """Give the list's lines to whoever has the access code."""
    return api.answer(
        HTTPStatus.OK, service.printed_form(receipt, api.bearer(authorization), now())
    )


@api.logger.inject_lambda_context(log_event=False)
def lambda_handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Take an API Gateway HTTP API event (payload 2.0)."""
    return app.resolve(event, context)
